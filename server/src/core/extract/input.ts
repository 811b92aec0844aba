// Owns: what an extractor is given.
// Must not know: what extractors do with it.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SegmentTree } from '../syntax/types.ts';
import type { Facts } from './facts.ts';

/** One segment to read, and all that earlier extractors found in it. */
export interface ExtractInput {
  readonly tree: SegmentTree;
  readonly role: 'draft' | 'notes';
  readonly knowledge: Knowledge;
  /** Facts so far; later kinds are empty arrays. The order stands in `extract.ts`. */
  readonly facts: Facts;
}
