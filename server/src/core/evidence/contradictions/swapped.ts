// Owns: two figures, or two dates, that changed places: "Drehl got 215,000 and Vasko 940,000" where it is the other way round.
// Must not know: verdicts, rules, figures that the notes do not have.

import { resolveDates } from '../../extract/dates/calendar.ts';
import type { Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isLight, isStated, onTopic, quotedSpans } from './comparing.ts';
import { exactness } from './days.ts';
import { nearnessAt } from './standing.ts';

/** A figure or date of a text; its span counts from the start of the text. */
interface Mark {
  readonly kind: 'number' | 'date';
  readonly span: Span;
  /** What it stands for; equal marks have equal values. */
  readonly value: string;
}

/** More figures than this are a table. */
const MOST = 8;

/** Both places of the first such pair. */
export function swappedDifferences(comparing: Comparing): Difference[] {
  const own = marksOfClaim(comparing);
  if (own.length < 2 || own.length > MOST) return [];
  for (const { passage, cited } of onTopic(comparing)) {
    if (!cited) continue;
    const noted = marksOfPassage(comparing, passage);
    if (noted.length > MOST) continue;
    for (const [at, a] of own.entries()) {
      for (const b of own.slice(at + 1)) {
        const [left, right] = [onlyOne(noted, a), onlyOne(noted, b)];
        if (a.kind !== b.kind || a.value === b.value || left === undefined || right === undefined) continue;
        if (onlyOne(own, a) === undefined || onlyOne(own, b) === undefined) continue;
        const text = keyedPassage(passage);
        const places = { own, noted, text };
        if (isBeside(comparing, places, a, left) || isBeside(comparing, places, b, right)) continue;
        if (stands(comparing, places, [a, right], [b, left]) && !stands(comparing, places, [a, left], [b, right]))
          return [differenceAt(comparing, a, right, passage), differenceAt(comparing, b, left, passage)];
      }
    }
  }
  return [];
}

function differenceAt(comparing: Comparing, mine: Mark, theirs: Mark, passage: Passage): Difference {
  const { start } = comparing.claim.span;
  const span = { start: start + mine.span.start, end: start + mine.span.end };
  return {
    kind: mine.kind,
    span,
    drafted: drafted(comparing, span),
    noted: passage.text.slice(theirs.span.start, theirs.span.end),
    passage,
  };
}

function onlyOne(marks: readonly Mark[], { kind, value }: Mark): Mark | undefined {
  const same = marks.filter(mark => mark.kind === kind && mark.value === value);
  return same.length === 1 ? same[0] : undefined;
}

function marksOfClaim(comparing: Comparing): Mark[] {
  const { facts, claim } = comparing;
  const quoted = quotedSpans(comparing);
  const values = resolveDates(facts.dates, comparing.date);
  const numbers = facts.numbers.map(fact => ({ kind: 'number' as const, span: fact.span, value: numberValue(fact) }));
  const dates = facts.dates.map((fact, at) => ({ kind: 'date' as const, span: fact.span, value: dateValue(values[at]) }));
  return [...numbers, ...dates]
    .filter(mark => isStated(comparing, mark.span, quoted))
    .map(({ kind, span, value }) => ({
      kind,
      value,
      span: { start: span.start - claim.span.start, end: span.end - claim.span.start },
    }))
    .filter(mark => mark.value !== '');
}

function marksOfPassage({ knowledge, date }: Comparing, passage: Passage): Mark[] {
  const { numbers, dates } = factsOfPassage(passage, knowledge);
  const values = datesOfPassage(passage, knowledge, date);
  return [
    ...numbers.map(fact => ({ kind: 'number' as const, span: fact.span, value: numberValue(fact) })),
    ...dates.map((fact, at) => ({ kind: 'date' as const, span: fact.span, value: dateValue(values[at]) })),
  ].filter(mark => mark.value !== '');
}

