// Owns: the rule citations/unresolved.
// Must not know: how citations are found and resolved.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'citations/unresolved',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['citations', 'story'],
  options: {},
  messages: {
    unknown: 'No source has the key “{key}”. Add it to your notes or bibliography, or correct the key.',
    near: 'No source has the key “{key}”. Did you mean “{nearest}”?',
    file: 'The notes have no file “{key}”. Correct the link, or add the note.',
    footnote: 'The footnote “{key}” has no definition, and no source has this key. Write the footnote, or correct the label.',
  },
  docs: {
    summary: 'A citation points at no source.',
    why: 'Nobody can check a sentence against a source that cannot be found, and a mistyped key looks just like a real one.',
    bad: [
      {
        draft: 'The boxes left the hall at 18:52 [@pool-reprt].\n',
        notes: { 'notes/pool-report.md': 'The boxes left the hall at 18:52.\n' },
      },
      {
        draft: 'The boxes left the hall [at 18:52](notes/pool-reprot.md).\n',
        notes: { 'notes/pool-report.md': 'The boxes left the hall at 18:52.\n' },
      },
      { draft: 'The boxes left the hall at 18:52.[^3]\n', notes: { 'notes/pool-report.md': 'The boxes left the hall at 18:52.\n' } },
    ],
    good: [
      {
        draft: 'The boxes left the hall at 18:52 [@pool-report].\n',
        notes: { 'notes/pool-report.md': 'The boxes left the hall at 18:52.\n' },
      },
      {
        draft: 'The boxes left the hall at 18:52.[^time] Ask @desk_on_duty.\n\n[^time]: Local time.\n',
        notes: { 'notes/pool-report.md': 'The boxes left the hall at 18:52.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { citation, segment, source, nearest, plain } of document.citations) {
      if (source || plain) continue;
      const known = nearest === undefined ? undefined : story.sources.get(nearest);
      // A key is a name too: none is offered that this draft must not show.
      const offered = known && story.mayOffer(known, document) ? known : undefined;
      const isBare = citation.form === 'bare' || citation.form === 'wiki';
      if (isBare && !offered) continue;
      report({
        span: shift(citation.span, segment.offset),
        message: offered ? 'near' : citation.form === 'footnote' ? 'footnote' : citation.form === 'link' ? 'file' : 'unknown',
        args: { key: citation.target, ...(offered ? { nearest: offered.key } : {}) },
        ...(isBare ? { severity: 'info' as const } : {}),
        related: offered ? [{ uri: offered.uri, span: offered.keySpan, message: offered.title }] : [],
        fixes: offered
          ? [
              {
                title: phrase`Cite “${offered.key}”`,
                kind: 'suggestion',
                edits: [{ uri: document.uri, span: shift(citation.keySpan, segment.offset), newText: offered.key }],
              },
            ]
          : [],
      });
    }
  },
});
