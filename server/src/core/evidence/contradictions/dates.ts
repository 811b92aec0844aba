// Owns: dates that the notes give differently for the same thing.
// Must not know: verdicts, rules, how dates are read.
import { dayNumber, type ResolvedDate, resolveDate, resolveDates } from '../../extract/dates/calendar.ts';
import type { DateFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Comparing,
  clauseShared,
  drafted,
  isStated,
  isTitle,
  MANY_DATES,
  neighboursOf,
  onTopic,
  quotedSpans,
  sharedApart,
  sharedBeside,
} from './comparing.ts';
import { beginDifference, countedDifference, dueDifference, isBeginBacked, rangeDifference, sinceDifference } from './date-spans.ts';
import { type Dated, datesOf, dateWords, differenceFrom, sameFigures, TIME_ALONE } from './dated.ts';
import { areDays, datesAgree, exactness, rewriteDate } from './days.ts';
import { isDateKept } from './kept-values.ts';
import { asked, rivalDatesOf } from './lists.ts';
import { dateSlip } from './slips.ts';
import { isSameWeekday, weekdayAloneDifference, weekdayDifference } from './weekdays.ts';

const ENOUGH = 1.75;

/** Counts from the day of the note, which is not that of the draft. */
const DAY_OF_WRITING = /^(?:this (?:morning|afternoon|evening)|today|tonight|yesterday|tomorrow|last night)\b/i;

/** Dates of the claim that contradict evidence about the same thing, where no passage near it agrees. */
export function dateDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const values = resolveDates(comparing.facts.dates, comparing.date);
  const own: Dated[] = [];
  for (const [at, fact] of comparing.facts.dates.entries()) {
    const value = values[at];
    if (value !== undefined && isStated(comparing, fact.span, quoted)) own.push(nearestYear(fact, value, comparing.date));
  }
  const apart = own.map(date => date.fact.span);
  const differences: Difference[] = [];
  for (const fact of comparing.facts.dates.filter(one => isStated(comparing, one.span, quoted)).slice(0, MANY_DATES)) {
    const counted = countedDifference(comparing, fact, apart);
    if (counted !== undefined) differences.push(counted);
  }
  const weekday = weekdayAloneDifference(comparing, quoted, apart);
  if (weekday !== undefined) differences.push(weekday);
  const dates = asked(own, MANY_DATES, date => isNoted(comparing, date));
  for (const date of dates) {
    // "Two days later" counts from what the draft said before, which the notes may order otherwise.
    if (date.fact.relative?.from === 'text') continue;
    // "PORT LARKIN, May 22": the day of writing.
    if (isDateline(comparing, date.fact.span)) continue;
    // A time of day alone may be of any day.
    if (TIME_ALONE.test(drafted(comparing, date.fact.span))) continue;
    const range =
      rangeDifference(comparing, date, apart) ??
      weekdayDifference(comparing, date) ??
      beginDifference(comparing, date) ??
      sinceDifference(comparing, date) ??
      dueDifference(comparing, date);
    if (range !== undefined) {
      differences.push(range);
      continue;
    }
    // Spans of time ("since 2020", "in the past five years") are true of much.
    if (date.value.isoEnd !== undefined || (date.fact.bound === undefined && isBacked(comparing, date, apart))) continue;
    // A day by which something is due is held against other such days alone.
    const isOpen = date.fact.bound !== undefined && date.fact.bound !== 'since';
    if (isOpen && (date.fact.bound !== 'until' || exactness(date.value) < 3 || isWritten(comparing, date))) continue;
    if (date.fact.bound === 'since' && (exactness(date.value) < 2 || isBeginBacked(comparing, date))) continue;
    const rival = strongest(comparing, date, own, apart);
    const found =
      rival === undefined || isBackedBeside(comparing, date, rival)
        ? dateSlip(comparing, date.fact, date.value)
        : { ...rival, passage: rival.candidate.passage };
    const has = (candidate: Candidate): boolean => datesOf(comparing, candidate).some(other => isSameOrInside(date, other));
    // The year that neither says cannot differ.
    if (found === undefined || isSameDayOfYear(date, found) || isDateKept(comparing, has, found.passage, apart)) continue;
    const rewritten = (text: string): string | undefined => rewriteDate(text, date.value, found.value.iso);
    const text = drafted(comparing, date.fact.span);
    if (rewritten(text) !== text && !isSameWeekday(date, found, text))
      differences.push(differenceFrom(comparing, date.fact.span, found, rewritten));
  }
  return differences;
}

