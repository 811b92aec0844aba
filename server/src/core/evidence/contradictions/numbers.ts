// Owns: numbers that the notes give differently for the same thing.
// Must not know: verdicts, rules, how numbers are read.

import { dayNumber } from '../../extract/dates/calendar.ts';
import type { NumberFact } from '../../extract/facts.ts';
import { COINS } from '../../lexicon/quantities.ts';
import { overlaps, type Span, shift } from '../../text/span.ts';
import type { KeyedWord, WordMatch } from '../alignment.ts';
import { clockTimesIn } from '../clock-times.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import { weightsOf as weightsOfWords } from '../support-model.ts';
import type { Difference, Passage, Source } from '../types.ts';
import { type Companion, companionOf } from './companions.ts';
import {
  type Candidate,
  type ClauseShared,
  type Comparing,
  clauseAround,
  clauseShared,
  drafted,
  isBare,
  isStated,
  LONGEST_WHOLE,
  neighboursOf,
  onTopic,
  quotedSpans,
  type Shared,
  sharedApart,
  sharedBeside,
  sharedWithin,
  textOf,
} from './comparing.ts';
import { isLabel, isMultiplier, sameThing } from './counted-things.ts';
import { agrees, comparable, isNextVersion, looksMistyped, writtenAs } from './quantities.ts';
import { shareAgainst } from './shares.ts';
import { isFigureHeld, numberSlip } from './slips.ts';

const KINDS: ReadonlySet<NumberFact['kind']> = new Set([
  'count',
  'percent',
  'percentage-points',
  'money',
  'duration',
  'bytes',
  'version',
  'share',
  'ordinal',
]);

/** A number of a passage that may be the draft's number, differently. */
interface Rival {
  readonly candidate: Candidate;
  readonly fact: NumberFact;
  readonly strength: number;
}

/** Kinds of figures that a text has few of: two of them with swapped digits are one. */
const AMOUNTS: ReadonlySet<NumberFact['kind']> = new Set(['bytes', 'money']);

/** Values further apart than this are hardly one told twice. */
const FAR = 4;

/** Limits may be: "within 60 days" and "within ten". */
const FAR_LIMIT = 300;

/** With more figures than this a sentence is a table, and each stands for itself. */
const MANY = 40;

/** "Three of the six", "from 412 to 388": the second figure is one of so many behind the first; a share may lie over both. */
const BEHIND = 4;

/** From which strength a rival counts as a contradiction. Chosen on synthetic cases, see test/quality/contradictions.quality.ts. */
const ENOUGH = 3;

/** Numbers of the claim that contradict evidence about the same thing, where no passage near it agrees. */
export function numberDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const clock = clockTimesIn(comparing.words.text).map(span => shift(span, comparing.claim.span.start));
  const own = comparing.facts.numbers.filter(
    fact => KINDS.has(fact.kind) && isStated(comparing, fact.span, quoted) && !clock.some(span => overlaps(span, fact.span)),
  );
  const apart = own.map(fact => fact.span);
  const differences: Difference[] = [];
  for (const [at, fact] of own.entries()) {
    const behind = own.slice(at + 1, at + 1 + BEHIND);
    const special =
      unitDifference(comparing, fact, own, apart) ??
      wholeDifference(comparing, fact, own, apart) ??
      partDifference(comparing, fact, behind) ??
      directionDifference(comparing, fact, behind) ??
      shareDifference(comparing, fact, own);
    if (special !== undefined) {
      differences.push(special);
      continue;
    }
    const slip = numberSlip(comparing, fact);
    // A misprint of three digits or more is not worked out from anything.
    if (slip?.isMistyped !== true && isBacked(comparing, fact, apart)) continue;
    const rival = strongest(comparing, fact, own, apart);
    const told = rival === undefined ? companionOf(comparing, fact) : { passage: rival.candidate.passage, fact: rival.fact };
    const isTold =
      told !== undefined &&
      !isBackedBeside(comparing, fact, told.passage) &&
      (looksLikeSlip(comparing, fact, told) || !isFigureHeld(comparing, fact));
    const found = isTold ? told : slip;
    if (found === undefined) continue;
    const noted = found.passage.text;
    const figure = noted.slice(found.fact.figure.start, found.fact.figure.end);
    const draftFigure = drafted(comparing, fact.figure);
    const replacement = writtenAs(draftFigure, fact, found.fact, figure);
    if (replacement === draftFigure) continue;
    differences.push({
      kind: 'number',
      span: fact.figure,
      drafted: drafted(comparing, fact.span),
      noted: noted.slice(found.fact.span.start, found.fact.span.end),
      passage: found.passage,
      ...(replacement === undefined ? {} : { replacement }),
    });
  }
  return differences;
}

