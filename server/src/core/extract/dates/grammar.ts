// Owns: reading absolute dates, times and their ranges from tokens.
// Must not know: relative dates, sentences, documents.
import { MONTHS, SEASONS, WEEKDAYS, ZONES } from '../../lexicon/calendar.ts';
import { UNITS } from '../../lexicon/quantities.ts';
import { opensWithCapital } from '../../text/capitals.ts';
import type { Token } from '../../text/tokens.ts';
import { isRealDay, pad } from './calendar.ts';

/** A date over the tokens `[from, next)`; parts that are not said are absent. */
export interface DateParts {
  readonly next: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** ISO time with its zone: `T16:40Z`. */
  readonly time?: string;
  readonly end?: { readonly year?: number; readonly month?: number; readonly day?: number };
  readonly season?: number;
}

const ABBREVIATED = new Set('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(' '));
const TIME_JOINTS = new Set(['at', ',', 'around', 'about']);

/** Lower case without an abbreviation's full stop. */
export function bare(token: Token | undefined): string {
  if (token === undefined) return '';
  return token.lower.endsWith('.') ? token.lower.slice(0, -1) : token.lower;
}

/** The month that a capitalised word names. "May" and abbreviations that are words too need help from their neighbours, see `grammar`. */
export function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || !opensWithCapital(token.text)) return undefined;
  return MONTHS.get(bare(token));
}

/** Past a full stop behind an abbreviation ("Oct. 16"). */
export function skipStop(tokens: readonly Token[], at: number): number {
  const stop = tokens[at];
  return stop?.text === '.' && !stop.spaced && ABBREVIATED.has(bare(tokens[at - 1])) ? at + 1 : at;
}

/** A day of the month, with or without "st", "th"; answers where it ends. */
export function dayAt(tokens: readonly Token[], at: number): { day: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  const after = tokens[at + 1];
  if (after?.kind === 'word' && !after.spaced) return /^(?:st|nd|rd|th)$/.test(after.lower) ? { day, next: at + 2 } : undefined;
  if (after && !after.spaced && (after.text === '%' || after.text === '/')) return undefined;
  // "16:40" is a time; "June 10: the mail arrives" is a day and what happened on it.
  const isTime = after?.text === ':' && !after.spaced && tokens[at + 2]?.kind === 'number' && tokens[at + 2]?.spaced === false;
  if (isTime) return undefined;
  return { day, next: at + 1 };
}

/** A year from 1900 to 2099, four digits. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.text)) return undefined;
  const after = tokens[at + 1];
  if (
    after &&
    !after.spaced &&
    (after.kind === 'word' ||
      after.text === '%' ||
      (after.text === ':' && tokens[at + 2]?.kind === 'number' && tokens[at + 2]?.spaced === false))
  )
    return undefined;
  return Number(token.text);
}

/** A year behind a date: "2025", ", 2025", "of 2025", "’25" is not read. */
function yearBehind(tokens: readonly Token[], at: number): { year: number; next: number } | undefined {
  let from = at;
  if (tokens[from]?.text === ',' || tokens[from]?.text === '.') from++;
  if (tokens[from]?.lower === 'of') from++;
  if (tokens[from]?.lower === 'in') from++;
  const year = yearAt(tokens, from);
  return year === undefined ? undefined : { year, next: from + 1 };
}

