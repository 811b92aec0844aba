// Owns: which figures texts yield: those that they state, and sums, differences, products, shares and lengths of time worked out of them.
// Must not know: claims, verdicts, which figure is the right one.
import { dayNumber } from '../../extract/dates/calendar.ts';
import type { NumberFact } from '../../extract/facts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { MONTH_PATTERN, MONTHS, WEEKDAYS } from '../../lexicon/calendar.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { MANY_DATES, MANY_FIGURES } from './comparing.ts';
import { agrees } from './quantities.ts';

/** All figures of some texts. */
export interface Figures {
  readonly facts: readonly NumberFact[];
  /** Of each passage in turn, as facts of one text stand together. */
  readonly rows: readonly (readonly NumberFact[])[];
  /** Whatever is written in digits, read as a figure or not: "R300", "90 d". */
  readonly digits: readonly number[];
  /** Days of the calendar, as numbers. */
  readonly days: readonly number[];
  /** Minutes of the day. */
  readonly clock: readonly number[];
  /** Months that are named, 1 to 12. */
  readonly months: readonly number[];
  readonly hasWeekday: boolean;
  /** "Each", "per", "×": products and quotients are meant. */
  readonly isRated: boolean;
  /** "Other", "more": one comes on top. */
  readonly hasOthers: boolean;
}

/** So many different values are tried with each other. */
const MOST = 40;
/** So many by threes. */
const MOST_BY_THREES = 16;
/** So many different groups of digits, whatever they stand for. */
const MOST_DIGITS = 60;
/** So many figures of one thing are added up in all ways. */
const ADDED = 10;

const RATED =
  /\b(?:each|every|per|apiece|average|mean|times|twice|doubl\w+|tripl\w+|\w+fold|an? (?:head|day|week|month|year))\b|[@×]|\bx ?\d|\d ?x\b/i;
const TOTAL = /\b(?:all|total|totals|altogether|together|between (?:them|the)|combined|sum|overall)\b/i;
const OTHERS = /\b(?:others?|more|further|another|first|rest|remaining)\b/i;
const WEEKDAY = new RegExp(String.raw`\b(?:${[...WEEKDAYS.keys()].join('|')})s?\b`, 'i');
const MONTH = new RegExp(String.raw`\b(?:${MONTH_PATTERN})\b`, 'gi');

/** Figures of passages, each value once; days that lack a year count from `date`. Undefined where there are so many that they yield nearly everything. */
export function figuresOf(passages: readonly Passage[], knowledge: Knowledge, date?: string): Figures | undefined {
  const texts = passages.map(({ text }) => text);
  const digits = once(texts.flatMap(digitsIn));
  const clock = once(texts.flatMap(clockTimes));
  if (digits.length > MOST_DIGITS || clock.length > MOST_DIGITS) return undefined;
  const rows = passages.map(passage => factsOfPassage(passage, knowledge).numbers.filter(({ kind }) => kind !== 'version'));
  const days = once(
    passages.flatMap(passage =>
      datesOfPassage(passage, knowledge, date).flatMap(one => (one === undefined ? [] : (dayNumber(one.iso) ?? []))),
    ),
  );
  if (rows.flat().length > MANY_FIGURES || days.length > MANY_DATES) return undefined;
  return {
    facts: rows.flat(),
    rows,
    digits,
    days,
    clock,
    months: once(texts.flatMap(text => [...text.matchAll(MONTH)].map(([name]) => MONTHS.get(name.toLowerCase()) as number))),
    hasWeekday: texts.some(text => WEEKDAY.test(text)),
    isRated: texts.some(text => RATED.test(text)),
    hasOthers: texts.some(text => OTHERS.test(text)),
  };
}

function once(values: readonly number[]): readonly number[] {
  return [...new Set(values)];
}

/** Whatever is written in digits, units and scales left out. */
export function digitsIn(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([word]) => Number(word.replaceAll(',', '')));
}

function clockTimes(text: string): number[] {
  return [...text.matchAll(/(?<!\d)([01]?\d|2[0-4])(?:[:.h]?([0-5]\d))?(?!\d)/g)].map(
    ([, hour, minute]) => 60 * Number(hour) + Number(minute ?? 0),
  );
}

/**
 * Whether figures state a number or let it be worked out, with those of the sentences around it in the draft (`own`) and by what its sentence
 * (`words`) says of rates. Generous: what could be meant counts.
 */
