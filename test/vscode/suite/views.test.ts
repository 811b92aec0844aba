// Owns: the Claims and Evidence views and their badge, as VS Code shows them.
// Must not know: how verdicts are reached.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../../client/src/extension.shared.ts';
import { EXTENSION, finding, openFile, restore, until } from '../helpers.ts';

/** The labels of a tree, level by level, as deep as asked. */
async function labels<T>(tree: vscode.TreeDataProvider<T>, depth: number, node?: T): Promise<unknown[]> {
  const children = (await tree.getChildren(node)) ?? [];
  return Promise.all(
    children.map(async child => {
      const { label } = await tree.getTreeItem(child);
      return depth === 1 ? label : [label, await labels(tree, depth - 1, child)];
    }),
  );
}

describe('Views', () => {
  let views: Views;

  /** Opens the story and waits until the Claims view is about it: for a moment it still shows the draft before. */
  async function openStory(): Promise<vscode.TextEditor> {
    const editor = await openFile('story', 'draft.md');
    const uri = editor.document.uri.toString();
    await until('the claims of the story', () => (views.claims.list?.uri === uri && views.claims.list.claims.length > 0) || undefined);
    return editor;
  }

  before(async () => {
    await openFile('story', 'draft.md');
    const extension = vscode.extensions.getExtension<Views>(EXTENSION);
    assert.ok(extension);
    views = await extension.activate();
  });

  afterEach(async () => {
    views.claims.filterBy({});
    await views.claims.groupBy('verdict');
  });

  it('claims stand under their verdicts, and the badge counts those without support', async () => {
    const { document } = await openStory();
    await finding(document.uri, 'claims/contradicted-number');
    const tree = await until('the contradicted claim', async () => {
      const found = await labels(views.claims, 2);
      return JSON.stringify(found).includes('The notes say otherwise') ? found : undefined;
    });
    assert.match(JSON.stringify(tree), /Lumenet gave 21 routers/);
    assert.equal(views.claims.badge, views.claims.list?.claims.filter(({ open }) => open).length);
    assert.ok(views.claims.badge >= 1);
  });

  it('a claim goes to its place, and says what it rests on', async () => {
    const [group] = (await views.claims.getChildren()) ?? [];
    const [claim] = (await views.claims.getChildren(group)) ?? [];
    assert.ok(claim);
    const item = views.claims.getTreeItem(claim);
    assert.match(item.accessibilityInformation?.label ?? '', /^The notes say otherwise\. Lumenet gave 21 routers.*Rests on Pool report/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { command } = item;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^Lumenet gave 21 routers/);
    await until('the source behind the claim', async () =>
      JSON.stringify(await labels(views.claims, 1, claim)).includes('Pool report') ? true : undefined,
    );
  });

  it('the badge follows the draft while it is typed', async () => {
    const editor = await openStory();
    const text = editor.document.getText();
    const before = await until('badge', () => views.claims.badge || undefined);
    const at = editor.document.positionAt(text.indexOf('21'));
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 2)), '12'));
    await until('one claim fewer', () => (views.claims.badge === before - 1 ? true : undefined));
    await restore(editor.document, text);
    await until('the claim again', () => (views.claims.badge === before ? true : undefined));
  });

  it('claims are grouped by section and by source, and filtered', async () => {
    await openStory();
    await views.claims.groupBy('section');
    assert.deepEqual(await labels(views.claims, 1), ['Routers for the harbour']);
    await views.claims.groupBy('source');
    assert.ok((await labels(views.claims, 1)).includes('Pool report from the harbour'));
    views.claims.filterBy({ words: 'no such words' });
    assert.deepEqual(await labels(views.claims, 1), []);
    views.claims.filterBy({ verdicts: ['contradicted'] });
    await views.claims.groupBy('verdict');
    assert.deepEqual(await labels(views.claims, 1), ['The notes say otherwise']);
  });

  it('a look at a note leaves the claims alone; a page without notes does not', async () => {
    await openStory();
    await openFile('story', 'notes', 'pool.md');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.match(views.claims.list?.uri ?? '', /story\/draft\.md$/);
    await openFile('plain.md');
    await until('the other draft', () => (views.claims.list?.uri.endsWith('/plain.md') ? true : undefined));
    assert.equal(views.claims.list?.dormant, true);
    assert.equal(views.claims.badge, 0);
  });

  it('evidence shows sources with what rests on them', async () => {
    await openFile('story', 'draft.md');
    await vscode.commands.executeCommand('backdraft.evidence.focus');
    const [source] = await until('evidence', async () => {
      await views.evidence.refresh();
      const found = (await views.evidence.getChildren()) ?? [];
      return views.evidence.list?.sources[0]?.uses.length ? found : undefined;
    });
    assert.ok(source);
    const item = views.evidence.getTreeItem(source);
    assert.equal(item.label, 'Pool report from the harbour');
    assert.equal(item.description, 'pool · B2 · 2026-02-13');
    assert.match(item.contextValue ?? '', /citable/);
    assert.match(JSON.stringify(await labels(views.evidence, 1, source)), /Lumenet gave 21 routers/);
  });

  it('the context menu of a source shows its claims and copies its key', async () => {
    await openFile('story', 'draft.md');
    const [source] = (await views.evidence.getChildren()) ?? [];
    await vscode.commands.executeCommand('backdraft.evidence.copyKey', source);
    assert.equal(await vscode.env.clipboard.readText(), 'pool');
    await vscode.commands.executeCommand('backdraft.evidence.showClaims', source);
    assert.deepEqual(views.claims.filter, { source: { key: 'pool', name: 'Pool report from the harbour' } });
  });
});
