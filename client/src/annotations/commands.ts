// Owns: the commands on annotations: write, answer, edit, resolve, assign, give verdicts, attach again, import and export.
// Must not know: how threads are shown, how annotations are kept.
import { CommentMode, type CommentReply, type CommentThread, commands, Range, Uri, window, workspace } from 'vscode';
import {
  EXPORT_ANNOTATIONS_REQUEST,
  IMPORT_ANNOTATIONS_REQUEST,
  type ImportAnnotationsResult,
  type WireRange,
  type WireVerdict,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { type Annotations, type ShownComment, verdictName } from './controller.ts';

const VERDICTS: readonly { readonly verdict: WireVerdict; readonly detail: string }[] = [
  { verdict: 'verified', detail: 'You checked it against evidence' },
  { verdict: 'disputed', detail: 'You have reason to doubt it' },
  { verdict: 'needs-source', detail: 'It may be so, but nothing here shows it' },
  { verdict: 'opinion', detail: 'A judgement of the author that needs no source' },
  { verdict: 'not-checkable', detail: 'Nobody can know' },
];

/** Registers every command on annotations that package.json contributes. */
export function registerAnnotationCommands(session: Session, annotations: Annotations): void {
  const register = (name: string, run: (...args: never[]) => unknown): void => {
    session.context.subscriptions.push(commands.registerCommand(`backdraft.annotations.${name}`, run as (...args: unknown[]) => unknown));
  };
  register('create', ({ thread, text }: CommentReply) => create(annotations, thread, text));
  register('reply', ({ thread, text }: CommentReply) => create(annotations, thread, text));
  register('resolve', (thread: CommentThread) => resolve(annotations, thread, true));
  register('reopen', (thread: CommentThread) => resolve(annotations, thread, false));
  register('edit', (comment: ShownComment) => setMode(comment, CommentMode.Editing));
  register('cancelEdit', (comment: ShownComment) => setMode(comment, CommentMode.Preview));
  register('saveEdit', (comment: ShownComment) => saveEdit(annotations, comment));
  register('delete', (comment: ShownComment) => remove(annotations, comment));
  register('assign', (thread: CommentThread) => assign(annotations, thread));
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

function setMode(comment: ShownComment, mode: CommentMode): void {
  const thread = comment.thread();
  if (!thread) return;
  thread.comments = thread.comments.map(one => {
    const shown = one as ShownComment;
    return shown.id === comment.id ? { ...shown, mode, ...(mode === CommentMode.Editing ? { body: shown.raw } : {}) } : one;
  });
}

async function saveEdit(annotations: Annotations, comment: ShownComment): Promise<void> {
  const thread = comment.thread();
  const body = typeof comment.body === 'string' ? comment.body : comment.body.value;
  setMode(comment, CommentMode.Preview);
  if (thread) await annotations.change(thread.uri, { kind: 'edit', id: comment.id, body });
}

async function remove(annotations: Annotations, comment: ShownComment): Promise<void> {
  const thread = comment.thread();
  if (!thread) return;
  const { uri, annotation } = annotations.find(thread);
  if (annotation?.id === comment.id && annotation.replies.length > 0) {
    const choice = await window.showWarningMessage('Delete this annotation with all its replies?', { modal: true }, 'Delete');
    if (!choice) return;
  }
  await annotations.change(uri, { kind: 'delete', id: comment.id });
}

async function assign(annotations: Annotations, thread: CommentThread): Promise<void> {
  const { uri, annotation } = annotations.find(thread);
  if (!annotation) return;
  const assignee = await window.showInputBox({ prompt: 'Who has to act on it? Leave empty for nobody.', value: annotation.assignee ?? '' });
  if (assignee === undefined) return;
  await annotations.change(uri, { kind: 'assign', id: annotation.id, ...(assignee.trim() ? { assignee: assignee.trim() } : {}) });
}

/** Attaches an orphan to the selection: the one of the thread, else one to choose. */
async function attach(annotations: Annotations, thread?: CommentThread): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { uri } = editor.document;
  const orphans = annotations.of(uri)?.annotations.filter(one => one.lastText !== undefined) ?? [];
  const own = thread && annotations.find(thread).annotation;
  if (!own && orphans.length === 0) {
    void window.showInformationMessage('No annotation of this document has lost its passage.');
    return;
  }
  if (editor.selection.isEmpty) {
    void window.showInformationMessage('Select the passage that the annotation is about, then attach it.');
    return;
  }
  const items = orphans.map(one => ({ label: one.lastText ?? '', description: one.by ?? '', detail: one.body.slice(0, 200), id: one.id }));
  const id = own?.id ?? (items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder: 'Which annotation?' }))?.id;
  if (id !== undefined) await annotations.change(uri, { kind: 'attach', id, range: plain(editor.selection) });
}

async function giveVerdict(annotations: Annotations, at: unknown, range?: WireRange, given?: WireVerdict): Promise<void> {
  const editor = window.activeTextEditor;
  const uri = typeof at === 'string' ? Uri.parse(at) : editor?.document.uri;
  const place = range ?? (editor && plain(editor.selection));
  if (!uri || !place) return;
  const items = VERDICTS.map(({ verdict, detail }) => ({ label: verdictName(verdict), detail, verdict }));
  const verdict = given ?? (await window.showQuickPick(items, { placeHolder: 'Your verdict on the claim at the cursor' }))?.verdict;
  if (!verdict) return;
  const sources = annotations.of(uri)?.sources ?? [];
  const evidence =
    given === undefined && sources.length > 0 && verdict !== 'opinion'
      ? await window.showQuickPick([...sources], { canPickMany: true, placeHolder: 'Which sources does it rest on? None is fine' })
      : [];
  if (evidence === undefined) return;
  await annotations.change(uri, { kind: 'add', range: place, verdict, evidence, body: '' });
}

async function exportAll({ client }: Session): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) return;
  const format = await window.showQuickPick(
    [
      { label: 'W3C annotation collection (JSON-LD)', format: 'w3c', language: 'json' },
      { label: 'Sidemark review file (MRSF, YAML)', format: 'mrsf', language: 'yaml' },
    ],
    { placeHolder: 'Export annotations as' },
  );
  if (!format) return;
  const content = await client.sendRequest<string>(EXPORT_ANNOTATIONS_REQUEST, {
    textDocument: { uri: uri.toString() },
    format: format.format,
  });
  await window.showTextDocument(await workspace.openTextDocument({ content, language: format.language }));
}

async function importFrom({ client }: Session, annotations: Annotations): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) return;
  const [file] =
    (await window.showOpenDialog({ filters: { Annotations: ['json', 'jsonld', 'yaml', 'yml'] }, title: 'Import annotations' })) ?? [];
  if (!file) return;
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const result = await client.sendRequest<ImportAnnotationsResult>(IMPORT_ANNOTATIONS_REQUEST, {
    textDocument: { uri: uri.toString() },
    text,
  });
  if ('error' in result) void window.showErrorMessage(result.error);
  else
    void window.showInformationMessage(`${result.added} annotations were added; ${result.skipped} were here already or could not be read.`);
  await annotations.refresh(uri.toString());
}

function plain({ start, end }: Range): WireRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
