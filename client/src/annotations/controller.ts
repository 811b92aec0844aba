// Owns: annotations in the editor: comment threads on passages of drafts and notes, kept in step with the server.
// Must not know: how annotations are kept, how passages are found.
import {
  type Comment,
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  type Disposable,
  env,
  l10n,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ANNOTATE_REQUEST,
  ANNOTATIONS_CHANGED_NOTIFICATION,
  ANNOTATIONS_REQUEST,
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsParams,
  type AnnotationsResult,
  type WireAnnotation,
  type WireComment,
  type WireVerdict,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { author } from './author.ts';
import { safeBody } from './markdown.ts';

/** After edits threads are moved once there was a rest of this many ms. */
const AFTER_EDIT = 250;
/** The gutter follows the selection once that has rested for this many ms. */
const AFTER_SELECTION = 100;

/** One comment of a thread, as VS Code shows it. */
export interface ShownComment extends Comment {
  readonly id: string;
  readonly raw: string;
  /** All that it shows: one that says the same is left as it is. */
  readonly says: string;
  readonly thread: () => CommentThread | undefined;
}

/** A thread, and what it was told to show last: VS Code draws anew whatever is set, changed or not. */
interface ShownThread {
  readonly thread: CommentThread;
  says: string;
}

/** Threads of all open documents. */
export class Annotations implements Disposable {
  readonly #session: Session;
  readonly #controller = comments.createCommentController('backdraft.annotations', l10n.t('Backdraft Annotations'));
  /** Threads by document, then by the id of their annotation. */
  readonly #threads = new Map<string, Map<string, ShownThread>>();
  readonly #annotatable = new Set<string>();
  readonly #latest = new Map<string, AnnotationsResult>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #selecting: ReturnType<typeof setTimeout> | undefined;
  /** Lines that annotations are offered beside now. */
  #offered: string | undefined;
  readonly #disposables: Disposable[];

  constructor(session: Session) {
    this.#session = session;
    this.#controller.options = {
      prompt: l10n.t('Answer'),
      placeHolder: l10n.t('What is to be said of it? Markdown, and [[key]] for a source'),
    };
    this.#offerBesideSelection();
    this.#disposables = [
      this.#controller,
      workspace.onDidOpenTextDocument(document => this.#later(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.#later(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      window.onDidChangeTextEditorSelection(() => {
        clearTimeout(this.#selecting);
        this.#selecting = setTimeout(() => this.#offerBesideSelection(), AFTER_SELECTION);
      }),
    ];
  }

  /**
   * Annotations begin beside the lines that were selected last: a bar beside every line is noise. VS Code asks a new provider anew, but
   * closes its menus for that and takes the keys from a form that has just opened, so there is none for a selection that only ends.
   */
  #offerBesideSelection(): void {
    const lines = new Map<string, Range[]>();
    for (const { document, selection } of window.visibleTextEditors) {
      if (selection.isEmpty) continue;
      const key = document.uri.toString();
      lines.set(key, [...(lines.get(key) ?? []), new Range(selection.start.line, 0, selection.end.line, 0)]);
    }
    const offered = JSON.stringify([...lines]);
    if (lines.size === 0 || offered === this.#offered) return;
    this.#offered = offered;
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: ({ uri }) => (this.#annotatable.has(uri.toString()) ? (lines.get(uri.toString()) ?? []) : []),
    };
  }

  /** Listens to a client that has just been made. */
  attach(client: BaseLanguageClient): void {
    client.onNotification(ANNOTATIONS_CHANGED_NOTIFICATION, () => this.refreshAll());
  }

  dispose(): void {
    clearTimeout(this.#selecting);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const one of this.#disposables) one.dispose();
  }

  refreshAll(): void {
    for (const document of workspace.textDocuments) this.#later(document);
  }

  /** What the server last said of a document. */
  of(uri: Uri): AnnotationsResult | undefined {
    return this.#latest.get(uri.toString());
  }

  /** Document and annotation of a thread; the annotation is undefined for a thread that was just begun. */
  find(thread: CommentThread): { readonly uri: Uri; readonly annotation: WireAnnotation | undefined } {
    const key = thread.uri.toString();
    const id = [...(this.#threads.get(key) ?? [])].find(([, one]) => one.thread === thread)?.[0];
    return { uri: thread.uri, annotation: this.#latest.get(key)?.annotations.find(one => one.id === id) };
  }

  /** The thread of an annotation. */
  thread(uri: Uri, id: string): CommentThread | undefined {
    return this.#threads.get(uri.toString())?.get(id)?.thread;
  }

  /** Sends a change; says what went wrong. Answers whether it was made. */
  async change(uri: Uri, change: AnnotateParams['change']): Promise<boolean> {
    const by = author();
    const params: AnnotateParams = { textDocument: { uri: uri.toString() }, change, ...(by ? { by } : {}) };
    const result = await this.#session.client.sendRequest<AnnotateResult>(ANNOTATE_REQUEST, params);
    if ('error' in result) void refuse(result.error, 'body' in change ? change.body : '');
    else if (result.notice) void window.showWarningMessage(result.notice);
    await this.refresh(uri.toString());
    return 'id' in result;
  }

  /** Shows a comment as it is kept, whatever was typed into it. */
  endEdit({ id, thread: of }: ShownComment): void {
    const thread = of();
    const annotation = thread && this.find(thread).annotation;
    if (annotation) thread.comments = commentsOf(thread, annotation, id);
  }

  #later(document: TextDocument): void {
    if (document.languageId !== 'markdown' && document.languageId !== 'plaintext') return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.refresh(key), AFTER_EDIT),
    );
  }

  #forget(key: string): void {
    clearTimeout(this.#timers.get(key));
    for (const { thread } of this.#threads.get(key)?.values() ?? []) thread.dispose();
    this.#threads.delete(key);
    this.#annotatable.delete(key);
    this.#latest.delete(key);
  }

  /** Shows the annotations of a document as the server has them now. */
  async refresh(key: string): Promise<void> {
    if (!this.#session.client.isRunning()) return;
    const by = author();
    const params: AnnotationsParams = { textDocument: { uri: key }, ...(by ? { by } : {}) };
    const result = await this.#session.client.sendRequest<AnnotationsResult>(ANNOTATIONS_REQUEST, params).catch(() => undefined);
    if (!result || !workspace.textDocuments.some(({ uri }) => uri.toString() === key)) return;
    this.#latest.set(key, result);
    if (result.annotatable) this.#annotatable.add(key);
    else this.#annotatable.delete(key);
    const threads = this.#threads.get(key) ?? new Map<string, ShownThread>();
    this.#threads.set(key, threads);
    const ids = new Set(result.annotations.map(({ id }) => id));
    for (const [id, { thread }] of threads) {
      if (ids.has(id)) continue;
      thread.dispose();
      threads.delete(id);
    }
    const uri = Uri.parse(key);
    for (const annotation of result.annotations) {
      const shown = threads.get(annotation.id) ?? this.#begin(uri, annotation);
      threads.set(annotation.id, shown);
      show(shown, annotation);
    }
  }

  #begin(uri: Uri, annotation: WireAnnotation): ShownThread {
    const thread = this.#controller.createCommentThread(uri, rangeOf(annotation), []);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    return { thread, says: '' };
  }
}

/** Says why nothing was written, and leaves the writer with the text. */
async function refuse(error: string, text: string): Promise<void> {
  const copy = l10n.t('Copy My Text');
  const choice = await window.showErrorMessage(error, ...(text.trim() === '' ? [] : [copy]));
  if (choice === copy) await env.clipboard.writeText(text);
}

/** Where a thread hangs: orphans and remarks on the whole document at its top. */
function rangeOf({ range }: WireAnnotation): Range {
  return range ? new Range(range.start.line, range.start.character, range.end.line, range.end.character) : new Range(0, 0, 0, 0);
}

/** Sets what has changed, and nothing else. */
function show(shown: ShownThread, annotation: WireAnnotation): void {
  const { thread } = shown;
  const range = rangeOf(annotation);
  if (!thread.range?.isEqual(range)) thread.range = range;
  const says = JSON.stringify({ ...annotation, range: undefined, own: undefined });
  if (says === shown.says) return;
  shown.says = says;
  thread.label = labelOf(annotation);
  thread.contextValue = [annotation.resolved ? 'resolved' : 'open', ...(annotation.lastText === undefined ? [] : ['orphaned'])].join(' ');
  thread.state = annotation.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  thread.comments = commentsOf(thread, annotation);
}

/** The comments of a thread. What is being edited stays as it is, but for the one whose editing has `ended`. */
function commentsOf(thread: CommentThread, annotation: WireAnnotation, ended?: string): readonly ShownComment[] {
  const shown = new Map((thread.comments as readonly ShownComment[]).map(one => [one.id, one]));
  return [annotation, ...annotation.replies].map((comment, i) => {
    const head = i === 0 ? headOf(annotation) : '';
    const says = JSON.stringify([comment.body, comment.by, comment.created, comment.modified, head]);
    const known = comment.id === ended ? undefined : shown.get(comment.id);
    return known && (known.mode === CommentMode.Editing || known.says === says) ? known : toComment(thread, comment, head, says);
  });
}

/** What a thread is called; VS Code calls one without a name an invitation to begin it. */
function labelOf({ verdict, expired, assignee, lastText }: WireAnnotation): string {
  const parts = [
    lastText === undefined ? undefined : l10n.t('Orphaned'),
    verdict && (expired ? l10n.t('{0} (expired: the claim has changed)', verdictName(verdict)) : verdictName(verdict)),
    assignee && l10n.t('for {0}', assignee),
  ].filter(part => part !== undefined && part !== '');
  return parts.length === 0 ? l10n.t('Comment') : parts.join(' · ');
}

export function verdictName(verdict: WireVerdict): string {
  switch (verdict) {
    case 'verified':
      return l10n.t('Verified');
    case 'disputed':
      return l10n.t('Disputed');
    case 'needs-source':
      return l10n.t('Needs a source');
    case 'opinion':
      return l10n.t('Opinion or analysis');
    case 'not-checkable':
      return l10n.t('Cannot be checked');
  }
}

/**
 * What stands above the words of an annotation. The Comments panel lists and filters by it, and by nothing of a label: so the verdict,
 * what it rests on and who has to act stand here, too.
 */
function headOf(annotation: WireAnnotation): string {
  const { verdict, evidence, assignee } = annotation;
  const rests = evidence.length > 0 ? l10n.t('rests on {0}', evidence.map(key => `[[${key}]]`).join(', ')) : '';
  return [
    lostWords(annotation),
    [verdict ? verdictName(verdict) : '', rests, assignee ? l10n.t('for {0}', assignee) : ''].filter(part => part !== '').join(' · '),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** What is to be said of one without a passage. */
function lostWords({ lastText, pointer }: WireAnnotation): string {
  const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300);
  if (pointer !== undefined)
    return l10n.t('It names no words of the text, only a place: {0}. Attach it to the passage that it is about.', short(pointer));
  return lastText === undefined ? '' : l10n.t('Its passage is not in the text any more: “{0}”', short(lastText));
}

function toComment(thread: CommentThread, comment: WireComment, head: string, says: string): ShownComment {
  const body = [head, comment.body].filter(part => part !== '').join('\n\n');
  const date = new Date(comment.created ?? '');
  return {
    id: comment.id,
    raw: comment.body,
    says,
    thread: () => thread,
    author: { name: comment.by ?? l10n.t('somebody') },
    body: safeBody(body),
    mode: CommentMode.Preview,
    contextValue: 'comment',
    ...(Number.isNaN(date.getTime()) ? {} : { timestamp: date }),
    ...(comment.modified ? { label: l10n.t('edited') } : {}),
  };
}
