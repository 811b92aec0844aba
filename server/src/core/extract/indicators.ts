// Owns: finding indicators, plain and defanged, in a segment.
// Must not know: other segments, notes, rules.
import type { SegmentTree } from '../syntax/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Indicator } from './facts.ts';
import { type Surroundings, surroundings } from './indicators/context.ts';
import { scanIndicators } from './indicators/scan.ts';
import type { ExtractInput } from './input.ts';

export { isReservedDomain } from './indicators/addresses.ts';
export { readsAsSuspect } from './indicators/context.ts';
export { defang, refang } from './indicators/refang.ts';

/** Indicators in order; none overlaps another. References and keys of citations are none; whether a link is a source's is for rules to say. */
export function extractIndicators({ tree, facts }: ExtractInput): readonly Indicator[] {
  const found = scanIndicators(tree.prose, treeSurroundings(tree));
  const taken = [
    ...facts.references.map(reference => reference.span),
    ...facts.citations.filter(citation => citation.form !== 'link').map(citation => citation.span),
  ].sort((a, b) => a.start - b.start);
  const inlines = tree.inlines.filter(inline => inline.kind === 'code' || inline.kind === 'link' || inline.kind === 'image');
  const kept: Indicator[] = [];
  let nextTaken = 0;
  let nextInline = 0;
  for (const indicator of found) {
    while (nextTaken < taken.length && (taken[nextTaken] as Span).end <= indicator.span.start) nextTaken++;
    const citation = taken[nextTaken];
    if (citation && overlaps(citation, indicator.span)) continue;
    while (nextInline < inlines.length && (inlines[nextInline]?.span.end ?? 0) <= indicator.span.start) nextInline++;
    const inline = inlines[nextInline];
    kept.push(inline && overlaps(inline.span, indicator.span) ? within(indicator, inline) : indicator);
  }
  return kept;
}

/** Indicators of a text on its own: a passage of a note, a value in a table. Spans count from its start. */
export function indicatorsOf(text: string): readonly Indicator[] {
  return scanIndicators(
    text,
    surroundings(text, () => text),
  );
}

/** Code may stand live, and so may the words of a link whose target is the same place; a bare address that became a link is prose. */
function within(indicator: Indicator, inline: SegmentTree['inlines'][number]): Indicator {
  if (indicator.harmless) return indicator;
  if (inline.kind === 'code') return { ...indicator, harmless: 'code' };
  if (inline.kind === 'image') return indicator;
  const bare = inline.span.end - inline.span.start - (inline.content.end - inline.content.start) <= 2;
  return bare || indicator.written !== 'plain' ? indicator : { ...indicator, harmless: 'link' };
}

/** Words around a place in a segment: its sentence, and for a table the whole row and the header above it. */
function treeSurroundings(tree: SegmentTree): Surroundings {
  const { sentences, blocks, prose } = tree;
  const rows = new Map<string, string>();
  const texts = new Map<number, string>();
  for (const block of blocks) {
    if (!block.table) continue;
    const key = `${block.table.table}:${block.table.row}`;
    rows.set(key, `${rows.get(key) ?? ''} ${prose.slice(block.span.start, block.span.end)}`);
  }
  const pieceAt = (at: number): string => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((sentences[middle]?.span.start ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const sentence = sentences[low];
    if (!sentence) return '';
    const known = texts.get(low);
    if (known !== undefined) return known;
    const block = blocks[sentence.block];
    let text = prose.slice(sentence.span.start, sentence.span.end);
    if (block?.table) text = `${rows.get(`${block.table.table}:0`) ?? ''} ${rows.get(`${block.table.table}:${block.table.row}`) ?? ''}`;
    texts.set(low, text);
    return text;
  };
  return surroundings(prose, pieceAt);
}
