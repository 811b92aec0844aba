// Owns: the rule suppressions/unknown-rule.
// Must not know: the other rules' files; it is given their ids.
import { nearest } from '../../text/distance.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'suppressions/unknown-rule',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft', 'notes'],
  afterSuppressions: true,
  dormant: true,
  reads: ['suppressions'],
  options: {},
  messages: {
    unknown: 'There is no rule or group called {rule}, so this suppression does nothing for it.',
    'did-you-mean': 'There is no rule or group called {rule}, so this suppression does nothing for it. Did you mean {near}?',
  },
  docs: {
    summary: 'A suppression names a rule that does not exist.',
    why: 'A misspelt rule id suppresses nothing, and the finding that it was meant for stays.',
    bad: [{ draft: '<!-- backdraft-disable-next-line terms/buzzword -- name of the product -->\nTallow 6.1.3 is out.\n' }],
    good: [{ draft: '<!-- backdraft-disable-next-line terms/hype -- name of the product -->\nUnhackable is the name of a game.\n' }],
  },
  check({ document, story, report }) {
    for (const use of document.suppressions) {
      for (const entry of use.ids) {
        if (entry.id === '' || story.ruleIds.has(entry.id)) continue;
        const near = nearest(entry.id, story.ruleIds, 3);
        report({
          span: entry.span,
          message: near ? 'did-you-mean' : 'unknown',
          args: near ? { rule: entry.id, near } : { rule: entry.id },
          fixes: near
            ? [{ title: `Change to ${near}`, kind: 'suggestion', edits: [{ uri: document.uri, span: entry.span, newText: near }] }]
            : [],
        });
      }
    }
  },
});
