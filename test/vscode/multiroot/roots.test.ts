// Owns: a workspace of several folders, each with a configuration of its own.
// Must not know: which rules exist beyond those of the test stories.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, findings, restore, ruleOf, until } from '../helpers.ts';

/** Opens the draft of a folder of the workspace. */
async function openDraft(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.find(one => one.name === name);
  assert.ok(folder, `there is a folder ${name}`);
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'draft.md'), { preview: false });
}

describe('Several folders', () => {
  it('each folder goes by its own configuration', async () => {
    const story = await openDraft('story');
    await finding(story.document.uri, 'claims/contradicted-number');
    const other = await openDraft('other');
    await finding(other.document.uri, 'citations/unresolved');
    assert.ok(!findings(other.document.uri).map(ruleOf).includes('claims/contradicted-number'));
  });

  it('a citation comes in the style of its folder', async () => {
    for (const [name, cited] of [
      ['story', /locked room \[@pol\]\.\[\^pool\]/],
      ['other', /locked room \[@pol\] \[\[pool\]\]\./],
    ] as const) {
      const editor = await openDraft(name);
      const text = editor.document.getText();
      const at = editor.document.positionAt(text.indexOf('The office keeps'));
      editor.selection = new vscode.Selection(at, at);
      await until('citation', async () => {
        if (cited.test(editor.document.getText())) return true;
        await vscode.commands.executeCommand('backdraft.evidence.cite', { kind: 'source', id: 'pool', source: { key: 'pool' } });
        return undefined;
      });
      await restore(editor.document, text);
    }
  });
});
