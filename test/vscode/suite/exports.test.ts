// Owns: saving what a draft is published as: where it goes, and what is said of it.
// Must not know: what an export holds.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, fileUri, finding, openFile } from '../helpers.ts';

const DRAFT = `# Gifts

Lumenet gave 12 routers to the harbour office on 12 February 2026.[^pool] <!-- backdraft-opinion -->

[^pool]: Pool report.
`;

describe('Exports', () => {
  const uri = (): vscode.Uri => fileUri('story', 'outgoing.md');
  before(async () => {
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(DRAFT));
    const { document } = await openFile('story', 'draft.md');
    await finding(document.uri, 'claims/contradicted-number');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri());
  });

  /** Runs a command as a person who saves what comes; answers the text that was saved, where it was offered to go, and what was said. */
  async function saved(command: string, choice?: RegExp) {
    await openFile('story', 'outgoing.md');
    const target = fileUri('exported');
    let said: unknown[][] = [];
    const choose = (items: readonly vscode.QuickPickItem[]): unknown => items.find(({ label }) => choice?.test(label));
    const asked = await answering('showSaveDialog', target, async () => {
      said = await answering('showInformationMessage', undefined, () =>
        answering('showQuickPick', choose, () => vscode.commands.executeCommand(`backdraft.${command}`)),
      );
    });
    const [options] = (asked[0] ?? []) as [vscode.SaveDialogOptions?];
    const text = options ? new TextDecoder().decode(await vscode.workspace.fs.readFile(target)) : undefined;
    if (options) await vscode.workspace.fs.delete(target);
    return { text, offered: options?.defaultUri?.path, said: said.map(([words]) => String(words)).join() };
  }

  for (const { command, choice, name, text, words } of [
    {
      command: 'exportCleanCopy',
      choice: undefined,
      name: '/outgoing.clean.md',
      text: /^# Gifts\n\n.*\[\^pool\]\n\n\[/,
      words: /copy is saved/,
    },
    { command: 'exportBibliography', choice: /CSL/, name: '/outgoing.cited.json', text: /"URL": "https:/, words: /bibliography is saved/ },
    { command: 'exportBibliography', choice: /BibLaTeX/, name: '/outgoing.cited.bib', text: /^@online\{pool/, words: /is saved/ },
  ])
    it(`${command} ${choice?.source ?? ''}`, async () => {
      const made = await saved(command, choice);
      assert.match(made.text ?? '', text);
      assert.equal(made.offered, fileUri().path + name, 'above the story, where nothing reads it as a draft or source');
      assert.match(made.said, words);
    });

  it('exportClaimReview says why there is nothing to save', async () => {
    const made = await saved('exportClaimReview');
    assert.equal(made.text, undefined);
    assert.match(made.said, /nothing to export\. No claim is verified/);
  });
});
