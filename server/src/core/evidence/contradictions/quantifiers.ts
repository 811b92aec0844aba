// Owns: "all", "every" and "both" in the draft where the notes have a part of them.
// Must not know: verdicts, rules, wholes that a figure counts ("all 41": numbers).
import { PREPOSITIONS } from '../../lexicon/function-words.ts';
import { ORDINALS } from '../../lexicon/quantities.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, clausesIn, drafted, isStated, onTopic, quotedSpans, sharedApart, textOf } from './comparing.ts';
import { IN_PART, isDenial, NEGATORS, negated } from './negation.ts';
import { partTold } from './part-told.ts';
import { nearness } from './standing.ts';

const ALL = /^(?:all|every|everyone|everybody|each|both)$/;
/** "All over", "all in all" count nothing; "not all", "almost all" and "all but one" leave some. */
const BEFORE = /^(?:not|at|almost|nearly|above|after|virtually|practically|in|of|for)$/;
const BEHIND = /^(?:but|over|in|at|day|night|time|year|week|month|along|too|the|that|this|other|else|except)$/;

const COUNT = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** All but some. "Apart from the bank, the port was hit" takes nothing out, nor is "all but certain" an exception: see `exceptionIn`. */
const EXCEPT = new RegExp(
  `\\b(?:but for|all but (?:an?|the|its|their|his|her|our|${COUNT})|except(?: for)?|apart from|other than|save for|with the exception)\\b`,
  'iu',
);
const UNIVERSAL = /\b(?:all|every\p{L}*|each|both|no|none|nobody|nothing|not|never|any|whole|entire|only)\b/iu;
/** After "some" these say how long, how far or how: nothing is counted. */
const SOME_OTHER = alternatives(
  /time|times|days?|weeks?|months?|years?|hours?|minutes?|distance/,
  /way|ways|extent|degree|kind|sort|form|point|reason|measure|help|success|doubt/,
  /ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen/,
);
/** A part of a whole, and the words for those that are left. */
const PART = new RegExp(
  alternatives(
    // "Two of the three".
    String.raw`\b(${COUNT}) (?:out )?of (?:the |its |our |their |these |those )?(${COUNT})\b`,
    String.raw`\b(?:${alternatives(
      String.raw`not (?:all|every\p{L}*)|all but ${COUNT}`,
      // "In 40 percent of the shops", "most of them", "one of the banks".
      /in \d\d? ?(?:%|percent) of (?:the )?\p{L}+/u,
      /(?:some|most|half|few) of (?:them|these|those|the \p{L}+)/u,
      String.raw`${COUNT} of the \p{L}+`,
      // "At least some banks", "three had none".
      String.raw`(?:at least )?some (?!(?:${SOME_OTHER})\b)\p{L}+`,
      String.raw`${COUNT} (?:had|have|has|did|were|was|got|with) (?:none|not\b|no\b)`,
    )})`,
  ),
  'iu',
);

const COUNTED = new RegExp(`\\b${COUNT}\\b`, 'i');

/** At most one difference: the draft says it of all, the cited notes of a part. */
export function quantifierDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const at = words.words.findIndex((word, place) => ALL.test(word.folded) && isWhole(words, place));
  const word = words.words[at];
  if (
    word === undefined ||
    words.words.some((one, place) => place < at + 5 && NEGATORS.has(one.folded)) ||
    exceptionIn(words.text) !== undefined
  )
    return [];
  const span = spanOf(words, at, claim.span.start);
  if (!isStated(comparing, span, quotedSpans(comparing))) return [];
  let found: { candidate: Candidate; noted: string } | undefined;
  for (const candidate of onTopic(comparing)) {
    const { text } = candidate.passage;
    const shared = sharedApart(comparing, candidate, [span]);
    if (shared.words < 1) continue;
    // Some passage says it of all, and leaves none out.
    if (exceptionIn(text) === undefined && /\b(?:all|every|each|both|everyone|everybody)\b/i.test(text.replace(PART, ' '))) return [];
    const leftOut = candidate.cited ? leftOutIn(comparing, candidate, at) : undefined;
    if (leftOut !== undefined) {
      found ??= { candidate, noted: leftOut };
      continue;
    }
    const part = candidate.cited && (shared.words >= 2 || isShort(candidate) || /^\p{L}+: /u.test(text)) ? partIn(text) : undefined;
    if (part !== undefined && isSaidOf(candidate, comparing)) found ??= { candidate, noted: part };
    const told = candidate.cited && part === undefined ? partTold(comparing, candidate, nounAt(words, at)) : undefined;
    if (told !== undefined) found ??= { candidate, noted: told };
  }
  if (found === undefined) return [];
  // Without a count it is not a figure that differs, but how far the statement goes.
  const { noted, candidate } = found;
  const difference = { span, drafted: drafted(comparing, span), noted, passage: candidate.passage };
  const count = COUNTED.exec(noted)?.[0];
  // "All need one now; twelve guests do not": the draft leaves them out as well.
  if (count !== undefined && words.words.some(one => one.folded === count.toLowerCase() || one.key === `${countOf(count)}`)) return [];
  return [count !== undefined ? { kind: 'number', ...difference } : { kind: 'certainty', isExtent: true, ...difference }];
}

