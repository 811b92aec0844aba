// Owns: finding dates and times in a segment.
// Must not know: other segments, notes, rules.
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { LABELS, VERSIONED } from '../lexicon/quantities.ts';
import { isPlural } from '../text/inflect.ts';
import type { Token } from '../text/tokens.ts';
import { pad } from './dates/calendar.ts';
import { absoluteAt, type DateParts, dayAt, isoOf, monthAt, timeAt, yearAt } from './dates/grammar.ts';
import { relativeAt } from './dates/relative.ts';
import type { DateFact } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { codeSpans, tokensOf, touchesAny } from './tokens.ts';

export { type ResolvedDate, resolveDate, resolveDates } from './dates/calendar.ts';

type Draft = Omit<DateFact, 'sentence'>;
type Read = { readonly facts: readonly Draft[]; readonly next: number };

/** Dates of the prose, in order. A list of days ("15, 16 and 22 September") is a date each; a range is one date with its end. */
export function extractDates(input: ExtractInput): readonly DateFact[] {
  const { tree, facts } = input;
  const code = codeSpans(tree);
  const masks = [facts.references, facts.indicators, facts.citations].map(list => list.map(fact => fact.span));
  const dates: DateFact[] = [];
  tokensOf(tree).forEach((tokens, sentence) => {
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at] as Token;
      const read = token.kind === 'mark' || token.kind === 'opaque' ? undefined : dateAt(tokens, at, tree.prose);
      if (!read || masks.some(spans => touchesAny(spans, token)) || touchesAny(code, token)) {
        at++;
        continue;
      }
      for (const fact of read.facts) dates.push({ ...fact, sentence });
      at = read.next;
    }
  });
  return dates;
}

function dateAt(tokens: readonly Token[], at: number, text: string): Read | undefined {
  return (
    dayList(tokens, at) ??
    written(tokens, at, text) ??
    decade(tokens, at) ??
    relative(tokens, at) ??
    loneTime(tokens, at) ??
    loneYear(tokens, at)
  );
}

function spanOf(tokens: readonly Token[], from: number, next: number): { start: number; end: number } {
  return { start: (tokens[from] as Token).start, end: (tokens[next - 1] as Token).end };
}

/** "15, 16 and 22 September 2025", "September 15, 16 and 22": every day is a date, month and year hold for all. */
function dayList(tokens: readonly Token[], at: number): Read | undefined {
  if (tokens[at - 1]?.lower === 'between') return undefined;
  if (tokens[at]?.kind === 'number') {
    const days = days_(tokens, at);
    if (days.list.length < 2) return undefined;
    const last = days.list[days.list.length - 1] as { at: number; day: number };
    const whole = absoluteAt(tokens, last.at, '');
    if (whole?.month === undefined || whole.day !== last.day || whole.end) return undefined;
    const facts = days.list.map(item =>
      factOf(tokens, item.at, item === last ? whole.next : item.at + 1, { ...whole, day: item.day }, item !== last),
    );
    return { facts, next: whole.next };
  }
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  const days = days_(tokens, at + 1);
  if (days.list.length < 2) return undefined;
  // "October 15, 16 servers fell": the second number needs an "and" after it, or an end.
  const after = tokens[days.next];
  if (days.list.length === 2 && !days.joined && after?.kind === 'word') return undefined;
  const year = tokens[days.next]?.text === ',' ? yearAt(tokens, days.next + 1) : undefined;
  const next = year === undefined ? days.next : days.next + 2;
  const facts = days.list.map((item, index) =>
    factOf(
      tokens,
      index === 0 ? at : item.at,
      index === days.list.length - 1 ? next : item.at + 1,
      { next, month, day: item.day, ...(year === undefined ? {} : { year }) },
      true,
    ),
  );
  return { facts, next };
}

function days_(tokens: readonly Token[], from: number): { list: { at: number; day: number }[]; next: number; joined: boolean } {
  const list: { at: number; day: number }[] = [];
  let joined = false;
  let at = from;
  for (let day = dayAt(tokens, at); day && list.length < 12; day = dayAt(tokens, at)) {
    list.push({ at, day: day.day });
    at = day.next;
    const comma = tokens[at]?.text === ',';
    const word = tokens[comma ? at + 1 : at]?.lower;
    const and = word === 'and' || word === 'or' || word === '&';
    if (!comma && !and) break;
    const onwards = at + (comma ? 1 : 0) + (and ? 1 : 0);
    if (!dayAt(tokens, onwards)) break;
    joined ||= and;
    at = onwards;
  }
  return { list, next: at, joined };
}

function factOf(tokens: readonly Token[], from: number, next: number, parts: DateParts, noBound = false): Draft {
  const bound = noBound ? {} : boundBefore(tokens, from);
  const base = isoOf(parts);
  const iso = base === undefined ? parts.time : parts.time === undefined ? base : base + parts.time;
  const end = parts.end ? isoOf(parts.end) : undefined;
  return {
    span: { start: (tokens[bound.from ?? from] as Token).start, end: (tokens[next - 1] as Token).end },
    ...(iso === undefined ? {} : { iso }),
    ...(end === undefined ? {} : { isoEnd: end }),
    ...(parts.weekday === undefined ? {} : { weekday: parts.weekday }),
    ...(bound.bound === undefined ? {} : { bound: bound.bound }),
  };
}

