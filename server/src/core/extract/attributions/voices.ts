// Owns: one answer, for a whole document, to who speaks each quote and which quotes hang together over paragraphs.
// Must not know: rules, notes.
import type { Attribution, Quote } from '../facts.ts';
import { joinOpenQuotes, type PlacedFacts } from '../quotes/join.ts';
import { carryAttributions } from './carry.ts';
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

const known = new WeakMap<readonly PlacedFacts[], Voices>();

/** The voices of a document, worked out once for each list of segments. */
export function voicesOf(segments: readonly PlacedFacts[]): Voices {
  const found = known.get(segments);
  if (found) return found;
  const carried = new Map<string, Voice>();
  for (const { quote, segment, attribution } of carryAttributions(segments)) {
    const to = segments[quote.segment];
    const from = segments[segment];
    const said = from?.facts.attributions[attribution];
    if (to && from && said) carried.set(keyOf(to, to.facts.quotes[quote.quote]), voiceOf(from, said));
  }
  const chained = new Set<string>();
  for (const chain of joinOpenQuotes(segments)) {
    for (const part of chain.parts) {
      const placed = segments[part.segment];
      if (placed && (chain.closed || part !== chain.parts[chain.parts.length - 1]))
        chained.add(keyOf(placed, placed.facts.quotes[part.quote]));
    }
  }
  const voices: Voices = {
    of: (segment, quote) => {
      const own = quote.attribution === undefined ? undefined : segment.facts.attributions[quote.attribution];
      return own ? voiceOf(segment, own) : carried.get(keyOf(segment, quote));
    },
    isUnclosed: (segment, quote) => quote.open === true && !chained.has(keyOf(segment, quote)),
  };
  known.set(segments, voices);
  return voices;
}

/** Equal paragraphs share their facts, so a quote is told by its place. */
function keyOf(segment: PlacedFacts, quote: Quote | undefined): string {
  return `${segment.index}:${quote?.span.start ?? -1}:${quote?.span.end ?? -1}`;
}

function voiceOf(segment: PlacedFacts, attribution: Attribution): Voice {
  const speaker = resolveSpeaker(segment.facts, attribution);
  return { segment, attribution, ...(speaker ? { speaker } : {}) };
}
