// Owns: finding the places in the notes whose words are most like those of a quote, updated file by file.
// Must not know: drafts, what a difference means, rules.

import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { ofLast } from '../text/kept.ts';
import { Ints, NumberLists, Pieces } from './number-lists.ts';
import { introducedIn, isPersonName, nameWordsOf } from './quotes/speaker-names.ts';
import { labelledIn, personOf } from './quotes/voices.ts';
import { type QuoteWord, quoteWords } from './quotes/words.ts';
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
  /** Whether the notes quote somebody with this last name (folded) by full name, or introduce one: "the treasurer, Bram Ilves". */
  isSpeaker(lastName: string): boolean;
  /** Whether the notes have people work there: "a technician at Halvik Aqua". */
  isWorkplace(name: string): boolean;
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
  /** Which page of its file. */
  readonly number: number;
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

/** The words of a quote, each once: where they stand in it, and what finding one is worth. */
interface Wanted {
  readonly where: readonly (readonly number[])[];
  readonly gains: readonly number[];
  readonly length: number;
  readonly total: number;
}

/** An empty index. */
export function createQuoteIndex(): QuoteIndex {
  return new Index();
}

class Index implements QuoteIndex {
  revision = 0;
  #size = 0;
  readonly #terms = new Map<string, number>();
  /** Pages by term. */
  readonly #postings = new NumberLists();
  #weights: number[] = [];
  /** Number of living pages by term: what was removed leaves no trace in any score. */
  readonly #live: number[] = [];
  #pages: Page[] = [];
  #dead = 0;
  /** Terms of pieces of text: no word of a quote crosses white space. */
  readonly #pieces = new Pieces(piece => quoteWords(piece).map(({ key }) => this.#term(key)));
  /** Scratch: terms of the Source at hand; by term, the last time that it was counted. */
  readonly #read = new Ints();
  #counted = new Uint32Array(1024);
  #countings = 0;
  readonly #files = new Map<string, { readonly sources: readonly Source[]; readonly pages: readonly Page[] }>();
  /** For terms of the quote that is being looked up: their place in its list of terms, from 1. */
  #marked = new Uint16Array(1024);
  #speakers: { readonly lasts: ReadonlySet<string>; readonly late: readonly Source[] } | undefined;
  readonly #isLate = new Map<string, boolean>();
  readonly #said = new Map<string, boolean>();

  get size(): number {
    return this.#size;
  }

  get sources(): Iterable<Source> {
    return [...this.#files.values()].flatMap(file => file.sources);
  }

  isSpeaker(lastName: string): boolean {
    return this.#speakersKnown().lasts.has(lastName) || this.#isLateSpeaker(lastName) || this.#isIntroduced(lastName);
  }

  /** Whether one of those speaks by this name whose names are told late. */
  #isLateSpeaker(lastName: string): boolean {
    let known = this.#isLate.get(lastName);
    if (known === undefined) {
      known = this.#speakersKnown().late.some(source => source.late?.mayName(lastName) && lastNamesIn(source).has(lastName));
      this.#isLate.set(lastName, known);
    }
    return known;
  }

  isWorkplace(name: string): boolean {
    return this.#isSaid(name, nameWordsOf(name).at(-1) ?? '', text => text.includes(` at ${name}`));
  }

