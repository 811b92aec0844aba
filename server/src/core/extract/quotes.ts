// Owns: finding direct quotes in a segment.
// Must not know: other segments, notes, rules.
import type { Quote } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Quotes in order of their opening mark. */
export function extractQuotes(_input: ExtractInput): readonly Quote[] {
  return [];
}
