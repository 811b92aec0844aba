// Owns: telling whether the speaker named in a draft and the one named in the notes can be one person.
// Must not know: quotes' words, rules.
import { initialsOf, nameWords, sameSurname } from '../../extract/attributions/speakers.ts';
import { ORGANISATION_NAME, ORGANISATION_NOUNS, ROLE_NOUNS } from '../../lexicon/source-nouns.ts';

/** Words of a name, folded. */
export function nameWordsOf(name: string): string[] {
  return nameWords(name);
}

/** Whether `name` reads as the full name of a person: two to four capitalised words, none of a body or role. */
export function isFullName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  if (!/^\p{Lu}/u.test(words[0] as string) || !/^\p{Lu}/u.test(words[words.length - 1] as string)) return false;
  return !words.some(word => isBody(word.toLowerCase().replace(/[.,'’]/g, '')));
}

function isBody(word: string): boolean {
  return ORGANISATION_NAME.has(word) || ORGANISATION_NOUNS.has(word) || ROLE_NOUNS.has(word);
}

const INITIALS = /^\p{Lu}\.?(?:\s?\p{Lu}\.?){0,3}$/u;

/**
 * Whether the draft names another person than the notes do: `same`, `other`, or `unknown` where one of them is a
 * role, a body or too short to tell. `isSpeaker` knows last names of people who are quoted in the notes by full name.
 */
export function compareSpeakers(drafted: string, noted: string, isSpeaker: (lastName: string) => boolean): 'same' | 'other' | 'unknown' {
  const draft = nameWords(drafted);
  const note = nameWords(noted);
  const draftLast = draft.at(-1);
  const noteLast = note.at(-1);
  if (draftLast === undefined || noteLast === undefined) return 'unknown';
  if (sameSurname(drafted, noted) || draft.some(word => note.includes(word) && word.length > 2)) return 'same';
  if (INITIALS.test(noted.trim())) {
    const initials = noted.toLowerCase().replace(/[^\p{L}]/gu, '');
    const own = initialsOf(drafted);
    if (own === initials || (draft.length === 1 && initials.endsWith(own)) || (initials.length === 1 && own.includes(initials)))
      return 'same';
    return initials.length > 1 && (isFullName(drafted) || isSpeaker(draftLast)) ? 'other' : 'unknown';
  }
  const isDraftPerson = isFullName(drafted) || isSpeaker(draftLast);
  const isNotePerson = isFullName(noted) || (note.length === 1 && /^\p{Lu}/u.test(noted) && isSpeaker(noteLast) && !isBody(noteLast));
  return isDraftPerson && isNotePerson ? 'other' : 'unknown';
}
