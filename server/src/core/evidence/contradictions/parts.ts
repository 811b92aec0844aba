// Owns: wholes told as parts, parts of a whole, and rises told as falls: figures that the notes have, said of another.
// Must not know: verdicts, rules, figures that differ (numbers).
import type { NumberFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedWord } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, clauseAround, clauseShared, drafted, neighboursOf, onTopic, sharedApart } from './comparing.ts';
import { writtenAs } from './quantities.ts';

const WHOLE = /\b(?:(all|every one|each)(?: of)?(?: the| its| their| our)?|the (?:whole|entire|full) \p{L}+ of) $/iu;

/** "All 41 flights were cancelled" where the notes have 41 flights and 38 cancelled. */
export function wholeDifference(
  comparing: Comparing,
  fact: NumberFact,
  own: readonly NumberFact[],
  apart: readonly Span[],
): Difference | undefined {
  if (fact.kind !== 'count' || fact.bound !== 'exact') return undefined;
  const { claim } = comparing;
  const opening = WHOLE.exec(drafted(comparing, { start: Math.max(claim.span.start, fact.span.start - 32), end: fact.span.start }));
  if (opening === null) return undefined;
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited && sharedApart(comparing, candidate, apart).words < 2) continue;
    const texts = [candidate.passage, ...neighboursOf(candidate.passage)];
    const wholes = texts.flatMap(one => factsOfPassage(one, comparing.knowledge).numbers.filter(other => other.value === fact.value));
    if (wholes.length === 0) continue;
    // "Four servers, all updated on one afternoon" has no part of the servers.
    const nouns = wholes.flatMap(whole => (whole.noun === undefined ? [] : [whole.noun]));
    const part = factsOfPassage(candidate.passage, comparing.knowledge).numbers.find(other => {
      if (other.kind !== 'count' || other.bound !== 'exact' || other.value >= fact.value || other.value < fact.value / 20) return false;
      if (own.some(mine => mine.value === other.value)) return false;
      if (other.noun !== undefined && nouns.length > 0 && !nouns.includes(other.noun)) return false;
      const { words, shared } = clauseShared(comparing, candidate, other.span);
      return words >= 1 && words === shared && !/\b(?:all|every|each)\b/i.test(phraseOf(candidate, other.span));
    });
    if (part === undefined) continue;
    const text = candidate.passage.text;
    const span = { start: fact.span.start - opening[0].length, end: fact.span.end };
    const figure = text.slice(part.figure.start, part.figure.end);
    return {
      kind: 'number',
      span,
      drafted: drafted(comparing, span),
      noted: phraseOf(candidate, part.span),
      passage: candidate.passage,
      ...(opening[1] === undefined ? {} : { replacement: `${figure} of the ${drafted(comparing, fact.figure)}` }),
    };
  }
  return undefined;
}

/** "Three of the six gates" where the notes have "two of our six truck gates". */
export function partDifference(comparing: Comparing, fact: NumberFact, behind: readonly NumberFact[]): Difference | undefined {
  if (fact.kind !== 'count' || fact.bound !== 'exact') return undefined;
  const whole = behind.find(other => isPartOfWhole(comparing.facts.tree.prose, fact, other));
  if (whole === undefined) return undefined;
  for (const candidate of onTopic(comparing)) {
    const noted = factsOfPassage(candidate.passage, comparing.knowledge).numbers;
    const { text } = candidate.passage;
    for (const theirs of noted) {
      if (theirs.value !== whole.value || theirs.noun !== whole.noun || whole.noun === undefined) continue;
      const part = noted.find(other => other !== theirs && isPartOfWhole(text, other, theirs));
      if (part === undefined) continue;
      // Four of six are the rest where two of six are noted.
      if (part.value === fact.value || part.value + fact.value === whole.value) return undefined;
      if (!candidate.cited && comparing.cited.length > 0) continue;
      const figure = text.slice(part.figure.start, part.figure.end);
      const replacement = writtenAs(drafted(comparing, fact.figure), fact, part, figure);
      return {
        kind: 'number',
        span: fact.figure,
        drafted: drafted(comparing, fact.span),
        noted: text.slice(part.span.start, theirs.nounSpan?.end ?? theirs.span.end),
        passage: candidate.passage,
        ...(replacement === undefined ? {} : { replacement }),
      };
    }
  }
  return undefined;
}

function isPartOfWhole(text: string, part: NumberFact, whole: NumberFact): boolean {
  return (
    part.value < whole.value && /^ (?:out )?of (?:the |its |our |their |these |those )?$/.test(text.slice(part.span.end, whole.span.start))
  );
}

const UP = /\b(?:r(?:ose|isen|ises?|ising)|gr(?:ew|own|ows?|owing)|climb(?:ed|s)?|jump(?:ed|s)?|increased?|went up|up) (?:\p{L}+ )?$/iu;
const DOWN =
  /\b(?:f(?:ell|allen|alls?|alling)|dropp(?:ed|ing)|drops?|sank|sunk|shrank|declined?|decreased?|went down|down) (?:\p{L}+ )?$/iu;

/** "Rose from 412 to 388": the notes have both figures, and it is a fall. */
export function directionDifference(comparing: Comparing, fact: NumberFact, behind: readonly NumberFact[]): Difference | undefined {
  const { prose } = comparing.facts.tree;
  const to = behind.find(other => other.kind === fact.kind && /^ to $/.test(prose.slice(fact.span.end, other.span.start)));
  const before = prose.slice(Math.max(comparing.claim.span.start, fact.span.start - 40), fact.span.start).replace(/from $/, '');
  if (to === undefined || to.value === fact.value) return undefined;
  const said = to.value < fact.value ? UP.exec(before) : DOWN.exec(before);
  if (said === null) return undefined;
  const candidate = onTopic(comparing).find(one => {
    const values = factsOfPassage(one.passage, comparing.knowledge).numbers.map(other => other.value);
    const has = (value: number): boolean => values.includes(value) || one.alignment.passage.places.has(`${value}`);
    return has(fact.value) && has(to.value);
  });
  if (candidate === undefined) return undefined;
  const start = fact.span.start - before.length - (prose.slice(fact.span.start - 5, fact.span.start) === 'from ' ? 5 : 0) + said.index;
  const span = { start, end: to.span.end };
  return { kind: 'number', span, drafted: drafted(comparing, span), noted: candidate.passage.text, passage: candidate.passage };
}

/** The clause of a passage around a figure, as written. */
function phraseOf(candidate: Candidate, at: Span): string {
  const { passage } = candidate.alignment;
  const { from, to } = clauseAround(passage, at);
  return passage.text.slice((passage.words[from] as KeyedWord).start, (passage.words[to] as KeyedWord).end);
}
