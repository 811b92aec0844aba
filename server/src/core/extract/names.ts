// Owns: finding proper names in a segment.
// Must not know: other segments, notes, rules.
import type { NameFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Proper names of the prose, in order. */
export function extractNames(_input: ExtractInput): readonly NameFact[] {
  return [];
}
