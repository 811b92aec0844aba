// Owns: the rule estimates/confidence-with-likelihood.
// Must not know: how estimates are found.
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { isDefinition, isQuoted } from './shared.ts';

export default defineDocumentRule({
  id: 'estimates/confidence-with-likelihood',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['estimates', 'quotes'],
  options: {},
  messages: {
    both: 'One sentence says how sure you are (“{confidence}”) and how likely the thing is (“{likelihood}”), and readers mix the two up. ICD 203 asks for two sentences.',
  },
  docs: {
    summary: 'A level of confidence and a degree of likelihood stand in one sentence.',
    why: 'Confidence is about your evidence, likelihood about the world. In one sentence readers take one for the other.',
    bad: [{ draft: 'We assess with high confidence that the group will very likely return.\n' }],
    good: [{ draft: 'We assess that the group will very likely return. Our confidence in this judgement is high.\n' }],
  },
  check({ document, report }) {
    for (const segment of document.segments) {
      const { estimates, tree } = segment.facts;
      const seen = new Set<number>();
      for (const confidence of estimates) {
        if (confidence.kind !== 'confidence' || seen.has(confidence.sentence) || isQuoted(segment, confidence)) continue;
        const likelihood = estimates.find(other => other.kind === 'likelihood' && other.sentence === confidence.sentence);
        const sentence = tree.sentences[confidence.sentence];
        if (!likelihood || !sentence || isDefinition(segment, confidence)) continue;
        seen.add(confidence.sentence);
        report({
          span: shift(sentence.span, segment.offset),
          message: 'both',
          args: { confidence: slice(tree.prose, confidence.span), likelihood: slice(tree.prose, likelihood.span) },
          fixes: splitFix(document.uri, tree.text, sentence.span, confidence.span, confidence.term, segment.offset),
        });
      }
    }
  },
});

/** "We assess with high confidence that …" becomes two sentences; other forms are left to the writer. */
function splitFix(
  uri: string,
  text: string,
  sentence: { start: number; end: number },
  span: { start: number; end: number },
  term: string,
  offset: number,
) {
  const before = /\s+with $/i.exec(text.slice(sentence.start, span.start));
  const end = text[sentence.end - 1];
  if (!before || end !== '.') return [];
  const from = span.start - before[0].length;
  const level = term.replace(' confidence', '');
  return [
    {
      title: phrase`Put the confidence into a sentence of its own`,
      kind: 'suggestion' as const,
      edits: [
        { uri, span: shift({ start: from, end: span.end }, offset), newText: '' },
        { uri, span: shift({ start: sentence.end, end: sentence.end }, offset), newText: ` Our confidence in this judgement is ${level}.` },
      ],
    },
  ];
}
