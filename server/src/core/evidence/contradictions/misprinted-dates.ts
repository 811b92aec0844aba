// Owns: dates of the draft that are a slip of the one date of their kind in the cited Source: another month, swapped digits.
// Must not know: verdicts, rules, how dates are read.
import type { ResolvedDate } from '../../extract/dates/calendar.ts';
import type { DateFact } from '../../extract/facts.ts';
import { align, keyedPassage } from '../alignment.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Comparing, isTitle } from './comparing.ts';
import { exactness } from './days.ts';

/** A date of a Source. */
export interface PrintedDate {
  readonly passage: Passage;
  readonly fact: DateFact;
  readonly value: ResolvedDate;
}

/** How long a cited Source may be to be gone through whole. */
const LONGEST = 120;

/**
 * What a date of the claim is a slip of: the same day of another month or with its digits swapped; of months, the one
 * other from which something holds. No evidence has the draft's date, and a word of the passage or title is in the claim.
 */
export function slipOf(comparing: Comparing, fact: DateFact, value: ResolvedDate): PrintedDate | undefined {
  const exact = exactness(value);
  if (fact.relative !== undefined || value.isoEnd !== undefined || exact < 2 || value.iso.length > 10) return undefined;
  if (exact === 2 && fact.bound !== 'since') return undefined;
  const printed = comparing.cited.flatMap(source =>
    source.passages.length > LONGEST ? [] : source.passages.flatMap(passage => datesIn(comparing, passage)),
  );
  const alike = printed.filter(one => one.fact.bound === fact.bound && exactness(one.value) === exact && one.value.isoEnd === undefined);
  const like = alike.filter(one => (exact === 2 ? isOtherMonth(value.iso, one.value.iso) : isSlip(value.iso, one.value.iso)));
  const [first] = like;
  if (first === undefined || like.some(one => one.value.iso !== first.value.iso)) return undefined;
  if (exact === 2 && new Set(alike.map(one => one.value.iso)).size > 1) return undefined;
  if (isTitle(first.passage) || !sharesWord(comparing, first.passage, exact === 2) || isWritten(comparing, value)) return undefined;
  return first;
}

function datesIn(comparing: Comparing, passage: Passage): PrintedDate[] {
  const values = datesOfPassage(passage, comparing.knowledge, comparing.date);
  return factsOfPassage(passage, comparing.knowledge).dates.flatMap((fact, at) => {
    const value = values[at];
    return value === undefined || fact.relative !== undefined ? [] : [{ passage, fact, value }];
  });
}

function isOtherMonth(draft: string, note: string): boolean {
  return draft.slice(0, 4) === note.slice(0, 4) && draft !== note;
}

function isSlip(draft: string, note: string): boolean {
  const [year, month, day] = draft.split('-') as [string, string, string];
  const [otherYear, otherMonth, otherDay = ''] = note.slice(0, 10).split('-') as [string, string, string?];
  if (year !== otherYear) return false;
  if (day === otherDay) return month !== otherMonth;
  return month === otherMonth && day.charAt(0) !== '0' && day === `${otherDay.charAt(1)}${otherDay.charAt(0)}`;
}

function sharesWord(comparing: Comparing, passage: Passage, orTitle: boolean): boolean {
  const { words } = comparing;
  const alignments = [align(words, keyedPassage(passage)), ...(orTitle ? [comparing.title(passage.source)] : [])];
  const dated = comparing.facts.dates.map(date => date.span);
  return words.words.some((word, at) => {
    const start = word.start + comparing.claim.span.start;
    if (word.isFunction || word.isNumber || dated.some(span => span.start <= start && start < span.end)) return false;
    return alignments.some(one => (one.matches[at]?.score ?? 0) >= 0.7);
  });
}

/** Some evidence has the draft's day or month. */
function isWritten(comparing: Comparing, value: ResolvedDate): boolean {
  const [, month = '', day] = value.iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const query = day === undefined ? name : `${Number(day)} ${name} ${name.slice(0, 3)}`;
  return comparing.find(query).some(passage => datesIn(comparing, passage).some(one => one.value.iso.startsWith(value.iso)));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
