// Owns: the commands on annotations: write, answer, edit, resolve, assign, give verdicts, attach again, import and export.
// Must not know: how threads are shown, how annotations are kept.
import {
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  commands,
  l10n,
  type QuickPickItem,
  Range,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type AnnotationCommands,
  EXPORT_ANNOTATIONS_REQUEST,
  type ExportAnnotationsResult,
  IMPORT_ANNOTATIONS_REQUEST,
  type ImportAnnotationsResult,
  type WireAnnotation,
  type WireRange,
  type WireVerdict,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { type Annotations, type ShownComment, verdictName } from './controller.ts';
import { evidenceOf, isChangeable } from './earlier.ts';

/** The server names them in code actions and lenses. */
export const ANNOTATION_COMMANDS: AnnotationCommands = {
  verdict: 'backdraft.annotations.verdict',
  assign: 'backdraft.annotations.assign',
  show: 'backdraft.annotations.show',
};

interface VerdictPick extends QuickPickItem {
  readonly verdict: WireVerdict;
}

/** The verdicts to choose from, and what each says. */
function verdictPicks(): readonly VerdictPick[] {
  const pick = (verdict: WireVerdict, detail: string): VerdictPick => ({ label: verdictName(verdict), detail, verdict });
  return [
    pick('verified', l10n.t('You checked it against evidence')),
    pick('disputed', l10n.t('You have reason to doubt it')),
    pick('needs-source', l10n.t('It may be so, but nothing here shows it')),
    pick('opinion', l10n.t('A judgement of the author that needs no source')),
    pick('not-checkable', l10n.t('Nobody can know')),
  ];
}

/** Registers every command on annotations that package.json contributes. */
export function registerAnnotationCommands(session: Session, annotations: Annotations): void {
  const register = (name: string, run: (...args: never[]) => unknown): void => {
    session.context.subscriptions.push(commands.registerCommand(`backdraft.annotations.${name}`, run as (...args: unknown[]) => unknown));
  };
  register('create', ({ thread, text }: CommentReply) => create(annotations, thread, text));
  register('reply', ({ thread, text }: CommentReply) => create(annotations, thread, text));
  register('resolve', (thread: CommentThread) => resolve(annotations, thread, true));
  register('reopen', (thread: CommentThread) => resolve(annotations, thread, false));
  register('edit', (comment: ShownComment) => edit(comment));
  register('cancelEdit', (comment: ShownComment) => annotations.endEdit(comment));
  register('saveEdit', (comment: ShownComment) => saveEdit(annotations, comment));
  register('delete', (comment: ShownComment) => remove(annotations, comment));
  register('assign', (at?: CommentThread | string, range?: WireRange) =>
    at !== undefined && typeof at !== 'string' ? assign(annotations, at) : assignClaim(annotations, at, range),
  );
  register('show', (uri: string, id: string) => show(annotations, Uri.parse(uri), id));
  register('attach', (thread?: CommentThread) => attach(annotations, thread));
  register('verdict', (uri?: unknown, range?: WireRange, verdict?: WireVerdict) => giveVerdict(annotations, uri, range, verdict));
  register('export', () => exportAll(session));
  register('import', () => importFrom(session, annotations));
}

async function create(annotations: Annotations, thread: CommentThread, body: string): Promise<void> {
  const { uri, annotation } = annotations.find(thread);
  if (body.trim() === '') return;
  if (annotation) {
    await annotations.change(uri, { kind: 'reply', to: annotation.id, body });
    return;
  }
  const range = selectionWithin(uri, thread.range) ?? thread.range;
  const made = await annotations.change(uri, { kind: 'add', body, ...(range ? { range: plain(range) } : {}) });
  // The server's thread takes the place of the one that was typed in.
  if (made) thread.dispose();
}

/** The selection, where a thread was begun from it: VS Code's own range may be whole lines. */
function selectionWithin(uri: Uri, range: Range | undefined): Range | undefined {
  const editor = window.visibleTextEditors.find(one => one.document.uri.toString() === uri.toString());
  const selection = editor?.selection;
  return selection && !selection.isEmpty && range?.intersection(selection) ? new Range(selection.start, selection.end) : undefined;
}

async function resolve(annotations: Annotations, thread: CommentThread, resolved: boolean): Promise<void> {
  const { uri, annotation } = annotations.find(thread);
  if (annotation) await annotations.change(uri, { kind: 'resolve', id: annotation.id, resolved });
}

/** Lets a comment be edited: its words, without what stands above them. */
function edit(comment: ShownComment): void {
  const thread = comment.thread();
  if (!thread) return;
  thread.comments = (thread.comments as readonly ShownComment[]).map(one =>
    one.id === comment.id ? { ...one, mode: CommentMode.Editing, body: one.raw } : one,
  );
}

/** What cannot be kept stays in its box. */
async function saveEdit(annotations: Annotations, comment: ShownComment): Promise<void> {
  const thread = comment.thread();
  const body = typeof comment.body === 'string' ? comment.body : comment.body.value;
  if (thread && (await annotations.change(thread.uri, { kind: 'edit', id: comment.id, from: comment.raw, body })))
    annotations.endEdit(comment);
}

async function remove(annotations: Annotations, comment: ShownComment): Promise<void> {
  const thread = comment.thread();
  if (!thread) return;
  const { uri, annotation } = annotations.find(thread);
  if (annotation?.id === comment.id && annotation.replies.length > 0) {
    const choice = await window.showWarningMessage(
      l10n.t('Delete this annotation with all its replies?'),
      { modal: true },
      l10n.t('Delete'),
    );
    if (!choice) return;
  }
  await annotations.change(uri, { kind: 'delete', id: comment.id });
}

async function assign(annotations: Annotations, thread: CommentThread): Promise<void> {
  const { uri, annotation } = annotations.find(thread);
  if (!annotation) return;
  await assignTo(annotations, uri, annotation);
}

async function assignTo(annotations: Annotations, uri: Uri, { id, assignee: now = '' }: WireAnnotation): Promise<void> {
  const assignee = await window.showInputBox({ prompt: l10n.t('Who has to act on it? Leave empty for nobody.'), value: now });
  if (assignee === undefined) return;
  await annotations.change(uri, { kind: 'assign', id, ...(assignee.trim() ? { assignee: assignee.trim() } : {}) });
}

/** Assigns what was said last of the claim at a place and is still open; a claim of which nothing was said gets a thread of its own. */
async function assignClaim(annotations: Annotations, at?: string, range?: WireRange): Promise<void> {
  const place = placeOf(at, range);
  if (!place) return;
  const open = annotations.of(place.uri)?.annotations.filter(one => !one.resolved && one.range && meet(one.range, place.range)) ?? [];
  const last = open.reduce<WireAnnotation | undefined>(
    (best, one) => ((one.created ?? '') >= (best?.created ?? '') ? one : best),
    undefined,
  );
  if (last) {
    await assignTo(annotations, place.uri, last);
    return;
  }
  const assignee = (await window.showInputBox({ prompt: l10n.t('Who has to act on it?') }))?.trim();
  if (assignee) await annotations.change(place.uri, { kind: 'add', range: place.range, assignee, body: '' });
}

/** A place that a code action names, else the cursor. */
function placeOf(at: unknown, range: WireRange | undefined): { readonly uri: Uri; readonly range: WireRange } | undefined {
  const editor = window.activeTextEditor;
  const uri = typeof at === 'string' ? Uri.parse(at) : editor?.document.uri;
  const place = range ?? (editor && plain(editor.selection));
  return uri && place && { uri, range: place };
}

function meet(a: WireRange, b: WireRange): boolean {
  const [one, other] = [a, b].map(({ start, end }) => new Range(start.line, start.character, end.line, end.character));
  return one !== undefined && other !== undefined && one.intersection(other) !== undefined;
}

/** Unfolds the thread of an annotation where it stands. */
async function show(annotations: Annotations, uri: Uri, id: string): Promise<void> {
  const thread = annotations.thread(uri, id);
  if (!thread?.range) return;
  const { start } = thread.range;
  await window.showTextDocument(uri, { selection: new Range(start, start) });
  thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
}

/** Attaches an orphan to the selection in its own document: the one of the thread, else one to choose. */
async function attach(annotations: Annotations, thread?: CommentThread): Promise<void> {
  const active = window.activeTextEditor;
  const uri = thread?.uri ?? active?.document.uri;
  if (!uri) return;
  const isOfUri = (one: TextEditor | undefined): boolean => one?.document.uri.toString() === uri.toString();
  const editor = isOfUri(active) ? active : window.visibleTextEditors.find(isOfUri);
  const orphans = annotations.of(uri)?.annotations.filter(one => one.lastText !== undefined) ?? [];
  const own = thread && annotations.find(thread).annotation;
  if (!own && orphans.length === 0) {
    void window.showInformationMessage(l10n.t('No annotation of this document has lost its passage.'));
    return;
  }
  if (!editor || editor.selection.isEmpty) {
    void window.showInformationMessage(l10n.t('Select the passage that the annotation is about, then attach it.'));
    return;
  }
  const range = plain(editor.selection);
  const items = orphans.map(one => ({ label: one.lastText ?? '', description: one.by ?? '', detail: one.body.slice(0, 200), id: one.id }));
  const id =
    own?.id ?? (items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder: l10n.t('Which annotation?') }))?.id;
  if (id !== undefined) await annotations.change(uri, { kind: 'attach', id, range });
}

