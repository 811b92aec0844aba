// Owns: how surely a place is the one of a passage: what speaks for it, what speaks for its rivals, and the trained trees that weigh both.
// Must not know: anchors, sidecars, how places are found.
import { readTrees, scoreTrees, type Trees } from '../evidence/trees.ts';
import { MOST, type Pair, type Place } from './places.ts';
import type { Passage, Remembered } from './remembered.ts';
import { SURENESS_MODEL } from './sureness-weights.generated.ts';
import type { WordIndex } from './words.ts';

/** What the trees weigh, in this order. */
export const SURENESS_FEATURES = [
  ...['words', 'letters', 'told', 'told-distinct', 'passage-bits', 'passage-distinct', 'knows-shared'],
  ...['share', 'same-share', 'run-share', 'run-same-share', 'own', 'own-share', 'bits', 'bits-share', 'run-own'],
  ...[
    'before',
    'behind',
    'least-beside',
    'beside',
    'all-before',
    'all-behind',
    'all-least-beside',
    'all-beside',
    'meets-before',
    'meets-behind',
  ],
  ...['put', 'longest', 'first', 'last'],
  ...[
    'rivals',
    'rival-share',
    'rival-same',
    'rival-exact',
    'rival-own',
    'rival-beside',
    'rival-all-beside',
    'rival-evidence',
    'rival-bits',
  ],
  ...['rival-other', 'largest', 'together', 'verbatim'],
  ...['length', 'kept', 'size'],
  ...['own-missing', 'before-share', 'behind-share', 'all-before-share', 'all-behind-share'],
] as const;

/** A part of a passage tells so much, else it may be chance. */
const SOLID = 10;
/** A row is compared so far around its rarest word. */
const REACH = 8;
const MOST_VERBATIM = 8;

/** Share of a passage, by letters, that must be left, all its parts together. */
const LEAST_LEFT = 0.5;
/** The share that must stand in one place where the anchor does not say what of it stood elsewhere, and its neighbours are not both there. */
const LEAST_UNTOLD = 0.8;
const HELD_WELL = 20;
const at = (name: (typeof SURENESS_FEATURES)[number]): number => SURENESS_FEATURES.indexOf(name);
const [TOGETHER, SHARE, KNOWS_SHARED, LEAST_BESIDE] = [at('together'), at('share'), at('knows-shared'), at('least-beside')];

/** Whether so much of a passage is left that it is one: words that replaced it may have kept some of its own. */
export function isLeft(row: Float64Array): boolean {
  if ((row[TOGETHER] as number) < LEAST_LEFT) return false;
  return row[KNOWS_SHARED] === 1 || (row[SHARE] as number) >= LEAST_UNTOLD || (row[LEAST_BESIDE] as number) >= HELD_WELL;
}

let trees: Trees | undefined;

/** Log-odds that a place is the right one. */
export function surenessOf(row: Float64Array): number {
  trees ??= readTrees(SURENESS_MODEL);
  return scoreTrees(trees, row);
}

const log = (value: number): number => Math.log2(1 + value);

/** Features of a place, `run` being the words of it that hold together, beside all other places of its passage. `told`: bits of the whole anchor. `kept`: share of the known text that is still there. */
export function surenessRow(
  index: WordIndex,
  old: Remembered,
  passage: Passage,
  place: Place,
  run: readonly Pair[],
  places: readonly Place[],
  told: { readonly bits: number; readonly distinct: number; readonly knowsShared: boolean; readonly kept: number },
): Float64Array {
  const { from, to } = passage;
  let [letters, bits, distinct] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    letters += (old.keys[i] as string).length;
    bits += old.bits[i] as number;
    distinct += old.distinct[i] as number;
  }
  const isSame = ({ old: i, now }: Pair): boolean => old.words[i] === index.words[now];
  const lettersOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, pair) => sum + (old.keys[pair.old] as string).length, 0);
  const exact = lettersOf(place.pairs.filter(isSame)) / letters;
  const runExact = lettersOf(run.filter(isSame)) / letters;
  const runOwn = run.reduce((sum, pair) => sum + (old.distinct[pair.old] as number), 0);
  const [first, last] = [run[0] as Pair, run.at(-1) as Pair];
  const rivals = rivalsOf(index, old, place, places, letters);
  const least = (a: number, b: number): number => Math.min(a, b);
  return Float64Array.of(
    ...[log(to - from), log(letters), told.bits, told.distinct, log(bits), log(distinct), told.knowsShared ? 1 : 0],
    ...[place.share, exact, lettersOf(run) / letters, runExact, log(place.own), place.own / (distinct + 1), log(place.bits)],
    ...[place.bits / (bits + 1), log(runOwn)],
    ...[place.before, place.behind, least(place.before, place.behind), place.before + place.behind],
    ...[place.allBefore, place.allBehind, least(place.allBefore, place.allBehind), place.allBefore + place.allBehind],
    ...[place.meetsBefore ? 1 : 0, place.meetsBehind ? 1 : 0],
    ...[log(last.now - first.now + 1 - run.length), longest(run) / (to - from), first.old === from ? 1 : 0, last.old === to - 1 ? 1 : 0],
    ...rivals,
    ...partsOf(old, place, places, letters),
    verbatim(index, run),
    ...[log(index.length), told.kept, log(old.keys.length)],
    log(distinct - place.own),
    place.before / most(old.distinct, from - 1, -1),
    place.behind / most(old.distinct, to, 1),
    place.allBefore / most(old.bits, from - 1, -1),
    place.allBehind / most(old.bits, to, 1),
  );
}

