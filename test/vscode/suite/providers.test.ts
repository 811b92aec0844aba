// Owns: what VS Code makes of features that change several files or call commands: renaming, renamed files, code lenses.
// Must not know: forms of citations.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, findings, noFinding, openFile, ruleOf, until } from '../helpers.ts';

const DRAFT = 'The port has twelve routers from Lumenet.[@report]\n\nIt says so itself.[@rep0rt]\n';
const REPORT = '# A report\n\nThe port has twelve routers from Lumenet.\n';

describe('Renaming and lenses', () => {
  /** A folder of its own for each test: what the one before did on disk may still be on its way. */
  let folder: string;
  let count = 0;
  let editor: vscode.TextEditor;
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(fileUri(folder, ...name.split('/')), new TextEncoder().encode(text));
  const names = async (...of: readonly string[]): Promise<readonly string[]> =>
    (await vscode.workspace.fs.readDirectory(fileUri(folder, ...of))).map(([entry]) => entry);

  beforeEach(async () => {
    folder = `renaming-${++count}`;
    await write('.backdraft.yaml', 'citations: {style: pandoc}\n');
    await write('notes/report.md', REPORT);
    await write('draft.md', DRAFT);
    editor = await openFile(folder, 'draft.md');
    // The note is known once the wrong key alone is unresolved.
    await until('one unresolved key', () => {
      const unresolved = findings(editor.document.uri).filter(one => ruleOf(one) === 'citations/unresolved');
      return unresolved.length === 1 && unresolved[0] && editor.document.getText(unresolved[0].range).includes('rep0rt') ? true : undefined;
    });
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  it('says at a key what would be renamed', async () => {
    const position = editor.document.positionAt(DRAFT.indexOf('@report') + 2);
    const { placeholder, range } = await until('place of the key', () =>
      vscode.commands
        .executeCommand<{ range: vscode.Range; placeholder: string } | undefined>('vscode.prepareRename', editor.document.uri, position)
        .then(
          found => found,
          () => undefined,
        ),
    );
    assert.equal(placeholder, 'report');
    assert.equal(editor.document.getText(range), 'report');
  });

  it('renames a key together with its file, each citation once', async () => {
    const position = editor.document.positionAt(DRAFT.indexOf('@report') + 2);
    const edit = await until('rename', () =>
      vscode.commands
        .executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor.document.uri, position, 'quay')
        .then(found => (found.size > 0 ? found : undefined)),
    );
    // The command that asks providers puts text behind file operations; the editor itself keeps the server's order.
    const texts = edit.entries().filter(([, edits]) => edits.length > 0);
    assert.deepEqual(
      texts.map(([uri]) => uri.path.split('/').pop()),
      ['draft.md'],
    );
    const ordered = new vscode.WorkspaceEdit();
    for (const [uri, edits] of texts) ordered.set(uri, edits);
    ordered.renameFile(fileUri(folder, 'notes', 'report.md'), fileUri(folder, 'notes', 'quay.md'));
    assert.ok(await vscode.workspace.applyEdit(ordered));
    await until('new name', async () => ((await names('notes')).join() === 'quay.md' ? true : undefined));
    assert.equal(editor.document.getText(), DRAFT.replace('@report', '@quay'));
  });

  it('refuses a key that cannot be one, in words', async () => {
    const position = editor.document.positionAt(DRAFT.indexOf('@report') + 2);
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', editor.document.uri, position, 'my key')),
      /my-key/,
    );
  });

  it('takes citations along when a note gets another name', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(folder, 'notes', 'report.md'), fileUri(folder, 'notes', 'quay.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('new citation', () => (editor.document.getText() === DRAFT.replace('@report', '@quay') ? true : undefined));
    await editor.edit(builder => builder.replace(editor.document.lineAt(2).range, 'It says so itself.[@quay]'));
    await noFinding(editor.document.uri, 'citations/unresolved');
  });

  it('says above a source what rests on it, and shows where', async () => {
    const { document } = await openFile(folder, 'notes', 'report.md');
    const lens = await until('lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
      return lenses?.find(({ command }) => command && /^Rests on this: 1 /.test(command.title));
    });
    assert.equal(lens.command?.command, 'backdraft.showReferences');
    await vscode.commands.executeCommand(lens.command?.command ?? '', ...(lens.command?.arguments ?? []));
  });

  it('says above a paragraph how many sources it has', async () => {
    const lens = await until('lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 9);
      return lenses?.find(({ command }) => command && /^1 source$/.test(command.title));
    });
    assert.equal(lens.range.start.line, 0);
  });
});
