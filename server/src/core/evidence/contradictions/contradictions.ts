// Owns: the differences between a claim and what evidence states about the same thing.
// Must not know: verdicts, citations, rules.
import type { Difference } from '../types.ts';

/** No kinds yet. */
export function findDifferences(): readonly Difference[] {
  return [];
}
