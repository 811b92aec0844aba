// Owns: finding the passages of annotations in a text, or saying honestly that they cannot be found; describing passages.
// Must not know: sidecars, editors, verdicts.
import type { Span } from '../text/span.ts';
import { type Chain, chainsOf, type SoughtWords, soughtWords } from './chains.ts';
import type { Anchor, Placement } from './types.ts';
import { forEachWord, ROW, WordIndex, wordKey } from './words.ts';

/** Code points of context on each side of a passage that nothing else in the text is like. */
const CONTEXT = 200;
/** Context is doubled up to this much until a passage can be told apart from others like it. */
const MOST_CONTEXT = 1024;
/** Context is enough where so many bits of it and of the passage stand nowhere else. */
const TOLD_APART = 100;

/** Share of a passage, by letters, that must stand where it is placed. */
const LEAST_PASSAGE = 0.42;
/** So many bits of what stood nowhere else must stand there: more than chance brings together. */
const DISTINCT = 14;
/** And this share of all that stood nowhere else. */
const DISTINCT_SHARE = 0.12;
/** What stands at a copy of the best place, as a share of what stands there, both of what stood nowhere else. */
const COPY = 0.25;
const COPY_UNHELD = 0.4;
/** Where this share of all that stood nowhere else stands, what has little of it is no copy. */
const MOSTLY = 0.7;
/** A place that has less than this share of what another place has is one that the passage was moved to; then so many of its bits stand there. */
const ABANDONED = 0.4;
const MOVED = 40;
const TORN = 0.2;
/** Another place of which that is true is a copy where this share of the passage stands that stands at the best place, too. */
const COPIED = 0.5;
/** A passage with so many bits that stood nowhere else tells alone which place is a copy. */
const TELLING = 40;
/** Else what stood nowhere else must stand right beside it, with so many bits in one run. */
const LEAST_RUN = 9;
/** Or nearly all that stood nowhere else. */
const WHOLE = 0.9;
/** Where a passage was changed, this share of what stood nowhere else of it, or of its letters. */
const KEPT = 0.4;
const LEAST_ALIKE = 0.7;
/** So many words on each side of a passage are looked at; at so many and more, this share begins a row that stands nowhere else. */
const CLOSE = 24;
const ENOUGH = 6;
const UNIQUE = 0.5;
/** So many places are looked at, and so many lookalikes when a passage is described. */
const MOST_CANDIDATES = 6;
const MOST_LOOKALIKES = 12;
/** Share of a passage that makes another one like it. */
const LIKE = 0.15;
/** Bits that new words within a passage cost, and each of them. */
const TEAR = 5;
const TEAR_GROWTH = 0.7;
/** An edge of it that still meets its context tells so many bits more. */
const EDGE = 6;

/** Places of anchors in a text, in the order of the anchors. */
export function placeAnchors(text: string, anchors: readonly (Anchor | undefined)[]): readonly Placement[] {
  if (anchors.every(anchor => anchor === undefined)) return anchors.map(() => ({ state: 'document' }));
  const index = new WordIndex(text);
  const points = new CodePoints(text);
  const placements: Placement[] = anchors.map(() => ({ state: 'document' }));
  const inOrder = [...anchors.keys()].sort((a, b) => (anchors[a]?.start ?? 0) - (anchors[b]?.start ?? 0));
  /** How far the last passage had moved: between two edits all moved alike. */
  let moved = 0;
  for (const i of inOrder) {
    const anchor = anchors[i];
    if (!anchor) continue;
    const start = standsWhole(index, points, anchor, moved);
    const placement: Placement =
      start === undefined
        ? placeAnchor(index, anchor)
        : { state: 'placed', span: { start, end: start + anchor.exact.length }, how: 'exact' };
    placements[i] = placement;
    if (placement.state === 'placed' && anchor.start !== undefined) moved = placement.span.start - points.offset(anchor.start);
  }
  return placements;
}

/**
 * Start of a passage that stands letter for letter with its context where it is expected, while its rows of words stand nowhere else:
 * what `placeAnchor` would answer, at a hundredth of its cost.
 */
