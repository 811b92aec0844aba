// Owns: the rule quotes/altered.
// Must not know: how quotes are compared with the notes.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { judgedQuotes, paraphraseFix, present, relatedTo, restoreFix, wordsAt } from './shared.ts';

export default defineDocumentRule({
  id: 'quotes/altered',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['quotes', 'attributions', 'quote-match', 'story'],
  options: {},
  messages: {
    altered: 'The notes have “{noted}” where this quote has “{drafted}”. Words in quotation marks must be the ones that were said.',
    extra: 'The notes do not have “{drafted}” in this quote. Words in quotation marks must be the ones that were said.',
    spliced: 'This quote runs words together that stand apart in the notes. Quote them one by one, or mark the cut with an ellipsis.',
    hidden: 'This quote differs from the notes here. Words in quotation marks must be the ones that were said.',
  },
  docs: {
    summary: 'The words of a quote are not those of the notes.',
    why: 'Readers take quotation marks as a promise: these very words were said. A quote that drifted by one word is a correction waiting to happen.',
    bad: [
      {
        draft: '"We patch what is reachable from the street first, and the basement can wait a month," Grace Okafor said.\n',
        notes: {
          'notes/okafor.md': '> "We patch what is reachable from the street first, and the basement can wait a week." — Grace Okafor\n',
        },
      },
    ],
    good: [
      {
        draft: '“We patch what is reachable from the street first …” Grace Okafor said. “[We] read the vector before … the score.”\n',
        notes: {
          'notes/okafor.md':
            '> "We patch what is reachable from the street first, and the basement can wait a week. I read the vector before I read the score." — Grace Okafor\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    for (const judged of judgedQuotes(document, story, ['altered', 'spliced'])) {
      const { match, segment, mayShow } = judged;
      const drafted = wordsAt(segment, match.span);
      const noted = (match.replacement ?? '').replace(/\s+/g, ' ').slice(0, 160);
      const message = match.status === 'spliced' ? 'spliced' : !mayShow ? 'hidden' : noted === '' ? 'extra' : 'altered';
      report({
        span: shift(match.span, segment.offset),
        message,
        args: message === 'altered' ? { drafted, noted } : message === 'extra' ? { drafted } : {},
        related: mayShow ? relatedTo(match.passage, phrase`The words in the notes`) : [],
        fixes: present([match.status === 'spliced' ? undefined : restoreFix(judged, document), paraphraseFix(judged, document)]),
      });
    }
  },
});
