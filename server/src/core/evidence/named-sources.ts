// Owns: which Sources a name in prose means: "Brodie said" is the call with Brodie.
// Must not know: claims, verdicts, rules.

import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { perObject } from '../text/kept.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Source } from './types.ts';

/** Words of prose that name nobody by themselves. */
const ROLE_WORDS = new Set(
  `bank company firm ministry agency office report statement spokesman spokeswoman spokesperson official officials police government court
  study paper researchers researcher analysts analyst experts expert group team professor president minister director head chief executive
  memo email mail press release page website blog post article account story interview call briefing bulletin advisory notice
  someone people person man woman source sources`.split(/\s+/),
);

/** Words by which a Source is known, besides the names of those who speak in it: key, title, authors, its first lines. */
interface Naming {
  readonly key: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
}

/** Words of the names of those who speak in a Source. */
const speakingIn = perObject(({ passages }: Source): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const name of new Set(passages.map(passage => passage.quote?.speaker))) if (name !== undefined) addWords(words, name);
  return words;
});

/** Whether a word is of the name of somebody who wrote a Source or speaks in it. */
function isOfPerson(source: Source, { people }: Naming, word: string): boolean {
  if (people.has(word)) return true;
  return source.late?.mayName(word) !== false && speakingIn(source).has(word);
}

const NAMINGS = new WeakMap<Source, Naming>();

function namingOf(source: Source): Naming {
  const known = NAMINGS.get(source);
  if (known !== undefined) return known;
  const people = new Set<string>();
  for (const author of source.metadata.authors ?? []) addWords(people, author);
  const text = new Set<string>();
  for (const passage of source.passages.slice(0, 3)) {
    // The first lines of free notes say who is speaking.
    addNames(text, passage.text);
  }
  const title = new Set<string>();
  addWords(title, source.title);
  const key = new Set<string>();
  addWords(key, source.key.replaceAll(/[-_./:]/g, ' '));
  const initials = new Set<string>();
  addInitials(initials, source.title);
  for (const author of source.metadata.authors ?? []) addInitials(initials, author);
  const made = { key, title, people, text, initials };
  NAMINGS.set(source, made);
  return made;
}

function addWords(set: Set<string>, text: string): void {
  for (const word of wordsOf(text)) if (!FUNCTION_WORDS.has(word.folded) && word.folded.length > 1) set.add(word.folded);
}

function addNames(set: Set<string>, text: string): void {
  for (const word of wordsOf(text)) {
    if (word.text.charAt(0) !== word.text.charAt(0).toLowerCase() && word.folded.length > 2) set.add(word.folded);
  }
}

function addInitials(set: Set<string>, text: string): void {
  let run = '';
  for (const word of wordsOf(text)) {
    if (word.text.charAt(0) !== word.text.charAt(0).toLowerCase()) run += word.folded.charAt(0);
    else if (!FUNCTION_WORDS.has(word.folded)) run = '';
    if (run.length > 1) set.add(run);
  }
}

/** What was asked of the Sources of an index, which are another map when any of them changed. */
const ASKED = new WeakMap<ReadonlyMap<string, Source>, Map<string, readonly Source[]>>();

/** `sourcesNamed` among all Sources of an index: every claim asks for the same few names. */
export function sourcesNamedAmong(name: string, sources: ReadonlyMap<string, Source>): readonly Source[] {
  const asked = ASKED.get(sources) ?? new Map<string, readonly Source[]>();
  ASKED.set(sources, asked);
  const found = asked.get(name) ?? sourcesNamed(name, sources.values());
  asked.set(name, found);
  return found;
}

/**
 * The Sources that `name` ("Hanna Brodie", "the NCSO", "Lumenet's statement") can mean, best first.
 * Every telling word of the name must be known of the Source; roles alone ("the bank") mean none.
 */
export function sourcesNamed(name: string, sources: Iterable<Source>): Source[] {
  const words = wordsOf(name).filter(word => !FUNCTION_WORDS.has(word.folded));
  const telling = words.filter(word => !ROLE_WORDS.has(word.folded) && isName(word.text));
  if (telling.length === 0) return sourcesDescribed(words, sources);
  // A person goes by the surname: the last capitalised word.
  const surname = telling[telling.length - 1];
  const found: { source: Source; rank: number }[] = [];
  for (const source of sources) {
    const naming = namingOf(source);
    let rank = 0;
    let known = 0;
    let person = false;
    for (const word of telling) {
      const weight = word === surname ? 2 : 1;
      if (isOfPerson(source, naming, word.folded)) {
        rank += 4 * weight;
        person ||= word === surname;
      } else if (naming.title.has(word.folded) || naming.key.has(word.folded)) rank += 3 * weight;
      else if (naming.initials.has(word.folded)) rank += 3 * weight;
      else if (naming.text.has(word.folded)) rank += weight;
      else if (word === surname) {
        rank = 0;
        break;
      } else continue;
      known++;
    }
    // Of a name of several words one alone is chance, unless it is a speaker's surname.
    if (known < 2 && telling.length > 2 && !person) continue;
    if (rank > 0) found.push({ source, rank });
  }
  const best = Math.max(0, ...found.map(one => one.rank));
  return found
    .filter(one => one.rank * 2 > best)
    .sort((a, b) => b.rank - a.rank || (a.source.key < b.source.key ? -1 : 1))
    .map(one => one.source);
}

/** "the pool report", "its statement": the one Source whose title and key have all of these words. */
function sourcesDescribed(words: readonly Word[], sources: Iterable<Source>): Source[] {
  if (words.length === 0 || words.some(word => VAGUE.has(word.folded))) return [];
  const found: Source[] = [];
  for (const source of sources) {
    const naming = namingOf(source);
    if (words.every(word => naming.title.has(word.folded) || naming.key.has(word.folded))) found.push(source);
  }
  return found.length === 1 ? found : [];
}

const VAGUE = new Set(
  'bank company firm group team people person man woman someone source sources expert experts analyst analysts researcher researchers official officials'.split(
    ' ',
  ),
);

function isName(text: string): boolean {
  return text.charAt(0) !== text.charAt(0).toLowerCase();
}