export function yields(figures: Figures, fact: NumberFact, own: readonly NumberFact[], words: string): boolean {
  const { facts, digits } = figures;
  const like = (value: number): boolean => agrees(fact, { ...fact, value, bound: 'exact', digits: 6 });
  if (facts.some(other => other.value === fact.value || agrees(fact, other))) return true;
  if (digits.some(value => like(value) || like(100 * value) || like(value / 100))) return true;
  if (fact.kind === 'duration') return lasts(figures, fact);
  const values = valuesOf(figures, own);
  if (isShare(fact)) return isShareOf(values, facts, fact);
  const isRated = figures.isRated || RATED.test(words);
  for (const [at, a] of values.entries()) {
    if (figures.hasOthers && (like(a + 1) || like(a - 1))) return true;
    for (const b of values.slice(at + 1)) {
      if (like(Math.abs(a - b)) || like(a + b)) return true;
      if (isRated && (like(a * b) || like(a / b) || like(b / a))) return true;
    }
  }
  return (
    sharesOf(facts).some(share => values.some(value => like(share * value) || like((1 - share) * value))) ||
    isSum(figures, fact, like, TOTAL.test(words))
  );
}

/** Whether a figure tells a part of a whole: "40 percent", "a third". */
export function isShare({ kind }: NumberFact): boolean {
  return kind === 'percent' || kind === 'share';
}

/** The shares among figures, 0 to 1. */
function sharesOf(facts: readonly NumberFact[]): readonly number[] {
  return facts.filter(isShare).map(({ kind, value }) => (kind === 'percent' ? value / 100 : value));
}

function valuesOf({ facts, digits }: Figures, own: readonly NumberFact[]): readonly number[] {
  const all = [...facts, ...own].flatMap(({ value, upTo }) => (upTo === undefined ? [value] : [value, upTo]));
  return [...new Set([...all, ...digits])].filter(value => value > 0).slice(0, MOST);
}

/** What figures in a row add up to, and figures of one thing, or of anything, wherever they stand. */
function isSum({ facts, rows }: Figures, fact: NumberFact, like: (value: number) => boolean, ofAnything: boolean): boolean {
  const isTerm = (other: NumberFact): boolean =>
    other.kind === fact.kind && (ofAnything || other.noun === undefined || fact.noun === undefined || other.noun === fact.noun);
  for (const row of rows.map(one => one.filter(isTerm).map(({ value }) => value))) {
    for (let from = 0; from < row.length && from < MOST; from++) {
      let sum = row[from] as number;
      for (const value of row.slice(from + 1, from + MOST)) {
        sum += value;
        if (like(sum)) return true;
      }
    }
  }
  const terms = facts
    .filter(other => isTerm(other) && (ofAnything || other.noun === undefined || other.noun === fact.noun))
    .slice(0, ADDED);
  let sums = [0];
  for (const { value } of terms) sums = [...sums, ...sums.map(sum => sum + value)];
  return sums.some(like);
}

/** A part of a whole, of two parts together, what is left of either, or a change. */
function isShareOf(values: readonly number[], facts: readonly NumberFact[], fact: NumberFact): boolean {
  const whole = fact.kind === 'percent' ? 100 : 1;
  const like = (share: number): boolean => agrees(fact, { ...fact, value: whole * share, bound: 'exact', digits: 6 });
  if (sharesOf(facts).some(share => like(1 - share)) || values.length > MOST_BY_THREES) return true;
  return values.some(b =>
    values.some(
      a =>
        (a < b && (like(a / b) || like(1 - a / b) || like(b / a - 1))) ||
        values.some(c => a < c && ((a + c <= b && like((a + c) / b)) || (a !== b && c !== b && (like(b / (a * c)) || like(a / (b * c)))))),
    ),
  );
}

const MINUTE = 60;
const DAY = 86_400;
const MONTHLY = 30.44 * DAY;
const YEAR = 365.25 * DAY;
const UNITS = [1, MINUTE, 60 * MINUTE, DAY, 7 * DAY, MONTHLY, YEAR];

/** Whether a length of time lies between two days, times, months or years, or stands there with its unit cut short: "90 d". */
function lasts({ facts, digits, days, clock, months, hasWeekday }: Figures, fact: NumberFact): boolean {
  const about = (seconds: number): boolean => agrees({ ...fact, bound: 'about' }, { ...fact, value: seconds, bound: 'about', digits: 3 });
  if (digits.some(value => UNITS.some(unit => about(value * unit)))) return true;
  const isBetween = (points: readonly number[], unit: number, slack: readonly number[]): boolean =>
    points.some(a => points.some(b => slack.some(more => b - a + more > 0 && about((b - a + more) * unit))));
  const ofMonth = digits.filter(value => value <= 31);
  const years = digits.filter(value => value > 1900 && value < 2100);
  if ([days, ofMonth].some(points => isBetween(points, DAY, [-1, 0, 1])) || isBetween(years, YEAR, [-1, 0, 1])) return true;
  if (isBetween(clock, MINUTE, [0, 720, 1440, 2160, 2880])) return true;
  if (months.length > 1 && isBetween(months, MONTHLY, [-1, 0, 1, 11, 12, 13])) return true;
  if (hasWeekday && fact.value >= 0.9 * DAY && fact.value < 8 * DAY) return true;
  return facts.some(
    ({ kind, value }) =>
      kind === 'duration' && facts.some(other => other.kind === kind && (about(value + other.value) || about(value - other.value))),
  );
}
