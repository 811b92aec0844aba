// Owns: cutting quotes and notes into words that compare as a reader would compare them.
// Must not know: where words come from, what a difference means.

/** A word, or for a contraction one of its two words. */
export interface QuoteWord {
  /** UTF-16 offsets into the text, half-open; both words of a contraction have those of the whole. */
  readonly start: number;
  readonly end: number;
  /** What is compared: lower case, straight apostrophes, contractions written out, numbers as digits. */
  readonly key: string;
  /** Stands for words of the notes that the writer replaced by his own in square brackets. */
  readonly wild?: true;
  /** An ellipsis, or the words between the parts of a split quote, stand before it. */
  readonly gap?: true;
}

// Each repeat starts with a character that the repeat before it cannot hold: linear.
const WORD = /\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[\p{L}\p{M}]+(?:['’‘ʼ][\p{L}\p{M}]+)*['’]?(?=[^\p{L}\p{N}]|$)|[\p{L}\p{M}]+|%/gu;
const PLAIN = /^[a-z]+$/;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, string] => [word, `${value}`]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, tens): [string, string] => [word, `${(tens + 2) * 10}`]),
]);

const ONES: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine'.split(' ').map((word, at): [string, number] => [word, at + 1]),
);

const NOT: ReadonlyMap<string, string> = new Map([
  ["can't", 'can'],
  ['cannot', 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
  ["ain't", 'is'],
]);
const IS_AFTER = new Set(['it', 'he', 'she', 'that', 'there', 'what', 'who', 'where', 'here', 'how']);
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["'re", 'are'],
  ["'m", 'am'],
  ["'ll", 'will'],
  ["'ve", 'have'],
]);
const SAME: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['okay', 'ok'],
  ['alright', 'right'],
  ['mr', 'mister'],
  ['adviser', 'advisor'],
  ['grey', 'gray'],
]);

/** The words of `text` between two offsets, in order. Linear. */
export function quoteWords(text: string, from = 0, to = text.length): QuoteWord[] {
  const words: QuoteWord[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const raw = match[0];
    const start = from + match.index;
    const tens = words.at(-1);
    const ones = ONES.get(raw.toLowerCase());
    // "Fifty-seven" is 57.
    if (ones !== undefined && tens?.end === start - 1 && /^[2-9]0$/.test(tens.key) && /^-\p{L}/u.test(text.slice(start - 1, start + 1)))
      words[words.length - 1] = { start: tens.start, end: start + raw.length, key: `${Number(tens.key) + ones}` };
    else addWord(words, raw, start, start + raw.length);
  }
  return words;
}

function addWord(words: QuoteWord[], raw: string, start: number, end: number): void {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) {
    const alone = NOT.get(lower);
    if (alone === undefined) {
      words.push({ start, end, key: NUMBER_WORDS.get(lower) ?? SAME.get(lower) ?? lower });
      return;
    }
  }
  let key = lower.normalize('NFKC').replace(/[’‘ʼ]/g, "'");
  if (/^\p{N}/u.test(key)) {
    words.push({ start, end, key: key.replace(/,(?=\p{N}{3})/gu, '') });
    return;
  }
  let cut = end;
  if (key.endsWith("'")) {
    key = key.slice(0, -1);
    cut--;
  }
  const not = NOT.get(key) ?? (key.endsWith("n't") ? key.slice(0, -3) : undefined);
  if (not !== undefined) {
    words.push({ start, end: cut, key: not }, { start, end: cut, key: 'not' });
    return;
  }
  const at = key.lastIndexOf("'");
  const ending = at > 0 ? key.slice(at) : '';
  const written = ENDINGS.get(ending) ?? (ending === "'s" && IS_AFTER.has(key.slice(0, at)) ? 'is' : undefined);
  if (written !== undefined) {
    words.push({ start, end: cut, key: key.slice(0, at) }, { start, end: cut, key: written });
    return;
  }
  words.push({ start, end: cut, key: SAME.get(key) ?? key });
}

const ELLIPSIS = /\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…\.?|\.\s?\.\s?\.(?:\s?\.)?/g;
const BRACKET = /\[([^[\]\n]{0,120})\]/g;

/** The words of a quote; the first after each ellipsis has a gap before it, words in square brackets are wild. */
export function wordsOfQuote(text: string, from: number, to: number): QuoteWord[] {
  const content = text.slice(from, to);
  const words: QuoteWord[] = [];
  let at = 0;
  const add = (end: number): void => {
    const piece = bracketed(content, at, end, from);
    const [first, ...rest] = piece;
    if (first) words.push(at > 0 && words.length > 0 ? { ...first, gap: true } : first);
    for (const word of rest) words.push(word);
  };
  for (const match of content.matchAll(ELLIPSIS)) {
    add(match.index);
    at = match.index + match[0].length;
  }
  add(content.length);
  return words;
}

function bracketed(content: string, from: number, to: number, offset: number): QuoteWord[] {
  const piece = content.slice(from, to);
  const words: QuoteWord[] = [];
  const add = (start: number, end: number): void => {
    for (const word of quoteWords(piece, start, end))
      words.push({ ...word, start: word.start + from + offset, end: word.end + from + offset });
  };
  let at = 0;
  for (const match of piece.matchAll(BRACKET)) {
    const inside = match[1] as string;
    const end = match.index + match[0].length;
    if (match.index < at) continue;
    // "[T]he": a letter's case was changed.
    if (/^\p{L}$/u.test(inside) && /\p{L}/u.test(piece[end] ?? '')) {
      add(at, match.index);
      const rest = /^[\p{L}\p{M}'’]*/u.exec(piece.slice(end, end + 60))?.[0] ?? '';
      addWord(words, inside + rest, match.index + from + offset, end + rest.length + from + offset);
      at = end + rest.length;
      continue;
    }
    add(at, match.index);
    at = end;
    if (/^\s*(?:sic|…|\.\.\.)?\s*!?$/i.test(inside)) continue;
    words.push({ start: match.index + from + offset, end: end + from + offset, key: '', wild: true });
  }
  add(at, piece.length);
  return words;
}
