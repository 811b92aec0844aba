// Owns: finding dates and times in a segment.
// Must not know: other segments, notes, rules.
import type { DateFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Dates of the prose, in order. */
export function extractDates(_input: ExtractInput): readonly DateFact[] {
  return [];
}
