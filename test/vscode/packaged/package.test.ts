// Owns: the packed extension: it installs in VS Code and works from what the package holds.
// Must not know: what is in the package.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
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

  it('brings all that it needs', () => {
    const folder = vscode.extensions.getExtension(EXTENSION)?.extensionPath;
    assert.ok(folder);
    for (const name of [
      'dist/server.node.js',
      'dist/cli.js',
      'dist/knowledge',
      'docs/rules/quotes/altered.md',
      'LICENSE.txt',
      'dist/THIRD-PARTY-NOTICES.txt',
    ]) {
      assert.ok(existsSync(path.join(folder, name)), name);
    }
    for (const name of ['node_modules', 'server', 'client/src', 'test', 'dist/server.node.js.map'])
      assert.ok(!existsSync(path.join(folder, name)), name);
  });

  after(() => vscode.commands.executeCommand('workbench.extensions.uninstallExtension', EXTENSION));
});
