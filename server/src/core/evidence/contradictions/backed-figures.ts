// Owns: whether evidence states a figure of the claim, or lets it be worked out.
// Must not know: which figure is the right one, verdicts, rules.
import { dayNumber } from '../../extract/dates/calendar.ts';
import type { NumberFact } from '../../extract/facts.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import { type KeyedText, keyedPassage } from '../alignment.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Passage, Source } from '../types.ts';
import {
  type Candidate,
  type Comparing,
  clauseAround,
  drafted,
  LONGEST_WHOLE,
  MANY_FIGURES,
  neighboursOf,
  onTopic,
  rivalFigures,
  sharedApart,
  textOf,
} from './comparing.ts';
import { isLabel, isMultiplier, sameThing } from './counted-things.ts';
import { agrees } from './quantities.ts';
import { clockSpansIn } from './time-spans.ts';

/** Whether some passage states the draft's value, or it follows from figures and dates of one passage. */
export function isBacked(comparing: Comparing, fact: NumberFact, apart: readonly Span[]): boolean {
  const figure = drafted(comparing, fact.figure);
  const counted = isCountedInCited(comparing, fact);
  for (const candidate of onTopic(comparing)) {
    const shared = sharedApart(comparing, candidate, apart);
    if (shared.words < 1 && shared.coverage < 0.1) continue;
    const text = candidate.passage.text;
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers.filter(other => !isLabel(text, fact, other));
    const least = counted && !candidate.cited ? 0.7 : 0;
    const backs = (other: NumberFact): boolean =>
      isSameValue(fact, figure, other, text) && (shared.coverage >= 0.45 || sameThing(fact, other) >= least);
    if (noted.some(backs)) return true;
    if (
      followsFrom(fact, noted, text) ||
      isWorkedOut(comparing, fact, noted) ||
      isOfEach(fact, noted, text) ||
      isPercentOf(comparing, fact, noted)
    )
      return true;
    if (isSpanOfDates(comparing, fact, candidate) || isSpanOfTimes(fact, text)) return true;
    // Bare figures that no extractor reads as numbers still back the draft.
    const unread = !noted.some(other => text.slice(other.figure.start, other.figure.end) === figure);
    if (unread && /^\d[\d.,]*$/.test(figure) && candidate.alignment.passage.places.has(figure.replaceAll(',', ''))) return true;
  }
  return isShareOfDraft(comparing, fact) || comparing.cited.some(source => followsFromSource(comparing, fact, source));
}

/** Figures of fewer telling digits than this are come by in many ways. */
const NO_CHANCE = 4;

/** "The insurer added 50,000, which leaves a hole of 106,300": what the draft works out itself from figures of its paragraph and one of the notes. */
export function isReckoned(comparing: Comparing, fact: NumberFact): boolean {
  if (fact.digits < NO_CHANCE || fact.bound !== 'exact' || (fact.kind !== 'count' && fact.kind !== 'money')) return false;
  const { sentences } = comparing.facts.tree;
  const block = sentences[fact.sentence]?.block;
  const isTerm = (other: NumberFact): boolean => (other.kind === fact.kind || other.kind === 'count') && other.value > 0;
  const said = comparing.facts.numbers.filter(
    other => sentences[other.sentence]?.block === block && isTerm(other) && other.value !== fact.value,
  );
  const noted = onTopic(comparing).flatMap(({ passage }) => factsOfPassage(passage, comparing.knowledge).numbers.filter(isTerm));
  const values = [...new Set(said.map(other => other.value))].slice(-TERMS);
  const wholes = new Set([...values, ...noted.map(other => other.value)]);
  return values.some((a, at) => {
    if (values.some((b, next) => next > at && a + b === fact.value)) return true;
    const rest = fact.value + a;
    return wholes.has(rest) || values.some((b, next) => next > at && wholes.has(rest + b));
  });
}

/**
 * "38 open ports at the two plants" where the lines of a cited Source have 21 and 17: counts of one noun in lines behind each other add
 * up to it, and the claim names none of them.
 */
