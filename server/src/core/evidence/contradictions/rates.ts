// Owns: one figure for two spans of time: "250 dollars a month" in the draft, "250 dollars a week" in the notes.
// Must not know: verdicts, rules, figures that differ (numbers).
import type { NumberFact } from '../../extract/facts.ts';
import { alternatives } from '../../text/alternatives.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Comparing, drafted, isStated, onTopic, quotedSpans, sharedApart } from './comparing.ts';
import { agrees } from './quantities.ts';

/** "Within a week" and "than a week" tell no rate. */
const ELSEHOW = /in|into|within|after|for|over|once|before|during|about|by|from|to|until|since|than|as|at|on|with|under|and|or|plus/.source;
const PERIOD = /second|minute|hour|day|night|week|fortnight|month|quarter|year/.source;
/** "A week later", "a day’s work". */
const NO_RATE = alternatives(/ (?:later|late|ago|earlier|after|before|long|into|of)\b/, /['’]/);
/** "250 dollars a week", "250 dollars in rent per week", "250 dollars/week"; not "within a week", "a week later". */
const PER = new RegExp(
  String.raw`^(?: (?!(?:${ELSEHOW})\b)\p{L}+){0,2}?(?: (?:an?|per|each|every) | ?\/ ?)(${PERIOD})\b(?!${NO_RATE})`,
  'iu',
);

/** Figures of the claim for one span of time, which the cited notes give for another. */
export function rateDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  return comparing.facts.numbers.flatMap(fact => {
    const rate = isStated(comparing, fact.span, quoted) ? rateIn(comparing.facts.tree.prose, fact) : undefined;
    const found = rate === undefined ? undefined : otherRate(comparing, fact, rate);
    return found === undefined ? [] : [found];
  });
}

/** What a figure is counted for. */
interface Rate {
  readonly period: string;
  /** Where the figure with its span of time ends. */
  readonly end: number;
}

function rateIn(text: string, { span, kind }: NumberFact): Rate | undefined {
  if (kind === 'version' || kind === 'ordinal' || kind === 'duration') return undefined;
  const match = PER.exec(text.slice(span.end, span.end + 40));
  return match === null ? undefined : { period: (match[1] ?? '').toLowerCase(), end: span.end + match[0].length };
}

function otherRate(comparing: Comparing, fact: NumberFact, rate: Rate): Difference | undefined {
  let found: Difference | undefined;
  for (const candidate of onTopic(comparing)) {
    const { passage } = candidate;
    for (const other of factsOfPassage(passage, comparing.knowledge).numbers) {
      if (other.kind !== fact.kind || !(other.value === fact.value || agrees(fact, other))) continue;
      const theirs = rateIn(passage.text, other);
      if (theirs?.period === rate.period) return undefined;
      const isNear = candidate.cited && other.value === fact.value && sharedApart(comparing, candidate, [fact.span]).words >= 0.5;
      if (theirs === undefined || !isNear || found !== undefined) continue;
      const span = { start: fact.span.start, end: rate.end };
      const text = drafted(comparing, span);
      found = {
        kind: 'number',
        span,
        drafted: text,
        noted: passage.text.slice(other.span.start, theirs.end),
        passage,
        replacement: text.slice(0, text.length - rate.period.length) + theirs.period,
      };
    }
  }
  return found;
}
