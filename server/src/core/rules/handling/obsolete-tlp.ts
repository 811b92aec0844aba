// Owns: the rule handling/obsolete-tlp.
// Must not know: how marks are found.
import { tlpWord } from '../../extract/marks.ts';
import { phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { frontMatterMark } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/obsolete-tlp',
  version: 1,
  scope: 'document',
  severity: 'warning',
  dormant: true,
  roles: ['draft', 'notes'],
  reads: ['marks'],
  options: {},
  messages: {
    white: 'TLP:WHITE became TLP:CLEAR in version 2.0 of August 2022. Write TLP:CLEAR.',
  },
  docs: {
    summary: 'A mark of version 1.0 of the Traffic Light Protocol.',
    why: 'Version 2.0 has replaced WHITE by CLEAR, and some exchanges refuse the old word.',
    bad: [{ draft: 'This list may be passed on as TLP:WHITE.\n' }],
    good: [{ draft: 'This list may be passed on as TLP:CLEAR.\n' }],
  },
  check({ document, report }) {
    const tell = (span: Span): void => {
      const newText = slice(document.text, span).replace(/white/i, word =>
        word === word.toUpperCase() ? 'CLEAR' : word === word.toLowerCase() ? 'clear' : 'Clear',
      );
      report({
        span,
        message: 'white',
        fixes: [{ title: phrase`Write ${newText}`, kind: 'safe', edits: [{ uri: document.uri, span, newText }] }],
      });
    };
    const front = frontMatterMark(document);
    if (front && tlpWord(front.word) === 'WHITE') tell(front.span);
    for (const { fact, segment } of document.all('marks')) {
      const span = shift(fact.span, segment.offset);
      if (fact.word === 'WHITE' && !(front && span.start < document.frontMatter.span.end)) tell(span);
    }
  },
});
