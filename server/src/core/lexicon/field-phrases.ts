// Owns: the phrases of all matters, to be looked up by their first word.
// Must not know: sentences, which phrases there are (fields).

import { lazy } from '../text/lazy.ts';
import { FIELDS } from './fields.ts';

/** What a word or phrase says of a matter. */
export interface Pole {
  /** Index of the matter. */
  readonly field: number;
  readonly isYes: boolean;
  /** The way in which it is so; undefined where it is said in general. */
  readonly kind?: number;
}

/** A phrase of the table. */
export interface FieldPhrase extends Pole {
  /** Words as written in lower case, "word*" for any form of one, "_" for up to four words. */
  readonly words: readonly string[];
}

/** All phrases by their first word, the longest first; those that start with any form of a word by its first three letters and a star. */
export const fieldPhrases: () => ReadonlyMap<string, readonly FieldPhrase[]> = lazy(() =>
  byFirstWord(
    FIELDS.flatMap(({ yes, no, kinds = [] }, field) => [
      ...phrasesOf(yes).map(words => ({ field, isYes: true, words })),
      ...phrasesOf(no).map(words => ({ field, isYes: false, words })),
      ...kinds.flatMap((kind, index) => phrasesOf(kind).map(words => ({ field, isYes: true, kind: index, words }))),
    ]),
  ),
);

function phrasesOf(list: string): string[][] {
  return list
    .split('|')
    .map(phrase => phrase.trim().split(/\s+/))
    .filter(([first]) => first !== undefined && first !== '');
}

function byFirstWord(phrases: readonly FieldPhrase[]): Map<string, FieldPhrase[]> {
  const map = new Map<string, FieldPhrase[]>();
  for (const phrase of [...phrases].sort((a, b) => b.words.length - a.words.length)) {
    const first = phrase.words[0] as string;
    const key = first.endsWith('*') ? `${first.slice(0, 3)}*` : first;
    const list = map.get(key);
    if (list) list.push(phrase);
    else map.set(key, [phrase]);
  }
  return map;
}
