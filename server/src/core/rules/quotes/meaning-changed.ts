// Owns: the rule quotes/meaning-changed.
// Must not know: how quotes are compared with the notes.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { judgedQuotes, present, relatedTo, restoreFix, wordsAt } from './shared.ts';

export default defineDocumentRule({
  id: 'quotes/meaning-changed',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['quotes', 'attributions', 'quote-match', 'story'],
  options: {},
  messages: {
    turned: 'The notes have “{noted}” where this quote has “{drafted}”. The difference turns or weakens what was said.',
    hidden: 'A negation or qualifier of the notes is missing here, or was added. That turns or weakens what was said.',
  },
  docs: {
    summary: 'A quote lost or gained a "not", an "almost" or another word that governs its meaning.',
    why: 'One dropped "not" makes a denial a confession. This is the costliest mistake that a quote can have.',
    bad: [
      {
        draft: '"I can rule out that they copied more than we can see," Hanna Brodie said.\n',
        notes: { 'notes/call.md': 'Hanna Brodie: "I cannot rule out that they copied more than we can see."\n' },
      },
      {
        draft: '“I would … say that they were careless on purpose,” Robin Hale said.\n',
        notes: { 'notes/talk.md': 'Robin Hale: "I would never say that they were careless on purpose."\n' },
      },
    ],
    good: [
      {
        draft: '"I can\'t rule out that they copied more than we can see," Hanna Brodie said.\n',
        notes: { 'notes/call.md': 'Hanna Brodie: "I cannot rule out that they copied more than we can see."\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const judged of judgedQuotes(document, story, ['meaning-changed'])) {
      const { match, segment, mayShow } = judged;
      report({
        span: shift(match.span, segment.offset),
        message: mayShow ? 'turned' : 'hidden',
        args: mayShow ? { drafted: wordsAt(segment, match.span), noted: (match.replacement ?? '').replace(/\s+/g, ' ').slice(0, 160) } : {},
        related: mayShow ? relatedTo(match.passage, phrase`The words in the notes`) : [],
        fixes: present([restoreFix(judged, document)]),
      });
    }
  },
});
