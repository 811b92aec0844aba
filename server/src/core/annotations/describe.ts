// Owns: describing a passage so that it can be found again: with its context, and what of the near one stands elsewhere, too.
// Must not know: sidecars, editors, how passages are found.
import type { Span } from '../text/span.ts';
import { type AnchorWords, anchorWords, codePoints } from './anchor-words.ts';
import { type Chain, chainsOf, type SoughtWords, soughtWords } from './chains.ts';
import type { Anchor } from './types.ts';
import type { WordIndex } from './words.ts';

/** Code points of context that are kept on each side: what a few anchors keep tells most of a draft, and edits of it can be followed. */
const CONTEXT = 2000;
/** A text with more units keeps less, as it is seldom rewritten as a whole and may have thousands of anchors. */
const LARGE = 100_000;
/** So much context is looked at first, and doubled up to the last until the passage can be told apart from others like it. */
const NEAR = 200;
const MOST_NEAR = 1024;
/** Context is enough where so many bits of it and of the passage stand nowhere else. */
const TOLD_APART = 100;
/** So many lookalikes are looked at; share of a passage, by letters, that makes another one like it. */
const MOST_LOOKALIKES = 12;
const LIKE = 0.15;
/** A run of words that tells less may stand there by chance. */
const LEAST_RUN = 9;

/** Describes a passage so that it can be found again, with more context than tells it apart from others of its words. */
export function describeAnchor(index: WordIndex, span: Span): Anchor {
  const { text } = index;
  const exact = text.slice(span.start, span.end);
  const start = codePoints(text.slice(0, span.start));
  const position = { start, end: start + codePoints(exact) };
  const around = (length: number): Anchor => ({
    exact,
    prefix: before(text, span.start, length),
    suffix: after(text, span.end, length),
    ...position,
  });
  for (let length = NEAR; ; length *= 2) {
    const near = around(length);
    const { shared, distinct } = lookalikesOf(index, near, span);
    if (distinct < TOLD_APART && length < MOST_NEAR) continue;
    const kept = text.length > LARGE ? near : around(Math.max(length, CONTEXT));
    const further = codePoints(kept.prefix) - codePoints(near.prefix);
    return { ...kept, shared: shared.map(point => point + further) };
  }
}

/** What of a passage and its context stands elsewhere, too, and the bits that do not. */
function lookalikesOf(index: WordIndex, anchor: Anchor, span: Span): { readonly shared: readonly number[]; readonly distinct: number } {
  const sought = anchorWords(anchor);
  if (!sought) return { shared: [], distinct: 0 };
  const { keys, points } = sought;
  const words = soughtWords(index, keys);
  const isShared = new Uint8Array(keys.length);
  const own = index.placeAt(span.start - sought.before) - sought.from;
  for (const chain of chainsOf(index, words, MOST_LOOKALIKES, own)) {
    if (likeness(sought, words, chain) < LIKE) continue;
    chain.placed.forEach((place, i) => {
      if (place >= 0 && !chain.respelled.has(i)) isShared[i] = 1;
    });
  }
  const shared: number[] = [];
  let distinct = 0;
  isShared.forEach((mark, i) => {
    if (mark === 0) distinct += (words.bits[i + 1] as number) - (words.bits[i] as number);
    if (mark === (i > 0 ? isShared[i - 1] : 0)) return;
    shared.push(points[i] as number);
  });
  if (shared.length % 2 === 1) shared.push(codePoints(anchor.prefix + anchor.exact + anchor.suffix));
  return { shared, distinct };
}

/** Share of a passage, by letters, that stands in another place and is no chance: in runs that tell enough. */
function likeness({ keys, from, to, letters }: AnchorWords, { bits }: SoughtWords, { placed, respelled }: Chain): number {
  let there = 0;
  for (let i = from; i < to; i++) {
    if ((placed[i] as number) < 0) continue;
    const [first, last] = [along(placed, i, -1), along(placed, i, 1)];
    const isSolid = respelled.has(i) ? first < i && last > i : (bits[last + 1] as number) - (bits[first] as number) >= LEAST_RUN;
    if (isSolid) there += (keys[i] as string).length;
  }
  return there / letters;
}

/** The last word in one direction that stands beside the one before it. */
function along(placed: Int32Array, from: number, step: 1 | -1): number {
  let last = from;
  while (placed[last + step] === (placed[last] as number) + step) last += step;
  return last;
}

/** The last `count` code points before an offset. */
function before(text: string, offset: number, count: number): string {
  return [...text.slice(Math.max(0, offset - 2 * count), offset)].slice(-count).join('');
}

function after(text: string, offset: number, count: number): string {
  return [...text.slice(offset, offset + 2 * count)].slice(0, count).join('');
}
