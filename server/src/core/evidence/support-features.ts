// Owns: what the support model looks at: features of each word of a claim and of the claim as a whole, given passages.
// Must not know: weights, thresholds, verdicts.
import { NEGATIONS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { areOpposite } from '../lexicon/opposites.ts';
import { type Alignment, align, type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from './alignment.ts';
import { negated } from './contradictions/negation.ts';
import { absentFigures, Figures } from './figures.ts';
import type { Passage } from './types.ts';

/** A passage with its alignment and the share of the claim's weight that it holds. */
export interface WeighedPassage {
  readonly passage: Passage;
  readonly alignment: Alignment;
  /** 0 to 1. */
  readonly coverage: number;
}

/** How telling a word is, 0 (says nothing) to 1 (rare). */
export type Rarity = (word: KeyedWord) => number;

/** Rarity from stems listed by frequency, most frequent step first; a stem that is not listed is rare. */
export function rarityFrom(steps: string): Rarity {
  const rarities = new Map<string, number>();
  for (const [step, stems] of steps.split('|').entries()) {
    for (const stem of stems.split(' ')) rarities.set(stem, 0.2 + 0.1 * step);
  }
  return word => rarities.get(word.key) ?? 1;
}

/** A claim laid over passages: what all features are taken from. */
export interface Comparison {
  readonly claim: KeyedText;
  /** Best first. */
  readonly ranked: readonly WeighedPassage[];
  readonly title: Alignment;
  readonly weights: readonly number[];
  /** Keys of the claim's words that the text before it supplies. */
  readonly context: ReadonlySet<string>;
}

/** Lays a claim over passages (a dozen at most). */
export function compare(claim: KeyedText, passages: readonly Passage[], title: KeyedText, context: KeyedText, rarity: Rarity): Comparison {
  const weights = weightsFor(claim, rarity);
  const ranked = passages
    .map((passage, order) => {
      const alignment = align(claim, keyedPassage(passage));
      return { passage, alignment, coverage: covered(claim, weights, [alignment]), order };
    })
    .sort((a, b) => b.coverage - a.coverage || a.order - b.order);
  const given = new Set(claim.words.filter(word => !word.isFunction && context.places.has(word.key)).map(word => word.key));
  return { claim, ranked, title: align(claim, title), weights, context: given };
}

/** The weight of each word in coverage. */
export function weightsFor(claim: KeyedText, rarity: Rarity): readonly number[] {
  return claim.words.map(word => weightOf(word, rarity));
}

function weightOf(word: KeyedWord, rarity: Rarity): number {
  if (word.isFunction) return 0;
  const base = word.isNumber ? 0.9 : rarity(word);
  return word.isName ? Math.max(0.5, base) : Math.max(0.1, base);
}

function covered(claim: KeyedText, weights: readonly number[], alignments: readonly Alignment[]): number {
  let have = 0;
  let all = 0;
  for (let at = 0; at < claim.words.length; at++) {
    const weight = weights[at] as number;
    all += weight;
    have += weight * best(alignments, at);
  }
  return all === 0 ? 0 : have / all;
}

/** Share of the claim's weight that the passages and what they stand under hold among them, 0 to 1. */
export function heldInAll({ claim, ranked, title, weights }: Comparison): number {
  return covered(claim, weights, [...ranked.map(one => one.alignment), title]);
}

function best(alignments: readonly Alignment[], at: number): number {
  let score = 0;
  for (const alignment of alignments) score = Math.max(score, (alignment.matches[at] as WordMatch).score);
  return score;
}

/** The passages that together cover most, chosen greedily: the best one, then what adds most. */
export function together(comparison: Comparison, count: number): readonly WeighedPassage[] {
  const known = TOGETHER.get(comparison);
  if (known && known.count >= count) return known.chosen.slice(0, count);
  const chosen = choose(comparison, count);
  TOGETHER.set(comparison, { count, chosen });
  return chosen;
}

/** What was chosen last; the choice is greedy, so a shorter one is its beginning. */
const TOGETHER = new WeakMap<Comparison, { readonly count: number; readonly chosen: readonly WeighedPassage[] }>();

function choose(comparison: Comparison, count: number): WeighedPassage[] {
  const { claim, ranked, weights } = comparison;
  const chosen: WeighedPassage[] = [];
  const reached = claim.words.map(() => 0);
  while (chosen.length < count) {
    let pick: WeighedPassage | undefined;
    let gain = 0;
    for (const one of ranked) {
      if (chosen.includes(one)) continue;
      let sum = 0;
      for (let at = 0; at < reached.length; at++) {
        const score = (one.alignment.matches[at] as WordMatch).score;
        if (score > (reached[at] as number)) sum += (weights[at] as number) * (score - (reached[at] as number));
      }
      if (sum > gain + 1e-9) {
        gain = sum;
        pick = one;
      }
    }
    if (pick === undefined) break;
    chosen.push(pick);
    for (let at = 0; at < reached.length; at++) {
      reached[at] = Math.max(reached[at] as number, (pick.alignment.matches[at] as WordMatch).score);
    }
  }
  return chosen;
}

/** Names of the word features, in order. */
export const WORD_FEATURES = [
  'best',
  'best2',
  'best3',
  'all',
  'title',
  'rarity',
  'isFunction',
  'isNumber',
  'isName',
  'coverage1',
  'coverage3',
  'leftBigram',
  'rightBigram',
  'coherence',
  'neighbours',
  'left',
  'right',
  'place',
  'likeness',
  'isNegation',
  'length',
  'frequency',
  'gap',
  'wordLength',
  'sameOrder',
  'kind',
  'inContext',
  'absentFigure',
  'before',
  'after',
  'turned',
  'opposite',
] as const;

const NEAR = 4;

/** One row of `WORD_FEATURES` for each word of the claim. */
export function wordFeatures(comparison: Comparison): Float64Array[] {
  const { claim, ranked, title, weights } = comparison;
  const alignments = ranked.map(one => one.alignment);
  const three = together(comparison, 3).map(one => one.alignment);
  const two = three.slice(0, 2);
  const one = three.slice(0, 1);
  const coverage1 = ranked[0]?.coverage ?? 0;
  const coverage3 = covered(claim, weights, three);
  const rows: Float64Array[] = [];
  const count = claim.words.length;
  const absent = new Set(absentFigures(claim, new Figures(ranked.map(each => each.passage))));
  const own = negated(claim);
  const top = ranked.slice(0, 3).map(each => ({ ...each, flags: negated(each.alignment.passage) }));
  for (let at = 0; at < count; at++) {
    const word = claim.words[at] as KeyedWord;
    const previous = neighbour(claim, at, -1);
    const next = neighbour(claim, at, 1);
    let leftBigram = 0;
    let rightBigram = 0;
    let coherence = 0;
    let neighbours = 0;
    let frequency = 0;
    let gap = 0;
    let sameOrder = 0;
    for (const { alignment, coverage } of ranked) {
      const match = alignment.matches[at] as WordMatch;
      if (match.score < 0.6) continue;
      frequency++;
      coherence = Math.max(coherence, match.score * coverage);
      neighbours = Math.max(neighbours, nearbyShare(claim, weights, alignment, at, match));
      if (previous >= 0) {
        const other = alignment.matches[previous] as WordMatch;
        if (other.score >= 0.6 && other.at >= 0 && match.at >= 0) {
          const distance = match.at - other.at;
          if (Math.abs(distance) <= NEAR) leftBigram = 1;
          if (distance > 0 && distance <= 2) sameOrder = 1;
        }
      }
      if (next >= 0) {
        const other = alignment.matches[next] as WordMatch;
        if (other.score >= 0.6 && other.at >= 0 && match.at >= 0 && Math.abs(other.at - match.at) <= NEAR) rightBigram = 1;
      }
      gap = Math.max(gap, coverage / Math.max(coverage1, 1e-6));
    }
    rows.push(
      Float64Array.of(
        best(one, at),
        best(two, at),
        best(three, at),
        best(alignments, at),
        (title.matches[at] as WordMatch).score,
        weights[at] as number,
        word.isFunction ? 1 : 0,
        word.isNumber ? 1 : 0,
        word.isName ? 1 : 0,
        coverage1,
        coverage3,
        leftBigram,
        rightBigram,
        coherence,
        neighbours,
        previous < 0 ? -1 : best(alignments, previous),
        next < 0 ? -1 : best(alignments, next),
        count === 1 ? 0 : at / (count - 1),
        best(alignments, at) >= 0.6 ? 1 : nearestLikeness(word, ranked),
        NEGATIONS.has(word.folded) ? 1 : 0,
        Math.min(count, 40),
        frequency,
        gap,
        word.folded.length,
        sameOrder,
        kindOf(word),
        comparison.context.has(word.key) ? 1 : 0,
        absent.has(at) ? 1 : 0,
        gapBefore(claim, at),
        gapBefore(claim, at + 1),
        word.isFunction ? 0 : turned(own[at] === true, top, at),
        word.isFunction || best(alignments, at) >= 0.75 ? 0 : hasOpposite(word, top) ? 1 : 0,
      ),
    );
  }
  return rows;
}

/** What stands before a word: 0 the start or end of the claim, 1 a word that tells, 2 a preposition, 3 another function word, 4 a mark of punctuation. */
function gapBefore(claim: KeyedText, at: number): number {
  const word = claim.words[at];
  const before = claim.words[at - 1];
  if (word === undefined || before === undefined) return 0;
  if (claim.text.slice(before.end, word.start) !== ' ') return 4;
  if (!before.isFunction) return 1;
  return PREPOSITIONS.has(before.folded) ? 2 : 3;
}

interface Flagged extends WeighedPassage {
  readonly flags: readonly boolean[];
}

/** Coverage of the best passage that has the word and negates it where the claim does not, or the other way; 0 where one has it the same way. */
function turned(own: boolean, top: readonly Flagged[], at: number): number {
  let most = 0;
  for (const { alignment, coverage, flags } of top) {
    const match = alignment.matches[at] as WordMatch;
    if (match.score < 0.75 || match.at < 0) continue;
    if (flags[match.at] === own) return 0;
    most = Math.max(most, coverage);
  }
  return most;
}

function hasOpposite(word: KeyedWord, top: readonly Flagged[]): boolean {
  return top.some(({ alignment }) => alignment.passage.words.some(other => areOpposite(word.key, other.key)));
}

function neighbour(claim: KeyedText, at: number, step: number): number {
  for (let i = at + step; i >= 0 && i < claim.words.length; i += step) if (!(claim.words[i] as KeyedWord).isFunction) return i;
  return -1;
}

/** Share of the weight around a word (four content words each way) whose matches lie near its own match. */
function nearbyShare(claim: KeyedText, weights: readonly number[], alignment: Alignment, at: number, match: WordMatch): number {
  if (match.at < 0) return 0;
  let have = 0;
  let all = 0;
  for (let i = Math.max(0, at - 8); i <= Math.min(claim.words.length - 1, at + 8); i++) {
    if (i === at) continue;
    const weight = weights[i] as number;
    if (weight === 0) continue;
    all += weight;
    const other = alignment.matches[i] as WordMatch;
    if (other.at >= 0 && Math.abs(other.at - match.at) <= 10) have += weight * other.score;
  }
  return all === 0 ? 0 : have / all;
}

/** Best share of letter pairs with any word of the three best passages (Dice). */
function nearestLikeness(word: KeyedWord, ranked: readonly WeighedPassage[]): number {
  if (word.isFunction || word.isNumber || word.key.length < 3) return 0;
  let best = 0;
  const pairs = pairsOf(word.key);
  const first = word.key.charCodeAt(0);
  for (const { alignment } of ranked.slice(0, 3)) {
    for (const other of alignment.passage.words) {
      if (other.isFunction || other.key.length < 3 || other.key.charCodeAt(0) !== first || Math.abs(other.key.length - word.key.length) > 6)
        continue;
      let same = 0;
      for (let i = 0; i + 1 < other.key.length; i++) if (pairs.has(other.key.slice(i, i + 2))) same++;
      best = Math.max(best, (2 * same) / (word.key.length + other.key.length - 2));
    }
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

const MODIFIER_ENDING = /(?:ly|est|ous|ful|ive|al|able|ible|less|ic)$/;

function kindOf(word: KeyedWord): number {
  if (word.isFunction) return 0;
  if (/ed$/.test(word.folded)) return 2;
  if (/ing$/.test(word.folded)) return 3;
  if (MODIFIER_ENDING.test(word.folded)) return 4;
  return 1;
}

const ABSENT = WORD_FEATURES.indexOf('absentFigure');
const TURNED = WORD_FEATURES.indexOf('turned');
const OPPOSITE = WORD_FEATURES.indexOf('opposite');

/** Names of the claim features, in order. */
export const CLAIM_FEATURES = [
  'coverage1',
  'coverage2',
  'coverage3',
  'coverageAll',
  'coverageTitle',
  'names3',
  'numbers3',
  'numbersAll',
  'namesAll',
  'bigrams',
  'missingMean',
  'missingWeighted',
  'missingMost',
  'missingSecond',
  'missingCount',
  'missingSum',
  'contentMissing',
  'length',
  'margin',
  'negation',
  'plain1',
  'plain3',
  'missingNames',
  'missingNumbers',
  'logKept',
  'absentFigures',
  'peak',
  'turned',
  'opposite',
] as const;

/** The claim features that the shipped claim model reads, in the order of its weights. All are shares, so that long claims weigh as short ones. */
export const SUPPORT_FEATURES = [
  'coverage1',
  'coverage2',
  'coverage3',
  'coverageAll',
  'coverageTitle',
  'names3',
  'numbers3',
  'bigrams',
  'plain1',
  'plain3',
  'missingWeighted',
  'contentMissing',
  'negation',
  'margin',
  'absentFigures',
] as const satisfies readonly (typeof CLAIM_FEATURES)[number][];

/** One row of `CLAIM_FEATURES`. `missing` are the word model's probabilities. */
export function claimFeatures(comparison: Comparison, words: readonly Float64Array[], missing: readonly number[]): Float64Array {
  const { claim, ranked, title, weights } = comparison;
  const alignments = ranked.map(one => one.alignment);
  const three = together(comparison, 3).map(one => one.alignment);
  const flat = claim.words.map(word => (word.isFunction ? 0 : 1));
  const names = claim.words.map((word, at) => (word.isName ? (weights[at] as number) : 0));
  const numbers = claim.words.map(word => (word.isNumber ? 1 : 0));
  const content = missing.filter((_, at) => !(claim.words[at] as KeyedWord).isFunction).sort((a, b) => b - a);
  let bigrams = 0;
  let pairs = 0;
  let weighted = 0;
  let weight = 0;
  let logKept = 0;
  for (let at = 0; at < claim.words.length; at++) {
    const row = words[at] as Float64Array;
    if ((claim.words[at] as KeyedWord).isFunction) continue;
    pairs += 2;
    bigrams += (row[11] as number) + (row[12] as number);
    weighted += (weights[at] as number) * (missing[at] as number);
    weight += weights[at] as number;
    logKept += Math.log(Math.max(1e-3, 1 - (missing[at] as number)));
  }
  const mean = (of: readonly number[]): number => (of.length === 0 ? 0 : of.reduce((sum, x) => sum + x, 0) / of.length);
  const most = (which: (word: KeyedWord) => boolean): number =>
    Math.max(0, ...claim.words.map((word, at) => (which(word) ? (missing[at] as number) : 0)));
  return Float64Array.of(
    ranked[0]?.coverage ?? 0,
    covered(claim, weights, three.slice(0, 2)),
    covered(claim, weights, three),
    covered(claim, weights, alignments),
    covered(claim, weights, [...three, title]),
    orFull(claim, names, three),
    orFull(claim, numbers, three),
    orFull(claim, numbers, alignments),
    orFull(claim, names, alignments),
    pairs === 0 ? 0 : bigrams / pairs,
    mean(missing),
    weight === 0 ? 0 : weighted / weight,
    content[0] ?? 0,
    content[1] ?? 0,
    missing.filter((p, at) => p > 0.5 && !(claim.words[at] as KeyedWord).isFunction).length,
    missing.reduce((sum, p) => sum + p, 0),
    mean(content),
    Math.min(claim.words.length, 60),
    (ranked[0]?.coverage ?? 0) - (ranked[ranked.length - 1]?.coverage ?? 0),
    negationGap(claim, ranked[0]),
    covered(claim, flat, three.slice(0, 1)),
    covered(claim, flat, three),
    most(word => word.isName),
    most(word => word.isNumber),
    logKept,
    Math.min(2, words.filter(row => row[ABSENT] === 1).length),
    (content[0] ?? 0) - (content[content.length >> 1] ?? 0),
    Math.max(0, ...words.map(row => row[TURNED] as number)),
    words.some(row => row[OPPOSITE] === 1) ? 1 : 0,
  );
}

function orFull(claim: KeyedText, weights: readonly number[], alignments: readonly Alignment[]): number {
  return weights.some(weight => weight > 0) ? covered(claim, weights, alignments) : 1;
}

/** 1 where only one of claim and best passage has a negation, 0 else. */
function negationGap(claim: KeyedText, passage: WeighedPassage | undefined): number {
  if (passage === undefined) return 0;
  const has = (text: KeyedText): boolean => text.words.some(word => NEGATIONS.has(word.folded));
  return has(claim) === has(passage.alignment.passage) ? 0 : 1;
}
