// Owns: which passages hold which terms, in flat typed arrays, updated file by file.
// Must not know: Sources, ranking, what passages mean.
import { paraphraseGroups } from '../lexicon/paraphrases.ts';
import { wordsOf } from '../text/words.ts';
import { termOf } from './index-terms.ts';
import { Ints, NumberLists, Pieces } from './number-lists.ts';

interface IndexedFile {
  readonly uri: string;
  /** Number of its first passage. */
  base: number;
  readonly count: number;
}

/** Dead passages are swept once they are this many and half of all. */
const SWEEP = 4096;
const MAX_COUNT = 15;
/** Passages of more terms count as ones of so many. */
export const MOST_LENGTH = 511;
/**
 * Forward list of a passage: its terms in order, `-1` for a gap of words that say nothing.
 * Posting list of a term: the passages that hold it, each with how often.
 */
export class PostingLists {
  readonly #numbers = new Map<string, number>();
  readonly #frequencies = new Ints();
  /** The revision in which passages with a term, or with a word of a group of near synonyms, last came or went. */
  readonly #changed = new Ints();
  readonly #groupChanged = new Map<number, number>();
  #revision = 0;
  readonly #postings = new NumberLists();
  #forward = new Ints(4096);
  #starts = new Ints();
  #lengths = new Ints();
  /** Index in `#files`, -1 for passages that are gone; high bits: group in the file. */
  #fileOf = new Ints();
  #groupOf = new Ints();
  readonly #files: (IndexedFile | undefined)[] = [];
  readonly #byUri = new Map<string, number>();
  readonly #groups: (ReadonlySet<number> | undefined)[] = [];
  #live = 0;
  #totalLength = 0;
  /** Terms of pieces of text, -1 for words that say nothing. No word crosses white space. */
  readonly #pieces = new Pieces(piece =>
    wordsOf(piece).map(word => {
      const name = termOf(word);
      return name === undefined ? -1 : this.#intern(name);
    }),
  );
  /** Scratch: how often each term was met in the passage at hand; all zero between calls. */
  #counts = new Int32Array(1024);

  /** One past the highest passage number. */
  get size(): number {
    return this.#lengths.length;
  }

  /** Mean length of passages, in coarse steps. */
  get averageLength(): number {
    return this.#live === 0 ? 1 : coarse(Math.max(1, this.#totalLength / this.#live));
  }

  /** All that ranking knows of the collection as a whole: equal strings mean equal statistics. */
  get statistics(): string {
    return `${coarse(this.#live)} ${this.averageLength}`;
  }

  /** Whether passages with one of these terms, or a near synonym, came or went since `revision`. */
  hasChanged(names: Iterable<string>, since: number): boolean {
    for (const name of names) {
      const term = this.termNumber(name);
      if (term >= 0 && this.#changed.at(term) > since) return true;
      for (const group of paraphraseGroups(name)) if ((this.#groupChanged.get(group) ?? 0) > since) return true;
    }
    return false;
  }

  /** Terms ever met. */
  get termCount(): number {
    return this.#numbers.size;
  }

  /** Number of a term; -1 where none is known. */
  termNumber(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /** Live passages that hold a term. */
  frequency(term: number): number {
    return term < 0 ? 0 : this.#frequencies.at(term);
  }

  /** Inverse document frequency over the coarse number of passages, always above zero (Robertson and Zaragoza 2009, with the usual +1 inside the logarithm). */
  rarity(term: number): number {
    const frequency = this.frequency(term);
    return Math.log(1 + (Math.max(0, coarse(this.#live) - frequency) + 0.5) / (frequency + 0.5));
  }

  lengthOf(id: number): number {
    return this.#lengths.at(id);
  }

  /** Number of a file's first passage; -1 for unknown files. */
  baseOf(uri: string): number {
    const file = this.#files[this.#byUri.get(uri) ?? -1];
    return file ? file.base : -1;
  }

  placeOf(id: number): { readonly uri: string; readonly index: number } | undefined {
    const file = this.#files[this.#fileOf.at(id)];
    return file && { uri: file.uri, index: id - file.base };
  }

  /** Orders passages by file and place, whatever the order of indexing. */
  comparePlaces(a: number, b: number): number {
    const x = this.#files[this.#fileOf.at(a)];
    const y = this.#files[this.#fileOf.at(b)];
    if (!x || !y || x === y) return a - b;
    return x.uri < y.uri ? -1 : 1;
  }

  /** Adds the passages of a file that is not there yet. */
  add(uri: string, passages: Iterable<{ readonly text: string; readonly group: number }>, revision: number): void {
    this.#revision = revision;
    const base = this.size;
    const number = this.#files.length;
    for (const { text, group } of passages) this.#addPassage(text, number, group);
    this.#files.push({ uri, base, count: this.size - base });
    this.#byUri.set(uri, number);
  }

  remove(uri: string, revision: number): void {
    this.#revision = revision;
    const number = this.#byUri.get(uri);
    const file = number === undefined ? undefined : this.#files[number];
    if (number === undefined || !file) return;
    for (let id = file.base; id < file.base + file.count; id++) {
      this.#fileOf.data[id] = -1;
      this.#live--;
      this.#totalLength -= this.#lengths.at(id);
      this.forEachTerm(id, term => {
        this.#frequencies.data[term] = this.#frequencies.at(term) - 1;
        this.#touch(term);
      });
    }
    this.#files[number] = undefined;
    this.#byUri.delete(uri);
    if (this.size - this.#live > SWEEP && this.size - this.#live > this.#live) this.#sweep();
  }

  /**
   * Adds BM25's part of a term to the scores of the live passages that hold it: `gain`, saturated by how often it stands
   * there and by `norms` for the passage's length. Passages that had no score are added to `touched`.
   */
  addScores(term: number, gain: number, norms: Float64Array, scores: Float64Array, touched: number[]): void {
    const { pool } = this.#postings;
    for (let chunk = this.#postings.headOf(term); chunk >= 0; chunk = pool.at(chunk)) {
      const end = chunk + 3 + pool.at(chunk + 2);
      for (let at = chunk + 3; at < end; at++) {
        const packed = pool.at(at);
        const id = packed >>> 4;
        if (this.#fileOf.at(id) < 0) continue;
        const count = packed & MAX_COUNT;
        if (scores[id] === 0) touched.push(id);
        const norm = norms[Math.min(this.#lengths.at(id), MOST_LENGTH)] as number;
        scores[id] = (scores[id] as number) + (gain * count) / (count + norm);
      }
    }
  }

  /** Calls back once for each term of a passage, with how often it stands there. Not to be called from its own callback. */
  forEachTerm(id: number, callback: (term: number, count: number) => void): void {
    if (this.#counts.length < this.#numbers.size) this.#counts = new Int32Array(this.#numbers.size * 2);
    const counts = this.#counts;
    const start = this.#starts.at(id);
    const end = this.#endOf(id);
    const { data } = this.#forward;
    for (let at = start; at < end; at++) {
      const term = data[at] as number;
      if (term >= 0) counts[term] = (counts[term] as number) + 1;
    }
    for (let at = start; at < end; at++) {
      const term = data[at] as number;
      if (term < 0) continue;
      const count = counts[term] as number;
      if (count === 0) continue;
      counts[term] = 0;
      callback(term, Math.min(count, MAX_COUNT));
    }
  }

  /** Adds to `counts` how often a passage has each term of a query; `slots` has the place of a term in the query, from 1. */
  count(id: number, slots: Int16Array, counts: Uint8Array): void {
    const { data } = this.#forward;
    const end = this.#endOf(id);
    for (let at = this.#starts.at(id); at < end; at++) {
      const term = data[at] as number;
      const slot = term < 0 ? 0 : (slots[term] as number);
      if (slot > 0 && (counts[slot - 1] as number) < MAX_COUNT) counts[slot - 1] = (counts[slot - 1] as number) + 1;
    }
  }

  /** Where a term of a query follows the one before it as in the query (`next`), notes the latter's place, from 1, at the former's. */
  findPairs(id: number, slots: Int16Array, next: Int16Array, pairs: Uint8Array): void {
    const { data } = this.#forward;
    const end = this.#endOf(id);
    let last = -1;
    for (let at = this.#starts.at(id); at < end; at++) {
      const term = data[at] as number;
      const index = term < 0 ? -1 : (slots[term] as number) - 1;
      if (index >= 0 && last >= 0 && next[last] === index && pairs[index] === 0) pairs[index] = last + 1;
      last = index;
    }
  }

  /** The passages before and after in the same Source. */
  neighbours(id: number): number[] {
    const found: number[] = [];
    for (const beside of [id - 1, id + 1]) {
      if (beside < 0 || beside >= this.size) continue;
      if (this.#fileOf.at(beside) === this.#fileOf.at(id) && this.#groupOf.at(beside) === this.#groupOf.at(id)) found.push(beside);
    }
    return found;
  }

  /** Whether a passage has a word of one of these groups of near synonyms. */
  hasGroup(id: number, groups: ReadonlySet<number>): boolean {
    for (let at = this.#starts.at(id); at < this.#endOf(id); at++) {
      const term = this.#forward.at(at);
      if (term < 0) continue;
      const known = this.#groups[term];
      if (known) for (const group of groups) if (known.has(group)) return true;
    }
    return false;
  }

  #endOf(id: number): number {
    return id + 1 < this.#starts.length ? this.#starts.at(id + 1) : this.#forward.length;
  }

  #addPassage(text: string, file: number, group: number): void {
    const id = this.size;
    this.#starts.push(this.#forward.length);
    const start = this.#forward.length;
    this.#pieces.addTo(this.#forward, text);
    let length = 0;
    for (let at = start; at < this.#forward.length; at++) if (this.#forward.at(at) >= 0) length++;
    this.#lengths.push(length);
    this.#fileOf.push(file);
    this.#groupOf.push(group);
    this.#live++;
    this.#totalLength += length;
    this.forEachTerm(id, (term, count) => {
      this.#frequencies.data[term] = this.#frequencies.at(term) + 1;
      this.#touch(term);
      this.#postings.push(term, (id << 4) | count);
    });
  }

  #intern(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.#frequencies.push(0);
    this.#changed.push(0);
    this.#postings.addList();
    const groups = paraphraseGroups(name);
    this.#groups.push(groups.size > 0 ? groups : undefined);
    return number;
  }

  #touch(term: number): void {
    if (this.#changed.at(term) === this.#revision) return;
    this.#changed.data[term] = this.#revision;
    for (const group of this.#groups[term] ?? NO_GROUPS) this.#groupChanged.set(group, this.#revision);
  }

  /** Drops dead passages and renumbers the others. */
  #sweep(): void {
    const old = { forward: this.#forward, starts: this.#starts, lengths: this.#lengths, fileOf: this.#fileOf, groupOf: this.#groupOf };
    this.#forward = new Ints(Math.max(16, Math.ceil(old.forward.length / 2)));
    this.#starts = new Ints();
    this.#lengths = new Ints();
    this.#fileOf = new Ints();
    this.#groupOf = new Ints();
    this.#postings.clear();
    for (const [number, file] of this.#files.entries()) {
      if (!file) continue;
      const base = this.size;
      for (let from = file.base; from < file.base + file.count; from++) {
        const id = this.size;
        const end = from + 1 < old.starts.length ? old.starts.at(from + 1) : old.forward.length;
        this.#starts.push(this.#forward.length);
        for (let at = old.starts.at(from); at < end; at++) this.#forward.push(old.forward.at(at));
        this.#lengths.push(old.lengths.at(from));
        this.#fileOf.push(number);
        this.#groupOf.push(old.groupOf.at(from));
        this.forEachTerm(id, (term, count) => this.#postings.push(term, (id << 4) | count));
      }
      file.base = base;
    }
  }
}

const NO_GROUPS: ReadonlySet<number> = new Set();

/** Steps that a collection's statistics take, per doubling: an edit of one note seldom makes one. */
const STEPS = 8;

/** The nearest step of a number above zero: a function of the number alone, whatever came before. */
function coarse(value: number): number {
  return value <= 0 ? 0 : 2 ** (Math.round(Math.log2(value) * STEPS) / STEPS);
}
