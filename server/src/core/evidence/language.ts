// Owns: telling the language of a text, roughly, so that what cannot be compared is not compared.
// Must not know: Sources, drafts.

/** Frequent function words that the other languages of the list do not share, or share rarely. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in is that was for it with as on are this they have from not by an at be which were has'.split(' ')),
  de: new Set('der die das und ist nicht ein eine mit auf den dem von zu sich auch für wird sind wurde bei oder nach aus'.split(' ')),
  fr: new Set('le les des et est une dans que qui pour pas sur avec sont par du au aux cette ce été plus leur nous'.split(' ')),
  es: new Set('el los las y es una que del por con para no su se al como más pero sus fue ha este esta son'.split(' ')),
  it: new Set('il gli che di è una per non con della sono del dei nel alla anche come più questo stato delle ha'.split(' ')),
  nl: new Set('het een van en is dat niet op te zijn met voor aan er door maar ook als bij naar werd uit heeft'.split(' ')),
  pt: new Set('o os as e é uma que do da não com para por em dos das mais foi ao são seu sua como mas'.split(' ')),
  sv: new Set('och att det som en på är av för med den till inte ett har de om var från vid men så'.split(' ')),
  pl: new Set('i w z na nie się że do jest to przez od jak po dla o ale są było oraz tym'.split(' ')),
};
const LANGUAGES = Object.keys(WORDS);
/** Which languages have a word, by their places in the list. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [place, language] of LANGUAGES.entries())
  for (const word of WORDS[language] ?? []) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), place]);
const LONGEST_WORD = Math.max(...[...LANGUAGES_OF.keys()].map(word => word.length));
/** What may be a letter, and is none of ASCII's. */
const OTHER_LETTERS = /[^\0-\x7f\xa0\u2000-\u206f]/;
/** All that is written in a script of its own, and some signs more. */
const OTHER_SCRIPTS = /[\u0370-\u1fff\u2126-\uffff]/;

const SAMPLE = 6000;
const MIN_WORDS = 8;

/** ISO 639-1 code of the language of `texts` read together, or undefined where too little speaks for one. */
export function languageOf(texts: Iterable<string>): string | undefined {
  let sample = '';
  for (const text of texts) {
    sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const script = OTHER_SCRIPTS.test(sample) ? scriptOf(sample) : undefined;
  if (script !== undefined) return script;
  const counts = new Uint32Array(LANGUAGES.length);
  const words = countWords(sample.toLowerCase(), counts);
  if (words < MIN_WORDS) return undefined;
  let best = 0;
  let second = 0;
  for (let language = 1; language < counts.length; language++) {
    const count = counts[language] as number;
    if (count > (counts[best] as number)) {
      second = counts[best] as number;
      best = language;
    } else if (count > second) second = count;
  }
  const most = counts[best] as number;
  // Notes in telegram style have few function words: then it stays open.
  return most >= 3 && most >= 1.5 * second && most / words >= 0.08 ? LANGUAGES[best] : undefined;
}

/** Counts the words of a text in lower case, and for each language those that are its own. */
function countWords(text: string, counts: Uint32Array): number {
  if (!OTHER_LETTERS.test(text)) return countAscii(text, counts);
  let words = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    words++;
    countWord(word, counts);
  }
  return words;
}

function countAscii(text: string, counts: Uint32Array): number {
  let words = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isAsciiLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (isAsciiLetter(text.charCodeAt(at))) at++;
    words++;
    if (at - start <= LONGEST_WORD) countWord(text.slice(start, at), counts);
  }
  return words;
}

function isAsciiLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function countWord(word: string, counts: Uint32Array): void {
  for (const language of LANGUAGES_OF.get(word) ?? []) counts[language] = (counts[language] as number) + 1;
}

function scriptOf(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 10) return undefined;
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / letters;
  if (share(/[\u3040-\u30ff]/g) > 0.15) return 'ja';
  if (share(/[\uac00-\ud7af]/g) > 0.4) return 'ko';
  if (share(/\p{Script=Han}/gu) > 0.4) return 'zh';
  if (share(/[іїєґІЇЄҐ]/g) > 0.02 && share(/\p{Script=Cyrillic}/gu) > 0.4) return 'uk';
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return 'ru';
  if (share(/\p{Script=Arabic}/gu) > 0.4) return 'ar';
  if (share(/\p{Script=Hebrew}/gu) > 0.4) return 'he';
  if (share(/\p{Script=Greek}/gu) > 0.4) return 'el';
  if (share(/\p{Script=Thai}/gu) > 0.4) return 'th';
  if (share(/\p{Script=Devanagari}/gu) > 0.4) return 'hi';
  return undefined;
}
