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
  const pointed = new Set<string>();
  for (const { citation, segment, source } of view.citations) {
    if (!source) continue;
    add('citation', source, segment.offset, citation.span);
    pointed.add(`${segment.index} ${citation.sentence} ${source.key}`);
  }
  for (const { fact, segment } of view.all('claims')) {
    const support = view.support(segment, fact);
    for (const key of keysBehind(support)) {
      if (sharesNameAlone(key, support) && !pointed.has(`${segment.index} ${fact.sentence} ${key}`)) continue;
      add('claim', { key }, segment.offset, fact.span);
    }
  }
  for (const { fact, segment } of view.all('quotes')) {
    const match = view.quoteMatch(segment, fact);
    if (match.passage) add('quote', match.passage.source, segment.offset, fact.span);
  }
  return uses;
}

/** Share of the best passage's score below which a Source that a name can mean has nothing to say on the claim. */
const NEAR_BEST = 0.5;

/** A name in the text can mean several Sources: where another of them bears on the claim far better, this one only shares the name. */
function sharesNameAlone(key: string, { cited, matches, differences }: Support): boolean {
  const [best] = matches;
  if (!best || !cited.includes(key) || !cited.includes(best.passage.source.key)) return false;
  if (differences.some(({ passage }) => passage.source.key === key)) return false;
  return !matches.some(({ passage, score }) => passage.source.key === key && score >= NEAR_BEST * best.score);
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