export function isTotal({ cited, knowledge, words }: Comparing, { kind, noun, value, bound }: NumberFact): boolean {
  if (kind !== 'count' || noun === undefined || bound !== 'exact') return false;
  return cited.some(({ passages }) => {
    if (passages.length > LONGEST_WHOLE) return false;
    // Nobody adds a part to its whole: two in one line are no terms.
    const terms = passages.flatMap(passage => {
      const counts = factsOfPassage(passage, knowledge).numbers.filter(other => other.kind === 'count' && other.noun === noun);
      return counts.length === 1 ? { passage, value: (counts[0] as NumberFact).value } : [];
    });
    return terms.some((_, from) => {
      const row = reaching(terms.slice(from), value);
      return (
        row.length > 1 &&
        !namesSome(
          words,
          row.map(({ passage }) => passage),
        )
      );
    });
  });
}

interface Term {
  readonly passage: Passage;
  readonly value: number;
}

/** The first terms, as far as they add up to a value; none where they pass it by. */
function reaching(terms: readonly Term[], value: number): readonly Term[] {
  let sum = 0;
  for (const [at, term] of terms.entries()) {
    sum += term.value;
    if (sum >= value) return sum === value ? terms.slice(0, at + 1) : [];
  }
  return [];
}

/** Whether a text has a word that some of these passages have, and not all: it is then about those. */
function namesSome({ words }: KeyedText, passages: readonly Passage[]): boolean {
  return words.some(({ key, isFunction, isNumber }) => {
    if (isFunction || isNumber) return false;
    const having = passages.filter(passage => keyedPassage(passage).places.has(key)).length;
    return having > 0 && having < passages.length;
  });
}

/** So many figures of a paragraph are tried. */
const TERMS = 8;

/** What is left of a whole. */
const REST = /\b(?:outside|others?|rest|remain(?:der|ing|s|ed)?|not|without|no|none|left|elsewhere|except)\b/i;

/** The words of the claim's clause that holds a figure. */
function clauseOf({ words, claim }: Comparing, { span }: NumberFact): string {
  return textOf(words, clauseAround(words, { start: span.start - claim.span.start, end: span.end - claim.span.start }));
}

/** Two figures of a short Source of which one is this many times the other. */
function isMultipleIn({ knowledge }: Comparing, fact: NumberFact, { passages }: Source): boolean {
  if (passages.length > LONGEST_WHOLE) return false;
  const noted = passages.flatMap(passage => rivalFigures(passage, knowledge)).filter(other => other.value > 0 && other.kind !== 'version');
  return noted.some(a =>
    noted.some(b => a.kind === b.kind && a.value > b.value && Math.abs(a.value / b.value - fact.value) <= 0.07 * fact.value),
  );
}

/** What a share in a short Source leaves: "four in ten came from outside" beside 61 percent inside. */
function followsFromSource(comparing: Comparing, fact: NumberFact, source: Source): boolean {
  if (isMultiplier(fact)) return isMultipleIn(comparing, fact, source);
  if (fact.kind !== 'percent' && fact.kind !== 'share') return false;
  if (source.passages.length > LONGEST_WHOLE || !REST.test(clauseOf(comparing, fact))) return false;
  return source.passages
    .flatMap(passage => factsOfPassage(passage, comparing.knowledge).numbers)
    .filter(other => other.kind === 'percent' || other.kind === 'share')
    .some(other => agrees(fact, { ...other, value: (other.kind === 'percent' ? 100 : 1) - other.value }));
}

/** The cited passages count the same things, so that a bare small count elsewhere says nothing. */
function isCountedInCited(comparing: Comparing, fact: NumberFact): boolean {
  if (fact.kind !== 'count' || fact.noun === undefined || fact.digits > 2) return false;
  return onTopic(comparing).some(
    ({ passage, cited }) =>
      cited && factsOfPassage(passage, comparing.knowledge).numbers.some(other => other.kind === 'count' && sameThing(fact, other) >= 0.7),
  );
}

/** A line beside the rival states the draft's value of the same kind. */
export function isBackedBeside(comparing: Comparing, fact: NumberFact, rival: Passage): boolean {
  const figure = drafted(comparing, fact.figure);
  return neighboursOf(rival).some(passage =>
    factsOfPassage(passage, comparing.knowledge).numbers.some(
      other => other.kind === fact.kind && other.noun === fact.noun && isSameValue(fact, figure, other, passage.text),
    ),
  );
}

