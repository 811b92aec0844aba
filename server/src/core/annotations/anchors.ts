// Owns: finding the passages of annotations in a text, all of them together, or saying honestly that they cannot be found.
// Must not know: sidecars, editors, verdicts.
import type { Span } from '../text/span.ts';
import { type AnchorWords, anchorWords, codePoints } from './anchor-words.ts';
import { type Candidate, candidatesOf, chosenOf, type Found, toldBy } from './candidates.ts';
import { isCopied } from './copies.ts';
import { placesOf } from './places.ts';
import { type Memory, type Passage, type Remembered, rememberedOf } from './remembered.ts';
import type { Anchor, Placement } from './types.ts';
import { ROW, WordIndex } from './words.ts';

/** Where what stood nowhere else tells so many bits, in a passage and beside it, no position counts. */
const LEAST_EVIDENCE = 10;
/** So many versions of a text are put together. */
const MOST_VERSIONS = 6;
/** So many words around a passage must be beyond doubt; of so many rows or more, this share begins nowhere else. */
const CLOSE = 24;
const ENOUGH = 6;
const UNIQUE = 0.5;
/** A passage that stands whole is looked for from so many units before the place where it is expected. */
const DRIFT = 500;
/** A text with more words is searched only between neighbours, and so many words around. */
const LARGE = 20_000;
const MARGIN = 32;
/** Words around passages that are beyond doubt in which others are looked for. */
const AROUND = 120;

/** Told of the candidates of each anchor that does not stand whole. */
export type Seen = (anchor: number, candidates: readonly Candidate[]) => void;

/** Places of anchors in a text, in the order of the anchors. What is found of one helps to find the others. */
export function placeAnchors(text: string, anchors: readonly (Anchor | undefined)[], seen?: Seen): readonly Placement[] {
  if (anchors.every(anchor => anchor === undefined)) return anchors.map(() => ({ state: 'document' }));
  const index = new WordIndex(text);
  const points = new CodePoints(text);
  const whole = standingWhole(index, points, anchors);
  const found = placeTogether(index, points, anchors, whole, seen);
  return anchors.map((anchor, i) => {
    if (!anchor) return { state: 'document' };
    const place = found[i] as Found;
    if ('why' in place) return { state: 'orphaned', lastText: anchor.exact, why: place.why };
    return { state: 'placed', ...place };
  });
}

/**
 * Spans of passages that stand letter for letter with their context while its rows of words stand nowhere else: these are beyond doubt,
 * at a hundredth of the cost.
 */
function standingWhole(index: WordIndex, points: CodePoints, anchors: readonly (Anchor | undefined)[]): readonly (Span | undefined)[] {
  const { text } = index;
  const isWindows = text.includes('\r\n');
  const spans: (Span | undefined)[] = anchors.map(() => undefined);
  const inOrder = [...anchors.keys()].sort((a, b) => startAt(anchors, a) - startAt(anchors, b));
  /** How far the last passage had moved: between two edits all moved alike. */
  let moved = 0;
  for (const i of inOrder) {
    const anchor = anchors[i];
    if (anchor?.start === undefined || anchor.exact === '' || anchor.exact.trim() !== anchor.exact) continue;
    const inText = (part: string): string => withLineEnds(part, isWindows);
    const [prefix, exact, suffix] = [inText(anchor.prefix), inText(anchor.exact), inText(anchor.suffix)];
    const expected = points.offset(anchor.start) + moved - prefix.length;
    const whole = prefix + exact + suffix;
    const from = expected >= 0 && text.startsWith(whole, expected) ? expected : text.indexOf(whole, Math.max(0, expected - DRIFT));
    if (from < 0) continue;
    // Of a large text not all that stood elsewhere from the beginning is known: there the whole context tells.
    const isOnly = (): boolean => index.length > LARGE && hasUniqueRow(index, from, from + whole.length);
    if (!isUnique(index, from, prefix.length, exact.length, whole.length) && !isOnly()) continue;
    const start = from + prefix.length;
    if (index.length <= LARGE && isCopied(index, anchor, { start, end: start + exact.length })) continue;
    spans[i] = { start, end: start + exact.length };
    moved += from - expected;
  }
  return spans;
}

/** Words with line ends of one kind. */
function withLineEnds(words: string, isWindows: boolean): string {
  if (!words.includes('\n')) return words;
  const plain = words.replaceAll('\r\n', '\n');
  return isWindows ? plain.replaceAll('\n', '\r\n') : plain;
}

/** Whether some row of words of a stretch stands nowhere else: then neither does the whole. */
function hasUniqueRow(index: WordIndex, start: number, end: number): boolean {
  const last = index.placeAt(end) - 1 - ROW;
  for (let place = index.placeAt(start); place <= last; place++) if (index.isUnique(place)) return true;
  return false;
}

/** Whether the rows of words around a passage stand nowhere else. */
function isUnique(index: WordIndex, from: number, before: number, length: number, whole: number): boolean {
  const first = Math.max(index.placeAt(from), index.placeAt(from + before) - CLOSE);
  // Only rows within what was kept: what follows tells a copy from the passage by chance.
  const last = Math.min(index.placeAt(from + whole) - 1 - ROW, index.placeAt(from + before + length));
  let unique = 0;
  for (let place = first; place <= last; place++) if (index.isUnique(place)) unique++;
  return last - first >= ENOUGH && unique >= UNIQUE * (last - first + 1);
}

