// Owns: the rule claims/single-source.
// Must not know: how verdicts and origins are worked out.
import { shift } from '../../text/span.ts';
import { bearingSources } from '../sourcing.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'claims/single-source',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'info',
  optIn: true,
  roles: ['draft'],
  reads: ['claims', 'citations', 'support', 'story'],
  options: {},
  messages: {
    single: 'Only one independent source, “{title}”, carries this. Look for a second, or tell readers that it is the only one.',
  },
  docs: {
    summary: 'A claim rests on one independent source.',
    why: 'Many newsrooms ask for two independent sources before a claim is stated as fact. Sources that share an origin count once.',
    bad: [
      {
        draft: 'The laboratory in Sandvik opened 12 boxes on Friday [@pool].\n',
        notes: { 'notes/pool.md': 'The laboratory in Sandvik opened 12 boxes on Friday.\n' },
        configuration: 'rules:\n  claims/single-source: info\n',
      },
    ],
    good: [
      {
        draft: 'The laboratory in Sandvik opened 12 boxes on Friday [@pool; @lab].\n',
        notes: {
          'notes/pool.md': 'The laboratory in Sandvik opened 12 boxes on Friday.\n',
          'notes/lab.md': 'Friday: 12 boxes opened here in the laboratory in Sandvik.\n',
        },
        configuration: 'rules:\n  claims/single-source: info\n',
      },
    ],
  },
  check({ document, story, report }) {
    const seen = new Set<string>();
    for (const { fact: claim, segment } of document.all('claims')) {
      const support = document.support(segment, claim);
      if (support.verdict !== 'supported' && support.verdict !== 'partial' && support.verdict !== 'uncited') continue;
      const sources = bearingSources(support, story.sources);
      const [first] = sources;
      if (!first || new Set(sources.map(source => story.originOf(source))).size !== 1) continue;
      const mark = `${segment.index} ${claim.sentence}`;
      if (seen.has(mark)) continue;
      seen.add(mark);
      report({ span: shift(claim.span, segment.offset), message: 'single', args: { title: first.title } });
    }
  },
});
