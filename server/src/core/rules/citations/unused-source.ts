// Owns: the rule citations/unused-source.
// Must not know: how drafts use a Source; the Story says whether one does.
import { nameOf } from '../../evidence/source-name.ts';
import type { Source } from '../../evidence/types.ts';
import { isAbove } from '../../extract/tlp.ts';
import { type DocumentView, defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'citations/unused-source',
  version: 2,
  scope: 'document',
  severity: 'hint',
  roles: ['notes'],
  reads: ['story'],
  options: {},
  messages: {
    unused: 'No draft cites “{title}”, names it, or says what it says. Use it, or set it aside.',
  },
  docs: {
    summary: 'No draft of the story uses this source.',
    why: 'A source that was gathered and then forgotten may hold the sentence that is missing, or the one that contradicts the rest.',
    bad: [
      {
        draft: 'The boxes left at noon [@pool].\n',
        notes: {
          'notes/a.md':
            '## Pool report {#pool}\n\nThe boxes left at noon.\n\n## Ferry strike {#ferry}\n\nThe ferries are back on Friday evening.\n',
        },
      },
    ],
    good: [{ draft: 'The boxes left at noon [@pool].\n', notes: { 'notes/a.md': '## Pool report {#pool}\n\nThe boxes left at noon.\n' } }],
  },
  check({ document, story, report }) {
    const limit = story.draftTlp ?? story.defaultTlp;
    for (const source of story.sources.values()) {
      if (source.uri !== document.uri || source.origin === 'bibliography') continue;
      // What no draft may show is not missing from any.
      if (isAbove(source.metadata.tlp, limit)) continue;
      if (source.metadata.terms === 'off-record' || source.metadata.terms === 'deep-background') continue;
      // What was not read may be just what a draft says.
      if (source.noText === 'too-large' || source.noText === 'unreadable') continue;
      if (story.isUsed(source)) continue;
      report({ span: headOf(source, document), message: 'unused', args: { title: nameOf(source) } });
    }
  },
});

/** The heading of a source, or the first line of a file that is one. */
function headOf(source: Source, document: DocumentView): Source['span'] {
  const { text } = document;
  let start = source.origin === 'heading' ? source.span.start : document.frontMatter.span.end;
  while (start < source.span.end && /\s/.test(text.charAt(start))) start++;
  let end = start;
  while (end < source.span.end && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return end > start ? { start, end } : { start: 0, end: Math.min(1, text.length) };
}
