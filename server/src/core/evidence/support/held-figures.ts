// Owns: whether passages hold the figures and dates of a claim.
// Must not know: citations, verdicts.
import { resolveDates } from '../../extract/dates/calendar.ts';
import type { NumberFact } from '../../extract/facts.ts';
import { itemsWithin, type Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { agreeByClock } from '../clock-times.ts';
import { isHeld } from '../contradictions/backed-figures.ts';
import { isList } from '../contradictions/comparing.ts';
import { datesAgree, exactness } from '../contradictions/days.ts';
import { agrees } from '../contradictions/quantities.ts';
import { absentFigures, Figures } from '../figures.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Weighed } from '../support-model.ts';
import type { Passage } from '../types.ts';
import type { SupportInput } from './input.ts';
import { CLOSE } from './weighing.ts';

/** A figure or date of the claim agrees with one in a passage: terse notes say little else. */
export function agreesInFigure(input: SupportInput, weighed: Weighed): boolean {
  const { span } = input.claim;
  const inside = (fact: { readonly span: Span }): boolean => span.start <= fact.span.start && fact.span.end <= span.end;
  const numbers = itemsWithin(input.segment.facts.numbers, span);
  const values = resolveDates(input.segment.facts.dates, input.date);
  const dates = input.segment.facts.dates.flatMap((fact, at) => {
    const value = values[at];
    return value !== undefined && inside(fact) ? [{ fact, value }] : [];
  });
  const references = input.segment.facts.references.filter(fact => inside(fact) && (fact.kind === 'cvss-vector' || fact.kind === 'cve'));
  return weighed.passages.some(({ passage, coverage }) => {
    const noted = factsOfPassage(passage, input.knowledge);
    if (references.some(fact => noted.references.some(other => other.kind === fact.kind && other.id === fact.id))) return true;
    const { published } = passage.source.metadata;
    if (published?.length === 10 && dates.some(({ fact, value }) => value.iso === published && fact.relative === undefined)) return true;
    if (agreeByClock(input.segment.facts.tree.prose.slice(span.start, span.end), passage.text)) return true;
    const least = (fact: NumberFact): number => (fact.kind === 'share' ? 0.04 : fact.kind === 'count' || fact.digits < 2 ? 0.1 : 0);
    if (
      numbers.some(
        fact =>
          coverage >= least(fact) &&
          noted.numbers.some(
            other => ((fact.kind !== 'count' || fact.noun === other.noun) && agrees(fact, other)) || isShortFor(fact, other),
          ),
      )
    )
      return true;
    if (coverage === 0) return false;
    const theirs = datesOfPassage(passage, input.knowledge, input.date);
    return dates.some(({ fact, value }) =>
      noted.dates.some((other, at) => {
        const date = theirs[at];
        // A day says more than a month.
        if (coverage < 0.1 && (date?.iso.slice(0, 10) !== value.iso || value.iso.length < 10)) return false;
        return date !== undefined && date.iso.length >= 7 && datesAgree(value, fact, date, other);
      }),
    );
  });
}

/** "Six" behind a sentence on millions of crowns. */
function isShortFor(fact: NumberFact, other: NumberFact): boolean {
  return fact.kind === 'count' && fact.noun === undefined && other.kind === 'money' && [1e3, 1e6, 1e9].includes(other.value / fact.value);
}

/** A figure that is not of many things: a count with its noun, or an amount of two digits or more. */
export function isTellingFigure(fact: NumberFact): boolean {
  if (fact.kind === 'count') return fact.noun !== undefined && fact.value > 2;
  return fact.digits >= 2 && (fact.kind === 'duration' || fact.kind === 'money' || fact.kind === 'percent' || fact.kind === 'bytes');
}

export function isSameFigure(fact: NumberFact, other: NumberFact): boolean {
  if (fact.kind !== other.kind || fact.value !== other.value || fact.unit !== other.unit) return false;
  return fact.kind !== 'count' || fact.noun === other.noun;
}

/** A figure of the claim that none of the passages near it holds or yields, nor anything else in the evidence that the index knows by it. */
export function hasAbsentFigure(input: SupportInput, words: KeyedText, weighed: Weighed): boolean {
  const near = weighed.passages.map(one => one.passage);
  const { span } = input.claim;
  const facts = itemsWithin(input.segment.facts.numbers, span);
  const held = (fact: NumberFact, passages: readonly Passage[]): boolean =>
    passages.some(passage => isHeld(fact, factsOfPassage(passage, input.knowledge).numbers));
  const search = (text: string): Passage[] => input.index.search(text, { limit: CLOSE }).map(match => match.passage);
  const yielded = facts.filter(fact => held(fact, near));
  const counted = facts.filter(fact => fact.kind === 'count' && fact.noun !== undefined && fact.value > 2 && !yielded.includes(fact));
  const [share, ...others] = facts.filter(fact => fact.kind !== 'duration');
  if (share?.kind === 'share' && others.length === 0 && share.bound === 'exact' && !yielded.includes(share)) return true;
  // "Fifty euros" is no figure of speech.
  const sums = facts.filter(fact => (fact.kind === 'money' || fact.kind === 'percent') && !yielded.includes(fact));
  const isWritten = (fact: NumberFact): boolean =>
    held(fact, search(words.text.slice(fact.figure.start - span.start, fact.figure.end - span.start)));
  if (sums.some(fact => fact.bound === 'exact' && !isWritten(fact))) return true;
  if (counted.some(fact => !held(fact, search(words.text.slice(fact.figure.start - span.start, fact.figure.end - span.start)))))
    return true;
  return absentFigures(words, new Figures(near)).some(at => {
    const word = words.words[at] as KeyedWord;
    // Number words stand in shares and figures of speech.
    if (!/\d/.test(word.text)) return false;
    const start = word.start + span.start;
    if (yielded.some(fact => fact.span.start <= start && start < fact.span.end)) return false;
    return absentFigures(words, new Figures(search(word.text))).includes(at);
  });
}

/**
 * A list among the passages has a figure and a date for everything, so that the claim's own words are no sign that it has the claim's.
 * Whether they lack a day or figure of the claim beside one.
 */
export function isLostInList(input: SupportInput, words: KeyedText, weighed: Weighed): boolean {
  if (!weighed.passages.some(({ passage }) => isList(passage, input.knowledge))) return false;
  return hasAbsentDay(input, weighed) || hasAbsentFigure(input, words, weighed);
}

function hasAbsentDay({ claim, segment, date, knowledge }: SupportInput, { passages }: Weighed): boolean {
  const values = resolveDates(segment.facts.dates, date);
  return segment.facts.dates.some((fact, at) => {
    const value = values[at];
    if (value === undefined || fact.span.start < claim.span.start || fact.span.end > claim.span.end) return false;
    if (fact.relative !== undefined || fact.bound !== undefined || value.isoEnd !== undefined || exactness(value) < 3) return false;
    return !passages.some(({ passage }) => {
      const theirs = datesOfPassage(passage, knowledge, date);
      return factsOfPassage(passage, knowledge).dates.some((other, place) => {
        const noted = theirs[place];
        return noted !== undefined && datesAgree(value, fact, noted, other);
      });
    });
  });
}
