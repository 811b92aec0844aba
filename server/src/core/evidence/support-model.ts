// Owns: the support model: how surely passages back a claim, from trained weights over explainable features.
// Must not know: citations, verdicts, rules.
import { type KeyedText, keyed } from './alignment.ts';
import {
  CLAIM_FEATURES,
  type Comparison,
  claimFeatures,
  compare,
  rarityFrom,
  runFeatures,
  SUPPORT_FEATURES,
  type WeighedPassage,
  weightsFor,
  wordFeatures,
} from './support-features.ts';
import { CLAIM_MODEL, RUN_MODEL, STEM_STEPS, WORD_MODEL } from './support-weights.generated.ts';
import { readTrees, scoreTrees, type Trees } from './trees.ts';
import type { Passage } from './types.ts';

/** How well passages bear on a claim. */
export interface Weighed {
  /** Best first. */
  readonly passages: readonly WeighedPassage[];
  /** How surely they back the claim, 0 to 1; the bars stand in `SUPPORT_THRESHOLDS`. */
  readonly score: number;
  /** For each word of the claim, the probability that nothing in the passages backs it. */
  readonly missing: readonly number[];
  readonly comparison: Comparison;
}

let words: Trees | undefined;
let runs: Trees | undefined;
const rarity = rarityFrom(STEM_STEPS);
const PICKED = SUPPORT_FEATURES.map(name => CLAIM_FEATURES.indexOf(name));

/** The weights of a claim's words in coverage: rare words, names and numbers count most. */
export function weightsOf(claim: KeyedText): readonly number[] {
  const known = WEIGHTS.get(claim);
  if (known) return known;
  const weights = weightsFor(claim, rarity);
  WEIGHTS.set(claim, weights);
  return weights;
}

const WEIGHTS = new WeakMap<KeyedText, readonly number[]>();

/**
 * Weighs `passages` (at most a dozen, from one or several Sources) against a claim. `titles` are words that all of them
 * stand under, `context` the names that the text before the claim supplies.
 */
export function weigh(claim: KeyedText, passages: readonly Passage[], titles = '', context = ''): Weighed {
  // Decoded when first asked for.
  words ??= readTrees(WORD_MODEL);
  runs ??= readTrees(RUN_MODEL);
  const [wordModel, runModel] = [words, runs];
  const comparison = compare(claim, passages, keyedTitles(titles), keyed(context), rarity);
  const rows = wordFeatures(comparison);
  const apart = rows.map(row => logistic(scoreTrees(wordModel, row)));
  const missing = runFeatures(comparison, rows, apart).map(row => logistic(scoreTrees(runModel, row)));
  const row = claimFeatures(comparison, rows, missing);
  let score: number = CLAIM_MODEL[0];
  for (const [at, feature] of PICKED.entries()) score += (CLAIM_MODEL[at + 1] ?? 0) * (row[feature] as number);
  return { passages: comparison.ranked, score: logistic(score), missing, comparison };
}

/** The titles keyed last: claims in a row often find the same Sources. */
let lastTitles: KeyedText | undefined;

function keyedTitles(titles: string): KeyedText {
  if (lastTitles?.text !== titles) lastTitles = keyed(titles);
  return lastTitles;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
