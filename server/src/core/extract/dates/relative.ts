// Owns: reading relative dates from tokens: "last Tuesday", "two days later", "in the past five years".
// Must not know: documents and their dates.
import { DATE_UNITS, MONTHS } from '../../lexicon/calendar.ts';
import type { Token } from '../../text/tokens.ts';
import type { DateFact } from '../facts.ts';
import { figureAt } from '../numbers/figures.ts';
import { bare, timeAt, weekdayAt } from './grammar.ts';

export interface RelativeRead {
  readonly next: number;
  readonly relative?: NonNullable<DateFact['relative']>;
  readonly weekday?: number;
  readonly iso?: string;
  /** The month of "last March", "this October". */
  readonly month?: number;
  readonly bound?: DateFact['bound'];
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);
const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['past', -1],
  ['following', 1],
]);
const SPANNING = new Set(['past', 'last', 'previous', 'next', 'coming']);

/** The relative date that starts at token `at`, if one does. */
export function relativeAt(tokens: readonly Token[], at: number): RelativeRead | undefined {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' && token.kind !== 'number') return undefined;
  const day = DAYS.get(token.lower.endsWith("'s") ? token.lower.slice(0, -2) : token.lower);
  if (day !== undefined) return { next: at + 1, relative: { unit: 'day', count: day } };
  return stepped(tokens, at) ?? laterOrAgo(tokens, at) ?? sameDay(tokens, at) ?? lone(tokens, at);
}

