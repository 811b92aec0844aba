// Owns: whether the notes have a figure, name or date as the draft has it, in a sentence that is as near to the claim as the one that differs.
// Must not know: verdicts, rules, how what differs was found.
import type { NumberFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import { keyed } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Candidate, type Comparing, onTopic, sharedApart } from './comparing.ts';
import { sameThing } from './counted-things.ts';

/** Counts of more than this are hardly of two things of one name. */
const MANY_OF_ONE = 20;

/** "The 412 operators that it wrote to" beside "informed 412 operators. 97 had replied": the draft's count has its own noun in the notes, the other has none. */
export function isFigureKept(
  comparing: Comparing,
  fact: NumberFact,
  rival: { readonly passage: Passage; readonly fact: NumberFact },
  apart: readonly Span[],
): boolean {
  if (fact.kind !== 'count' || fact.noun === undefined || fact.value <= MANY_OF_ONE) return false;
  const noun = keyed(fact.noun).words[0]?.key ?? '';
  // "Sensors in all: 480" has no noun behind its figure.
  const has = ({ passage, alignment }: Candidate): boolean =>
    factsOfPassage(passage, comparing.knowledge).numbers.some(
      other =>
        other.kind === 'count' &&
        other.value === fact.value &&
        (other.noun === undefined ? alignment.passage.places.has(noun) : sameThing(fact, other) >= 0.7),
    );
  const isNamed = sameThing(fact, rival.fact) > 0;
  return onTopic(comparing).some(
    one => has(one) && (isNamed ? one.passage !== rival.passage && isAsNear(comparing, one, rival.passage, apart) : true),
  );
}

/**
 * Another sentence has the draft's name and as much of the claim as the one with the other name, which lacks the draft's; or the other
 * name is but what somebody calls himself.
 */
export function isNameKept(comparing: Comparing, difference: Difference): boolean {
  if (isAlias(difference)) return true;
  const { span, drafted, passage } = difference;
  const keys = keyed(drafted).words.map(word => word.key);
  const has = (candidate: Candidate): boolean => keys.every(key => candidate.alignment.passage.places.has(key));
  const holders = comparing.candidates.filter(has);
  if (keys.length === 0 || holders.some(one => one.passage === passage)) return false;
  return holders.some(one => isAsNear(comparing, one, passage, [span]));
}

const ALIAS =
  /\b(?:sign(?:s|ed|ing)?(?: off)? as|call(?:s|ed|ing)? (?:him|her|it|them)sel(?:f|ves)|go(?:es|ing)? by|went by|alias|handle|(?:post|pos|writ)(?:es?|s|ed|ing) as|wrote as)[ :"“‘'(]{1,3}$/i;

/** "Signs as “Support”": what somebody calls himself is no rival of his name. */
function isAlias({ noted, passage: { text } }: Difference): boolean {
  const at = text.indexOf(noted);
  return at > 0 && ALIAS.test(text.slice(Math.max(0, at - 40), at));
}

/** Another sentence has a date that agrees, and as much of the claim. */
export function isDateKept(
  comparing: Comparing,
  agrees: (candidate: Candidate) => boolean,
  rival: Passage,
  apart: readonly Span[],
): boolean {
  return onTopic(comparing).some(one => one.passage !== rival && agrees(one) && isAsNear(comparing, one, rival, apart));
}

function isAsNear(comparing: Comparing, candidate: Candidate, rival: Passage, apart: readonly Span[]): boolean {
  const against = comparing.candidates.find(one => one.passage === rival);
  if (comparing.cited.length > 0 && !candidate.cited && against?.cited === true) return false;
  const mine = sharedApart(comparing, candidate, apart);
  if (mine.words < 1) return false;
  if (against === undefined) return mine.words >= 2;
  const theirs = sharedApart(comparing, against, apart);
  return mine.words >= theirs.words && mine.coverage >= theirs.coverage;
}
