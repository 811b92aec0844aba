// Owns: whether a passage that stands whole stands elsewhere, too, with the same letters beside it.
// Must not know: candidates, how places are found, sidecars.
import type { Span } from '../text/span.ts';
import { type AnchorWords, codePoints } from './anchor-words.ts';
import type { Anchor } from './types.ts';
import type { WordIndex } from './words.ts';

/** Letters beside a passage that tell a copy of it. */
const BESIDE = 32;

/**
 * Whether a passage stands elsewhere, too, with what is before it or behind it, though that stood nowhere else when it was
 * described: then somebody copied it, and the copy may have more of its context.
 */
export function isCopied(index: WordIndex, { prefix, exact, shared = [] }: Anchor, { start, end }: Span): boolean {
  const [first, last] = [index.placeAt(start), index.placeAt(end) - 1];
  const [before, behind] = [besides(index, first, -1), besides(index, last, 1)];
  const stretches: readonly (readonly [number, number])[] = [
    [before, last],
    [first, behind],
  ];
  return stretches.some(([from, to]) => {
    if (index.countElsewhere(from, to, 1) === 0) return false;
    // Positions in a text without pairs; with them, nearly so.
    const at = codePoints(prefix) - (start - (index.starts[from] as number));
    const upTo = codePoints(prefix) + codePoints(exact) + ((index.ends[to] as number) - end);
    for (let k = 0; k + 1 < shared.length; k += 2) if ((shared[k] as number) <= at && (shared[k + 1] as number) >= upTo) return false;
    return true;
  });
}

/**
 * The same of a passage whose words stand from one place to another, with what is on both sides of it. What of the anchor's words
 * stood elsewhere from the beginning is no copy.
 */
export function isCopiedWhole(index: WordIndex, { shared, from, to }: AnchorWords, first: number, last: number): boolean {
  const [before, behind] = [besides(index, first, -1), besides(index, last, 1)];
  if (index.countElsewhere(before, behind, 1) === 0) return false;
  return shared.subarray(Math.max(0, from - (first - before)), to + behind - last).includes(0);
}

/** The last word in one direction that lies whole within the letters beside a place. */
function besides(index: WordIndex, from: number, step: 1 | -1): number {
  let place = from;
  for (let letters = 0; place + step >= 0 && place + step < index.length; place += step) {
    letters += index.keyAt(place + step).length;
    if (letters > BESIDE) break;
  }
  return place;
}
