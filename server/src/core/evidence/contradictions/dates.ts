// Owns: dates that the notes give differently for the same thing.
// Must not know: verdicts, rules, how dates are read.
import { dayNumber, type ResolvedDate, resolveDate, resolveDates, weekdayOf } from '../../extract/dates/calendar.ts';
import type { DateFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import {
  type Candidate,
  type Comparing,
  clauseShared,
  drafted,
  isBare,
  isStated,
  isTitle,
  neighboursOf,
  onTopic,
  quotedSpans,
  sharedApart,
  sharedBeside,
} from './comparing.ts';
import { areDays, datesAgree, exactness, rewriteDate } from './days.ts';
import { isDateKept } from './kept-values.ts';
import { dateSlip } from './slips.ts';

interface Dated {
  readonly fact: DateFact;
  readonly value: ResolvedDate;
  /** The same in another year, where no year is said and the weekday would ask for one further away. */
  readonly elsewise?: ResolvedDate;
}

const ENOUGH = 1.75;
const TIME_ALONE =
  /^\D{0,4}\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|o['’]clock|hours|utc|gmt|bst|cet|cest|est|edt|pst|pdt|local|local time)*$|^(?:noon|midnight|midday)$/i;

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
  for (const fact of comparing.facts.dates) {
    const counted = isStated(comparing, fact.span, quoted) ? countedDifference(comparing, fact, apart) : undefined;
    if (counted !== undefined) differences.push(counted);
  }
  const weekday = weekdayAloneDifference(comparing, quoted, apart);
  if (weekday !== undefined) differences.push(weekday);
  for (const date of own) {
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
      sinceDifference(comparing, date);
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

/** A wrong weekday must not move a date without a year to another year. */
function nearestYear(fact: DateFact, value: ResolvedDate, today: string | undefined): Dated {
  if (fact.weekday === undefined || fact.iso?.startsWith('--') !== true) return { fact, value };
  const { weekday: _, ...plain } = fact;
  const nearest = resolveDate(plain, today);
  return nearest === undefined || nearest.iso === value.iso ? { fact, value } : { fact, value: nearest, elsewise: value };
}

/** "Thursday, 16 March" where the notes have that day as a Monday. */
function weekdayDifference(comparing: Comparing, date: Dated): Difference | undefined {
  const { weekday } = date.fact;
  const day = dayNumber(date.value.iso.slice(0, 10));
  if (weekday === undefined || date.fact.relative !== undefined || day === undefined || weekdayOf(day) === weekday) return undefined;
  for (const candidate of onTopic(comparing)) {
    const other = datesOf(comparing, candidate).find(
      one =>
        one.fact.weekday === weekdayOf(day) &&
        one.fact.relative === undefined &&
        one.value.iso.slice(0, 10) === date.value.iso.slice(0, 10),
    );
    if (other === undefined) continue;
    const found = { passage: candidate.passage, fact: other.fact };
    return differenceFrom(comparing, date.fact.span, found, text => rewriteDate(text, date.value, date.value.iso));
  }
  return undefined;
}

const WEEKDAY_ALONE = /\bon an? ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** "On a Tuesday" where the cited line about it has a day that was a Sunday. */
function weekdayAloneDifference(comparing: Comparing, quoted: readonly Span[], apart: readonly Span[]): Difference | undefined {
  const { words, claim } = comparing;
  const match = WEEKDAY_ALONE.exec(words.text);
  if (match === null) return undefined;
  const start = claim.span.start + match.index;
  const span = { start, end: start + match[0].length };
  if (!isStated(comparing, span, quoted)) return undefined;
  const said = WEEKDAYS.indexOf((match[1] ?? '').toLowerCase()) + 1;
  for (const candidate of onTopic(comparing)) {
    const dated = datesOf(comparing, candidate).filter(other => exactness(other.value) === 3);
    const days = new Set(dated.map(other => other.value.iso.slice(0, 10)));
    const [day] = days;
    const shared = sharedApart(comparing, candidate, [...apart, span]);
    if (!candidate.cited || days.size !== 1 || shared.words < 2 || shared.coverage < 0.4) continue;
    const number = dayNumber(day ?? '');
    if (number === undefined || weekdayOf(number) === said) return undefined;
    const noted = WEEKDAYS[weekdayOf(number) - 1] ?? '';
    const name = noted.charAt(0).toUpperCase() + noted.slice(1);
    const found = { passage: candidate.passage, fact: (dated[0] as Dated).fact };
    return differenceFrom(comparing, span, found, () => `on a ${name}`);
  }
  return undefined;
}

const BEGINS = /\b(?:comes?|coming|came|starts?|started|begins?|began|takes? (?:effect|hold)|appl(?:y|ies)|in force|effective)\b/i;

/** "It comes in May" where all that a bare line of the cited Source says is "From March." */
function beginDifference(comparing: Comparing, date: Dated): Difference | undefined {
  const { words } = comparing;
  const telling = words.words.filter(word => !word.isFunction && !word.isNumber).length;
  if (telling > 3 || date.fact.bound !== undefined || date.fact.relative !== undefined || !BEGINS.test(words.text)) return undefined;
  const bare = comparing.candidates.filter(candidate => candidate.cited && isBare(candidate.passage));
  const dated = bare.flatMap(candidate => datesOf(comparing, candidate).map(other => ({ candidate, other })));
  const [first] = dated;
  if (first === undefined || dated.length !== 1 || first.other.fact.bound !== 'since') return undefined;
  const { bound: _, ...plain } = first.other.fact;
  if (datesAgree(date.value, date.fact, first.other.value, plain)) return undefined;
  const found = { passage: first.candidate.passage, fact: first.other.fact };
  return differenceFrom(comparing, date.fact.span, found, text => rewriteDate(text, date.value, first.other.value.iso));
}

/** "Has had such a law since May 2023" where the cited Source has one beginning alone: "In force since March 2023." */
function sinceDifference(comparing: Comparing, date: Dated): Difference | undefined {
  if (date.fact.bound !== 'since' || exactness(date.value) < 2 || date.fact.relative !== undefined) return undefined;
  const begun = comparing.candidates
    .filter(candidate => candidate.cited)
    .flatMap(candidate => datesOf(comparing, candidate).map(other => ({ candidate, other })))
    .filter(({ other }) => other.fact.bound === 'since' && other.fact.relative === undefined);
  const [first] = begun;
  if (first === undefined || new Set(begun.map(({ other }) => other.value.iso)).size !== 1) return undefined;
  const title = comparing.title(first.candidate.passage.source);
  const shares = comparing.words.words.filter(
    (word, at) =>
      !word.isFunction &&
      !word.isNumber &&
      ((title.matches[at]?.score ?? 0) >= 0.9 || (first.candidate.alignment.matches[at]?.score ?? 0) >= 0.7),
  ).length;
  const [mine, theirs] = [date.value.iso.slice(0, 7), first.other.value.iso.slice(0, 7)];
  const isOneThing = shares + sameFigures(comparing, first.candidate) >= 2;
  if (!isOneThing || theirs.length !== 7 || mine === theirs || isBeginBacked(comparing, date)) return undefined;
  const found = { passage: first.candidate.passage, fact: first.other.fact };
  return differenceFrom(comparing, date.fact.span, found, text => rewriteDate(text, date.value, first.other.value.iso));
}

/** "the last 53 years", "12 days earlier": the same words with another count, in a passage that is plainly about the same. */
function countedDifference(comparing: Comparing, said: DateFact, apart: readonly Span[]): Difference | undefined {
  const { relative } = said;
  if (relative === undefined || relative.unit === 'weekday' || Math.abs(relative.count) < 2) return undefined;
  let found: { passage: Passage; fact: DateFact } | undefined;
  for (const candidate of onTopic(comparing)) {
    const like = factsOfPassage(candidate.passage, comparing.knowledge).dates.filter(
      other => other.relative?.unit === relative.unit && Math.sign(other.relative.count) === Math.sign(relative.count),
    );
    if (like.some(other => other.relative?.count === relative.count)) return undefined;
    const [fact] = like;
    if (fact === undefined || like.length > 1 || found !== undefined) continue;
    const shared = sharedApart(comparing, candidate, apart);
    if (shared.coverage >= 0.7 && shared.words >= 3) found = { passage: candidate.passage, fact };
  }
  if (found === undefined) return undefined;
  return differenceFrom(comparing, said.span, found);
}

/** "from 17 December to 10 January": one end is as noted, the other is not. */
function rangeDifference(comparing: Comparing, date: Dated, apart: readonly Span[]): Difference | undefined {
  const { iso, isoEnd } = date.value;
  if (isoEnd === undefined || date.fact.relative !== undefined) return undefined;
  let found: { passage: Passage; fact: DateFact } | undefined;
  for (const candidate of onTopic(comparing)) {
    for (const other of datesOf(comparing, candidate)) {
      if (other.value.isoEnd === undefined || other.value.iso.length !== iso.length || other.value.isoEnd.length !== isoEnd.length)
        continue;
      const first = other.value.iso === iso;
      const last = other.value.isoEnd === isoEnd;
      if (first && last) return undefined;
      const shared = sharedApart(comparing, candidate, apart);
      // In the cited text one end alone says that the same span is meant.
      const isMeant = candidate.cited ? exactness(date.value) >= 2 : shared.coverage >= 0.5 && shared.words >= 2;
      if (first !== last && isMeant) found ??= { passage: candidate.passage, fact: other.fact };
    }
  }
  if (found === undefined) return undefined;
  return differenceFrom(comparing, date.fact.span, found);
}

function dateWords(passage: Passage, fact: DateFact): string {
  return passage.text.slice(fact.span.start, fact.span.end);
}

/** The draft's words at `span` (relative to the segment) against a date of a passage, with what should stand there where that is known. */
function differenceFrom(
  comparing: Comparing,
  span: Span,
  { passage, fact }: { readonly passage: Passage; readonly fact: DateFact },
  rewrite: (text: string) => string | undefined = () => undefined,
): Difference {
  const text = drafted(comparing, span);
  const replacement = rewrite(text);
  return {
    kind: 'date',
    span,
    drafted: text,
    noted: dateWords(passage, fact),
    passage,
    ...(replacement === undefined || replacement === text ? {} : { replacement }),
  };
}

/** Some passage has the very day from which something holds. */
function isBeginBacked(comparing: Comparing, date: Dated): boolean {
  const begin = date.value.iso.slice(0, exactness(date.value) === 2 ? 7 : 10);
  // Where no year is said, that of the notes will do.
  const isOpenYear = date.fact.iso?.startsWith('--') === true;
  const isBegin = (iso: string): boolean => iso.startsWith(begin) || (isOpenYear && iso.slice(4).startsWith(begin.slice(4)));
  return onTopic(comparing).some(candidate => datesOf(comparing, candidate).some(other => isBegin(other.value.iso)));
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

/** "Tuesday" alone and "Tue 12 May": which Tuesday a text means is seldom said; "yesterday" is another matter. */
function isSameWeekday(date: Dated, found: Dated, written: string): boolean {
  const isCountedFromText = /^(?:the )?(?:following|next|previous|preceding|same)\b/i.test(written);
  const day = dayNumber(found.value.iso.slice(0, 10));
  const { relative, weekday } = date.fact;
  return relative?.unit === 'weekday' && (relative.count === 0 || isCountedFromText) && day !== undefined && weekday === weekdayOf(day);
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

function datesOf(comparing: Comparing, candidate: Pick<Candidate, 'passage'>): Dated[] {
  const facts = factsOfPassage(candidate.passage, comparing.knowledge).dates;
  const values = datesOfPassage(candidate.passage, comparing.knowledge, comparing.date);
  return facts.flatMap((fact, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ fact, value }];
  });
}

/** "since early May" begins in May, as "since May" does. */
function boundOf(text: string, { bound, span }: DateFact): DateFact['bound'] {
  const isPart = bound === 'early' || bound === 'mid' || bound === 'late';
  return isPart && /\bsince $/i.test(text.slice(0, span.start)) ? 'since' : bound;
}

/** 1 where claim and passage have one count of two digits or more in common, 0 else. */
function sameFigures(comparing: Comparing, candidate: Candidate): number {
  const { span } = comparing.claim;
  const own = comparing.facts.numbers.filter(fact => fact.digits >= 2 && span.start <= fact.span.start && fact.span.end <= span.end);
  const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
  return own.some(fact => noted.some(other => other.kind === fact.kind && other.value === fact.value)) ? 1 : 0;
}

/** "Up from 137 in 2023", "three times as much as came in last year": what stands before a date and tells what the rest is compared with. */
function comparedWith({ words, claim }: Comparing, { start }: Span): Span | undefined {
  const before = words.text.slice(0, start - claim.span.start);
  const clause = /[^,;.()]*$/.exec(before)?.[0] ?? '';
  const match = COMPARED.exec(clause);
  return match === null ? undefined : { start: before.length - clause.length + match.index + match[0].length, end: before.length };
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
    if (isTitle(candidate.passage) || (compared !== undefined && !speaksOf(comparing, candidate, compared))) continue;
    const shared = sharedBeside(comparing, candidate, apart);
    // "Since 14 July" and a list that has the thing under 12 July.
    const isBegin = date.fact.bound === 'since' && exactness(date.value) === 3 && shared.coverage >= 0.6;
    // Dates that back another date of the claim are spoken for.
    const free = datesOf(comparing, candidate).filter(
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
    const listed = own.filter(
      mine => mine !== date && datesOf(comparing, candidate).some(one => datesAgree(mine.value, mine.fact, one.value, one.fact)),
    ).length;
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
