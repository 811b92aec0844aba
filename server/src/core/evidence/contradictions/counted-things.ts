// Owns: whether two figures count the same thing.
// Must not know: claims, what the figures are.

import type { NumberFact } from '../../extract/facts.ts';
import { areParaphrases } from '../../lexicon/paraphrases.ts';
import { singular } from '../../text/inflect.ts';
import { ofLast } from '../../text/kept.ts';
import { keyed } from '../alignment.ts';

/** 1 the same noun, 0.7 a like one, 0 none to compare, -1 another. */
export function sameThing(fact: NumberFact, other: NumberFact): number {
  if (fact.kind !== 'count' && fact.kind !== 'ordinal') return 0.5;
  if (fact.unit !== undefined && fact.unit === other.unit) return 0.5;
  // "Three times as many" counts nothing.
  if (isMultiplier(fact) !== isMultiplier(other)) return -1;
  if (fact.noun === undefined || other.noun === undefined) return 0;
  if (fact.noun === other.noun) return 1;
  const a = keyedNoun(fact.noun).words[0];
  const b = keyedNoun(other.noun);
  if (a === undefined) return 0;
  if (b.places.has(a.key)) return 1;
  return b.words.some(word => areParaphrases(a.key, word.key)) ? 0.7 : -1;
}

/** The keyed words of nouns: there are few, and each is asked for with every figure that it is compared with. */
const keyedNoun = ofLast(2000, keyed);

/** "Three times as many": how often one is in the other. */
export function isMultiplier({ noun }: NumberFact): boolean {
  return noun === 'time' || noun === 'times';
}

/** "Gates 3 and 4" where the draft counts gates: numbers by which things are called. */
export function isLabel(text: string, fact: NumberFact, other: NumberFact): boolean {
  if (fact.kind !== 'count' || fact.noun === undefined || other.kind !== 'count' || other.noun !== undefined) return false;
  const before = /(\p{L}+)(?: \d+(?:,| and| or))* $/u.exec(text.slice(Math.max(0, other.span.start - 40), other.span.start))?.[1];
  return before !== undefined && singular(before.toLowerCase()) === fact.noun;
}
