// Owns: the figures on direct quotes and their speakers against the PolNeAR annotations (evaluation only).
// Must not know: the engine, rules.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinOpenQuotes } from '../../server/src/core/extract/quotes.ts';
import { placedQuoteFacts } from '../support/quote-facts.ts';
import { runCases, summarize } from './quote-cases.ts';

export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly bar: number;
  readonly aim?: number;
  readonly source: string;
}

interface Gold {
  /** Contiguous parts of what is attributed. */
  readonly parts: readonly (readonly [number, number])[];
  readonly sources: readonly (readonly [number, number])[];
}

/** A quote found, in offsets of the whole text; `speaker` is where its source is named. */
export interface FoundQuote {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly nested: boolean;
  readonly speaker?: readonly [number, number];
}

/** Quotes of a text with those of several paragraphs joined. */
export function quotesOf(text: string): FoundQuote[] {
  const segments = placedQuoteFacts(text, 'plain');
  const joined = new Map<string, number>();
  const later = new Set<string>();
  const speakers = new Map<string, readonly [number, number]>();
  const speakerAt = (segment: number, quote: number): readonly [number, number] | undefined => {
    const placed = segments[segment];
    const attribution = placed?.facts.attributions[placed.facts.quotes[quote]?.attribution ?? -1];
    return placed && attribution?.source ? [attribution.source.start + placed.offset, attribution.source.end + placed.offset] : undefined;
  };
  for (const chain of joinOpenQuotes(segments)) {
    const [first, ...rest] = chain.parts;
    const last = rest[rest.length - 1];
    const end = last && segments[last.segment]?.facts.quotes[last.quote]?.span.end;
    if (!first || !last || end === undefined) continue;
    const key = `${first.segment}:${first.quote}`;
    joined.set(key, end + (segments[last.segment]?.offset ?? 0));
    for (const part of rest) later.add(`${part.segment}:${part.quote}`);
    for (const part of chain.parts) {
      const speaker = speakerAt(part.segment, part.quote);
      if (speaker) speakers.set(key, speaker);
    }
  }
  const found: FoundQuote[] = [];
  segments.forEach((placed, segment) => {
    placed.facts.quotes.forEach((quote, index) => {
      const key = `${segment}:${index}`;
      if (later.has(key)) return;
      const speaker = speakers.get(key) ?? speakerAt(segment, index);
      found.push({
        start: quote.span.start + placed.offset,
        end: joined.get(key) ?? quote.span.end + placed.offset,
        kind: quote.kind,
        nested: quote.within !== undefined,
        ...(speaker ? { speaker } : {}),
      });
    });
  });
  return found;
}

function readGold(path: string): Gold[] {
  const spans = new Map<string, { kind: string; parts: [number, number][] }>();
  const gold: Gold[] = [];
  const events: string[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [id = '', body = ''] = line.split('\t');
    if (id.startsWith('T')) {
      const [kind = '', ...rest] = body.split(' ');
      const parts = rest
        .join(' ')
        .split(';')
        .map(part => part.split(' ').map(Number) as [number, number]);
      spans.set(id, { kind, parts });
    } else if (id.startsWith('E')) events.push(body);
  }
  for (const event of events) {
    const ids = event.split(' ').map(item => item.split(':'));
    const of = (role: string): [number, number][] =>
      ids.filter(([name]) => name?.replace(/\d+$/, '') === role).flatMap(([, id]) => spans.get(id ?? '')?.parts ?? []);
    gold.push({ parts: of('Content'), sources: of('Source') });
  }
  return gold;
}

/** Every article of one part of the data. */
export function articles(dataDir: string, part: 'dev' | 'train'): { name: string; text: string; gold: Gold[] }[] {
  const base = join(dataDir, 'quotes', 'polnear', part);
  if (!existsSync(base)) return [];
  const annotations = new Map(readdirSync(join(base, 'attributions')).map(file => [file.replace(/_[0-9a-f]{4}\.ann$/, ''), file]));
  return readdirSync(join(base, 'text'))
    .sort()
    .flatMap(file => {
      const name = file.replace(/\.txt$/, '');
      const annotation = annotations.get(name);
      if (!annotation) return [];
      return [{ name, text: readFileSync(join(base, 'text', file), 'utf8'), gold: readGold(join(base, 'attributions', annotation)) }];
    });
}

export interface Tally {
  gold: number;
  found: number;
  spans: number;
  extra: number;
  speakers: number;
  right: number;
  goldSpeakers: number;
  goldRight: number;
}

