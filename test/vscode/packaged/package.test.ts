// Owns: the packed extension: it installs in VS Code and works from what the package holds.
// Must not know: what is in the package.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION, finding, openFile, until } from '../helpers.ts';

describe('The packed extension', () => {
  it('installs', async () => {
    assert.equal(vscode.extensions.getExtension(EXTENSION), undefined, 'nothing is installed before');
    const file = process.env.BACKDRAFT_VSIX;
    assert.ok(file);
    await vscode.commands.executeCommand('workbench.extensions.installExtension', vscode.Uri.file(file));
    const extension = await until('extension', () => vscode.extensions.getExtension(EXTENSION));
    assert.ok(!extension.extensionPath.includes('/out/'), extension.extensionPath);
  });

  it('checks a draft', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
  });

  it('ends when it is uninstalled', async () => {
    await vscode.commands.executeCommand('workbench.extensions.uninstallExtension', EXTENSION);
    await until('end of the extension', () => (vscode.extensions.getExtension(EXTENSION) === undefined ? true : undefined));
  });
});
