// Owns: finding indicators, plain and defanged in a segment.
// Must not know: other segments, notes, rules.
import type { Indicator } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Indicators in order; none overlaps another. */
export function extractIndicators(_input: ExtractInput): readonly Indicator[] {
  return [];
}
