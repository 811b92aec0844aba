// Owns: telling whether the speaker named in a draft and the one named in the notes can be one person.
// Must not know: quotes' words, rules.
import { initialsOf, nameWords, sameSurname } from '../../extract/attributions/speakers.ts';
import { ORGANISATION_NAME, ORGANISATION_NOUNS, ROLE_NOUNS } from '../../lexicon/source-nouns.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';

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

/** Words before a name that say what its bearer is: "Delegate Harro Quist", "Chief Inspector Tom Haag". */
const stations = lazy(
  () =>
    new RegExp(
      `^(?:${alternatives(
        /the|chief|deputy|vice|acting|former|senior|lead|presiding/,
        /president|delegate|treasurer|judge|justice/,
        // Police and courts.
        /inspector|sergeant|detective|captain|prosecutor|lawyer|attorney|counsel|witness|expert|accused|defendant/,
        // Government.
        /minister|senator|commissioner|councillor|mayor|chair|chairman|chairwoman/,
        /secretary|director/,
        /professor|prof|dr|mr|mrs|ms|sir|dame/,
        /engineer|officer|spokesman|spokeswoman|spokesperson/,
        /moderator|host|guest|member|alderman|clerk|registrar|rapporteur|representative|dean/,
      )})$`,
    ),
);

/** A name without what its bearer is. */
function bare(name: string): string {
  const words = name.trim().split(/\s+/);
  while (words.length > 1 && stations().test((words[0] as string).toLowerCase().replace(/[.,]$/, ''))) words.shift();
  return words.join(' ');
}

/** Whether a name, perhaps with what its bearer is, can only be a person's: "Orla Finch", "Judge Adaeze Rowntree", "Inspector Haag". */
export function isPersonName(name: string): boolean {
  const alone = bare(name);
  if (isFullName(alone) || isFullName(name)) return true;
  return alone !== name.trim() && /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(alone) && !isBody(alone.toLowerCase());
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]{1,30}(?: (?:van|von|de|der|den|da|di|al|bin) )?(?: \\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}){1,2}";
/** "Prosecution: Ida Fossum", "Treasurer Bram Ilves", "the chair, Berit Aalto", "Dean Harcastle (regional manager)", "Torben Skage, 44". */
const introduced = lazy((): readonly [RegExp, RegExp] => [
  new RegExp(`(?<![\\p{L}\\p{N}])([\\p{L}-]{2,20}(?:ion|ing|er|or|ed|ant|ness|air|ce|st)?)(?:: |, | )(${NAME})(?![\\p{L}\\p{N}])`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${NAME})(?:, | \\()((?:\\d\\d(?=[,.;)])|[^,.;:()]{1,60}))`, 'gu'),
]);
const LABEL_OF_PERSON =
  /^(?:presiding|prosecution|defen[cs]e|accused|claimants?|present|from|to|cc|by|interview(?:ee)?|author|contact|speakers?|caller|minutes|panel|guests?)$/;

/** Last names, folded, of people whom a text introduces by their full name and what they are. */
export function introducedIn(text: string): readonly string[] {
  const lasts: string[] = [];
  const add = (name: string): void => {
    const last = nameWords(name).at(-1);
    if (last !== undefined && last.length > 2 && isPersonName(name)) lasts.push(last);
  };
  const [before, behind] = introduced();
  for (const [, role = '', name = ''] of text.matchAll(before)) {
    const word = role.toLowerCase();
    if (stations().test(word) || ROLE_NOUNS.has(word) || LABEL_OF_PERSON.test(word)) add(name);
  }
  for (const [, name = '', what = ''] of text.matchAll(behind)) {
    if (
      /^\d/.test(what) ||
      what
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .some(word => ROLE_NOUNS.has(word) || stations().test(word))
    )
      add(name);
  }
  return lasts;
}

const INITIALS = /^\p{Lu}\.?(?:\s?\p{Lu}\.?){0,3}$/u;

/**
 * Whether the draft names another person than the notes do: `same`, `other`, or `unknown` where one of them is a
 * role, a body or too short to tell. `notes` know the last names of people whom they quote or introduce by full name, and firms where people work.
 */
export function compareSpeakers(
  drafted: string,
  noted: string,
  notes: { isSpeaker(lastName: string): boolean; isWorkplace(name: string): boolean },
): 'same' | 'other' | 'unknown' {
  const draft = nameWords(drafted);
  const note = nameWords(noted);
  const draftLast = draft.at(-1);
  const noteLast = note.at(-1);
  if (draftLast === undefined || noteLast === undefined) return 'unknown';
  if (sameSurname(drafted, noted) || draft.some(word => note.includes(word) && word.length > 2)) return 'same';
  const isKnown = notes.isSpeaker(draftLast);
  if (INITIALS.test(noted.trim())) {
    const initials = noted.toLowerCase().replace(/[^\p{L}]/gu, '');
    const own = initialsOf(drafted);
    if (own === initials || (draft.length === 1 && initials.endsWith(own)) || (initials.length === 1 && own.includes(initials)))
      return 'same';
    return initials.length > 1 && (isPersonName(drafted) || isKnown) ? 'other' : 'unknown';
  }
  // A surname alone is a person's where the notes say so, and then the draft's name must be one by the notes, too.
  if (!isKnown && ((note.length === 1 && !isPersonName(noted)) || notes.isWorkplace(drafted))) return 'unknown';
  const isDraftPerson = isPersonName(drafted) || isKnown;
  const isNotePerson =
    isPersonName(noted) || (note.length === 1 && /^\p{Lu}/u.test(noted) && notes.isSpeaker(noteLast) && !isBody(noteLast));
  return isDraftPerson && isNotePerson ? 'other' : 'unknown';
}
