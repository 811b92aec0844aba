// Owns: how far an attribution reaches: its clause, following sentences on the same subject, the list it introduces.
// Must not know: quotes, evidence, other segments.
import type { Block } from '../../syntax/types.ts';
import type { Span } from '../../text/span.ts';
import type { ExtractInput } from '../input.ts';
import type { Item } from './items.ts';
import type { Cue } from './verb-cues.ts';

/** What makes a sentence go on about the subject of the one before it. */
const GOES_ON =
  /^(?:["“‘']|(?:And|But|Also|Yet|Then|Still|So|Instead|Moreover|However|Otherwise|Both|Neither|None|All|Each|Some|Most|Another|Others|It|Its|They|Their|He|His|She|Her|This|That|These|Those|There|Such|In (?:all|total|addition|it)|Of (?:these|those|them))\b)/;

/** A span for each cue, in order. `limit` is the block, or the quote whose words are read. */
export function scopesOf(
  input: ExtractInput,
  blockIndex: number,
  items: readonly Item[],
  cues: readonly Cue[],
  limit: Span,
  extend: boolean,
): Span[] {
  const bounds = sentencesOf(items, limit);
  const byBound = new Map<number, number[]>();
  let at = 0;
  cues.forEach((cue, index) => {
    const start = startOf(items, cue);
    while (at < bounds.length - 1 && (bounds[at] as Span).end <= start) at++;
    const inside = byBound.get(at);
    if (inside) inside.push(index);
    else byBound.set(at, [index]);
  });
  const scopes: Span[] = cues.map(() => limit);
  const withCues = new Set(byBound.keys());
  for (const [bound, inside] of byBound) {
    const { start, end } = bounds[bound] as Span;
    let from = start;
    inside.forEach((index, order) => {
      const cue = cues[index] as Cue;
      const next = cues[inside[order + 1] ?? -1];
      const leads = cue.order === 'before' || cue.order === 'colon' || (cue.order === 'frame' && startOf(items, cue) <= start + 1);
      // A cue after its words takes all up to itself; one before them all up to the next cue.
      const to = next ? (leads || next.order === 'before' ? startOf(items, next) : endOf(items, cue)) : end;
      scopes[index] = { start: from, end: Math.max(from, to) };
      from = Math.max(from, to);
    });
    const last = inside[inside.length - 1] as number;
    if (extend && (cues[last] as Cue).source)
      scopes[last] = { start: (scopes[last] as Span).start, end: reach(input, blockIndex, bounds, bound, withCues) };
  }
  return scopes;
}

function startOf(items: readonly Item[], cue: Cue): number {
  return Math.min((items[cue.from] as Item).start, (items[cue.source?.from ?? cue.from] as Item).start);
}

function endOf(items: readonly Item[], cue: Cue): number {
  return Math.max((items[cue.to - 1] as Item).end, (items[(cue.source?.extent.to ?? cue.to) - 1] as Item).end);
}

/** Sentences as the row has them: a sentence border inside a quote is none. */
function sentencesOf(items: readonly Item[], limit: Span): Span[] {
  const bounds: Span[] = [];
  let start = limit.start;
  for (const item of items) {
    if (item.kind !== 'stop') continue;
    bounds.push({ start, end: item.start });
    start = item.start;
  }
  bounds.push({ start, end: limit.end });
  return bounds;
}

function reach(input: ExtractInput, blockIndex: number, bounds: readonly Span[], bound: number, withCues: ReadonlySet<number>): number {
  const { tree, facts } = input;
  let at = bound;
  const cites = (span: Span): boolean =>
    facts.citations.some(citation => span.start <= citation.span.start && citation.span.start < span.end);
  const cited = facts.citations.length > 0;
  while (at + 1 < bounds.length && !withCues.has(at + 1)) {
    const next = bounds[at + 1] as Span;
    if (!GOES_ON.test(tree.prose.slice(next.start, Math.min(next.end, next.start + 40)).trimStart())) break;
    if (cited && cites(next)) break;
    at++;
  }
  const end = (bounds[at] as Span).end;
  if (at < bounds.length - 1) return end;
  const block = tree.blocks[blockIndex] as Block;
  if (!tree.prose.slice(block.span.start, block.span.end).trimEnd().endsWith(':')) return end;
  // What a colon introduces: the list, table or quote right below it.
  let to = end;
  let kind: Block['kind'] | undefined;
  for (let i = blockIndex + 1; i < tree.blocks.length; i++) {
    const next = tree.blocks[i] as Block;
    if (next.kind !== 'list-item' && next.kind !== 'quote' && next.kind !== 'table-cell') break;
    if (kind && next.kind !== kind) break;
    kind = next.kind;
    to = next.span.end;
  }
  return to;
}
