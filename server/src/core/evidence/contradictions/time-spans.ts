// Owns: how long something took by the clock times of the notes, where the draft says another length.
// Must not know: verdicts, rules, dates.
import type { NumberFact } from '../../extract/facts.ts';
import { shift } from '../../text/span.ts';
import type { KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Comparing, clauseAround, drafted, onTopic, sharedApart, sharedWithin } from './comparing.ts';
import { agrees } from './quantities.ts';

const FROM_TO =
  /(?<![\d:])(\d{1,2})[:.](\d\d)(?: ?(?:local(?: time)?|UTC|GMT|CES?T|BST|h))?,? ?(?:to|until|till|and|[-–—]) ?(\d{1,2})[:.](\d\d)(?![\d:])/g;

/** The spans between two clock times of a text, in seconds, with where they stand; over midnight where the second is earlier. */
export function clockSpansIn(text: string): readonly { readonly seconds: number; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(FROM_TO)].map(({ index, 0: words, 1: hour, 2: minute, 3: toHour, 4: toMinute }) => {
    const minutes = 60 * (Number(toHour) - Number(hour)) + Number(toMinute) - Number(minute);
    return { seconds: 60 * (minutes > 0 ? minutes : minutes + 24 * 60), start: index, end: index + words.length };
  });
}

/** Words before a length of time that make it how long something went on. */
const WENT_ON =
  /\b(?:for|lasted|lasting|took|taking|during|over|all of|after|within) (?:a |an |the |some |about |around |roughly |almost |nearly |just |only )*$/i;

/** "Halted for two and a half hours" beside "halted from 11:05 until 14:35", the one span of the cited passage. */
export function timeSpanDifference(comparing: Comparing, fact: NumberFact): Difference | undefined {
  if (fact.kind !== 'duration' || (fact.bound !== 'exact' && fact.bound !== 'about') || fact.upTo !== undefined) return undefined;
  if (fact.value < LEAST || fact.value > MOST) return undefined;
  const { claim } = comparing;
  if (!WENT_ON.test(drafted(comparing, { start: Math.max(claim.span.start, fact.span.start - 40), end: fact.span.start })))
    return undefined;
  const { from, to } = clauseAround(comparing.words, shift(fact.span, -claim.span.start));
  const [first, last] = [comparing.words.words[from] as KeyedWord, comparing.words.words[to] as KeyedWord];
  const clause = shift({ start: first.start, end: last.end }, claim.span.start);
  for (const candidate of onTopic(comparing)) {
    const { passage, cited } = candidate;
    const shared = sharedApart(comparing, candidate, [fact.span]);
    if (
      (!cited && comparing.cited.length > 0) ||
      shared.words < 2 ||
      sharedWithin(comparing, candidate, [fact.span], clause).coverage < SAME
    )
      continue;
    const [span, ...others] = clockSpansIn(passage.text);
    if (span === undefined || others.length > 0) continue;
    if (agrees(fact, { ...fact, value: span.seconds, bound: 'about', digits: 2 })) return undefined;
    return {
      kind: 'number',
      span: fact.span,
      drafted: drafted(comparing, fact.span),
      noted: passage.text.slice(span.start, span.end),
      passage,
    };
  }
  return undefined;
}

/** How much of the draft's clause the passage must have. */
const SAME = 0.6;

/** Minutes and hours; what took days is told by dates. */
const LEAST = 5 * 60;
const MOST = 24 * 3600;
