// Owns: singular and plural of English nouns, by rule with a short list of exceptions.
// Must not know: what the words are used for.

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['mice', 'mouse'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['matrices', 'matrix'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['selves', 'self'],
  ['caches', 'cache'],
  ['databases', 'database'],
  ['uses', 'use'],
  ['cases', 'case'],
  ['houses', 'house'],
  ['releases', 'release'],
  ['licenses', 'license'],
  ['licences', 'licence'],
  ['purchases', 'purchase'],
  ['responses', 'response'],
  ['expenses', 'expense'],
  ['phases', 'phase'],
  ['phrases', 'phrase'],
  ['viruses', 'virus'],
  ['statuses', 'status'],
  ['buses', 'bus'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['zombies', 'zombie'],
  ['ties', 'tie'],
  ['lies', 'lie'],
  ['pies', 'pie'],
  ['selfies', 'selfie'],
  ['staff', 'staff'],
  ['police', 'police'],
  ['media', 'media'],
  ['personnel', 'personnel'],
  ['clergy', 'clergy'],
]);

const NOT_PLURAL = new Set(
  'is was has does this its his hers ours yours theirs us as thus plus minus across perhaps always sometimes various previous serious obvious less unless besides towards afterwards yes news series species means windows business process access address status virus analysis basis crisis thesis axis chaos campus focus bus gas bias lens class glass mass pass boss loss cross press success congress progress express stress dress process access kubernetes politics mathematics physics https dns tls css aws os ios sms apps.js whereas'.split(
    ' ',
  ),
);

/** Whether a word in lower case looks like a plural noun. */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word)) return true;
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith('us') &&
    !word.endsWith("'s") &&
    !word.endsWith('ous') &&
    !NOT_PLURAL.has(word)
  );
}

/** Singular of a noun in lower case; words that are no plural come back as they are. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (!isPlural(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
