// Owns: the evidence index of a Story: Sources by key, and the passages that bear on a text, best first.
// Must not know: files and how they are read, claims, verdicts.
import { paraphraseGroups } from '../lexicon/paraphrases.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { wordsOf } from '../text/words.ts';
import type { EvidenceIndex, Reads } from './contract.ts';
import { termOf } from './index-terms.ts';
import { MOST_LENGTH, PostingLists } from './posting-lists.ts';
import { Ranges } from './ranges.ts';
import { headOf, RecordingIndex } from './recording-index.ts';
import { SourceTable } from './source-table.ts';
import type { Match, Passage, Source } from './types.ts';

/** Weights of the ranking. Chosen on the unsupported-token train part of WiCE; see test/quality/retrieval.quality.ts. */
export interface Ranking {
  /** BM25's saturation of repeated words, and correction for length. */
  readonly k1: number;
  readonly b: number;
  /** Weight of a word with digits, of a capitalised word, against 1 for any other. */
  readonly number: number;
  readonly name: number;
  /** Share of a word's weight where only the passage before or after has it. */
  readonly neighbour: number;
  /** Share where the passage has a near synonym of it. */
  readonly synonym: number;
  /** Reward for the share of the query's weight that is covered. */
  readonly coverage: number;
  /** How far rarity among the passages asked for counts, where only some Sources are asked for; the rest is rarity in the Story. */
  readonly local: number;
  /** Reward for two words that follow each other in both. */
  readonly pair: number;
}

export const RANKING: Ranking = {
  k1: 0.8,
  b: -0.2,
  number: 1.3,
  name: 1,
  neighbour: 0.3,
  synonym: 0.2,
  coverage: 1,
  local: 0.9,
  pair: 0.3,
};

/** Words of a query that count; the rarest come first. */
const MAX_QUERY_TERMS = 64;
/** Postings read before only the best candidates so far are looked at. */
const POSTINGS_BUDGET = 20_000;
/** Candidates whose score is worked out in full. */
const CANDIDATES = 100;
/** Up to this many passages, all of those asked for are scored in full. */
const DIRECT = 4000;

interface QueryTerm {
  /** Number of the term; -1 where no passage has it. */
  readonly term: number;
  readonly weight: number;
  readonly groups: ReadonlySet<number>;
  /** Index of the query term that follows it in the text, -1 where a word was left out between. */
  next: number;
}

/** A new, empty index. */
export function createEvidenceIndex(ranking: Ranking = RANKING): EvidenceIndex {
  return new CompactIndex(ranking);
}

class CompactIndex implements EvidenceIndex {
  readonly #ranking: Ranking;
  readonly #lists = new PostingLists();
  readonly #table = new SourceTable();
  #revision = 0;
  /** The revision in which each file last changed. */
  readonly #changed = new Map<string, number>();
  /** The revision in which titles, names or marks of any file's Sources last changed. */
  #headsChanged = 0;
  #last: { readonly query: string; readonly revision: number; readonly terms: readonly QueryTerm[] } | undefined;
  #scores = new Float64Array(0);
  #norms = { average: Number.NaN, of: new Float64Array(0) };
  #slots = new Int16Array(0);

  constructor(ranking: Ranking) {
    this.#ranking = ranking;
  }

  get revision(): number {
    return this.#revision;
  }

  get sources(): ReadonlyMap<string, Source> {
    return this.#table.sources;
  }

  get duplicates(): EvidenceIndex['duplicates'] {
    return this.#table.duplicates;
  }

  sourcesIn(uri: string): readonly Source[] {
    return this.#table.sourcesIn(uri);
  }

  definitionsOf(key: string): readonly Source[] {
    return this.#table.definitionsOf(key);
  }

