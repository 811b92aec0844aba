// Owns: finding names of actors, malware and tools in a segment.
// Must not know: other segments, notes, rules.
import type { NameFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Names that the security tables know, in order; none overlaps another. */
export function extractSecurityNames(_input: ExtractInput): readonly NameFact[] {
  return [];
}