/** Some passage has the very date. */
function isNoted(comparing: Comparing, { value }: Dated): boolean {
  return onTopic(comparing).some(candidate => datesOf(comparing, candidate).some(other => other.value.iso === value.iso));
}

/** A wrong weekday must not move a date without a year to another year. */
function nearestYear(fact: DateFact, value: ResolvedDate, today: string | undefined): Dated {
  if (fact.weekday === undefined || fact.iso?.startsWith('--') !== true) return { fact, value };
  const { weekday: _, ...plain } = fact;
  const nearest = resolveDate(plain, today);
  return nearest === undefined || nearest.iso === value.iso ? { fact, value } : { fact, value: nearest, elsewise: value };
}

/** Some passage of the context, or the day on which its Source was published, agrees. */
function isBacked(comparing: Comparing, date: Dated, apart: readonly Span[]): boolean {
  for (const candidate of onTopic(comparing)) {
    const shared = sharedApart(comparing, candidate, apart);
    const { published } = candidate.passage.source.metadata;
    const stands = (candidate.cited || (comparing.cited.length === 0 && shared.coverage >= 0.3)) && shared.words >= 1;
    if (published !== undefined && stands && datesAgree(date.value, date.fact, { iso: published }, { ...date.fact, iso: published }))
      return true;
    if (shared.words < 1 && shared.coverage < 0.15) continue;
    if (comparing.cited.length > 0 && !candidate.cited && shared.coverage < 0.3) continue;
    for (const other of datesOf(comparing, candidate)) {
      // A month or a span that holds the day backs it only where the passage is plainly about the same thing.
      const isDay = [other.value.iso, other.value.isoEnd].some(iso => iso?.slice(0, 10) === date.value.iso.slice(0, 10));
      if (isDay && other.value.isoEnd !== undefined && exactness(date.value) === 3 && shared.coverage >= 0.3) return true;
      const vague =
        exactness(other.value) < exactness(date.value) || other.value.isoEnd !== undefined || (isOpenEnded(other.fact) && !isDay);
      // Where the passage has a day of its own, the year beside it is that day's.
      if (vague && (shared.coverage < 0.5 || datesOf(comparing, candidate).some(one => exactness(one.value) >= exactness(date.value))))
        continue;
      if (datesAgree(date.value, date.fact, other.value, other.fact) || isSameDayOfYear(date, other)) return true;
      if (date.elsewise !== undefined && datesAgree(date.elsewise, date.fact, other.value, other.fact)) return true;
    }
  }
  return false;
}