  replace(uri: string, sources: readonly Source[]): void {
    if (sources.length === 0 && !this.#table.has(uri)) return;
    this.#revision++;
    const before = this.#table.readFrom(uri);
    this.#lists.remove(uri, this.#revision);
    this.#table.replace(uri, sources);
    if (sources.length > 0) this.#lists.add(uri, passageTexts(sources), this.#revision);
    this.#changed.set(uri, this.#revision);
    if (before.length === 0 || headsOf(before) !== headsOf(sources)) this.#headsChanged = this.#revision;
  }

  recording(): { readonly index: EvidenceIndex; readonly reads: Reads } {
    const reads: Reads = {
      terms: new Set(),
      sources: new Set(),
      heads: false,
      revision: this.#revision,
      statistics: this.#lists.statistics,
    };
    return { index: new RecordingIndex(this, reads), reads };
  }

  isSame(reads: Reads): boolean {
    if (reads.revision === this.#revision) return true;
    const since = reads.revision;
    if (reads.statistics !== this.#lists.statistics || (reads.heads && this.#headsChanged > since)) return false;
    for (const key of reads.sources) {
      const places = this.#table.placesOf(key);
      if (places.length === 0 && this.#headsChanged > since) return false;
      if (places.some(({ uri }) => (this.#changed.get(uri) ?? 0) > since)) return false;
    }
    if (this.#lists.hasChanged(reads.terms, since)) return false;
    reads.revision = this.#revision;
    return true;
  }

  search(query: string, options: { readonly limit?: number; readonly within?: ReadonlySet<string> } = {}): readonly Match[] {
    const limit = options.limit ?? 8;
    const terms = this.#termsOf(query);
    if (terms.length === 0 || limit <= 0) return [];
    const ranges = options.within && this.#rangesOf(options.within);
    const isDirect = ranges !== undefined && ranges.total <= DIRECT;
    const candidates = isDirect ? ranges.all() : this.#candidates(terms, ranges);
    const ranked = this.#rank(isDirect ? this.#localised(terms, candidates) : terms, candidates);
    const ideal = terms.reduce((sum, term) => sum + term.weight, 0);
    const matches: Match[] = [];
    for (const { id, score } of ranked.slice(0, limit)) {
      const passage = this.#passage(id);
      if (!passage) continue;
      matches.push(matchOf(passage, ideal === 0 ? 0 : Math.min(1, score / ideal), query));
    }
    return matches;
  }

  /** The terms of a query; one after the other, the same is asked with and without limits to Sources. */
  #termsOf(query: string): readonly QueryTerm[] {
    if (this.#last?.query !== query || this.#last.revision !== this.#revision) {
      this.#last = { query, revision: this.#revision, terms: this.#queryTerms(query) };
    }
    return this.#last.terms;
  }

  #queryTerms(query: string): QueryTerm[] {
    const byName = new Map<string, { weight: number; at: number }>();
    const order: (string | undefined)[] = [];
    const words = wordsOf(query.length > 20_000 ? query.slice(0, 20_000) : query);
    for (const [index, word] of words.entries()) {
      const name = termOf(word);
      order.push(name);
      if (name === undefined) continue;
      const kind = /\p{N}/u.test(name) ? this.#ranking.number : index > 0 && isCapital(word.text) ? this.#ranking.name : 1;
      const known = byName.get(name);
      if (!known) byName.set(name, { weight: kind, at: byName.size });
      else if (kind > known.weight) known.weight = kind;
    }
    const terms: QueryTerm[] = [];
    for (const [name, { weight }] of byName) {
      const term = this.#lists.termNumber(name);
      terms.push({ term, weight: weight * this.#lists.rarity(term), groups: paraphraseGroups(name), next: -1 });
    }
    for (const [index, name] of order.entries()) {
      const after = order[index + 1];
      if (name === undefined || after === undefined || name === after) continue;
      const term = terms[byName.get(name)?.at ?? -1];
      if (term && term.next < 0) term.next = byName.get(after)?.at ?? -1;
    }
    if (terms.length <= MAX_QUERY_TERMS) return terms;
    const kept = [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_QUERY_TERMS);
    for (const term of kept) term.next = -1;
    return kept;
  }

  /** Words that most of the passages asked for have (what a Source is about) weigh less among them. */
  #localised(terms: readonly QueryTerm[], ids: readonly number[]): readonly QueryTerm[] {
    const { local } = this.#ranking;
    if (local === 0 || ids.length < 4) return terms;
    const numberOf = new Map(terms.map((term, index) => [term.term, index]));
    const counts = new Float64Array(terms.length);
    for (const id of ids) {
      this.#lists.forEachTerm(id, term => {
        const index = numberOf.get(term);
        if (index !== undefined) counts[index] = (counts[index] as number) + 1;
      });
    }
    return terms.map((term, index) => {
      const count = counts[index] as number;
      const rarity = this.#lists.rarity(term.term);
      const here = Math.log(1 + (ids.length - count + 0.5) / (count + 0.5));
      return { ...term, weight: rarity === 0 ? term.weight : term.weight * (1 - local + (local * here) / rarity) };
    });
  }

  #rangesOf(keys: ReadonlySet<string>): Ranges {
    const ranges: [number, number][] = [];
    for (const key of keys) {
      for (const { uri, from, to } of this.#table.placesOf(key)) {
        const base = this.#lists.baseOf(uri);
        if (base >= 0) ranges.push([base + from, base + to]);
      }
    }
    return new Ranges(ranges);
  }

  /** Passages that hold the rarest words of the query, the best of them by those words alone. */
  #candidates(terms: readonly QueryTerm[], ranges: Ranges | undefined): number[] {
    const lists = this.#lists;
    if (this.#scores.length < lists.size) this.#scores = new Float64Array(Math.ceil(lists.size * 1.5));
    const scores = this.#scores;
    const touched: number[] = [];
    const { k1 } = this.#ranking;
    const norms = this.#normsFor(lists.averageLength);
    const byRarity = terms
      .filter(term => term.term >= 0)
      .sort((x, y) => lists.frequency(x.term) - lists.frequency(y.term) || y.weight - x.weight || x.term - y.term);
    let budget = POSTINGS_BUDGET;
    for (const { term, weight } of byRarity) {
      const frequency = lists.frequency(term);
      if (frequency > budget && touched.length > 0) break;
      budget -= frequency;
      lists.addScores(term, weight * (k1 + 1), norms, scores, touched);
    }
    const inRange = ranges ? touched.filter(id => ranges.has(id)) : touched;
    const best = inRange.length <= CANDIDATES ? [...inRange] : this.#bestOf(inRange, scores);
    for (const id of touched) scores[id] = 0;
    return best;
  }

  /** A passage's length corrects its score; few lengths are met, many times each, and by one query after the other. */
  #normsFor(average: number): Float64Array {
    if (this.#norms.average !== average) {
      const { k1, b } = this.#ranking;
      const of = Float64Array.from({ length: MOST_LENGTH + 1 }, (_, length) => saturation(k1, b, length / average));
      this.#norms = { average, of };
    }
    return this.#norms.of;
  }

  /** The `CANDIDATES` of highest score, in a heap with the least at its top; equal scores by place, so that the order of indexing never shows. */
  #bestOf(ids: readonly number[], scores: Float64Array): number[] {
    const heap: number[] = [];
    const isLess = (x: number, y: number): boolean => {
      const difference = (scores[x] as number) - (scores[y] as number);
      return difference === 0 ? this.#lists.comparePlaces(x, y) > 0 : difference < 0;
    };
    const sink = (from: number): void => {
      const value = heap[from] as number;
      let at = from;
      for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
        if (child + 1 < heap.length && isLess(heap[child + 1] as number, heap[child] as number)) child++;
        if (!isLess(heap[child] as number, value)) break;
        heap[at] = heap[child] as number;
        at = child;
      }
      heap[at] = value;
    };
    for (const id of ids) {
      if (heap.length < CANDIDATES) {
        heap.push(id);
        if (heap.length === CANDIDATES) for (let at = (CANDIDATES >> 1) - 1; at >= 0; at--) sink(at);
      } else if (isLess(heap[0] as number, id)) {
        heap[0] = id;
        sink(0);
      }
    }
    return heap;
  }

  /** Full scores of some passages, best first; those without a word of the query, a near synonym, or such a passage beside them are left out. */
  #rank(terms: readonly QueryTerm[], ids: readonly number[]): { readonly id: number; readonly score: number }[] {
    const lists = this.#lists;
    const { k1, b, neighbour, synonym, coverage, pair } = this.#ranking;
    const average = lists.averageLength;
    const slots = this.#slotsOf(terms);
    const total = terms.reduce((sum, term) => sum + term.weight, 0);
    const counts = new Uint8Array(terms.length);
    const near = new Uint8Array(terms.length);
    const pairs = new Uint8Array(terms.length);
    const next = Int16Array.from(terms, term => term.next);
    const ranked: { id: number; score: number }[] = [];
    for (const id of ids) {
      counts.fill(0);
      let score = 0;
      let covered = 0;
      const length = lists.lengthOf(id);
      const norm = saturation(k1, b, length / average);
      lists.count(id, slots, counts);
      for (let index = 0; index < terms.length; index++) {
        const count = counts[index] as number;
        if (count === 0) continue;
        const { weight } = terms[index] as QueryTerm;
        covered += weight;
        score += (weight * count * (k1 + 1)) / (count + norm);
      }
      if (pair > 0 && score > 0) {
        pairs.fill(0);
        lists.findPairs(id, slots, next, pairs);
        for (let index = 0; index < terms.length; index++) {
          const first = (pairs[index] as number) - 1;
          if (first >= 0) score += (pair * ((terms[first] as QueryTerm).weight + (terms[index] as QueryTerm).weight)) / 2;
        }
      }
      if (neighbour > 0) {
        near.fill(0);
        for (const beside of lists.neighbours(id)) lists.count(beside, slots, near);
      }
      for (let index = 0; index < terms.length; index++) {
        if (counts[index] !== 0) continue;
        const term = terms[index] as QueryTerm;
        if (synonym > 0 && term.groups.size > 0 && lists.hasGroup(id, term.groups)) score += synonym * term.weight;
        else if (near[index] !== 0) score += neighbour * term.weight;
      }
      if (score > 0) ranked.push({ id, score: total === 0 ? score : score + coverage * total * (covered / total) ** 2 });
    }
    for (const { term } of terms) if (term >= 0) slots[term] = 0;
    return ranked.sort((x, y) => y.score - x.score || lists.comparePlaces(x.id, y.id));
  }