function standsWhole(index: WordIndex, points: CodePoints, anchor: Anchor, moved: number): number | undefined {
  const { exact, prefix, suffix, start } = anchor;
  if (start === undefined || exact === '' || exact.trim() !== exact) return undefined;
  const at = points.offset(start) + moved;
  const from = at - prefix.length;
  const end = at + exact.length;
  const { text } = index;
  if (from < 0 || !text.startsWith(exact, at) || !text.startsWith(prefix, from) || !text.startsWith(suffix, end)) return undefined;
  const first = Math.max(index.placeAt(from), index.placeAt(at) - CLOSE);
  // Only rows within what was kept: what follows tells a copy from the passage by chance.
  const last = Math.min(index.placeAt(end + suffix.length) - 1 - ROW, index.placeAt(end));
  let unique = 0;
  for (let place = first; place <= last; place++) if (index.isUnique(place)) unique++;
  return last - first >= ENOUGH && unique >= UNIQUE * (last - first + 1) ? at : undefined;
}

/** Place of one anchor in an indexed text. */
export function placeAnchor(index: WordIndex, anchor: Anchor): Placement {
  const sought = soughtOf(index, anchor);
  const orphaned = (why: 'gone' | 'copies'): Placement => ({ state: 'orphaned', lastText: anchor.exact, why });
  if (!sought) return orphaned('gone');
  const candidates = candidatesOf(index, sought, MOST_CANDIDATES);
  const top = candidates.reduce<Candidate | undefined>((most, one) => (most && most.distinct >= one.distinct ? most : one), undefined);
  // A passage without context tells what it tells.
  const enough = Math.max(Math.min(DISTINCT, MOSTLY * sought.distinct), DISTINCT_SHARE * sought.distinct);
  const best = candidates.find(one => one.passage >= LEAST_PASSAGE && one.distinct >= enough);
  if (best && top && !candidates.some(other => other !== best && isCopy(best, other, sought))) {
    // Where its context stands without it, it was moved away or deleted: then the passage itself must tell.
    const isLeft = best !== top && (top.passage >= TORN || (best.distinct < top.distinct * ABANDONED && best.passageDistinct < MOVED));
    if (isLeft || !isHeld(best, sought)) return orphaned('gone');
    return { state: 'placed', span: best.span, how: best.exact ? 'exact' : 'changed' };
  }
  const hinted = best ? undefined : atItsPosition(index.text, candidates, sought, anchor);
  if (hinted) return { state: 'placed', span: hinted.span, how: 'exact' };
  return orphaned(best || candidates.some(({ exact }) => exact) ? 'copies' : 'gone');
}

/** Whether another place is as likely: what tells the passage from all that stood in the text at first stands there, too. */
function isCopy(best: Candidate, other: Candidate, sought: Sought): boolean {
  if (sharedPassage(best, other, sought) < COPIED * best.passage || other.distinct < DISTINCT) return false;
  if (best.distinct >= MOSTLY * sought.distinct && other.distinct < COPY * best.distinct) return false;
  if (best.passageDistinct >= TELLING) return other.passageDistinct >= COPY * best.passageDistinct;
  return other.distinct >= (isHeld(other, sought) ? COPY : COPY_UNHELD) * best.distinct;
}

/** Share of the passage, by letters, that stands at both places. */
function sharedPassage(a: Candidate, b: Candidate, { words: { keys }, from, to, letters }: Sought): number {
  let both = 0;
  for (let i = from; i < to; i++) if ((a.placed[i] as number) >= 0 && (b.placed[i] as number) >= 0) both += (keys[i] as string).length;
  return both / letters;
}