/** "last week", "this year", "next Tuesday", "the past five years", "the next morning". */
function stepped(tokens: readonly Token[], at: number): RelativeRead | undefined {
  const article = (tokens[at] as Token).lower === 'the';
  const from = article ? at + 1 : at;
  const word = tokens[from]?.lower ?? '';
  const step = STEPS.get(word);
  if (step === undefined) return undefined;
  const weekday = weekdayAt(tokens, from + 1);
  if (weekday && !article) {
    const time = timeAt(tokens, weekday.next);
    return {
      next: time?.next ?? weekday.next,
      weekday: weekday.weekday,
      relative: { unit: 'weekday', count: step },
      ...(time ? { iso: time.iso } : {}),
    };
  }
  const month = MONTHS.get(tokens[from + 1]?.text.match(/^\p{Lu}/u) ? bare(tokens[from + 1]) : '');
  if (month !== undefined) return { next: from + 2, month, relative: { unit: 'year', count: step } };
  const count = figureAt(tokens, from + 1);
  if (count && count.value > 0 && count.value < 1000 && SPANNING.has(word)) {
    const unit = DATE_UNITS.get(tokens[count.next]?.lower ?? '');
    if (!unit) return undefined;
    const sign = step < 0 ? -1 : 1;
    return { next: count.next + 1, relative: { unit, count: sign * count.value * factorOf(tokens[count.next] as Token), span: true } };
  }
  const noun = (tokens[from + 1]?.lower ?? '').replace(/'s$/, '');
  const unit = DATE_UNITS.get(noun);
  if (!unit || (noun.endsWith('s') && noun !== 'days')) return undefined;
  const isPartOfDay = unit === 'day';
  if (word === 'following' || word === 'previous' || (word === 'next' && (article || isPartOfDay)))
    return { next: from + 2, relative: { unit, count: step, from: 'text' } };
  if (isPartOfDay && word === 'last') return noun === 'night' ? { next: from + 2, relative: { unit: 'day', count: -1 } } : undefined;
  if (isPartOfDay && (word === 'this' || word === 'current'))
    return noun === 'day' ? undefined : { next: from + 2, relative: { unit: 'day', count: 0 } };
  if ((article && word === 'last') || word === 'past' || word === 'coming')
    return { next: from + 2, relative: { unit, count: (step < 0 ? -1 : 1) * factorOf(tokens[from + 1] as Token), span: true } };
  return { next: from + 2, relative: { unit, count: step * factorOf(tokens[from + 1] as Token) } };
}

function factorOf(token: Token): number {
  if (token.lower.startsWith('decade')) return 10;
  return token.lower.startsWith('fortnight') ? 2 : 1;
}

/** "two days later", "a week earlier", "five months ago", "the day before". */
function laterOrAgo(tokens: readonly Token[], at: number): RelativeRead | undefined {
  const token = tokens[at] as Token;
  if (token.lower === 'the' && DATE_UNITS.has(tokens[at + 1]?.lower ?? '') && /^(?:before|after)$/.test(tokens[at + 2]?.lower ?? '')) {
    const follows = tokens[at + 3];
    if (follows && follows.kind === 'word' && !/^(?:and|but|he|she|it|they)$/.test(follows.lower)) return undefined;
    const unit = DATE_UNITS.get(tokens[at + 1]?.lower ?? '') ?? 'day';
    return { next: at + 3, relative: { unit, count: tokens[at + 2]?.lower === 'after' ? 1 : -1, from: 'text' } };
  }
  const figure = token.lower === 'a' || token.lower === 'an' ? undefined : figureAt(tokens, at);
  const from = figure ? figure.next : at + 1;
  const value = figure ? figure.value : 1;
  if ((!figure && token.lower !== 'a' && token.lower !== 'an') || value <= 0 || value > 2000) return undefined;
  const unit = DATE_UNITS.get(tokens[from]?.lower ?? '');
  if (!unit) return undefined;
  const count = value * factorOf(tokens[from] as Token);
  const way = tokens[from + 1]?.lower;
  if (way === 'ago') return { next: from + 2, relative: { unit, count: -count } };
  if (way === 'later' || way === 'afterwards') return { next: from + 2, relative: { unit, count, from: 'text' } };
  if (way === 'earlier') return { next: from + 2, relative: { unit, count: -count, from: 'text' } };
  return undefined;
}

/** "the same day", "that evening": the day told before. */
function sameDay(tokens: readonly Token[], at: number): RelativeRead | undefined {
  const first = (tokens[at] as Token).lower;
  const from = first === 'the' || first === 'that' ? at + 1 : at;
  const same = tokens[from]?.lower === 'same';
  if (!same && first !== 'that') return undefined;
  const noun = same ? from + 1 : from;
  const unit = DATE_UNITS.get(tokens[noun]?.lower ?? '');
  if (!unit || tokens[noun]?.lower.endsWith('s')) return undefined;
  return { next: noun + 1, relative: { unit, count: 0, from: 'text' } };
}

const ANY = new Set('a an any every each most many some another normal typical usual ordinary average'.split(' '));

/** "a normal Monday", "every Friday", "Monday is the day on which": no one day. */
function isAnyDay(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (ANY.has(before) || (/^\p{L}+$/u.test(before) && !BEFORE_WEEKDAY.has(before) && ANY.has(tokens[at - 2]?.lower ?? ''))) return true;
  return /^(?:is|are)$/.test(tokens[next]?.lower ?? '') && !BEFORE_WEEKDAY.has(before);
}

const BEFORE_WEEKDAY = new Set('on since until till by from before after late early last and or , ('.split(' '));

/** "on Tuesday", "Tuesday noon". Short forms count only after "on" and the like. */
function lone(tokens: readonly Token[], at: number): RelativeRead | undefined {
  const weekday = weekdayAt(tokens, at);
  if (!weekday) return undefined;
  const short = bare(tokens[at]).length < 6;
  const before = tokens[at - 1]?.lower ?? '';
  const joint = tokens[weekday.next];
  const time = timeAt(tokens, joint?.lower === 'at' || joint?.text === ',' ? weekday.next + 1 : weekday.next);
  if (short && !BEFORE_WEEKDAY.has(before) && !time) return undefined;
  if (isAnyDay(tokens, at, weekday.next)) return undefined;
  const willCome = tokens.some((token, index) => index < at && /^(?:will|shall)$/.test(token.lower) && at - index < 12);
  return {
    next: time?.next ?? weekday.next,
    weekday: weekday.weekday,
    relative: { unit: 'weekday', count: willCome ? 1 : 0 },
    ...(time ? { iso: time.iso } : {}),
  };
}
