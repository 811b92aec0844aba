// Owns: the rule estimates/percent-mismatch.
// Must not know: how estimates are found.
import { termIn } from '../../lexicon/estimates.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { isQuoted, scaleFor } from './shared.ts';

export default defineDocumentRule({
  id: 'estimates/percent-mismatch',
  version: 1,
  scope: 'document',
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['estimates', 'quotes', 'story'],
  options: {},
  messages: {
    mismatch: 'On the {scale} scale “{term}” is {low}–{high} %, and {percent} is another degree. Correct the word or the figure.',
  },
  docs: {
    summary: 'A word of likelihood and the percentage beside it do not fit.',
    why: 'The figure is there to make the word exact; when they disagree the reader believes either.',
    bad: [{ draft: 'It is very likely (60 %) that one more operator is affected.\n' }],
    good: [{ draft: 'It is likely (60 %) that one more operator is affected. By ICD 203 *likely* stands for 55–80 %.\n' }],
  },
  check({ document, story, report }) {
    const { scale } = scaleFor(document, story);
    for (const { fact, segment } of document.all('estimates')) {
      if (fact.kind !== 'likelihood' || !fact.percent || isQuoted(segment, fact)) continue;
      const term = termIn(scale, fact.term);
      const { low, high } = fact.percent;
      if (!term || low > 100 || high > 100) continue;
      const fits = low === high ? low >= term.low && low <= term.high : low >= term.low - 1 && high <= term.high + 1;
      if (fits) continue;
      const { tree } = segment.facts;
      const written = slice(tree.text, fact.span);
      const right = scale.terms
        .filter(one => one.row === undefined || one.row === (term.row ?? 1))
        .find(one => low >= one.low && high <= one.high);
      const span = { start: Math.min(fact.span.start, fact.percent.span.start), end: Math.max(fact.span.end, fact.percent.span.end) };
      const newText = right && /^\p{Lu}/u.test(written) ? `${right.term[0]?.toUpperCase()}${right.term.slice(1)}` : right?.term;
      report({
        span: shift(closing(tree.text, span), segment.offset),
        message: 'mismatch',
        args: {
          scale: scale.name,
          term: term.term,
          low: String(term.low),
          high: String(term.high),
          percent: slice(tree.prose, fact.percent.span),
        },
        fixes: newText
          ? [
              {
                title: phrase`Write “${newText}”`,
                kind: 'suggestion',
                edits: [{ uri: document.uri, span: shift(fact.span, segment.offset), newText }],
              },
            ]
          : [],
      });
    }
  },
});

/** With the parenthesis that closes after the figure. */
function closing(text: string, span: { readonly start: number; readonly end: number }) {
  return text[span.end] === ')' && text.slice(span.start, span.end).includes('(') ? { start: span.start, end: span.end + 1 } : span;
}
