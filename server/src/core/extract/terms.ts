// Owns: finding uses of security terms in a segment.
// Must not know: other segments, notes, rules.
import type { TermFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Terms of the prose, in order. */
export function extractTerms(_input: ExtractInput): readonly TermFact[] {
  return [];
}
