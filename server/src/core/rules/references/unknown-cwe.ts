// Owns: the rule references/unknown-cwe.
// Must not know: how references are found, where the table comes from.
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { replaceByNearest } from './shared.ts';

export default defineDocumentRule({
  id: 'references/unknown-cwe',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  dormant: true,
  roles: ['draft'],
  reads: ['references', 'story'],
  options: {},
  messages: {
    unknown: '{id} is not in {table}. Check the number.',
    newer: '{id} is not in {table}, and it may be newer than that. Check the number.',
  },
  docs: {
    summary: 'A CWE number that does not exist.',
    why: 'The number tells developers which kind of mistake it was; a wrong one says nothing.',
    bad: [{ draft: 'The picture writes outside of its buffer (CWE-7870).\n' }],
    good: [{ draft: 'The picture writes outside of its buffer (CWE-787).\n' }],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('references')) {
      if (fact.cwe?.status !== 'unknown') continue;
      // A number of five digits is no young entry but a slip.
      const newer = fact.cwe.newer && Number(fact.id.slice(4)) < 2000;
      report({
        span: shift(fact.span, segment.offset),
        message: newer ? 'newer' : 'unknown',
        ...(newer || fact.cwe.newer ? { severity: 'warning' } : {}),
        args: { id: fact.id, table: fact.cwe.table },
        fixes: (whole, place) => replaceByNearest(whole, story, place, fact, 'CWE-'),
      });
    }
  },
});
