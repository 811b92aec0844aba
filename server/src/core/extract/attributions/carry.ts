// Owns: who speaks a quote whose speaker is named in another paragraph.
// Must not know: rules, caches, notes.
import type { Attribution, Facts, Quote } from '../facts.ts';
import { joinOpenQuotes, type PlacedFacts, type QuoteRef } from '../quotes/join.ts';

/** A quote without an attribution of its own, and the one that reaches it. */
export interface CarriedAttribution {
  readonly quote: QuoteRef;
  /** Position in the list of segments, and index in that segment's attributions. */
  readonly segment: number;
  readonly attribution: number;
  readonly why: 'paragraphs' | 'colon';
}

/**
 * Attributions carried over paragraphs, in order of quotes: a quote of several paragraphs has the speaker of the part
 * where he is named, and a block that ends with a colon gives its source to the block (or list) right after it.
 * Nothing else is carried: an attribution ends at a new source or paragraph. Linear.
 */
export function carryAttributions(segments: readonly PlacedFacts[]): readonly CarriedAttribution[] {
  const known = CARRIED.get(segments);
  if (known) return known;
  const carried = carry(segments);
  CARRIED.set(segments, carried);
  return carried;
}

/** What each list of segments that was asked for carries. */
const CARRIED = new WeakMap<readonly PlacedFacts[], readonly CarriedAttribution[]>();

function carry(segments: readonly PlacedFacts[]): readonly CarriedAttribution[] {
  const carried = new Map<string, CarriedAttribution>();
  for (const chain of joinOpenQuotes(segments)) {
    // The last part that names a speaker decides: there the quote ends.
    const named = [...chain.parts].reverse().find(part => attributionOf(segments, part) !== undefined);
    if (!named) continue;
    const attribution = attributionOf(segments, named) as number;
    for (const quote of chain.parts) {
      if (attributionOf(segments, quote) === undefined)
        carried.set(keyOf(quote), { quote, segment: named.segment, attribution, why: 'paragraphs' });
    }
  }
  carryColons(segments, carried);
  return [...carried.values()].sort((a, b) => a.quote.segment - b.quote.segment || a.quote.quote - b.quote.quote);
}

const OPENS = new WeakMap<Facts, boolean>();

/** Whether a block of the segment ends in a colon that an attribution may stand before; kept as long as the facts live. */
function opens(facts: Facts): boolean {
  let known = OPENS.get(facts);
  if (known === undefined) {
    const { tree } = facts;
    known =
      tree.blocks.some(block => tree.prose.slice(block.span.start, block.span.end).trimEnd().endsWith(':')) &&
      facts.attributions.some(attribution => attribution.source !== undefined);
    OPENS.set(facts, known);
  }
  return known;
}

function carryColons(segments: readonly PlacedFacts[], carried: Map<string, CarriedAttribution>): void {
  let source: { segment: number; attribution: number } | undefined;
  let into: string | undefined;
  segments.forEach(({ facts }, segment) => {
    if (!source && !opens(facts)) return;
    const { tree, quotes, attributions } = facts;
    let next = 0;
    let said = 0;
    for (const block of tree.blocks) {
      if (block.kind === 'html' || block.kind === 'definition') continue;
      while (next < quotes.length && (quotes[next] as Quote).span.start < block.span.start) next++;
      const own: number[] = [];
      while (said < attributions.length && (attributions[said] as Attribution).span.start < block.span.end) own.push(said++);
      if (source && (into === undefined || into === block.kind)) {
        into = block.kind;
        for (let quote = next; quote < quotes.length && (quotes[quote] as Quote).span.start < block.span.end; quote++) {
          const ref = { segment, quote };
          if ((quotes[quote] as Quote).attribution === undefined && !carried.has(keyOf(ref)))
            carried.set(keyOf(ref), { quote: ref, ...source, why: 'colon' });
        }
        // A list or a run of block quotes takes all its items; a paragraph ends it.
        if (block.kind === 'paragraph' || block.kind === 'code' || own.some(index => attributions[index]?.source)) source = undefined;
      } else source = undefined;
      const words = tree.prose.slice(block.span.start, block.span.end).trimEnd();
      const last = own.filter(index => attributions[index]?.source).pop();
      if (words.endsWith(':') && last !== undefined && block.kind !== 'heading') {
        source = { segment, attribution: last };
        into = undefined;
      }
    }
  });
}

function attributionOf(segments: readonly PlacedFacts[], { segment, quote }: QuoteRef): number | undefined {
  return segments[segment]?.facts.quotes[quote]?.attribution;
}

function keyOf({ segment, quote }: QuoteRef): string {
  return `${segment}:${quote}`;
}
