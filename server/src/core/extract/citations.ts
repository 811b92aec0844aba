// Owns: finding citations in every form that drafts use in a segment.
// Must not know: other segments, notes, rules.
import type { Citation } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Citations as written, in order; the Story says which of them resolve. */
export function extractCitations(_input: ExtractInput): readonly Citation[] {
  return [];
}