/** "More than half of their usual pace" where part and whole are noted. */
function shareDifference(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[]): Difference | undefined {
  const found = shareAgainst(comparing, fact, own);
  return found === undefined ? undefined : { kind: 'number', span: fact.span, drafted: drafted(comparing, fact.span), ...found };
}

/** The same figure in another unit: euros for dollars, percent for percentage points. */
function unitDifference(
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

const WHOLE = /\b(?:(all|every one|each)(?: of)?(?: the| its| their| our)?|the (?:whole|entire|full) \p{L}+ of) $/iu;

/** "All 41 flights were cancelled" where the notes have 41 flights and 38 cancelled. */
function wholeDifference(
  comparing: Comparing,
  fact: NumberFact,
  own: readonly NumberFact[],
  apart: readonly Span[],
): Difference | undefined {
  if (fact.kind !== 'count' || fact.bound !== 'exact') return undefined;
  const { claim } = comparing;
  const opening = WHOLE.exec(drafted(comparing, { start: Math.max(claim.span.start, fact.span.start - 32), end: fact.span.start }));
  if (opening === null) return undefined;
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited && sharedApart(comparing, candidate, apart).words < 2) continue;
    const texts = [candidate.passage, ...neighboursOf(candidate.passage)];
    const wholes = texts.flatMap(one => factsOfPassage(one, comparing.knowledge).numbers.filter(other => other.value === fact.value));
    if (wholes.length === 0) continue;
    // "Four servers, all updated on one afternoon" has no part of the servers.
    const nouns = wholes.flatMap(whole => (whole.noun === undefined ? [] : [whole.noun]));
    const part = factsOfPassage(candidate.passage, comparing.knowledge).numbers.find(other => {
      if (other.kind !== 'count' || other.bound !== 'exact' || other.value >= fact.value || other.value < fact.value / 20) return false;
      if (own.some(mine => mine.value === other.value)) return false;
      if (other.noun !== undefined && nouns.length > 0 && !nouns.includes(other.noun)) return false;
      const { words, shared } = clauseShared(comparing, candidate, other.span);
      return words >= 1 && words === shared && !/\b(?:all|every|each)\b/i.test(phraseOf(candidate, other.span));
    });
    if (part === undefined) continue;
    const text = candidate.passage.text;
    const span = { start: fact.span.start - opening[0].length, end: fact.span.end };
    const figure = text.slice(part.figure.start, part.figure.end);
    return {
      kind: 'number',
      span,
      drafted: drafted(comparing, span),
      noted: phraseOf(candidate, part.span),
      passage: candidate.passage,
      ...(opening[1] === undefined ? {} : { replacement: `${figure} of the ${drafted(comparing, fact.figure)}` }),
    };
  }
  return undefined;
}

/** "Three of the six gates" where the notes have "two of our six truck gates". */
function partDifference(comparing: Comparing, fact: NumberFact, behind: readonly NumberFact[]): Difference | undefined {
  if (fact.kind !== 'count' || fact.bound !== 'exact') return undefined;
  const whole = behind.find(other => isPartOfWhole(comparing.facts.tree.prose, fact, other));
  if (whole === undefined) return undefined;
  for (const candidate of onTopic(comparing)) {
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
    const { text } = candidate.passage;
    for (const theirs of noted) {
      if (theirs.value !== whole.value || theirs.noun !== whole.noun || whole.noun === undefined) continue;
      const part = noted.find(other => other !== theirs && isPartOfWhole(text, other, theirs));
      if (part === undefined) continue;
      if (part.value === fact.value) return undefined;
      if (!candidate.cited && comparing.cited.length > 0) continue;
      const figure = text.slice(part.figure.start, part.figure.end);
      const replacement = writtenAs(drafted(comparing, fact.figure), fact, part, figure);
      return {
        kind: 'number',
        span: fact.figure,
        drafted: drafted(comparing, fact.span),
        noted: text.slice(part.span.start, theirs.nounSpan?.end ?? theirs.span.end),
        passage: candidate.passage,
        ...(replacement === undefined ? {} : { replacement }),
      };
    }
  }
  return undefined;
}

