// Owns: the rule handling/missing-tlp.
// Must not know: how marks are found.
import { phrase } from '../../text/phrases.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'handling/missing-tlp',
  version: 1,
  scope: 'document',
  severity: 'warning',
  optIn: true,
  roles: ['draft'],
  reads: ['marks', 'story'],
  options: {},
  messages: {
    missing: 'This text has no TLP mark, so it counts as TLP:{level}. Put `tlp:` into its front matter.',
  },
  docs: {
    summary: 'A text without a TLP mark.',
    why: 'Whoever gets it cannot know whom they may give it to.',
    bad: [{ draft: 'A report without a mark.\n', configuration: 'rules:\n  handling/missing-tlp: warning\n' }],
    good: [{ draft: '---\ntlp: GREEN\n---\n\nA report with a mark.\n', configuration: 'rules:\n  handling/missing-tlp: warning\n' }],
  },
  check({ document, story, report }) {
    if (document.tlp || document.text.trim() === '') return;
    const start = document.frontMatter.span.end;
    const offset = start + (document.text.slice(start).length - document.text.slice(start).trimStart().length);
    const end = document.text.indexOf('\n', offset);
    const { frontMatter } = document;
    const inside = frontMatter.span.end > frontMatter.span.start;
    const at = inside ? document.text.indexOf('\n', frontMatter.span.start) + 1 : 0;
    report({
      span: { start: offset, end: end < 0 ? document.text.length : end },
      message: 'missing',
      args: { level: story.defaultTlp },
      fixes: [
        {
          title: phrase`Mark it TLP:${story.defaultTlp}`,
          kind: 'suggestion',
          edits: [
            {
              uri: document.uri,
              span: { start: at, end: at },
              newText: inside ? `tlp: ${story.defaultTlp}\n` : `---\ntlp: ${story.defaultTlp}\n---\n\n`,
            },
          ],
        },
      ],
    });
  },
});