/** What stands nowhere else must be in the passage or right beside it: else only its context was found. */
function isHeld({ placed, distinct, passage, passageDistinct, exact }: Candidate, sought: Sought): boolean {
  const { from, to, words, shared } = sought;
  // A lookalike has all but what tells the passage from it.
  if (!exact && passageDistinct < KEPT * sought.passageDistinct) return false;
  if (!exact && passageDistinct < DISTINCT && passage < LEAST_ALIKE) return false;
  if (passageDistinct >= DISTINCT) return true;
  if (distinct >= WHOLE * sought.distinct) return true;
  let strongest = 0;
  for (let i = from; i < to; ) {
    if ((placed[i] as number) < 0) {
      i++;
      continue;
    }
    const first = along(placed, i, -1);
    const last = along(placed, i, 1);
    let bits = 0;
    for (let j = first; j <= last; j++) if (shared[j] === 0) bits += bitsAt(words, j);
    strongest = Math.max(strongest, bits);
    i = last + 1;
  }
  return strongest >= LEAST_RUN;
}

/** The last word in one direction that stands beside the one before it. */
function along(placed: Int32Array, from: number, step: 1 | -1): number {
  let last = from;
  while (placed[last + step] === (placed[last] as number) + step) last += step;
  return last;
}

/**
 * The very words at the very position, where nothing could tell them apart from others from the beginning.
 * Elsewhere a copy that came later is as likely.
 */
function atItsPosition(text: string, candidates: readonly Candidate[], sought: Sought, anchor: Anchor): Candidate | undefined {
  const { start } = anchor;
  if (start === undefined || sought.distinct >= DISTINCT) return undefined;
  const offset = start + anchor.exact.length - anchor.exact.trimStart().length;
  return candidates.find(({ exact, span }) => exact && codePoints(text.slice(0, span.start)) === offset);
}

/** A passage with its context, in words. */
interface Sought {
  readonly words: SoughtWords;
  /** Where they begin in prefix, exact and suffix together. */
  readonly starts: readonly number[];
  /** Words `[from, to)` are the passage. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units of its first and last word that lie outside of it. */
  readonly before: number;
  readonly after: number;
  readonly letters: number;
  /** Bits of all words. */
  readonly total: number;
  /** 1: the word stood elsewhere, too, when the passage was described. */
  readonly shared: Uint8Array;
  /** Bits of those that did not. */
  readonly distinct: number;
  readonly passageDistinct: number;
}

function soughtOf(index: WordIndex, { exact, prefix, suffix, shared = [] }: Anchor): Sought | undefined {
  const passage = exact.trim();
  if (passage === '') return undefined;
  const start = prefix.length + exact.indexOf(passage[0] as string);
  const end = start + passage.length;
  const text = prefix + exact + suffix;
  const keys: string[] = [];
  const starts: number[] = [];
  let [from, to, before, after, letters] = [-1, 0, 0, 0, 0];
  forEachWord(text, (wordStart, wordEnd) => {
    if (wordStart < end && wordEnd > start) {
      if (from < 0) {
        from = keys.length;
        before = start - wordStart;
      }
      to = keys.length + 1;
      after = wordEnd - end;
      letters += wordEnd - wordStart;
    } else if ((wordStart === 0 && prefix !== '') || (wordEnd === text.length && suffix !== '')) {
      // Context may be cut off within a word.
      return;
    }
    keys.push(wordKey(text.slice(wordStart, wordEnd)));
    starts.push(wordStart);
  });
  if (from < 0) return undefined;
  const words = soughtWords(index, keys);
  const isShared = sharedWords(text, starts, shared);
  let [distinct, passageDistinct] = [0, 0];
  for (let i = 0; i < keys.length; i++) {
    if (isShared[i] === 1) continue;
    distinct += bitsAt(words, i);
    if (i >= from && i < to) passageDistinct += bitsAt(words, i);
  }
  return {
    words,
    from,
    to,
    before: Math.max(0, before),
    after: Math.max(0, after),
    letters,
    total: words.bits[keys.length] as number,
    starts,
    shared: isShared,
    distinct,
    passageDistinct,
  };
}

function bitsAt({ bits }: SoughtWords, i: number): number {
  return (bits[i + 1] as number) - (bits[i] as number);
}

/** Marks the words that begin within one of the stretches. */
function sharedWords(text: string, starts: readonly number[], stretches: readonly number[]): Uint8Array {
  const marks = new Uint8Array(starts.length);
  let [at, points] = [0, 0];
  let s = 0;
  starts.forEach((start, i) => {
    points += codePoints(text.slice(at, start));
    at = start;
    while (s + 1 < stretches.length && (stretches[s + 1] as number) <= points) s += 2;
    if (s + 1 < stretches.length && (stretches[s] as number) <= points) marks[i] = 1;
  });
  return marks;
}