/** Gives a verdict on the claim at a place. One that the same person gave before is changed: it is shown as what is chosen now. */
async function giveVerdict(annotations: Annotations, at: unknown, range?: WireRange, given?: WireVerdict): Promise<void> {
  const place = placeOf(at, range);
  if (!place) return;
  const { uri } = place;
  // Whose verdicts are one's own, a changed setting may say otherwise than the last time.
  await annotations.refresh(uri.toString());
  const now = annotations.of(uri)?.annotations.findLast(one => isChangeable(one) && one.range && meet(one.range, place.range));
  const verdict = given ?? (await pickVerdict(now));
  if (!verdict) return;
  const sources = annotations.of(uri)?.sources ?? [];
  const mayRest = given === undefined && verdict !== 'opinion' && sources.length > 0;
  const picked = mayRest ? await pickEvidence(sources, now) : [];
  if (picked === undefined) return;
  const evidence = mayRest ? evidenceOf(picked, sources, now) : undefined;
  await annotations.change(uri, { kind: 'add', range: place.range, verdict, ...(evidence ? { evidence } : {}), body: '' });
}

async function pickVerdict(now: WireAnnotation | undefined): Promise<WireVerdict | undefined> {
  const picks = verdictPicks().map(pick =>
    pick.verdict === now?.verdict ? { ...pick, description: l10n.t('your verdict so far') } : pick,
  );
  return (await window.showQuickPick(picks, { placeHolder: l10n.t('Your verdict on the claim at the cursor') }))?.verdict;
}

