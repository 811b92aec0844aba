// Owns: finding Traffic Light Protocol marks in a segment.
// Must not know: other segments, notes, rules.
import type { TlpMark } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** TLP marks in order. */
export function extractMarks(_input: ExtractInput): readonly TlpMark[] {
  return [];
}
