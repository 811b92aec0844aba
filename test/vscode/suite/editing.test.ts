// Owns: hover, quick fixes, fix-all, completion and navigation in VS Code.
// Must not know: their words beyond the test story.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { action, finding, noFinding, openFile, restore, until } from '../helpers.ts';

describe('Editing', () => {
  it('hover tells what the notes say', async () => {
    const { document } = await openFile('story', 'draft.md');
    const { range } = await finding(document.uri, 'claims/contradicted-number');
    const said = await until('hover with the evidence', async () => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        range.start,
      );
      const text = hovers.flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value))).join('\n');
      return /notes say otherwise/i.test(text) ? text : undefined;
    });
    assert.match(said, /Pool report/);
    assert.match(said, /12/);
  });

  it('a quick fix changes the text and ends the finding', async () => {
    const { document } = await openFile('story', 'draft.md');
    const text = document.getText();
    const { range } = await finding(document.uri, 'claims/contradicted-number');
    const fix = await action(document.uri, range, /12/);
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /Lumenet gave 12 routers/);
    await noFinding(document.uri, 'claims/contradicted-number');
    await restore(document, text);
  });

  it('fix-all takes the safe fixes at once', async () => {
    const { document } = await openFile('story', 'draft.md');
    const text = document.getText();
    await restore(document, `${text}\nThis paper is TLP:WHITE now.\n`);
    const { range } = await finding(document.uri, 'handling/obsolete-tlp');
    const all = await action(document.uri, range, /all safe fixes/i, vscode.CodeActionKind.SourceFixAll);
    assert.ok(all.edit);
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    assert.match(document.getText(), /This paper is TLP:CLEAR now/);
    await restore(document, text);
  });

  it('a finding can be ignored with a comment', async () => {
    const { document } = await openFile('story', 'draft.md');
    const text = document.getText();
    const { range } = await finding(document.uri, 'citations/unresolved');
    const ignore = await action(document.uri, range, /^Ignore citations\/unresolved here/);
    assert.ok(ignore.edit);
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    assert.match(document.getText(), /backdraft-disable-next-line citations\/unresolved/);
    await noFinding(document.uri, 'citations/unresolved');
    await restore(document, text);
  });

  it('citation keys are completed', async () => {
    const { document } = await openFile('story', 'draft.md');
    const text = document.getText();
    await restore(document, `${text}\nMore of it [@po\n`);
    const at = document.positionAt(document.getText().indexOf('[@po') + 4);
    const item = await until('completion of pool', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      return list?.items.find(one => (typeof one.label === 'string' ? one.label : one.label.label) === 'pool');
    });
    assert.match(item.detail ?? '', /Pool report/);
    await restore(document, text);
  });

  it('a citation leads to its note, and the note back', async () => {
    const { document } = await openFile('story', 'draft.md');
    const at = document.positionAt(document.getText().indexOf('[^pool]') + 3);
    const [there] = await until('definition', async () => {
      const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(there);
    const uri = 'targetUri' in there ? there.targetUri : there.uri;
    assert.match(uri.path, /notes\/pool\.md$/);
    const note = await openFile('story', 'notes', 'pool.md');
    const back = await until('references', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.Location[]>(
        'vscode.executeReferenceProvider',
        note.document.uri,
        new vscode.Position(0, 5),
      );
      return found.some(one => one.uri.path.endsWith('/draft.md')) ? found : undefined;
    });
    assert.ok(back.length >= 2);
  });
});
