// Owns: the checks of a virtual folder, the same in Node's extension host and in the browser's.
// Must not know: which host runs them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../client/src/extension.shared.ts';
import type { WireRange } from '../../server/src/protocol.ts';
import { answering, EXTENSION, finding, noFinding, until } from './helpers.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

const ROOT = vscode.Uri.parse('memfs:/story');
const NOTE = '## Pool report {#pool}\n- published: 2026-02-13\n\nLumenet gave 12 routers to the harbour office on 12 February 2026.\n';
const DRAFT = '---\ndate: 2026-03-02\n---\n\nLumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]\n';

const at = (...names: readonly string[]): vscode.Uri => vscode.Uri.joinPath(ROOT, ...names);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A range as the protocol writes it: VS Code's own becomes something else on its way. */
const plain = ({ start, end }: vscode.Range): WireRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

/** Declares the tests; `memfs:/story` and `memread:/story`, which is read-only, are the last folders of the workspace. */
export function describeVirtualFolder(): void {
  // Before any test: while a folder's provider is not there, VS Code keeps whoever reads in it waiting.
  const files = new MemoryFileSystem();
  files.writeFile(at('notes', 'pool.md'), bytes(NOTE));
  files.writeFile(at('draft.md'), bytes(DRAFT));
  const fixed = new MemoryFileSystem();
  fixed.writeFile(at('notes', 'pool.md'), bytes(NOTE));
  fixed.writeFile(at('draft.md'), bytes(DRAFT));
  const registered = vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
    vscode.workspace.registerFileSystemProvider('memread', fixed, { isCaseSensitive: true, isReadonly: true }),
  );

  describe('A virtual folder', () => {
    before(async () => {
      assert.ok(vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'memfs'));
      // The provider came later than the server: as when a repository's extension wakes up late.
      await vscode.commands.executeCommand('backdraft.checkWorkspace');
    });
    after(() => registered.dispose());

    it('has its drafts checked against its notes', async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('draft.md')), { preview: false });
      const number = await finding(at('draft.md'), 'claims/contradicted-number');
      assert.equal(number.relatedInformation?.[0]?.location.uri.scheme, 'memfs');
    });

    it('is looked at again when a note changes', async () => {
      files.writeFile(at('notes', 'pool.md'), bytes(NOTE.replace('12 routers', '21 routers')));
      await noFinding(at('draft.md'), 'claims/contradicted-number');
      files.writeFile(at('notes', 'pool.md'), bytes(NOTE));
      await finding(at('draft.md'), 'claims/contradicted-number');
    });

    it('lists the findings of a draft that is not open', async () => {
      files.writeFile(at('closed.md'), bytes('TLP:WHITE\n\nIt was reached by CVE-2024-12.\n'));
      await finding(at('closed.md'), 'references/malformed-cve');
      files.delete(at('closed.md'));
      await until('end of the findings', () => (vscode.languages.getDiagnostics(at('closed.md')).length === 0 ? true : undefined));
    });

    it('takes annotations, and a draft that is renamed takes them along', async () => {
      const opened = await vscode.workspace.openTextDocument(at('draft.md'));
      await vscode.window.showTextDocument(opened, { preview: false });
      const own = await vscode.extensions.getExtension<Views>(EXTENSION)?.activate();
      await until('annotations of the draft', () => own?.annotations.of(at('draft.md')));
      const range = plain((await finding(at('draft.md'), 'claims/contradicted-number')).range);
      assert.ok(await own?.annotations.change(at('draft.md'), { kind: 'add', range, body: 'Who counted?' }));
      const textOf = (uri: vscode.Uri): string => new TextDecoder().decode(files.readFile(uri));
      const sidecar = at('draft.md.annotations.jsonl');
      const written = textOf(sidecar);
      assert.match(written, /^\{"id":"urn:uuid:.*"value":"Who counted\?".*"source":"draft.md".*\}\n$/);
      const placesAt = (uri: vscode.Uri): unknown => own?.annotations.of(uri)?.annotations.map(one => [one.body, one.range]);
      assert.deepEqual(placesAt(at('draft.md')), [['Who counted?', range]]);
      const rename = async (from: string, to: string): Promise<void> => {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(at(from), at(to));
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.deepEqual(
          files
            .readDirectory(ROOT)
            .map(([name]) => name)
            .sort(),
          [to, `${to}.annotations.jsonl`, 'notes'].sort(),
        );
      };
      await rename('draft.md', 'story.md');
      assert.equal(textOf(at('story.md.annotations.jsonl')), written);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('story.md')), { preview: false });
      await until('annotations of the renamed draft', () =>
        own?.annotations.of(at('story.md'))?.annotations.length === 1 ? true : undefined,
      );
      assert.deepEqual(placesAt(at('story.md')), [['Who counted?', range]]);
      await rename('story.md', 'draft.md');
      files.delete(sidecar);
    });

    it('that is read-only is checked, too; a verdict that cannot be kept is refused with a reason, and leaves nothing behind', async () => {
      const uri = at('draft.md').with({ scheme: 'memread' });
      const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
      const range = plain((await finding(uri, 'claims/contradicted-number')).range);
      const own = await vscode.extensions.getExtension<Views>(EXTENSION)?.activate();
      await until('annotations of the draft', () => own?.annotations.of(uri));
      const said = await answering('showErrorMessage', undefined, () =>
        vscode.commands.executeCommand('backdraft.annotations.verdict', uri.toString(), range, 'verified'),
      );
      assert.deepEqual(
        said.map(([message]) => message),
        ['draft.md.annotations.jsonl cannot be written here: the file or its folder is read-only (memread). Nothing was changed.'],
      );
      assert.deepEqual(own?.annotations.of(uri)?.annotations, []);
      assert.deepEqual(
        fixed.readDirectory(ROOT).map(([name]) => name),
        ['notes', 'draft.md'],
      );
      assert.equal(document.getText(), DRAFT);
      await finding(uri, 'claims/contradicted-number');
    });
  });
}
