// Owns: finding CVE, ATT&CK and CWE ids, CVSS vectors and scores in a segment.
// Must not know: other segments, notes, rules.
import type { Reference } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** References in order. */
export function extractReferences(_input: ExtractInput): readonly Reference[] {
  return [];
}
