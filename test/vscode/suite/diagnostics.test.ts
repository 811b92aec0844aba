// Owns: findings as VS Code shows them: on opening, after edits of draft and notes, in closed files.
// Must not know: which rules exist beyond those of the test story.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION, fileUri, finding, findings, noFinding, openFile, restore, ruleOf, until } from '../helpers.ts';

describe('Diagnostics', () => {
  it('show what is wrong with a draft soon after it is opened', async () => {
    const since = Date.now();
    const { document } = await openFile('story', 'draft.md');
    const number = await finding(document.uri, 'claims/contradicted-number');
    console.log(`      first finding ${Date.now() - since} ms after opening`);
    assert.match(document.getText(number.range), /21/);
    assert.equal(number.severity, vscode.DiagnosticSeverity.Error);
    const key = await finding(document.uri, 'citations/unresolved');
    assert.match(document.getText(key.range), /pol/);
  });

  it('link to the page of their rule and to the evidence', async () => {
    const { document } = await openFile('story', 'draft.md');
    const number = await finding(document.uri, 'claims/contradicted-number');
    assert.ok(typeof number.code === 'object');
    assert.match(number.code.target.path, /docs\/rules\/claims\/contradicted-number\.md$/);
    assert.match(number.relatedInformation?.[0]?.location.uri.path ?? '', /notes\/pool\.md$/);
  });

  it('follow the draft while it is typed', async () => {
    const editor = await openFile('story', 'draft.md');
    const text = editor.document.getText();
    const at = editor.document.positionAt(text.indexOf('21'));
    await finding(editor.document.uri, 'claims/contradicted-number');
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 2)), '12'));
    await noFinding(editor.document.uri, 'claims/contradicted-number');
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 2)), '21'));
    await finding(editor.document.uri, 'claims/contradicted-number');
    await restore(editor.document, text);
  });

  it('follow an edit of a note that nobody has saved', async () => {
    const draft = await openFile('story', 'draft.md');
    await finding(draft.document.uri, 'claims/contradicted-number');
    const note = await openFile('story', 'notes', 'pool.md');
    const text = note.document.getText();
    const at = note.document.positionAt(text.indexOf('12 routers'));
    await note.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 2)), '21'));
    await noFinding(draft.document.uri, 'claims/contradicted-number');
    await restore(note.document, text);
    await finding(draft.document.uri, 'claims/contradicted-number');
  });

  it('follow a note that changes on disk', async () => {
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const draft = await openFile('story', 'draft.md');
    const note = fileUri('story', 'notes', 'pool.md');
    const before = await vscode.workspace.fs.readFile(note);
    const changed = new TextDecoder().decode(before).replace('12 routers', '21 routers');
    await vscode.workspace.fs.writeFile(note, new TextEncoder().encode(changed));
    await noFinding(draft.document.uri, 'claims/contradicted-number');
    await vscode.workspace.fs.writeFile(note, before);
    await finding(draft.document.uri, 'claims/contradicted-number');
  });

  it('are listed for a draft that is not open', async () => {
    const text = 'TLP:WHITE\n\nThe server was reached by CVE-2024-12.\n';
    const uri = fileUri('story', 'closed.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await finding(uri, 'references/malformed-cve');
    await vscode.workspace.fs.delete(uri);
    await until('end of the findings', () => (findings(uri).length === 0 ? true : undefined));
  });

  it('stay calm on a page without notes', async () => {
    const { document } = await openFile('plain.md');
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.deepEqual(findings(document.uri).map(ruleOf), []);
  });

  it('come with an extension that was not started before a document asked for it', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension?.isActive);
    assert.ok(!extension.packageJSON.activationEvents.some((event: string) => event === '*' || event === 'onStartupFinished'));
  });
});
