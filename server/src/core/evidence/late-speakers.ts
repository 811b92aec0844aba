// Owns: who speaks the quotes within sentences of a file of notes, worked out when it is first asked for.
// Must not know: how speakers are found, what they are asked for.

/** Finds the speakers of some quotes of a file; undefined where nobody is named. */
type Find = (quotes: readonly LateQuote[]) => readonly (string | undefined)[];

/** A quote by its segment in the file, and its index in that segment's quotes. */
export interface LateQuote {
  readonly segment: number;
  readonly quote: number;
}

/** Units of text for each bit by which a word of a name is told: one word in some hundreds is taken for one of the text. */
const UNITS_TO_A_BIT = 2;
const LEAST_BITS = 1024;
const MOST_BITS = 1 << 20;
/** Words of names that are written in lower case. */
const IN_LOWER_CASE = new Set('de da di du van von der den del la le al el bin ibn the of and y'.split(' '));

/**
 * Speakers of one file. To find them takes as long as all else about a note together, and most are never asked for: it is
 * known beforehand which words their names can have.
 */
export class LateSpeakers {
  readonly #quotes: LateQuote[] = [];
  #find: Find | undefined;
  #found: readonly (string | undefined)[] = [];
  #bits: Uint32Array | undefined;
  readonly #text: string;
  readonly #hasReferences: boolean;

  /** `text` is the file's: every name that `find` can find stands in it. */
  constructor(text: string, find: Find) {
    this.#text = text;
    this.#hasReferences = REFERENCE.test(text);
    this.#find = find;
  }

  /** A quote whose speaker may be asked for later; answers how. */
  add(quote: LateQuote): () => string | undefined {
    const place = this.#quotes.length;
    this.#quotes.push(quote);
    return () => this.#speaker(place);
  }

  /** Nobody's name will be told later. */
  get isEmpty(): boolean {
    return this.#quotes.length === 0;
  }

  /** Whether the name of a speaker can have this word (folded). It may say yes where none has, never the other way. */
  mayName(word: string): boolean {
    // What a character reference stands for is not in the text.
    if (IN_LOWER_CASE.has(word) || this.#hasReferences) return true;
    const bits = this.#bits ?? this.#mark();
    if (lastAsked.word !== word) lastAsked = { word, hashes: hashesOf(word) };
    for (const hash of lastAsked.hashes) if (!isSet(bits, hash) || !isSet(bits, hash >>> 11)) return false;
    return true;
  }

  #speaker(place: number): string | undefined {
    if (this.#find) {
      this.#found = this.#find(this.#quotes);
      this.#find = undefined;
    }
    return this.#found[place];
  }

  /** Notes the words of the text that a name can have: those with a capital, or behind one in a compound. */
  #mark(): Uint32Array {
    const text = plain(this.#text);
    const bits = new Uint32Array(sizeFor(text.length) / 32);
    let end = -1;
    let isCapital = false;
    for (const match of text.matchAll(LETTERS)) {
      const [piece] = match;
      // "O'Brien", "St.John", "Al-rashid": one word of a name.
      if (match.index !== end + 1 || !JOINTS.includes(text.charAt(end))) isCapital = false;
      end = match.index + piece.length;
      const lower = piece.toLowerCase();
      isCapital ||= lower.charCodeAt(0) !== piece.charCodeAt(0);
      if (!isCapital) continue;
      const hash = hashOf(lower);
      set(bits, hash);
      set(bits, hash >>> 11);
    }
    this.#bits = bits;
    return bits;
  }
}

/** One word is asked of all Sources. */
let lastAsked: { readonly word: string; readonly hashes: readonly number[] } = { word: '', hashes: [] };

function hashesOf(word: string): readonly number[] {
  return Array.from(plain(word).matchAll(LETTERS), ([piece]) => hashOf(piece.toLowerCase()));
}

const LETTERS = /\p{L}+/gu;
const REFERENCE = /&#?\w/;
const JOINTS = "'’.-";
const NOT_ASCII = /[^\0-\x7f]/;

/** Without accents. */
function plain(text: string): string {
  return NOT_ASCII.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
}

function sizeFor(length: number): number {
  let bits = LEAST_BITS;
  while (bits < MOST_BITS && bits * UNITS_TO_A_BIT < length) bits *= 2;
  return bits;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

function isSet(bits: Uint32Array, hash: number): boolean {
  const bit = hash & (bits.length * 32 - 1);
  return ((bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

function set(bits: Uint32Array, hash: number): void {
  const bit = hash & (bits.length * 32 - 1);
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}
