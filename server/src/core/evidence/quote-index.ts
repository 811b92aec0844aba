// Owns: finding the places in the notes whose words are most like those of a quote, updated file by file.
// Must not know: drafts, what a difference means, rules.
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { isFullName, nameWordsOf } from './quotes/speaker-names.ts';
import { quoteWords } from './quotes/words.ts';
import type { Passage, Source } from './types.ts';

/** A word of a window of the notes. */
export interface NoteWord {
  readonly key: string;
  readonly passage: Passage;
  /** Offsets into `passage.text`. */
  readonly start: number;
  readonly end: number;
}

/** A run of words of one Source that is like a quote. */
export interface QuoteWindow {
  readonly source: Source;
  readonly words: readonly NoteWord[];
  /** Share of the weight of the quote's words that stand here in about their order, 0 to 1 and a little above. */
  readonly score: number;
}

export interface LookupOptions {
  /** At most so many windows. */
  readonly limit?: number;
  /** Words of the notes on either side of the quote's length. */
  readonly margin?: number;
}

/** All words of the notes of one Story. */
export interface QuoteIndex {
  /** Raised by every change. */
  readonly revision: number;
  /** Number of Sources with text. */
  readonly size: number;
  /** Replaces all Sources of one file; an empty list removes it. Time grows with that file alone. */
  replace(uri: string, sources: readonly Source[]): void;
  /** Windows for a quote's words (keys of `quoteWords`), best first. */
  lookup(keys: readonly string[], options?: LookupOptions): readonly QuoteWindow[];
  /** Whether somebody with this last name (folded) is quoted in the notes under a full name. */
  isSpeaker(lastName: string): boolean;
  /** Full names of those who are quoted in the notes, as written. */
  readonly speakers: ReadonlySet<string>;
  readonly sources: Iterable<Source>;
}

/** Words on a page; pages overlap, so that most quotes lie on one whole. */
const PAGE = 1024;
const OVERLAP = 192;
/** Pages that are read word by word. */
const MOST_PAGES = 160;
/** Windows start at diagonals this far apart. */
const STEP = 8;
const MARGIN = 24;
const MOST_WORDS = 1200;

interface Page {
  readonly uri: string;
  readonly source: Source;
  readonly terms: Uint32Array;
  /** Passages on it, and the place of each one's first word; the first may start before the page. */
  readonly passages: readonly Passage[];
  readonly starts: Int32Array;
  dead: boolean;
}

interface Place {
  readonly page: Page;
  readonly at: number;
  readonly score: number;
}

/** An empty index. */
export function createQuoteIndex(): QuoteIndex {
  return new Index();
}

class Index implements QuoteIndex {
  revision = 0;
  readonly #terms = new Map<string, number>();
  /** Pages by term. */
  #postings: number[][] = [];
  #weights: number[] = [];
  #pages: Page[] = [];
  #dead = 0;
  readonly #files = new Map<string, { readonly sources: readonly Source[]; readonly pages: readonly Page[] }>();
  /** 1 for terms of the quote that is being looked up. */
  #marked = new Uint8Array(1024);
  #speakers: { names: Set<string>; lasts: Set<string> } | undefined;

