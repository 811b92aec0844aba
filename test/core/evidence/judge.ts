// Owns: a Story in memory for tests of verdicts: one draft, its notes, what each claim of it gets; tests of lists of drafts and notes.
// Must not know: rules.
import assert from 'node:assert';
import type { CheckedClaim } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

/** The judged claims of `draft` beside `notes` (by path, or one text for `notes/source.md`). */
export async function judge(
  draft: string,
  notes: string | Readonly<Record<string, string>>,
  configuration = '',
): Promise<readonly CheckedClaim[]> {
  const files = {
    'draft.md': draft,
    ...(typeof notes === 'string' ? { 'notes/source.md': notes } : notes),
    '.backdraft.yaml': configuration,
  };
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
  await workspace.load();
  return (await workspace.checkFile(uriOf('draft.md')))?.claims ?? [];
}

/** The differences of a draft as `kind: drafted | noted | replacement`. */
export async function differences(draft: string, notes: string | Readonly<Record<string, string>>): Promise<string[]> {
  const claims = await judge(draft, notes);
  return claims.flatMap(({ support }) =>
    support.differences.map(
      one => `${one.kind}: ${one.drafted} | ${one.noted}${one.replacement === undefined ? '' : ` | ${one.replacement}`}`,
    ),
  );
}

/** A sentence of a draft, and what the note says that it cites. */
export type Pair = readonly [string, string];

/** A test for each pair of which both sides can be right: neither the contrary nor less sure is told. */
export function itLetsBothBeRight(pairs: readonly Pair[]): void {
  for (const [draft, note] of pairs)
    it(`both: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(!found.some(one => /^(?:polarity|certainty)/.test(one)), found.join('\n'));
    });
}

/** A test for each pair of which one side is wrong: some difference is as expected (`kind: drafted | noted`). */
export function itTellsThemApart(name: string, pairs: readonly Pair[], expected: RegExp): void {
  for (const [draft, note] of pairs)
    it(`${name}: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(
        found.some(one => expected.test(one)),
        found.join('\n'),
      );
    });
}
