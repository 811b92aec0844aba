// Owns: cutting text into words with their places, folding them for comparison, stemming.
// Must not know: which words matter, what is compared with what.

/** A word of a text. */
export interface Word {
  /** UTF-16 offsets into the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** Lower case, accents and possessive gone, thousands commas gone: what is compared. */
  readonly folded: string;
  /** `folded` without endings; equal to it where there are digits. */
  readonly stem: string;
}

// Every repeat is separated by a character of another class, so matching is linear.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:\[\.\]|[.,'’:_@/-])[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const DIGIT = /\p{N}/u;
const NOT_ASCII = /[^ -~]/;

/**
 * The words of `text`, in order. Compounds of letters are cut at hyphens and slashes ("side-loading" is two words);
 * what holds digits stays whole ("CVE-2025-8876", "1,968,412", "16:40"). Linear in the length of the text.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const raw = match[0];
    if (DIGIT.test(raw)) {
      addWithDigits(words, raw, start);
      continue;
    }
    let from = 0;
    for (let at = 0; at <= raw.length; at++) {
      const character = raw[at];
      if (at < raw.length && character !== '-' && character !== '/' && character !== ',' && character !== ':' && character !== '_')
        continue;
      if (at > from) words.push(word(raw.slice(from, at), start + from));
      from = at + 1;
    }
  }
  return words;
}

function addWithDigits(words: Word[], raw: string, start: number): void {
  // "47-minute", "2024/25" and "12:30-13:00" are several words; "CVE-2025-1" and "T1566.001" are one.
  const dash = /^(\p{N}[\p{N}.,:]*)-(\p{L}[\p{L}-]*)$/u.exec(raw);
  if (dash) {
    words.push(word(dash[1] as string, start));
    words.push(word(dash[2] as string, start + (dash[1] as string).length + 1));
    return;
  }
  words.push(word(raw, start));
}

function word(text: string, start: number): Word {
  const { folded, stem } = formsOf(text);
  return { start, end: start + text.length, text, folded, stem };
}

/** Forms of short words, as they come again and again. Longer ones are no copies in some engines: kept, they would hold their text. */
let forms = new Map<string, Pick<Word, 'folded' | 'stem'>>();
const MOST_FORMS = 50_000;
const LONGEST_KEPT = 12;

function formsOf(text: string): Pick<Word, 'folded' | 'stem'> {
  const known = forms.get(text);
  if (known) return known;
  const folded = foldWord(text);
  const made = { folded, stem: stem(folded) };
  if (forms.size >= MOST_FORMS) forms = new Map();
  if (text.length <= LONGEST_KEPT) forms.set(text, made);
  return made;
}

/** Lower case without accents, possessive `'s` and thousands commas; defanged dots become dots. */
export function foldWord(text: string): string {
  let folded = text.toLowerCase();
  if (NOT_ASCII.test(folded)) folded = folded.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  if (folded.endsWith("'s")) folded = folded.slice(0, -2);
  if (folded.includes('[.]')) folded = folded.replaceAll('[.]', '.');
  if (folded.includes(',') && /^\d/.test(folded)) folded = folded.replaceAll(',', '');
  return folded;
}

const VOWEL = /[aeiouy]/;

/**
 * A light English stem: plural, -ed, -ing, -ly and common noun endings off, doubled consonants single.
 * It is meant for matching, not for showing; words with digits come back as they are. After ideas of M. F. Porter,
 * "An algorithm for suffix stripping" (1980), simplified.
 */
export function stem(folded: string): string {
  if (folded.length < 4 || DIGIT.test(folded)) return folded;
  let word = folded;
  if (word.endsWith("n't") || word.includes("'")) return word;
  if (word.endsWith('sses')) word = word.slice(0, -2);
  else if (word.endsWith('ies')) word = `${word.slice(0, -3)}y`;
  else if (word.endsWith('es') && /(?:[sxz]|[cs]h)es$/.test(word)) word = word.slice(0, -2);
  else if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  word = verbStem(word);
  word = nounStem(word);
  const last = word.charAt(word.length - 1);
  if (word.length > 2 && last === word.charAt(word.length - 2) && !'aeiou'.includes(last)) word = word.slice(0, -1);
  if (word.length > 3 && word.endsWith('e')) word = word.slice(0, -1);
  if (word.length > 2 && word.endsWith('y')) word = `${word.slice(0, -1)}i`;
  return word;
}

const NO_VERBS = new Set('evening morning ceiling nothing something anything everything during sibling hundred'.split(' '));

function verbStem(word: string): string {
  if (NO_VERBS.has(word)) return word;
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !VOWEL.test(rest)) return word;
    return rest;
  }
  return word;
}

const NOUN_ENDINGS: readonly (readonly [string, string])[] = [
  ['ization', 'iz'],
  ['isation', 'iz'],
  ['ational', 'at'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'iv'],
  ['ability', 'abl'],
  ['ibility', 'ibl'],
  ['ation', 'at'],
  ['ition', 'it'],
  ['ement', ''],
  ['ment', ''],
  ['ness', ''],
  ['ally', 'al'],
  ['ably', 'abl'],
  ['ise', 'iz'],
  ['ize', 'iz'],
  ['ion', ''],
  ['ate', 'at'],
  ['ly', ''],
];

function nounStem(word: string): string {
  for (const [ending, put] of NOUN_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.length - ending.length;
    if (rest >= 4) return word.slice(0, rest) + put;
  }
  return word;
}