/** What the words on one side of a passage would tell if all of them were there: one bit at least. */
function most(tells: Float64Array, from: number, step: 1 | -1): number {
  let sum = 0;
  for (let i = from, left = MOST; i >= 0 && i < tells.length && left > 0 && sum < MOST; i += step, left--) sum += tells[i] as number;
  return Math.max(1, Math.min(MOST, sum));
}

/** The longest row of words without a gap. */
function longest(run: readonly Pair[]): number {
  let [best, length] = [0, 0];
  run.forEach(({ old, now }, i) => {
    const last = run[i - 1];
    length = last && last.old === old - 1 && last.now === now - 1 ? length + 1 : 1;
    best = Math.max(best, length);
  });
  return best;
}

/** Of a passage that may have been torn apart: the largest part that has other words, this one's share of the largest, and all of them together. */
function partsOf(old: Remembered, best: Place, places: readonly Place[], letters: number): readonly number[] {
  const there = new Set(best.pairs.map(pair => pair.old));
  const found = new Set(there);
  let [largestOther, largest] = [0, best.share];
  for (const other of places) {
    if (other === best || other.own < SOLID) continue;
    let apart = 0;
    for (const pair of other.pairs) {
      found.add(pair.old);
      if (!there.has(pair.old)) apart += (old.keys[pair.old] as string).length;
    }
    largestOther = Math.max(largestOther, apart / letters);
    largest = Math.max(largest, other.share);
  }
  let together = 0;
  for (const i of found) together += (old.keys[i] as string).length;
  return [largestOther, best.share / largest, together / letters];
}

/** In how many other places the words around the rarest one of a run stand in a row. */
function verbatim(index: WordIndex, run: readonly Pair[]): number {
  let rarest = run[0] as Pair;
  const countAt = ({ now }: Pair): number => index.countOf(index.words[now] as number);
  for (const pair of run) if (countAt(pair) < countAt(rarest)) rarest = pair;
  const first = Math.max((run[0] as Pair).now, rarest.now - REACH);
  const last = Math.min((run.at(-1) as Pair).now, rarest.now + REACH);
  return index.countElsewhere(first, last, MOST_VERBATIM);
}

/** What speaks for the strongest of the other places, each in its own respect. */
function rivalsOf(index: WordIndex, old: Remembered, best: Place, places: readonly Place[], letters: number): readonly number[] {
  const there = new Set(best.pairs.map(pair => pair.old));
  let [count, share, same, exact, own, beside, allBeside, evidence, bits] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const other of places) {
    if (other === best) continue;
    let [shared, equal, all] = [0, 0, 0];
    for (const { old: i, now } of other.pairs) {
      const length = (old.keys[i] as string).length;
      all += length;
      if (there.has(i)) shared += length;
      if (old.words[i] === index.words[now]) equal += length;
    }
    share = Math.max(share, all / letters);
    const part = shared / letters / best.share;
    if (part > 0.3) count++;
    same = Math.max(same, part);
    exact = Math.max(exact, equal / letters);
    own = Math.max(own, other.own);
    // What is around a rival counts as far as the passage stands there.
    const weight = Math.min(1, part * 2);
    beside = Math.max(beside, weight * (other.before + other.behind));
    allBeside = Math.max(allBeside, weight * (other.allBefore + other.allBehind));
    evidence = Math.max(evidence, weight * other.evidence);
    bits = Math.max(bits, weight * other.bits);
  }
  const { evidence: told } = best;
  return [count, share, same, exact, log(own), beside, allBeside, evidence / (told + MOST / 6), log(bits)];
}
