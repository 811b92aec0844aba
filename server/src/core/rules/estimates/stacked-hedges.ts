// Owns: the rule estimates/stacked-hedges.
// Must not know: how estimates are found.
import type { EstimateFact } from '../../extract/facts.ts';
import { phrase } from '../../text/phrases.ts';
import { slice } from '../../text/span.ts';
import { defineSegmentRule } from '../types.ts';

const MODAL = /^(?:may|might|could)$/;
/** Together with another hedge these say nothing more. "Potentially" often qualifies what follows it. */
const STRONG = /^(?:possibly|perhaps|maybe|conceivably)$/;

export default defineSegmentRule({
  id: 'estimates/stacked-hedges',
  version: 1,
  scope: 'segment',
  severity: 'info',
  dormant: true,
  roles: ['draft'],
  reads: ['estimates', 'quotes'],
  options: {},
  messages: {
    stacked: '“{phrase}” hedges the same thing {count}. One word of doubt is enough: “{fixed}”.',
  },
  docs: {
    summary: 'Several words of doubt on one verb.',
    why: 'Each hedge makes the sentence weaker and none makes it clearer; the reader cannot tell how sure you are.',
    bad: [{ draft: 'The number could perhaps possibly rise.\n' }],
    good: [{ draft: 'The number could rise. In May it might fall, and perhaps it will not.\n' }],
  },
  check({ facts, report }) {
    const { estimates, tree, quotes } = facts;
    const hedges = estimates.filter(fact => fact.kind === 'hedge');
    for (let at = 0; at < hedges.length; ) {
      const run = [hedges[at] as EstimateFact];
      while (at + run.length < hedges.length) {
        const last = run[run.length - 1] as EstimateFact;
        const next = hedges[at + run.length] as EstimateFact;
        if (
          next.sentence !== last.sentence ||
          !/^(?: |, | have | be | also | then ){1}$/.test(tree.prose.slice(last.span.end, next.span.start))
        )
          break;
        run.push(next);
      }
      at += run.length;
      const words = run.map(fact => fact.term);
      const stacked = run.length >= 3 || (run.length === 2 && words.some(word => STRONG.test(word)));
      const first = run[0] as EstimateFact;
      if (!stacked) continue;
      const span = { start: first.span.start, end: (run[run.length - 1] as EstimateFact).span.end };
      if (quotes.some(quote => quote.span.start <= span.start && span.end <= quote.span.end)) continue;
      const keep = run.find(fact => MODAL.test(fact.term)) ?? first;
      const kept = slice(tree.text, keep.span);
      const written = slice(tree.text, span);
      const newText = /^\p{Lu}/u.test(written) ? `${kept[0]?.toUpperCase()}${kept.slice(1)}` : kept;
      report({
        span,
        message: 'stacked',
        args: { phrase: written, count: run.length === 2 ? phrase`twice` : phrase`${run.length} times`, fixed: newText },
        fixes: [{ title: phrase`Write “${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
      });
    }
  },
});
