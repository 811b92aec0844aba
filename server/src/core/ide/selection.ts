// Owns: what a selection grows to: quote or reference, clause, sentence, paragraph, section, all.
// Must not know: LSP.
import type { CheckedDocument } from '../engine/types.ts';
import { covers, type Span, shift } from '../text/span.ts';
import { factAt, segmentAt } from './lookup.ts';

/** Spans around an offset, the innermost first; each holds the one before and is larger. The last is the whole document. */
export function selectionAt(checked: CheckedDocument, offset: number): readonly Span[] {
  const at = Math.max(0, Math.min(offset, checked.text.length));
  const found: Span[] = [];
  const segment = segmentAt(checked, at);
  if (segment) {
    const inner = at - segment.offset;
    const holds = ({ span }: { readonly span: Span }): boolean => span.start <= inner && inner <= span.end;
    const { facts, offset: start } = segment;
    const { sentences, blocks } = facts.tree;
    for (const kind of ['references', 'indicators', 'names', 'citations', 'quotes'] as const) {
      const fact = factAt(checked, at, kind);
      if (fact) found.push(fact.span);
    }
    // The claims of a sentence that was cut are its clauses; the comma between belongs to neither.
    for (const { span } of facts.claims.filter(holds)) {
      const comma = /^[\s,;]*/.exec(facts.tree.text.slice(span.start, span.end))?.[0].length ?? 0;
      if (span.start + comma <= inner) found.push(shift({ start: span.start + comma, end: span.end }, start));
    }
    for (const { span } of [...sentences, ...blocks].filter(holds)) found.push(shift(span, start));
  }
  found.push(...sectionsAround(checked, at), { start: 0, end: checked.text.length });
  const nested: Span[] = [];
  for (const span of found.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = nested.at(-1);
    if (!inner || (covers(span, inner) && span.end - span.start > inner.end - inner.start)) nested.push(span);
  }
  return nested;
}

/** From each heading above that is of a higher level than the last to the next one of its level. */
function sectionsAround({ view, text }: CheckedDocument, offset: number): Span[] {
  const headings = (view?.segments ?? []).flatMap(({ facts, offset: start }) =>
    facts.tree.blocks.filter(({ kind }) => kind === 'heading').map(({ span, depth }) => ({ start: span.start + start, depth: depth ?? 1 })),
  );
  const found: Span[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    if (!heading || heading.start > offset || heading.depth >= depth) continue;
    depth = heading.depth;
    const end = headings.find(other => other.start > heading.start && other.depth <= heading.depth)?.start ?? text.length;
    found.push({ start: heading.start, end: heading.start + text.slice(heading.start, end).trimEnd().length });
  }
  return found;
}
