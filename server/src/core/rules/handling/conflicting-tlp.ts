// Owns: the rule handling/conflicting-tlp.
// Must not know: how marks are found.
import type { TlpLevel } from '../../extract/facts.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { frontMatterMark } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/conflicting-tlp',
  version: 1,
  scope: 'document',
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['marks'],
  options: {},
  messages: {
    conflict: 'This banner says {here}, and {where} says {there}. A text has one mark: make them agree.',
  },
  docs: {
    summary: 'The marks of one text disagree.',
    why: 'Whoever passes the text on will go by the mark that they happen to see.',
    bad: [{ draft: '---\ntlp: GREEN\n---\n\nTLP:CLEAR\n\nA report.\n' }],
    good: [{ draft: '---\ntlp: GREEN\n---\n\n**TLP:GREEN**\n\nThis list may be passed on as TLP:CLEAR.\n' }],
  },
  check({ document, report }) {
    const front = frontMatterMark(document);
    let first: { level: TlpLevel; span: Span; where: Phrase } | undefined = front?.level
      ? { level: front.level, span: front.span, where: phrase`the front matter` }
      : undefined;
    for (const { fact, segment } of document.all('marks')) {
      if (fact.position !== 'banner' || !fact.level) continue;
      const span = shift(fact.span, segment.offset);
      if (span.start < document.frontMatter.span.end) continue;
      if (!first) {
        first = { level: fact.level, span, where: phrase`the one above` };
        continue;
      }
      if (fact.level === first.level) continue;
      const newText = slice(document.text, span).replace(/[\p{L}+]+$/u, first.level);
      report({
        span,
        message: 'conflict',
        args: { here: `TLP:${fact.word}`, there: `TLP:${first.level}`, where: first.where },
        related: [{ uri: document.uri, span: first.span, message: phrase`TLP:${first.level} here` }],
        fixes: [{ title: phrase`Write ${newText}`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText }] }],
      });
    }
  },
});
