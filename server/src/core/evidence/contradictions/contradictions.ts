// Owns: the differences between a claim and what evidence states about the same thing, all kinds together.
// Must not know: verdicts, citations, rules.
import { SAME_IN_PAST } from '../../lexicon/verbs.ts';
import { overlaps } from '../../text/span.ts';
import type { Difference } from '../types.ts';
import { answerDifferences } from './answers.ts';
import { bindingDifferences } from './bindings.ts';
import { boundDateDifferences } from './bound-dates.ts';
import { causeDifferences } from './causes.ts';
import { certaintyDifferences } from './certainty.ts';
import type { Comparing } from './comparing.ts';
import { comparisonDifferences } from './comparisons.ts';
import { dateDifferences } from './dates.ts';
import { decide, isStatedFlatly, named } from './decision.ts';
import { denialDifferences } from './denials.ts';
import { deniedWordDifferences } from './denied-words.ts';
import { exchangedDifferences } from './exchanged.ts';
import { gradeDifferences } from './grades.ts';
import { hasVerb } from './grammar.ts';
import { inclusionDifferences } from './inclusions.ts';
import { leftOpenDifferences } from './left-open.ts';
import { majorityDifferences } from './majorities.ts';
import { nameDifferences } from './names.ts';
import { denies } from './negation.ts';
import { numberDifferences } from './numbers.ts';
import { opposedStateDifferences } from './opposed-states.ts';
import { polarityDifferences } from './polarity.ts';
import { quantifierDifferences } from './quantifiers.ts';
import { rankDifferences } from './ranks.ts';
import { rateDifferences } from './rates.ts';
import { responseDifferences } from './responses.ts';
import { isAffirmed } from './standing.ts';
import { swappedDifferences } from './swapped.ts';
import { trendDifferences } from './trends.ts';

const KINDS = [
  trendDifferences,
  answerDifferences,
  bindingDifferences,
  boundDateDifferences,
  exchangedDifferences,
  causeDifferences,
  denialDifferences,
  responseDifferences,
  deniedWordDifferences,
  inclusionDifferences,
  opposedStateDifferences,
  leftOpenDifferences,
];
/** Kinds that weigh both sides whole themselves. */
const TOLD: ReadonlySet<unknown> = new Set([inclusionDifferences, exchangedDifferences, causeDifferences]);
/** Kinds that rest on a word of the draft which the notes have too, and deny. */
const BY_WORD: ReadonlySet<unknown> = new Set([denialDifferences, deniedWordDifferences]);

/**
 * All differences of a claim, in order of their places. Of one place only the first kind found is told:
 * grades, numbers, dates, names; a denial or a lack of certainty only where nothing smaller differs.
 */
export function findDifferences(comparing: Comparing): readonly Difference[] {
  return found(comparing).map(one => named(comparing, one));
}

/** The differences in figures and dates alone, in order of their places. */
export function findFigureDifferences(comparing: Comparing): readonly Difference[] {
  const figures = withSwapped(comparing, figureDifferences(comparing));
  return inOrder(figures.filter(one => one.kind === 'number' || one.kind === 'date')).map(one => named(comparing, one));
}

function figureDifferences(comparing: Comparing): readonly Difference[] {
  const compared = comparisonDifferences(comparing);
  return [
    ...numberDifferences(comparing).filter(one => one.span.end <= (compared[0]?.span.start ?? one.span.end)),
    ...compared,
    ...rateDifferences(comparing),
    ...rankDifferences(comparing),
    ...quantifierDifferences(comparing),
    ...majorityDifferences(comparing),
    ...dateDifferences(comparing),
  ];
}

/** Others, and what is swapped where none of them stands. */
function withSwapped(comparing: Comparing, others: readonly Difference[]): readonly Difference[] {
  return [...others, ...swappedDifferences(comparing).filter(one => !others.some(({ span }) => overlaps(span, one.span)))];
}

function found(comparing: Comparing): readonly Difference[] {
  const small = withSwapped(comparing, [...gradeDifferences(comparing), ...figureDifferences(comparing), ...nameDifferences(comparing)]);
  if (saysNothing(comparing)) return inOrder(small);
  const certainty = certaintyDifferences(comparing).flatMap(one => decide(comparing, one) ?? []);
  if (certainty.length > 0) return inOrder([...small, ...certainty]);
  const isBacked = ({ span, passage }: Difference): boolean =>
    isAffirmed(
      comparing,
      comparing.words.words.findIndex(word => word.end + comparing.claim.span.start >= span.end),
      passage,
    );
  const polarity = polarityDifferences(comparing)
    .filter(one => !isBacked(one))
    .flatMap(one => decide(comparing, one) ?? []);
  if (polarity.length > 0 || small.length > 0) return inOrder([...small, ...polarity]);
  // A figure or name that differs says more than these; the plainer kind goes first.
  for (const differences of KINDS) {
    const kept = differences(comparing).flatMap(one => {
      if (TOLD.has(differences)) return isStatedFlatly(comparing, one) ? one : [];
      return decide(comparing, one, BY_WORD.has(differences)) ?? [];
    });
    if (kept.length > 0) return kept;
  }
  return [];
}

/** A headline or cell without a verb or denial says neither that something is so nor that it is not. */
function saysNothing({ claim, words }: Comparing): boolean {
  const isScrap = claim.not === 'fragment' || claim.not === 'heading';
  if (!isScrap || words.words.some(word => SAME_IN_PAST.has(word.folded))) return false;
  return !hasVerb(words, 0, words.words.length) && !denies(words, 0, words.words.length - 1);
}

function inOrder(differences: readonly Difference[]): readonly Difference[] {
  return [...differences].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
