// Owns: what goes wrong around a writer: a server that dies while they type, files that move, files of other kinds.
// Must not know: which rules exist beyond those of the test story.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { EXTENSION, fileUri, finding, findings, noFinding, openFile, restore, ruleOf, until } from '../helpers.ts';

/** Process ids of the language servers of this extension host. */
function servers(): readonly number[] {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  return children
    .split('\n')
    .filter(line => line.includes('server.node.js'))
    .map(line => Number.parseInt(line, 10));
}

describe('Upsets', () => {
  it('a server that dies while one types loses nothing and doubles nothing', async function () {
    if (process.platform !== 'linux') this.skip();
    const editor = await openFile('story', 'draft.md');
    const { document } = editor;
    const text = document.getText();
    await finding(document.uri, 'claims/contradicted-number');
    const settled = findings(document.uri).map(ruleOf).sort();
    const [pid] = servers();
    assert.ok(pid);
    const words = 'The harbour office has told nobody about it.';
    for (const [index, letter] of [...words].entries()) {
      if (index === 12) process.kill(pid, 'SIGKILL');
      await editor.edit(edit => edit.insert(document.positionAt(document.getText().length), letter));
    }
    assert.ok(document.getText().endsWith(words), 'every letter is there');
    await until('a new server', () => (servers().some(other => other !== pid) ? true : undefined));
    // The new server knows the text as it is now: what is put right is no longer found, what is put back is found once.
    const at = document.positionAt(document.getText().indexOf('21'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 2)), '12'));
    await noFinding(document.uri, 'claims/contradicted-number');
    await restore(document, text);
    await until('the findings of before, each once', () =>
      JSON.stringify(findings(document.uri).map(ruleOf).sort()) === JSON.stringify(settled) ? true : undefined,
    );
  });

  it('a note that is renamed outside is another source, and back again', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    const from = fileUri('story', 'notes', 'pool.md');
    const away = fileUri('story', 'pool.away');
    await vscode.workspace.fs.rename(from, away);
    await noFinding(document.uri, 'claims/contradicted-number');
    await vscode.workspace.fs.rename(away, from);
    await finding(document.uri, 'claims/contradicted-number');
  });

  it('a draft that is deleted outside takes its findings along', async () => {
    const uri = fileUri('story', 'short-lived.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('TLP:WHITE\n\nIt was CVE-2024-12.\n'));
    await finding(uri, 'references/malformed-cve');
    await vscode.workspace.fs.delete(uri);
    await until('end of the findings', () => (findings(uri).length === 0 ? true : undefined));
  });

  it('a draft that was never saved is checked for what needs no notes', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'It was CVE-2024-12, they said.\n' });
    await vscode.window.showTextDocument(document);
    await finding(document.uri, 'references/malformed-cve');
    for (const command of ['newNoteForClaim', 'setStrictness', 'newSourceFromClipboard'])
      await vscode.commands.executeCommand(`backdraft.${command}`);
    assert.equal(document.getText(), 'It was CVE-2024-12, they said.\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('notebooks are left alone', async function () {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'It was CVE-2024-12, they said.', 'markdown');
    // The served VS Code comes without the extension that opens notebooks.
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell])).then(
      opened => opened,
      (error: unknown) => (/no provider/i.test(String(error)) ? undefined : Promise.reject(error)),
    );
    if (!notebook) return this.skip();
    const [first] = notebook.getCells();
    assert.ok(first);
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.deepEqual(findings(first.document.uri), []);
  });

  it('starting costs little', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension?.isActive);
    const [start] = performance.getEntriesByName('backdraft/activation');
    assert.ok(start, 'the time of activation is measured');
    console.log(`      activation ${Math.round(start.duration)} ms of the extension host beyond loading the client library`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const since = performance.now();
    const { document } = await openFile('sample', 'draft.md');
    await until('findings of the sample', () => (findings(document.uri).length > 0 ? true : undefined));
    console.log(`      first findings of the sample ${Math.round(performance.now() - since)} ms after opening it in a warm editor`);
  });
});