function isPartOfWhole(text: string, part: NumberFact, whole: NumberFact): boolean {
  return (
    part.value < whole.value && /^ (?:out )?of (?:the |its |our |their |these |those )?$/.test(text.slice(part.span.end, whole.span.start))
  );
}

const UP = /\b(?:r(?:ose|isen|ises?|ising)|gr(?:ew|own|ows?|owing)|climb(?:ed|s)?|jump(?:ed|s)?|increased?|went up|up) (?:\p{L}+ )?$/iu;
const DOWN =
  /\b(?:f(?:ell|allen|alls?|alling)|dropp(?:ed|ing)|drops?|sank|sunk|shrank|declined?|decreased?|went down|down) (?:\p{L}+ )?$/iu;

/** "Rose from 412 to 388": the notes have both figures, and it is a fall. */
function directionDifference(comparing: Comparing, fact: NumberFact, behind: readonly NumberFact[]): Difference | undefined {
  const { prose } = comparing.facts.tree;
  const to = behind.find(other => other.kind === fact.kind && /^ to $/.test(prose.slice(fact.span.end, other.span.start)));
  const before = prose.slice(Math.max(comparing.claim.span.start, fact.span.start - 40), fact.span.start).replace(/from $/, '');
  if (to === undefined || to.value === fact.value) return undefined;
  const said = to.value < fact.value ? UP.exec(before) : DOWN.exec(before);
  if (said === null) return undefined;
  const candidate = onTopic(comparing).find(one => {
    const values = factsOfPassage(one.passage, comparing.knowledge).numbers.map(other => other.value);
    const has = (value: number): boolean => values.includes(value) || one.alignment.passage.places.has(`${value}`);
    return has(fact.value) && has(to.value);
  });
  if (candidate === undefined) return undefined;
  const start = fact.span.start - before.length - (prose.slice(fact.span.start - 5, fact.span.start) === 'from ' ? 5 : 0) + said.index;
  const span = { start, end: to.span.end };
  return { kind: 'number', span, drafted: drafted(comparing, span), noted: candidate.passage.text, passage: candidate.passage };
}

/** The clause of a passage around a figure, as written. */
function phraseOf(candidate: Candidate, at: Span): string {
  const { passage } = candidate.alignment;
  const { from, to } = clauseAround(passage, at);
  return passage.text.slice((passage.words[from] as KeyedWord).start, (passage.words[to] as KeyedWord).end);
}

/** Whether a change from one percentage to another is this many points, and not this many percent as well. */
function isStepOf(step: number, from: number, to: number): boolean {
  const change = Math.abs(to - from);
  return from > 0 && Math.abs(change - step) < 0.06 && Math.abs((100 * change) / from - step) > 0.6;
}

/** Whether some passage states the draft's value, or it follows from figures and dates of one passage. */
function isBacked(comparing: Comparing, fact: NumberFact, apart: readonly Span[]): boolean {
  const figure = drafted(comparing, fact.figure);
  const counted = isCountedInCited(comparing, fact);
  for (const candidate of onTopic(comparing)) {
    const shared = sharedApart(comparing, candidate, apart);
    if (shared.words < 1 && shared.coverage < 0.1) continue;
    const text = candidate.passage.text;
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers.filter(other => !isLabel(text, fact, other));
    const least = counted && !candidate.cited ? 0.7 : 0;
    const backs = (other: NumberFact): boolean =>
      isSameValue(fact, figure, other, text) && (shared.coverage >= 0.45 || sameThing(fact, other) >= least);
    if (noted.some(backs)) return true;
    if (followsFrom(fact, noted) || isWorkedOut(comparing, fact, noted) || isPercentOf(comparing, fact, noted)) return true;
    if (isSpanOfDates(comparing, fact, candidate) || isSpanOfTimes(fact, text)) return true;
    // Bare figures that no extractor reads as numbers still back the draft.
    const unread = !noted.some(other => text.slice(other.figure.start, other.figure.end) === figure);
    if (unread && /^\d[\d.,]*$/.test(figure) && candidate.alignment.passage.places.has(figure.replaceAll(',', ''))) return true;
  }
  return isShareOfDraft(comparing, fact) || comparing.cited.some(source => followsFromSource(comparing, fact, source));
}