/** `02:14 UTC`, `6 pm`, `18:40 local time`, `noon`. */
export function timeAt(tokens: readonly Token[], at: number): { iso: string; next: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.lower === 'noon' || token.lower === 'midnight') return { iso: token.lower === 'noon' ? 'T12:00' : 'T00:00', next: at + 1 };
  if (token.kind !== 'number') return undefined;
  const clock = clockAt(tokens, at);
  let next = clock?.next ?? at + 1;
  let hour = clock?.hour ?? (/^\d{1,2}$/.test(token.text) ? Number(token.text) : -1);
  const half = halfOfDay(tokens, next);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.pm ? 12 : 0);
    next = half.next;
  } else if (!clock || clock.dotted) return undefined;
  if (hour < 0 || hour > 24) return undefined;
  const zone = zoneAt(tokens, next);
  return {
    iso: `T${pad(hour)}:${pad(clock?.minute ?? 0)}${clock?.second === undefined ? '' : `:${pad(clock.second)}`}${zone?.iso ?? ''}`,
    next: zone?.next ?? next,
  };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly dotted: boolean;
  readonly next: number;
}

function clockAt(tokens: readonly Token[], at: number): Clock | undefined {
  const token = tokens[at] as Token;
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(token.text);
  if (dotted && Number(dotted[1]) < 24 && Number(dotted[2]) < 60)
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), dotted: true, next: at + 1 };
  if (!/^\d{1,2}$/.test(token.text) || tokens[at + 1]?.text !== ':' || tokens[at + 1]?.spaced) return undefined;
  const minutes = tokens[at + 2];
  if (minutes?.kind !== 'number' || minutes.spaced || !/^\d{2}(?:\.\d+)?$/.test(minutes.text) || Number(minutes.text) >= 60)
    return undefined;
  if (tokens[at - 1]?.text === ':' && !token.spaced) return undefined;
  const seconds = tokens[at + 4];
  if (tokens[at + 3]?.text === ':' && !tokens[at + 3]?.spaced && seconds?.kind === 'number' && !seconds.spaced) {
    const second = Number.parseInt(seconds.text, 10);
    if (second >= 60) return undefined;
    return { hour: Number(token.text), minute: Number(minutes.text), second, dotted: false, next: at + 5 };
  }
  return { hour: Number(token.text), minute: Math.floor(Number(minutes.text)), dotted: false, next: at + 3 };
}

function halfOfDay(tokens: readonly Token[], at: number): { pm: boolean; next: number } | undefined {
  const token = tokens[at];
  const match = /^([ap])\.?m\.?$/.exec(token?.lower ?? '');
  if (!match) return undefined;
  return { pm: match[1] === 'p', next: at + 1 };
}

function zoneAt(tokens: readonly Token[], at: number): { iso: string; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (token.lower === 'local') return { iso: '', next: tokens[at + 1]?.lower === 'time' ? at + 2 : at + 1 };
  if (token.text !== token.text.toUpperCase()) return undefined;
  const minutes = ZONES.get(token.lower);
  if (minutes === undefined) return undefined;
  let total = minutes;
  let next = at + 1;
  const sign = tokens[next]?.text;
  const shift = tokens[next + 1];
  if (
    minutes === 0 &&
    (sign === '+' || sign === '-' || sign === '−') &&
    shift?.kind === 'number' &&
    !shift.spaced &&
    /^\d{1,2}$/.test(shift.text)
  ) {
    total = (sign === '+' ? 1 : -1) * Number(shift.text) * 60;
    next += 2;
  }
  if (total === 0) return { iso: 'Z', next };
  const size = Math.abs(total);
  return { iso: `${total < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`, next };
}

/** Weekday at `at`, with what follows it skipped: "Fri", "Wednesday,". */
export function weekdayAt(tokens: readonly Token[], at: number): { weekday: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || !opensWithCapital(token.text)) return undefined;
  const weekday = WEEKDAYS.get(bare(token));
  return weekday === undefined ? undefined : { weekday, next: at + 1 };
}

/** ISO, numeric, and written dates that start at token `at`. */
export function absoluteAt(tokens: readonly Token[], at: number, text: string): DateParts | undefined {
  const day = weekdayAt(tokens, at);
  if (day) {
    let next = day.next;
    if (tokens[next]?.text === '.' && !tokens[next]?.spaced) next++;
    if (tokens[next]?.text === ',') next++;
    if (tokens[next]?.lower === 'the') next++;
    const rest = plainDate(tokens, next, text, true);
    return rest ? withTime(tokens, { ...rest, weekday: day.weekday }) : undefined;
  }
  const plain = plainDate(tokens, at, text, false);
  return plain ? withTime(tokens, plain) : undefined;
}

