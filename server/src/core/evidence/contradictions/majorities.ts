// Owns: "most", "nearly all" and "few" in the draft where the notes give a share, or a word for one, that cannot be so.
// Must not know: verdicts, rules, shares that both sides give in figures (numbers), wholes (quantifiers).
import { alternatives } from '../../text/alternatives.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Comparing, clauseAround, drafted, isStated, quotedSpans, textOf } from './comparing.ts';
import { type Standing, standings } from './standing.ts';

const MOST =
  /\b(?:most(?: of)? (?!of|\p{L}+ly)\p{L}+|(?:the|a) (?:\p{L}+ )?majority|the bulk|(?:nearly|almost|virtually) (?:all|every\p{L}*))\b/iu;
const FEW_OF = alternatives(/(?:only|very|just) (?:a )?few|a few/, /a (?:\p{L}+ )?minority|a handful|hardly any(?:one|body)?|few of/u);
const MEASURES = alternatives(
  /seconds|minutes|hours|days|nights|weeks|weekends|months|years|decades|times/,
  /metres|meters|kilometres|kilometers|miles|dozen|hundred|thousand|million/,
);
/** "A few hours", "a handful of times", "a few dozen" are no part of anything. */
const FEW = new RegExp(String.raw`\b(?:${FEW_OF})\b(?! (?:of )?(?:other |more |short |long )?(?:${MEASURES})\b)`, 'iu');
/** "The most", "at most", "most recent", "most often", "most affected" compare and count nothing. */
const NO_SHARE =
  /\b(?:the|at|its|their|his|her|our) most\b|\bmost (?:likely|recent|recently|important|common(?:ly)?|probably|often|of all|of the time|\p{L}+ed)\b/iu;

/** Shares between these are neither. */
const HALF = { below: 0.46, above: 0.54 } as const;
/** Least share of the clause's telling words that the claim must have. */
const BACK = 0.6;

/** At most one difference, of a short cited Source. */
export function majorityDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  if (NO_SHARE.test(words.text)) return [];
  const most = MOST.exec(words.text);
  const few = most === null ? FEW.exec(words.text) : null;
  const said = most ?? few;
  if (said === null) return [];
  const start = claim.span.start + said.index;
  const span = { start, end: start + said[0].length };
  if (!isStated(comparing, span, quotedSpans(comparing)) || hasOwnShare(comparing, said)) return [];
  let best: { standing: Standing; back: number } | undefined;
  for (const standing of standings(comparing)) {
    if (!holds(words, standing, said.index)) continue;
    const shares = sharesIn(comparing, standing);
    if (shares.length === 0) continue;
    const back = backOf(comparing, standing);
    const isOnIt = standing.pairs.filter(pair => words.words[pair.mine]?.isNumber === false).length >= 2 && back >= BACK;
    if (!isOnIt || standing.pairs.some(pair => pair.clash)) continue;
    if (shares.some(share => (most === null ? share <= HALF.above : share >= HALF.below))) return [];
    if (best === undefined || back > best.back) best = { standing, back };
  }
  if (best === undefined) return [];
  const { passage } = best.standing.candidate;
  return [
    {
      kind: 'number',
      span,
      drafted: drafted(comparing, span),
      noted: textOf(best.standing.candidate.alignment.passage, best.standing.clause),
      passage,
    },
  ];
}

/** "80 percent of the servers in a few towns": the clause gives its share in figures, which are compared as such. */
function hasOwnShare({ words, claim, facts }: Comparing, said: RegExpExecArray): boolean {
  const { from, to } = clauseAround(words, { start: said.index, end: said.index + said[0].length });
  const start = claim.span.start + (words.words[from] as KeyedWord).start;
  const end = claim.span.start + (words.words[to] as KeyedWord).end;
  return facts.numbers.some(({ kind, span }) => (kind === 'percent' || kind === 'share') && start <= span.start && span.start < end);
}

function holds(words: KeyedText, { part }: Standing, at: number): boolean {
  return (words.words[part.from] as KeyedWord).start <= at && at < (words.words[part.to] as KeyedWord).end;
}

/** "A quarter told their parents": a share that is its own subject. */
const PART_ALONE = /^(?:only |just |barely |about |some )?(?:an?|one) (third|quarter|fifth)\b/i;

/** Shares that a clause gives, 0 to 1: figures, and words for much and little. */
function sharesIn({ knowledge }: Comparing, { candidate, clause }: Standing): number[] {
  const text = candidate.alignment.passage;
  const [from, to] = [(text.words[clause.from] as KeyedWord).start, (text.words[clause.to] as KeyedWord).end];
  const figures = factsOfPassage(candidate.passage, knowledge).numbers.filter(
    ({ kind, span, bound }) =>
      (kind === 'percent' || kind === 'share') && from <= span.start && span.end <= to + 1 && bound !== 'more-than' && bound !== 'at-least',
  );
  if (figures.length > 0) return figures.map(({ kind, value }) => (kind === 'percent' ? value / 100 : value));
  const said = textOf(text, clause);
  const fraction = PART_ALONE.exec(said)?.[1]?.toLowerCase();
  if (fraction !== undefined) return [1 / (3 + ['third', 'quarter', 'fifth'].indexOf(fraction))];
  if (MOST.test(said) || /\b(?:all|every\p{L}*|each|both)\b/iu.test(said)) return [0.8];
  return FEW.test(said) ? [0.1] : [];
}

/** Share of the clause's telling words that the claim has, figures and words that only give a share left out. */
function backOf({ words }: Comparing, { candidate, clause, pairs }: Standing): number {
  const text = candidate.alignment.passage;
  const theirs = text.words
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => at >= clause.from && at <= clause.to && !word.isFunction && !word.isNumber && !GIVES_SHARE.test(word.folded));
  const used = new Set(pairs.map(pair => pair.theirs));
  const shared = theirs.filter(({ word, at }) => used.has(at) || words.places.has(word.key));
  return theirs.length === 0 ? 0 : shared.length / theirs.length;
}

const GIVES_SHARE =
  /^(?:most|few|nearly|minority|majority|handful|percent|per|cent|half|third|quarter|fifth|tenth|account\p{L}*|share|proportion|rate|stood|stand|made?|make|total|figure|respondents?|asked|concerned)$/u;
