// Owns: which words of a text a negation governs.
// Must not know: claims, passages, what a negation contradicts.
import type { KeyedText, KeyedWord } from '../alignment.ts';

/** Words that turn what follows them round. */
export const NEGATORS = new Set(
  `not no none never nobody nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't
  won't wouldn't can't couldn't shouldn't ain't denied denies deny denying refused refuses refuse declined declines decline failed fails fail
  lacks lacked lack lacking rejects rejected disputes disputed refuted`
    .split(/\s+/)
    .filter(word => word !== ''),
);
/** After these a negation no longer holds. */
export const TURNS = new Set('but although though while whereas because however yet until unless except'.split(' '));
/** How many words after a negation it still governs. */
export const REACH = 6;

/** "It excludes fines, not damage": what is not left out is in. */
export const LEAVES_OUT = /\b(?:exclud|exempt|except)\p{L}*\b[^.;]*,? (?:but )?not\b/iu;
/** Words that turn something down. */
export const TURNED = /\b(?:turn(?:s|ed)? (?:\p{L}+ )?down|reject\p{L}*|refus\p{L}*|declin\p{L}*|rather than|instead of)\b/iu;

/** Who says something is no part of what is denied. */
export const SAYING = /^(?:sa(?:y|ys|id|ying)|tells?|told|adds?|added|writes?|wrote)$/;

/** "Not every owner" and "not all" leave some: they deny nothing of the rest. */
const PARTLY = new Set('only just least every all everyone everybody always necessarily entirely fully quite exactly'.split(' '));

/** Whether a word turns round what follows: a negation, or "stop" before what is stopped ("will stop trusting"). */
export function isDenial(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  const next = text.words[at + 1]?.folded ?? '';
  // "Report no. 3" denies nothing.
  if (word.folded === 'no' && ((text.words[at + 1]?.isNumber === true && next !== 'one') || text.text.charAt(word.end) === '.'))
    return false;
  if (/^(?:stop|stops|stopped|cease|ceases|ceased)$/.test(word.folded)) return next.endsWith('ing');
  return NEGATORS.has(word.folded) && !PARTLY.has(next);
}

/** For each word, whether a negation governs it: one stands before it in its clause, at most six words back. */
export function negated(text: KeyedText): boolean[] {
  const flags = text.words.map(() => false);
  let until = -1;
  let last = -1;
  let odd = false;
  let without = false;
  for (const [at, word] of text.words.entries()) {
    const before = at === 0 ? '' : text.text.slice((text.words[at - 1] as KeyedWord).end, word.start);
    // "Not yet" goes on denying.
    const isTurn = TURNS.has(word.folded) && !(word.folded === 'yet' && until === at - 1 + REACH);
    // "Without consent and upheld": what is done without ends there.
    const ends = without && word.folded === 'and';
    if (/[.;:!?—–"“”«»]|, /.test(before) || isTurn || ends) until = -1;
    // "Does nothing on Sundays" denies no Sundays.
    if (word.folded === 'nothing' && /^(?:do|does|did)$/.test(text.words[at - 1]?.folded ?? '')) continue;
    if (isDenial(text, at)) {
      // Two negations in one clause undo each other, but not "demanded nothing and left no message".
      odd = at <= until && !isJoined(text, last, at) ? !odd : true;
      last = at;
      without = word.folded === 'without';
      until = at + REACH + (text.words[at + 1]?.folded === 'one' ? 1 : 0);
      continue;
    }
    flags[at] = at <= until && odd;
  }
  for (const at of valuesOfNone(text)) for (let before = at - 1; before >= 0 && !endsClause(text, before); before--) flags[before] = true;
  return flags;
}

function isJoined(text: KeyedText, from: number, to: number): boolean {
  return text.words.some((word, at) => at > from && at < to && /^(?:and|or|nor)$/.test(word.folded));
}

/** "Harm to patients: none": places of words that say of the label before them that there was none. */
function valuesOfNone(text: KeyedText): number[] {
  return text.words.flatMap(({ folded, start }, at) => {
    const before = text.words[at - 1];
    return before !== undefined && /^(?:none|nobody|nothing|never)$/.test(folded) && text.text.slice(before.end, start).includes(':')
      ? [at]
      : [];
  });
}

/** Whether a sentence or another label ends behind a word and before the next, the colon of its own label apart. */
function endsClause(text: KeyedText, at: number): boolean {
  const next = text.words[at + 1];
  return next === undefined || /[.;!?]/.test(text.text.slice((text.words[at] as KeyedWord).end, next.start));
}