const BOUNDS: ReadonlyMap<string, DateFact['bound']> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'until'],
  ['through', 'until'],
  ['before', 'before'],
  ['after', 'after'],
  ['around', 'about'],
  ['about', 'about'],
  ['circa', 'about'],
  ['from', 'since'],
]);
const PARTS: ReadonlyMap<string, DateFact['bound']> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
  ['end', 'late'],
  ['beginning', 'early'],
  ['start', 'early'],
]);

/** Bound in front: "since", "late", "the end of". The span widens over "late" and "mid-", not over prepositions. */
function boundBefore(tokens: readonly Token[], from: number): { bound?: DateFact['bound']; from?: number } {
  const before = tokens[from - 1];
  if (!before) return {};
  const dash = before.text === '-' && !before.spaced ? 1 : 0;
  const part = PARTS.get(tokens[from - 1 - dash]?.lower ?? '');
  if (
    part &&
    part !== undefined &&
    (before.kind === 'word' || dash === 1) &&
    !/^(?:end|start|beginning|middle)$/.test(tokens[from - 1 - dash]?.lower ?? '')
  )
    return { bound: part, from: from - 1 - dash };
  if (before.lower === 'of') {
    const of = PARTS.get(tokens[from - 2]?.lower ?? '');
    return of ? { bound: of } : {};
  }
  const bound = BOUNDS.get(before.lower);
  return bound === undefined ? {} : { bound };
}

/** Written dates, alone or as "between X and Y" and "from X to Y". */
function written(tokens: readonly Token[], at: number, text: string): Read | undefined {
  const first = absoluteAt(tokens, at, text);
  if (!first) return undefined;
  if (first.year !== undefined && first.month === undefined && first.day === undefined)
    return { facts: [factOf(tokens, at, first.next, first)], next: first.next };
  const opener = tokens[at - 1]?.lower;
  const joint = tokens[first.next];
  const joins =
    !first.end &&
    joint !== undefined &&
    ((opener === 'between' && joint.lower === 'and') ||
      (opener !== 'between' && /^(?:to|until|till|through)$/.test(joint.lower)) ||
      /^[–—-]$/.test(joint.text));
  if (!joins) return { facts: [factOf(tokens, at, first.next, first)], next: first.next };
  const second = absoluteAt(tokens, first.next + 1, text);
  const secondYear = first.day === undefined ? yearAt(tokens, first.next + 1) : undefined;
  if (!second || (second.day === undefined && first.day !== undefined) || second.month === undefined || secondYear !== undefined) {
    return { facts: [factOf(tokens, at, first.next, first)], next: first.next };
  }
  const year = first.year ?? second.year;
  const base = isoOf({
    ...(year === undefined ? {} : { year }),
    ...(first.month === undefined ? {} : { month: first.month }),
    ...(first.day === undefined ? {} : { day: first.day }),
  });
  const end = isoOf(second);
  if (base === undefined || end === undefined) return undefined;
  const fact: Draft = {
    span: spanOf(tokens, at, second.next),
    iso: first.time === undefined ? base : base + first.time,
    isoEnd: second.time === undefined ? end : end + second.time,
  };
  return { facts: [fact], next: second.next };
}

/** "the 1990s", "2010s". */
function decade(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.kind !== 'number' || !/^(?:19|20)\d0$/.test(token.text) || next?.lower !== 's' || next.spaced) return undefined;
  const year = Number(token.text);
  const bound = boundBefore(tokens, at);
  return {
    facts: [
      {
        span: spanOf(tokens, bound.from ?? at, at + 2),
        iso: pad(year, 4),
        isoEnd: pad(year + 9, 4),
        ...(bound.bound ? { bound: bound.bound } : {}),
      },
    ],
    next: at + 2,
  };
}

function relative(tokens: readonly Token[], at: number): Read | undefined {
  const found = relativeAt(tokens, at);
  if (!found) return undefined;
  const bound = boundBefore(tokens, at);
  const earlier = tokens[at - 1]?.lower;
  const part = earlier === 'earlier' ? 'early' : earlier === 'later' ? 'late' : bound.bound;
  const span = spanOf(tokens, bound.from ?? at, found.next);
  const month = found.month === undefined ? {} : { iso: `--${pad(found.month)}` };
  return {
    facts: [
      {
        span,
        ...(found.iso === undefined ? month : { iso: found.iso }),
        ...(found.weekday === undefined ? {} : { weekday: found.weekday }),
        // "last March": the nearest one before the document, which filling in the year finds.
        ...(found.relative === undefined || found.month !== undefined ? {} : { relative: found.relative }),
        ...(part === undefined ? {} : { bound: part }),
      },
    ],
    next: found.next,
  };
}

