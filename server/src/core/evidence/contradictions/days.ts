// Owns: whether two dates can mean one moment, and writing a date in the manner of another.
// Must not know: claims, passages.

import { dayNumber, type ResolvedDate, weekdayOf } from '../../extract/dates/calendar.ts';
import type { DateFact } from '../../extract/facts.ts';

const DAY = 24 * 60;

/** Minutes since 1970, half-open. */
interface Period {
  readonly from: number;
  readonly to: number;
  /** The time of day is said. */
  readonly timed: boolean;
  /** The time zone is said. */
  readonly zoned: boolean;
}

/**
 * Whether a date of the draft and one of the notes can be the same: partial dates agree with exact ones inside them,
 * bounds ("since", "late") widen, times with a zone are compared as moments, times without one by their day.
 */
export function datesAgree(draft: ResolvedDate, draftFact: DateFact, note: ResolvedDate, noteFact: DateFact): boolean {
  const a = periodOf(draft, draftFact);
  const b = periodOf(note, noteFact);
  if (a === undefined || b === undefined) return true;
  // A zone that is not said may move a time over midnight, not a bare date.
  const slack = a.timed && b.timed && a.zoned !== b.zoned ? 14 * 60 : 0;
  return a.from < b.to + slack && b.from < a.to + slack;
}

function periodOf(date: ResolvedDate, fact: DateFact): Period | undefined {
  const first = plainPeriod(date.iso);
  const last = date.isoEnd === undefined ? first : plainPeriod(date.isoEnd);
  if (first === undefined || last === undefined) return undefined;
  const period = { ...first, to: Math.max(first.to, last.to) };
  const length = period.to - period.from;
  switch (fact.bound) {
    case 'since':
    case 'after':
      return { ...period, to: Number.POSITIVE_INFINITY };
    case 'until':
    case 'before':
      return { ...period, from: Number.NEGATIVE_INFINITY };
    case 'early':
      return { ...period, to: period.to - length / 2 };
    case 'late':
      return { ...period, from: period.from + length / 2 };
    case 'mid':
      return { ...period, from: period.from + length / 4, to: period.to - length / 4 };
    case 'about':
      return { ...period, from: period.from - Math.max(DAY * 3, length / 4), to: period.to + Math.max(DAY * 3, length / 4) };
    default:
      return period;
  }
}

function plainPeriod(iso: string): Period | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2})(?::(\d{2}))?(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?/.exec(iso);
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute, zone] = match;
  const from = dayNumber(`${year}-${month ?? '01'}-${day ?? '01'}`);
  if (from === undefined) return undefined;
  if (month === undefined)
    return { from: from * DAY, to: (dayNumber(`${Number(year) + 1}-01-01`) ?? from + 365) * DAY, timed: false, zoned: false };
  if (day === undefined) {
    const next = month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
    return { from: from * DAY, to: (dayNumber(next) ?? from + 31) * DAY, timed: false, zoned: false };
  }
  if (hour === undefined) return { from: from * DAY, to: (from + 1) * DAY, timed: false, zoned: false };
  const offset =
    zone === undefined || zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const at = from * DAY + Number(hour) * 60 + Number(minute ?? '0') - offset;
  return { from: at, to: at + (minute === undefined ? 60 : 1), timed: true, zoned: zone !== undefined };
}

/** Whether both say the day. */
export function areDays(a: ResolvedDate, b: ResolvedDate): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(a.iso) && /^\d{4}-\d{2}-\d{2}/.test(b.iso);
}

/** How exactly a date is said: 1 the year, 2 the month, 3 the day. */
export function exactness(date: ResolvedDate): number {
  return /^\d{4}-\d{2}-\d{2}/.test(date.iso) ? 3 : /^\d{4}-\d{2}/.test(date.iso) ? 2 : 1;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/**
 * `text` ("Wednesday, 15 October 2025") with the day of `iso` in it ("Thursday, 16 October 2025"). Weekdays, days, months
 * and years that `text` has are replaced, and none is added. Undefined where the form is not known or would not say the day.
 */
export function rewriteDate(text: string, draft: ResolvedDate, iso: string): string | undefined {
  const target = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  const from = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(draft.iso);
  if (target === null || from === null) return undefined;
  const [, year = '', month, day] = target;
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return day === undefined ? undefined : `${year}-${month}-${day}${text.slice(10)}`;
  let said = text;
  let replaced = 0;
  const days = dayNumber(iso.slice(0, 10));
  const weekday = new RegExp(`\\b(${WEEKDAYS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|Tues|Thurs?)\\b`, 'i');
  const weekdayWord = weekday.exec(said)?.[0];
  if (weekdayWord !== undefined) {
    if (days === undefined || day === undefined) return undefined;
    const name = WEEKDAYS[weekdayOf(days) - 1] as string;
    said = said.replace(weekdayWord, weekdayWord.length > 5 ? name : name.slice(0, 3));
    if (!/\d/.test(text)) {
      // A weekday alone can only mean another day of the week around it.
      const old = dayNumber(draft.iso.slice(0, 10));
      return old !== undefined && Math.abs(old - days) < 7 ? said : undefined;
    }
  }
  const monthName = new RegExp(
    `\\b(${MONTHS.map(name => (name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)}|t)?` : name)).join('|')})\\b`,
    'i',
  );
  const monthWord = monthName.exec(said)?.[0];
  if (monthWord !== undefined && month !== undefined) {
    const name = MONTHS[Number(month) - 1] as string;
    if (from[2] !== month) {
      // "May" is a whole name.
      said = said.replace(monthWord, monthWord.length > 3 || /^may$/i.test(monthWord) ? name : name.slice(0, 3));
      replaced++;
    }
  }
  const oldDay = from[3];
  if (oldDay !== undefined && day !== undefined && oldDay !== day) {
    const number = new RegExp(`(?<![\\d:.])0?${Number(oldDay)}(?=(?:st|nd|rd|th)?(?![\\d:]))`);
    if (!number.test(said)) return undefined;
    const padded = new RegExp(`(?<![\\d:.])0${Number(oldDay)}(?![\\d:])`).test(said);
    said = said.replace(number, padded ? day : `${Number(day)}`);
    said = said.replace(/(\d)(?:st|nd|rd|th)\b/, (_, digit: string) => `${digit}${ordinalEnding(Number(day))}`);
    replaced++;
  }
  if (from[1] !== year && from[1] !== undefined && said.includes(from[1])) {
    said = said.replace(from[1], year);
    replaced++;
  }
  if (monthWord === undefined && from[2] !== month && /^\D*\d{1,2}[./]\d{1,2}/.test(text)) return undefined;
  if (from[2] !== month && monthWord === undefined && oldDay !== undefined) return undefined;
  return replaced > 0 || weekdayWord !== undefined ? said : undefined;
}

function ordinalEnding(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
