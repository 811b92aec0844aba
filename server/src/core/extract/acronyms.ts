// Owns: finding acronyms and their expansions in a segment.
// Must not know: other segments, notes, rules.
import type { AcronymFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Acronyms of the prose, in order. */
export function extractAcronyms(_input: ExtractInput): readonly AcronymFact[] {
  return [];
}
