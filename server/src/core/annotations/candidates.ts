// Owns: the places that a passage may be at, as spans, each with how surely it is the right one; and choosing among them.
// Must not know: anchors that stand whole, sidecars, how places are found.
import type { Span } from '../text/span.ts';
import type { AnchorWords } from './anchor-words.ts';
import { isCopiedWhole, standsThrice } from './copies.ts';
import type { Pair, Place, Places } from './places.ts';
import type { Passage, Remembered } from './remembered.ts';
import { isLeft, SURENESS_FEATURES, surenessOf, surenessRow } from './sureness.ts';
import type { WordIndex } from './words.ts';

/** Log-odds that a place must have: the least quarter at which at most .1 % of the anchors on the even half of the prose are wrong. */
const SURE = 2.5;
/** The same where an anchor keeps no context: the trees have seen few of these. */
const SURE_ALONE = 2;
/** A passage that stands twice, as far as this share of it stands at the second place, too, is a copy. */
const COPIED = 0.5;
const [RIVAL, TOLD, OF_PASSAGE] = (['rival-same', 'told', 'passage-bits'] as const).map(name => SURENESS_FEATURES.indexOf(name)) as [
  number,
  number,
  number,
];
/** So many places are weighed, those first that have most of the passage and of what stood beside it. */
const MOST_WEIGHED = 5;
const UNTOLD = 4;
/** Copies with so many equal letters on both sides cannot be told apart. */
const TWIN = 32;
/** Letters that words put in at once cost, less where they are few, and each of them: what is behind them belongs to the passage if it has more. */
const TEAR = 10;
const TEAR_START = 2.5;
const TEAR_GROWTH = 0.3;
/** Where its first or last word still meets its context, it has so many more. */
const EDGE = 8;

/** Where a passage may be. */
export interface Candidate {
  readonly span: Span;
  /** The very words. */
  readonly isExact: boolean;
  /** Another place has the same words with the same letters around them. */
  readonly hasTwin: boolean;
  /** What speaks for it, in the order of `SURENESS_FEATURES`. */
  readonly row: Float64Array;
}

/** Where a passage is, or why nobody can say. */
export type Found = { readonly span: Span; readonly how: 'exact' | 'changed' } | { readonly why: 'gone' | 'copies' };

/** The most likely places of a passage. */
export function candidatesOf(
  index: WordIndex,
  old: Remembered,
  passage: Passage,
  { places, kept }: Places,
  words: AnchorWords,
): readonly Candidate[] {
  const weight = ({ share, evidence }: Place): number => share * (UNTOLD + evidence);
  const likely = [...places].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_WEIGHED);
  const told = { ...toldBy(old, passage, words), knowsShared: words.knowsShared, kept };
  const isInDoubt = hasStrayTwins(index, words, places);
  const isDoubtful = (first: Pair, last: Pair): boolean =>
    (isInDoubt || standsThrice(index, first.now, last.now)) && !standsWhole(index, words, first.now - first.old + passage.first);
  return likely.map(place => {
    const run = mainRun(old, place);
    const where = spanOf(index, old, passage, run, words);
    return {
      ...where,
      hasTwin:
        isCopiedWhole(index, words, (run[0] as Pair).old - passage.first, (run[0] as Pair).now, (run.at(-1) as Pair).now) ||
        places.some(other => other !== place && areTwins(index, place, other)) ||
        isDoubtful(run[0] as Pair, run.at(-1) as Pair),
      row: surenessRow(index, old, passage, place, run, places, told),
    };
  });
}

/** The one that is beyond doubt. */
export function chosenOf(candidates: readonly Candidate[]): Found {
  const left = candidates.filter(({ row }) => isLeft(row));
  const sureness = new Map(left.map(candidate => [candidate, surenessOf(candidate.row)]));
  const [best] = [...left].sort((a, b) => (sureness.get(b) as number) - (sureness.get(a) as number));
  if (!best) return { why: 'gone' };
  if (best.hasTwin) return { why: 'copies' };
  const hasRival = (best.row[RIVAL] as number) >= COPIED;
  const isAlone = tellsNoContext(best.row);
  // All that is known of it stands there, and nowhere else.
  const isBeyondDoubt = isAlone && best.isExact && !hasRival;
  if (isBeyondDoubt || (sureness.get(best) as number) >= (isAlone ? SURE_ALONE : SURE))
    return { span: best.span, how: best.isExact ? 'exact' : 'changed' };
  return { why: hasRival ? 'copies' : 'gone' };
}

/** Whether an anchor has nothing but its passage: all bits that it tells are of that. */
function tellsNoContext(row: Float64Array): boolean {
  return Math.log2(1 + (row[TOLD] as number)) - (row[OF_PASSAGE] as number) < 0.01;
}

/** Bits of all words of an anchor, and of those that stood nowhere else. */
export function toldBy(old: Remembered, { first }: Passage, { keys }: AnchorWords): { readonly bits: number; readonly distinct: number } {
  const sum = (values: Float64Array): number => values.subarray(first, first + keys.length).reduce((all, one) => all + one, 0);
  return { bits: sum(old.bits), distinct: sum(old.distinct) };
}

/** Whether the same words stand at two places, with the same letters around them. */
function areTwins(index: WordIndex, a: Place, b: Place): boolean {
  const { words, length } = index;
  const [a0, a1] = [(a.pairs[0] as Pair).now, (a.pairs.at(-1) as Pair).now];
  const [b0, b1] = [(b.pairs[0] as Pair).now, (b.pairs.at(-1) as Pair).now];
  if (a1 - a0 !== b1 - b0) return false;
  for (let i = 0; i <= a1 - a0; i++) if (words[a0 + i] !== words[b0 + i]) return false;
  const isSame = (from: number, other: number, step: 1 | -1): boolean => {
    for (let letters = 0, i = step; ; i += step) {
      if (from + i < 0 || from + i >= length) return words[other + i] === undefined;
      letters += index.keyAt(from + i).length;
      // Of a word that goes on behind the last of these letters nothing counts.
      if (letters > TWIN) return true;
      if (words[from + i] !== words[other + i]) return false;
    }
  };
  return isSame(a0, b0, -1) && isSame(a1, b1, 1);
}

/**
 * Whether two places have all of a passage and the same around it: one of them may be the passage itself, and what has more of its context
 * an older copy.
 */
function hasStrayTwins(index: WordIndex, { from, to }: AnchorWords, places: readonly Place[]): boolean {
  const all = places.filter(({ pairs }) => pairs.length === to - from);
  return all.some((place, i) => all.slice(i + 1).some(other => areTwins(index, place, other)));
}

/** Whether all words of an anchor, context and passage, stand from a place on. */
function standsWhole(index: WordIndex, { keys }: AnchorWords, first: number): boolean {
  return first >= 0 && first + keys.length <= index.length && keys.every((key, i) => index.keyAt(first + i) === key);
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
function spanOf(
  index: WordIndex,
  old: Remembered,
  { from, to }: Passage,
  run: readonly Pair[],
  { before, after }: AnchorWords,
): Pick<Candidate, 'span' | 'isExact'> {
  const [first, last] = [run[0] as Pair, run.at(-1) as Pair];
  const isExact =
    run.length === to - from &&
    last.now - first.now === last.old - first.old &&
    run.every(({ old: i, now }) => old.words[i] === index.words[now]);
  const start = (index.starts[first.now] as number) + (isExact ? before : 0);
  const end = (index.ends[last.now] as number) - (isExact ? after : 0);
  return { span: { start, end }, isExact };
}
