// Owns: finding words of estimative probability, confidence and hedging in a segment.
// Must not know: other segments, notes, rules.
import type { EstimateFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Estimates of the prose, in order. */
export function extractEstimates(_input: ExtractInput): readonly EstimateFact[] {
  return [];
}
