// Owns: beginnings, ends and spans of time of the draft that the notes have otherwise: "since May", "from 3 to 9 May", "by the end of March".
// Must not know: single days (dates), verdicts, rules.
import type { DateFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Candidate, type Comparing, clauseSpan, isBare, onTopic, sharedApart, sharedWithin } from './comparing.ts';
import { type Dated, datesOf, differenceFrom, sameFigures } from './dated.ts';
import { datesAgree, exactness, rewriteDate } from './days.ts';

const BEGINS = /\b(?:comes?|coming|came|starts?|started|begins?|began|takes? (?:effect|hold)|appl(?:y|ies)|in force|effective)\b/i;

/** "It comes in May" where all that a bare line of the cited Source says is "From March." */
export function beginDifference(comparing: Comparing, date: Dated): Difference | undefined {
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
export function sinceDifference(comparing: Comparing, date: Dated): Difference | undefined {
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
export function countedDifference(comparing: Comparing, said: DateFact, apart: readonly Span[]): Difference | undefined {
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
export function rangeDifference(comparing: Comparing, date: Dated, apart: readonly Span[]): Difference | undefined {
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

/** Some passage has the very day from which something holds. */
export function isBeginBacked(comparing: Comparing, date: Dated): boolean {
  const begin = date.value.iso.slice(0, exactness(date.value) === 2 ? 7 : 10);
  // Where no year is said, that of the notes will do.
  const isOpenYear = date.fact.iso?.startsWith('--') === true;
  const isBegin = (iso: string): boolean => iso.startsWith(begin) || (isOpenYear && iso.slice(4).startsWith(begin.slice(4)));
  return onTopic(comparing).some(candidate => datesOf(comparing, candidate).some(other => isBegin(other.value.iso)));
}

const END_OF_MONTH = /\bend of (?:\p{L}+ )?\p{Lu}\p{L}+\b/u;

/** "By the end of February" where the one end of a month that the cited Source has in such a line is the end of March. */
export function dueDifference(comparing: Comparing, date: Dated): Difference | undefined {
  const { facts } = comparing;
  if (date.fact.bound !== 'until' || exactness(date.value) !== 2 || !END_OF_MONTH.test(around(facts.tree.text, date.fact.span)))
    return undefined;
  const clause = clauseSpan(comparing, date.fact.span);
  let found: { readonly candidate: Candidate; readonly other: Dated } | undefined;
  for (const candidate of onTopic(comparing)) {
    for (const other of datesOf(comparing, candidate)) {
      const isEnd =
        other.fact.bound === 'until' && exactness(other.value) === 2 && END_OF_MONTH.test(around(candidate.passage.text, other.fact.span));
      if (other.value.iso.slice(0, 7) === date.value.iso.slice(0, 7)) return undefined;
      if (!isEnd || !candidate.cited) continue;
      const shared = sharedWithin(comparing, candidate, [date.fact.span], clause);
      if (shared.words < 2 || shared.coverage < 0.5) continue;
      if (found !== undefined && found.other.value.iso !== other.value.iso) return undefined;
      found = { candidate, other };
    }
  }
  if (found === undefined) return undefined;
  const { candidate, other } = found;
  return differenceFrom(comparing, date.fact.span, { passage: candidate.passage, fact: other.fact }, text =>
    rewriteDate(text, date.value, other.value.iso),
  );
}

/** A span with what stands right before it, where "the end of" may stand. */
function around(text: string, { start, end }: Span): string {
  return text.slice(Math.max(0, start - 12), end);
}
