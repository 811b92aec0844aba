// Owns: what the support model looks at in each word of a claim, given passages.
// Must not know: weights, thresholds, verdicts.
import { NEGATIONS, PREPOSITIONS } from '../lexicon/function-words.ts';
import { areOpposite } from '../lexicon/opposites.ts';
import type { Alignment, KeyedText, KeyedWord, WordMatch } from './alignment.ts';
import { negated } from './contradictions/negation.ts';
import { absentFigures, Figures } from './figures.ts';
import { best, type Comparison, covered, together, type WeighedPassage } from './support-comparison.ts';

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
