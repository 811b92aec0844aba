// Owns: how long something took by the clock times of the notes, where the draft says another length.
// Must not know: verdicts, rules, dates.
import type { NumberFact } from '../../extract/facts.ts';
import type { Difference } from '../types.ts';
import { type Comparing, clauseSpan, drafted, onTopic, sharedApart, sharedWithin } from './comparing.ts';
import { agrees } from './quantities.ts';

const FROM_TO =
  /(?<![\d:.,])(\d{1,2})([:.])(\d\d)(?: ?(?:local(?: time)?|UTC|GMT|CES?T|BST|h))?( ?[ap]\.?m\b\.?)?,? ?(?:to|until|till|and|[-–—]) ?(\d{1,2})[:.](\d\d)(?![\d:])( ?(?:[ap]\.?m\b\.?|(?:o'clock|local|UTC|GMT|CES?T|BST|h|hrs|hours)\b))?/gi;

/** What makes clock times of figures with a point: "between 9.30 and 11.15". */
const BY_CLOCK = /\b(?:between|at|o'clock|midnight|noon|morning|afternoon|evening|night)\b/i;

/**
 * The spans between two clock times of a text, in seconds, with where they stand; over midnight where the second is earlier.
 * Left out: decimals, and times that a clock of twelve hours would read otherwise.
 */
export function clockSpansIn(text: string): readonly { readonly seconds: number; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(FROM_TO)].flatMap(match => {
    const [words, hour, mark, minute, half, toHour, toMinute, after = ''] = match;
    const toHalf = /[ap]\.?m/i.exec(after)?.[0];
    const [from, to] = [60 * Number(hour) + Number(minute), 60 * Number(toHour) + Number(toMinute)];
    if (Number(hour) > 24 || Number(toHour) > 24 || Number(minute) > 59 || Number(toMinute) > 59) return [];
    if (mark === '.' && half === undefined && after === '' && !BY_CLOCK.test(text)) return [];
    const place = { start: match.index, end: match.index + words.length };
    if (half !== undefined || toHalf !== undefined) {
      if (Number(hour) > 12 || Number(toHour) > 12) return [];
      const end = inHalf(to, toHalf);
      // "11:30 to 1:15 p.m.": of the two halves of the day the first time is in the one right before the second.
      const start =
        half === undefined
          ? inHalf(from, from % 720 < to % 720 ? toHalf : toHalf === undefined ? undefined : other(toHalf))
          : inHalf(from, half);
      if (start === undefined || end === undefined) return [];
      return [{ seconds: 60 * ((end - start + 24 * 60) % (24 * 60)), ...place }];
    }
    if (to > from) return [{ seconds: 60 * (to - from), ...place }];
    // "11:30 to 1:15" may end after noon.
    return to + 12 * 60 > from && Number(hour) <= 12 && Number(toHour) <= 12 && !/^0/.test(toHour ?? '')
      ? []
      : [{ seconds: 60 * (to - from + 24 * 60), ...place }];
  });
}

/** Minutes of the day of a time by a clock of twelve hours. */
function inHalf(minutes: number, half: string | undefined): number | undefined {
  if (half === undefined) return undefined;
  return (minutes % 720) + (/p/i.test(half) ? 720 : 0);
}

function other(half: string): string {
  return /p/i.test(half) ? 'am' : 'pm';
}

/** Words before a length of time that make it how long something went on. */
export const WENT_ON =
  /\b(?:for|lasted|lasting|took|taking|during|over|all of|after|within) (?:a |an |the |some |about |around |roughly |almost |nearly |just |only )*$/i;

/** "Halted for two and a half hours" beside "halted from 11:05 until 14:35", the one span of the cited passage. */
export function timeSpanDifference(comparing: Comparing, fact: NumberFact): Difference | undefined {
  if (fact.kind !== 'duration' || (fact.bound !== 'exact' && fact.bound !== 'about') || fact.upTo !== undefined) return undefined;
  if (fact.value < LEAST || fact.value > MOST) return undefined;
  const { claim } = comparing;
  if (!WENT_ON.test(drafted(comparing, { start: Math.max(claim.span.start, fact.span.start - 40), end: fact.span.start })))
    return undefined;
  const clause = clauseSpan(comparing, fact.span);
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
