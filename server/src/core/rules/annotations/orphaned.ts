// Owns: the rule annotations/orphaned.
// Must not know: how passages are found again.
import { phrase } from '../../text/phrases.ts';
import { defineDocumentRule } from '../types.ts';

/** Of a lost passage so much is shown. */
const SHOWN = 80;

export default defineDocumentRule({
  id: 'annotations/orphaned',
  version: 2,
  scope: 'document',
  severity: 'warning',
  roles: ['draft', 'notes'],
  reads: [],
  options: {},
  messages: {
    orphaned:
      'The passage that {who} annotated is not in the text any more, or cannot be told apart from another: “{passage}”. Attach the annotation to a passage, or resolve it.',
    pointer:
      'The annotation of {who} names no words of the text, only a place that may have moved: “{passage}”. Attach it to a passage, or resolve it.',
  },
  docs: {
    summary: 'An annotation whose passage cannot be found beyond doubt.',
    why: 'A comment or verdict that slides to a sentence that merely looks alike says something that its author never said. So it is listed with its last words, and a person decides.',
    bad: [{ draft: 'The port has twelve routers.\n', notes: { 'draft.md.annotations.jsonl': lineAbout('The mayor resigned in March.') } }],
    good: [{ draft: 'The port has twelve routers.\n', notes: { 'draft.md.annotations.jsonl': lineAbout('twelve routers') } }],
  },
  check({ document, report }) {
    for (const { span, lastText, pointer, by } of document.annotations) {
      if (span) continue;
      const words = lastText.replace(/\s+/g, ' ').trim();
      report({
        span: firstLine(document.text),
        message: pointer === undefined ? 'orphaned' : 'pointer',
        args: { who: by ?? phrase`somebody`, passage: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words },
      });
    }
  },
});

/** It has no place, so it is told at the top. */
function firstLine(text: string): { readonly start: number; readonly end: number } {
  const end = text.search(/[\r\n]|$/);
  return { start: 0, end: Math.max(0, end) };
}

function lineAbout(exact: string): string {
  return `{"id":"urn:uuid:1","type":"Annotation","motivation":"commenting","body":{"type":"TextualBody","value":"Who says so?"},"target":{"source":"draft.md","selector":{"type":"TextQuoteSelector","exact":"${exact}"}}}\n`;
}
