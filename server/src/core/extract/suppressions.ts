// Owns: finding suppression comments in a segment.
// Must not know: other segments, notes, rules.
import type { SuppressionFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Suppressions in order. */
export function extractSuppressions(_input: ExtractInput): readonly SuppressionFact[] {
  return [];
}
