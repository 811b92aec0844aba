// Owns: how well a set of passages bears on a claim: features of each word and of the whole, and the model over them.
// Must not know: citations, verdicts, rules.
import { type Alignment, align, type KeyedText, type KeyedWord, keyed, keyedPassage, type WordMatch } from './alignment.ts';
import type { Passage } from './types.ts';

/** A passage with its alignment and the share of the claim's weight that it holds. */
export interface WeighedPassage {
  readonly passage: Passage;
  readonly alignment: Alignment;
  /** 0 to 1. */
  readonly coverage: number;
}

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
}

/** The weight of a word in coverage: rare words, names and numbers count most. */
export function wordWeight(word: KeyedWord): number {
  if (word.isFunction) return 0;
  if (word.isNumber) return 1.5;
  return word.isName ? 1.4 : 1;
}

/** Weighs `passages` (at most a dozen, from one or several Sources) against a claim. `titles` are words that all of them stand under. */
export function weigh(claim: KeyedText, passages: readonly Passage[], titles = ''): Weighed {
  const title = keyed(titles);
  const underTitle = align(claim, title);
  const ranked = passages
    .map(passage => {
      const alignment = align(claim, keyedPassage(passage));
      return { passage, alignment, coverage: coverageOf(claim, [alignment], underTitle) };
    })
    .sort((a, b) => b.coverage - a.coverage);
  const best = ranked.slice(0, 3).map(one => one.alignment);
  const together = coverageOf(claim, best, underTitle);
  const missing = claim.words.map((_, at) => 1 - bestScore(best, at));
  return { passages: ranked, full: logistic(14 * (together - 0.72)), related: logistic(14 * (together - 0.42)), missing };
}

function coverageOf(claim: KeyedText, alignments: readonly Alignment[], title: Alignment): number {
  let have = 0;
  let all = 0;
  for (let at = 0; at < claim.words.length; at++) {
    const weight = wordWeight(claim.words[at] as KeyedWord);
    all += weight;
    have += weight * Math.max(bestScore(alignments, at), 0.6 * (title.matches[at] as WordMatch).score);
  }
  return all === 0 ? 0 : have / all;
}

function bestScore(alignments: readonly Alignment[], at: number): number {
  let best = 0;
  for (const alignment of alignments) best = Math.max(best, (alignment.matches[at] as WordMatch).score);
  return best;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