/** "VELDEN, 12 June 2026. On Saturday …": nothing but capitals stands before a date at the head of a block. */
function isDateline({ facts, claim }: Comparing, { start }: Span): boolean {
  const { blocks, sentences, prose } = facts.tree;
  const block = blocks[sentences[claim.sentence]?.block ?? -1];
  return (
    block !== undefined && /^\p{Lu}{2}[\p{Lu} .'’-]{1,40}(?: \([^)]{1,20}\))?, $/u.test(prose.slice(block.span.start, start).trimStart())
  );
}

/** The same day or month, or a span of days that lies in the draft's month or year. */
function isSameOrInside(date: Dated, other: Dated): boolean {
  if (isSameDayOfYear(date, other)) return true;
  if (other.fact.bound !== undefined || exactness(other.value) < exactness(date.value)) return false;
  const isYearless = date.fact.iso?.startsWith('--') === true || other.fact.iso?.startsWith('--') === true;
  const [from, to] = [isYearless ? 4 : 0, exactness(date.value) === 3 ? 10 : exactness(date.value) === 2 ? 7 : 4];
  const mine = date.value.iso.slice(from, to);
  return [other.value.iso, other.value.isoEnd ?? other.value.iso].every(iso => iso.slice(from, to) === mine);
}

/** A passage has the very day. */
function isWritten(comparing: Comparing, date: Dated): boolean {
  return onTopic(comparing).some(candidate =>
    datesOf(comparing, candidate).some(
      other =>
        isSameDayOfYear(date, other) ||
        [other.value.iso, other.value.isoEnd].some(iso => iso?.slice(0, 10) === date.value.iso.slice(0, 10)),
    ),
  );
}

/** "Since March", "by Friday": true of many days. */
function isOpenEnded({ bound }: DateFact): boolean {
  return bound === 'since' || bound === 'after' || bound === 'until' || bound === 'before';
}

/** One of the two does not say its year, and the days of the year are the same, or the months. */
function isSameDayOfYear(date: Dated, other: Dated): boolean {
  const isOpenYear = date.fact.iso?.startsWith('--') === true || other.fact.iso?.startsWith('--') === true;
  const exact = exactness(date.value);
  const end = exact === 3 ? 10 : 7;
  return isOpenYear && exact >= 2 && exactness(other.value) === exact && date.value.iso.slice(4, end) === other.value.iso.slice(4, end);
}

/** A date of the claim takes up one of a passage: what holds "since October" is not taken up by every day after it. */
function isTakenUp(mine: Dated, other: Dated): boolean {
  const { bound, ...plain } = other.fact;
  return datesAgree(mine.value, mine.fact, other.value, isOpenEnded(other.fact) && mine.fact.bound === undefined ? plain : other.fact);
}

/** A line beside the rival has the draft's date. */
function isBackedBeside(comparing: Comparing, date: Dated, rival: Rival): boolean {
  return neighboursOf(rival.candidate.passage).some(passage =>
    datesOf(comparing, { passage }).some(
      other =>
        exactness(other.value) >= exactness(date.value) &&
        other.value.isoEnd === undefined &&
        (!isOpenEnded(other.fact) || date.fact.bound !== undefined || other.value.iso.slice(0, 10) === date.value.iso.slice(0, 10)) &&
        (datesAgree(date.value, date.fact, other.value, other.fact) || isSameDayOfYear(date, other)),
    ),
  );
}

/** A terse note ("Vote: 12 March"): apart from its dates, all that it says is in the claim. */
function isAllShared(candidate: Candidate, dates: readonly Dated[]): boolean {
  const { passage, matches } = candidate.alignment;
  const used = new Set(matches.filter(match => match.score >= 0.9).map(match => match.at));
  const inDate = (start: number): boolean => dates.some(({ fact }) => fact.span.start <= start && start < fact.span.end);
  const rest = passage.words.filter(word => !word.isFunction && !inDate(word.start));
  return rest.length > 0 && passage.words.every((word, at) => word.isFunction || inDate(word.start) || used.has(at));
}

/** "since early May" begins in May, as "since May" does. */
function boundOf(text: string, { bound, span }: DateFact): DateFact['bound'] {
  const isPart = bound === 'early' || bound === 'mid' || bound === 'late';
  return isPart && /\bsince $/i.test(text.slice(0, span.start)) ? 'since' : bound;
}

/** "Up from 137 in 2023", "three times as much as came in last year": what stands before a date and tells what the rest is compared with. */
function comparedWith({ words, claim }: Comparing, { start }: Span): Span | undefined {
  const before = words.text.slice(0, start - claim.span.start);
  const from = Math.max(...[...',;.()'].map(sign => before.lastIndexOf(sign))) + 1;
  const match = COMPARED.exec(before.slice(from));
  return match === null ? undefined : { start: from + match.index + match[0].length, end: before.length };
}

const COMPARED =
  /\b(?:(?:up|down) from|compared (?:with|to)|against|versus|than(?! (?:in|on|by|at)\b)|(?:as|so) (?:many|much|often|high|large|big|long) as|more than (?:that|those) of)\b/i;

/** A passage has a figure or telling word of what something is compared with: else its dates are of the other thing. */
function speaksOf({ words }: Comparing, { alignment }: Candidate, { start, end }: Span): boolean {
  return words.words.some(
    (word, at) => start <= word.start && word.end <= end && !word.isFunction && (alignment.matches[at]?.score ?? 0) >= 0.7,
  );
}

/** "Next Thursday" can only mean a day near it. */
function isWithinWeek(date: Dated, other: Dated): boolean {
  const [a, b] = [dayNumber(date.value.iso.slice(0, 10)), dayNumber(other.value.iso.slice(0, 10))];
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 7;
}

interface Rival extends Dated {
  readonly candidate: Candidate;
  readonly strength: number;
}

function strongest(comparing: Comparing, date: Dated, own: readonly Dated[], apart: readonly Span[]): Rival | undefined {
  let best: Rival | undefined;
  let tied = false;
  const compared = comparedWith(comparing, date.fact.span);
  for (const candidate of onTopic(comparing)) {
    if (isTitle(candidate.passage)) continue;
    const rivals = new Set(rivalDatesOf(comparing, candidate.passage));
    const dates = datesOf(comparing, candidate).filter(other => rivals.has(other.fact));
    if (compared !== undefined && !speaksOf(comparing, candidate, compared)) continue;
    const shared = sharedBeside(comparing, candidate, apart);
    // "Since 14 July" and a list that has the thing under 12 July.
    const isBegin = date.fact.bound === 'since' && exactness(date.value) === 3 && shared.coverage >= 0.6;
    // Dates that back another date of the claim are spoken for.
    const free = dates.filter(
      other =>
        (boundOf(candidate.passage.text, other.fact) === date.fact.bound || (isBegin && other.fact.bound === undefined)) &&
        other.value.isoEnd === undefined &&
        other.fact.relative?.from !== 'text' &&
        !TIME_ALONE.test(dateWords(candidate.passage, other.fact)) &&
        !DAY_OF_WRITING.test(dateWords(candidate.passage, other.fact)) &&
        exactness(other.value) >= exactness(date.value) &&
        !own.some(mine => mine !== date && isTakenUp(mine, other)),
    );
    const near = date.fact.relative?.unit === 'weekday' ? free.filter(other => isWithinWeek(date, other)) : [];
    const meant = near.length > 0 ? near : free;
    const distinct = new Set(meant.map(other => other.value.iso.slice(0, 10)));
    if (distinct.size !== 1) continue;
    const other = meant[0] as Dated;
    if (exactness(date.value) === 3 && !areDays(date.value, other.value)) continue;
    // Other dates of the claim that the passage has too say that both list the same days.
    const listed = own.filter(mine => mine !== date && dates.some(one => datesAgree(mine.value, mine.fact, one.value, one.fact))).length;
    // So do figures.
    const counted = candidate.cited ? sameFigures(comparing, candidate) : 0;
    const isTerse = candidate.cited && shared.words >= 1 && isAllShared(candidate, datesOf(comparing, candidate));
    if (shared.words + listed + counted < 1.5 && !isTerse) continue;
    let strength = 3 * Math.min(0.8, shared.coverage) + 0.2 * Math.min(4, shared.words) + 0.1 * Math.min(3, shared.telling);
    if (candidate.cited) strength += 0.4;
    strength += 0.4 * Math.min(2, listed) + 0.6 * counted;
    // "Signed 14 June 2023": all that the clause says beside its date is in the claim.
    const clause = clauseShared(comparing, candidate, other.fact.span);
    if (candidate.cited && exactness(date.value) === 3 && clause.words >= 1 && clause.shared === clause.words) strength += 0.5;
    // A bare year is said of many things.
    if (exactness(date.value) === 1) strength -= 0.6;
    if (strength < ENOUGH) continue;
    const rival = { ...other, candidate, strength };
    if (best === undefined || strength > best.strength + 0.2) {
      best = rival;
      tied = false;
    } else if (best.value.iso.slice(0, 10) !== other.value.iso.slice(0, 10) && strength > best.strength - 0.2) tied = true;
  }
  return tied ? undefined : best;
}
