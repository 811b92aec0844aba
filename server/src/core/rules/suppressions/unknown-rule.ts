// Owns: the rule suppressions/unknown-rule.
// Must not know: the other rules' files; it is given their ids. How directives are read.
import { nearest } from '../../text/distance.ts';
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

const DIRECTIVES = ['backdraft-disable-next-line', 'backdraft-disable', 'backdraft-enable', 'backdraft-opinion'] as const;

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
    'no-directive': 'There is no directive {directive}, so this comment does nothing.',
    'directive-did-you-mean': 'There is no directive {directive}, so this comment does nothing. Did you mean {near}?',
  },
  docs: {
    summary: 'A suppression names a rule or a directive that does not exist.',
    why: 'A misspelt rule id or directive suppresses nothing, and the finding that it was meant for stays.',
    bad: [
      { draft: '<!-- backdraft-disable-next-line terms/buzzword -- name of the product -->\nTallow 6.1.3 is out.\n' },
      { draft: '<!-- backdraft-disable-nextline terms/hype -- name of the product -->\nUnhackable is the name of a game.\n' },
    ],
    good: [{ draft: '<!-- backdraft-disable-next-line terms/hype -- name of the product -->\nUnhackable is the name of a game.\n' }],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('suppressions')) {
      if (!fact.directive) continue;
      const span = shift(fact.directive.span, segment.offset);
      const directive = fact.directive.text;
      const near = directiveNear(directive);
      report({
        span,
        message: near ? 'directive-did-you-mean' : 'no-directive',
        args: near ? { directive, near } : { directive },
        fixes: near ? [{ title: phrase`Change to ${near}`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText: near }] }] : [],
      });
    }
    for (const use of document.suppressions) {
      for (const entry of use.ids) {
        if (entry.id === '' || story.ruleIds.has(entry.id)) continue;
        const near = nearest(entry.id, story.ruleIds, 3);
        report({
          span: entry.span,
          message: near ? 'did-you-mean' : 'unknown',
          args: near ? { rule: entry.id, near } : { rule: entry.id },
          fixes: near
            ? [{ title: phrase`Change to ${near}`, kind: 'suggestion', edits: [{ uri: document.uri, span: entry.span, newText: near }] }]
            : [],
        });
      }
    }
  },
});

/** The directive that was meant; words that other tools use for the same ("disable-line", "disable-file", "ignore") count too. */
function directiveNear(written: string): string | undefined {
  const word = written
    .toLowerCase()
    .replace(/[:;,.-]+$/, '')
    .replace(/^backdraft[ _:-]+/, '');
  if (/^(?:disable|ignore)[-_]?(?:next|this|same)?[-_]?line$/.test(word) || /^ignore(?:[-_]next)?$/.test(word)) return DIRECTIVES[0];
  if (/^(?:disable|ignore)[-_]?(?:file|all|block|start|begin|rest)$/.test(word)) return DIRECTIVES[1];
  if (/^(?:disable|ignore)[-_]?(?:end|stop)$/.test(word) || /^enable[-_]?(?:file|all|block)$/.test(word)) return DIRECTIVES[2];
  return nearest(`backdraft-${word}`, DIRECTIVES, 3);
}
