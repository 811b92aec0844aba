// Owns: the tokens of each sentence of a segment, cut once and shared by extractors.
// Must not know: what extractors look for.
import type { SegmentTree } from '../syntax/types.ts';
import type { Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';

const known = new WeakMap<SegmentTree, readonly (readonly Token[])[]>();

/** Tokens by sentence; offsets count from the start of the segment. Cut once for each tree. */
export function tokensOf(tree: SegmentTree): readonly (readonly Token[])[] {
  const found = known.get(tree);
  if (found) return found;
  const tokens = tree.sentences.map(sentence => tokenize(tree.prose, sentence.span.start, sentence.span.end));
  known.set(tree, tokens);
  return tokens;
}

/** Whether `span` shares a character with one of `spans`, which are in order and do not overlap. */
export function touchesAny(spans: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.start < span.end;
}

/** Spans of inline code, in order. */
export function codeSpans(tree: SegmentTree): readonly Span[] {
  return tree.inlines.filter(inline => inline.kind === 'code').map(inline => inline.span);
}
