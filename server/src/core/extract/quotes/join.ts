// Owns: joining quotes that run over several paragraphs, whichever segments these stand in.
// Must not know: rules, caches, notes.
import type { Facts, Quote } from '../facts.ts';

/** A segment with its place in a document; what `joinOpenQuotes` needs of the engine's placed segments. */
export interface PlacedFacts {
  readonly offset: number;
  readonly index: number;
  readonly facts: Facts;
}

/** A quote by the position of its segment in the list that was given, and its index in that segment's quotes. */
export interface QuoteRef {
  readonly segment: number;
  readonly quote: number;
}

/** The paragraphs of one quote, in order; every part but the last lacks its closing mark. */
export interface QuoteChain {
  readonly parts: readonly QuoteRef[];
  /** The last part has its closing mark. */
  readonly closed: boolean;
}

/** Paragraphs further on than this do not continue a quote. */
const PROSE: ReadonlySet<string> = new Set(['paragraph', 'quote', 'list-item', 'footnote']);

/**
 * Quotes that go on in following paragraphs: a quote without closing mark, and the paragraph right after it that
 * opens with the same kind of mark. Only chains of two parts or more are listed, in order. Linear.
 */
export function joinOpenQuotes(segments: readonly PlacedFacts[]): readonly QuoteChain[] {
  const known = CHAINS.get(segments);
  if (known) return known;
  const chains = join(segments);
  CHAINS.set(segments, chains);
  return chains;
}

/** The chains of each list of segments that was asked for: several readers of a document ask. */
const CHAINS = new WeakMap<readonly PlacedFacts[], readonly QuoteChain[]>();

function join(segments: readonly PlacedFacts[]): readonly QuoteChain[] {
  const chains: QuoteChain[] = [];
  let parts: QuoteRef[] = [];
  const flush = (closed: boolean): void => {
    if (parts.length > 1) chains.push({ parts, closed });
    parts = [];
  };
  let mark = '';
  segments.forEach((placed, segment) => {
    const { tree, quotes } = placed.facts;
    if (parts.length === 0 && !quotes.some(quote => quote.open)) return;
    let next = 0;
    for (const block of tree.blocks) {
      if (!PROSE.has(block.kind)) {
        if (block.kind !== 'html' && block.kind !== 'definition') flush(false);
        continue;
      }
      while (next < quotes.length && (quotes[next] as Quote).span.start < block.span.start) next++;
      const first = quotes[next];
      const leads = first && first.span.start < block.span.end && isLead(tree.prose, block.span.start, first.span.start);
      if (parts.length > 0) {
        if (leads && tree.prose[first.span.start] === mark) {
          parts.push({ segment, quote: next });
          if (!first.open) flush(true);
          else continue;
        } else flush(false);
      }
      const open = lastOpen(quotes, next, block.span.end);
      if (open === undefined) continue;
      parts = [{ segment, quote: open }];
      mark = tree.prose[(quotes[open] as Quote).span.start] ?? '';
    }
  });
  flush(false);
  return chains;
}

function isLead(prose: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/[\s>]/.test(prose[i] as string)) return false;
  return true;
}

function lastOpen(quotes: readonly Quote[], from: number, end: number): number | undefined {
  let open: number | undefined;
  for (let i = from; i < quotes.length && (quotes[i] as Quote).span.start < end; i++) if (quotes[i]?.open) open = i;
  return open;
}
