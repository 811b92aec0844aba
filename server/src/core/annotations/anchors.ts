// Owns: finding the passages of annotations in a text, all of them together, or saying honestly that they cannot be found.
// Must not know: sidecars, editors, verdicts.
import type { Span } from '../text/span.ts';
import { type AnchorWords, anchorWords, codePoints } from './anchor-words.ts';
import { MOST, type Pair, type Place, placesOf } from './places.ts';
import { type Memory, type Passage, type Remembered, rememberedOf } from './remembered.ts';
import type { Anchor, Placement } from './types.ts';
import { ROW, WordIndex } from './words.ts';

/** Share of a passage, by letters, that must stand where it is placed. */
const LEAST_PASSAGE = 0.54;
/** The same where the anchor does not say what of it stood elsewhere, and where its neighbours are not both there. */
const LEAST_UNTOLD = 0.8;
/** What stood nowhere else must tell so many bits, in the passage and beside it; all of it together so many. */
const LEAST_EVIDENCE = 10;
const LEAST_BITS = 20;
/** A passage that was torn apart is where most of it is, if that is so much and tells so much; no other part has the same words. */
const LEAST_PART = 0.33;
const LEAST_TOLD = 60;
const SAME = 0.25;
/** A passage that stood elsewhere, too, tells less than this. Then its neighbours must be there on both sides, or right beside it. */
const TELLING = 6;
const HELD = 2;
const BESIDE = 0.97;
/** If it has so few bits; and else at least this share of it. */
const FEW = 25;
const MOSTLY = 0.7;
/** Another place is a copy where this share of the passage stands; more, where the best place is whole and held on both sides. */
const COPIED = 0.5;
const COPIED_BESIDE_WHOLE = 0.66;
const WHOLE = 0.9;
const HELD_WELL = 20;
/** So much speaks for a copy, and this share of what speaks for the best place; or it is the whole passage, and tells something. */
const COPY_EVIDENCE = 8;
const COPY_SHARE = 0.3;
const COPY_BITS = 30;
const COPY_TELLS = 2;
/** Copies with so many equal letters on both sides cannot be told apart. */
const TWIN = 32;
/** Letters that words put in at once cost, less where they are few, and each of them: what is behind them belongs to the passage if it has more. */
const TEAR = 10;
const TEAR_START = 2.5;
const TEAR_GROWTH = 0.3;
/** Where its first or last word still meets its context, it has so many more. */
const EDGE = 8;
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

/** Places of anchors in a text, in the order of the anchors. What is found of one helps to find the others. */
export function placeAnchors(text: string, anchors: readonly (Anchor | undefined)[]): readonly Placement[] {
  if (anchors.every(anchor => anchor === undefined)) return anchors.map(() => ({ state: 'document' }));
  const index = new WordIndex(text);
  const points = new CodePoints(text);
  const whole = standingWhole(index, points, anchors);
  const found = placeTogether(index, points, anchors, whole);
  return anchors.map((anchor, i) => {
    if (!anchor) return { state: 'document' };
    const place = found[i] as Found;
    if ('why' in place) return { state: 'orphaned', lastText: anchor.exact, why: place.why };
    return { state: 'placed', ...place };
  });
}

type Found = { readonly span: Span; readonly how: 'exact' | 'changed' } | { readonly why: 'gone' | 'copies' };

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
      const place = decide(index, remembered, passage, places(passage), words);
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

/** The place of a passage, if one is beyond doubt. */
function decide(index: WordIndex, old: Remembered, passage: Passage, all: readonly Place[], words: AnchorWords): Found {
  const weight = ({ share, evidence }: Place): number => share * evidence;
  const places = [...all].sort((a, b) => weight(b) - weight(a));
  const [best] = places;
  if (!best) return { why: 'gone' };
  // A passage without context tells what it tells.
  const told = toldBy(old, passage, words);
  if (best.evidence < Math.min(LEAST_EVIDENCE, MOSTLY * told.distinct)) return { why: 'gone' };
  if (best.bits + best.before + best.behind < Math.min(LEAST_BITS, MOSTLY * told.bits)) return { why: 'gone' };
  if (best.share < LEAST_PASSAGE && !isTorn(old, best, places)) return { why: 'gone' };
  // Where nobody knows what stood elsewhere, too, a lookalike may be left of a passage that is gone.
  if (!words.knowsShared && best.share < LEAST_UNTOLD && Math.min(best.before, best.behind) < HELD_WELL) return { why: 'gone' };
  const run = mainRun(old, best);
  const isHeld = Math.min(best.before, best.behind) >= HELD;
  if (best.own < Math.min(TELLING, MOSTLY * told.distinct) && !isHeld) {
    const isBeside = Math.max(best.before, best.behind) >= BESIDE * MOST;
    if (best.bits < FEW && !isBeside) return { why: 'gone' };
    if (best.share < MOSTLY || run.length < best.pairs.length) return { why: 'gone' };
  }
  if (places.slice(1).some(other => isCopy(index, old, best, other))) return { why: 'copies' };
  return spanOf(index, old, passage, run, words);
}

