// Owns: the one decision on a figure or date that no evidence holds: which of those in the Sources near it it is a slip of.
// Must not know: verdicts, rules, how figures and dates are read.
import { dayNumber, type ResolvedDate, resolveDates, weekdayOf } from '../../extract/dates/calendar.ts';
import type { DateFact, NumberFact } from '../../extract/facts.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Comparing, drafted, isTitle, MANY_FIGURES, onTopic } from './comparing.ts';
import { isLabel, sameThing } from './counted-things.ts';
import { exactness } from './days.ts';
import { rivalDatesOf, rivalFiguresOf } from './lists.ts';
import { agrees, comparable, isNextVersion, looksMistyped } from './quantities.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** A figure or date as a passage prints it. */
export interface Printed<Fact> {
  readonly passage: Passage;
  readonly fact: Fact;
}

/** A date as a passage prints it, with its value. */
export interface PrintedDate extends Printed<DateFact> {
  readonly value: ResolvedDate;
}

/** What speaks for a figure of the evidence being the one that the draft means. */
interface Features extends Surroundings {
  /** How much it looks like a slip of the hand: 0, or the digits that are right beside those swapped, halved, up to 2. */
  readonly mistyped: number;
  /** How far the values are apart: 0 next to each other, 1 of another size. */
  readonly far: number;
  /** Of figures, whether both count one thing (`sameThing`); of dates, 1 where the draft's weekday is not that of its day. */
  readonly thing: number;
  /** Both are bounded ("since", "more than") alike: 1; unlike: -1; none is: 0. */
  readonly bound: number;
  /** Another figure of the draft's paragraph has the value: 0 or 1. */
  readonly used: number;
  /** Small counts, and months: 0 or 1. There are many of them. */
  readonly common: number;
  /** The cited Source has no other value of the kind, bounded alike: 0 or 1. */
  readonly alone: number;
}

/** Set by hand on the figures of some fifty stories that nothing held; `score` adds them up. */
const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  mistyped: 1.5,
  far: -1,
  thing: 1,
  clause: 0.5,
  rest: 0.25,
  back: 1,
  companions: 0.5,
  bound: 0.6,
  used: -2,
  common: -0.5,
  alone: 0.5,
};

function score(features: Features): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * features[name as keyof Features];
  return sum;
}

/** From which score something is a slip: figures that look mistyped, others, dates; more where the Source is a guess. */
const ENOUGH = { mistyped: 1.2, figure: 2, date: 0.6, guessed: 0.6 } as const;

/** By how much a slip must stand closer to the draft's words than a figure that agrees with the draft. */
const CLOSER = 1.2;

/** How many words a passage of another Source must share to hold a date against the cited one. */
const BEARS = 0.5;

/** Values further apart than this (1 is four times as much, or a month) are no slips of each other unless they look mistyped. */
const TOO_FAR = 0.6;

/** How long a Source may be to be gone through whole. */
const LONGEST = 120;

interface Scored<One> {
  readonly one: One;
  readonly features: Features;
  readonly score: number;
}

