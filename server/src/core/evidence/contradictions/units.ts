// Owns: one figure in two units: euros for dollars, percent for percentage points.
// Must not know: verdicts, rules, figures that differ (numbers).
import type { NumberFact } from '../../extract/facts.ts';
import { COINS } from '../../lexicon/quantities.ts';
import type { Span } from '../../text/span.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, drafted, onTopic, sharedApart } from './comparing.ts';
import { agrees } from './quantities.ts';

/** The same figure in another unit: euros for dollars, percent for percentage points. */
export function unitDifference(
  comparing: Comparing,
  fact: NumberFact,
  own: readonly NumberFact[],
  apart: readonly Span[],
): Difference | undefined {
  if (unitOf(fact) !== undefined) return currencyDifference(comparing, fact, own, apart);
  return fact.kind === 'percent' ? pointsDifference(comparing, fact, own, apart) : undefined;
}

/** The currency of a sum; undefined for what is no sum. */
function unitOf({ kind, unit, noun }: NumberFact): string | undefined {
  if (kind === 'money') return unit;
  return kind === 'count' && noun !== undefined && COINS.has(noun) ? noun : undefined;
}

function currencyDifference(
  comparing: Comparing,
  fact: NumberFact,
  own: readonly NumberFact[],
  apart: readonly Span[],
): Difference | undefined {
  // Two sums in one sentence may be one sum in two currencies.
  const unit = unitOf(fact);
  const isOther = (other: NumberFact): boolean => unitOf(other) !== undefined && unitOf(other) !== unit;
  if (unit === undefined || own.some(other => other !== fact && isOther(other))) return undefined;
  let found: { candidate: Candidate; other: NumberFact } | undefined;
  for (const candidate of onTopic(comparing)) {
    const sums = factsOfPassage(candidate.passage, comparing.knowledge).numbers.filter(
      other => unitOf(other) !== undefined && agrees(fact, inCoinOf(fact, other)),
    );
    if (sums.some(other => !isOther(other))) return undefined;
    const shared = sharedApart(comparing, candidate, apart);
    const [other] = sums;
    if (other === undefined || other.value !== fact.value) continue;
    // A figure of several digits in the cited text is telling enough.
    if (candidate.cited ? shared.words < 1 && fact.digits < 2 : shared.words < 1 || shared.coverage < 0.4) continue;
    found ??= { candidate, other };
  }
  if (found === undefined) return undefined;
  const { other, candidate } = found;
  const span = sumSpan(fact);
  const theirs = sumSpan(other);
  const noted = candidate.passage.text.slice(theirs.start, theirs.end);
  const head = drafted(comparing, { start: span.start, end: fact.figure.end });
  const coin = candidate.passage.text.slice(other.figure.end, theirs.end);
  // The draft keeps its own way with the figure where both have the coin behind it.
  const isBehind = span.end > fact.figure.end && /^ \p{L}/u.test(coin);
  const replacement = isBehind ? `${head}${coin}` : noted;
  return { kind: 'number', span, drafted: drafted(comparing, span), noted, passage: candidate.passage, replacement };
}

/** A sum as if it were of the other's coin. */
function inCoinOf({ kind, unit }: NumberFact, sum: NumberFact): NumberFact {
  const { unit: _, ...plain } = sum;
  return { ...plain, kind, ...(unit === undefined ? {} : { unit }) };
}

/** A sum with its coin, which is the noun of a count. */
function sumSpan({ span, nounSpan }: NumberFact): Span {
  return { start: span.start, end: Math.max(span.end, nounSpan?.end ?? 0) };
}

/** "grew by 9 percent, from 18 to 27 percent", or notes that have percentage points. */
function pointsDifference(
  comparing: Comparing,
  fact: NumberFact,
  own: readonly NumberFact[],
  apart: readonly Span[],
): Difference | undefined {
  if (fact.bound !== 'exact' && fact.bound !== 'about') return undefined;
  const before = drafted(comparing, { start: Math.max(0, fact.span.start - 12), end: fact.span.start });
  const behind = drafted(comparing, { start: fact.span.end, end: Math.min(fact.span.end + 12, comparing.claim.span.end) });
  const isStep =
    /\b(?:by|of|up|down|another) (?:about )?$/i.test(before) || /^ (?:above|below|over|under|more|less|higher|lower)\b/i.test(behind);
  const isChange = CHANGE.test(comparing.words.text);
  const bare = own.filter(other => other !== fact && (other.kind === 'percent' || (other.kind === 'count' && other.noun === undefined)));
  for (const candidate of onTopic(comparing)) {
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
    if (noted.some(other => other.kind === 'percent' && other.value === fact.value)) return undefined;
    const shared = sharedApart(comparing, candidate, apart);
    if (shared.words < 1 || shared.coverage < 0.3) continue;
    const points = noted.some(other => other.kind === 'percentage-points' && other.value === fact.value);
    const has = (value: number): boolean =>
      noted.some(other => (other.kind === 'percent' || other.kind === 'count') && other.value === value);
    const steps =
      isStep && bare.some(from => bare.some(to => isStepOf(fact.value, from.value, to.value) && has(from.value) && has(to.value)));
    const stepped = isChange && isStepIn(fact.value, noted);
    if (!points && !steps && !stepped) continue;
    const text = drafted(comparing, fact.span);
    const replacement = text.replace(/ ?(?:per ?cent|%)$/i, ' percentage points');
    if (replacement === text) return undefined;
    return {
      kind: 'number',
      span: fact.span,
      drafted: text,
      noted: `${fact.value} percentage points`,
      passage: candidate.passage,
      replacement,
    };
  }
  return undefined;
}

/** What speaks of a change from one share to another. */
const CHANGE =
  /\b(?:costs?|los[et]s?|losing|falls?|fell|fallen|drop(?:s|ped)?|r(?:ise|ises|ose|isen)|gr(?:ow|ows|ew|own)|(?:in|de)creased?|declined?|gain(?:s|ed)?|(?:more|fewer|less|higher|lower) than|climb(?:s|ed)?|shrank|jump(?:s|ed)?)\b/i;

/** Two percentages in a row of which one is this many points above the other. */
function isStepIn(step: number, noted: readonly NumberFact[]): boolean {
  const shares = noted.filter(other => other.kind === 'percent');
  return shares.some((from, at) => {
    const to = shares[at + 1];
    return to !== undefined && isStepOf(step, from.value, to.value) && isStepOf(step, to.value, from.value);
  });
}

/** Whether a change from one percentage to another is this many points, and not this many percent as well. */
function isStepOf(step: number, from: number, to: number): boolean {
  const change = Math.abs(to - from);
  return from > 0 && Math.abs(change - step) < 0.06 && Math.abs((100 * change) / from - step) > 0.6;
}