export function isSameValue(fact: NumberFact, figure: string, other: NumberFact, text: string): boolean {
  if (fact.kind === 'version') return other.kind === 'version' && text.slice(other.figure.start, other.figure.end) === figure;
  // "Within a year" is true of 307 minutes and says nothing about them.
  const open = other.bound !== 'exact' && other.bound !== 'about';
  if (agrees(fact, other)) return !open || fact.bound !== 'exact' || Math.abs(Math.log(fact.value / other.value)) < Math.log(4);
  // Counts and ordinals, counts without a noun and durations are told apart by context that is not at hand.
  return fact.kind !== other.kind && fact.kind !== 'percent' && other.kind !== 'percent' && fact.value === other.value;
}

/** Whether figures of one passage state a number or yield it as a share, sum or difference. */
export function isHeld(fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const states = (other: NumberFact): boolean => {
    if (other.kind !== 'version' && other.value === fact.value) return true;
    return agrees(fact, other) && sameThing(fact, other) >= 0 && Math.abs(Math.log(fact.value / other.value)) < Math.log(4);
  };
  // A limit is true of many sums.
  return noted.some(states) || ((fact.bound === 'exact' || fact.bound === 'about') && followsFrom(fact, noted));
}

/** Shares, sums and differences of the numbers of one passage. */
function followsFrom(fact: NumberFact, noted: readonly NumberFact[], text = ''): boolean {
  const counts = noted.filter(other => other.kind === 'count' || other.kind === 'money' || other.kind === 'bytes').slice(0, MANY_FIGURES);
  const like = (value: number): boolean =>
    agrees(fact, { ...fact, value, bound: 'exact', digits: 6, kind: fact.kind === 'share' ? 'share' : fact.kind });
  if (fact.kind === 'percent' || fact.kind === 'share') {
    const factor = fact.kind === 'percent' ? 100 : 1;
    // "More than half" is said of 52 and of 60 percent, hardly of 75.
    const near = (share: number): boolean => fact.bound !== 'more-than' || share <= 1.35 * fact.value;
    for (const a of counts)
      for (const b of counts)
        if (b.value > a.value && like((factor * a.value) / b.value) && near((factor * a.value) / b.value)) return true;
    return false;
  }
  const same = counts.filter(other => other.kind === fact.kind && isPartOf(fact, other)).slice(0, 8);
  for (let from = 0; from < same.length; from++) {
    let sum = (same[from] as NumberFact).value;
    for (let to = from + 1; to < same.length; to++) {
      const difference = Math.abs((same[from] as NumberFact).value - (same[to] as NumberFact).value);
      if (difference > 0 && like(difference)) return true;
      // Nobody adds a part to its whole: "9 of the 12".
      if (isPartOfNext(text, same[to - 1] as NumberFact, same[to] as NumberFact)) break;
      sum += (same[to] as NumberFact).value;
      if (like(sum)) return true;
    }
  }
  return false;
}

function isPartOfNext(text: string, part: NumberFact, whole: NumberFact): boolean {
  return /^ (?:out )?of (?:the |its |our |their |these |those |all )*$/.test(text.slice(part.span.end, whole.span.start));
}

const WORKED_OUT = /\b(?:each|every|per|apiece|average|mean|times|fold|twice|double[ds]?|tripled?)\b/i;

/** What speaks of a change or a comparison of two amounts. */
const CHANGED = new RegExp(
  String.raw`\b(?:${alternatives(
    /up|down|more|less|fewer/,
    /higher|lower|larger|smaller|bigger|longer|shorter|faster|slower/,
    /above|below|over|under|by|than|from/,
    // "Growth", "fell", "increased".
    /growth|rise|drop|fall|cut|increase|decrease/,
    /gr[eo]w\w*|r[io]se\w*|f[ae]ll\w*|cuts?|dropp\w*|increas\w*|decreas\w*|shr[aiu]nk\w*/,
    /plus|minus|extra|additional|another/,
  )})\b`,
  'i',
);

/** "At most 4 percent of turnover, which would be some 1.2 million" from a turnover of 31 million. */
function isPercentOf({ facts }: Comparing, fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const shares = [...facts.numbers.filter(other => other.sentence === fact.sentence), ...noted]
    .filter(other => other.kind === 'percent')
    .slice(0, MANY_FIGURES);
  return shares.some(share =>
    noted.some(
      whole => whole.kind === fact.kind && agrees(fact, { ...fact, value: (whole.value * share.value) / 100, bound: 'about', digits: 2 }),
    ),
  );
}