function withTime(tokens: readonly Token[], parts: DateParts): DateParts {
  if (parts.time !== undefined || parts.day === undefined || parts.end) return parts;
  let from = parts.next;
  while (from - parts.next < 2 && TIME_JOINTS.has(tokens[from]?.lower ?? '')) from++;
  const time = timeAt(tokens, from);
  return time ? { ...parts, time: time.iso, next: time.next } : parts;
}

function plainDate(tokens: readonly Token[], at: number, text: string, cued: boolean): DateParts | undefined {
  return (
    isoDate(tokens, at, text) ??
    dayMonth(tokens, at) ??
    monthDay(tokens, at) ??
    numericDate(tokens, at, cued) ??
    (cued ? undefined : monthYear(tokens, at))
  );
}

const ISO = /^(\d{4})([-/])(\d{2})(?:\2(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?)?(?![\d-])/;

function isoDate(tokens: readonly Token[], at: number, text: string): DateParts | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4 || yearAt(tokens, at) === undefined) return undefined;
  const match = ISO.exec(text.slice(token.start, token.start + 40));
  if (!match) return undefined;
  const [whole, year, separator, month, day, hour, minute, second, zone] = match;
  if (
    day === undefined ? separator !== '-' || Number(month) < 1 || Number(month) > 12 : !isRealDay(Number(month), Number(day), Number(year))
  )
    return undefined;
  let next = at;
  while (next < tokens.length && (tokens[next] as Token).end <= token.start + whole.length) next++;
  if (next === at) return undefined;
  const time = hour === undefined ? undefined : `T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone ?? ''}`;
  return {
    next,
    year: Number(year),
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(time === undefined ? {} : { time }),
  };
}

/** "16 October 2025", "16th of October, 2025", "3–5 March", "3 to 5 March". */
function dayMonth(tokens: readonly Token[], at: number): DateParts | undefined {
  const first = dayAt(tokens, at);
  if (!first) return undefined;
  let next = first.next;
  let last: number | undefined;
  const joint = tokens[next];
  const isRange =
    joint !== undefined &&
    (/^[-–—]$/.test(joint.text) ||
      /^(?:to|through|until)$/.test(joint.lower) ||
      (joint.lower === 'and' && tokens[at - 1]?.lower === 'between'));
  if (isRange) {
    const second = dayAt(tokens, next + 1);
    if (second && second.day > first.day) {
      last = second.day;
      next = second.next;
    }
  }
  if (tokens[next]?.text === '-' && !tokens[next]?.spaced && last === undefined) next++;
  if (tokens[next]?.lower === 'of') next++;
  const month = monthAt(tokens, next);
  if (month === undefined || !isRealDay(month, last ?? first.day)) return undefined;
  next++;
  const abbreviated = skipStop(tokens, next);
  let year: { year: number; next: number } | undefined;
  if (tokens[next]?.text === '-' && !tokens[next]?.spaced) {
    const joined = yearAt(tokens, next + 1);
    year = joined === undefined ? undefined : { year: joined, next: next + 2 };
  }
  year ??= yearBehind(tokens, abbreviated) ?? yearBehind(tokens, next);
  const end = last === undefined ? undefined : { month, day: last, ...(year ? { year: year.year } : {}) };
  const stop = year?.next ?? (abbreviated > next && abbreviated < tokens.length ? abbreviated : next);
  return { next: stop, month, day: first.day, ...(year ? { year: year.year } : {}), ...(end ? { end } : {}) };
}

