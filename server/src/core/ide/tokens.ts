// Owns: what kinds of words a draft or note is made of: claims, quotes, attributions, terms, indicators.
// Must not know: LSP, colours.
import type { CheckedDocument } from '../engine/types.ts';
import type { PlacedSegment } from '../rules/types.ts';
import { overlaps, type Span } from '../text/span.ts';

/** In order of rank: where spans lie upon each other the later kind shows. */
export const TOKEN_TYPES = ['claim', 'quote', 'attribution', 'term', 'indicator'] as const;
/** Of claims alone. */
export const TOKEN_MODIFIERS = ['unsupported', 'contradicted'] as const;

export interface Token {
  /** Within one line, without white space at its ends and the marks of block quotes before it. */
  readonly span: Span;
  /** Index into `TOKEN_TYPES`. */
  readonly type: number;
  /** Bits by index into `TOKEN_MODIFIERS`. */
  readonly modifiers: number;
}

/** Tokens of a document, or of the segments that a span touches, in order; none overlaps another. */
export function tokensOf(checked: CheckedDocument, within?: Span): readonly Token[] {
  const verdicts = verdictsOf(checked);
  const tokens: Token[] = [];
  for (const segment of checked.view?.segments ?? []) {
    const { text } = segment.facts.tree;
    if (within && !overlaps(within, { start: segment.offset, end: segment.offset + text.length })) continue;
    addTokens(painted(segment, verdicts.get(segment) ?? []), text, segment.offset, tokens);
  }
  return within ? tokens.filter(({ span }) => overlaps(span, within)) : tokens;
}

interface ColouredClaim {
  readonly span: Span;
  readonly modifiers: number;
}

function verdictsOf({ claims }: CheckedDocument): ReadonlyMap<PlacedSegment, readonly ColouredClaim[]> {
  const bySegment = new Map<PlacedSegment, ColouredClaim[]>();
  for (const { claim, segment, support } of claims) {
    if (support.verdict === 'not-a-claim') continue;
    const modifiers = support.verdict === 'contradicted' ? 2 : support.verdict === 'unsupported' || support.verdict === 'miscited' ? 1 : 0;
    const list = bySegment.get(segment) ?? [];
    if (list.length === 0) bySegment.set(segment, list);
    list.push({ span: claim.span, modifiers });
  }
  return bySegment;
}

/** For each unit of a segment one more than its type, plus `8 × modifiers`; 0 for none. */
function painted({ facts }: PlacedSegment, claims: readonly ColouredClaim[]): Uint8Array {
  const units = new Uint8Array(facts.tree.text.length);
  const paint = ({ start, end }: Span, type: number, modifiers = 0): void => {
    units.fill(type + 1 + 8 * modifiers, start, end);
  };
  for (const { span, modifiers } of claims) paint(span, 0, modifiers);
  for (const { span, kind } of facts.quotes) if (kind === 'speech' || kind === 'block') paint(span, 1);
  for (const { span } of facts.attributions) paint(span, 2);
  for (const { span } of facts.terms) paint(span, 3);
  for (const { span } of facts.indicators) paint(span, 4);
  return units;
}

const SPACE = /\s/;

function addTokens(units: Uint8Array, text: string, offset: number, tokens: Token[]): void {
  for (let start = 0; start < units.length; ) {
    const code = units[start] as number;
    let end = start + 1;
    while (end < units.length && units[end] === code && !isLineEnd(text.charCodeAt(end))) end++;
    if (code !== 0) {
      let from = start;
      let to = end;
      while (from < to && (text.charAt(from) === '>' || SPACE.test(text.charAt(from)))) from++;
      while (to > from && SPACE.test(text.charAt(to - 1))) to--;
      if (from < to)
        tokens.push({ span: { start: offset + from, end: offset + to }, type: (code & 7) - 1, modifiers: code >> 3 } satisfies Token);
    }
    start = end;
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
