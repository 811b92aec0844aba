// Owns: the support model: how surely passages back a claim, from trained weights over explainable features.
// Must not know: citations, verdicts, rules.
import { type KeyedText, keyed } from './alignment.ts';
import { type Comparison, claimFeatures, compare, rarityFrom, type WeighedPassage, weightsFor, wordFeatures } from './support-features.ts';
import { FULL_MODEL, RELATED_MODEL, STEM_STEPS, WORD_MODEL } from './support-weights.generated.ts';
import { readTrees, scoreTrees, type Trees } from './trees.ts';
import type { Passage } from './types.ts';

/** How well passages bear on a claim. */
export interface Weighed {
  /** Best first. */
  readonly passages: readonly WeighedPassage[];
  /** Probability that the passages back all of the claim. */
  readonly full: number;
  /** Probability that they bear on it at all. */
  readonly related: number;
  /** For each word of the claim, the probability that nothing in the passages backs it. */
  readonly missing: readonly number[];
  readonly comparison: Comparison;
}

interface Models {
  readonly words: Trees;
  readonly full: Trees;
  readonly related: Trees;
}

let models: Models | undefined;
const rarity = rarityFrom(STEM_STEPS);

/** The trained weights, decoded when they are first asked for. */
function trained(): Models {
  models ??= { words: readTrees(WORD_MODEL), full: readTrees(FULL_MODEL), related: readTrees(RELATED_MODEL) };
  return models;
}

/** The weights of a claim's words in coverage: rare words, names and numbers count most. */
export function weightsOf(claim: KeyedText): readonly number[] {
  return weightsFor(claim, rarity);
}

/**
 * Weighs `passages` (at most a dozen, from one or several Sources) against a claim. `titles` are words that all of them
 * stand under, `context` the names that the text before the claim supplies.
 */
export function weigh(claim: KeyedText, passages: readonly Passage[], titles = '', context = ''): Weighed {
  const { words, full, related } = trained();
  const comparison = compare(claim, passages, keyed(titles), keyed(context), rarity);
  const rows = wordFeatures(comparison);
  const missing = rows.map(row => logistic(scoreTrees(words, row)));
  const row = claimFeatures(comparison, rows, missing);
  return {
    passages: comparison.ranked,
    full: logistic(scoreTrees(full, row)),
    related: logistic(scoreTrees(related, row)),
    missing,
    comparison,
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