  /** For each term of the index its place in the query, from 1; 0 for all others. To be emptied after use. */
  #slotsOf(terms: readonly QueryTerm[]): Int16Array {
    if (this.#slots.length < this.#lists.termCount) this.#slots = new Int16Array(this.#lists.termCount * 2);
    for (const [index, { term }] of terms.entries()) if (term >= 0) this.#slots[term] = index + 1;
    return this.#slots;
  }

  #passage(id: number): Passage | undefined {
    const place = this.#lists.placeOf(id);
    return place && this.#table.passageAt(place.uri, place.index);
  }
}

const HEADS = new WeakMap<readonly Source[], string>();

/** What stands for titles, names and marks of a file's Sources; empty where there are none. */
function headsOf(sources: readonly Source[]): string {
  if (sources.length === 0) return '';
  let known = HEADS.get(sources);
  if (known === undefined) {
    known = fingerprint(JSON.stringify(sources.map(headOf)));
    HEADS.set(sources, known);
  }
  return known;
}

function* passageTexts(sources: readonly Source[]): Iterable<{ readonly text: string; readonly group: number }> {
  for (const [group, source] of sources.entries()) for (const passage of source.passages) yield { text: passage.text, group };
}

/** BM25's correction for length, kept above zero: with a `b` below zero long passages gain a little. */
function saturation(k1: number, b: number, relativeLength: number): number {
  return k1 * Math.max(0.2, 1 - b + b * relativeLength);
}

/** A match; what it shares with the query is read when it is asked for. */
function matchOf(passage: Passage, score: number, query: string): Match {
  let shared: Match['shared'] | undefined;
  return {
    passage,
    score,
    get shared() {
      shared ??= sharedSpans(passage.text, new Set(wordsOf(query).map(termOf)));
      return shared;
    },
  };
}

function sharedSpans(text: string, query: ReadonlySet<string | undefined>): Match['shared'] {
  const spans: { start: number; end: number }[] = [];
  for (const word of wordsOf(text)) {
    const term = termOf(word);
    if (term !== undefined && query.has(term)) spans.push({ start: word.start, end: word.end });
  }
  return spans;
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