/** Small counts in words are often no figures: "one of them". */
function numberValue({ kind, value, upTo }: { readonly kind: string; readonly value: number; readonly upTo?: number }): string {
  const isFigure = kind !== 'version' && kind !== 'ordinal' && kind !== 'score' && upTo === undefined && value > 1;
  return isFigure ? `${kind === 'money' ? 'count' : kind} ${value}` : '';
}

function dateValue(date: Parameters<typeof exactness>[0] | undefined): string {
  return date === undefined || exactness(date) !== 3 || date.isoEnd !== undefined ? '' : date.iso.slice(5, 10);
}

interface Places {
  readonly own: readonly Mark[];
  readonly noted: readonly Mark[];
  readonly text: KeyedText;
}

/** Whether what stands on one side of each of the two marks of the claim stands on one side of its partner, and not of the other's. */
function stands(comparing: Comparing, { own, noted, text }: Places, first: readonly [Mark, Mark], second: readonly [Mark, Mark]): boolean {
  const sides: readonly Side[] = ['before', 'behind'];
  const { words } = comparing;
  return sides.some(mine =>
    sides.some(theirs => {
      const [a, b] = namesIf(words, wordsBeside(words, first[0], own, mine), wordsBeside(words, second[0], own, mine));
      const [left, right] = [wordsBeside(text, first[1], noted, theirs), wordsBeside(text, second[1], noted, theirs)];
      const isIn = (at: number, places: readonly number[]): boolean => places.some(place => nearnessAt(words, at, text, place) >= SAME);
      return a.some(at => isIn(at, left) && !isIn(at, right)) && b.some(at => isIn(at, right) && !isIn(at, left));
    }),
  );
}

const SAME = 0.7;

/** "Four trucks" and "4 trucks": the next telling word on a side is the same. */
function isBeside({ words }: Comparing, { own, noted, text }: Places, mine: Mark, theirs: Mark): boolean {
  return (['before', 'behind'] as const).some(side => {
    const [at] = wordsBeside(words, mine, own, side, 'clause');
    const [place] = wordsBeside(text, theirs, noted, side, 'clause');
    return at !== undefined && place !== undefined && nearnessAt(words, at, text, place) >= SAME;
  });
}

/** Where both marks have names beside them, these alone say whose they are. */
function namesIf({ words }: KeyedText, a: readonly number[], b: readonly number[]): [readonly number[], readonly number[]] {
  const isName = (at: number): boolean => words[at]?.isName === true;
  return a.some(isName) && b.some(isName) ? [a.filter(isName), b.filter(isName)] : [a, b];
}

type Side = 'before' | 'behind';

/** Where the words beside a mark end. */
const ENDS = { sentence: /[;.?!]/, clause: /[,;.:()?!]|\b(?:and|but|or|while|whereas)\b/ } as const;

/** Indices of the telling words from a mark to the next mark, or to where a sentence or a part of it ends. */
function wordsBeside(text: KeyedText, mark: Mark, marks: readonly Mark[], side: Side, within: keyof typeof ENDS = 'sentence'): number[] {
  const places: number[] = [];
  const step = side === 'before' ? -1 : 1;
  const first =
    side === 'before'
      ? text.words.findLastIndex(word => word.end <= mark.span.start)
      : text.words.findIndex(word => word.start >= mark.span.end);
  for (let at = first; at >= 0 && at < text.words.length; at += step) {
    const word = text.words[at] as KeyedWord;
    if (marks.some(({ span }) => span.start <= word.start && word.start < span.end)) break;
    const gap =
      side === 'before'
        ? { start: word.end, end: text.words[at + 1]?.start ?? mark.span.start }
        : { start: text.words[at - 1]?.end ?? mark.span.end, end: word.start };
    if (ENDS[within].test(`${text.text.slice(gap.start, gap.end)} ${word.isFunction ? word.folded : ''}`)) break;
    if (!word.isFunction && !word.isNumber && !isLight(word)) places.push(at);
  }
  return places;
}
