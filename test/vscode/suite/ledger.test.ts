// Owns: the panel of the ledger in VS Code: it follows the draft, and leads to its claims.
// Must not know: how the ledger is gathered.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../../client/src/extension.shared.ts';
import { EXTENSION, finding, openFile, restore, until } from '../helpers.ts';

describe('Ledger', () => {
  it('opens beside the draft, follows its edits, and shows a claim in the editor', async () => {
    const { document } = await openFile('story', 'draft.md');
    const extension = vscode.extensions.getExtension<Views>(EXTENSION);
    assert.ok(extension);
    const { ledger } = await extension.activate();
    const before = document.getText();
    await finding(document.uri, 'claims/contradicted-number');
    await vscode.commands.executeCommand('backdraft.openLedger');
    const shown = await until('the ledger', () => ledger.shown);
    assert.equal(shown.draft, document.uri.toString());
    assert.match(shown.body, /The notes say otherwise/);
    assert.doesNotMatch(shown.body, /<script/);
    try {
      const edit = new vscode.WorkspaceEdit();
      const at = document.positionAt(document.getText().indexOf('21 routers'));
      edit.replace(document.uri, new vscode.Range(at, at.translate(0, 2)), '12');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const now = await until('the ledger of the new text', () =>
        ledger.shown && /gave 12 routers/.test(ledger.shown.body) && !/gave 21 routers/.test(ledger.shown.body) ? ledger.shown : undefined,
      );
      const [, target] = /data-target="(\d+)"[^>]*><bdi>[^<]*gave 12 routers/.exec(now.body) ?? [];
      assert.ok(target, 'the claim leads somewhere');
      await ledger.take({ type: 'reveal', version: now.version, target: Number(target) });
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), document.uri.toString());
      assert.match(document.getText(editor?.selection), /gave 12 routers/);
    } finally {
      await restore(document, before);
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    }
  });

  it('is for readers at a level that is chosen, and forgets it with the draft', async () => {
    const { document } = await openFile('story', 'draft.md');
    const extension = vscode.extensions.getExtension<Views>(EXTENSION);
    assert.ok(extension);
    const { ledger } = await extension.activate();
    await vscode.commands.executeCommand('backdraft.openLedger');
    const of = (uri: vscode.Uri) =>
      until(`the ledger of ${uri.path}`, () => (ledger.shown?.draft === uri.toString() ? ledger.shown : undefined));
    const before = await of(document.uri);
    assert.match(before.body, /gave 12 routers/);
    await ledger.take({ type: 'audience', tlp: 'GREEN', includeAbove: true, includeUnmarked: false });
    const marked = await until('the ledger for readers', () => (/TLP:GREEN/.test(ledger.shown?.body ?? '') ? ledger.shown : undefined));
    assert.doesNotMatch(marked.body, /Lumenet gave 12 routers/, 'what has no mark is left out');
    await ledger.take({ type: 'audience', tlp: 'GREEN', includeAbove: true, includeUnmarked: true });
    await until('the unmarked evidence', () => (/Lumenet gave 12 routers/.test(ledger.shown?.body ?? '') ? true : undefined));
    assert.deepEqual(ledger.shown?.audience, { tlp: 'GREEN', includeAbove: true, includeUnmarked: true });
    const sample = await openFile('sample', 'draft.md');
    assert.deepEqual((await of(sample.document.uri)).audience, {});
    await openFile('story', 'draft.md');
    const again = await of(document.uri);
    assert.deepEqual(again.audience, {});
    assert.equal(again.body, before.body);
    await ledger.take({ type: 'audience', tlp: 'PURPLE', includeAbove: false, includeUnmarked: true });
    assert.deepEqual(ledger.shown?.audience, { includeAbove: false, includeUnmarked: false });
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });
});