/** "October 16, 2025", "Oct. 16", "March 3–5". */
function monthDay(tokens: readonly Token[], at: number): DateParts | undefined {
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  const first = dayAt(tokens, skipStop(tokens, at + 1));
  if (!first || !isRealDay(month, first.day)) return undefined;
  let next = first.next;
  let last: number | undefined;
  if (tokens[next] && (/^[-–—]$/.test((tokens[next] as Token).text) || tokens[next]?.lower === 'to')) {
    const second = dayAt(tokens, next + 1);
    const isDay = second && second.day > first.day && isRealDay(month, second.day) && monthAt(tokens, second.next) === undefined;
    if (second && isDay) {
      last = second.day;
      next = second.next;
    }
  }
  const year = yearBehind(tokens, next);
  const end = last === undefined ? undefined : { month, day: last, ...(year ? { year: year.year } : {}) };
  return { next: year?.next ?? next, month, day: first.day, ...(year ? { year: year.year } : {}), ...(end ? { end } : {}) };
}

/** "October 2025", "Oct. 2025", "January of 2020"; a bare month only where `isMonthAlone` says so. */
function monthYear(tokens: readonly Token[], at: number): DateParts | undefined {
  const token = tokens[at];
  const month = monthAt(tokens, at);
  if (!token || month === undefined) return seasonYear(tokens, at);
  const year = yearBehind(tokens, skipStop(tokens, at + 1)) ?? (tokens[at + 1]?.text === '-' ? yearBehind(tokens, at + 2) : undefined);
  if (year) return { next: year.next, month, year: year.year };
  return isMonthAlone(tokens, at)
    ? { next: skipStop(tokens, at + 1) < tokens.length ? skipStop(tokens, at + 1) : at + 1, month }
    : undefined;
}

const MONTH_OPENERS = new Set(
  'in since of between from until till by early late mid last next this before after during through to and or around - – every'.split(' '),
);

/** Whether a month's name without day or year means the month: "in May", "since March", not "May I", "Mar", "Jan said". */
function isMonthAlone(tokens: readonly Token[], at: number): boolean {
  const name = bare(tokens[at]);
  const before = tokens[at - 1]?.lower ?? '';
  const opened = MONTH_OPENERS.has(before);
  const next = tokens[at + 1];
  if (name.length <= 4 && name !== 'may' && name !== 'june' && name !== 'july' && name !== 'sept')
    return opened && name !== 'jan' && name !== 'mar' && name !== 'dec';
  if (name === 'may' || name === 'march' || name === 'august' || name === 'april' || name === 'june') {
    // Names of people and verbs: a capital alone proves nothing at the start of a sentence.
    if (name === 'may') return opened && !(next?.kind === 'word' && /^(?:said|says|was|told|and|met)$/.test(next.lower) && before === 'to');
    if (name === 'march') return at > 0 || opened;
    return opened || (next?.kind === 'mark' && at > 0);
  }
  return true;
}

/** "spring 2024", "the winter of 2023", "Q3 2024", "third quarter of 2024". */
function seasonYear(tokens: readonly Token[], at: number): DateParts | undefined {
  const token = tokens[at] as Token | undefined;
  if (token?.kind !== 'word') return undefined;
  const season = SEASONS.get(token.lower);
  if (season !== undefined) {
    const year = yearBehind(tokens, at + 1);
    if (!year || tokens[at + 1]?.text === '.') return undefined;
    const last = season + 2;
    return {
      next: year.next,
      year: year.year,
      month: season,
      end: { year: last > 12 ? year.year + 1 : year.year, month: last > 12 ? last - 12 : last },
      season,
    };
  }
  if (!token.lower.startsWith('q') && tokens[at + 1]?.lower !== 'quarter') return undefined;
  const quarter =
    /^q([1-4])$/.exec(token.lower) ?? (tokens[at + 1]?.lower === 'quarter' ? /^(first|second|third|fourth)$/.exec(token.lower) : null);
  if (!quarter) return undefined;
  const index = /\d/.test(quarter[1] as string)
    ? Number(quarter[1])
    : ['first', 'second', 'third', 'fourth'].indexOf(quarter[1] as string) + 1;
  const year = yearBehind(tokens, token.lower.startsWith('q') && token.lower.length === 2 ? at + 1 : at + 2);
  if (!year) return undefined;
  return { next: year.next, year: year.year, month: 3 * index - 2, end: { year: year.year, month: 3 * index } };
}

