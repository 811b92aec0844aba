// Owns: the rule handling/confidential-source.
// Must not know: how names are found. No message, argument or fix may hold the name.
import { overlaps } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'handling/confidential-source',
  version: 1,
  scope: 'document',
  severity: 'error',
  roles: ['draft'],
  reads: ['citations', 'story'],
  options: {},
  messages: {
    protected: 'Your notes protect this name, and it has reached the draft. Take it out, or describe the person without it.',
  },
  docs: {
    summary: 'A name that the notes protect stands in the draft.',
    why: 'People who talk in confidence can lose their job or worse when their name gets out, even in a caption or a comment.',
    bad: [
      {
        draft: 'The desk officer, Kim Jiwoo, was there.\n',
        notes: { 'notes/desk.md': '---\nconfidential: Kim Jiwoo (desk officer)\n---\n\nShe was in the room.\n' },
      },
    ],
    good: [
      {
        draft: 'A desk officer who asked not to be named was there.\n',
        notes: { 'notes/desk.md': '---\nconfidential: Kim Jiwoo (desk officer)\n---\n\nShe was in the room.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    const found = story.findProtected(document.text);
    if (found.length === 0) return;
    // A pointer to the source is no mention of the person.
    const pointers = [...document.all('citations')].map(({ fact, segment }) => ({
      start: fact.span.start + segment.offset,
      end: fact.span.end + segment.offset,
    }));
    for (const { span } of found) {
      if (pointers.some(pointer => overlaps(pointer, span))) continue;
      report({
        span,
        message: 'protected',
        fixes: [{ title: 'Take the name out', kind: 'suggestion', edits: [{ uri: document.uri, span, newText: '[name withheld]' }] }],
      });
    }
  },
});
