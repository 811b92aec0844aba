// Owns: figures of a claim that evidence does not hold in any form.
// Must not know: what the figures count, verdicts.
import { MONTH_PATTERN, MONTHS } from '../lexicon/calendar.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from './alignment.ts';
import type { Passage } from './types.ts';

const RUN = /\d+(?:\.\d+)?/g;

/** Every figure that passages write: whole numbers, the parts of dates, ordinals and ranges, and number words. */
export class Figures {
  readonly #written: Written[] = [];
  readonly #texts: KeyedText[] = [];

  constructor(passages: Iterable<Passage>) {
    for (const passage of passages) {
      this.#written.push(writtenIn(passage));
      this.#texts.push(keyedPassage(passage));
    }
  }

  /** Whether a number word of a claim is written in any passage, as it is or as what it rounds. */
  has(word: KeyedWord): boolean {
    const run = bare(word.key);
    if (this.#written.some(one => one.runs.has(run)) || this.#texts.some(text => text.places.has(word.key))) return true;
    const value = Number(word.key);
    if (!Number.isFinite(value) || value < 1000 || value % 100 !== 0) return false;
    return this.#written.some(one => one.values.some(other => Math.abs(other - value) <= 0.05 * value));
  }

  /** Whether any passage writes a length of time in another unit: "36 months" for three years. */
  hasLength(word: KeyedWord, unit: KeyedWord | undefined): boolean {
    const value = Number(word.key);
    const times = TIMES.get(unit?.folded.replace(/s$/, '') ?? '') ?? [];
    return times.some(([other, factor]) => {
      const written = new RegExp(`\\b${value * factor}[ -]${other}s?\\b`, 'i');
      return Number.isInteger(value * factor) && this.#texts.some(text => written.test(text.text));
    });
  }

  /** Whether any passage can mean this day ("month-day"). */
  hasDay(day: string): boolean {
    return this.#written.some(one => one.days.has(day));
  }
}

/** Units of time, each with others and how many of them it is. */
const TIMES: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  [
    'year',
    [
      ['month', 12],
      ['week', 52],
    ],
  ],
  ['month', [['year', 1 / 12]]],
  ['week', [['day', 7]]],
  [
    'day',
    [
      ['hour', 24],
      ['week', 1 / 7],
    ],
  ],
  [
    'hour',
    [
      ['minute', 60],
      ['day', 1 / 24],
    ],
  ],
  [
    'minute',
    [
      ['second', 60],
      ['hour', 1 / 60],
    ],
  ],
]);

interface Written {
  readonly runs: ReadonlySet<string>;
  readonly values: readonly number[];
  /** Days of the year as "month-day". */
  readonly days: ReadonlySet<string>;
}

const WRITTEN = new WeakMap<Passage, Written>();

/** The runs of digits of a passage, kept as long as the passage lives. */
function writtenIn(passage: Passage): Written {
  const known = WRITTEN.get(passage);
  if (known) return known;
  const runs = new Set<string>();
  const values: number[] = [];
  const text = passage.text.replace(/(\d),(?=\d{3})/g, '$1');
  for (const match of text.matchAll(RUN)) {
    runs.add(bare(match[0]));
    // "7.10." is a day and a month.
    if (/^\d\d?\.[01]?\d$/.test(match[0])) for (const run of match[0].split('.')) runs.add(bare(run));
    values.push(Number(match[0]));
  }
  const written = { runs, values, days: daysIn(text) };
  WRITTEN.set(passage, written);
  return written;
}

const MONTH = new RegExp(`\\b(?:${MONTH_PATTERN})\\b`, 'gi');
const NUMERIC_DATE = /\b(?:(?:19|20)\d\d[-/.]?(\d\d)[-/.]?(\d\d)|(\d{1,2})[/.](\d{1,2})[/.](?:\d\d){1,2})/g;
/** How far a day may stand from its month: "on 3, 4 and 12 May". */
const NEAR_MONTH = 16;

/** Every day that a text can mean: numbers up to 31 near a month, numeric dates in either order. */
function daysIn(text: string): Set<string> {
  const days = new Set<string>();
  for (const match of text.matchAll(MONTH)) {
    const month = monthOf(match[0]);
    const end = match.index + match[0].length;
    const near = `${text.slice(Math.max(0, match.index - NEAR_MONTH), match.index)} ${text.slice(end, end + NEAR_MONTH)}`;
    for (const run of near.match(/\d+/g) ?? []) if (Number(run) <= 31) days.add(`${month}-${Number(run)}`);
  }
  for (const [, month, day, first, second] of text.matchAll(NUMERIC_DATE)) {
    if (month !== undefined) days.add(`${Number(month)}-${Number(day)}`);
    else days.add(`${Number(first)}-${Number(second)}`).add(`${Number(second)}-${Number(first)}`);
  }
  return days;
}

/** 1 to 12; 0 for a word that is no month. */
function monthOf(word: string): number {
  return MONTHS.get(word.toLowerCase()) ?? 0;
}

/** "month-day" where a figure of the claim is the day of a month beside it. */
function dayOf(claim: KeyedText, at: number): string | undefined {
  const word = claim.words[at] as KeyedWord;
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word.folded) || Number.parseInt(word.folded, 10) > 31) return undefined;
  const after = claim.words[at + 1]?.folded === 'of' ? claim.words[at + 2] : claim.words[at + 1];
  for (const beside of [claim.words[at - 1], after]) {
    if (beside === undefined || monthOf(beside.text) === 0) continue;
    const gap = claim.text.slice(Math.min(word.end, beside.end), Math.max(word.start, beside.start));
    if (/^\.? (?:of )?$/.test(gap)) return `${monthOf(beside.text)}-${Number.parseInt(word.folded, 10)}`;
  }
  return undefined;
}

function bare(run: string): string {
  return run.replace(/^0+(?=\d)/, '');
}

/**
 * Places of the claim's figures that no passage holds; the day of a month is held where a passage has it with its month.
 * The word "one" says too little and is left out.
 */
export function absentFigures(claim: KeyedText, figures: Figures): number[] {
  return claim.words.flatMap((word, at) => {
    if (!word.isNumber || !(/\d/.test(word.text) || Number(word.key) > 1)) return [];
    const day = dayOf(claim, at);
    const isHeld = day === undefined ? figures.has(word) || figures.hasLength(word, claim.words[at + 1]) : figures.hasDay(day);
    return isHeld ? [] : [at];
  });
}
