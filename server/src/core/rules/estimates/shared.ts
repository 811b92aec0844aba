// Owns: what the rules on estimates share: which scale applies, which sentences define words instead of using them.
// Must not know: any one rule's messages.
import type { EstimateFact } from '../../extract/facts.ts';
import { perFacts } from '../../extract/per-facts.ts';
import { declaredScale, type EstimateScale, scaleOf, termIn } from '../../lexicon/estimates.ts';
import type { DocumentView, PlacedSegment, StoryView } from '../types.ts';

/** The scale of a draft: front matter, then a scale that its text names, then the configuration. */
export function scaleFor(document: DocumentView, story: StoryView): { readonly scale: EstimateScale; readonly declared: boolean } {
  const named = document.frontMatter.items.find(item => item.key === 'scale' || item.key === 'estimates')?.value;
  if (typeof named === 'string') return { scale: scaleOf(named), declared: true };
  for (const segment of document.segments) {
    const scale = declaredIn(segment.facts);
    if (scale) return { scale, declared: true };
  }
  return { scale: scaleOf(story.scale), declared: false };
}

/** The scale that a segment names. */
const declaredIn = perFacts(({ estimates, tree }): EstimateScale | undefined => {
  const mayName = estimates.length > 0 || /scale|yardstick|directive|ICD|AJP|PHIA|Kent/i.test(tree.prose);
  return mayName ? declaredScale(tree.prose) : undefined;
});

/** A sentence that says what words mean, quotes a scale, or compares words: not an assessment. */
export function isDefinition(segment: PlacedSegment, fact: EstimateFact): boolean {
  const sentence = segment.facts.tree.sentences[fact.sentence];
  if (!sentence) return false;
  const text = segment.facts.tree.prose.slice(sentence.span.start, sentence.span.end);
  if (
    /\b(?:stands? for|means?|refers? to|denotes?|defined as|corresponds? to|the (?:term|word|phrase)s?|yardstick|scale|ICD[- ]?203|words of (?:likelihood|estimative))\b/i.test(
      text,
    )
  )
    return true;
  const inside = segment.facts.estimates.filter(other => other.sentence === fact.sentence && other.kind === 'likelihood' && other.percent);
  return inside.length >= 3;
}

/** Words that another person says are not the author's. */
export function isQuoted(segment: PlacedSegment, fact: EstimateFact): boolean {
  return segment.facts.quotes.some(
    quote => quote.kind !== 'scare' && quote.span.start <= fact.span.start && fact.span.end <= quote.span.end,
  );
}

/** The term of a scale that is nearest to what a word means on another one; of ICD 203's rows the first. */
export function sameRange(scale: EstimateScale, other: EstimateScale, word: string): string {
  const term = termIn(other, word);
  const middle = term ? (term.low + term.high) / 2 : 50;
  let best = scale.terms[0];
  for (const one of scale.terms) {
    if (one.row === 2) continue;
    if (!best || Math.abs((one.low + one.high) / 2 - middle) < Math.abs((best.low + best.high) / 2 - middle)) best = one;
  }
  return best?.term ?? '';
}