interface Candidate {
  readonly span: Span;
  readonly placed: Int32Array;
  readonly exact: boolean;
  /** Share of the passage that stands there, by letters. */
  readonly passage: number;
  /** What passage and context tell, less what is between them. */
  readonly bits: number;
  /** What of it stood nowhere else. */
  readonly distinct: number;
  readonly passageDistinct: number;
}

function candidatesOf(index: WordIndex, sought: Sought, most: number, but?: number): readonly Candidate[] {
  return chainsOf(index, sought.words, most, but).flatMap(chain => candidateOf(index, sought, chain) ?? []);
}

function candidateOf(index: WordIndex, sought: Sought, { placed, respelled, bits }: Chain): Candidate | undefined {
  const run = mainRun(placed, sought);
  if (!run) return undefined;
  const { keys, words, bits: told } = sought.words;
  let letters = 0;
  let exact = run.first === sought.from && run.last === sought.to - 1;
  for (let i = run.first; i <= run.last; i++) {
    const place = placed[i] as number;
    if (place < 0 || index.words[place] !== words[i] || (i > run.first && place !== (placed[i - 1] as number) + 1)) exact = false;
    if (place >= 0 && isSolid(placed, respelled, told, i)) letters += (keys[i] as string).length * (respelled.has(i) ? 0.8 : 1);
  }
  const startPlace = startOf(placed, sought, run.first);
  const endPlace = endOf(placed, sought, run.last);
  return {
    span: {
      start: (index.starts[startPlace] as number) + (exact ? sought.before : 0),
      end: (index.ends[endPlace] as number) - (exact ? sought.after : 0),
    },
    placed,
    exact,
    passage: letters / sought.letters,
    bits,
    distinct: distinctOf(placed, sought, 0, placed.length),
    passageDistinct: distinctOf(placed, sought, run.first, run.last + 1),
  };
}

/** Whether a word is no chance: it stands in a run that tells enough; one that was respelled, between others. */
function isSolid(placed: Int32Array, respelled: ReadonlySet<number>, bits: Float64Array, i: number): boolean {
  const first = along(placed, i, -1);
  const last = along(placed, i, 1);
  if (respelled.has(i)) return first < i && last > i;
  return (bits[last + 1] as number) - (bits[first] as number) >= LEAST_RUN;
}

/** Bits of words that stood nowhere else, where they stand beside one another: alone, a word may be there by chance. */
function distinctOf(placed: Int32Array, { words, shared }: Sought, from: number, to: number): number {
  let bits = 0;
  for (let i = 0; i < placed.length; i++) {
    const place = placed[i] as number;
    if (place < 0 || shared[i] === 1) continue;
    const isBeside = (i > 0 && placed[i - 1] === place - 1) || (i + 1 < placed.length && placed[i + 1] === place + 1);
    if (isBeside && i >= from && i < to) bits += bitsAt(words, i);
  }
  return bits;
}

/**
 * The part of the passage that tells most and holds together: pieces that drifted apart are no part of it, nor are little words
 * of it that stand by chance in what surrounds it now.
 */
function mainRun(placed: Int32Array, { words: { bits }, from, to }: Sought): { readonly first: number; readonly last: number } | undefined {
  let best: { first: number; last: number; bits: number } | undefined;
  let run: typeof best;
  for (let i = from; i < to; i++) {
    const place = placed[i] as number;
    if (place < 0) continue;
    const told = (bits[i + 1] as number) - (bits[i] as number);
    const put = run ? place - (placed[run.last] as number) - 1 : 0;
    const cost = put === 0 ? 0 : TEAR + TEAR_GROWTH * put;
    if (run && run.bits > cost) {
      run = { first: run.first, last: i, bits: run.bits - cost + told };
    } else run = { first: i, last: i, bits: told + (i === from && placed[i - 1] === place - 1 ? EDGE : 0) };
    const edge = i === to - 1 && placed[to] === place + 1 ? EDGE : 0;
    if (!best || run.bits + edge > best.bits) best = { ...run, bits: run.bits + edge };
  }
  return best;
}

