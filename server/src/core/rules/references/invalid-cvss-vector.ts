// Owns: the rule references/invalid-cvss-vector.
// Must not know: how references are found, how a score is calculated.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'references/invalid-cvss-vector',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    'missing-metric': 'This vector lacks {metric}, so it has no score. Copy it again from the advisory.',
    'unknown-metric': 'CVSS {version} has no metric {metric}. Copy the vector again from the advisory.',
    'duplicate-metric': 'The metric {metric} stands twice in this vector. Copy it again from the advisory.',
    'bad-value': 'The metric {metric} cannot have this value in CVSS {version}. Copy the vector again from the advisory.',
    version: 'There is no CVSS version {metric}. The versions are 2.0, 3.0, 3.1 and 4.0.',
    case: 'Letters of a CVSS vector have a fixed case, and tools refuse this one. Write it as the specification does.',
  },
  docs: {
    summary: 'A CVSS vector that is not one.',
    why: 'Readers paste vectors into calculators; a broken one gives no score, or a wrong one.',
    bad: [{ draft: 'It is rated 8.8, high (`CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H`).\n' }],
    good: [{ draft: 'It is rated 6.1, medium: `CVSS:3.1/S:C/C:L/I:L/A:N/AV:N/AC:L/PR:N/UI:R`.\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const fault = fact.cvss?.fault;
      if (!fault || !isMessage(fault.kind)) continue;
      report({
        span: shift(fault.span, segment.offset),
        message: fault.kind,
        args: { metric: fault.metric, version: fact.cvss?.version ?? '' },
        fixes: fault.fixed
          ? [
              {
                title: phrase`Write ${fault.fixed}`,
                kind: fault.kind === 'case' ? 'safe' : 'suggestion',
                edits: [{ uri: document.uri, span: shift(fact.span, segment.offset), newText: fault.fixed }],
              },
            ]
          : [],
      });
    }
  },
});

const MESSAGES = ['missing-metric', 'unknown-metric', 'duplicate-metric', 'bad-value', 'version', 'case'] as const;

function isMessage(text: string): text is (typeof MESSAGES)[number] {
  return (MESSAGES as readonly string[]).includes(text);
}
