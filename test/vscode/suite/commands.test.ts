// Owns: commands, the server's restart, and setting up a story.
// Must not know: what findings say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { fileUri, finding, findings, openFile, ruleOf, until } from '../helpers.ts';

describe('Commands', () => {
  it('all that package.json names are there', async () => {
    await openFile('story', 'draft.md');
    const known = await vscode.commands.getCommands(true);
    const { contributes } = vscode.extensions.getExtension('backdraft.backdraft')?.packageJSON ?? {};
    for (const { command } of contributes.commands) assert.ok(known.includes(command), command);
  });

  it('check workspace counts files and findings', async () => {
    await openFile('story', 'draft.md');
    const result = await vscode.commands.executeCommand<{ files: number; findings: { error: number } }>('backdraft.checkWorkspace');
    assert.ok(result.files >= 2, JSON.stringify(result));
    assert.ok(result.findings.error >= 1, JSON.stringify(result));
  });

  it('restart brings the findings back', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    await vscode.commands.executeCommand('backdraft.restart');
    await finding(document.uri, 'claims/contradicted-number');
  });

  it('a server that is killed starts again, without double findings', async () => {
    const editor = await openFile('story', 'draft.md');
    const { uri } = editor.document;
    await finding(uri, 'claims/contradicted-number');
    const before = await until('settled findings', () => (findings(uri).length > 0 ? findings(uri).map(ruleOf).sort() : undefined));
    if (process.platform === 'linux') {
      const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
      const [pid] = children
        .split('\n')
        .filter(line => line.includes('server.node.js'))
        .map(line => Number.parseInt(line, 10));
      assert.ok(pid, children);
      process.kill(pid, 'SIGKILL');
      await until('a new server', () => {
        const now = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
        return now.split('\n').some(line => line.includes('server.node.js') && Number.parseInt(line, 10) !== pid) ? true : undefined;
      });
    }
    await finding(uri, 'claims/contradicted-number');
    await until('the same findings', () =>
      JSON.stringify(findings(uri).map(ruleOf).sort()) === JSON.stringify(before) ? true : undefined,
    );
  });

  it('set up a folder as a story', async () => {
    await vscode.workspace.fs.createDirectory(fileUri('fresh'));
    await vscode.workspace.fs.writeFile(fileUri('fresh', 'piece.md'), new TextEncoder().encode('# A piece\n\nIt begins here.\n'));
    await openFile('fresh', 'piece.md');
    await vscode.commands.executeCommand('backdraft.setUpStory');
    await vscode.workspace.fs.stat(fileUri('fresh', '.backdraft.yaml'));
    await vscode.workspace.fs.stat(fileUri('fresh', 'notes', 'first-source.md'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('fresh'), { recursive: true });
  });
});