/** First place of the passage: words that replaced its first ones belong to it, as far as its context bounds them. */
function startOf(placed: Int32Array, { from }: Sought, first: number): number {
  const place = placed[first] as number;
  const missing = first - from;
  if (missing === 0) return place;
  const before = from > 0 ? (placed[from - 1] as number) : -1;
  return before >= 0 && place - before - 1 <= missing ? before + 1 : place;
}

function endOf(placed: Int32Array, { to }: Sought, last: number): number {
  const place = placed[last] as number;
  const missing = to - 1 - last;
  if (missing === 0) return place;
  const after = to < placed.length ? (placed[to] as number) : -1;
  return after >= 0 && after - place - 1 <= missing ? after - 1 : place;
}

/** Describes a passage so that it can be found again: with as much context as tells it apart from others of its words. */
export function describeAnchor(index: WordIndex, span: Span): Anchor {
  const { text } = index;
  const exact = text.slice(span.start, span.end);
  const start = codePoints(text.slice(0, span.start));
  const position = { start, end: start + codePoints(exact) };
  for (let length = CONTEXT; ; length *= 2) {
    const anchor = { exact, prefix: before(text, span.start, length), suffix: after(text, span.end, length), ...position };
    const { shared, distinct } = lookalikesOf(index, anchor, span);
    if (distinct >= TOLD_APART || length >= MOST_CONTEXT) return shared.length > 0 ? { ...anchor, shared } : anchor;
  }
}

/** What of a passage and its context stands elsewhere, too, and the bits that do not. */
function lookalikesOf(index: WordIndex, anchor: Anchor, span: Span): { readonly shared: readonly number[]; readonly distinct: number } {
  const sought = soughtOf(index, anchor);
  if (!sought) return { shared: [], distinct: 0 };
  const { words, starts } = sought;
  const isShared = new Uint8Array(starts.length);
  const own = index.placeAt(span.start - sought.before) - sought.from;
  for (const other of candidatesOf(index, sought, MOST_LOOKALIKES, own)) {
    if (other.passage < LIKE) continue;
    other.placed.forEach((place, i) => {
      if (place >= 0) isShared[i] = 1;
    });
  }
  const text = anchor.prefix + anchor.exact + anchor.suffix;
  const shared: number[] = [];
  let distinct = 0;
  isShared.forEach((mark, i) => {
    if (mark === 0) distinct += bitsAt(words, i);
    if (mark === (i > 0 ? isShared[i - 1] : 0)) return;
    shared.push(codePoints(text.slice(0, starts[i])));
  });
  if (shared.length % 2 === 1) shared.push(codePoints(text));
  return { shared, distinct };
}

/** The last `count` code points before an offset. */
function before(text: string, offset: number, count: number): string {
  return [...text.slice(Math.max(0, offset - 2 * count), offset)].slice(-count).join('');
}

function after(text: string, offset: number, count: number): string {
  return [...text.slice(offset, offset + 2 * count)].slice(0, count).join('');
}

/** Number of code points of a text; a lone surrogate counts as one. */
export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) at++;
    }
    count++;
  }
  return count;
}

/** Offsets of code points. */
class CodePoints {
  readonly #text: string;
  /** Offset of each 256th code point; undefined where every code point is one unit. */
  readonly #every: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    if (!/[\ud800-\udbff]/.test(text)) return;
    const every: number[] = [];
    for (let at = 0, point = 0; at < text.length; point++) {
      if (point % 256 === 0) every.push(at);
      at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    }
    this.#every = every;
  }

  /** Offset of a code point; behind the end, that of the end. */
  offset(point: number): number {
    if (!this.#every) return Math.min(point, this.#text.length);
    let at = this.#every[point >> 8] ?? this.#text.length;
    for (let left = point & 255; left > 0 && at < this.#text.length; left--) at += (this.#text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    return at;
  }
}
