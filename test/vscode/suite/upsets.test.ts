// Owns: what goes wrong around a writer: a server that dies while they type, files that move, files of other kinds.
// Must not know: which rules exist beyond those of the test story.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
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

/** The draft of the story with its findings, and the process of the server that found them. */
async function settledStory() {
  const { document } = await openFile('story', 'draft.md');
  await finding(document.uri, 'claims/contradicted-number');
  const [pid] = servers();
  assert.ok(pid);
  return { document, pid };
}

/** Thirty questions at once. */
function askForHovers({ uri }: vscode.TextDocument): readonly Thenable<unknown>[] {
  return Array.from({ length: 30 }, (_, index) =>
    vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(2, index)),
  );
}

/** The library of the language client alone, bundled like the extension. */
const CLIENT_LIBRARY = path.join(__dirname, '../client-library.js');

/** Milliseconds of CPU time that loading a bundle takes; the least of several times. */
function loadTime(file: string): number {
  const load = createRequire(file);
  const times = Array.from({ length: 5 }, () => {
    delete load.cache[file];
    const before = process.cpuUsage();
    load(file);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
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

  it('a server that dies amid many requests starts again', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document, pid } = await settledStory();
    // A server that stands still answers nothing, so that what it is asked piles up until it dies.
    process.kill(pid, 'SIGSTOP');
    const asked = askForHovers(document);
    await new Promise(resolve => setTimeout(resolve, 300));
    process.kill(pid, 'SIGKILL');
    const more = askForHovers(document);
    await until('a new server', () => (servers().some(other => other !== pid) ? true : undefined));
    await Promise.allSettled([...asked, ...more]);
    await finding(document.uri, 'claims/contradicted-number');
  });

  it('a server that hangs is restarted by the command', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document, pid } = await settledStory();
    process.kill(pid, 'SIGSTOP');
    await vscode.commands.executeCommand('backdraft.restart');
    await until('a new server', () => (servers().some(other => other !== pid) ? true : undefined));
    await finding(document.uri, 'claims/contradicted-number');
    await until('the old server gone', () => (servers().includes(pid) ? undefined : true));
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

  it('a draft that was never saved is checked, and nothing is written beside it', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'It was CVE-2024-12, they said.\n' });
    await vscode.window.showTextDocument(document);
    await finding(document.uri, 'references/malformed-cve');
    for (const command of ['newNoteForClaim', 'setStrictness', 'newSourceFromClipboard'])
      await vscode.commands.executeCommand(`backdraft.${command}`);
    assert.equal(document.getText(), 'It was CVE-2024-12, they said.\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('notebooks are left alone', async () => {
    const uri = fileUri('story', 'cells.testbook');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('It was CVE-2024-12, they said.\n'));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    const cell = notebook.getCells()[0]?.document;
    assert.equal(cell?.languageId, 'markdown');
    // The same words in a draft have been found by then, so there was time for the cell, too.
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'It was CVE-2024-12, they said.\n' });
    await finding(draft.uri, 'references/malformed-cve');
    assert.deepEqual(findings(cell.uri), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  });

  it('starting costs little', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension?.isActive);
    const [start] = performance.getEntriesByName('backdraft/activation');
    assert.ok(start, 'the time of activation is measured');
    const { ofClient } = (start as PerformanceMeasure).detail as { readonly ofClient: number };
    const [ours, library] = [loadTime(path.join(extension.extensionPath, 'dist/extension.node.js')), loadTime(CLIENT_LIBRARY)];
    const [all, beyond] = [ours + start.duration, ours - library + start.duration - ofClient].map(Math.round);
    console.log(`      activation ${beyond} ms of the extension host beyond the client library, ${all} ms with it`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const since = performance.now();
    const { document } = await openFile('sample', 'draft.md');
    await until('findings of the sample', () => (findings(document.uri).length > 0 ? true : undefined));
    console.log(`      first findings of the sample ${Math.round(performance.now() - since)} ms after opening it in a warm editor`);
  });
});
