// Owns: what only the browser shows: the extension in a web worker host, its tables and pages over its own address.
// Must not know: what findings say.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION, fileUri, finding, openFile } from '../vscode/helpers.ts';
import { describeVirtualFolder } from '../vscode/virtual.ts';

describeVirtualFolder();

describe('In the browser', () => {
  it('the extension runs without Node', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node, 'undefined');
    assert.equal(vscode.extensions.getExtension(EXTENSION)?.extensionUri.scheme, 'http');
  });

  it('tables come from the extension’s own files', async () => {
    const uri = fileUri('story', 'attack.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('It comes back through T1053.003 Scheduled Task.\n'));
    await openFile('story', 'attack.md');
    await finding(uri, 'references/attack-name-mismatch');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('an untitled draft is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'It was reached by CVE-2024-12.\n' });
    await vscode.window.showTextDocument(document);
    await finding(document.uri, 'references/malformed-cve');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('restart brings the findings back', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    await vscode.commands.executeCommand('backdraft.restart');
    await finding(document.uri, 'claims/contradicted-number');
  });
});
