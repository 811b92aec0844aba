// Owns: which Sources a draft rests on.
// Must not know: rules; what is done with the answer.
import type { Source, Support } from '../evidence/types.ts';
import type { DocumentView } from '../rules/types.ts';

/** Where a draft rests on a Source: citations, claims and quotes; spans count from the start of the draft. */
export interface Use {
  readonly key: string;
  readonly kind: 'citation' | 'claim' | 'quote';
  readonly span: { readonly start: number; readonly end: number };
}

/** Every use of a Source in a draft, in order of kind and place. A claim uses the Sources that it names and those whose text bears on it. */
export function usesOf(view: DocumentView): readonly Use[] {
  const uses: Use[] = [];
  const add = (kind: Use['kind'], source: Pick<Source, 'key'>, offset: number, span: Use['span']): void => {
    uses.push({ key: source.key, kind, span: { start: span.start + offset, end: span.end + offset } });
  };
  for (const { citation, segment, source } of view.citations) if (source) add('citation', source, segment.offset, citation.span);
  for (const { fact, segment } of view.all('claims')) {
    const support = view.support(segment, fact);
    for (const key of keysBehind(support)) add('claim', { key }, segment.offset, fact.span);
  }
  for (const { fact, segment } of view.all('quotes')) {
    const match = view.quoteMatch(segment, fact);
    if (match.passage) add('quote', match.passage.source, segment.offset, fact.span);
  }
  return uses;
}

/** Keys of the Sources that stand behind a claim, or speak against it: those that it names, the one whose text bears on it best. */
export function keysBehind(support: Support): readonly string[] {
  const keys = new Set(support.cited);
  const { verdict, matches, differences } = support;
  if (verdict === 'supported' || verdict === 'partial' || verdict === 'uncited' || verdict === 'contradicted') {
    const best = matches[0];
    if (best) keys.add(best.passage.source.key);
  }
  for (const difference of differences) keys.add(difference.passage.source.key);
  return [...keys];
}
