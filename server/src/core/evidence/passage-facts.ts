// Owns: numbers, dates, names and identifiers of passages, read when they are first asked for.
// Must not know: claims, differences, rules.

import { type ResolvedDate, resolveDates } from '../extract/dates/calendar.ts';
import { extractDates } from '../extract/dates.ts';
import { type Facts, noFacts } from '../extract/facts.ts';
import { extractIndicators } from '../extract/indicators.ts';
import { extractNumbers } from '../extract/numbers.ts';
import { extractReferences } from '../extract/references.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { parsePlain } from '../syntax/plain.ts';
import type { Passage, Source } from './types.ts';

/** Facts of a passage; spans count from the start of `passage.text`. */
export type PassageFacts = Pick<Facts, 'numbers' | 'dates' | 'references' | 'indicators'>;

const FACTS = new WeakMap<Passage, { readonly revision: string; readonly facts: PassageFacts }>();

/** Facts of a passage, kept as long as it lives and the tables stay. Only the few passages that bear on a claim are ever read. */
export function factsOfPassage(passage: Passage, knowledge: Knowledge): PassageFacts {
  const known = FACTS.get(passage);
  if (known !== undefined && known.revision === knowledge.revision) return known.facts;
  const tree = parsePlain(passage.text);
  const all = noFacts(tree);
  const input = { tree, role: 'notes' as const, knowledge, facts: all };
  all.references = extractReferences(input);
  all.indicators = extractIndicators(input);
  all.dates = extractDates(input);
  all.numbers = extractNumbers(input);
  const facts = { numbers: all.numbers, dates: all.dates, references: all.references, indicators: all.indicators };
  FACTS.set(passage, { revision: knowledge.revision, facts });
  return facts;
}

/** How many passages before one can hold the day that it speaks of. */
const BEFORE = 4;

const PLACES = new WeakMap<Source, ReadonlyMap<Passage, number>>();

/** Index of a passage in its Source; -1 when it is none of its passages. */
export function placeOf(passage: Passage): number {
  let places = PLACES.get(passage.source);
  if (places === undefined) {
    places = new Map(passage.source.passages.map((one, at) => [one, at]));
    PLACES.set(passage.source, places);
  }
  return places.get(passage) ?? -1;
}

/**
 * Values of the dates of a passage, in the order of its facts. Years and "the same evening" are told from the lines
 * before it and from when the Source was published, else from `otherwise` (the date of the draft).
 */
export function datesOfPassage(passage: Passage, knowledge: Knowledge, otherwise?: string): readonly (ResolvedDate | undefined)[] {
  const { source } = passage;
  const place = placeOf(passage);
  const before = place < 0 ? [] : source.passages.slice(Math.max(0, place - BEFORE), place);
  const earlier = before.flatMap(one => factsOfPassage(one, knowledge).dates);
  const own = factsOfPassage(passage, knowledge).dates;
  const anchor = source.metadata.published ?? source.metadata.retrieved ?? otherwise;
  return resolveDates([...earlier, ...own], anchor).slice(earlier.length);
}
