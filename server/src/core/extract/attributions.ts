// Owns: finding who is named in prose as the source of claims and quotes.
// Must not know: other segments, notes, rules.
import type { Attribution, Quote } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Attributions in order, and the quotes of `input.facts` with their speakers filled in. */
export function extractAttributions(input: ExtractInput): {
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly Quote[];
} {
  return { attributions: [], quotes: input.facts.quotes };
}
