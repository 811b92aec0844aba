// Owns: what a writer's commands do: walking claims, citing, new notes, opinions, copying addresses, strictness.
// Must not know: how sources are ranked.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAsked } from '../../../client/src/places.ts';
import type { ProtocolChanges } from '../../../server/src/protocol.ts';
import { fileUri, finding, noFinding, openFile, restore, until } from '../helpers.ts';

const run = <T>(command: string, ...words: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(`backdraft.${command}`, ...words);

/** Puts the cursor before (or the selection over) some words of the active editor. */
function select(editor: vscode.TextEditor, words: string, all = false): void {
  const at = editor.document.getText().indexOf(words);
  assert.notEqual(at, -1, words);
  const start = editor.document.positionAt(at);
  editor.selection = new vscode.Selection(start, all ? editor.document.positionAt(at + words.length) : start);
}

describe('Writing', () => {
  let editor: vscode.TextEditor;
  let text: string;

  beforeEach(async () => {
    editor = await openFile('story', 'draft.md');
    text = editor.document.getText();
    await finding(editor.document.uri, 'claims/contradicted-number');
  });

  afterEach(async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('story', 'draft.md'));
    if (document.getText() !== text) await restore(document, text);
    for (const [name] of await vscode.workspace.fs.readDirectory(fileUri('story', 'notes')))
      if (name !== 'pool.md') await vscode.workspace.fs.delete(fileUri('story', 'notes', name));
  });

  it('walks from one unsupported claim to the next, and round again', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const places = new Set<number>();
    const visit = async (command: string): Promise<number> => {
      await run(command);
      return editor.selection.active.line;
    };
    // The text was put back just now: the list of claims may still be that of before.
    const first = await until('walk that begins at the first claim', async () => {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      const line = await visit('nextUnsupportedClaim');
      return editor.document.lineAt(line).text.includes('21 routers') ? line : undefined;
    });
    for (let line = first, count = 0; count < 10; count++) {
      places.add(line);
      line = await visit('nextUnsupportedClaim');
      if (line === first) break;
    }
    assert.ok(places.size > 1, 'there are more claims to walk to');
    assert.equal(editor.selection.active.line, first, 'the walk comes back to where it began');
    const last = await visit('previousUnsupportedClaim');
    assert.equal(last, Math.max(...places));
  });

  it('cites a source that a view names', async () => {
    select(editor, 'The office keeps');
    await run('evidence.cite', { kind: 'source', id: 'pool', source: { key: 'pool' } });
    assert.match(editor.document.getText(), /in a locked room \[@pol\]\.\[\^pool\]/);
  });

  it('cites evidence through the picker', async () => {
    select(editor, 'The office keeps');
    const done = run('citeEvidence');
    await until('citation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return /locked room \[@pol\]\.\[\^pool\]/.test(editor.document.getText()) ? true : undefined;
    });
    await done;
  });

  it('marks a sentence as opinion', async () => {
    select(editor, 'The office keeps');
    await run('markAsOpinion');
    assert.match(editor.document.getText(), /\[@pol\]\. <!-- backdraft-opinion -->/);
  });

  it('copies addresses defanged and plain', async () => {
    await restore(editor.document, `${text}\nIt called http://evil.example/a and 198.51.100[.]7 that night.\n`);
    select(editor, 'It called http://evil.example/a and 198.51.100[.]7', true);
    await run('copyDefanged');
    assert.equal(await vscode.env.clipboard.readText(), 'It called hxxp://evil[.]example/a and 198.51.100[.]7');
    await run('copyRefanged');
    assert.equal(await vscode.env.clipboard.readText(), 'It called http://evil.example/a and 198.51.100.7');
  });

  it('makes a note of a link in the clipboard, and finds it again', async () => {
    await vscode.env.clipboard.writeText('[Gift of routers](https://example.org/2026/02/14/gift)');
    await run('newSourceFromClipboard');
    const note = vscode.window.activeTextEditor;
    assert.match(note?.document.uri.path ?? '', /story\/notes\/gift-routers\.md$/);
    assert.match(
      note?.document.getText() ?? '',
      /^## Gift of routers \{#gift-routers\}\n- url: https:\/\/example\.org\/2026\/02\/14\/gift\n- published: 2026-02-14\n- retrieved: \d{4}-\d{2}-\d{2}\n\n$/,
    );
    assert.equal(note?.selection.active.line, 5);
    await until('the source to be known', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Gift of routers',
      );
      return found.some(({ location }) => location.uri.path.endsWith('gift-routers.md')) || undefined;
    });
    await openFile('story', 'draft.md');
    await vscode.env.clipboard.writeText('https://www.example.org/2026/02/14/gift/');
    await run('newSourceFromClipboard');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /gift-routers\.md$/);
    const files = await vscode.workspace.fs.readDirectory(fileUri('story', 'notes'));
    assert.deepEqual(files.map(([name]) => name).sort(), ['gift-routers.md', 'pool.md']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('makes a note for a claim, cited in the draft', async () => {
    select(editor, 'The office keeps');
    await run('newNoteForClaim');
    const note = vscode.window.activeTextEditor?.document;
    assert.match(note?.getText() ?? '', /<!-- For: The office keeps the invoices/);
    const key = /\{#(.+)\}/.exec(note?.getText() ?? '')?.[1];
    assert.ok(editor.document.getText().includes(`[^${key}]`), editor.document.getText());
    await restore(editor.document, text);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openFile('story', 'draft.md');
  });

  it('writes strictness into the configuration of the story, and keeps the rest of it', async () => {
    const file = fileUri('story', '.backdraft.yaml');
    const before = await vscode.workspace.fs.readFile(file);
    const done = run('setStrictness');
    // The list opens when the server has said what is in force.
    for (
      let tries = 0;
      tries < 100 && new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) === new TextDecoder().decode(before);
      tries++
    ) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await done;
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.equal(written, `${new TextDecoder().decode(before)}strictness: strict\n`);
    await restore(await vscode.workspace.openTextDocument(file), new TextDecoder().decode(before));
  });

  it('asks anew for changes that VS Code refuses, and tells when that goes on', async () => {
    const start = { line: 0, character: 0 };
    const changeIn = (uri: vscode.Uri): ProtocolChanges => ({
      edits: [{ uri: uri.toString(), range: { start, end: start }, newText: 'Anew. ' }],
      creates: [],
    });
    const missing = changeIn(fileUri('story', 'not-there.md'));
    let asked = 0;
    const calm = (): never => assert.fail('there was something to change');
    assert.ok(await applyAsked(async () => (asked++ === 0 ? missing : changeIn(editor.document.uri)), calm));
    assert.equal(asked, 2);
    assert.equal(editor.document.getText(), `Anew. ${text}`);
    await restore(editor.document, text);
    asked = 0;
    const refused = async (): Promise<ProtocolChanges> => {
      asked++;
      return missing;
    };
    assert.equal(await applyAsked(refused, calm), undefined);
    assert.equal(asked, 3);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('toggles strictness round and round, each time in the configuration', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('story', '.backdraft.yaml'));
    const before = document.getText();
    for (const strictness of ['strict', 'relaxed', 'standard']) {
      // It ends when its notice is closed.
      void run('toggleStrictness');
      await until(strictness, () => (document.getText().includes(`strictness: ${strictness}\n`) && !document.isDirty ? true : undefined));
      await vscode.commands.executeCommand('notifications.clearAll');
    }
    await restore(document, before);
  });

  it('is calm where there is nothing to do', async () => {
    const plain = await openFile('plain.md');
    const before = plain.document.getText();
    for (const command of ['nextUnsupportedClaim', 'citeEvidence', 'evidence.cite', 'showUnchecked', 'copyDefanged']) void run(command);
    await new Promise(resolve => setTimeout(resolve, 800));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(plain.document.getText(), before);
    await noFinding(plain.document.uri, 'claims/unsupported');
  });
});
