// Owns: the outline of a document: sections with their claims and verdicts, Sources of notes; and finding both by words.
// Must not know: LSP, kinds and icons of editors.
import type { CheckedClaim, CheckedDocument } from '../engine/types.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Source } from '../evidence/types.ts';
import type { StoryView } from '../rules/types.ts';
import type { Phrase } from '../text/phrases.ts';
import { covers, type Span, shift, slice } from '../text/span.ts';
import { wordsOf } from './lookup.ts';
import { sourceDetail } from './rests-on.ts';
import { VERDICT_WORDS } from './verdicts.ts';

/** One line of an outline. Texts are plain, and not redacted. */
export interface OutlineSymbol {
  readonly kind: 'section' | 'claim' | 'source';
  readonly name: string;
  readonly detail: Phrase | string;
  /** All of it. */
  readonly span: Span;
  /** What is selected on the way to it; within `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

const LONGEST_NAME = 120;

type Growing = Omit<OutlineSymbol, 'span' | 'children'> & { span: { start: number; end: number }; children: Growing[] };

/** The outline of a draft, of notes or of a bibliography; empty for others. */
export function outlineOf(checked: CheckedDocument): readonly OutlineSymbol[] {
  return checked.role === 'draft' ? draftOutline(checked) : nested(sourceSymbols(checked));
}

function draftOutline(checked: CheckedDocument): readonly OutlineSymbol[] {
  const top: Growing[] = [];
  const open: { readonly depth: number; readonly symbol: Growing }[] = [];
  const claims = [...checked.claims.filter(isClaim)];
  let next = 0;
  const addClaims = (until: number): void => {
    for (let claim = claims[next]; claim && claim.segment.offset + claim.claim.span.start < until; claim = claims[++next])
      (open.at(-1)?.symbol.children ?? top).push(claimSymbol(claim));
  };
  for (const { facts, offset } of checked.view?.segments ?? []) {
    for (const block of facts.tree.blocks) {
      if (block.kind !== 'heading') continue;
      const selection = shift(block.span, offset);
      const depth = block.depth ?? 1;
      addClaims(selection.start);
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) close(open.pop()?.symbol, selection.start);
      const name = slice(facts.tree.prose, block.span).replace(/\s+/g, ' ').trim();
      const symbol: Growing = { kind: 'section', name: name || '…', detail: '', span: { ...selection }, selection, children: [] };
      (open.at(-1)?.symbol.children ?? top).push(symbol);
      open.push({ depth, symbol });
    }
  }
  addClaims(Number.POSITIVE_INFINITY);
  for (const { symbol } of open) close(symbol, checked.text.length);
  return top;
}

function close(symbol: Growing | undefined, end: number): void {
  if (symbol) symbol.span.end = end;
}

function isClaim({ support }: CheckedClaim): boolean {
  return support.verdict !== 'not-a-claim';
}

function claimSymbol({ claim, segment, support }: CheckedClaim): Growing {
  const span = shift(claim.span, segment.offset);
  return {
    kind: 'claim',
    name: wordsOf(segment, claim.span, LONGEST_NAME) || '…',
    detail: VERDICT_WORDS[support.verdict],
    span,
    selection: span,
    children: [],
  };
}

function sourceSymbols({ uri, story }: CheckedDocument): Growing[] {
  return (story?.evidence.sourcesIn(uri) ?? []).map(source => sourceSymbol(source));
}

function sourceSymbol(source: Source): Growing {
  const detail = sourceDetail(source);
  const name = nameOf(source);
  return {
    kind: 'source',
    name,
    detail: [name === source.key ? '' : source.key, detail].filter(Boolean).join(' · '),
    span: source.span,
    selection: covers(source.span, source.keySpan) ? source.keySpan : { start: source.span.start, end: source.span.start },
    children: [],
  };
}

/** Symbols within the ones that hold them. */
function nested(symbols: readonly Growing[]): readonly OutlineSymbol[] {
  const top: Growing[] = [];
  const open: Growing[] = [];
  for (const symbol of [...symbols].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) < symbol.span.end) open.pop();
    (open.at(-1)?.children ?? top).push(symbol);
    open.push(symbol);
  }
  return top;
}

/** Whether all words of a query stand in a text, wherever; case does not matter. */
export function matchesQuery(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every(word => lower.includes(word));
}

/** Sources of a Story whose key, title or metadata hold the words of a query. */
export function findSources(story: StoryView, query: string): readonly { readonly source: Source; readonly symbol: OutlineSymbol }[] {
  return [...story.sources.values()]
    .filter(source => matchesQuery(`${source.key} ${source.title} ${sourceDetail(source)}`, query))
    .map(source => ({ source, symbol: sourceSymbol(source) }));
}

/** Claims of a draft that hold the words of a query, in order. */
export function findClaims(checked: CheckedDocument, query: string): readonly OutlineSymbol[] {
  return checked.claims
    .filter(one => isClaim(one) && matchesQuery(slice(one.segment.facts.tree.text, one.claim.span), query))
    .map(claimSymbol);
}