/** A clock time without a date, or in front of one: "16:40 UTC", "02:14 UTC on 8 October". */
function loneTime(tokens: readonly Token[], at: number): Read | undefined {
  const time = timeAt(tokens, at);
  if (!time) return undefined;
  const token = tokens[at] as Token;
  if (token.kind === 'word' && !/^(?:at|by|until|before|after|around|since|from|to|and|tuesday|day)$/.test(tokens[at - 1]?.lower ?? ''))
    return undefined;
  const joint = tokens[time.next];
  const from = joint?.lower === 'on' || joint?.text === ',' ? time.next + 1 : time.next;
  const date = from > time.next || joint?.kind === 'number' || joint?.kind === 'word' ? absoluteAt(tokens, from, '') : undefined;
  if (date?.day !== undefined && date.time === undefined && !date.end) {
    return { facts: [factOf(tokens, at, date.next, { ...date, time: time.iso })], next: date.next };
  }
  const bound = boundBefore(tokens, at);
  return {
    facts: [{ span: spanOf(tokens, at, time.next), iso: time.iso, ...(bound.bound === undefined ? {} : { bound: bound.bound }) }],
    next: time.next,
  };
}

const YEAR_OPENERS = new Set(
  'in since of by until till from before after during early late mid around between to and through about circa , ( / – — - early- for than year fy vs over throughout the as'.split(
    ' ',
  ),
);

/** A year alone, or a range of years: "since 2019", "2021–2023". */
function loneYear(tokens: readonly Token[], at: number): Read | undefined {
  const year = yearAt(tokens, at);
  if (year === undefined || !isYearHere(tokens, at)) return undefined;
  const joint = tokens[at + 1];
  const opener = tokens[at - 1]?.lower;
  const joins =
    joint !== undefined &&
    ((/^[-–—]$/.test(joint.text) && joint.spaced === (tokens[at + 2]?.spaced ?? false)) ||
      (joint.lower === 'to' && opener === 'from') ||
      (joint.lower === 'and' && opener === 'between') ||
      joint.lower === 'through');
  if (joins) {
    const full = yearAt(tokens, at + 2);
    const short =
      /^\d\d$/.test(tokens[at + 2]?.text ?? '') && /^[-–—]$/.test(joint.text)
        ? Math.floor(year / 100) * 100 + Number(tokens[at + 2]?.text)
        : undefined;
    const end = full ?? short;
    if (end !== undefined && end > year)
      return { facts: [{ span: spanOf(tokens, at, at + 3), iso: pad(year, 4), isoEnd: pad(end, 4) }], next: at + 3 };
  }
  const bound = boundBefore(tokens, at);
  return {
    facts: [
      { span: spanOf(tokens, bound.from ?? at, at + 1), iso: pad(year, 4), ...(bound.bound === undefined ? {} : { bound: bound.bound }) },
    ],
    next: at + 1,
  };
}

/** Tells a year from a count ("2000 servers"), a label ("port 2049") and a product ("Server 2019"). */
function isYearHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (
    next &&
    !next.spaced &&
    /^[-–_/.]$/.test(next.text) &&
    tokens[at + 2]?.spaced === false &&
    !/^(?:19|20)?\d\d$/.test(tokens[at + 2]?.text ?? '')
  )
    return /^[-–]$/.test(next.text) && tokens[at + 2]?.kind === 'word';
  if (before && !token.spaced && !/^[-–—/(["'“‘]$/.test(before.text)) return false;
  if (
    before &&
    !token.spaced &&
    /^[-/]$/.test(before.text) &&
    !/^(?:early|mid|late|pre|post)$/.test(tokens[at - 2]?.lower ?? '') &&
    tokens[at - 2]?.kind !== 'number'
  )
    return false;
  const counted = next?.kind === 'word' && isPlural(next.lower) && !/^(?:has|was|is|sees|saw)$/.test(next.lower);
  if (!before) return !counted;
  if (before.kind === 'word' && (VERSIONED.has(before.lower) || (LABELS.has(before.lower) && before.lower !== 'no'))) return false;
  // "The lab's post on it = 2023", not "timeout = 2000" nor "x=2000".
  if (before.text === '=') {
    const said = tokens[at - 2];
    const ends = next === undefined || /^[.,;)]$/.test(next.text);
    return ends && before.spaced && token.spaced && said?.kind === 'word' && tokens[at - 3]?.kind === 'word' && !LABELS.has(said.lower);
  }
  if (YEAR_OPENERS.has(before.lower)) return !(counted && /^(?:of|to|and|about|around|over|than|the|for|by|from|as)$/.test(before.lower));
  // "Reports by year: 2023: 137, 2024: 211".
  if (before.text === ':' && token.spaced && next?.text === ':' && !next.spaced && tokens[at + 2]?.spaced === true) return true;
  if (before.kind === 'mark') return !/^[$€£¥#:=<>]$/.test(before.text) && !(counted && token.text.endsWith('0'));
  // "RSA 2021", "the Brackwater intrusions 2022": an event and its year.
  return !FUNCTION_WORDS.has(before.lower) && !counted && (/^\p{Lu}/u.test(before.text) || next === undefined || next.kind === 'mark');
}
