// Owns: the rule references/unknown-attack-id.
// Must not know: how references are found, where the table comes from.
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { replaceByNearest } from './shared.ts';

export default defineDocumentRule({
  id: 'references/unknown-attack-id',
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
    summary: 'An ATT&CK id that does not exist.',
    why: 'Readers and tools follow the id to the technique; a wrong one breaks the mapping.',
    bad: [{ draft: 'The group telephoned its victims (T1566.005).\n' }],
    good: [{ draft: 'The group telephoned its victims (T1566.004). The T1000 is a character in a film.\n' }],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('references')) {
      if (fact.attack?.status !== 'unknown') continue;
      report({
        span: shift(fact.span, segment.offset),
        message: fact.attack.newer ? 'newer' : 'unknown',
        ...(fact.attack.newer ? { severity: 'warning' } : {}),
        args: { id: fact.id, table: fact.attack.table },
        fixes: (whole, place) => replaceByNearest(whole, story, place, fact, fact.id.slice(0, fact.id.search(/\d/))),
      });
    }
  },
});