/** "37,000 each", "six times as many", "grew by half": quotients, products and changes of figures of the note and of the claim. */
function isWorkedOut(comparing: Comparing, fact: NumberFact, noted: readonly NumberFact[]): boolean {
  const like = (value: number): boolean => agrees(fact, { ...fact, value, bound: 'about', digits: 6 });
  const values = noted.filter(other => other.value > 0 && other.kind !== 'version').slice(0, 8);
  if (fact.kind === 'percent' || fact.kind === 'share') {
    const { words, claim } = comparing;
    const around = `${words.text.slice(0, fact.span.start - claim.span.start)} ${words.text.slice(fact.span.end - claim.span.start)}`;
    if (!CHANGED.test(around)) return false;
    const factor = fact.kind === 'percent' ? 100 : 1;
    return values.some(a =>
      values.some(b => a !== b && a.kind === b.kind && a.kind !== 'share' && like((factor * Math.abs(b.value - a.value)) / a.value)),
    );
  }
  if (!WORKED_OUT.test(comparing.words.text)) return false;
  const own = comparing.facts.numbers.filter(other => other !== fact && other.value > 0 && other.kind !== 'version').slice(0, 8);
  return values.some(a =>
    [...values, ...own].some(b => a !== b && (like(a.value / b.value) || like(b.value / a.value) || like(a.value * b.value))),
  );
}

/** "28,000 for two" from "2 at 14,000 each"; "at 24 stations" from "this one and 23 others". */
function isOfEach(fact: NumberFact, noted: readonly NumberFact[], text: string): boolean {
  const like = (value: number): boolean => agrees(fact, { ...fact, value, bound: 'exact', digits: 6 });
  const counts = noted.filter(other => other.kind === 'count').slice(0, 8);
  if (
    /\b(?:each|apiece|per)\b/i.test(text) &&
    noted.some(one => one.kind === fact.kind && counts.some(other => other !== one && like(one.value * other.value)))
  )
    return true;
  return (
    fact.kind === 'count' && counts.some(other => /^ (?:other|further|more)\b/.test(text.slice(other.figure.end)) && like(other.value + 1))
  );
}

/** Whether a count can be a part of another: of the same noun, of parts that are named ("4 water utilities"), or of none. */
function isPartOf(fact: NumberFact, other: NumberFact): boolean {
  return other.value < fact.value || fact.noun === undefined || other.noun === undefined || fact.noun === other.noun;
}

/** "almost eight months" from "open since 3 March, closed 28 Oct". */
function isSpanOfDates(comparing: Comparing, fact: NumberFact, candidate: Candidate): boolean {
  if (fact.kind !== 'duration') return false;
  const days = datesOfPassage(candidate.passage, comparing.knowledge, comparing.date).flatMap(date => {
    const day = date === undefined ? undefined : dayNumber(date.iso);
    return day === undefined ? [] : [day];
  });
  for (const a of days) {
    for (const b of days) {
      if (b <= a) continue;
      for (const value of [b - a, b - a + 1]) if (agrees(fact, { ...fact, value: value * 86_400, bound: 'about', digits: 3 })) return true;
    }
  }
  return false;
}

/** "for six hours" from "open from 21:00 to 03:00". */
function isSpanOfTimes(fact: NumberFact, text: string): boolean {
  if (fact.kind !== 'duration') return false;
  return clockSpansIn(text).some(({ seconds }) => agrees(fact, { ...fact, value: seconds, bound: 'exact', digits: 3 }));
}

/** "one in four of the 7.9 million" after a count in the sentences around it: its whole stands in the draft, its part in the notes. */
function isShareOfDraft(comparing: Comparing, fact: NumberFact): boolean {
  if (fact.kind !== 'share' && fact.kind !== 'percent') return false;
  const factor = fact.kind === 'percent' ? 100 : 1;
  const wholes = comparing.facts.numbers.filter(other => other.kind === 'count' && other !== fact).slice(0, MANY_FIGURES);
  const parts = onTopic(comparing).flatMap(candidate =>
    rivalFigures(candidate.passage, comparing.knowledge).filter(other => other.kind === 'count'),
  );
  return wholes.some(whole =>
    [...parts, ...wholes].some(
      part => part.value < whole.value && agrees(fact, { ...fact, value: (factor * part.value) / whole.value, bound: 'exact', digits: 6 }),
    ),
  );
}
