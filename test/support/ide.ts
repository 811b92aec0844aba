// Owns: a Story in memory for tests of what the editor shows, with places named by the words that stand there.
// Must not know: single features.
import assert from 'node:assert';
import type { CheckedDocument, Workspace } from '../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from './memory-files.ts';

export interface TestStory {
  readonly workspace: Workspace;
  /** The check of a file. */
  check(path: string): CheckedDocument;
  /** Offset of the first occurrence of words in a file, `plus` further on. */
  at(path: string, words: string, plus?: number): number;
  /** The words at a span of a file. */
  words(uri: string, span: { readonly start: number; readonly end: number }): string;
}

/** Reads files into a workspace. */
export async function storyOf(files: Readonly<Record<string, string>>): Promise<TestStory> {
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
  await workspace.load();
  return {
    workspace,
    check(path) {
      const checked = workspace.check(uriOf(path));
      assert.ok(checked, `${path} can be checked`);
      return checked;
    },
    at(path, words, plus = 0) {
      const at = files[path]?.indexOf(words) ?? -1;
      assert.notEqual(at, -1, `${words} is in ${path}`);
      return at + plus;
    },
    words(uri, { start, end }) {
      return workspace.textOf(uri)?.slice(start, end) ?? '';
    },
  };
}