/** The passages that do not stand whole are placed by all that is known of the text together. */
function placeTogether(
  index: WordIndex,
  points: CodePoints,
  anchors: readonly (Anchor | undefined)[],
  whole: readonly (Span | undefined)[],
  seen: Seen | undefined,
): readonly Found[] {
  const found: Found[] = whole.map(span => (span ? { span, how: 'exact' } : { why: 'gone' }));
  const doubtful = [...anchors.keys()].filter(i => anchors[i] && !whole[i]);
  if (doubtful.length === 0) return found;
  const taken = [...doubtful, ...besides(anchors, whole)];
  const memories: Memory[] = [];
  const members: number[] = [];
  for (const i of taken) {
    const anchor = anchors[i] as Anchor;
    const words = anchorWords(anchor);
    if (!words) continue;
    memories.push({ words, start: anchor.start === undefined ? undefined : anchor.start - codePoints(anchor.prefix) });
    members.push(i);
  }
  const isOpen = openWords(index, anchors, whole, new Set(taken));
  for (const remembered of rememberedOf(index, memories, MOST_VERSIONS)) {
    const places = placesOf(index, isOpen, remembered);
    for (const passage of remembered.passages) {
      const i = members[passage.memory] as number;
      if (whole[i]) continue;
      const { words } = memories[passage.memory] as Memory;
      const candidates = candidatesOf(index, remembered, passage, places(passage), words);
      seen?.(i, candidates);
      const place = chosenOf(candidates);
      found[i] = 'why' in place ? (atItsPosition(index, points, anchors[i] as Anchor, remembered, passage, words) ?? place) : place;
    }
  }
  return found;
}

/** Anchors beyond doubt that stood next to doubtful ones, or shared context with them. */
function besides(anchors: readonly (Anchor | undefined)[], whole: readonly (Span | undefined)[]): readonly number[] {
  const inOrder = [...anchors.keys()]
    .filter(i => anchors[i]?.start !== undefined)
    .sort((a, b) => startAt(anchors, a) - startAt(anchors, b));
  const beside = new Set<number>();
  inOrder.forEach((i, k) => {
    if (whole[i]) return;
    for (const step of [-1, 1]) {
      let left = NEIGHBOURS;
      for (let other = k + step; inOrder[other] !== undefined && left > 0; other += step) {
        const n = inOrder[other] as number;
        if (!whole[n]) continue;
        beside.add(n);
        left--;
      }
    }
  });
  return [...beside];
}

const NEIGHBOURS = 2;

const startAt = (anchors: readonly (Anchor | undefined)[], i: number): number => anchors[i]?.start ?? 0;

/**
 * 0 for words that no doubtful passage can be: those of passages beyond doubt and their contexts, far from all that is asked for; in a
 * large text also those that are not between the neighbours of one, as far as these still follow each other.
 */
function openWords(
  index: WordIndex,
  anchors: readonly (Anchor | undefined)[],
  whole: readonly (Span | undefined)[],
  taken: ReadonlySet<number>,
): Uint8Array {
  const range = (i: number): readonly [number, number] => {
    const { prefix, suffix } = anchors[i] as Anchor;
    const { start, end } = whole[i] as Span;
    return [index.placeAt(start - prefix.length), index.placeAt(end + suffix.length)];
  };
  const sure = [...anchors.keys()].filter(i => whole[i]);
  const windows = index.length > LARGE ? windowsOf(anchors, whole, range) : undefined;
  const isOpen = new Uint8Array(index.length).fill(windows ? 0 : 1);
  for (const [from, to] of windows ?? []) isOpen.fill(1, Math.max(0, from - MARGIN), to + MARGIN);
  if (windows) return isOpen;
  for (const i of sure) if (!taken.has(i)) isOpen.fill(0, ...range(i));
  for (const i of sure) {
    if (!taken.has(i)) continue;
    const [from, to] = range(i);
    isOpen.fill(1, Math.max(0, from - AROUND), to + AROUND);
  }
  return isOpen;
}

/** What lies between the neighbours of each doubtful passage that are beyond doubt; undefined where some have none in order. */
function windowsOf(
  anchors: readonly (Anchor | undefined)[],
  whole: readonly (Span | undefined)[],
  range: (i: number) => readonly [number, number],
): readonly (readonly [number, number])[] | undefined {
  const inOrder = [...anchors.keys()].filter(i => anchors[i] !== undefined).sort((a, b) => startAt(anchors, a) - startAt(anchors, b));
  const windows: (readonly [number, number])[] = [];
  for (let k = 0; k < inOrder.length; k++) {
    if (whole[inOrder[k] as number]) continue;
    let [before, behind] = [k, k];
    while (inOrder[before] !== undefined && !whole[inOrder[before] as number]) before--;
    while (inOrder[behind] !== undefined && !whole[inOrder[behind] as number]) behind++;
    const from = inOrder[before] === undefined ? 0 : range(inOrder[before] as number)[0];
    const to = inOrder[behind] === undefined ? Number.MAX_SAFE_INTEGER : range(inOrder[behind] as number)[1];
    if (anchors[inOrder[k] as number]?.start === undefined || to < from) return undefined;
    windows.push([from, to]);
    k = behind - 1;
  }
  return windows;
}

/**
 * The very words at the very position, where nothing could tell them apart from others from the beginning.
 * Elsewhere a copy that came later is as likely.
 */
function atItsPosition(
  { text }: WordIndex,
  points: CodePoints,
  { exact, start }: Anchor,
  old: Remembered,
  passage: Passage,
  words: AnchorWords,
): Found | undefined {
  if (start === undefined || exact.trim() !== exact) return undefined;
  const at = points.offset(start);
  if (toldBy(old, passage, words).distinct >= LEAST_EVIDENCE || !text.startsWith(exact, at)) return undefined;
  return { span: { start: at, end: at + exact.length }, how: 'exact' };
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
