// Owns: a claim laid over passages: how much of it each holds, and all together, by how telling its words are.
// Must not know: features, weights of models, thresholds, verdicts.
import { type Alignment, align, type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from './alignment.ts';
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

export function covered(claim: KeyedText, weights: readonly number[], alignments: readonly Alignment[]): number {
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

export function best(alignments: readonly Alignment[], at: number): number {
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
