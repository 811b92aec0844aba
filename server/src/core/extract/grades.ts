// Owns: finding Admiralty grades stated in prose in a segment.
// Must not know: other segments, notes, rules.
import type { GradeFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Grades in order. */
export function extractGrades(_input: ExtractInput): readonly GradeFact[] {
  return [];
}
