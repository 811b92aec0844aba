// Owns: the commands on threads in the real VS Code: answering, editing, deleting, resolving, assigning, attaching, verdicts that change,
// import and export; each as the sidecar has it afterwards.
// Must not know: how passages are found, how lines are written.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ShownComment } from '../../../client/src/annotations/controller.ts';
import type { Views } from '../../../client/src/extension.shared.ts';
import type { AnnotateParams, WireAnnotation } from '../../../server/src/protocol.ts';
import { answering, EXTENSION, fileUri, openFile, until } from '../helpers.ts';

const CLAIM = 'Kestria has given network equipment to nine other governments since 2020.';
const DRAFT = `# Gifts\n\nThe port has twelve routers.\n\n${CLAIM}\n`;

interface Body {
  readonly value: string;
}

/** What the tests read of a line. */
interface Line {
  readonly id: string;
  readonly motivation: string;
  readonly body: Body | readonly Body[];
  readonly assignee?: { readonly name: string };
  readonly resolved?: unknown;
  readonly target: string | { readonly selector: readonly { readonly exact?: string }[] };
}

describe('Annotation commands', () => {
  const uri = (): vscode.Uri => fileUri('story', 'commanded.md');
  const sidecar = (): vscode.Uri => fileUri('story', 'commanded.md.annotations.jsonl');
  let own: Views | undefined;
  const views = (): Views => {
    assert.ok(own, 'the extension hands out its views');
    return own;
  };
  const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(`backdraft.annotations.${command}`, ...args);
  const all = (): readonly WireAnnotation[] => views().annotations.of(uri())?.annotations ?? [];
  const lines = async (): Promise<readonly Line[]> =>
    new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(sidecar()))
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Line);
  const wordsOf = (line: Line | undefined): readonly string[] => [line?.body ?? []].flat().map(({ value }) => value);
  const lineOf = async (id: string): Promise<Line | undefined> => (await lines()).find(line => line.id === id);

  const editor = (): Promise<vscode.TextEditor> => openFile('story', 'commanded.md');
  const rangeOf = ({ document }: vscode.TextEditor, words: string): vscode.Range => {
    const at = document.getText().indexOf(words);
    return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  };
  const plain = ({ start, end }: vscode.Range) => ({
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  });
  /** A new annotation, its thread and its comment, as VS Code hands them to commands. */
  const annotated = async (more: Omit<Extract<AnnotateParams['change'], { kind: 'add' }>, 'kind' | 'range'>, words = 'twelve routers') => {
    const known = new Set(all().map(({ id }) => id));
    const range = plain(rangeOf(await editor(), words));
    assert.ok(await views().annotations.change(uri(), { kind: 'add', range, ...more }));
    const id = all().find(one => !known.has(one.id))?.id ?? assert.fail('no annotation');
    return { id, thread: threadOf(id), comment: (): ShownComment => commentsOf(id)[0] ?? assert.fail('no comment') };
  };
  const threadOf = (id: string): vscode.CommentThread => views().annotations.thread(uri(), id) ?? assert.fail('no thread');
  const commentsOf = (id: string): readonly ShownComment[] => threadOf(id).comments as readonly ShownComment[];
  const bodyOf = ({ body }: vscode.Comment): string => (typeof body === 'string' ? body : body.value);

  before(async function () {
    this.timeout(120_000);
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(DRAFT));
    await editor();
    own = await vscode.extensions.getExtension<Views>(EXTENSION)?.activate();
    await until('annotations of the draft', () => (views().annotations.of(uri())?.annotatable ? true : undefined), 110_000);
  });
  afterEach(async () => {
    for (const { id } of all()) await views().annotations.change(uri(), { kind: 'delete', id });
    if ((await editor()).document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const one of [uri(), sidecar()]) await vscode.workspace.fs.delete(one).then(undefined, () => undefined);
  });

  it('reply: the answer stands below what it answers', async () => {
    const { id, thread } = await annotated({ body: 'Who counted?' });
    await run('reply', { thread, text: 'I did, *twice*.' });
    const answer = (await lines()).find(({ motivation }) => motivation === 'replying');
    assert.equal(answer?.target, id);
    assert.deepEqual(wordsOf(answer), ['I did, *twice*.']);
    assert.deepEqual(commentsOf(id).map(bodyOf), ['Who counted?', 'I did, *twice*.']);
    await run('reply', { thread, text: '  ' });
    assert.equal((await lines()).length, 2, 'an empty answer is none');
  });

  it('edit: the words alone are edited; what is cancelled is as it was', async () => {
    const { id, comment } = await annotated({ body: 'Says [[pool]].', verdict: 'disputed', assignee: 'Grace' }, CLAIM);
    const before = bodyOf(comment());
    await run('edit', comment());
    assert.deepEqual([comment().mode, bodyOf(comment())], [vscode.CommentMode.Editing, 'Says [[pool]].']);
    // What VS Code hands over has what was typed.
    comment().body = 'Typed, then thought better of.';
    const kept = await vscode.workspace.fs.readFile(sidecar());
    await run('cancelEdit', comment());
    assert.deepEqual([comment().mode, bodyOf(comment())], [vscode.CommentMode.Preview, before]);
    assert.deepEqual([...(await vscode.workspace.fs.readFile(sidecar()))], [...kept]);
    await run('edit', comment());
    comment().body = 'No source says so.';
    await run('saveEdit', comment());
    assert.equal(comment().mode, vscode.CommentMode.Preview);
    assert.match(bodyOf(comment()), /^Disputed · for Grace\n\nNo source says so\.$/);
    assert.equal(comment().label, 'edited');
    assert.deepEqual(wordsOf(await lineOf(id)), ['disputed', 'No source says so.']);
  });

  it('edit: an answer that comes meanwhile takes nothing of what is typed', async () => {
    const { id, thread, comment } = await annotated({ body: 'Who counted?' });
    await run('edit', comment());
    const editing = comment();
    await run('reply', { thread, text: 'I did.' });
    assert.equal(commentsOf(id).length, 2);
    assert.equal(comment(), editing, 'VS Code draws anew what is another object');
    await run('cancelEdit', comment());
  });

  it('edit: what cannot be kept stays in its box', async () => {
    const { id, comment } = await annotated({ body: 'Who counted?' });
    await run('edit', comment());
    const editing = comment();
    editing.body = 'Who counted them?';
    // Somebody's merge left a second line of it.
    const kept = await vscode.workspace.fs.readFile(sidecar());
    const text = new TextDecoder().decode(kept);
    await vscode.workspace.fs.writeFile(sidecar(), new TextEncoder().encode(text + text.replace('Who counted?', 'Says who?')));
    const said = await answering('showErrorMessage', undefined, () => run('saveEdit', editing));
    assert.match(String(said[0]?.[0]), /Two lines/);
    assert.equal(comment(), editing);
    await vscode.workspace.fs.writeFile(sidecar(), kept);
    await run('saveEdit', editing);
    assert.deepEqual(wordsOf(await lineOf(id)), ['Who counted them?']);
    assert.equal(comment().mode, vscode.CommentMode.Preview);
  });

  it('delete: asks before answers go, too', async () => {
    const { thread, comment } = await annotated({ body: 'Who counted?' });
    await run('reply', { thread, text: 'I did.' });
    const before = await lines();
    const asked = await answering('showWarningMessage', undefined, () => run('delete', comment()));
    assert.match(String(asked[0]?.[0]), /with all its replies/);
    assert.deepEqual(await lines(), before, 'nothing is deleted that nobody wanted deleted');
    await answering('showWarningMessage', 'Delete', () => run('delete', comment()));
    assert.deepEqual(await lines(), []);
  });

  it('delete: an answer goes alone, without asking', async () => {
    const { id, thread } = await annotated({ body: 'Who counted?' });
    await run('reply', { thread, text: 'I did.' });
    const asked = await answering('showWarningMessage', undefined, () => run('delete', commentsOf(id)[1]));
    assert.deepEqual(asked, []);
    assert.deepEqual(
      (await lines()).map(line => line.id),
      [id],
    );
  });

  it('resolve and reopen', async () => {
    const { id, thread } = await annotated({ body: 'Who counted?' });
    await run('resolve', thread);
    assert.ok((await lineOf(id))?.resolved);
    assert.deepEqual([thread.state, thread.contextValue], [vscode.CommentThreadState.Resolved, 'resolved']);
    await run('reopen', thread);
    assert.equal((await lineOf(id))?.resolved, undefined);
    assert.deepEqual([thread.state, thread.contextValue], [vscode.CommentThreadState.Unresolved, 'open']);
  });

  it('assign: to a person, to nobody, and to whoever it was where nobody answers', async () => {
    const { id, thread } = await annotated({ body: 'Who counted?' });
    for (const [answer, expected] of [
      [' Grace ', 'Grace'],
      [undefined, 'Grace'],
      ['', undefined],
    ] as const) {
      await answering('showInputBox', answer, () => run('assign', thread));
      assert.equal((await lineOf(id))?.assignee?.name, expected);
    }
  });

  it('attach: an orphan goes to the selection in its own document, whichever editor is active', async () => {
    const { id } = await annotated({ body: 'Who counted?' });
    const one = await editor();
    await one.edit(edit => edit.delete(rangeOf(one, 'The port has twelve routers.')));
    await until('orphan', () => (all()[0]?.lastText !== undefined ? true : undefined));
    await until('a thread that offers it', () => (/orphaned/.test(threadOf(id).contextValue ?? '') ? true : undefined));
    const said = await answering('showInformationMessage', undefined, () => run('attach', threadOf(id)));
    assert.match(String(said[0]?.[0]), /Select the passage/);
    const selected = rangeOf(one, 'network equipment');
    one.selection = new vscode.Selection(selected.start, selected.end);
    const plainFile = await vscode.workspace.openTextDocument(fileUri('plain.md'));
    const other = await vscode.window.showTextDocument(plainFile, { viewColumn: vscode.ViewColumn.Beside });
    other.selection = new vscode.Selection(0, 0, 0, 4);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), plainFile.uri.toString());
    await run('attach', threadOf(id));
    const target = (await lineOf(id))?.target;
    assert.equal(typeof target === 'object' ? target.selector[0]?.exact : target, 'network equipment');
    assert.deepEqual(all()[0]?.range, plain(selected));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
  });

  it('verdict: who gave one can change it, and what it rests on', async () => {
    const one = await editor();
    const { start } = rangeOf(one, 'network');
    one.selection = new vscode.Selection(start, start);
    const [source] = views().annotations.of(uri())?.sources ?? [];
    assert.ok(source);
    const give = async (verdict: string, sources: readonly string[]): Promise<unknown[][]> => {
      const choose = (items: readonly vscode.QuickPickItem[], { canPickMany }: vscode.QuickPickOptions = {}): unknown =>
        canPickMany ? items.filter(({ label }) => sources.includes(label)) : items.find(({ label }) => label === verdict);
      return answering('showQuickPick', choose, () => run('verdict'));
    };
    const said = (): unknown => all().map(({ verdict, evidence }) => [verdict, evidence]);
    await give('Verified', [source]);
    const [first] = await lines();
    assert.deepEqual(said(), [['verified', [source]]]);
    const [verdicts, sources] = (await give('Disputed', [])) as [vscode.QuickPickItem[][], vscode.QuickPickItem[][]];
    assert.deepEqual(
      verdicts[0]?.filter(({ description }) => description !== undefined).map(({ label }) => label),
      ['Verified'],
      'what was said so far is shown',
    );
    assert.deepEqual(
      sources[0]?.filter(({ picked }) => picked).map(({ label }) => label),
      [source],
    );
    assert.deepEqual(said(), [['disputed', []]]);
    await give('Verified', [source]);
    assert.deepEqual(said(), [['verified', [source]]]);
    assert.deepEqual(
      (await lines()).map(({ id }) => id),
      [first?.id],
    );
  });

  for (const { format, starts } of [
    { format: /W3C/, starts: '{\n  "@context"' },
    { format: /MRSF/, starts: 'mrsf_version' },
  ])
    it(`export and import: ${format.source}`, async () => {
      const { id } = await annotated({ body: 'Who counted?' });
      const choose = (items: readonly vscode.QuickPickItem[]): unknown => items.find(({ label }) => format.test(label));
      await answering('showQuickPick', choose, () => run('export'));
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.ok(text.startsWith(starts), text.slice(0, 80));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await editor();
      await views().annotations.change(uri(), { kind: 'delete', id });
      const file = fileUri('exported.txt');
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      await answering('showOpenDialog', [file], () => run('import'));
      assert.deepEqual((await lines()).length, 1);
      assert.deepEqual(
        all().map(({ body, range }) => [body, range?.start]),
        [['Who counted?', { line: 2, character: 13 }]],
      );
      const again = await answering('showOpenDialog', [file], () =>
        answering('showInformationMessage', undefined, () => run('import')).then(said => assert.match(String(said[0]?.[0]), /^0 /)),
      );
      assert.equal(again.length, 1);
      await vscode.workspace.fs.delete(file);
    });
});
