// Owns: how many days or years something went on by the days of the notes, where the draft says another length.
// Must not know: verdicts, rules, times of the clock (time-spans).
import { dayNumber } from '../../extract/dates/calendar.ts';
import type { NumberFact } from '../../extract/facts.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, drafted, onTopic, sharedApart } from './comparing.ts';
import { type Dated, datesOf } from './dated.ts';
import { WENT_ON } from './time-spans.ts';

const DAY = 86_400;
const YEAR = 365.25;

/** What is only to be, or may be, went on for no time; a sentence, a term and a plan are as long as they are set. */
const SET =
  /\b(?:will|would|shall|should|must|can|could|may|might|valid|sentenced?|jail(?:ed)?|prison|contract|licen[cs]e|term|plans?|planned|expected|within)\b/i;
const UNTIL = /\b(?:until|till|due|by|deadline|expires?|expected|planned|within)\b/i;
/** Words before a beginning that make it the beginning of where somebody works: "technician at the plant, there since". */
const THERE = /\b(?:there|with (?:it|us|them|the firm|the company)|employed) $/i;

/** "Down for nine days" beside "offline from 15 March, back on 19 March"; "has worked there for 26 years" beside "there since March 2009". */
export function daySpanDifference(comparing: Comparing, fact: NumberFact): Difference | undefined {
  if (fact.kind !== 'duration' || (fact.bound !== 'exact' && fact.bound !== 'about') || fact.upTo !== undefined) return undefined;
  const days = fact.value / DAY;
  const before = drafted(comparing, { start: Math.max(comparing.claim.span.start, fact.span.start - 40), end: fact.span.start });
  if (days < 2 || !WENT_ON.test(before) || SET.test(comparing.words.text)) return undefined;
  for (const candidate of onTopic(comparing)) {
    const shared = sharedApart(comparing, candidate, [fact.span]);
    if (!candidate.cited || shared.words < 2 || shared.coverage < SAME) continue;
    const dates = datesOf(comparing, candidate);
    const span = days < YEAR ? betweenTwo(candidate, dates) : thereSince(comparing, candidate, dates);
    if (span === undefined) continue;
    if (Math.abs(span.days - days) <= (days < YEAR ? Math.max(1, 0.15 * days) : 1.1 * YEAR)) return undefined;
    const { text } = candidate.passage;
    return {
      kind: 'number',
      span: fact.span,
      drafted: drafted(comparing, fact.span),
      noted: text.slice(span.start, span.end),
      passage: candidate.passage,
    };
  }
  return undefined;
}

/** How much of the claim the passage must have. */
const SAME = 0.5;

interface Days {
  readonly days: number;
  /** Of the passage. */
  readonly start: number;
  readonly end: number;
}

/** From the first to the last of two days, the only ones of a passage. */
function betweenTwo({ passage: { text } }: Candidate, dates: readonly Dated[]): Days | undefined {
  const [first, last] = dates;
  if (first === undefined || last === undefined || dates.length !== 2 || UNTIL.test(text)) return undefined;
  const [from, to] = [first, last].map(({ value }) => (value.iso.length >= 10 ? dayNumber(value.iso.slice(0, 10)) : undefined));
  if (from === undefined || to === undefined || to <= from) return undefined;
  return { days: to - from, start: first.fact.span.start, end: last.fact.span.end };
}

/** From the one beginning that a passage tells of somebody's place until its Source was written. */
function thereSince({ date }: Comparing, { passage }: Candidate, dates: readonly Dated[]): Days | undefined {
  const begun = dates.filter(({ fact }) => fact.bound === 'since');
  const [first] = begun;
  const now = dayNumber(passage.source.metadata.published ?? date ?? '');
  const from = first === undefined ? undefined : dayNumber(`${first.value.iso}-01-01`.slice(0, 10));
  if (first === undefined || begun.length !== 1 || now === undefined || from === undefined) return undefined;
  const { start, end } = first.fact.span;
  return THERE.test(passage.text.slice(0, start).replace(/since $/i, '')) ? { days: now - from, start, end } : undefined;
}
