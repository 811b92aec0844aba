// Owns: the rule suppressions/unused.
// Must not know: how suppressions hide findings; it is told what each of them hid.
import { phrase } from '../../text/phrases.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'suppressions/unused',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft', 'notes'],
  afterSuppressions: true,
  reads: ['suppressions'],
  options: {},
  messages: {
    unused: 'This suppression of {rule} hides nothing. Remove it, so that it cannot hide a real problem later.',
    'unused-all': 'This suppression hides nothing. Remove it, so that it cannot hide a real problem later.',
  },
  docs: {
    summary: 'A suppression comment hides no finding.',
    why: 'A suppression that outlives its reason waits to hide the next, real problem on the same line.',
    bad: [{ draft: '<!-- backdraft-disable-next-line handling/obsolete-tlp -- quoted from a form -->\nThis list is TLP:CLEAR.\n' }],
    good: [
      { draft: '<!-- backdraft-disable-next-line handling/obsolete-tlp -- the old name is the point here -->\nTLP:WHITE was renamed.\n' },
    ],
  },
  check({ document, report }) {
    for (const use of document.suppressions) {
      const unused = use.ids.filter(entry => entry.judged && entry.hidden === 0);
      for (const entry of unused) {
        const all = unused.length === use.ids.length && use.kind !== 'front-matter';
        report({
          span: entry.span,
          message: entry.id === '' ? 'unused-all' : 'unused',
          args: entry.id === '' ? {} : { rule: entry.id },
          fixes: all
            ? [
                {
                  title: phrase`Remove this suppression`,
                  kind: 'suggestion',
                  edits: [{ uri: document.uri, span: withLineEnd(document.text, use.span), newText: '' }],
                },
              ]
            : [],
        });
      }
    }
  },
});

/** A comment that stands alone on its line takes the line end with it. */
function withLineEnd(text: string, span: { readonly start: number; readonly end: number }): { start: number; end: number } {
  let start = span.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  const alone = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  let end = span.end;
  while (text[end] === ' ' || text[end] === '\t') end++;
  if (!alone || (end < text.length && text[end] !== '\n' && text[end] !== '\r')) return { start: span.start, end: span.end };
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return { start, end };
}
