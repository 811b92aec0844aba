// Owns: the support model: how surely passages back a claim, from trained weights over explainable features.
// Must not know: citations, verdicts, rules.

import { ofLast, perObject } from '../text/kept.ts';
import { lazy } from '../text/lazy.ts';
import { type KeyedText, keyed } from './alignment.ts';
import { type Comparison, compare, rarityFrom, type WeighedPassage, weightsFor } from './support-comparison.ts';
import { CLAIM_FEATURES, claimFeatures, SUPPORT_FEATURES } from './support-features.ts';
import { runsOf, sharesOf, spanFeatures } from './support-spans.ts';
import { CLAIM_MODEL, SPAN_MODEL, STEM_STEPS, WORD_MODEL } from './support-weights.generated.ts';
import { wordFeatures } from './support-words.ts';
import { readTrees, scoreTrees, type Trees } from './trees.ts';
import type { Passage } from './types.ts';

/** How well passages bear on a claim. */
export interface Weighed {
  /** Best first. */
  readonly passages: readonly WeighedPassage[];
  /** How surely they back the claim, 0 to 1; the bars stand in `SUPPORT_THRESHOLDS`. */
  readonly score: number;
  /** For each word of the claim, seen for itself, the probability that nothing in the passages backs it. */
  readonly missing: readonly number[];
  readonly comparison: Comparison;
  /** One row of `WORD_FEATURES` for each word. */
  readonly words: readonly Float64Array[];
}

let words: Trees | undefined;
const rarity = lazy(() => rarityFrom(STEM_STEPS));
const PICKED = SUPPORT_FEATURES.map(name => CLAIM_FEATURES.indexOf(name));

/** The weights of a claim's words in coverage: rare words, names and numbers count most. */
export const weightsOf = perObject((claim: KeyedText): readonly number[] => weightsFor(claim, rarity()));

/**
 * Weighs `passages` (at most a dozen, from one or several Sources) against a claim. `titles` are words that all of them
 * stand under, `context` the names that the text before the claim supplies.
 */
export function weigh(claim: KeyedText, passages: readonly Passage[], titles = '', context = ''): Weighed {
  // Decoded when first asked for.
  words ??= readTrees(WORD_MODEL);
  const model = words;
  const comparison = compare(claim, passages, keyedTitles(titles), keyed(context), rarity());
  const rows = wordFeatures(comparison);
  const missing = rows.map(row => logistic(scoreTrees(model, row)));
  const row = claimFeatures(comparison, rows, missing);
  let score: number = CLAIM_MODEL[0];
  for (const [at, feature] of PICKED.entries()) score += (CLAIM_MODEL[at + 1] ?? 0) * (row[feature] as number);
  return { passages: comparison.ranked, score: logistic(score), missing, comparison, words: rows };
}

/** So many words of a claim are weighed run by run. */
const LONGEST = 200;

/** The probability of `unbacked` from which a word counts as not backed. Chosen by the folds of the trainer. */
export const UNBACKED = 0.27;

/**
 * For each word of a claim of which something is not backed, the probability that the word belongs to it: what nothing
 * backs is a phrase, so runs of words are weighed against each other, and a word has what the runs that hold it have.
 */
export function unbacked({ comparison, words, missing }: Weighed): readonly number[] {
  const count = words.length;
  // A list or a table in one sentence: no phrase of it stands out.
  if (count > LONGEST) return missing;
  const runs = runsOf(count);
  const scores = spanFeatures(comparison, runs, words, missing).map(row => {
    let score = 0;
    for (const [at, weight] of SPAN_MODEL.entries()) score += weight * (row[at] as number);
    return score;
  });
  return sharesOf(count, runs, scores);
}

/** The titles keyed last: claims in a row often find the same Sources. */
const keyedTitles = ofLast(100, keyed);

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
