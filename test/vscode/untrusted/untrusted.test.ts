// Owns: a window whose folder is not trusted: Backdraft works there, and nothing of the folder is run.
// Must not know: which rules exist beyond those of the test story.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { action, EXTENSION, fileUri, finding, noFinding, openFile, restore, until } from '../helpers.ts';

describe('A folder that is not trusted', () => {
  it('is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('has its drafts checked, hovered and mended', async () => {
    const { document } = await openFile('story', 'draft.md');
    const text = document.getText();
    const { range } = await finding(document.uri, 'claims/contradicted-number');
    assert.equal(vscode.extensions.getExtension(EXTENSION)?.isActive, true);
    await until('hover with the evidence', async () => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        range.start,
      );
      return hovers.some(({ contents }) => contents.some(part => (typeof part === 'string' ? part : part.value).includes('Pool report')))
        ? true
        : undefined;
    });
    const fix = await action(document.uri, range, /12/);
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noFinding(document.uri, 'claims/contradicted-number');
    await restore(document, text);
  });

  it('has its own configuration read as data: a table that is a script is a problem, and never run', async () => {
    const write = (name: string, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(fileUri('trap', ...name.split('/')), new TextEncoder().encode(text));
    const bait = fileUri('trap', 'ran').fsPath;
    const script = `#!/bin/sh\n':' //; require('node:fs').writeFileSync(${JSON.stringify(bait)}, '')\ntouch '${bait}'\n`;
    for (const name of ['table.js', '.git/hooks/post-checkout', '.git/fsmonitor', 'node_modules/backdraft/index.js', 'package.js'])
      await write(name, script);
    execFileSync('chmod', ['-R', '+x', fileUri('trap').fsPath]);
    await write('package.json', '{ "scripts": { "prepare": "sh ./table.js" }, "main": "./package.js" }\n');
    await write('.git/config', '[core]\n  fsmonitor = ./.git/fsmonitor\n  hooksPath = .git/hooks\n[user]\n  name = Somebody\n');
    await write('.backdraft.yaml', 'extends: ./table.js\nattack:\n  bundle: ./table.js\nkev:\n  file: ./table.js\n');
    await write('notes/n.md', '# A note\n\nThe harbour has twelve routers.\n');
    await write('draft.md', 'It was CVE-2024-12, they said. The harbour has 21 routers.\n');
    const { document } = await openFile('trap', 'draft.md');
    await finding(document.uri, 'references/malformed-cve');
    await until('a problem of the configuration', () =>
      vscode.languages.getDiagnostics(fileUri('trap', '.backdraft.yaml')).length > 0 ? true : undefined,
    );
    assert.equal(existsSync(bait), false);
  });

  it('cannot speak in the name of the user: settings of the folder do not name the author or open the way to language models', async () => {
    await vscode.workspace.fs.writeFile(
      fileUri('.vscode', 'settings.json'),
      new TextEncoder().encode('{ "backdraft.assistant.enabled": true, "backdraft.annotations.author": "Somebody" }\n'),
    );
    await new Promise(resolve => setTimeout(resolve, 1000));
    const settings = vscode.workspace.getConfiguration('backdraft');
    assert.equal(settings.get('assistant.enabled'), false);
  });
});