/** Counts over articles; `note` is called for each miss. */
export function tally(list: readonly { name: string; text: string; gold: Gold[] }[], note: (what: string) => void = () => {}): Tally {
  const t: Tally = { gold: 0, found: 0, spans: 0, extra: 0, speakers: 0, right: 0, goldSpeakers: 0, goldRight: 0 };
  for (const { name, text, gold } of list) {
    const found = quotesOf(text);
    const speech = found.filter(quote => !quote.nested && (quote.kind === 'speech' || quote.kind === 'block'));
    const matched = new Set<FoundQuote>();
    const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];
    for (const { parts, sources } of gold) {
      for (const [start, end] of parts) {
        if (!isQuoted(text, start, end)) continue;
        t.gold++;
        const hit = found.find(quote => Math.abs(quote.start - start) <= 3 && Math.abs(quote.end - end) <= 3);
        if (hit) {
          t.found++;
          matched.add(hit);
        } else note(`MISS ${name} ${start} ${text.slice(start, end).slice(0, 200).replaceAll('\n', '⏎')}`);
        if (sources.length === 0) continue;
        t.goldSpeakers++;
        const speaker = hit?.speaker;
        if (speaker && sources.some(source => overlaps(source, speaker))) t.goldRight++;
        else if (hit) note(`NOSPEAKER ${name} ${speaker ? text.slice(...speaker) : '-'} :: ${context(text, start, end)}`);
      }
    }
    t.spans += speech.length;
    for (const quote of speech) {
      // A quote inside a longer attributed content is a partial quote, and fine.
      const around = gold.filter(({ parts }) => parts.some(([start, end]) => start - 3 <= quote.start && quote.end <= end + 3));
      if (!matched.has(quote) && around.length === 0) {
        t.extra++;
        note(`EXTRA ${name} ${context(text, quote.start, quote.end)}`);
      }
      const speaker = quote.speaker;
      if (!speaker) continue;
      t.speakers++;
      if (around.some(({ sources }) => sources.some(source => overlaps(source, speaker)))) t.right++;
      else
        note(
          `WRONG ${name} [${text.slice(...speaker)}] gold=${around.map(g => g.sources.map(s => text.slice(...s)).join('+')).join('|')} :: ${context(text, quote.start, quote.end)}`,
        );
    }
  }
  return t;
}

function context(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  const short = words.length > 120 ? `${words.slice(0, 60)} … ${words.slice(-50)}` : words;
  return `${text.slice(Math.max(0, start - 110), start)}⟦${short}⟧${text.slice(end, end + 110)}`.replaceAll('\n', '⏎');
}

function isQuoted(text: string, start: number, end: number): boolean {
  return end - start > 2 && /["“‘«„'’]/.test(text[start] ?? '') && /["”’»'“]/.test(text[end - 1] ?? '');
}

/** Words of real quotes, long enough to be changed in one place. */
export function quotedWords(list: readonly { text: string; gold: Gold[] }[]): string[] {
  const words = new Set<string>();
  for (const { text, gold } of list) {
    for (const { parts } of gold) {
      for (const [start, end] of parts) {
        const piece = text.slice(start, end);
        if (/^[“"][^“"”\n]{30,600}[”"]$/.test(piece)) words.add(piece.slice(1, -1).replace(/\s+/g, ' ').replace(/,$/, '').trim());
      }
    }
  }
  return [...words].filter(piece => piece.split(' ').length >= 6);
}

const CASES = 10_000;
const SEED = 20251103;

/** The figures on direct quotes, their speakers, and their match with notes. Empty when the data is not there. */
export async function measure(dataDir: string): Promise<Figure[]> {
  const list = articles(dataDir, 'dev');
  if (list.length === 0) return [];
  const t = tally(list);
  const source = 'PolNeAR dev';
  const cases = summarize(runCases(quotedWords(articles(dataDir, 'train')), CASES, SEED));
  const made = `${CASES} cases from quotes of PolNeAR train, seed ${SEED}`;
  return [
    { figure: 'gold direct quotes found within 3 characters', value: t.found / t.gold, bar: 0.945, aim: 0.97, source },
    { figure: 'found quotes that lie in attributed content (the rest are no gold quote)', value: 1 - t.extra / t.spans, bar: 0, source },
    { figure: 'speaker precision', value: t.right / t.speakers, bar: 0.8, aim: 0.85, source },
    { figure: 'speaker recall', value: t.goldRight / t.goldSpeakers, bar: 0.5, aim: 0.65, source },
    { figure: 'altered quotes found', value: cases.found, bar: 0.97, source: made },
    { figure: 'proper quotes left alone', value: 1 - cases.falseAlarms, bar: 0.99, source: made },
    { figure: 'right kind of change', value: cases.rightKind, bar: 0.9, source: made },
  ];
}
