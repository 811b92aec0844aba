// Owns: rewriting what is not wrong: defanging and refanging, one indicator or all, and terms of the scale in force.
// Must not know: findings and their fixes, LSP. An edit touches the indicator or term alone.
import type { CheckedDocument } from '../engine/types.ts';
import type { Indicator } from '../extract/facts.ts';
import { defang, refang } from '../extract/indicators.ts';
import { SCALES, termIn } from '../lexicon/estimates.ts';
import { isQuoted, sameRange, scaleFor } from '../rules/estimates/shared.ts';
import { ADDRESSES, liveIndicators } from '../rules/indicators/shared.ts';
import type { Edit, PlacedSegment } from '../rules/types.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { overlaps, type Span, shift, slice } from '../text/span.ts';

export interface Rewrite {
  readonly title: Phrase;
  readonly edits: readonly Edit[];
}

/** What can be rewritten at a span. Titles hold no address, so that none can be followed from a menu. */
export function rewritesAt(checked: CheckedDocument, span: Span): readonly Rewrite[] {
  return [...indicatorRewrites(checked, span), ...estimateRewrites(checked, span)];
}

/** Edits that defang every live and half-defanged indicator of a draft. Sources, publishers, examples, links and code stay. */
export function defangAll(checked: CheckedDocument): readonly Edit[] {
  const { view, story } = checked;
  if (!view || !story || checked.role !== 'draft') return [];
  const live = [...liveIndicators(view, story)];
  const half = [...view.all('indicators')].filter(({ fact }) => fact.written === 'half-defanged' && isAddress(fact));
  return [...live, ...half].map(({ fact, segment }) => defanged(checked, fact, segment)).sort((a, b) => a.span.start - b.span.start);
}

/** Edits that write every defanged indicator of a draft plainly. */
export function refangAll(checked: CheckedDocument): readonly Edit[] {
  if (checked.role !== 'draft') return [];
  return [...(checked.view?.all('indicators') ?? [])]
    .filter(({ fact }) => fact.written !== 'plain' && isAddress(fact))
    .map(({ fact, segment }) => refanged(checked, fact, segment));
}

function isAddress(fact: Indicator): boolean {
  return ADDRESSES.has(fact.kind) && !fact.malformed;
}

function indicatorRewrites(checked: CheckedDocument, span: Span): Rewrite[] {
  if (checked.role !== 'draft') return [];
  const here = [...(checked.view?.all('indicators') ?? [])].filter(
    ({ fact, segment }) => isAddress(fact) && fact.harmless !== 'code' && touches(shift(fact.span, segment.offset), span),
  );
  if (here.length === 0) return [];
  const plain = here.filter(({ fact }) => fact.written !== 'defanged').map(({ fact, segment }) => defanged(checked, fact, segment));
  const broken = here.filter(({ fact }) => fact.written !== 'plain').map(({ fact, segment }) => refanged(checked, fact, segment));
  const all = defangAll(checked);
  const back = refangAll(checked);
  return [
    { title: plain.length === 1 ? phrase`Defang this indicator` : phrase`Defang these indicators`, edits: plain },
    { title: broken.length === 1 ? phrase`Refang this indicator` : phrase`Refang these indicators`, edits: broken },
    { title: phrase`Defang all indicators in this draft (${all.length})`, edits: all.length > 1 ? all : [] },
    { title: phrase`Refang all indicators in this draft (${back.length})`, edits: back.length > 1 ? back : [] },
  ].filter(rewrite => rewrite.edits.length > 0);
}

/** With the angle brackets of a link around it, which would make a link of any scheme. */
function defanged(checked: CheckedDocument, fact: Indicator, segment: PlacedSegment): Edit {
  const { text } = segment.facts.tree;
  const { start, end } = fact.span;
  const inBrackets = text[start - 1] === '<' && text[end] === '>';
  const span = inBrackets ? { start: start - 1, end: end + 1 } : fact.span;
  return { uri: checked.uri, span: shift(span, segment.offset), newText: defang(slice(text, fact.span)) };
}

function refanged(checked: CheckedDocument, fact: Indicator, segment: PlacedSegment): Edit {
  return { uri: checked.uri, span: shift(fact.span, segment.offset), newText: refang(slice(segment.facts.tree.text, fact.span)) };
}

/** The scale's own term, where another one's stands or a variant of it. */
function estimateRewrites(checked: CheckedDocument, span: Span): Rewrite[] {
  const { view, story } = checked;
  if (!view || !story || checked.role !== 'draft') return [];
  const here = [...view.all('estimates')].filter(({ fact, segment }) => touches(shift(fact.span, segment.offset), span));
  if (here.length === 0) return [];
  const { scale } = scaleFor(view, story);
  const rewrites: Rewrite[] = [];
  for (const { fact, segment } of here) {
    const place = shift(fact.span, segment.offset);
    if (fact.kind !== 'likelihood' || isQuoted(segment, fact)) continue;
    const written = slice(segment.facts.tree.text, fact.span);
    // Adverbs and nouns are built into their sentence otherwise: those are for the writer to recast.
    if (/ly$|possibility|chance|odds/i.test(written.replace(/likely$/i, ''))) continue;
    const own = termIn(scale, fact.term);
    // Several scales may have the word, and mean different ranges by it.
    const meant = own ? [scale] : SCALES.filter(one => one.id !== scale.id && termIn(one, fact.term));
    for (const other of meant) {
      const right = own?.term ?? sameRange(scale, other, fact.term);
      if (/chance|odds|possibility|\bnot$/.test(right) || right === written.toLowerCase()) continue;
      const newText = /^\p{Lu}/u.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
      if (rewrites.some(({ edits }) => edits[0]?.newText === newText)) continue;
      const why = other === scale ? phrase`the term of ${scale.name}` : phrase`which ${scale.name} has for the range of ${other.name}`;
      rewrites.push({ title: phrase`Write “${newText}”, ${why}`, edits: [{ uri: checked.uri, span: place, newText }] });
    }
  }
  return rewrites;
}

function touches(a: Span, b: Span): boolean {
  return overlaps(a, b) || (b.start === b.end && a.start <= b.start && b.start <= a.end);
}
