// Owns: finding actors, malware and tools of the knowledge tables in a segment.
// Must not know: other segments, notes, rules, where the tables come from.
import type { NameFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Names of actors, malware and tools in the prose, in order. */
export function extractSecurityNames(_input: ExtractInput): readonly NameFact[] {
  return [];
}
