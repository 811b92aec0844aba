// Owns: which words of a text a negation governs.
// Must not know: claims, passages, what a negation contradicts.
import type { KeyedText, KeyedWord } from '../alignment.ts';

/** Words that turn what follows them round. */
export const NEGATORS = new Set(
  `not no none never nobody nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't
  won't wouldn't can't couldn't shouldn't ain't denied denies deny denying refused refuses refuse declined declines decline failed fails fail
  lacks lacked lack rejects rejected disputes disputed refuted`
    .split(/\s+/)
    .filter(word => word !== ''),
);
/** After these a negation no longer holds. */
export const TURNS = new Set('but although though while whereas because however yet until unless except'.split(' '));
/** How many words after a negation it still governs. */
export const REACH = 6;

/** For each word, whether a negation governs it: one stands before it in its clause, at most six words back. */
export function negated(text: KeyedText): boolean[] {
  const flags = text.words.map(() => false);
  let until = -1;
  let odd = false;
  for (const [at, word] of text.words.entries()) {
    const before = at === 0 ? '' : text.text.slice((text.words[at - 1] as KeyedWord).end, word.start);
    if (/[.;:!?—–"“”«»]|, /.test(before) || TURNS.has(word.folded)) until = -1;
    if (NEGATORS.has(word.folded)) {
      // "not only", "no longer only": no denial. Two negations in one clause undo each other.
      const next = text.words[at + 1]?.folded;
      if (next === 'only' || next === 'just' || next === 'least') continue;
      odd = at <= until ? !odd : true;
      until = at + REACH;
      continue;
    }
    flags[at] = at <= until && odd;
  }
  return flags;
}
