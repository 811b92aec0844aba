// Owns: finding direct quotes in a segment: their bounds, their kind, and how they hang together.
// Must not know: other segments (but see `joinOpenQuotes`), notes, rules, who speaks.
import type { Block } from '../syntax/types.ts';
import type { Span } from '../text/span.ts';
import type { Quote } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { continues } from './quotes/continued.ts';
import { kindOf } from './quotes/kind.ts';
import { type MarkedQuote, scanQuotes } from './quotes/scan.ts';
import { codeSpans } from './tokens.ts';

export { joinOpenQuotes, type PlacedFacts, type QuoteChain, type QuoteRef } from './quotes/join.ts';

const NO_QUOTES: ReadonlySet<Block['kind']> = new Set(['code', 'html', 'definition', 'front-matter']);
/** What names the speaker at the end of a block quote: "— Name", "-- Name". */
const TAIL = /\s(?:—|–|--|―)\s*(?=[\p{Lu}„“"‘'@])[^—–\n]{2,120}$/u;
const CALLOUT = /^\s*>?\s*\[!/;

/** Quotes in order of their opening mark; a block quote without marks stands where its paragraph starts. */
export function extractQuotes(input: ExtractInput): readonly Quote[] {
  const { tree } = input;
  const hidden = codeSpans(tree);
  const quotes: Quote[] = [];
  for (const block of tree.blocks) {
    if (NO_QUOTES.has(block.kind)) continue;
    const found = scanQuotes({ text: tree.text, prose: tree.prose, block: block.span, hidden });
    const whole = block.kind === 'quote' || (block.quoted ?? 0) > 0 ? blockQuote(tree.text, tree.prose, block.span, found) : undefined;
    if (found.length === 0 && !whole) continue;
    addBlock(input, block, found, whole, quotes);
  }
  return quotes;
}

function addBlock(input: ExtractInput, block: Block, found: readonly MarkedQuote[], whole: Span | undefined, quotes: Quote[]): void {
  const { tree } = input;
  const first = quotes.length;
  const sentenceOf = sentenceFinder(input, block);
  if (whole) quotes.push({ span: whole, content: whole, sentence: sentenceOf(whole.start), kind: 'block' });
  const base = quotes.length;
  found.forEach((mark, _index) => {
    const outer = mark.within === undefined ? undefined : quotes[base + mark.within];
    const leads = !whole && block.kind === 'quote' && mark.within === undefined && isBlank(tree.prose, block.span.start, mark.span.start);
    const kind = leads ? 'block' : kindOf(tree.prose, mark, block.span, outer !== undefined);
    const within = mark.within === undefined ? (whole && mark.span.end <= whole.end ? first : undefined) : base + mark.within;
    const before = mark.within === undefined ? previousTop(quotes, base) : undefined;
    const goesOn = before !== undefined && continues(tree.prose, quotes[before] as Quote, mark.span);
    quotes.push({
      span: mark.span,
      content: mark.content,
      sentence: sentenceOf(mark.span.start),
      kind: goesOn && kind !== 'block' ? 'speech' : kind,
      ...(goesOn ? { continues: before } : {}),
      ...(within === undefined ? {} : { within }),
      ...(mark.open ? { open: true } : {}),
    });
    // The first part of a split quote is speech too, however short.
    const part = before === undefined ? undefined : quotes[before];
    if (goesOn && part && part.kind !== 'block' && part.kind !== 'speech') quotes[before as number] = { ...part, kind: 'speech' };
  });
}

function previousTop(quotes: readonly Quote[], base: number): number | undefined {
  for (let i = quotes.length - 1; i >= base; i--) if (quotes[i]?.within === undefined) return i;
  return undefined;
}

function isBlank(prose: string, start: number, end: number): boolean {
  return end - start < 400 && /^[\s>]*$/.test(prose.slice(start, end));
}

/** The words of a block quote that has no quotation marks around it, without the name at its end. */
function blockQuote(text: string, prose: string, block: Span, found: readonly MarkedQuote[]): Span | undefined {
  const words = prose.slice(block.start, block.end);
  if (CALLOUT.test(text.slice(block.start, block.end)) || !/\p{L}/u.test(words)) return undefined;
  const start = block.start + (words.length - words.trimStart().length);
  if (found.some(mark => mark.within === undefined && mark.span.start <= start)) return undefined;
  const tail = TAIL.exec(words.slice(-160));
  const cut = tail && tail.index > 0 ? words.length - Math.min(160, words.length) + tail.index : words.length;
  const end = block.start + words.slice(0, cut).trimEnd().length;
  return end > start ? { start, end } : undefined;
}

function sentenceFinder({ tree }: ExtractInput, block: Block): (offset: number) => number {
  const { start: from, end: to } = block.sentences;
  return offset => {
    let low = from;
    let high = Math.max(from, to - 1);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((tree.sentences[middle]?.span.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
