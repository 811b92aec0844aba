// Owns: whether a passage that stands whole stands elsewhere, too, with the same letters beside it.
// Must not know: candidates, how places are found, sidecars.
import type { Span } from '../text/span.ts';
import { type AnchorWords, codePoints } from './anchor-words.ts';
import type { Anchor } from './types.ts';
import type { WordIndex } from './words.ts';

/** Letters beside a passage that tell a copy of it; where fewer of them stood elsewhere from the beginning, more may tell. */
const BESIDE = [32, 64, 128, 256, 512] as const;

/**
 * Whether a passage stands elsewhere, too, with what is before it or behind it, though that stood nowhere else when it was
 * described: then somebody copied it, and the copy may have more of its context.
 */
export function isCopied(index: WordIndex, { prefix, exact, shared = [] }: Anchor, { start, end }: Span): boolean {
  const [first, last] = [index.placeAt(start), index.placeAt(end) - 1];
  // Positions in a text without pairs; with them, nearly so.
  const pointAt = (offset: number): number => codePoints(prefix) + (offset <= start ? offset - start : codePoints(exact) + offset - end);
  const isShared = (from: number, to: number): boolean => {
    const [at, upTo] = [pointAt(index.starts[from] as number), pointAt(index.ends[to] as number)];
    for (let k = 0; k + 1 < shared.length; k += 2) if ((shared[k] as number) <= at && (shared[k + 1] as number) >= upTo) return true;
    return false;
  };
  const isCopy = (stretchOf: (letters: number) => readonly [number, number]): boolean => {
    for (const letters of BESIDE) {
      const [from, to] = stretchOf(letters);
      if (index.countElsewhere(from, to, 1) === 0) return false;
      if (!isShared(from, to)) return true;
    }
    return false;
  };
  return isCopy(letters => [besides(index, first, -1, letters), last]) || isCopy(letters => [first, besides(index, last, 1, letters)]);
}

/**
 * The same of a passage whose words, or what is left of them, stand from one place to another, with what is on both sides of it; `was` is
 * the place of the first among the anchor's words. What stood elsewhere from the beginning, with these very words beside it, is no copy.
 */
export function isCopiedWhole(index: WordIndex, { keys, shared }: AnchorWords, was: number, first: number, last: number): boolean {
  for (const letters of BESIDE) {
    const [before, behind] = [besides(index, first, -1, letters), besides(index, last, 1, letters)];
    if (index.countElsewhere(before, behind, 1) === 0) return false;
    for (let place = before; place <= behind; place++) {
      const at = was + place - first;
      if (at >= 0 && at < keys.length && (shared[at] !== 1 || keys[at] !== index.keyAt(place))) return true;
    }
  }
  return false;
}

/** Whether the words from one place to another stand twice more with the letters beside them: nobody told so many lookalikes apart by what is farther off. */
export function standsThrice(index: WordIndex, first: number, last: number): boolean {
  const [letters] = BESIDE;
  return index.countElsewhere(besides(index, first, -1, letters), besides(index, last, 1, letters), 2) === 2;
}

/** The last word in one direction that lies whole within so many letters beside a place. */
function besides(index: WordIndex, from: number, step: 1 | -1, most: number): number {
  let place = from;
  for (let letters = 0; place + step >= 0 && place + step < index.length; place += step) {
    letters += index.keyAt(place + step).length;
    if (letters > most) break;
  }
  return place;
}