const NUMERIC_OPENERS = new Set('on since by until till from before after dated date updated published'.split(' '));

/** "7.10.", "16.10.2025", "14/10", "10/14/2025". Without a year it needs a weekday, a preposition or a time beside it. */
function numericDate(tokens: readonly Token[], at: number, cued: boolean): DateParts | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const opened = cued || NUMERIC_OPENERS.has(tokens[at - 1]?.lower ?? '');
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$/.exec(token.text);
  if (dotted) {
    const [, day, month, year] = dotted;
    if (!isRealDay(Number(month), Number(day))) return undefined;
    if (year !== undefined)
      return year.length === 4 || opened ? { next: at + 1, day: Number(day), month: Number(month), year: fullYear(year) } : undefined;
    const stop = tokens[at + 1];
    if (stop?.text !== '.' || stop.spaced) return undefined;
    const timed = timeAt(tokens, at + 2) !== undefined || (tokens[at + 2]?.text === ',' && timeAt(tokens, at + 3) !== undefined);
    const isInside = at + 2 < tokens.length;
    // "It still ran on 7.2." ends with a version.
    if (!isInside && !cued) return undefined;
    const noted = /^(?:has|have|says|said|is|was|dates?)$/.test(tokens[at - 1]?.lower ?? '');
    if (!opened && !timed && !(at === 0 && isInside) && !(isInside && noted)) return undefined;
    return { next: isInside ? at + 2 : at + 1, day: Number(day), month: Number(month) };
  }
  if (!/^\d{1,2}$/.test(token.text) || tokens[at + 1]?.text !== '/' || tokens[at + 1]?.spaced) return undefined;
  const second = tokens[at + 2];
  if (second?.kind !== 'number' || second.spaced || !/^\d{1,2}$/.test(second.text)) return undefined;
  const third = tokens[at + 3]?.text === '/' && !tokens[at + 3]?.spaced ? tokens[at + 4] : undefined;
  const year = third?.kind === 'number' && /^(?:\d{4}|\d{2})$/.test(third.text) ? fullYear(third.text) : undefined;
  if (year === undefined && !opened) return undefined;
  // "4/16/64 Kbyte" lists sizes.
  if (third?.text.length === 2 && UNITS.has(tokens[at + 5]?.lower ?? '')) return undefined;
  const a = Number(token.text);
  const b = Number(second.text);
  const next = year === undefined ? at + 3 : at + 5;
  if (b > 12 && isRealDay(a, b)) return { next, month: a, day: b, ...(year === undefined ? {} : { year }) };
  if (!isRealDay(b, a)) return undefined;
  // Day or month first cannot be told from 7/10: only the year is sure, if there is one.
  if (a <= 12 && a !== b && !cued) return year === undefined ? undefined : { next, year };
  return { next, month: b, day: a, ...(year === undefined ? {} : { year }) };
}

function fullYear(text: string): number {
  return text.length === 4 ? Number(text) : 2000 + Number(text);
}

/** ISO form of year, month and day, as exact as they are known. */
export function isoOf(parts: { readonly year?: number; readonly month?: number; readonly day?: number }): string | undefined {
  if (parts.month === undefined) return parts.year === undefined ? undefined : pad(parts.year, 4);
  const rest = `-${pad(parts.month)}${parts.day === undefined ? '' : `-${pad(parts.day)}`}`;
  return parts.year === undefined ? `-${rest}` : `${pad(parts.year, 4)}${rest}`;
}