  #isIntroduced(lastName: string): boolean {
    return this.#isSaid(lastName, lastName, text => introducedIn(text).includes(lastName));
  }

  /** Whether a passage with the word says so; asked once for each `what`. */
  #isSaid(what: string, word: string, says: (text: string) => boolean): boolean {
    let known = this.#said.get(what);
    if (known === undefined) {
      const term = this.#terms.get(word);
      const isSaidOn = (id: number): boolean => {
        const page = this.#pages[id] as Page;
        return !page.dead && page.passages.some(({ text }) => says(text));
      };
      known = term !== undefined && this.#postings.some(term, isSaidOn);
      this.#said.set(what, known);
    }
    return known;
  }

  #speakersKnown(): { readonly lasts: ReadonlySet<string>; readonly late: readonly Source[] } {
    if (this.#speakers) return this.#speakers;
    const lasts = new Set<string>();
    const late: Source[] = [];
    for (const { sources } of this.#files.values()) {
      for (const source of sources) {
        for (const last of lastNamesOf(source)) lasts.add(last);
        if (source.late) late.push(source);
        else for (const last of lastNamesIn(source)) lasts.add(last);
      }
    }
    this.#speakers = { lasts, late };
    return this.#speakers;
  }

  replace(uri: string, sources: readonly Source[]): void {
    const old = this.#files.get(uri);
    if (!old && sources.length === 0) return;
    this.revision++;
    this.#speakers = undefined;
    this.#said.clear();
    this.#isLate.clear();
    for (const page of old?.pages ?? []) {
      page.dead = true;
      this.#forEachTerm(page, term => {
        this.#live[term] = (this.#live[term] as number) - 1;
      });
    }
    this.#dead += old?.pages.length ?? 0;
    this.#files.delete(uri);
    this.#size -= withText(old?.sources ?? []);
    if (sources.length > 0) {
      const pages: Page[] = [];
      for (const source of sources) this.#addPages(uri, source, pages);
      this.#files.set(uri, { sources, pages });
      this.#size += withText(sources);
      for (const page of pages) {
        this.#post(page);
        this.#forEachTerm(page, term => {
          this.#live[term] = (this.#live[term] as number) + 1;
        });
      }
    }
    if (this.#dead > 64 && this.#dead * 2 > this.#pages.length) this.#compact();
  }

  #addPages(uri: string, source: Source, pages: Page[]): void {
    const { passages } = source;
    const terms = this.#read;
    terms.length = 0;
    const starts: number[] = [];
    for (const passage of passages) {
      starts.push(terms.length);
      this.#pieces.addTo(terms, passage.text);
    }
    for (let from = 0; from < terms.length; from += PAGE - OVERLAP) {
      const to = Math.min(terms.length, from + PAGE);
      const first = Math.max(0, upperBound(starts, from) - 1);
      const last = upperBound(starts, to - 1);
      pages.push({
        uri,
        number: pages.length,
        source,
        terms: Uint32Array.from(terms.data.subarray(from, to)),
        passages: first === 0 && last === passages.length ? passages : passages.slice(first, last),
        starts: Int32Array.from(starts.slice(first, last), start => start - from),
        dead: false,
      });
      if (to === terms.length) break;
    }
  }

  #term(key: string): number {
    let term = this.#terms.get(key);
    if (term === undefined) {
      term = this.#terms.size;
      this.#terms.set(key, term);
      this.#postings.addList();
      this.#live.push(0);
      this.#weights.push(FUNCTION_WORDS.has(key) ? 0.5 : 1);
    }
    return term;
  }

  #post(page: Page): void {
    const id = this.#pages.length;
    this.#pages.push(page);
    this.#forEachTerm(page, term => this.#postings.push(term, id));
  }

  /** Calls back once for each term of a page. */
  #forEachTerm({ terms }: Page, callback: (term: number) => void): void {
    if (this.#counted.length < this.#terms.size) {
      this.#counted = new Uint32Array(this.#terms.size * 2);
      this.#countings = 0;
    }
    const counted = this.#counted;
    const now = ++this.#countings;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      if (counted[term] === now) continue;
      counted[term] = now;
      callback(term);
    }
  }

  #compact(): void {
    const pages = this.#pages.filter(page => !page.dead);
    this.#pages = [];
    this.#dead = 0;
    this.#postings.clear();
    for (const page of pages) this.#post(page);
  }

  lookup(keys: readonly string[], { limit = 8, margin = MARGIN }: LookupOptions = {}): readonly QuoteWindow[] {
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
    const weight = (term: number): number => (this.#weights[term] as number) * rarity(count, this.#live[term] as number);
    let total = 0;
    keys.slice(0, MOST_WORDS).forEach((key, at) => {
      const term = quote[at] as number;
      total += term < 0 ? (FUNCTION_WORDS.has(key) ? 0.5 : 1) * rarity(count, 1) : weight(term);
    });
    const found: Place[] = [];
    let best = 0;
    if (this.#marked.length < this.#postings.length) this.#marked = new Uint16Array(this.#postings.length * 2);
    const terms = [...places.keys()];
    // A word that is frequent in the quote is a poor guide: its first places will do.
    const where = terms.map(term => (places.get(term) as number[]).slice(0, 6));
    const gains = terms.map((term, slot) => weight(term) / (where[slot] as number[]).length);
    terms.forEach((term, slot) => {
      this.#marked[term] = slot + 1;
    });
    for (const { page, most } of this.#candidates(places, weight, count)) {
      // No window is better than all that its page holds.
      if (most / total < Math.max(0.3, best * 0.8)) break;
      best = Math.max(best, this.#scan(page, { where, gains, length: quote.length, total }, found));
    }
    for (const term of terms) this.#marked[term] = 0;
    found.sort((a, b) => b.score - a.score || orderOf(a.page, b.page) || a.at - b.at);
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

  /** Pages that hold the most of the quote's words, best first; words that stand nearly everywhere are taken to stand on each. */
  #candidates(
    places: ReadonlyMap<number, readonly number[]>,
    weight: (term: number) => number,
    count: number,
  ): readonly { readonly page: Page; readonly most: number }[] {
    const scores = new Float64Array(this.#pages.length);
    const touched: number[] = [];
    let everywhere = 0;
    const rare = [...places].filter(([term]) => count < 32 || (this.#live[term] as number) * 3 < count);
    const counted = rare.length > 1 ? rare : [...places];
    const isCounted = new Set(counted.map(([term]) => term));
    for (const [term, where] of places) if (!isCounted.has(term)) everywhere += weight(term) * where.length;
    for (const [term, where] of counted) {
      const gain = weight(term) * where.length;
      this.#postings.some(term, id => {
        if (scores[id] === 0) touched.push(id);
        scores[id] = (scores[id] as number) + gain;
        return false;
      });
    }
    let top = 0;
    for (const id of touched) if (!(this.#pages[id] as Page).dead) top = Math.max(top, scores[id] as number);
    const near = touched.filter(id => (scores[id] as number) >= top * 0.2 && !(this.#pages[id] as Page).dead);
    near.sort((a, b) => (scores[b] as number) - (scores[a] as number) || this.#order(a, b));
    return near.slice(0, MOST_PAGES).map(id => ({ page: this.#pages[id] as Page, most: (scores[id] as number) + everywhere }));
  }

  #order(a: number, b: number): number {
    return orderOf(this.#pages[a] as Page, this.#pages[b] as Page);
  }

  #scan(page: Page, { where, gains, length, total }: Wanted, found: Place[]): number {
    const { terms } = page;
    const buckets = new Float64Array(Math.ceil((terms.length + length) / STEP) + 2);
    const marked = this.#marked;
    for (let at = 0; at < terms.length; at++) {
      const slot = marked[terms[at] as number] as number;
      if (slot === 0) continue;
      const gain = gains[slot - 1] as number;
      const places = where[slot - 1] as readonly number[];
      for (let i = 0; i < places.length; i++) {
        const bucket = Math.floor((at - (places[i] as number) + length) / STEP);
        buckets[bucket] = (buckets[bucket] as number) + gain;
      }
    }
    let best = 0;
    for (let bucket = 0; bucket + 1 < buckets.length; bucket++) {
      const score = ((buckets[bucket] as number) + (buckets[bucket + 1] as number)) / total;
      if (score > best) best = score;
      if (score >= 0.3) found.push({ page, at: bucket * STEP - length, score });
    }
    return best;
  }
}

const NAMED = new WeakMap<Source, readonly string[]>();

/** Last names, folded, of those whom a Source as a whole is by, whom it labels, or whom its title introduces. */
function lastNamesOf(source: Source): readonly string[] {
  let known = NAMED.get(source);
  if (known === undefined) {
    const names = [personOf(source), ...labelledIn(source)].flatMap(name => (name === undefined ? [] : nameWordsOf(name).slice(-1)));
    known = [...names.filter(last => last.length > 2), ...introducedIn(source.title)];
    NAMED.set(source, known);
  }
  return known;
}

const SPEAKING = new WeakMap<Source, ReadonlySet<string>>();

/** Last names, folded, of the people who speak the quotes of a Source. */
function lastNamesIn(source: Source): ReadonlySet<string> {
  let known = SPEAKING.get(source);
  if (known === undefined) {
    const names = new Set(source.passages.map(passage => passage.quote?.speaker));
    known = new Set([...names].flatMap(name => (name && isPersonName(name) ? nameWordsOf(name).slice(-1) : [])));
    SPEAKING.set(source, known);
  }
  return known;
}

/** What a word is worth that stands on `pages` of `count` pages: a rare one more, but never so much as to hide a run of common ones. */
function rarity(count: number, pages: number): number {
  return 1 + 0.2 * Math.log2(1 + count / Math.max(1, pages));
}

/** The order of files and of pages in them, whenever they were indexed. */
function orderOf(a: Page, b: Page): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.number - b.number;
}

function withText(sources: readonly Source[]): number {
  return sources.filter(source => source.passages.length > 0).length;
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

/** Words of the passages that were read last: one quote after the other finds the same. */
const wordsOfPassage = ofLast(500, ({ text }: Passage): readonly QuoteWord[] => quoteWords(text));

/** Words of a page from place `from` to `to`, cut to it; whole passages are read again for their offsets. */
function wordsAt(page: Page, from: number, to: number): NoteWord[] {
  const words: NoteWord[] = [];
  const low = Math.max(0, from);
  const high = Math.min(page.terms.length, to);
  for (let index = Math.max(0, upperBound(page.starts, low) - 1); index < page.passages.length; index++) {
    const start = page.starts[index] as number;
    if (start >= high) break;
    const passage = page.passages[index] as Passage;
    wordsOfPassage(passage).forEach((word, order) => {
      const at = start + order;
      if (at >= low && at < high) words.push({ key: word.key, passage, start: word.start, end: word.end });
    });
  }
  return words;
}
