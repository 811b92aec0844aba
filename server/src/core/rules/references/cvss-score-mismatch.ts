// Owns: the rule references/cvss-score-mismatch.
// Must not know: how references are found, how a score is calculated.
import { type Phrase, phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'references/cvss-score-mismatch',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    mismatch: 'The vector beside it gives {scores}, not {score}. Correct the score or the vector.',
  },
  docs: {
    summary: 'A CVSS score that does not follow from the vector beside it.',
    why: 'One of the two is wrong, and readers decide by the score what to patch first.',
    bad: [{ draft: 'Its score is 7.8 (`CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H`).\n' }],
    good: [{ draft: 'Its score is 7.0 (`CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H`).\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const { score, vector } = fact.cvss ?? {};
      const scores = vector === undefined ? undefined : segment.facts.references[vector]?.cvss?.scores;
      if (score === undefined || !scores || scores.length === 0 || scores.includes(score)) continue;
      const right = scores.map(one => one.toFixed(1));
      report({
        span: shift(fact.span, segment.offset),
        message: 'mismatch',
        args: {
          scores: right.slice(1).reduce<Phrase | string>((list, score) => phrase`${list} or ${score}`, right[0] ?? ''),
          score: fact.id,
        },
        fixes: right.map(newText => ({
          title: phrase`Write ${newText}`,
          kind: 'suggestion' as const,
          edits: [{ uri: document.uri, span: shift(fact.span, segment.offset), newText }],
        })),
      });
    }
  },
});
