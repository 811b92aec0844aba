// Owns: plurals of English nouns, as far as look-ups and fixes need them.
// Must not know: security terms, sentences.

/** The regular plural of a phrase: its last word inflected ("policy" → "policies"). */
export function plural(phrase: string): string {
  if (/[^aeiou]y$/i.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(phrase)) return `${phrase}es`;
  return `${phrase}s`;
}

/** "a" or "an" before a word, by its letters; acronyms by the name of their first letter. */
export function articleFor(word: string): 'a' | 'an' {
  const first = word.trimStart();
  if (/^[A-Z]{2,}/.test(first)) return /^[AEFHILMNORSX]/.test(first) ? 'an' : 'a';
  if (/^(?:hour|honest|heir)/i.test(first)) return 'an';
  if (/^(?:uni|use|user|usa|eu|one\b|once\b)/i.test(first)) return 'a';
  return /^[aeiou]/i.test(first) ? 'an' : 'a';
}