async function pickEvidence(sources: readonly string[], now: WireAnnotation | undefined): Promise<readonly string[] | undefined> {
  const picked = await window.showQuickPick(
    sources.map(label => ({ label, picked: now?.evidence.includes(label) ?? false })),
    { canPickMany: true, placeHolder: l10n.t('Which sources does it rest on? None is fine') },
  );
  return picked?.map(({ label }) => label);
}

async function exportAll({ client }: Session): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) return;
  const format = await window.showQuickPick(
    [
      { label: l10n.t('W3C annotation collection (JSON-LD)'), format: 'w3c', language: 'json' },
      { label: l10n.t('Sidemark review file (MRSF, YAML)'), format: 'mrsf', language: 'yaml' },
    ],
    { placeHolder: l10n.t('Export annotations as') },
  );
  if (!format) return;
  const made = await client.sendRequest<ExportAnnotationsResult>(EXPORT_ANNOTATIONS_REQUEST, {
    textDocument: { uri: uri.toString() },
    format: format.format,
  });
  if ('error' in made) {
    void window.showErrorMessage(made.error);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ content: made.text, language: format.language }));
  if (made.remarks.length > 0) void window.showInformationMessage(made.remarks.join(' '));
}

async function importFrom({ client }: Session, annotations: Annotations): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) return;
  const [file] =
    (await window.showOpenDialog({
      filters: { [l10n.t('Annotations')]: ['json', 'jsonld', 'yaml', 'yml'] },
      title: l10n.t('Import annotations'),
    })) ?? [];
  if (!file) return;
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const result = await client.sendRequest<ImportAnnotationsResult>(IMPORT_ANNOTATIONS_REQUEST, {
    textDocument: { uri: uri.toString() },
    text,
  });
  if ('error' in result) void window.showErrorMessage(result.error);
  else
    void window.showInformationMessage(
      l10n.t('{0} annotations were added; {1} were here already or could not be read.', result.added, result.skipped),
    );
  await annotations.refresh(uri.toString());
}

function plain({ start, end }: Range): WireRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
