// Owns: ways between draft and notes: from a citation, claim or quote to its evidence, and back.
// Must not know: LSP.
import type { Workspace } from '../engine/types.ts';
import type { Source } from '../evidence/types.ts';
import { covers, type Span } from '../text/span.ts';
import { citationAt, claimAt, factAt } from './lookup.ts';

export interface Location {
  readonly uri: string;
  readonly span: Span;
}

/** Where the evidence stands for what is at an offset: a citation's Source, a quote's or claim's passage. */
export function definitionsAt(workspace: Workspace, uri: string, offset: number): readonly Location[] {
  const checked = workspace.check(uri);
  if (!checked?.view) return [];
  const citation = citationAt(checked, offset);
  if (citation) return citation.source ? [{ uri: citation.source.uri, span: citation.source.keySpan }] : [];
  const quote = factAt(checked, offset, 'quotes');
  const passage = quote && checked.view.quoteMatch(quote.segment, quote.fact).passage;
  if (passage) return [{ uri: passage.source.uri, span: passage.span }];
  const claim = claimAt(checked, offset);
  return (claim?.support.matches ?? []).slice(0, 3).map(match => ({ uri: match.passage.source.uri, span: match.passage.span }));
}

/** The Source at an offset of a note, or that a citation at an offset of a draft means. */
export function sourceAt(workspace: Workspace, uri: string, offset: number): Source | undefined {
  const checked = workspace.check(uri);
  if (!checked) return undefined;
  const citation = citationAt(checked, offset);
  if (citation) return citation.source;
  if (checked.role !== 'notes' && checked.role !== 'bibliography') return undefined;
  let best: Source | undefined;
  for (const source of checked.story?.evidence.sourcesIn(checked.uri) ?? []) {
    if (!covers(source.span, { start: offset, end: offset })) continue;
    if (!best || source.span.end - source.span.start < best.span.end - best.span.start) best = source;
  }
  return best;
}

/** All places of all drafts of the Story that rest on the Source at an offset; with `declaration` its own place too. */
export function referencesAt(workspace: Workspace, uri: string, offset: number, declaration: boolean): readonly Location[] {
  const source = sourceAt(workspace, uri, offset);
  const story = workspace.storyOf(uri);
  if (!source || !story) return [];
  const found: Location[] = declaration ? [{ uri: source.uri, span: source.keySpan }] : [];
  for (const draft of workspace.drafts(story.root)) {
    const uses = workspace.uses(draft).filter(use => use.key === source.key);
    const seen = new Set<string>();
    for (const { span } of uses) {
      const key = `${span.start} ${span.end}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ uri: draft, span });
    }
  }
  return found;
}
