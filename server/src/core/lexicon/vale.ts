// Owns: reading Vale-style vocabularies (accept.txt, reject.txt) as house terms.
// Must not know: where the files lie, the configuration file, rules.

/** House terms that a vocabulary stands for. */
export interface Vocabulary {
  /** Written form to house form: lines of accept.txt that fix capitals, and swaps. */
  readonly prefer: ReadonlyMap<string, string>;
  /** Words of reject.txt, without a reason. */
  readonly ban: ReadonlyMap<string, string>;
  /** Acronyms of accept.txt: words that the house's readers know. */
  readonly acronyms: ReadonlyMap<string, string>;
  /** Lines that cannot be read as words, with their zero-based number. */
  readonly skipped: readonly { readonly file: 'accept' | 'reject'; readonly line: number; readonly text: string }[];
}

/**
 * Reads a vocabulary. Format: one entry a line, case matters, `#` starts a comment, entries are regular expressions
 * (Vale's documentation, "Vocabularies"). Of these only plain words, optional letters (`colou?r`), alternatives in
 * brackets (`(?:cyber|web) ?site`), character sets of up to four letters (`[Cc]yber`) and the prefix `(?i)` are read;
 * anything else is skipped and named, never run.
 */
export function readVocabulary(accept: string, reject: string): Vocabulary {
  const prefer = new Map<string, string>();
  const ban = new Map<string, string>();
  const acronyms = new Map<string, string>();
  const skipped: { file: 'accept' | 'reject'; line: number; text: string }[] = [];
  for (const { line, text } of entriesOf(accept)) {
    const words = expand(text);
    if (!words) {
      skipped.push({ file: 'accept', line, text });
      continue;
    }
    for (const word of words) {
      if (/^[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*$/.test(word) && word.length <= 7) acronyms.set(word, '');
      // An accepted word with capitals of its own fixes its spelling.
      else if (words.length === 1 && !text.startsWith('(?i)') && /\p{Lu}/u.test(word.slice(1))) prefer.set(word.toLowerCase(), word);
    }
  }
  for (const { line, text } of entriesOf(reject)) {
    const words = expand(text);
    if (words) for (const word of words) ban.set(word, '');
    else skipped.push({ file: 'reject', line, text });
  }
  return { prefer, ban, acronyms, skipped };
}

function entriesOf(text: string): { line: number; text: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((entry, line) => ({ line, text: entry.trim() }))
    .filter(entry => entry.text !== '' && !entry.text.startsWith('#'));
}

const MOST_WORDS = 32;

/** The words that a small regular expression stands for; undefined where it is more than that. */
function expand(entry: string): string[] | undefined {
  let rest = entry
    .replace(/^\(\?i\)/, '')
    .replace(/^\\b|\\b$/g, '')
    .replace(/^\^|\$$/g, '');
  if (rest.length > 200) return undefined;
  let words = [''];
  while (rest !== '') {
    const part =
      /^(?:\((?:\?:)?([^()|[\]?*+.\\]{1,40}(?:\|[^()|[\]?*+.\\]{0,40}){0,7})\)|\[([^\]\\^-]{1,4})\]|\\([.+*?()'&/-])|([^()[\]{}|*+.?\\^$]))(\?)?/u.exec(
        rest,
      );
    if (!part) return undefined;
    const [whole, alternatives, set, escaped, plain, optional] = part;
    const choices = alternatives?.split('|') ?? (set ? [...set] : [escaped ?? plain ?? '']);
    if (optional) choices.push('');
    words = words.flatMap(word => choices.map(choice => word + choice));
    if (words.length > MOST_WORDS) return undefined;
    rest = rest.slice(whole.length);
  }
  return [...new Set(words.map(word => word.trim()).filter(word => /[\p{L}\p{N}]/u.test(word)))];
}
