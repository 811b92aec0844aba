// Owns: quotes with one known change each, made from real ones, and what the match with the notes should say.
// Must not know: the engine, rules.
import { createQuoteIndex } from '../../server/src/core/evidence/quote-index.ts';
import { isNegation, isQualifier } from '../../server/src/core/evidence/quotes/meaning.ts';
import { matchQuote } from '../../server/src/core/evidence/quotes.ts';
import type { Passage, QuoteMatch, Source } from '../../server/src/core/evidence/types.ts';
import { FUNCTION_WORDS } from '../../server/src/core/lexicon/function-words.ts';
import { parseSegment } from '../../server/src/core/syntax/parse.ts';
import { quoteFacts } from '../support/quote-facts.ts';

export const CHANGES = [
  'none',
  'punctuation',
  'bracket',
  'ellipsis',
  'one-sentence',
  'lower-case',
  'word-replaced',
  'word-dropped',
  'number',
  'negation-dropped',
  'negation-added',
  'qualifier-added',
  'spliced',
  'speaker-swapped',
  'invented',
] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** What a right answer is. Dropping a word that qualifies nothing is an alteration, whichever word it is. */
const RIGHT: Readonly<Record<ChangeKind, readonly QuoteMatch['status'][]>> = {
  none: ['verbatim'],
  punctuation: ['verbatim'],
  bracket: ['shortened'],
  ellipsis: ['shortened'],
  'one-sentence': ['verbatim'],
  'lower-case': ['verbatim'],
  'word-replaced': ['altered'],
  'word-dropped': ['altered'],
  number: ['altered'],
  'negation-dropped': ['meaning-changed'],
  'negation-added': ['meaning-changed'],
  'qualifier-added': ['meaning-changed'],
  spliced: ['spliced'],
  'speaker-swapped': ['wrong-speaker'],
  invented: ['not-found'],
};
const PROPER: ReadonlySet<ChangeKind> = new Set(['none', 'punctuation', 'bracket', 'ellipsis', 'one-sentence', 'lower-case']);

const PEOPLE =
  'Mara Ellwood,Jonas Brandt,Priya Nair,Tomas Rehn,Aoife Quill,Viktor Sand,Lena Marsh,Ilse Okoye,Ruben Castel,Hanna Weir'.split(',');
const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['one', 'three'],
  ['two', 'four'],
  ['three', 'five'],
  ['four', 'two'],
  ['five', 'nine'],
  ['ten', 'twelve'],
  ['thousands', 'hundreds'],
  ['million', 'billion'],
]);

/** A generator of numbers in [0, 1) that repeats for one seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface CaseResult {
  readonly change: ChangeKind;
  readonly status: QuoteMatch['status'];
  readonly right: boolean;
  readonly draft: string;
  readonly note: string;
}

export interface CaseCounts {
  readonly results: readonly CaseResult[];
  readonly milliseconds: number;
}

/** Runs `count` cases over real quotes (words without marks). Quotes are put into notes of forty, half of them unused. */
export function runCases(quotes: readonly string[], count: number, seed: number): CaseCounts {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = quotes
    .flatMap(quote => quote.match(/\b[a-z]{5,}\b/g) ?? [])
    .filter(word => !FUNCTION_WORDS.has(word) && !isQualifier(word));
  const results: CaseResult[] = [];
  let milliseconds = 0;
  while (results.length < count) {
    const noted = Array.from({ length: 40 }, () => ({ words: pick(quotes), speaker: pick(PEOPLE) }));
    const unique = noted.filter((item, at) => noted.findIndex(other => other.words === item.words) === at);
    const index = createQuoteIndex();
    index.replace('notes/a.md', [sourceOf(unique)]);
    for (const item of unique.slice(0, 20)) {
      const change = pick(CHANGES);
      const other = pick(unique);
      const drafted = apply(change, item.words, other.words, random, words, quotes, unique);
      if (drafted === undefined) continue;
      const speaker = change === 'speaker-swapped' ? pick(PEOPLE.filter(name => name !== item.speaker)) : item.speaker;
      const draft = `“${drafted.replace(/[.,]?$/, ',')}” ${speaker} said.`;
      const facts = quoteFacts(parseSegment(draft, 'markdown'));
      const quote = facts.quotes[0];
      if (!quote || quote.span.end < draft.length - speaker.length - 10) continue;
      const start = performance.now();
      const { status } = matchQuote({ quote, facts, quotes: index, ready: true });
      milliseconds += performance.now() - start;
      results.push({ change, status, right: RIGHT[change].includes(status), draft, note: item.words });
      if (results.length >= count) break;
    }
  }
  return { results, milliseconds };
}

function sourceOf(items: readonly { readonly words: string; readonly speaker: string }[]): Source {
  const passages: Passage[] = [];
  const source: Source = {
    key: 'a',
    uri: 'notes/a.md',
    path: 'notes/a.md',
    origin: 'file',
    span: { start: 0, end: 0 },
    keySpan: { start: 0, end: 0 },
    title: 'talks',
    metadata: { confidential: [] },
    items: [],
    passages,
  };
  let at = 0;
  for (const { words, speaker } of items) {
    const text = `${speaker}: "${words}"`;
    const span = { start: at, end: at + text.length };
    const content = { start: at + speaker.length + 3, end: span.end - 1 };
    passages.push({ source, span, text, quote: { content, text: words, speaker } });
    at = span.end + 2;
  }
  return source;
}

