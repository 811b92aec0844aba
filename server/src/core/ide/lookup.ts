// Owns: what stands at an offset of a checked document.
// Must not know: what is shown of it.
import type { CheckedClaim, CheckedDocument } from '../engine/types.ts';
import type { FactKind, Facts } from '../extract/facts.ts';
import type { PlacedSegment, ResolvedCitation } from '../rules/types.ts';
import { covers, type Span, shift } from '../text/span.ts';

/** The content segment that holds an offset; at a border the one that ends there. */
export function segmentAt(checked: CheckedDocument, offset: number): PlacedSegment | undefined {
  return checked.view?.segments.findLast(segment => segment.offset <= offset && offset <= segment.offset + segment.facts.tree.text.length);
}

/** The smallest fact of a kind around an offset, with its span in the document. Ends count as inside. */
export function factAt<K extends FactKind>(
  checked: CheckedDocument,
  offset: number,
  kind: K,
): { readonly fact: Facts[K][number]; readonly segment: PlacedSegment; readonly span: Span } | undefined {
  const segment = segmentAt(checked, offset);
  if (!segment) return undefined;
  let best: { readonly fact: Facts[K][number]; readonly segment: PlacedSegment; readonly span: Span } | undefined;
  for (const fact of segment.facts[kind] as readonly Facts[K][number][]) {
    const span = shift(fact.span, segment.offset);
    if (offset < span.start || offset > span.end) continue;
    if (!best || span.end - span.start < best.span.end - best.span.start) best = { fact, segment, span };
  }
  return best;
}

export function claimAt(checked: CheckedDocument, offset: number): (CheckedClaim & { readonly span: Span }) | undefined {
  let best: (CheckedClaim & { readonly span: Span }) | undefined;
  for (const one of checked.claims) {
    const span = shift(one.claim.span, one.segment.offset);
    if (offset < span.start || offset > span.end) continue;
    if (!best || span.end - span.start < best.span.end - best.span.start) best = { ...one, span };
  }
  return best;
}

export function citationAt(checked: CheckedDocument, offset: number): (ResolvedCitation & { readonly span: Span }) | undefined {
  for (const one of checked.view?.citations ?? []) {
    const span = shift(one.citation.span, one.segment.offset);
    if (span.start <= offset && offset <= span.end) return { ...one, span };
  }
  return undefined;
}

/** The words at a span of a segment as a reader sees them: without citations, white space folded, cut to a length. */
export function wordsOf({ facts }: PlacedSegment, span: Span, limit: number): string {
  let words = '';
  let from = span.start;
  for (const citation of facts.citations) {
    // A link's words are words of the sentence.
    if (citation.form === 'link' || citation.span.start < from || !covers(span, citation.span)) continue;
    words += facts.tree.prose.slice(from, citation.span.start);
    from = citation.span.end;
  }
  words = (words + facts.tree.prose.slice(from, span.end))
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
  return words.length > limit ? `${words.slice(0, limit - 1).trimEnd()}…` : words;
}
