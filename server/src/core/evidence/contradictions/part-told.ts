// Owns: the words by which a passage tells of a part what the draft may say of all: shares, counts of a larger count, "mostly".
// Must not know: what the draft says of all, verdicts.
import type { NumberFact } from '../../extract/facts.ts';
import type { KeyedWord } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import { type Candidate, type Clause, type Comparing, clauseAround, clauseShared, clausesIn, textOf } from './comparing.ts';

/** "Mostly home routers", "the bulk of them", "many had": before what it is said of. */
const PARTLY =
  /^(?:mostly|mainly|largely|predominantly|partly|many|several|most|some|(?:the|a) (?:bulk|majority|minority|part|handful|fraction|portion|few) of)$/i;
/** A count of what was named before. */
const OF_THEM = /^ of (?:those|these|them)\b/i;
/** In its clause it is said of all after all. */
const UNIVERSAL = /^(?:all|every|everyone|everybody|each|both|any|no|none|nobody)$/;

/** How many words of the clause of a part must be in the claim, and what share of its telling words. */
const LEAST = 2;
const SHARE = 0.5;

/** The clause of a passage that tells of a part of `noun` (key of the word in the claim) what the claim tells of all; undefined where it has none. */
export function partTold(comparing: Comparing, candidate: Candidate, noun: string | undefined): string | undefined {
  const { passage } = candidate.alignment;
  const { numbers } = factsOfPassage(candidate.passage, comparing.knowledge);
  const has = (word: KeyedWord): boolean => !word.isFunction && comparing.words.places.has(word.key);
  for (const fact of numbers) {
    if (!isPart(fact, numbers, candidate, noun)) continue;
    const clause = clauseAround(passage, fact.span);
    const { words, shared } = clauseShared(comparing, candidate, fact.span);
    if (shared >= LEAST && shared >= SHARE * words && !isOfAll(candidate, clause)) return textOf(passage, clause);
  }
  for (const clause of clausesIn(passage)) {
    for (let at = clause.from; at < clause.to; at++) {
      const phrase = [at, at + 1, at + 2].map(place => passage.words[place]?.folded).join(' ');
      const opening = PARTLY.test((passage.words[at] as KeyedWord).folded) ? 1 : PARTLY.test(phrase) ? 3 : 0;
      if (opening === 0 || isOfAll(candidate, clause) || isToldToo(comparing, candidate, at)) continue;
      // What it is said of stands right behind it, and more of the clause is in the claim.
      const behind = passage.words.slice(at + opening, Math.min(clause.to + 1, at + opening + 3));
      const telling = passage.words.slice(clause.from, clause.to + 1).filter(word => !word.isFunction && !word.isNumber);
      if (behind.some(has) && telling.filter(has).length >= LEAST) return textOf(passage, clause);
    }
  }
  return undefined;
}

/** The claim has the same words: "for some time". */
function isToldToo({ words }: Comparing, { alignment }: Candidate, at: number): boolean {
  const [word, next] = [alignment.passage.words[at], alignment.passage.words[at + 1]];
  return words.words.some((mine, place) => mine.folded === word?.folded && words.words[place + 1]?.folded === next?.folded);
}

/** A share below one, "94,000 of those", or a count below another one of the same things: "14 desks in the room: 11 were wiped". */
function isPart(fact: NumberFact, numbers: readonly NumberFact[], candidate: Candidate, noun: string | undefined): boolean {
  if (fact.kind === 'share') return fact.value > 0 && fact.value < 1;
  if (fact.kind === 'percent') return fact.value > 0 && fact.value < 100;
  if (fact.kind !== 'count') return false;
  const { text } = candidate.passage;
  if (OF_THEM.test(text.slice(fact.span.end, fact.span.end + 16))) {
    const before = candidate.alignment.passage.words.filter(word => word.end <= fact.span.start && !word.isFunction && !word.isNumber);
    return noun === undefined || before.some(word => word.key === noun);
  }
  if (noun === undefined || fact.noun !== undefined) return false;
  return numbers.some(whole => whole.kind === 'count' && whole.value > fact.value && isNoun(whole, candidate, noun));
}

function isNoun({ nounSpan }: NumberFact, { alignment }: Candidate, noun: string): boolean {
  return nounSpan !== undefined && alignment.passage.words.some(word => word.end === nounSpan.end && word.key === noun);
}

function isOfAll(candidate: Candidate, { from, to }: Clause): boolean {
  return candidate.alignment.passage.words.slice(from, to + 1).some(word => UNIVERSAL.test(word.folded));
}