/** The figure that one of the claim is a slip of: no evidence holds the draft's, and this one stands in its place. */
export function numberSlip(comparing: Comparing, fact: NumberFact): (Printed<NumberFact> & { readonly isMistyped: boolean }) | undefined {
  if (fact.value <= 0 || fact.upTo !== undefined) return undefined;
  const figure = drafted(comparing, fact.figure);
  const near = nearPassages(comparing);
  // What the notes have of another figure of the sentence is no slip of this one.
  const others = comparing.facts.numbers.filter(other => other !== fact && other.sentence === fact.sentence).slice(0, MANY_FIGURES);
  const isOfAnother = (one: Printed<NumberFact>): boolean =>
    others.some(mine => isSame(comparing, mine, one) && sameThing(mine, one.fact) >= 0.7);
  const rivals = near
    .flatMap(passage => figuresLike(comparing, passage, fact, rivalFiguresOf(comparing, passage)))
    .filter(one => !isSame(comparing, fact, one) && !isOfAnother(one));
  const paragraph = inParagraph(comparing, comparing.facts.numbers);
  const place = paragraph.indexOf(fact);
  // Of a list, those next to it.
  const beside = [...paragraph.slice(Math.max(0, place - MANY_FIGURES), place), ...paragraph.slice(place + 1, place + 1 + MANY_FIGURES)];
  const scored = rivals.map((one): Scored<Printed<NumberFact>> => {
    const features: Features = {
      ...surroundingsOf(comparing, one.passage, one.fact.span, fact.span),
      mistyped: mistypedDigits(fact, figure, one),
      far: mistypedDigits(fact, figure, one) >= 1 ? 0 : farApart(fact, figure, one),
      thing: sameThing(fact, one.fact),
      bound: boundsOf(fact.bound === 'exact' ? undefined : fact.bound, one.fact.bound === 'exact' ? undefined : one.fact.bound),
      used: beside.some(mine => isSame(comparing, mine, one) && sameThing(mine, one.fact) >= 0) ? 1 : 0,
      common: isSmall(fact) ? 1 : 0,
      alone: isAlone(comparing, one, rivals, (a, b) => a.fact.value === b.fact.value),
    };
    return { one, features, score: score(features) };
  });
  const best = bestOf(scored, (a, b) => a.fact.value === b.fact.value);
  if (best === undefined || !isFigureSlip(comparing, fact, best)) return undefined;
  const holders = [...new Set([...near, ...elsewhere(comparing, writtenAs(fact, figure))])]
    .flatMap(passage => figuresLike(comparing, passage, fact))
    .filter(one => isSame(comparing, fact, one));
  // Notes that have both versions tell of two.
  if (fact.kind === 'version' && holders.length > 0) return undefined;
  const closest = holders.map(one =>
    score({ ...surroundingsOf(comparing, one.passage, one.fact.span, fact.span), ...HELD, thing: sameThing(fact, one.fact) }),
  );
  if (best.score < Math.max(...closest) + CLOSER + 1) return undefined;
  return { ...best.one, isMistyped: best.features.mistyped >= 1 && holders.length === 0 };
}

/** Some evidence has the claim's figure for the same thing, or for one that it does not name. */
export function isFigureHeld(comparing: Comparing, fact: NumberFact): boolean {
  const passages = [...nearPassages(comparing), ...elsewhere(comparing, writtenAs(fact, drafted(comparing, fact.figure)))];
  return passages
    .flatMap(passage => figuresLike(comparing, passage, fact))
    .some(one => isSame(comparing, fact, one) && sameThing(fact, one.fact) >= 0);
}

/** The date that one of the claim is a slip of. */
export function dateSlip(comparing: Comparing, fact: DateFact, value: ResolvedDate): PrintedDate | undefined {
  const exact = exactness(value);
  if (fact.relative !== undefined || value.isoEnd !== undefined || exact < 2) return undefined;
  const isYearless = fact.iso?.startsWith('--') === true;
  const cut = (iso: string): string => iso.slice(isYearless ? 5 : 0, exact === 3 ? 10 : 7);
  const [near, own] = [nearPassages(comparing), cut(value.iso)];
  const values = resolveDates(comparing.facts.dates, comparing.date);
  const beside = inParagraph(comparing, comparing.facts.dates).flatMap(other => values[comparing.facts.dates.indexOf(other)] ?? []);
  const isOwn = ({ value: { iso, isoEnd } }: PrintedDate): boolean => cut(iso) === own || (isoEnd !== undefined && cut(isoEnd) === own);
  const isSameDate = (a: PrintedDate, b: PrintedDate): boolean => cut(a.value.iso) === cut(b.value.iso);
  const rivals = near
    .flatMap(passage => datesIn(comparing, passage))
    .filter(one => exactness(one.value) >= exact && one.value.isoEnd === undefined && !isOwn(one));
  const scored = rivals.map((one): Scored<PrintedDate> => {
    const [a, b] = [firstDay(value.iso), firstDay(one.value.iso)];
    const features: Features = {
      ...surroundingsOf(comparing, one.passage, one.fact.span, fact.span),
      mistyped: isDaySlip(value.iso.slice(0, exact === 3 ? 10 : 7), one.value.iso) ? 1 : 0,
      far: Math.min(1, Math.abs(a - b) / (exact === 2 ? 365 : 30)),
      thing: exact === 3 && fact.weekday !== undefined && weekdayOf(a) !== fact.weekday ? 1 : 0,
      bound: boundsOf(fact.bound, one.fact.bound),
      used: beside.some(other => cut(other.iso) === cut(one.value.iso)) ? 1 : 0,
      common: exact === 2 ? 1 : 0,
      alone: isAlone(comparing, one, rivals, isSameDate),
    };
    return { one, features, score: score(features) };
  });
  const best = bestOf(scored, isSameDate);
  if (best === undefined || best.score < ENOUGH.date + guessing(comparing)) return undefined;
  // A dateline says nothing that a guessed Source could tell of.
  if (comparing.near.how === 'closest' && best.features.clause + best.features.rest < BEARS) return undefined;
  if (exact === 3 && near.some(passage => hasBareDay(comparing, passage, Number(value.iso.slice(8, 10))))) return undefined;
  const { blocks, sentences } = comparing.facts.tree;
  const isCell = blocks[sentences[comparing.claim.sentence]?.block ?? -1]?.kind === 'table-cell';
  const holders = [...new Set([...near, ...elsewhere(comparing, dayWords(value.iso))])]
    .flatMap(passage => allDatesIn(comparing, passage))
    .filter(isOwn);
  // A cell has no words of its own that could tell what its day is of.
  if (isCell && holders.length > 0) return undefined;
  const closest = holders
    .map(one => ({ one, features: surroundingsOf(comparing, one.passage, one.fact.span, fact.span) }))
    // A day that another Source tells of something else says nothing against the cited one.
    .filter(({ one, features }) => near.includes(one.passage) || features.clause + features.rest >= BEARS)
    .map(({ one, features }) => {
      const isUncited = comparing.near.how === 'cited' && !near.includes(one.passage);
      return score({ ...features, ...HELD, common: exact === 2 ? 1 : 0 }) - (isUncited ? CLOSER : 0);
    });
  return best.score < Math.max(...closest) + CLOSER + 1 ? undefined : best.one;
}

