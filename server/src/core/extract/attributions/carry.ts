// Owns: who speaks a quote whose speaker is named in another paragraph.
// Must not know: rules, caches, notes.
import type { Block } from '../../syntax/types.ts';
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

/** A block that a colon introduces, and the attribution before it. */
export interface IntroducedBlock {
  /** Position in the list of segments, and index in that segment's blocks. */
  readonly segment: number;
  readonly block: number;
  /** Where the attribution stands. */
  readonly from: number;
  readonly attribution: number;
}

/** What reaches over paragraphs. */
interface Carried {
  readonly quotes: readonly CarriedAttribution[];
  readonly blocks: readonly IntroducedBlock[];
}

/**
 * Attributions carried over paragraphs, in order of quotes: a quote of several paragraphs has the speaker of the part
 * where he is named, and a block that ends with a colon gives its source to the block (or list) right after it.
 * Nothing else is carried: an attribution ends at a new source or paragraph. Linear.
 */
export function carryAttributions(segments: readonly PlacedFacts[]): readonly CarriedAttribution[] {
  return carriedIn(segments).quotes;
}

/** Items of lists, block quotes and cells that an attribution with a colon introduces: "Fennmark said on Friday:". In order. */
export function introducedBlocks(segments: readonly PlacedFacts[]): readonly IntroducedBlock[] {
  return carriedIn(segments).blocks;
}

function carriedIn(segments: readonly PlacedFacts[]): Carried {
  const known = CARRIED.get(segments);
  if (known) return known;
  const carried = carry(segments);
  CARRIED.set(segments, carried);
  return carried;
}

/** What each list of segments that was asked for carries. */
const CARRIED = new WeakMap<readonly PlacedFacts[], Carried>();

function carry(segments: readonly PlacedFacts[]): Carried {
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
  const blocks = carryColons(segments, carried);
  const quotes = [...carried.values()].sort((a, b) => a.quote.segment - b.quote.segment || a.quote.quote - b.quote.quote);
  return { quotes, blocks };
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

function carryColons(segments: readonly PlacedFacts[], carried: Map<string, CarriedAttribution>): readonly IntroducedBlock[] {
  const introduced: IntroducedBlock[] = [];
  let source: { segment: number; attribution: number } | undefined;
  let into: string | undefined;
  segments.forEach(({ facts }, segment) => {
    if (!source && !opens(facts)) return;
    const { tree, quotes, attributions } = facts;
    let next = 0;
    let said = 0;
    for (const [index, block] of tree.blocks.entries()) {
      if (block.kind === 'html' || block.kind === 'definition') continue;
      while (next < quotes.length && (quotes[next] as Quote).span.start < block.span.start) next++;
      const own: number[] = [];
      while (said < attributions.length && (attributions[said] as Attribution).span.start < block.span.end) own.push(said++);
      if (source && (into === undefined || into === block.kind)) {
        into = block.kind;
        if (INTRODUCED.has(block.kind) && !own.some(at => attributions[at]?.source))
          introduced.push({ segment, block: index, from: source.segment, attribution: source.attribution });
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
  return introduced;
}

const INTRODUCED: ReadonlySet<Block['kind']> = new Set(['list-item', 'quote', 'table-cell']);

function attributionOf(segments: readonly PlacedFacts[], { segment, quote }: QuoteRef): number | undefined {
  return segments[segment]?.facts.quotes[quote]?.attribution;
}

function keyOf({ segment, quote }: QuoteRef): string {
  return `${segment}:${quote}`;
}
