// Owns: one answer, for a whole document, to who speaks each quote and which quotes hang together over paragraphs.
// Must not know: rules, notes.
import type { Attribution, Quote } from '../facts.ts';
import { joinOpenQuotes, type PlacedFacts } from '../quotes/join.ts';
import { carryAttributions, introducedBlocks } from './carry.ts';
import { resolveSpeaker, type Speaker } from './speakers.ts';

/** A quote's attribution, its own or carried from another paragraph. */
export interface Voice {
  readonly segment: PlacedFacts;
  readonly attribution: Attribution;
  readonly speaker?: Speaker;
}

export interface Voices {
  /** Who speaks a quote of a segment; undefined where nobody is named in reach. */
  of(segment: PlacedFacts, quote: Quote): Voice | undefined;
  /** A quote without its closing mark that no following paragraph goes on with: its end is unknown. */
  isUnclosed(segment: PlacedFacts, quote: Quote): boolean;
}

/** What other paragraphs tell of the quotes of a segment; quotes by their index there. */
export interface OutsideVoices {
  readonly carried: readonly { readonly quote: number; readonly from: PlacedFacts; readonly attribution: Attribution }[];
  /** Quotes that a following paragraph goes on with. */
  readonly chained: readonly number[];
  /** Blocks of the segment that an attribution elsewhere introduces with a colon. */
  readonly introduced: readonly { readonly block: number; readonly from: PlacedFacts; readonly attribution: Attribution }[];
}

/** The voices of a document, and apart what comes to each segment from others. */
export interface DocumentVoices extends Voices {
  /** By the index of the segment. */
  readonly outside: ReadonlyMap<number, OutsideVoices>;
}

const known = new WeakMap<readonly PlacedFacts[], DocumentVoices>();

/** The voices of a document, worked out once for each list of segments. */
export function voicesOf(segments: readonly PlacedFacts[]): DocumentVoices {
  const found = known.get(segments);
  if (found) return found;
  const outside = new Map<
    number,
    { carried: OutsideVoices['carried'][number][]; chained: number[]; introduced: OutsideVoices['introduced'][number][] }
  >();
  const at = (segment: number) => {
    const one = outside.get(segment) ?? { carried: [], chained: [], introduced: [] };
    outside.set(segment, one);
    return one;
  };
  for (const { quote, segment, attribution } of carryAttributions(segments)) {
    const from = segments[segment];
    const said = from?.facts.attributions[attribution];
    if (from && said) at(quote.segment).carried.push({ quote: quote.quote, from, attribution: said });
  }
  for (const { segment, block, from, attribution } of introducedBlocks(segments)) {
    const source = segments[from];
    const said = source?.facts.attributions[attribution];
    // Within one segment its scope says so.
    if (source && said && from !== segment) at(segment).introduced.push({ block, from: source, attribution: said });
  }
  for (const chain of joinOpenQuotes(segments)) {
    const parts = chain.closed ? chain.parts : chain.parts.slice(0, -1);
    for (const part of parts) at(part.segment).chained.push(part.quote);
  }
  const voices: DocumentVoices = {
    outside,
    of: (segment, quote) => voiceIn(segment, quote, outside.get(segment.index)),
    isUnclosed: (segment, quote) => isUnclosed(segment, quote, outside.get(segment.index)),
  };
  known.set(segments, voices);
  return voices;
}

/** The voices of one segment, with what comes to it from others. */
export function voicesWith(outside: OutsideVoices | undefined): Voices {
  return {
    of: (segment, quote) => voiceIn(segment, quote, outside),
    isUnclosed: (segment, quote) => isUnclosed(segment, quote, outside),
  };
}

function voiceIn(segment: PlacedFacts, quote: Quote, outside: OutsideVoices | undefined): Voice | undefined {
  const own = quote.attribution === undefined ? undefined : segment.facts.attributions[quote.attribution];
  if (own) return voiceOf(segment, own);
  if (!outside || outside.carried.length === 0) return undefined;
  const index = segment.facts.quotes.indexOf(quote);
  const carried = outside.carried.find(one => one.quote === index);
  return carried && voiceOf(carried.from, carried.attribution);
}

function isUnclosed(segment: PlacedFacts, quote: Quote, outside: OutsideVoices | undefined): boolean {
  return quote.open === true && !outside?.chained.includes(segment.facts.quotes.indexOf(quote));
}

function voiceOf(segment: PlacedFacts, attribution: Attribution): Voice {
  const speaker = resolveSpeaker(segment.facts, attribution);
  return { segment, attribution, ...(speaker ? { speaker } : {}) };
}
