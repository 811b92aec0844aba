// Owns: what a text says is needed, or can be done without.
// Must not know: claims, passages, what two texts tell against each other.
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { clauseAround, textOf } from './comparing.ts';

const DETERMINER = '(?:an?|any|the|a valid|valid)? ?(?:[\\p{L}-]+ )?$';
const WITHOUT = new RegExp(`\\b(?:without|needs? no|requires? no|no) ${DETERMINER}`, 'iu');
const NEEDS = new RegExp(
  `\\b(?:only (?:with|after|for|through|via)|needs?|needed|requires?|required|must have|must first have) ${DETERMINER}`,
  'iu',
);

/** "Without a login", "needs no login". */
export function isDoneWithout(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  const before = text.text.slice(Math.max(0, word.start - 40), word.start);
  // "Impossible without a ticket" needs one.
  if (
    !WITHOUT.test(before) ||
    /\b(?:impossible|cannot|can['’]t|could not|refused|blocked|rejected)\b/i.test(textOf(text, clauseAround(text, word)))
  )
    return false;
  // A bare "no" asks for the need to be named.
  return (
    /without|needs? no|requires? no/i.test(before) ||
    /^ (?:is |was |are |were )?(?:needed|required|necessary)/.test(text.text.slice(word.end))
  );
}

/** "Only with a login", "a login is needed". */
export function isNeeded(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  const before = text.text.slice(Math.max(0, word.start - 40), word.start);
  if (/\b(?:no|not|without|never)\b[^.;]*$/i.test(before)) return false;
  return NEEDS.test(before) || /^ (?:is |was |are |were )(?:needed|required|necessary)/.test(text.text.slice(word.end));
}
