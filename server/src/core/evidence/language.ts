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
const SAMPLE = 6000;
const MIN_WORDS = 8;

/** ISO 639-1 code of the language of `texts` read together, or undefined where too little speaks for one. */
export function languageOf(texts: Iterable<string>): string | undefined {
  let sample = '';
  for (const text of texts) {
    sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const script = scriptOf(sample);
  if (script !== undefined) return script;
  const counts = new Map<string, number>();
  let words = 0;
  for (const match of sample.toLowerCase().matchAll(/\p{L}+/gu)) {
    words++;
    for (const language in WORDS) if (WORDS[language]?.has(match[0])) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  if (words < MIN_WORDS) return undefined;
  let best: string | undefined;
  let most = 0;
  let second = 0;
  for (const [language, count] of counts) {
    if (count > most) {
      second = most;
      most = count;
      best = language;
    } else if (count > second) second = count;
  }
  // Notes in telegram style have few function words: then it stays open.
  return most >= 3 && most >= 1.5 * second && most / words >= 0.08 ? best : undefined;
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
