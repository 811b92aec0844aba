// Owns: what the support model looks at in a claim as a whole, given passages and what is known of each of its words.
// Must not know: weights, thresholds, verdicts.
import { NEGATIONS } from '../lexicon/function-words.ts';
import type { Alignment, KeyedText, KeyedWord } from './alignment.ts';
import { type Comparison, covered, together, type WeighedPassage } from './support-comparison.ts';
import { WORD_FEATURES } from './support-words.ts';

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
