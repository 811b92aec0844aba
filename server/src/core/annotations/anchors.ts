// Owns: finding the passages of annotations in a text, or saying honestly that they cannot be found.
// Must not know: sidecars, editors, verdicts.
import type { Anchor, Placement } from './types.ts';

/** Places of anchors in a text, in the order of the anchors. */
export function placeAnchors(text: string, anchors: readonly (Anchor | undefined)[]): readonly Placement[] {
  return anchors.map(anchor => (anchor ? place(text, anchor) : { state: 'document' }));
}

function place(text: string, anchor: Anchor): Placement {
  const orphaned = (why: 'gone' | 'copies'): Placement => ({ state: 'orphaned', lastText: anchor.exact, why });
  if (anchor.exact === '') return orphaned('gone');
  const inContext = occurrences(text, anchor.prefix + anchor.exact + anchor.suffix).map(at => at + anchor.prefix.length);
  const found = inContext.length > 0 ? inContext : occurrences(text, anchor.exact);
  const [start, other] = found;
  if (start === undefined) return orphaned('gone');
  if (other !== undefined) return orphaned('copies');
  return { state: 'placed', span: { start, end: start + anchor.exact.length }, how: 'exact' };
}

/** The first two places of `piece` in `text`. */
function occurrences(text: string, piece: string): readonly number[] {
  const first = text.indexOf(piece);
  if (first < 0) return [];
  const second = text.indexOf(piece, first + 1);
  return second < 0 ? [first] : [first, second];
}
