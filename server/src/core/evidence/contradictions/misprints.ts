// Owns: figures of the draft that are a misprint of the one figure of their kind in the cited Source.
// Must not know: verdicts, rules, what the words around the figures say.
import type { NumberFact } from '../../extract/facts.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage, Source } from '../types.ts';
import { type Comparing, drafted } from './comparing.ts';
import { agrees, comparable, isNextVersion, looksMistyped } from './quantities.ts';

/** A figure of a Source. */
export interface Printed {
  readonly passage: Passage;
  readonly fact: NumberFact;
}

/** How long a cited Source may be to be gone through whole. */
const LONGEST = 120;

/**
 * What a figure of the claim is a misprint of: swapped digits, or the next version, where no evidence has the draft's
 * figure and the cited Source has exactly one that it can come from. The words around may be quite different:
 * "mended in 2.0.8" and "Fixed in 2.0.6".
 */
export function misprintOf(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[]): Printed | undefined {
  const figure = drafted(comparing, fact.figure);
  const digits = figure.replace(/\D/g, '').length;
  // Two digits are soon the same by chance; a unit makes them tell more.
  if (digits < (fact.kind === 'count' || fact.kind === 'percent' ? 3 : 2)) return undefined;
  const printed = comparing.cited.flatMap(source => figuresOf(comparing, source, fact));
  const isOwn = (other: NumberFact): boolean => own.some(mine => mine !== fact && agrees(mine, other));
  const like = printed.filter(({ passage, fact: other }) => {
    const noted = passage.text.slice(other.figure.start, other.figure.end);
    return fact.kind === 'version' ? isNextVersion(figure, noted) : looksMistyped(figure, noted) && isOneScale(fact, other);
  });
  const [first] = like;
  if (first === undefined || like.some(one => one.fact.value !== first.fact.value) || isOwn(first.fact)) return undefined;
  // Many figures of one kind are a list; there another one is as likely meant.
  if (new Set(printed.map(one => one.fact.value)).size > (digits < 3 || fact.kind === 'version' ? 3 : 40)) return undefined;
  return isWritten(comparing, figure) ? undefined : first;
}

function figuresOf(comparing: Comparing, source: Source, fact: NumberFact): Printed[] {
  if (source.passages.length > LONGEST) return [];
  return source.passages.flatMap(passage =>
    factsOfPassage(passage, comparing.knowledge)
      .numbers.filter(other => comparable(fact, other))
      .map(other => ({ passage, fact: other })),
  );
}

/** 6.4 and 4.6 are a misprint, 6.4 and 46 are not. */
function isOneScale(fact: NumberFact, other: NumberFact): boolean {
  return fact.value > 0 && other.value > 0 && Math.abs(Math.log10(fact.value / other.value)) < 1;
}

/** Some evidence has the figure as the draft writes it. */
function isWritten(comparing: Comparing, figure: string): boolean {
  const bare = /[\d.,]*\d/.exec(figure)?.[0] ?? figure;
  return comparing.find(bare).some(({ text }) => text.includes(bare) || text.includes(bare.replaceAll(',', '')));
}
