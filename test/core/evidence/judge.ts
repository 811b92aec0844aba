// Owns: a Story in memory for tests of verdicts: one draft, its notes, what each claim of it gets.
// Must not know: rules.
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
