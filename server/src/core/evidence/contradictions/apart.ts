// Owns: whether two statements are of different things, whatever they say of them: another version, a deed that somebody else was let do, the other one of two.
// Must not know: denials, what two statements of one thing tell against each other.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { AUXILIARIES, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { ORDINALS } from '../../lexicon/quantities.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Clause, clauseAround, clausesIn } from './comparing.ts';
import { roleOf } from './grammar.ts';
import { SAYING } from './negation.ts';
import type { Side } from './sides.ts';
import { hasWord } from './standing.ts';

/** "Debian 12 is safe" and "Debian 11 is affected": a name that both have, each time with another number behind it. */
export function isOtherVersion(mine: Side, theirs: Side): boolean {
  const [own, other] = [numberedIn(mine), numberedIn(theirs)];
  return [...own].some(([key, number]) => other.get(key) !== undefined && other.get(key) !== number);
}

/** Names of a statement that have a number right behind them, and that number. */
function numberedIn({ text, statement: { from, to } }: Side): Map<string, string> {
  const numbered = new Map<string, string>();
  for (let at = from; at < to; at++) {
    const [word, next] = [text.words[at] as KeyedWord, text.words[at + 1] as KeyedWord];
    if (word.isFunction || word.isNumber || !next.isNumber || !/^\p{Lu}/u.test(word.text) || text.text.slice(word.end, next.start) !== ' ')
      continue;
    if (!isDayOrMonth(word.folded)) numbered.set(word.key, next.folded);
  }
  return numbered;
}

/** "Judge tells": who does something is not what is said to be done. */
export function isDoer({ text, at, statement: { from, to } }: Side): boolean {
  const next = text.words[at + 1];
  if (next === undefined || at === to || verbForm(next.folded) !== 'third' || roleOf(text, at) === 'verb') return false;
  return (
    roleOf(text, at + 1) === 'verb' && !text.words.some(({ folded }, place) => from <= place && place <= to && AUXILIARIES.has(folded))
  );
}

/** "A message that she let us read": the reading is ours, of which "she stopped reading" says nothing. */
export function isForOther({ text, at }: Side, other: Side): boolean {
  const [lets, whom] = [text.words[at - 2]?.folded ?? '', text.words[at - 1]];
  if (whom === undefined || !LETS.test(lets) || !(whom.isName || WHOM.test(whom.folded)) || roleOf(text, at) === 'quality') return false;
  return !other.text.words.some(word => word.key === whom.key);
}

const WHOM = /^(?:me|us|you|him|her|it|them)$/;
const LETS = /^(?:lets?|letting|mak(?:e|es|ing)|made|help(?:s|ed|ing)?|saw|sees?|heard|watch(?:es|ed)?)$/;

/** "Subsidiary: no sanctions" is of the other one of two that are told of side by side: "the bank is under sanctions, its subsidiary is not". */
export function isLabelledOther(labelled: Side, { text, at }: Side): boolean {
  const own = clauseAround(text, text.words[at] as KeyedWord);
  const isOwn = (word: KeyedWord): boolean => hasWord(text, own, word);
  const label = labelOf(labelled).map(place => labelled.text.words[place] as KeyedWord);
  if (isOtherInOrder(labelled, label, text, own)) return true;
  const opens = (word: KeyedWord): boolean =>
    clausesIn(text).some(clause => {
      const first = text.words.slice(clause.from, clause.to + 1).find(one => !one.isFunction);
      // "Security Extensions (DNSSEC)" is the same by another name.
      if (clause.from === own.from || clause.from === clause.to || PREPOSITIONS.has(text.words[clause.from]?.folded ?? '')) return false;
      if (text.words.slice(clause.from, clause.to + 1).some(one => SAYING.test(one.folded))) return false;
      return first?.key === word.key;
    });
  // "Vantry, the maker of the pump, paid": the subject stands in another part.
  const isSubject = (word: KeyedWord, place: number): boolean =>
    place >= own.from && place < at && (!word.isFunction || /^(?:he|she|they|it|we|i)$/.test(word.folded));
  const subject = text.words.findIndex(isSubject);
  const hasSubject = subject >= 0 && roleOf(text, subject) !== 'verb';
  const named = label.filter(word => !word.isFunction && !word.isNumber);
  if (named.some(word => isRivalOf(labelled, text, word))) return true;
  return hasSubject && named.some(opens) && !named.some(isOwn);
}

/** "The first one has a deal, the second wants a trial" and "second one: no deal". */
function isOtherInOrder({ text: theirs, at, statement }: Side, label: readonly KeyedWord[], text: KeyedText, own: Clause): boolean {
  const named = [...label, ...theirs.words.slice(statement.from, at)].map(word => word.folded).filter(folded => ORDINALS.has(folded));
  const inOwn = text.words.slice(own.from, own.to + 1).map(word => word.folded);
  if (named.some(folded => inOwn.includes(folded)) || !inOwn.some(folded => ORDINALS.has(folded))) return false;
  return text.words.some(word => named.includes(word.folded));
}

/** "Vantry's competitors": others than Vantry, unless it is them that the notes speak of, too. */
function isRivalOf({ text: theirs, statement }: Side, text: KeyedText, { folded }: KeyedWord): boolean {
  const isIt = (word: KeyedWord): boolean => word.folded.replace(/['’]s?$/, '') === folded;
  const behind = text.words.flatMap((word, at) => (isIt(word) ? [text.words[at + 1]] : []));
  const isRival = (word: KeyedWord | undefined): boolean =>
    word !== undefined && RIVALS.test(word.folded) && !hasWord(theirs, statement, word);
  return behind.length > 0 && behind.every(isRival);
}

const RIVALS = /^(?:competitors?|rivals?|peers?|opponents?|neighbou?rs?|predecessors?|successors?|critics|customers?)$/;

/** "Subsidiary: no sanctions": the words that a statement stands under in its line, half a dozen at most. */
function labelOf({ text, statement: { from, to } }: Side): number[] {
  const isColon = (at: number): boolean =>
    /:| [-–—] /.test(text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start));
  for (let at = Math.min(to, from + LABEL, text.words.length - 2); at >= 0 && at >= from - LABEL; at--) {
    if (!isColon(at)) continue;
    const first = Math.max(0, at - LABEL);
    return Array.from({ length: at - first + 1 }, (_, step) => first + step);
  }
  return [];
}

const LABEL = 6;
