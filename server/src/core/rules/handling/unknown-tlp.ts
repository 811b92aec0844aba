// Owns: the rule handling/unknown-tlp.
// Must not know: how marks are found.

import { tlpWord } from '../../extract/marks.ts';
import { TLP_LEVELS } from '../../extract/tlp.ts';
import { nearest } from '../../text/distance.ts';
import { phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { frontMatterMark } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/unknown-tlp',
  version: 1,
  scope: 'document',
  severity: 'error',
  dormant: true,
  roles: ['draft', 'notes'],
  reads: ['marks'],
  options: {},
  messages: {
    unknown: 'The Traffic Light Protocol has no mark {word}. Its marks are CLEAR, GREEN, AMBER, AMBER+STRICT and RED.',
  },
  docs: {
    summary: 'A TLP mark that does not exist.',
    why: 'Nobody knows who may read a text whose mark has no meaning.',
    bad: [{ draft: 'A longer version for members is marked TLP:ORANGE.\n' }, { draft: '---\ntlp: YELLOW\n---\n\nA report.\n' }],
    good: [{ draft: 'This list may be passed on as TLP:CLEAR, the rest is TLP:AMBER+STRICT.\n' }],
  },
  check({ document, report }) {
    const fix = (span: Span, written: string, word: string) => {
      const right = nearest(word, TLP_LEVELS, 2);
      if (!right) return [];
      const newText = written.slice(0, written.length - lastWord(written).length) + right;
      return [{ title: phrase`Write ${newText}`, kind: 'suggestion' as const, edits: [{ uri: document.uri, span, newText }] }];
    };
    const front = frontMatterMark(document);
    if (front && !front.level && front.word.trim() !== '') {
      report({
        span: front.span,
        message: 'unknown',
        args: { word: `TLP:${tlpWord(front.word)}` },
        fixes: fix(front.span, slice(document.text, front.span), tlpWord(front.word)),
      });
    }
    for (const { fact, segment } of document.all('marks')) {
      if (fact.level) continue;
      const span = shift(fact.span, segment.offset);
      if (front && span.start < document.frontMatter.span.end) continue;
      report({ span, message: 'unknown', args: { word: `TLP:${fact.word}` }, fixes: fix(span, slice(document.text, span), fact.word) });
    }
  },
});

function lastWord(written: string): string {
  return (
    /[\p{L}+ _-]*$/u
      .exec(written)?.[0]
      .replace(/^[\s-]+/, '')
      .replace(/^TLP[ -]/i, '') ?? ''
  );
}