/** What is left of a whole. */
const REST = /\b(?:outside|others?|rest|remain(?:der|ing|s|ed)?|not|without|no|none|left|elsewhere|except)\b/i;

/** The words of the claim's clause that holds a figure. */
function clauseOf({ words, claim }: Comparing, { span }: NumberFact): string {
  return textOf(words, clauseAround(words, { start: span.start - claim.span.start, end: span.end - claim.span.start }));
}

/** Two figures of a short Source of which one is this many times the other. */
function isMultipleIn({ knowledge }: Comparing, fact: NumberFact, { passages }: Source): boolean {
  if (passages.length > LONGEST_WHOLE) return false;
  const noted = passages
    .flatMap(passage => factsOfPassage(passage, knowledge).numbers)
    .filter(other => other.value > 0 && other.kind !== 'version');
  return noted.some(a =>
    noted.some(b => a.kind === b.kind && a.value > b.value && Math.abs(a.value / b.value - fact.value) <= 0.07 * fact.value),
  );
}

/** What a share in a short Source leaves: "four in ten came from outside" beside 61 percent inside. */
function followsFromSource(comparing: Comparing, fact: NumberFact, source: Source): boolean {
  if (isMultiplier(fact)) return isMultipleIn(comparing, fact, source);
  if (fact.kind !== 'percent' && fact.kind !== 'share') return false;
  if (source.passages.length > LONGEST_WHOLE || !REST.test(clauseOf(comparing, fact))) return false;
  return source.passages
    .flatMap(passage => factsOfPassage(passage, comparing.knowledge).numbers)
    .filter(other => other.kind === 'percent' || other.kind === 'share')
    .some(other => agrees(fact, { ...other, value: (other.kind === 'percent' ? 100 : 1) - other.value }));
}

/** The cited passages count the same things, so that a bare small count elsewhere says nothing. */
function isCountedInCited(comparing: Comparing, fact: NumberFact): boolean {
  if (fact.kind !== 'count' || fact.noun === undefined || fact.digits > 2) return false;
  return onTopic(comparing).some(
    ({ passage, cited }) =>
      cited && factsOfPassage(passage, comparing.knowledge).numbers.some(other => other.kind === 'count' && sameThing(fact, other) >= 0.7),
  );
}

/** A line beside the rival states the draft's value of the same kind. */
function isBackedBeside(comparing: Comparing, fact: NumberFact, rival: Passage): boolean {
  const figure = drafted(comparing, fact.figure);
  return neighboursOf(rival).some(passage =>
    factsOfPassage(passage, comparing.knowledge).numbers.some(
      other => other.kind === fact.kind && other.noun === fact.noun && isSameValue(fact, figure, other, passage.text),
    ),
  );
}

function isSameValue(fact: NumberFact, figure: string, other: NumberFact, text: string): boolean {
  if (fact.kind === 'version') return other.kind === 'version' && text.slice(other.figure.start, other.figure.end) === figure;
  // "Within a year" is true of 307 minutes and says nothing about them.
  const open = other.bound !== 'exact' && other.bound !== 'about';
  if (agrees(fact, other)) return !open || fact.bound !== 'exact' || Math.abs(Math.log(fact.value / other.value)) < Math.log(4);
  // Counts and ordinals, counts without a noun and durations are told apart by context that is not at hand.
  return fact.kind !== other.kind && fact.kind !== 'percent' && other.kind !== 'percent' && fact.value === other.value;
}

/** Whether figures of one passage state a number or yield it as a share, sum or difference. */
export function isHeld(fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const states = (other: NumberFact): boolean => {
    if (other.kind !== 'version' && other.value === fact.value) return true;
    return agrees(fact, other) && sameThing(fact, other) >= 0 && Math.abs(Math.log(fact.value / other.value)) < Math.log(4);
  };
  // A limit is true of many sums.
  return noted.some(states) || ((fact.bound === 'exact' || fact.bound === 'about') && followsFrom(fact, noted));
}

