// Owns: figures that stand together in a sentence and in a passage, where all but one are the same.
// Must not know: verdicts, rules.
import type { NumberFact } from '../../extract/facts.ts';
import { align, keyedPassage } from '../alignment.ts';
import { factsOfPassage, placeOf } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Comparing, clauseAround, drafted, onTopic } from './comparing.ts';
import { isLabel, sameThing } from './counted-things.ts';
import { agrees, comparable, looksMistyped } from './quantities.ts';

/** The figure of a passage that stands in the place of one of the draft. */
export interface Companion {
  readonly passage: Passage;
  readonly fact: NumberFact;
}

/** Words that tell two times apart: "first eleven minutes, now four". */
const TIMES = new Set('now then today first later before after earlier finally last once still already'.split(' '));

/**
 * "In 2019 it took eleven minutes, now it takes forty seconds" beside "eleven minutes in 2019, now four": the sentence and
 * the cited passage give figures of one kind, they agree in the others, and one of each is left.
 */
export function companionOf(comparing: Comparing, fact: NumberFact): Companion | undefined {
  if (fact.bound === 'about') return undefined;
  const sentence: NumberFact[] = [];
  for (const other of comparing.facts.numbers) {
    if (other.sentence !== fact.sentence || !comparable(fact, other)) continue;
    sentence.push(other);
    if (sentence.length > 4) return undefined;
  }
  if (sentence.length < 2) return undefined;
  let found: Companion | undefined;
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited) continue;
    const noted = figuresFrom(comparing, candidate.passage, fact);
    if (noted.length < 2 || noted.length > 4) continue;
    const same = (mine: NumberFact, other: NumberFact): boolean =>
      agrees(mine, other) && mine.bound === other.bound && isClose(mine, other);
    const mine = sentence.filter(one => !noted.some(other => same(one, other.fact)));
    const theirs = noted.filter(other => !sentence.some(one => same(one, other.fact)));
    const [left] = theirs;
    if (mine.length !== 1 || mine[0] !== fact || left === undefined || theirs.length !== 1 || left.fact.bound !== fact.bound) continue;
    // A small count is of many things.
    if (!sentence.some(one => one !== fact && (one.value > 2 || one.kind !== 'count'))) continue;
    if (sameThing(fact, left.fact) < 0 || agrees(fact, left.fact) || !isInPlace(comparing, left, fact)) continue;
    if (found !== undefined && found.fact.value !== left.fact.value) return undefined;
    found ??= left;
  }
  return found;
}

/** Figures of a passage and of the one behind it: a second sentence often gives the second figure. */
function figuresFrom(comparing: Comparing, passage: Passage, fact: NumberFact): Companion[] {
  const next = passage.source.passages[placeOf(passage) + 1];
  const from = (one: Passage): Companion[] =>
    factsOfPassage(one, comparing.knowledge)
      .numbers.filter(other => comparable(fact, other) && !isLabel(one.text, fact, other))
      .map(other => ({ passage: one, fact: other }));
  const own = from(passage);
  return own.length === 1 && next !== undefined && placeOf(passage) >= 0 ? [...own, ...from(next)] : own;
}

function isClose(a: NumberFact, b: NumberFact): boolean {
  return Math.abs(a.value - b.value) <= 0.1 * Math.max(a.value, b.value);
}

/** The figure that is left stands with the same noun, with a word of the claim's clause, or looks like a misprint. */
function isInPlace(comparing: Comparing, { passage, fact: left }: Companion, fact: NumberFact): boolean {
  if (fact.kind === 'count' && sameThing(fact, left) >= 0.7) return true;
  if (looksMistyped(drafted(comparing, fact.figure), passage.text.slice(left.figure.start, left.figure.end))) return true;
  const { words, claim } = comparing;
  const alignment = align(words, keyedPassage(passage));
  const own = clauseAround(words, { start: fact.span.start - claim.span.start, end: fact.span.end - claim.span.start });
  const { from, to } = clauseAround(alignment.passage, left.span);
  return words.words.some((word, at) => {
    if (at < own.from || at > own.to || word.isNumber) return false;
    const place = alignment.matches[at]?.at ?? -1;
    if (TIMES.has(word.folded))
      return alignment.passage.words.some((other, index) => index >= from && index <= to && other.folded === word.folded);
    const isUnit = word.start + claim.span.start >= fact.span.start && word.end + claim.span.start <= fact.span.end;
    return !word.isFunction && !isUnit && (alignment.matches[at]?.score ?? 0) >= 0.7 && place >= from && place <= to;
  });
}
