// Owns: the rule citations/duplicate-key.
// Must not know: how Sources are read and joined.
import type { Source } from '../../evidence/types.ts';
import { phrase } from '../../text/phrases.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'citations/duplicate-key',
  version: 1,
  scope: 'document',
  severity: 'error',
  roles: ['notes'],
  reads: ['story'],
  options: {},
  messages: {
    duplicate:
      'The key “{key}” already belongs to “{title}” in {path}. Give this source another key, or citations of it will mean the other one.',
  },
  docs: {
    summary: 'Two sources have one key.',
    why: 'A citation can mean only one of them, and a reader who follows it lands at the wrong source.',
    bad: [
      {
        draft: 'The boxes left at noon [@pool].\n',
        notes: {
          'notes/a.md': '## Pool report {#pool}\n\nThe boxes left at noon.\n',
          'notes/b.md': '## Swimming lesson {#pool}\n\nEvery Tuesday.\n',
        },
      },
    ],
    good: [
      {
        draft: 'The boxes left at noon [@pool].\n',
        notes: {
          'notes/a.md': '## Pool report {#pool}\n- url: https://example.org/pool\n\nThe boxes left at noon.\n',
          'references.bib': '@misc{pool,\n  title = {Pool report},\n  url = {https://www.example.org/pool/}\n}\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { key, first, again } of story.duplicates) {
      if (again.uri !== document.uri) continue;
      const another = freeKey(key, story.sources);
      report({
        span: placeOf(again),
        message: 'duplicate',
        args: { key, title: first.title, path: first.path },
        related: [{ uri: first.uri, span: placeOf(first), message: phrase`“${key}” is defined here first.` }],
        fixes:
          again.keySpan.end > again.keySpan.start
            ? [
                {
                  title: phrase`Give this source the key “${another}”`,
                  kind: 'suggestion',
                  edits: [{ uri: again.uri, span: again.keySpan, newText: another }],
                },
              ]
            : [],
      });
    }
  },
});

function placeOf(source: Source): Source['span'] {
  return source.keySpan.end > source.keySpan.start
    ? source.keySpan
    : { start: source.span.start, end: Math.min(source.span.end, source.span.start + 1) };
}

function freeKey(key: string, taken: ReadonlyMap<string, Source>): string {
  for (let number = 2; ; number++) if (!taken.has(`${key}-${number}`)) return `${key}-${number}`;
}
