// Owns: what all kinds of dates that differ look at: a date with the day it means, the dates of a passage, a difference of two.
// Must not know: when two dates differ, verdicts, rules.
import type { ResolvedDate } from '../../extract/dates/calendar.ts';
import type { DateFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Candidate, type Comparing, drafted } from './comparing.ts';

/** A date of a text with the day that it means. */
export interface Dated {
  readonly fact: DateFact;
  readonly value: ResolvedDate;
  /** The same in another year, where no year is said and the weekday would ask for one further away. */
  readonly elsewise?: ResolvedDate;
}

/** A time of day alone may be of any day. */
export const TIME_ALONE =
  /^\D{0,4}\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|o['’]clock|hours|utc|gmt|bst|cet|cest|est|edt|pst|pdt|local|local time)*$|^(?:noon|midnight|midday)$/i;

/** The dates of a passage. */
export function datesOf(comparing: Comparing, candidate: Pick<Candidate, 'passage'>): Dated[] {
  const facts = factsOfPassage(candidate.passage, comparing.knowledge).dates;
  const values = datesOfPassage(candidate.passage, comparing.knowledge, comparing.date);
  return facts.flatMap((fact, at) => {
    const value = values[at];
    return value === undefined ? [] : [{ fact, value }];
  });
}

/** A date as a passage has it. */
export function dateWords(passage: Passage, fact: DateFact): string {
  return passage.text.slice(fact.span.start, fact.span.end);
}

/** The draft's words at `span` (relative to the segment) against a date of a passage, with what should stand there where that is known. */
export function differenceFrom(
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

/** 1 where claim and passage have one count of two digits or more in common, 0 else. */
export function sameFigures(comparing: Comparing, candidate: Candidate): number {
  const { span } = comparing.claim;
  const own = comparing.facts.numbers.filter(fact => fact.digits >= 2 && span.start <= fact.span.start && fact.span.end <= span.end);
  const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
  return own.some(fact => noted.some(other => other.kind === fact.kind && other.value === fact.value)) ? 1 : 0;
}
