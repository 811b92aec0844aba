// Owns: finding claims, their type and check-worthiness in a segment.
// Must not know: other segments, notes, rules.
import type { Claim } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** One claim for each sentence, more where a sentence is cut into clauses; in order. */
export function extractClaims(_input: ExtractInput): readonly Claim[] {
  return [];
}