/** Shares, sums and differences of the numbers of one passage. */
function followsFrom(fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const counts = noted.filter(other => other.kind === 'count' || other.kind === 'money' || other.kind === 'bytes');
  const like = (value: number): boolean =>
    agrees(fact, { ...fact, value, bound: 'exact', digits: 6, kind: fact.kind === 'share' ? 'share' : fact.kind });
  if (fact.kind === 'percent' || fact.kind === 'share') {
    const factor = fact.kind === 'percent' ? 100 : 1;
    // "More than half" is said of 52 and of 60 percent, hardly of 75.
    const near = (share: number): boolean => fact.bound !== 'more-than' || share <= 1.35 * fact.value;
    for (const a of counts)
      for (const b of counts)
        if (b.value > a.value && like((factor * a.value) / b.value) && near((factor * a.value) / b.value)) return true;
    return false;
  }
  const same = counts.filter(other => other.kind === fact.kind && isPartOf(fact, other)).slice(0, 8);
  for (let from = 0; from < same.length; from++) {
    let sum = (same[from] as NumberFact).value;
    for (let to = from + 1; to < same.length; to++) {
      sum += (same[to] as NumberFact).value;
      if (like(sum)) return true;
      const difference = Math.abs((same[from] as NumberFact).value - (same[to] as NumberFact).value);
      if (difference > 0 && like(difference)) return true;
    }
  }
  return false;
}

const WORKED_OUT = /\b(?:each|every|per|apiece|average|mean|times|fold|twice|double[ds]?|tripled?)\b/i;

/** What speaks of a change or a comparison of two amounts. */
const CHANGED =
  /\b(?:up|down|more|less|fewer|higher|lower|larger|smaller|bigger|longer|shorter|faster|slower|above|below|over|under|by|than|from|growth|rise|drop|fall|cut|increase|decrease|gr[eo]w\w*|r[io]se\w*|f[ae]ll\w*|cuts?|dropp\w*|increas\w*|decreas\w*|shr[aiu]nk\w*|plus|minus|extra|additional|another)\b/i;

/** "At most 4 percent of turnover, which would be some 1.2 million" from a turnover of 31 million. */
function isPercentOf({ facts }: Comparing, fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const shares = [...facts.numbers.filter(other => other.sentence === fact.sentence), ...noted].filter(other => other.kind === 'percent');
  return shares.some(share =>
    noted.some(
      whole => whole.kind === fact.kind && agrees(fact, { ...fact, value: (whole.value * share.value) / 100, bound: 'about', digits: 2 }),
    ),
  );
}

/** "37,000 each", "six times as many", "grew by half": quotients, products and changes of figures of the note and of the claim. */
function isWorkedOut(comparing: Comparing, fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const like = (value: number): boolean => agrees(fact, { ...fact, value, bound: 'about', digits: 6 });
  const values = noted.filter(other => other.value > 0 && other.kind !== 'version').slice(0, 8);
  if (fact.kind === 'percent' || fact.kind === 'share') {
    const { words, claim } = comparing;
    const around = `${words.text.slice(0, fact.span.start - claim.span.start)} ${words.text.slice(fact.span.end - claim.span.start)}`;
    if (!CHANGED.test(around)) return false;
    const factor = fact.kind === 'percent' ? 100 : 1;
    return values.some(a =>
      values.some(b => a !== b && a.kind === b.kind && a.kind !== 'share' && like((factor * Math.abs(b.value - a.value)) / a.value)),
    );
  }
  if (!WORKED_OUT.test(comparing.words.text)) return false;
  const own = comparing.facts.numbers.filter(other => other !== fact && other.value > 0 && other.kind !== 'version').slice(0, 8);
  return values.some(a =>
    [...values, ...own].some(b => a !== b && (like(a.value / b.value) || like(b.value / a.value) || like(a.value * b.value))),
  );
}

/** Whether a count can be a part of another: of the same noun, of parts that are named ("4 water utilities"), or of none. */
function isPartOf(fact: NumberFact, other: NumberFact): boolean {
  return other.value < fact.value || fact.noun === undefined || other.noun === undefined || fact.noun === other.noun;
}

/** "almost eight months" from "open since 3 March, closed 28 Oct". */
function isSpanOfDates(comparing: Comparing, fact: NumberFact, candidate: Candidate): boolean {
  if (fact.kind !== 'duration') return false;
  const days = datesOfPassage(candidate.passage, comparing.knowledge, comparing.date).flatMap(date => {
    const day = date === undefined ? undefined : dayNumber(date.iso);
    return day === undefined ? [] : [day];
  });
  for (const a of days) {
    for (const b of days) {
      if (b <= a) continue;
      for (const value of [b - a, b - a + 1]) if (agrees(fact, { ...fact, value: value * 86_400, bound: 'about', digits: 3 })) return true;
    }
  }
  return false;
}