function boundsOf(mine: string | undefined, theirs: string | undefined): number {
  if (mine !== theirs) return -1;
  return mine === undefined ? 0 : 1;
}

/** A figure that agrees with the draft's has nothing against it. */
const HELD = { mistyped: 0, far: 0, thing: 0, bound: 0, used: 0, common: 0, alone: 0 };

/** 1 where all that the cited Sources print of a kind, bounded alike, is one value. */
function isAlone<One extends Printed<{ readonly bound?: string }>>(
  { near }: Comparing,
  one: One,
  all: readonly One[],
  isSameValue: (a: One, b: One) => boolean,
): number {
  return near.how === 'cited' && all.every(other => other.fact.bound !== one.fact.bound || isSameValue(one, other)) ? 1 : 0;
}

/** The best of all, unless another value is as good. */
function bestOf<One>(scored: readonly Scored<One>[], isSameValue: (a: One, b: One) => boolean): Scored<One> | undefined {
  const [best, ...others] = [...scored].sort((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  const second = others.find(other => !isSameValue(best.one, other.one));
  return second !== undefined && second.score > best.score - TIE ? undefined : best;
}

const TIE = 0.1;

function isFigureSlip(comparing: Comparing, fact: NumberFact, { one, features, score: total }: Scored<Printed<NumberFact>>): boolean {
  if (features.mistyped > 0) return total >= ENOUGH.mistyped + guessing(comparing);
  // A span of time can be worked out from much, and versions have no neighbours.
  if (fact.kind === 'version' || (fact.kind === 'duration' && (fact.bound === 'exact' || fact.bound !== one.fact.bound))) return false;
  return total >= ENOUGH.figure && features.far < TOO_FAR;
}

function guessing(comparing: Comparing): number {
  return comparing.near.how === 'closest' ? ENOUGH.guessed : 0;
}

function inParagraph<Fact extends { readonly sentence: number }>(comparing: Comparing, facts: readonly Fact[]): readonly Fact[] {
  const { sentences } = comparing.facts.tree;
  const block = sentences[comparing.claim.sentence]?.block;
  return facts.filter(fact => sentences[fact.sentence]?.block === block);
}

function nearPassages({ near }: Comparing): readonly Passage[] {
  return near.sources.filter(source => source.passages.length <= LONGEST).flatMap(source => source.passages);
}

/** Passages of all evidence that have words of the claim, or these. */
function elsewhere(comparing: Comparing, query: string): readonly Passage[] {
  return [...onTopic(comparing).map(one => one.passage), ...comparing.find(query)];
}

function figuresLike(
  comparing: Comparing,
  passage: Passage,
  fact: NumberFact,
  noted: readonly NumberFact[] = factsOfPassage(passage, comparing.knowledge).numbers,
): Printed<NumberFact>[] {
  return noted
    .filter(other => other.value > 0 && comparable(fact, other) && !isLabel(passage.text, fact, other))
    .map(other => ({ passage, fact: other }));
}

function printedFigure({ passage, fact }: Printed<NumberFact>): string {
  return passage.text.slice(fact.figure.start, fact.figure.end);
}

function isSame(comparing: Comparing, mine: NumberFact, one: Printed<NumberFact>): boolean {
  if (mine.kind === 'version') return one.fact.kind === 'version' && drafted(comparing, mine.figure) === printedFigure(one);
  return comparable(mine, one.fact) && agrees(mine, one.fact) && timesApart(mine, one.fact) < 1.5;
}

/** How many times one value is the other, from 1. */
function timesApart(a: NumberFact, b: NumberFact): number {
  const scaled = (fact: NumberFact): number => (fact.kind === 'share' ? 100 : 1) * fact.value;
  return Math.exp(Math.abs(Math.log(scaled(a) / scaled(b))));
}

/** Swapped digits, one of many wrong, or the next version; half a point for each digit but one, and for decimals or several numbers. */
function mistypedDigits(fact: NumberFact, figure: string, one: Printed<NumberFact>): number {
  const noted = printedFigure(one);
  if (fact.kind === 'version') return isNextVersion(figure, noted) || looksMistyped(figure, noted) ? 1 : 0;
  if (!looksMistyped(figure, noted) || timesApart(fact, one.fact) >= 10) return 0;
  const digits = figure.replace(/\D/g, '').length;
  const isMade = /\d[.,]\d/.test(figure) || (digits === 0 && fact.kind === 'duration');
  return Math.min(2, (Math.max(2, digits) - 1 + (isMade ? 1 : 0)) / 2);
}

function farApart(fact: NumberFact, figure: string, one: Printed<NumberFact>): number {
  if (fact.kind === 'version') return mistypedDigits(fact, figure, one) > 0 ? 0 : 1;
  return Math.min(1, Math.log(timesApart(fact, one.fact)) / Math.log(4));
}

function isSmall({ kind, value }: NumberFact): boolean {
  return kind === 'count' && value < 20;
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The figure as notes may write it. */
function writtenAs({ value }: NumberFact, figure: string): string {
  return `${/[\d.,]*\d/.exec(figure)?.[0] ?? figure} ${value} ${SMALL[value] ?? ''}`;
}

/** A heading says of what day its Source is, which may bear out a date; what happened that day is told below it. */
function datesIn(comparing: Comparing, passage: Passage): PrintedDate[] {
  if (isTitle(passage)) return [];
  const rivals = new Set(rivalDatesOf(comparing, passage));
  return allDatesIn(comparing, passage).filter(({ fact }) => rivals.has(fact));
}

function allDatesIn(comparing: Comparing, passage: Passage): PrintedDate[] {
  const values = datesOfPassage(passage, comparing.knowledge, comparing.date);
  return factsOfPassage(passage, comparing.knowledge).dates.flatMap((fact, at) => {
    const value = values[at];
    return value === undefined || (fact.relative !== undefined && fact.relative.unit !== 'weekday') ? [] : [{ passage, fact, value }];
  });
}

/** "It came on the 27th". */
function hasBareDay({ knowledge }: Comparing, passage: Passage, day: number): boolean {
  return factsOfPassage(passage, knowledge).numbers.some(
    ({ kind, value, noun, span }) =>
      kind === 'ordinal' && value === day && noun === undefined && /\bthe $/i.test(passage.text.slice(0, span.start)),
  );
}

function firstDay(iso: string): number {
  return dayNumber(iso.slice(0, 10)) ?? dayNumber(`${iso.slice(0, 7)}-01`) ?? 0;
}

/** The same day of another month, its digits swapped or the first of them wrong; the same month of another year. */
function isDaySlip(draft: string, note: string): boolean {
  const [, month, day] = draft.split('-');
  const [, otherMonth, otherDay = ''] = note.slice(0, 10).split('-');
  if (day === undefined) return month === otherMonth;
  if (day === otherDay) return true;
  return month === otherMonth && (day === `${otherDay.charAt(1)}${otherDay.charAt(0)}` || day.charAt(1) === otherDay.charAt(1));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day or month as notes may write it. */
function dayWords(iso: string): string {
  const [, month = '', day] = iso.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return day === undefined ? name : `${Number(day)} ${name} ${name.slice(0, 3)}`;
}
