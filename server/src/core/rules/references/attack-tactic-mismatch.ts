// Owns: the rule references/attack-tactic-mismatch.
// Must not know: how references are found, where the table comes from.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'references/attack-tactic-mismatch',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    mismatch: '{id} does not belong to {tactic}; ATT&CK has it under {tactics}. Correct the tactic or the technique.',
  },
  docs: {
    summary: 'A technique stands under a tactic that it does not have.',
    why: 'The tactic says what the attacker wanted; under the wrong one, the reader misreads the step.',
    bad: [{ draft: '| Tactic | Technique |\n| --- | --- |\n| Persistence | T1105 Ingress Tool Transfer |\n' }],
    good: [{ draft: '| Tactic | Technique |\n| --- | --- |\n| Persistence | T1078 Valid Accounts |\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const tactic = fact.attack?.tactic;
      if (fact.attack?.status !== 'live' || !tactic || tactic.fits) continue;
      const tactics = fact.attack.tactics ?? [];
      report({
        span: shift(tactic.span, segment.offset),
        message: 'mismatch',
        args: { id: fact.id, tactic: tactic.name, tactics: tactics.join(', ') },
        fixes: tactics.map(name => ({
          title: phrase`Write ${name}`,
          kind: 'suggestion' as const,
          edits: [{ uri: document.uri, span: shift(tactic.span, segment.offset), newText: name }],
        })),
      });
    }
  },
});
