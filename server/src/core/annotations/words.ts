// Owns: a text as a row of words and signs, with an index of where each stands; spaces and line ends do not count.
// Must not know: annotations, anchors.

const SPACE = 1;
const WORD = 2;
const SIGN = 3;
/** Kinds of UTF-16 units as far as they were asked for; 0 is unknown. */
const kinds = new Uint8Array(0x10000);
/** Scripts without spaces: each character stands alone. */
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function kindOf(code: number): number {
  const known = kinds[code] as number;
  if (known !== 0) return known;
  const unit = String.fromCharCode(code);
  const kind = /\s/.test(unit) ? SPACE : /[\p{L}\p{N}\p{M}_]/u.test(unit) && !ALONE.test(unit) ? WORD : SIGN;
  kinds[code] = kind;
  return kind;
}

const isPair = (text: string, at: number): boolean => {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
};

/** Calls `each` with the span of every word and sign of a text, in order. */
export function forEachWord(text: string, each: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    let end = at + (isPair(text, at) ? 2 : 1);
    if (kind === WORD) while (end < text.length && kindOf(text.charCodeAt(end)) === WORD) end++;
    each(at, end);
    at = end;
  }
}

const SAME_SIGNS: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"' };

/** What of a word is compared: composed characters, straight quotation marks. */
export function wordKey(word: string): string {
  if (word.length === 1) return SAME_SIGNS[word] ?? word;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x2ff) return word.normalize('NFC');
  return word;
}

/** Whether a word is another one with a few letters changed in one place, or cut off, or grown together with another. */
export function isRespelled(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter * 2 < longer || shorter < 3) return false;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return (start + end) / longer >= 0.6;
}

/** A short text tells as little of how rare words are as one of so many words. */
const SMALL = 500;

/** The words of a text, numbered; equal words have equal numbers. */
export class WordIndex {
  readonly text: string;
  /** Number of the word at each place, and its span. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** Places of word `n`: `#places[#from[n]]` to `#places[#from[n + 1] - 1]`. */
  readonly #from: Int32Array;
  readonly #places: Int32Array;
  #rows: ReturnType<typeof rowsOf> | undefined;

  constructor(text: string) {
    this.text = text;
    // No text has more words than units.
    const words = new Int32Array(text.length);
    const starts = new Int32Array(text.length);
    const ends = new Int32Array(text.length);
    let count = 0;
    forEachWord(text, (start, end) => {
      const key = wordKey(text.slice(start, end));
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = this.#keys.length;
        this.#numbers.set(key, number);
        this.#keys.push(key);
      }
      words[count] = number;
      starts[count] = start;
      ends[count++] = end;
    });
    this.words = words.slice(0, count);
    this.starts = starts.slice(0, count);
    this.ends = ends.slice(0, count);
    this.#from = new Int32Array(this.#keys.length + 1);
    for (let place = 0; place < count; place++) {
      const after = (words[place] as number) + 1;
      this.#from[after] = (this.#from[after] as number) + 1;
    }
    for (let n = 0; n < this.#keys.length; n++) this.#from[n + 1] = (this.#from[n + 1] as number) + (this.#from[n] as number);
    const next = this.#from.slice();
    this.#places = new Int32Array(count);
    for (let place = 0; place < count; place++) {
      const word = words[place] as number;
      const at = next[word] as number;
      this.#places[at] = place;
      next[word] = at + 1;
    }
  }

  get length(): number {
    return this.words.length;
  }

  /** How many words there are, equal ones counted once. */
  get distinct(): number {
    return this.#keys.length;
  }

  /** Whether the words of a row that begins at a place stand nowhere else in a row; false where that is not known for sure. */
  isUnique(place: number): boolean {
    this.#rows ??= rowsOf(this.words);
    return this.#rows.counts[this.#rows.hashes[place] as number] === 1;
  }

  /** First place whose word begins at an offset or behind it. */
  placeAt(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Number of a word, or -1 where the text does not have it. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** Key of the word at a place. */
  keyAt(place: number): string {
    return this.#keys[this.words[place] as number] as string;
  }

  /** How often a word stands in the text. */
  countOf(word: number): number {
    return word < 0 ? 0 : (this.#from[word + 1] as number) - (this.#from[word] as number);
  }

  /** Places of a word, in order. */
  placesOf(word: number): Int32Array {
    return word < 0 ? this.#places.subarray(0, 0) : this.#places.subarray(this.#from[word], this.#from[word + 1]);
  }

  /** In how many other places the words `[first, last]` stand in a row, at most `most`. */
  countElsewhere(first: number, last: number, most: number): number {
    const { words } = this;
    let rarest = first;
    const countAt = (place: number): number => this.countOf(words[place] as number);
    for (let place = first; place <= last; place++) if (countAt(place) < countAt(rarest)) rarest = place;
    let count = 0;
    for (const other of this.placesOf(words[rarest] as number)) {
      if (other === rarest) continue;
      let place = first;
      while (place <= last && words[place] === words[place + other - rarest]) place++;
      if (place > last && ++count === most) break;
    }
    return count;
  }

  /** How much a word tells of its place, in bits: rare ones tell most. */
  bitsOf(word: number): number {
    return Math.log2(Math.max(SMALL, this.length + 1) / Math.max(1, this.countOf(word)));
  }
}

/** Words of a row. */
export const ROW = 20;
const HASHES = 1 << 22;

const FACTOR = 0x9e3779b1 | 0;

/** How often the rows stand that begin at each place, by their hash, which rolls on from place to place. */
function rowsOf(words: Int32Array): { readonly hashes: Int32Array; readonly counts: Uint8Array } {
  const counts = new Uint8Array(HASHES);
  const hashes = new Int32Array(Math.max(0, words.length - ROW + 1));
  let first = 1;
  for (let i = 0; i < ROW; i++) first = Math.imul(first, FACTOR);
  let hash = 0;
  for (let at = 0; at < words.length; at++) {
    hash = (Math.imul(hash, FACTOR) + (words[at] as number) + 1) | 0;
    if (at >= ROW) hash = (hash - Math.imul(first, (words[at - ROW] as number) + 1)) | 0;
    if (at < ROW - 1) continue;
    const slot = (hash ^ (hash >>> 15)) & (HASHES - 1);
    hashes[at - ROW + 1] = slot;
    if ((counts[slot] as number) < 2) counts[slot] = (counts[slot] as number) + 1;
  }
  return { hashes, counts };
}