function apply(
  change: ChangeKind,
  quote: string,
  other: string,
  random: () => number,
  pool: readonly string[],
  all: readonly string[],
  noted: readonly { readonly words: string }[],
): string | undefined {
  const words = quote.split(' ');
  const at = (is: (word: string, index: number) => boolean): number => {
    const places = words.flatMap((word, index) => (is(word, index) ? [index] : []));
    return places.length === 0 ? -1 : (places[Math.floor(random() * places.length)] as number);
  };
  const put = (index: number, count: number, ...news: string[]): string | undefined =>
    index < 0 ? undefined : [...words.slice(0, index), ...news, ...words.slice(index + count)].join(' ');
  const plain = (word: string): boolean => /^[a-z]{4,}$/.test(word) && !FUNCTION_WORDS.has(word) && !isNegation(word) && !isQualifier(word);
  switch (change) {
    case 'none':
      return quote;
    case 'punctuation':
      return quote.replace(/, /g, ' – ').replace(/'/g, '’');
    case 'bracket': {
      const place = at((word, index) => index > 0 && /^(?:he|she|it|they|him|them|we|us|his|her)$/.test(word));
      return put(place, 1, '[the firm]');
    }
    case 'ellipsis': {
      const place = at((_, index) => index > 3 && index + 7 < words.length);
      const cut = words.slice(place, place + 3);
      // A cut is proper only where nothing that governs the rest goes.
      const near = words.slice(Math.max(0, place - 1), place + 4);
      if (place < 0 || near.some(word => isNegative(word) || isQualifier(word.toLowerCase().replace(/[^a-z]/g, ''), '1'))) return undefined;
      return cut.length === 3 ? put(place, 3, '…') : undefined;
    }
    case 'one-sentence': {
      const sentences = quote.split(/(?<=[a-z]{3}[.?!]) (?=[A-Z])/);
      const one = sentences[Math.floor(random() * sentences.length)] ?? '';
      return sentences.length > 1 && one.split(' ').length >= 5 ? one : undefined;
    }
    case 'lower-case':
      return /^[A-Z][a-z]/.test(quote) ? quote.charAt(0).toLowerCase() + quote.slice(1) : undefined;
    case 'word-replaced': {
      const place = at(plain);
      const word = pool[Math.floor(random() * pool.length)] as string;
      return place < 0 || word === words[place] ? undefined : put(place, 1, word);
    }
    case 'word-dropped':
      return put(
        at((word, index) => index > 0 && index < words.length - 1 && plain(word)),
        1,
      );
    case 'number': {
      const place = at(word => NUMBERS.has(word) || /^\d{2,}$/.test(word));
      const word = words[place] ?? '';
      return put(place, 1, NUMBERS.get(word) ?? `${Number(word) + 7}`);
    }
    case 'negation-dropped': {
      const place = at(word => word === 'not' || word === 'never');
      if (place >= 0) return put(place, 1);
      const joined = at(word => /^(?:do|does|did|is|are|was|were|has|have|had|would|should|could)n['’]t$/.test(word));
      return joined < 0 ? undefined : put(joined, 1, (words[joined] as string).replace(/n['’]t$/, ''));
    }
    case 'negation-added':
      return put(at(word => /^(?:is|are|was|were|will|would|can|should)$/.test(word)) + 1 || -1, 0, 'not');
    case 'qualifier-added': {
      const place = at((word, index) => index > 1 && /^(?:is|are|was|were|will|would)$/.test(word));
      return place < 0 ? undefined : put(place + 1, 0, ['probably', 'mostly', 'perhaps', 'almost'][Math.floor(random() * 4)] as string);
    }
    case 'spliced': {
      const first = quote.split(/(?<=[a-z]{3}[.?!]) (?=[A-Z])/)[0] ?? '';
      const second = other.split(/(?<=[a-z]{3}[.?!]) (?=[A-Z])/)[0] ?? '';
      const fine = other !== quote && first.split(' ').length >= 6 && second.split(' ').length >= 6;
      return fine ? `${first.replace(/[.,]$/, '')}. ${second}` : undefined;
    }
    case 'speaker-swapped':
      return words.length >= 5 ? quote : undefined;
    case 'invented': {
      const made = all[Math.floor(random() * all.length)] as string;
      return made.split(' ').length >= 5 && !noted.some(item => item.words.includes(made) || made.includes(item.words)) ? made : undefined;
    }
  }
}

function isNegative(word: string): boolean {
  return isNegation(word.toLowerCase().replace(/[^a-z]/g, '')) || /n['’]t/.test(word);
}

/** Shares by change, and the figures: altered ones found, false alarms on proper ones, right kind of those found. */
export function summarize({ results }: CaseCounts): {
  readonly found: number;
  readonly falseAlarms: number;
  readonly rightKind: number;
  readonly byChange: ReadonlyMap<
    ChangeKind,
    { readonly count: number; readonly right: number; readonly statuses: ReadonlyMap<string, number> }
  >;
} {
  const byChange = new Map<ChangeKind, { count: number; right: number; statuses: Map<string, number> }>();
  let wrong = 0;
  let found = 0;
  let kind = 0;
  let proper = 0;
  let alarms = 0;
  for (const { change, status, right } of results) {
    const entry = byChange.get(change) ?? { count: 0, right: 0, statuses: new Map<string, number>() };
    byChange.set(change, entry);
    entry.count++;
    entry.statuses.set(status, (entry.statuses.get(status) ?? 0) + 1);
    if (right) entry.right++;
    const flagged = !['verbatim', 'shortened', 'unchecked', 'not-speech'].includes(status);
    if (PROPER.has(change)) {
      proper++;
      if (flagged) alarms++;
    } else {
      wrong++;
      if (flagged) found++;
      if (flagged && right) kind++;
    }
  }
  return { found: found / wrong, falseAlarms: alarms / proper, rightKind: kind / Math.max(1, found), byChange };
}
