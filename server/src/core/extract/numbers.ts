// Owns: finding numbers with units and bounds in a segment.
// Must not know: other segments, notes, rules.
import type { NumberFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Numbers of the prose, in order. */
export function extractNumbers(_input: ExtractInput): readonly NumberFact[] {
  return [];
}
