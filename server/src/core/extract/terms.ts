// Owns: finding uses of security terms in a segment.
// Must not know: other segments, notes, rules.
import { findTerms } from '../lexicon/terms/terms.ts';
import type { TermFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Terms of the prose, in order. Everyday words count as terms only beside a term of security. */
export function extractTerms({ tree }: ExtractInput): readonly TermFact[] {
  const code = tree.inlines.filter(inline => inline.kind === 'code').map(inline => inline.span);
  return tree.sentences.flatMap(({ span }, sentence) =>
    findTerms(tree.prose, span.start, span.end)
      .filter(found => !code.some(other => other.start < found.end && found.start < other.end))
      .map(found => ({ span: { start: found.start, end: found.end }, sentence, id: found.value.id })),
  );
}
