// Owns: the rule references/revoked-attack-id.
// Must not know: how references are found, where the table comes from.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { replaceBy } from './shared.ts';

export default defineDocumentRule({
  id: 'references/revoked-attack-id',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    replaced: '{id} was revoked in favour of {replacement}, {name} ({table}). Use the new id.',
    revoked: '{id} was revoked, and nothing that is still in use takes its place ({table}). Name the technique that you mean.',
    deprecated: '{id}, {own}, is deprecated ({table}). Choose an id that is still maintained.',
  },
  docs: {
    summary: 'An ATT&CK id that was revoked or deprecated.',
    why: 'Tools that work with the current version do not know it any more, so your mapping falls out of their matrices.',
    bad: [{ draft: 'A signed viewer loaded a planted library (T1574.002).\n' }, { draft: 'The malware used launchctl (T1152).\n' }],
    good: [{ draft: 'A signed viewer loaded a planted library (T1574.001).\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const attack = fact.attack;
      if (!attack || (attack.status !== 'revoked' && attack.status !== 'deprecated')) continue;
      const { replacement } = attack;
      report({
        span: shift(fact.span, segment.offset),
        message: replacement ? 'replaced' : attack.status,
        args: {
          id: fact.id,
          own: attack.name ?? '',
          replacement: replacement?.id ?? '',
          name: replacement?.name ?? '',
          table: attack.table,
        },
        fixes: replacement
          ? [replaceBy(document, segment, fact, replacement.id, phrase`Write ${replacement.id} (${replacement.name})`)]
          : [],
      });
    }
  },
});
