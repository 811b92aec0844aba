// Owns: whether two statements are of different things, whatever they say of them: another version, a deed that somebody else was let do.
// Must not know: denials, what two statements of one thing tell against each other.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { AUXILIARIES } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import type { KeyedWord } from '../alignment.ts';
import { roleOf } from './grammar.ts';
import type { Side } from './sides.ts';

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