const FROM_TO = /(?<![\d:])(\d{1,2})[:.](\d\d)\s?(?:to|until|till|and|[-–—])\s?(\d{1,2})[:.](\d\d)(?![\d:])/g;

/** "for six hours" from "open from 21:00 to 03:00". */
function isSpanOfTimes(fact: NumberFact, text: string): boolean {
  if (fact.kind !== 'duration') return false;
  return [...text.matchAll(FROM_TO)].some(([, hour, minute, toHour, toMinute]) => {
    const minutes = 60 * (Number(toHour) - Number(hour)) + Number(toMinute) - Number(minute);
    return agrees(fact, { ...fact, value: 60 * (minutes > 0 ? minutes : minutes + 24 * 60), bound: 'exact', digits: 3 });
  });
}

/** "one in four of the 7.9 million" after a count in the sentences around it: its whole stands in the draft, its part in the notes. */
function isShareOfDraft(comparing: Comparing, fact: NumberFact): boolean {
  if (fact.kind !== 'share' && fact.kind !== 'percent') return false;
  const factor = fact.kind === 'percent' ? 100 : 1;
  const wholes = comparing.facts.numbers.filter(other => other.kind === 'count' && other !== fact);
  const parts = onTopic(comparing).flatMap(candidate =>
    factsOfPassage(candidate.passage, comparing.knowledge).numbers.filter(other => other.kind === 'count'),
  );
  return wholes.some(whole =>
    [...parts, ...wholes].some(
      part => part.value < whole.value && agrees(fact, { ...fact, value: (factor * part.value) / whole.value, bound: 'exact', digits: 6 }),
    ),
  );
}

function strongest(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[], apart: readonly Span[]): Rival | undefined {
  let best: Rival | undefined;
  let tied = false;
  // Other clauses of the sentence speak for their figures as well.
  const said = own.length > MANY ? own : comparing.facts.numbers.filter(other => other.sentence === fact.sentence);
  for (const candidate of onTopic(comparing)) {
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
    // Numbers that back another number of the claim are spoken for.
    const text = candidate.passage.text;
    const speaksFor = (mine: NumberFact, other: NumberFact): boolean =>
      comparable(mine, other) &&
      isSameValue(mine, drafted(comparing, mine.figure), other, text) &&
      (mine.kind === 'version' || Math.abs(Math.log(mine.value / other.value)) < Math.log(4));
    const free = noted.filter(
      other => !isLabel(text, fact, other) && !said.some(mine => mine !== fact && speaksFor(mine, other) && sameThing(mine, other) > 0),
    );
    const alike = closest(
      comparing,
      fact,
      free.filter(other => isRival(fact, other)),
      text,
    );
    if (alike.length === 0) continue;
    const shared = sharedAround(comparing, candidate, fact, apart);
    const isAside = isBare(candidate.passage) && sharedApart(comparing, candidate, apart).words < 0.5;
    for (const other of alike) {
      // What a bare line counts is known from a slip of digits alone.
      if (isAside && !looksMistyped(drafted(comparing, fact.figure), text.slice(other.figure.start, other.figure.end))) continue;
      const strength = strengthOf(comparing, fact, other, candidate, shared, alike);
      if (strength < ENOUGH) continue;
      const rival = { candidate, fact: other, strength };
      if (best === undefined || strength > best.strength + 0.25) {
        best = rival;
        tied = false;
      } else if (best.fact.value !== other.value && strength > best.strength - 0.25) tied = true;
    }
  }
  return tied ? undefined : best;
}

/** What claim and passage share; in a cited passage, the clause of the figure can stand for the whole sentence. */
function sharedAround(comparing: Comparing, candidate: Candidate, fact: NumberFact, apart: readonly Span[]): Shared {
  const whole = sharedBeside(comparing, candidate, apart);
  if (!candidate.cited) return whole;
  const { words, claim } = comparing;
  const { from, to } = clauseAround(words, { start: fact.span.start - claim.span.start, end: fact.span.end - claim.span.start });
  const clause = {
    start: (words.words[from] as KeyedWord).start + claim.span.start,
    end: (words.words[to] as KeyedWord).end + claim.span.start,
  };
  const near = sharedWithin(comparing, candidate, apart, clause);
  return near.words >= 1 ? { ...whole, coverage: Math.max(whole.coverage, 0.8 * near.coverage) } : whole;
}

