// Owns: which term of the index a word is.
// Must not know: passages, ranking.
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { baseStem } from '../lexicon/paraphrases.ts';
import type { Word } from '../text/words.ts';

/** The term of a word as the index knows it; undefined for words that say nothing. */
export function termOf(word: Word): string | undefined {
  if (FUNCTION_WORDS.has(word.folded)) return undefined;
  if (word.folded.length < 2 && !/\p{N}|\p{Lo}/u.test(word.folded)) return undefined;
  return baseStem(word.folded, word.stem);
}
