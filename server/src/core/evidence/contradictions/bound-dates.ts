// Owns: days of the draft that a cited Source has with other words alone, where what the draft tells stands there with another day.
// Must not know: verdicts, rules, how dates are read.

import { resolveDates } from '../../extract/dates/calendar.ts';
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Clause,
  type Comparing,
  clauseAround,
  drafted,
  isStated,
  isTitle,
  ofShortSources,
  quotedSpans,
} from './comparing.ts';
import { type Dated, datesOf, differenceFrom, TIME_ALONE } from './dated.ts';
import { exactness, rewriteDate } from './days.ts';
import { roleOf } from './grammar.ts';
import { nearness } from './standing.ts';

/** A day of a cited passage with the words that go with it. */
interface Noted {
  readonly candidate: Candidate;
  readonly other: Dated;
  readonly clause: Clause;
}

/** "Arrested on 12 February" beside "warrant 12 Feb" and "14 Feb: arrested at the ferry". At most one. */
export function boundDateDifferences(comparing: Comparing): Difference[] {
  const { facts, words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  const values = resolveDates(facts.dates, comparing.date);
  const stated = facts.dates.flatMap((fact, at) => {
    const value = values[at];
    return value !== undefined && isStated(comparing, fact.span, quoted) ? [{ fact, value }] : [];
  });
  const [date] = stated;
  if (date === undefined || stated.length > 1 || !isDay(date) || TIME_ALONE.test(drafted(comparing, date.fact.span))) return [];
  const noted = daysOf(comparing);
  const held = noted.filter(({ other }) => isSameDay(date, other));
  if (held.length === 0) return [];
  const { start, end } = date.fact.span;
  const place = { start: start - claim.span.start, end: end - claim.span.start };
  const own = tellingOf(words, clauseAround(words, place), [place]);
  const sharedWith = (one: Noted, least = NEAR): readonly number[] => {
    const title = comparing.title(one.candidate.passage.source);
    return own.filter(mine => (title.matches[mine]?.score ?? 0) < NEAR && likeIn(words, mine, one) >= least);
  };
  if (held.some(one => restOf(one).length === 0)) return [];
  const taken = new Set(held.flatMap(one => sharedWith(one, ALIKE)));
  const rivals = noted
    .filter(
      one => !held.includes(one) && one.other.fact.bound !== 'until' && one.other.value.isoEnd === undefined && isOfSameSource(one, held),
    )
    .map(one => ({ one, shared: sharedWith(one) }))
    .filter(({ shared }) => shared.length >= (taken.size === 0 ? 1 : 2) && [...taken].every(at => shared.includes(at)))
    .sort((a, b) => b.shared.length - a.shared.length);
  const [best, next] = rivals;
  if (best === undefined || best.shared.length <= taken.size) return [];
  if (next !== undefined && next.shared.length >= best.shared.length && !isSameDay(best.one.other, next.one.other)) return [];
  if (best.shared.length < 2 && !best.shared.some(at => isDeed(words, at))) return [];
  const { candidate, other } = best.one;
  return [
    differenceFrom(comparing, date.fact.span, { passage: candidate.passage, fact: other.fact }, text =>
      rewriteDate(text, date.value, other.value.iso),
    ),
  ];
}

function isOfSameSource({ candidate }: Noted, held: readonly Noted[]): boolean {
  return held.every(one => one.candidate.passage.source === candidate.passage.source);
}

/** What happened on the day, not that somebody said it. */
function isDeed(words: KeyedText, at: number): boolean {
  const word = words.words[at] as KeyedWord;
  return roleOf(words, at) === 'verb' && reportingVerb(word.folded) === undefined && !TOLD.test(word.folded);
}

const TOLD = /^(?:wrote|written|writes|sent|told|asked|called|answered|replied)$/;

/** From which likeness on two words say the same. */
const NEAR = 0.7;
/** And from which on they could. */
const ALIKE = 0.45;

function isDay({ fact, value }: Dated): boolean {
  return (
    exactness(value) === 3 && value.isoEnd === undefined && (fact.bound === undefined || fact.bound === 'since' || fact.bound === 'until')
  );
}

function isSameDay(a: Dated, b: Dated): boolean {
  const [from, to] = a.fact.iso?.startsWith('--') === true || b.fact.iso?.startsWith('--') === true ? [4, 10] : [0, 10];
  const day = a.value.iso.slice(from, to);
  return b.value.iso.slice(from, to) === day || b.value.isoEnd?.slice(from, to) === day;
}

/** All days of the cited Sources that are short, with the clause of each; the whole passage where it has one day alone. */
function daysOf(comparing: Comparing): Noted[] {
  return ofShortSources(comparing)
    .filter(({ passage }) => !isTitle(passage))
    .flatMap(candidate => {
      const text = candidate.alignment.passage;
      const days = datesOf(comparing, candidate).filter(
        ({ fact, value }) => exactness(value) === 3 && (fact.relative === undefined || fact.relative.unit === 'weekday'),
      );
      const isAlone = new Set(days.map(({ value }) => value.iso.slice(0, 10))).size === 1;
      return days.map(other => ({
        candidate,
        other,
        clause: isAlone ? { from: 0, to: text.words.length - 1 } : clauseAround(text, other.fact.span),
      }));
    });
}

function tellingOf(text: KeyedText, { from, to }: Clause, apart: readonly { readonly start: number; readonly end: number }[]): number[] {
  const places: number[] = [];
  for (let at = from; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (!word.isFunction && !word.isNumber && !apart.some(({ start, end }) => start <= word.start && word.start < end)) places.push(at);
  }
  return places;
}

/** What the notes say of a day, apart from the day. */
function restOf({ candidate, other, clause }: Noted): number[] {
  return tellingOf(candidate.alignment.passage, clause, [other.fact.span]);
}

function likeIn(words: KeyedText, mine: number, one: Noted): number {
  const text = one.candidate.alignment.passage;
  return Math.max(0, ...restOf(one).map(at => nearness(words.words[mine] as KeyedWord, text.words[at] as KeyedWord)));
}