  get size(): number {
    let size = 0;
    for (const { sources } of this.#files.values()) size += sources.filter(source => source.passages.length > 0).length;
    return size;
  }

  get sources(): Iterable<Source> {
    return [...this.#files.values()].flatMap(file => file.sources);
  }

  get speakers(): ReadonlySet<string> {
    return this.#speakersKnown().names;
  }

  isSpeaker(lastName: string): boolean {
    return this.#speakersKnown().lasts.has(lastName);
  }

  #speakersKnown(): { names: Set<string>; lasts: Set<string> } {
    if (this.#speakers) return this.#speakers;
    const names = new Set<string>();
    const lasts = new Set<string>();
    for (const { sources } of this.#files.values()) {
      for (const source of sources) {
        for (const { quote } of source.passages) {
          if (!quote?.speaker || names.has(quote.speaker)) continue;
          names.add(quote.speaker);
          const last = isFullName(quote.speaker) ? nameWordsOf(quote.speaker).at(-1) : undefined;
          if (last) lasts.add(last);
        }
      }
    }
    this.#speakers = { names, lasts };
    return this.#speakers;
  }

  replace(uri: string, sources: readonly Source[]): void {
    const old = this.#files.get(uri);
    if (!old && sources.length === 0) return;
    this.revision++;
    this.#speakers = undefined;
    for (const page of old?.pages ?? []) page.dead = true;
    this.#dead += old?.pages.length ?? 0;
    this.#files.delete(uri);
    if (sources.length > 0) {
      const pages = sources.flatMap(source => this.#pagesOf(uri, source));
      this.#files.set(uri, { sources, pages });
      for (const page of pages) this.#post(page);
    }
    if (this.#dead > 64 && this.#dead * 2 > this.#pages.length) this.#compact();
  }

  #pagesOf(uri: string, source: Source): Page[] {
    const terms: number[] = [];
    const passages: Passage[] = [];
    const starts: number[] = [];
    const pages: Page[] = [];
    for (const passage of source.passages) {
      passages.push(passage);
      starts.push(terms.length);
      for (const { key } of quoteWords(passage.text)) terms.push(this.#term(key));
    }
    for (let from = 0; from < terms.length; from += PAGE - OVERLAP) {
      const to = Math.min(terms.length, from + PAGE);
      const first = Math.max(0, upperBound(starts, from) - 1);
      const last = upperBound(starts, to - 1);
      pages.push({
        uri,
        source,
        terms: Uint32Array.from(terms.slice(from, to)),
        passages: passages.slice(first, last),
        starts: Int32Array.from(starts.slice(first, last), start => start - from),
        dead: false,
      });
      if (to === terms.length) break;
    }
    return pages;
  }

  #term(key: string): number {
    let term = this.#terms.get(key);
    if (term === undefined) {
      term = this.#terms.size;
      this.#terms.set(key, term);
      this.#postings.push([]);
      this.#weights.push(FUNCTION_WORDS.has(key) ? 0.35 : 1);
    }
    return term;
  }

  #post(page: Page): void {
    const id = this.#pages.length;
    this.#pages.push(page);
    for (const term of new Set(page.terms)) (this.#postings[term] as number[]).push(id);
  }

  #compact(): void {
    const pages = this.#pages.filter(page => !page.dead);
    this.#pages = [];
    this.#dead = 0;
    this.#postings = this.#postings.map(() => []);
    for (const page of pages) this.#post(page);
  }

  lookup(keys: readonly string[], { limit = 6, margin = MARGIN }: LookupOptions = {}): readonly QuoteWindow[] {
    const quote = keys.slice(0, MOST_WORDS).map(key => this.#terms.get(key) ?? -1);
    const places = new Map<number, number[]>();
    quote.forEach((term, at) => {
      if (term < 0) return;
      const list = places.get(term);
      if (list) list.push(at);
      else places.set(term, [at]);
    });
    if (places.size === 0) return [];
    const count = Math.max(1, this.#pages.length - this.#dead);
    const weight = (term: number): number =>
      (this.#weights[term] as number) * Math.log2(1.5 + count / Math.max(1, (this.#postings[term] as number[]).length));
    let total = 0;
    keys.slice(0, MOST_WORDS).forEach((key, at) => {
      const term = quote[at] as number;
      total += term < 0 ? (FUNCTION_WORDS.has(key) ? 0.35 : 1) * Math.log2(1.5 + count) : weight(term);
    });
    const found: Place[] = [];
    for (const page of this.#candidates(places, weight)) this.#scan(page, places, weight, quote.length, total, found);
    found.sort((a, b) => b.score - a.score);
    const windows: QuoteWindow[] = [];
    const taken: Place[] = [];
    for (const place of found) {
      if (taken.some(other => other.page === place.page && Math.abs(other.at - place.at) < MARGIN)) continue;
      taken.push(place);
      windows.push({
        source: place.page.source,
        words: wordsAt(place.page, place.at - margin, place.at + quote.length + margin),
        score: place.score,
      });
      if (windows.length >= limit) break;
    }
    return windows;
  }

  /** Pages that hold the most of the quote's words. */
  #candidates(places: ReadonlyMap<number, readonly number[]>, weight: (term: number) => number): readonly Page[] {
    const scores = new Map<number, number>();
    for (const term of places.keys()) {
      const gain = weight(term);
      for (const id of this.#postings[term] as number[]) scores.set(id, (scores.get(id) ?? 0) + gain);
    }
    const best: [number, number][] = [];
    let top = 0;
    for (const [id, score] of scores) {
      if ((this.#pages[id] as Page).dead) continue;
      if (score > top) top = score;
      best.push([id, score]);
    }
    const near = best.filter(([, score]) => score >= top * 0.55);
    near.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return near.slice(0, MOST_PAGES).map(([id]) => this.#pages[id] as Page);
  }

  #scan(
    page: Page,
    places: ReadonlyMap<number, readonly number[]>,
    weight: (term: number) => number,
    length: number,
    total: number,
    found: Place[],
  ): void {
    if (this.#marked.length < this.#postings.length) this.#marked = new Uint8Array(this.#postings.length * 2);
    for (const term of places.keys()) this.#marked[term] = 1;
    const { terms } = page;
    const buckets = new Float64Array(Math.ceil((terms.length + length) / STEP) + 2);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      if (this.#marked[term] !== 1) continue;
      const gain = weight(term);
      const where = places.get(term) as readonly number[];
      // A word that is frequent in the quote is a poor guide: its first places will do.
      for (let i = 0; i < where.length && i < 6; i++) {
        const bucket = Math.floor((at - (where[i] as number) + length) / STEP);
        buckets[bucket] = (buckets[bucket] as number) + gain / Math.min(where.length, 6);
      }
    }
    for (const term of places.keys()) this.#marked[term] = 0;
    for (let bucket = 0; bucket + 1 < buckets.length; bucket++) {
      const score = ((buckets[bucket] as number) + (buckets[bucket + 1] as number)) / total;
      if (score >= 0.3) found.push({ page, at: bucket * STEP - length, score });
    }
  }
}

/** First place in a sorted list whose value is greater than `value`. */
function upperBound(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words of a page from place `from` to `to`, cut to it; whole passages are read again for their offsets. */
function wordsAt(page: Page, from: number, to: number): NoteWord[] {
  const words: NoteWord[] = [];
  const low = Math.max(0, from);
  const high = Math.min(page.terms.length, to);
  for (let index = Math.max(0, upperBound(page.starts, low) - 1); index < page.passages.length; index++) {
    const start = page.starts[index] as number;
    if (start >= high) break;
    const passage = page.passages[index] as Passage;
    quoteWords(passage.text).forEach((word, order) => {
      const at = start + order;
      if (at >= low && at < high) words.push({ key: word.key, passage, start: word.start, end: word.end });
    });
  }
  return words;
}
