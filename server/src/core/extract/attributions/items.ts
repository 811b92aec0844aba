// Owns: a block as a row of items (words, marks, quotes) in which cues and sources are looked for.
// Must not know: what a cue or a source is.
import type { Block, SegmentTree } from '../../syntax/types.ts';
import { opensWithCapital } from '../../text/capitals.ts';
import { lowerBound } from '../../text/span.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { Quote } from '../facts.ts';

/** A word, number or mark of the text around quotes; a whole quote; or the border between two sentences. */
export interface Item {
  readonly kind: 'word' | 'mark' | 'quote' | 'stop';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** Index in the segment's quotes. */
  readonly quote?: number;
  readonly capital: boolean;
}

/** Marks that stand around a title or a scare-quoted word; the words stay. */
const QUOTE_MARK = /^["“”„‟«»‘’‚'＂「」『』]$/;

/** Which quotes are taken as one item: speech; titles and scare quotes stay words of the sentence, unless they end it. */
export function isUtterance(quote: Quote): boolean {
  return quote.kind === 'speech' || quote.kind === 'block';
}

/**
 * The items of `block` outside of quotes, or those inside of the quote `inside`. Quotes of the next level down are
 * one item each. All quotes of the segment are given, in order.
 */
export function itemsOf(tree: SegmentTree, block: Block, quotes: readonly Quote[], inside?: number): Item[] {
  const outer = inside === undefined ? block.span : (quotes[inside] as Quote).content;
  const items: Item[] = [];
  let at = outer.start;
  const words = (to: number): void => {
    if (to > at) addWords(tree, block, at, to, items);
    at = Math.max(at, to);
  };
  for (let index = lowerBound(quotes, outer.start, quote => quote.span); index < quotes.length; index++) {
    const quote = quotes[index] as Quote;
    if (quote.span.start >= outer.end) break;
    if (index === inside || quote.within !== inside || quote.span.start < at || !isUtterance(quote)) continue;
    words(quote.span.start);
    const last = items[items.length - 1];
    if (last && sentenceAt(tree, block, last.start) !== sentenceAt(tree, block, quote.span.start) && last.kind !== 'stop')
      items.push(stopAt(quote.span.start));
    items.push({ kind: 'quote', start: quote.span.start, end: quote.span.end, text: '', lower: '', quote: index, capital: false });
    at = quote.span.end;
  }
  words(outer.end);
  return items;
}

function addWords(tree: SegmentTree, block: Block, from: number, to: number, items: Item[]): void {
  for (const token of tokenize(tree.prose, from, to)) {
    const last = items[items.length - 1];
    if (last && isNewSentence(tree, block, last, token)) items.push(stopAt(token.start));
    if (token.kind === 'mark' && QUOTE_MARK.test(token.text)) continue;
    items.push({
      kind: token.kind === 'mark' ? 'mark' : 'word',
      start: token.start,
      end: token.end,
      text: token.text,
      lower: token.lower,
      capital: opensWithCapital(token.text),
    });
  }
}

/** After a quote a sentence border counts only where the next word could start one: `“Who?” she asked.` goes on. */
function isNewSentence(tree: SegmentTree, block: Block, last: Item, token: Token): boolean {
  if (last.kind === 'stop') return false;
  const before = sentenceAt(tree, block, last.kind === 'quote' ? Math.max(last.start, last.end - 1) : last.start);
  if (before === sentenceAt(tree, block, token.start)) return false;
  return last.kind !== 'quote' || /^[\p{Lu}\p{N}]/u.test(token.text);
}

function stopAt(at: number): Item {
  return { kind: 'stop', start: at, end: at, text: '', lower: '', capital: false };
}

/** Index of the sentence of `block` that holds `offset`, the one before it in gaps. */
export function sentenceAt(tree: SegmentTree, block: Block, offset: number): number {
  let low = block.sentences.start;
  let high = Math.max(low, block.sentences.end - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((tree.sentences[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
