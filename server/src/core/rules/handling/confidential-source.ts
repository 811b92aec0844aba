// Owns: the rule handling/confidential-source.
// Must not know: how names are found. No message, argument or fix may hold the name.
import type { Facts } from '../../extract/facts.ts';
import { phrase } from '../../text/phrases.ts';
import { overlaps, type Span, shift } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type StoryView } from '../types.ts';

/** Names by segment, for as long as the Story's view lasts: it is made anew whenever what is protected changes. */
const known = new WeakMap<StoryView, WeakMap<Facts, ReturnType<StoryView['findProtected']>>>();

/** Protected names anywhere in a document, in order. */
function protectedIn(document: DocumentView, story: StoryView): { readonly span: Span }[] {
  const byFacts = known.get(story) ?? new WeakMap<Facts, ReturnType<StoryView['findProtected']>>();
  known.set(story, byFacts);
  const { span } = document.frontMatter;
  const found: { readonly span: Span }[] = [...story.findProtected(document.text.slice(span.start, span.end))].map(name => ({
    span: shift(name.span, span.start),
  }));
  for (const { facts, offset } of document.segments) {
    const names = byFacts.get(facts) ?? story.findProtected(facts.tree.text);
    byFacts.set(facts, names);
    for (const name of names) found.push({ span: shift(name.span, offset) });
  }
  return found;
}

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
    const found = protectedIn(document, story);
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
        fixes: [{ title: phrase`Take the name out`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText: '[name withheld]' }] }],
      });
    }
  },
});
