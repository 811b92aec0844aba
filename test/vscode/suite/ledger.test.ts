// Owns: the panel of the ledger in VS Code: it follows the draft, and leads to its claims.
// Must not know: how the ledger is gathered.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../../client/src/extension.shared.ts';
import { answering, EXTENSION, fileUri, finding, openFile, restore, until } from '../helpers.ts';

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
    await ledger.take({ type: 'audience', version: ledger.shown?.version ?? 0, tlp: 'GREEN', includeAbove: true, includeUnmarked: false });
    const marked = await until('the ledger for readers', () => (/TLP:GREEN/.test(ledger.shown?.body ?? '') ? ledger.shown : undefined));
    assert.doesNotMatch(marked.body, /Lumenet gave 12 routers/, 'what has no mark is left out');
    await ledger.take({ type: 'audience', version: ledger.shown?.version ?? 0, tlp: 'GREEN', includeAbove: true, includeUnmarked: true });
    await until('the unmarked evidence', () => (/Lumenet gave 12 routers/.test(ledger.shown?.body ?? '') ? true : undefined));
    const chosen = await until('what was chosen', () => (ledger.shown?.audience.includeUnmarked ? ledger.shown.audience : undefined));
    assert.deepEqual(chosen, { tlp: 'GREEN', includeAbove: true, includeUnmarked: true });
    const sample = await openFile('sample', 'draft.md');
    assert.deepEqual((await of(sample.document.uri)).audience, {});
    await openFile('story', 'draft.md');
    const again = await of(document.uri);
    assert.deepEqual(again.audience, {});
    assert.equal(again.body, before.body);
    await ledger.take({ type: 'audience', version: ledger.shown?.version ?? 0, tlp: 'PURPLE', includeAbove: false, includeUnmarked: true });
    await until('no level that nobody knows', () => (ledger.shown?.audience.includeAbove === false ? true : undefined));
    assert.deepEqual(ledger.shown?.audience, { includeAbove: false, includeUnmarked: false });
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  /** The ledger of the draft of the story, shown for its own mark. */
  async function opened() {
    const { document } = await openFile('story', 'draft.md');
    const { ledger } = (await vscode.extensions.getExtension<Views>(EXTENSION)?.activate()) ?? assert.fail('no extension');
    await vscode.commands.executeCommand('backdraft.openLedger');
    const shown = await until('the ledger', () => (ledger.shown?.draft === document.uri.toString() ? ledger.shown : undefined));
    return { ledger, document, shown };
  }

  it('shows a level only with the ledger that was made for it, and the last one that was chosen', async () => {
    const { ledger, shown } = await opened();
    const choose = (tlp: string) =>
      ledger.take({ type: 'audience', version: shown.version, tlp, includeAbove: false, includeUnmarked: false });
    const seen = new Set<string>();
    const look = (): string | undefined => {
      const tlp = ledger.shown?.audience.tlp;
      seen.add(
        `${tlp ?? 'own mark'}: ${tlp === undefined ? ledger.shown?.body === shown.body : ledger.shown?.body.includes(`TLP:${tlp}`)}`,
      );
      return tlp;
    };
    const chosen = ['GREEN', 'AMBER', 'RED'].map(tlp => {
      const choosing = choose(tlp);
      look();
      return choosing;
    });
    await until('the last level', () => (look() === 'RED' ? true : undefined));
    await Promise.all(chosen);
    look();
    assert.deepEqual([...seen].sort(), ['RED: true', 'own mark: true']);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('a level that was chosen for a draft is none for the next one', async () => {
    const { ledger, shown } = await opened();
    const sample = await openFile('sample', 'draft.md');
    const uri = sample.document.uri.toString();
    const now = await until('the ledger of the sample', () => (ledger.shown?.draft === uri ? ledger.shown : undefined));
    await ledger.take({ type: 'audience', version: shown.version, tlp: 'CLEAR', includeAbove: true, includeUnmarked: true });
    assert.deepEqual([ledger.shown?.audience, ledger.shown?.body], [{}, now.body]);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  it('says why it was not saved', async () => {
    const { ledger, document } = await opened();
    const within = vscode.Uri.joinPath(document.uri, 'ledger.json');
    const said = await answering('showErrorMessage', undefined, () =>
      answering('showSaveDialog', within, () => ledger.take({ type: 'export', format: 'json' })),
    );
    assert.match(said.map(([words]) => String(words)).join(), /^The ledger was not saved: .+/);
    const target = fileUri('ledger.json');
    await answering('showInformationMessage', undefined, () =>
      answering('showSaveDialog', target, () => ledger.take({ type: 'export', format: 'json' })),
    );
    assert.equal(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(target))).version, 1);
    await vscode.workspace.fs.delete(target);
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });
});
