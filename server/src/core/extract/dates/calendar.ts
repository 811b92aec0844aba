// Owns: arithmetic on ISO dates, and giving relative and yearless dates their value.
// Must not know: how dates are read from prose.
import type { DateFact } from '../facts.ts';

const DAY_MS = 86_400_000;

export function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** ISO day of a count of days since 1970-01-01. */
export function isoDay(days: number): string {
  const date = new Date(days * DAY_MS);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of an ISO value; months and years count as their first day. Undefined without a year. */
export function dayNumber(iso: string): number | undefined {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (!parts) return undefined;
  const days = Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)) / DAY_MS;
  return Number.isFinite(days) ? days : undefined;
}

/** Weekday of a day number, 1 is Monday. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a date exists; February has 29 days where the year is not known. */
export function isRealDay(month: number, day: number, year = 2000): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** An ISO value with its end, as exact as it can be told. */
export interface ResolvedDate {
  readonly iso: string;
  readonly isoEnd?: string;
}

/**
 * The ISO value of a date in a document of `documentDate` (ISO): years are filled in, relative dates counted.
 * `anchor` is the last absolute date before it, for "two days later" and "the next morning"; without one they count from the document.
 * Undefined where nothing can be told.
 */
export function resolveDate(fact: DateFact, documentDate?: string, anchor?: string): ResolvedDate | undefined {
  if (fact.iso !== undefined && !fact.iso.startsWith('--') && !fact.iso.startsWith('T')) {
    return { iso: fact.iso, ...(fact.isoEnd === undefined ? {} : { isoEnd: fact.isoEnd }) };
  }
  const today = documentDate === undefined ? undefined : dayNumber(documentDate);
  if (fact.relative)
    return relativeDate(fact, fact.relative.from === 'text' ? (dayNumber(anchor ?? '') ?? undefined) : today, documentDate);
  if (fact.iso?.startsWith('--')) return withYear(fact, fact.iso, documentDate, anchor);
  if (fact.iso?.startsWith('T')) {
    const day = anchor !== undefined && /^\d{4}-\d{2}-\d{2}/.test(anchor) ? anchor.slice(0, 10) : undefined;
    return day === undefined ? undefined : { iso: day + fact.iso };
  }
  return undefined;
}

/** The nearest year that makes the date fall not far after the document: news looks back, but at most two months ahead. */
function withYear(fact: DateFact, iso: string, documentDate: string | undefined, anchor: string | undefined): ResolvedDate | undefined {
  const reference = documentDate ?? anchor;
  const today = reference === undefined ? undefined : dayNumber(reference);
  if (reference === undefined || today === undefined) return undefined;
  let year = Number(reference.slice(0, 4));
  const rest = iso.slice(1);
  if (fact.weekday !== undefined && rest.length >= 6) {
    for (const candidate of [year, year - 1, year + 1]) {
      const days = dayNumber(`${candidate}${rest}`);
      if (days !== undefined && weekdayOf(days) === fact.weekday && days - today < 200) return finish(candidate, rest, fact.isoEnd);
    }
  }
  const days = dayNumber(`${year}${rest.slice(0, 6)}`);
  if (days !== undefined && days - today > (reference.length < 7 ? 366 : 62)) year--;
  return finish(year, rest, fact.isoEnd);
}

function finish(year: number, rest: string, isoEnd: string | undefined): ResolvedDate {
  const iso = `${year}${rest}`;
  if (isoEnd === undefined) return { iso };
  if (!isoEnd.startsWith('--')) return { iso, isoEnd };
  const end = `${year}${isoEnd.slice(1)}`;
  return { iso, isoEnd: end < iso ? `${year + 1}${isoEnd.slice(1)}` : end };
}

function relativeDate(fact: DateFact, base: number | undefined, documentDate: string | undefined): ResolvedDate | undefined {
  if (base === undefined || !fact.relative) return undefined;
  const { unit, count } = fact.relative;
  const time = fact.iso?.startsWith('T') ? fact.iso : '';
  if (unit === 'weekday') {
    if (fact.weekday === undefined) return undefined;
    const back = (weekdayOf(base) - fact.weekday + 7) % 7;
    if (count > 0) return { iso: isoDay(base + (back === 0 ? 7 : 7 - back)) + time };
    if (count < 0) return { iso: isoDay(base - (back === 0 ? 7 : back)) + time };
    return { iso: isoDay(base - back) + time };
  }
  const span = fact.relative.span === true;
  const day = shifted(base, unit, count);
  if (span) {
    const [low, high] = count < 0 ? [day, base] : [base, day];
    const cut = unit === 'year' ? 4 : unit === 'month' ? 7 : 10;
    return { iso: isoDay(low).slice(0, cut), isoEnd: isoDay(high).slice(0, cut) };
  }
  const exact = isoDay(day);
  if (unit === 'year') return { iso: exact.slice(0, 4) };
  if (unit === 'month') return { iso: exact.slice(0, 7) };
  if (unit === 'week') {
    // "last week" is the whole week; "two weeks later" counts from a day.
    if (fact.relative.from === 'text') return { iso: exact };
    const monday = day - (weekdayOf(day) - 1);
    return { iso: isoDay(monday), isoEnd: isoDay(monday + 6) };
  }
  return documentDate !== undefined && documentDate.length < 10 && fact.relative.from !== 'text'
    ? { iso: exact.slice(0, documentDate.length) }
    : { iso: exact + time };
}

function shifted(base: number, unit: 'day' | 'week' | 'month' | 'year', count: number): number {
  if (unit === 'day') return base + count;
  if (unit === 'week') return base + 7 * count;
  const date = new Date(base * DAY_MS);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + (unit === 'month' ? count : 12 * count);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return Date.UTC(year, month - 1, Math.min(date.getUTCDate(), daysInMonth(year, month))) / DAY_MS;
}

/** Values of the dates of a document in reading order; each absolute one is the anchor of those that follow it. */
export function resolveDates(facts: readonly DateFact[], documentDate?: string): readonly (ResolvedDate | undefined)[] {
  let anchor = documentDate;
  return facts.map(fact => {
    const resolved = resolveDate(fact, documentDate, anchor);
    if (resolved && /^\d{4}-\d{2}-\d{2}/.test(resolved.iso)) anchor = resolved.iso;
    return resolved;
  });
}
