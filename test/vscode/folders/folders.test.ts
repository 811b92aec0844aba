// Owns: what kinds of folders and files there are: several folders, virtual ones, a remote host, files changed outside, untitled, too large, notebooks.
// Must not know: what findings say.
import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import * as vscode from 'vscode';
import { EXTENSION, fileUri, finding, findings, noFinding, openFile, ruleOf, until } from '../helpers.ts';
import { describeVirtualFolder } from '../virtual.ts';

const write = (uri: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const WRONG = 'TLP:WHITE\n\nIt was reached by CVE-2024-12.\n';
const MALFORMED = 'references/malformed-cve';

describe('A workspace of several folders', () => {
  it('each folder has its own configuration', async () => {
    const other = vscode.workspace.workspaceFolders?.[1]?.uri;
    assert.ok(other);
    const there = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(other, 'draft.md'));
    await vscode.window.showTextDocument(there, { preview: false });
    const key = await finding(there.uri, 'citations/unresolved');
    assert.equal(key.severity, vscode.DiagnosticSeverity.Information);
    assert.ok(!findings(there.uri).map(ruleOf).includes('claims/contradicted-number'));
    const here = await openFile('story', 'draft.md');
    await finding(here.document.uri, 'claims/contradicted-number');
    assert.equal((await finding(here.document.uri, 'citations/unresolved')).severity, vscode.DiagnosticSeverity.Error);
  });

  it('notes of one folder back nothing in another', async () => {
    const other = vscode.workspace.workspaceFolders?.[1]?.uri;
    assert.ok(other);
    const uri = vscode.Uri.joinPath(other, 'second.md');
    await write(uri, 'They took 31 ships in May.[@here]\n');
    await write(fileUri('story', 'notes', 'here.md'), 'They took 31 ships in May.\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    await finding(uri, 'citations/unresolved');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(fileUri('story', 'notes', 'here.md'));
  });

  it('the extension runs where the files are', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    if (vscode.env.remoteName) assert.equal(extension?.extensionKind, vscode.ExtensionKind.Workspace);
    assert.equal(extension?.packageJSON.capabilities.untrustedWorkspaces.supported, true);
  });
});

describeVirtualFolder();

describe('Files', () => {
  after(async () => {
    for (const names of [['long.md'], ['notes', 'long.md']]) await fs.rm(fileUri('story', ...names).fsPath, { force: true });
  });

  it('a note that is renamed and deleted outside', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    const note = fileUri('story', 'notes', 'pool.md').fsPath;
    await fs.rename(note, `${note}.away`);
    await noFinding(document.uri, 'claims/contradicted-number');
    await fs.rename(`${note}.away`, note);
    await finding(document.uri, 'claims/contradicted-number');
  });

  it('a draft that is renamed and deleted outside takes its findings along', async () => {
    const [before, after] = [fileUri('story', 'before.md'), fileUri('story', 'after.md')];
    await fs.writeFile(before.fsPath, WRONG);
    await finding(before, MALFORMED);
    await fs.rename(before.fsPath, after.fsPath);
    await finding(after, MALFORMED);
    await noFinding(before, MALFORMED);
    await fs.rm(after.fsPath);
    await noFinding(after, MALFORMED);
  });

  it('an untitled draft is checked, with edits that nobody saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: WRONG });
    const editor = await vscode.window.showTextDocument(document);
    await finding(document.uri, MALFORMED);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit(edit => edit.replace(all, 'It was reached by CVE-2024-1234.\n'));
    await noFinding(document.uri, MALFORMED);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('an untitled draft is checked against the notes of the story that it was begun in, by its configuration', async () => {
    const content = 'Lumenet gave 21 routers to the harbour office on 12 February 2026.[@pool] It was a gift.[@pol]\n';
    for (const [folder, path, severity] of [
      [0, 'story/draft.md', vscode.DiagnosticSeverity.Error],
      [1, 'draft.md', vscode.DiagnosticSeverity.Information],
    ] as const) {
      const root = vscode.workspace.workspaceFolders?.[folder]?.uri;
      assert.ok(root);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path)), { preview: false });
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document);
      assert.equal((await finding(document.uri, 'citations/unresolved')).severity, severity);
      const other = findings(document.uri).some(one => ruleOf(one) === 'claims/contradicted-number');
      assert.equal(other, folder === 0);
      // A server that starts anew is told the same, whatever is in the editor by then.
      const elsewhere = vscode.workspace.workspaceFolders?.[1 - folder]?.uri;
      assert.ok(elsewhere);
      const there = vscode.Uri.joinPath(elsewhere, folder === 0 ? 'draft.md' : 'story/draft.md');
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(there), { preview: false });
      await vscode.commands.executeCommand('backdraft.restart');
      await vscode.window.showTextDocument(document);
      assert.equal((await finding(document.uri, 'citations/unresolved')).severity, severity);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('drafts and notes above a limit say so once, with the limit’s name', async () => {
    const [draft, note] = [fileUri('story', 'long.md'), fileUri('story', 'notes', 'long.md')];
    const settings = vscode.workspace.getConfiguration('backdraft.limits');
    await settings.update('draftLength', 2000, vscode.ConfigurationTarget.Global);
    await settings.update('noteLength', 2000, vscode.ConfigurationTarget.Global);
    await write(draft, `${WRONG}${'A harbour is a place for ships. '.repeat(80)}\n`);
    await write(note, 'A harbour is a place for ships. '.repeat(80));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft), { preview: false });
    const said = async (uri: vscode.Uri, name: string): Promise<void> => {
      await until(`finding that names ${name}`, () => (findings(uri).some(({ message }) => message.includes(name)) ? true : undefined));
      assert.equal(
        findings(uri).length,
        1,
        findings(uri)
          .map(({ message }) => message)
          .join('\n'),
      );
    };
    await said(draft, 'limits.draft');
    await said(note, 'limits.note');
    await settings.update('draftLength', undefined, vscode.ConfigurationTarget.Global);
    await settings.update('noteLength', undefined, vscode.ConfigurationTarget.Global);
    await finding(draft, MALFORMED);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('cells of notebooks are left alone', async () => {
    const serializer = { deserializeNotebook: () => new vscode.NotebookData([]), serializeNotebook: () => new Uint8Array() };
    const registered = vscode.workspace.registerNotebookSerializer('backdraft-test-notebook', serializer);
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, WRONG, 'markdown');
    const notebook = await vscode.workspace
      .openNotebookDocument('backdraft-test-notebook', new vscode.NotebookData([cell]))
      .then(undefined, () => undefined);
    // Without a contribution for the type some versions open none: then the text of a cell stands in by its scheme.
    const uri = notebook?.cellAt(0).document.uri ?? vscode.Uri.parse('vscode-notebook-cell:/story/x.ipynb#cell');
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    assert.deepEqual(findings(uri), []);
    registered.dispose();
  });
});