/** Swapped digits, the next version, or one figure in two units. */
function looksLikeSlip(comparing: Comparing, fact: NumberFact, { passage, fact: other }: Companion): boolean {
  const [mine, theirs] = [drafted(comparing, fact.figure), passage.text.slice(other.figure.start, other.figure.end)];
  if (looksMistyped(mine, theirs)) return true;
  return fact.kind === 'version' ? isNextVersion(mine, theirs) : hasOtherUnit(fact, mine, other, theirs);
}

function isRival(fact: NumberFact, other: NumberFact): boolean {
  return comparable(fact, other);
}

/** Of versions those that share most of their first parts; of other numbers all. */
function closest(comparing: Comparing, fact: NumberFact, alike: readonly NumberFact[], text: string): readonly NumberFact[] {
  if (fact.kind !== 'version' || alike.length < 2) return alike;
  const parts = drafted(comparing, fact.figure).split('.');
  const common = (other: NumberFact): number => {
    const theirs = text.slice(other.figure.start, other.figure.end).split('.');
    let at = 0;
    while (at < parts.length && parts[at] === theirs[at]) at++;
    return at;
  };
  const most = Math.max(...alike.map(common));
  return alike.filter(other => common(other) === most);
}

/**
 * How strongly another number of a passage speaks of the same thing: the counted noun, shared context, a slip of
 * digits, a citation; less where the passage has several candidates or speaks of a part.
 */
function strengthOf(
  comparing: Comparing,
  fact: NumberFact,
  other: NumberFact,
  candidate: Candidate,
  shared: Shared,
  alike: readonly NumberFact[],
): number {
  const text = candidate.passage.text;
  const thing = sameThing(fact, other);
  const [mine, theirs] = [drafted(comparing, fact.figure), text.slice(other.figure.start, other.figure.end)];
  const mistyped = looksLikeSlip(comparing, fact, { passage: candidate.passage, fact: other });
  const clause = clauseShared(comparing, candidate, other.span);
  const isClauseShared = thing >= 0 && clause.words >= 1 && clause.shared === clause.words;
  const long = drafted(comparing, fact.figure).replace(/\D/g, '').length;
  let strength = 0;
  if (thing >= 1) strength += 1.2;
  else if (thing >= 0.7) strength += 0.8;
  else if (thing === 0.5) strength += 0.5;
  else if (thing < 0) strength -= mistyped ? 0.4 : 1.6;
  if (mistyped) strength += long >= 6 ? 3.2 : long >= 5 ? 2.6 : long >= 3 ? 1.6 : 0.9;
  strength += 3 * Math.min(0.8, shared.coverage) + 0.2 * Math.min(3, shared.words);
  if (candidate.cited) strength += 0.5;
  if ((thing >= 0 && !(fact.noun !== undefined && other.noun === undefined)) || mistyped)
    strength += clauseStrength(clause, candidate.cited);
  if (hasOtherFigure(comparing, fact, candidate)) strength += 0.6;
  if (mistyped && isBare(candidate.passage)) strength += 0.6;
  if (alike.length > 1 && !mistyped) strength -= alike.filter(one => sameThing(fact, one) >= thing).length > 1 ? 1.2 : 0.2;
  if (speaksOfPart(text, other) && !mistyped && !speaksOfPart(comparing.facts.tree.text, fact)) strength -= 1;
  if (fact.kind === 'ordinal') strength -= 1.2;
  // Hours are not years, and one is not thousands.
  const far = fact.bound !== 'exact' && fact.bound === other.bound ? FAR_LIMIT : FAR;
  if (!mistyped && fact.kind !== 'version' && Math.abs(Math.log(fact.value / other.value)) > Math.log(far)) strength -= 1.5;
  if (fact.kind === 'version' && !mistyped && shared.telling === 0) strength -= 1;
  if (other.bound !== 'exact' && fact.bound !== other.bound && !mistyped) strength -= 0.3;
  // Other context, and other words in its place: another hospital, another year.
  if (!mistyped && !isClauseShared && shared.coverage < 0.5) strength -= 0.8;
  // Two limits of one kind in a cited passage that has most of the claim are one limit.
  const isLimit = candidate.cited && fact.bound !== 'exact' && fact.bound === other.bound && shared.coverage >= 0.6 && alike.length === 1;
  if (!mistyped && !isClauseShared && !isLimit && namesAnother(comparing, candidate)) strength -= 1.4;
  // Small counts are of many things; they need the noun.
  const isSmall = fact.kind === 'count' || fact.kind === 'duration';
  const isAlone = candidate.cited && alike.length === 1 && shared.words >= 2.5 && fact.bound === other.bound;
  if (isSmall && !mistyped && thing < 1 && shared.coverage < 0.6 && !(isClauseShared && candidate.cited) && !isAlone) strength -= 0.8;
  const isSlip =
    mistyped &&
    (long >= 5 ||
      (candidate.cited && fact.kind !== 'version' && hasOtherUnit(fact, mine, other, theirs)) ||
      (candidate.cited && AMOUNTS.has(fact.kind) && alike.length === 1 && looksMistyped(mine, theirs)));
  if (shared.words < 1 && shared.coverage < 0.2 && !isSlip) return 0;
  return isSlip && candidate.cited ? Math.max(ENOUGH, strength) : strength;
}