function isWhole(words: KeyedText, at: number): boolean {
  const before = words.words[at - 1]?.folded ?? '';
  const next = words.words[at + 1];
  const isLoose = /^(?:for|of|in)$/.test(before) && !next?.isFunction;
  if (next === undefined || (BEFORE.test(before) && !isLoose)) return false;
  if (/^(?:each|every)$/.test(words.words[at]?.folded ?? '') && next.folded === 'one') return true;
  // Counted wholes and "every third" are for numbers, "every Friday" for dates.
  if (next.isNumber || ORDINALS.has(next.folded) || words.words[at + 2]?.isNumber === true || (next.isName && next.folded.endsWith('day')))
    return false;
  return !BEHIND.test(next.folded) || (next.folded === 'the' && words.words[at + 2]?.isFunction === false);
}

/** The key of what it is said of: the next telling word, or the one before "each with a number". Undefined where a pronoun stands for it. */
function nounAt({ words }: KeyedText, at: number): string | undefined {
  const next = words[at + 1]?.folded ?? '';
  if (next === 'one') return undefined;
  const isBefore = PREPOSITIONS.has(next) && next !== 'of';
  const near = isBefore ? words.slice(0, at).reverse() : words.slice(at + 1, at + 5);
  return near.find(word => !word.isFunction && !word.isNumber)?.key;
}

/** From "all" to its noun. */
function spanOf(words: KeyedText, at: number, offset: number): Span {
  let to = at;
  for (let next = at + 1; next < words.words.length && next <= at + 3; next++) {
    to = next;
    if (!(words.words[next] as KeyedWord).isFunction) break;
  }
  return { start: (words.words[at] as KeyedWord).start + offset, end: (words.words[to] as KeyedWord).end + offset };
}

/** A clause that denies of one thing what the claim says of all: "the hosted edition is not affected". */
function leftOutIn({ words }: Comparing, { alignment }: Candidate, at: number): string | undefined {
  const { passage } = alignment;
  const flags = negated(passage);
  const own = negated(words);
  const noun = words.words.findIndex((word, place) => place > at && !word.isFunction);
  for (const clause of clausesIn(passage)) {
    if (IN_PART.test(textOf(passage, clause))) continue;
    const content = passage.words.flatMap((word, place) =>
      place >= clause.from && place <= clause.to && !word.isFunction && !isDenial(passage, place) ? [place] : [],
    );
    const said = content.filter(place =>
      words.words.some(
        (word, mine) => mine > noun && !word.isFunction && !own[mine] && nearness(word, passage.words[place] as KeyedWord) >= 0.85,
      ),
    );
    const denied = said.find(place => flags[place] === true && /(?:ed|able|en)$/.test((passage.words[place] as KeyedWord).folded));
    if (denied !== undefined && content.length <= 4 && said.length >= 0.5 * content.length) return textOf(passage, clause);
  }
  return undefined;
}

/** A line of a few words is on one thing alone. */
function isShort(candidate: Candidate): boolean {
  return candidate.alignment.passage.words.filter(word => !word.isFunction && !word.isNumber).length <= 3;
}

/** A true part: fewer than the whole that is named beside it. */
function partIn(text: string): string | undefined {
  const match = PART.exec(text);
  if (match === null) return exceptionIn(text);
  const [phrase, some, whole] = match;
  if (some !== undefined && whole !== undefined && countOf(some) >= countOf(whole)) return undefined;
  return phrase;
}

/** Words that take something out of a whole which the same sentence names. */
function exceptionIn(text: string): string | undefined {
  return text
    .split(/(?<=[.;!?]) /)
    .map(sentence => (UNIVERSAL.test(sentence) ? EXCEPT.exec(sentence)?.[0] : undefined))
    .find(phrase => phrase !== undefined);
}

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

function countOf(count: string): number {
  return /^\d/.test(count) ? Number(count) : WORDS.indexOf(count.toLowerCase()) + 1;
}

/** The part is told in the clause of what is shared: half of the passage's telling words, or three of them, are in the claim. */
function isSaidOf(candidate: Candidate, comparing: Comparing): boolean {
  const { passage, matches } = candidate.alignment;
  const content = passage.words.filter(word => !word.isFunction && !word.isNumber).length;
  const used = new Set(
    matches.flatMap((match, at) => (match.score >= 0.7 && comparing.words.words[at]?.isFunction === false ? [match.at] : [])),
  );
  const label = passage.words.findIndex(word => !word.isFunction);
  return used.size >= 3 || used.size >= 0.5 * content || used.has(label);
}
