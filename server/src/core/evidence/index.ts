// Owns: the evidence index of a Story: Sources by key, and the passages that bear on a text, best first.
// Must not know: files and how they are read, claims, verdicts.
import { paraphraseGroups } from '../lexicon/paraphrases.ts';
import { wordsOf } from '../text/words.ts';
import type { EvidenceIndex } from './contract.ts';
import { termOf } from './index-terms.ts';
import { PostingLists } from './posting-lists.ts';
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
  /** Reward for two words that follow each other in both. */
  readonly pair: number;
}

export const RANKING: Ranking = { k1: 0.9, b: 0.4, number: 1.5, name: 1.3, neighbour: 0.15, synonym: 0.25, coverage: 0, pair: 0.3 };

/** Words of a query that count; the rarest come first. */
const MAX_QUERY_TERMS = 64;
/** Postings read before only the best candidates so far are looked at. */
const POSTINGS_BUDGET = 40_000;
/** Candidates whose score is worked out in full. */
const CANDIDATES = 200;
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
  #scores = new Float64Array(0);

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

  replace(uri: string, sources: readonly Source[]): void {
    if (sources.length === 0 && !this.#table.has(uri)) return;
    this.#revision++;
    this.#lists.remove(uri);
    this.#table.replace(uri, sources);
    if (sources.length > 0) this.#lists.add(uri, passageTexts(sources));
  }

  search(query: string, options: { readonly limit?: number; readonly within?: ReadonlySet<string> } = {}): readonly Match[] {
    const limit = options.limit ?? 8;
    const terms = this.#queryTerms(query);
    if (terms.length === 0 || limit <= 0) return [];
    const ranges = options.within && this.#rangesOf(options.within);
    const candidates = ranges && ranges.total <= DIRECT ? ranges.all() : this.#candidates(terms, ranges);
    const ranked = this.#rank(terms, candidates);
    const ideal = terms.reduce((sum, term) => sum + term.weight, 0);
    const words = new Set(wordsOf(query).map(termOf));
    const matches: Match[] = [];
    for (const { id, score } of ranked.slice(0, limit)) {
      const passage = this.#passage(id);
      if (!passage) continue;
      matches.push({ passage, score: ideal === 0 ? 0 : Math.min(1, score / ideal), shared: sharedSpans(passage.text, words) });
    }
    return matches;
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
    const { k1, b } = this.#ranking;
    const average = lists.averageLength;
    const byRarity = terms
      .filter(term => term.term >= 0)
      .sort((x, y) => lists.frequency(x.term) - lists.frequency(y.term) || y.weight - x.weight || x.term - y.term);
    let budget = POSTINGS_BUDGET;
    for (const { term, weight } of byRarity) {
      const frequency = lists.frequency(term);
      if (frequency > budget && touched.length > 0) break;
      budget -= frequency;
      lists.forEachPosting(term, (id, count, length) => {
        if (scores[id] === 0) touched.push(id);
        scores[id] = (scores[id] as number) + (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
      });
    }
    const inRange = ranges ? touched.filter(id => ranges.has(id)) : touched;
    const best = inRange.length <= CANDIDATES ? [...inRange] : this.#bestOf(inRange, scores);
    for (const id of touched) scores[id] = 0;
    return best;
  }

  /** The `CANDIDATES` of highest score; equal scores by place, so that the order of indexing never shows. */
  #bestOf(ids: readonly number[], scores: Float64Array): number[] {
    const values = Float64Array.from(ids, id => scores[id] as number).sort();
    const threshold = values[values.length - CANDIDATES] as number;
    const above: number[] = [];
    const equal: number[] = [];
    for (const id of ids) {
      const score = scores[id] as number;
      if (score > threshold) above.push(id);
      else if (score === threshold) equal.push(id);
    }
    const room = CANDIDATES - above.length;
    if (equal.length > room) equal.sort((x, y) => this.#lists.comparePlaces(x, y));
    return above.concat(equal.slice(0, room));
  }

  /** Full scores of some passages, best first, those without a word of the query left out. */
  #rank(terms: readonly QueryTerm[], ids: readonly number[]): { readonly id: number; readonly score: number }[] {
    const lists = this.#lists;
    const { k1, b, neighbour, synonym, coverage, pair } = this.#ranking;
    const average = lists.averageLength;
    const numberOf = new Map<number, number>();
    let total = 0;
    for (const [index, term] of terms.entries()) {
      if (term.term >= 0) numberOf.set(term.term, index);
      total += term.weight;
    }
    const has = new Uint8Array(terms.length);
    const near = new Uint8Array(terms.length);
    const pairs = new Uint8Array(terms.length);
    const ranked: { id: number; score: number }[] = [];
    for (const id of ids) {
      has.fill(0);
      near.fill(0);
      pairs.fill(0);
      let score = 0;
      let covered = 0;
      const length = lists.lengthOf(id);
      const norm = k1 * (1 - b + (b * length) / average);
      lists.forEachTerm(id, (term, count) => {
        const index = numberOf.get(term);
        if (index === undefined) return;
        const { weight } = terms[index] as QueryTerm;
        has[index] = 1;
        covered += weight;
        score += (weight * count * (k1 + 1)) / (count + norm);
      });
      if (score === 0) continue;
      if (pair > 0) {
        let last = -1;
        lists.forEachTermInOrder(id, term => {
          const index = term < 0 ? undefined : numberOf.get(term);
          if (index !== undefined && last >= 0 && (terms[last] as QueryTerm).next === index && pairs[index] === 0) {
            pairs[index] = 1;
            score += (pair * ((terms[last] as QueryTerm).weight + (terms[index] as QueryTerm).weight)) / 2;
          }
          last = index ?? -1;
        });
      }
      if (neighbour > 0) {
        for (const beside of lists.neighbours(id)) {
          lists.forEachTerm(beside, term => {
            const index = numberOf.get(term);
            if (index !== undefined) near[index] = 1;
          });
        }
      }
      for (const [index, term] of terms.entries()) {
        if (has[index] === 1) continue;
        if (synonym > 0 && term.groups.size > 0 && lists.hasGroup(id, term.groups)) score += synonym * term.weight;
        else if (near[index] === 1) score += neighbour * term.weight;
      }
      ranked.push({ id, score: total === 0 ? score : score + coverage * total * (covered / total) ** 2 });
    }
    return ranked.sort((x, y) => y.score - x.score || lists.comparePlaces(x.id, y.id));
  }

  #passage(id: number): Passage | undefined {
    const place = this.#lists.placeOf(id);
    return place && this.#table.passageAt(place.uri, place.index);
  }
}

/** Half-open ranges of passage numbers. */
class Ranges {
  readonly #ranges: readonly (readonly [number, number])[];
  readonly total: number;

  constructor(ranges: [number, number][]) {
    ranges.sort((a, b) => a[0] - b[0]);
    this.#ranges = ranges;
    this.total = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  all(): number[] {
    const ids: number[] = [];
    for (const [from, to] of this.#ranges) for (let id = from; id < to; id++) ids.push(id);
    return ids;
  }

  has(id: number): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle] as readonly [number, number])[1] <= id) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low];
    return range !== undefined && range[0] <= id;
  }
}

function* passageTexts(sources: readonly Source[]): Iterable<{ readonly text: string; readonly group: number }> {
  for (const [group, source] of sources.entries()) for (const passage of source.passages) yield { text: passage.text, group };
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