/** What the noted figure stands with is in the claim, all of it: terse notes say little else. */
function clauseStrength({ words, shared }: ClauseShared, cited: boolean): number {
  if (words === 0) return 0;
  if (shared === words) return (words >= 2 ? 1.3 : 1.1) * (cited ? 1 : 0.5);
  if (shared === 0) return -0.4;
  return cited && shared >= 2 && shared / words >= 0.6 ? 0.4 : 0;
}

/** Another figure of three digits or more stands in the claim and in the passage or beside it: both speak of the same count. */
function hasOtherFigure(comparing: Comparing, fact: NumberFact, candidate: Candidate): boolean {
  const others = comparing.facts.numbers.filter(
    other => other !== fact && other.digits >= 3 && other.sentence === comparing.claim.sentence && other.value !== fact.value,
  );
  return others.some(mine =>
    [candidate.passage, ...neighboursOf(candidate.passage)].some(passage =>
      factsOfPassage(passage, comparing.knowledge).numbers.some(other => other.value === mine.value),
    ),
  );
}

/** "2.1 terabytes" and "2.1 GB": one figure in two units. */
function hasOtherUnit(fact: NumberFact, mine: string, other: NumberFact, theirs: string): boolean {
  const digits = (text: string): string | undefined => /\d[\d.,]*/.exec(text)?.[0];
  return (
    fact.kind === other.kind &&
    fact.value !== other.value &&
    fact.digits >= 2 &&
    digits(mine) !== undefined &&
    digits(mine) === digits(theirs)
  );
}

/** Claim and passage each have a telling word beside what they share that the other lacks: "the hospital" and "the school". */
function namesAnother(comparing: Comparing, candidate: Candidate): boolean {
  const { words, weights } = comparing;
  const { matches, passage } = candidate.alignment;
  const title = comparing.title(candidate.passage.source);
  const lost = words.words.some(
    (word, at) =>
      !word.isFunction &&
      !word.isNumber &&
      (weights[at] as number) >= 0.5 &&
      (matches[at] as WordMatch).score < 0.5 &&
      (title.matches[at] as WordMatch).score < 0.5,
  );
  if (!lost) return false;
  const used = new Set(matches.map(match => match.at));
  const theirs = weightsOfWords(passage);
  return passage.words.some((word, at) => !word.isFunction && !word.isNumber && !used.has(at) && (theirs[at] ?? 0) >= 0.5);
}

/** "51 of our 214 branches", "12 more", "another 30": a part or an addition, not the whole. */
function speaksOfPart(text: string, fact: NumberFact): boolean {
  const after = text.slice(fact.span.end, fact.span.end + 24).toLowerCase();
  const before = text.slice(Math.max(0, fact.span.start - 14), fact.span.start).toLowerCase();
  return (
    /^ ?(?:of (?:the|our|its|their|those|these|them|which)|more |others? |additional )/.test(after) ||
    /(?:another|further|other|of (?:the|our|its|their)) $/.test(before)
  );
}