/** Bits of all words of an anchor, and of those that stood nowhere else. */
function toldBy(old: Remembered, { first }: Passage, { keys }: AnchorWords): { readonly bits: number; readonly distinct: number } {
  const sum = (values: Float64Array): number => values.subarray(first, first + keys.length).reduce((all, one) => all + one, 0);
  return { bits: sum(old.bits), distinct: sum(old.distinct) };
}

/** Whether a passage was torn apart and most of it stands here. */
function isTorn(old: Remembered, best: Place, places: readonly Place[]): boolean {
  if (best.share < LEAST_PART || best.own < LEAST_TOLD) return false;
  let together = 0;
  for (const other of places) {
    if (other !== best && (other.share > best.share || sameShare(old, best, other) > SAME * best.share)) return false;
    if (other.own >= LEAST_EVIDENCE) together += other.share;
  }
  return together >= LEAST_PASSAGE;
}

/** Share of the passage that stands at both places. */
function sameShare({ keys }: Remembered, a: Place, b: Place): number {
  const there = new Set(a.pairs.map(({ old }) => old));
  const letters = (pairs: readonly Pair[]): number => pairs.reduce((sum, { old }) => sum + (keys[old] as string).length, 0);
  return (b.share * letters(b.pairs.filter(({ old }) => there.has(old)))) / letters(b.pairs);
}

/** Whether another place is as likely. */
function isCopy(index: WordIndex, old: Remembered, best: Place, other: Place): boolean {
  const same = sameShare(old, best, other);
  const isWhole = best.share >= WHOLE && Math.min(best.before, best.behind) >= HELD_WELL && isTight(best);
  if (same < (isWhole ? COPIED_BESIDE_WHOLE : COPIED) * best.share) return false;
  if (areTwins(index, best, other)) return true;
  if (other.evidence >= Math.max(COPY_EVIDENCE, COPY_SHARE * best.evidence)) return true;
  return same >= WHOLE * best.share && other.own > COPY_TELLS && other.bits >= COPY_BITS;
}

/** Whether nothing much was put between the words of a place. */
function isTight({ pairs }: Place): boolean {
  const [first, last] = [pairs[0] as Pair, pairs.at(-1) as Pair];
  return last.now - first.now <= 1.5 * (last.old - first.old) + 10;
}

/** Whether the same words stand at two places, with the same letters around them. */
function areTwins(index: WordIndex, a: Place, b: Place): boolean {
  const { words, length } = index;
  const [a0, a1] = [(a.pairs[0] as Pair).now, (a.pairs.at(-1) as Pair).now];
  const [b0, b1] = [(b.pairs[0] as Pair).now, (b.pairs.at(-1) as Pair).now];
  if (a1 - a0 !== b1 - b0) return false;
  for (let i = 0; i <= a1 - a0; i++) if (words[a0 + i] !== words[b0 + i]) return false;
  const isSame = (from: number, other: number, step: 1 | -1): boolean => {
    for (let letters = 0, i = step; letters < TWIN; i += step) {
      if (words[from + i] !== words[other + i]) return false;
      if (from + i < 0 || from + i >= length) return true;
      letters += index.keyAt(from + i).length;
    }
    return true;
  };
  return isSame(a0, b0, -1) && isSame(a1, b1, 1);
}

/** The part of a place that has most of the passage and holds together: little words of it stand by chance in what surrounds it. */
function mainRun({ keys }: Remembered, { pairs, meetsBefore, meetsBehind }: Place): readonly Pair[] {
  let run = { from: 0, to: 0, letters: meetsBefore ? EDGE : 0 };
  let best = run;
  pairs.forEach(({ old, now }, i) => {
    const put = i > 0 ? now - (pairs[i - 1] as Pair).now - 1 : 0;
    const kept = run.letters - Math.min(TEAR, TEAR_START * put) - TEAR_GROWTH * put;
    run = { from: kept > 0 ? run.from : i, to: i + 1, letters: Math.max(0, kept) + (keys[old] as string).length };
    if (i === pairs.length - 1 && meetsBehind) run.letters += EDGE;
    if (run.letters > best.letters) best = run;
  });
  return pairs.slice(best.from, best.to);
}

/** The span of a run of words. Words that replaced its first or last ones are left out. */
function spanOf(index: WordIndex, old: Remembered, { from, to }: Passage, run: readonly Pair[], { before, after }: AnchorWords): Found {
  const [first, last] = [run[0] as Pair, run.at(-1) as Pair];
  const isExact =
    run.length === to - from &&
    last.now - first.now === last.old - first.old &&
    run.every(({ old: i, now }) => old.words[i] === index.words[now]);
  const start = (index.starts[first.now] as number) + (isExact ? before : 0);
  const end = (index.ends[last.now] as number) - (isExact ? after : 0);
  return { span: { start, end }, how: isExact ? 'exact' : 'changed' };
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
