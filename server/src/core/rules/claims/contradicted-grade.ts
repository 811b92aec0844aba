// Owns: the rule claims/contradicted-grade.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/contradicted-grade',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    confidence: 'The draft says “{drafted}”, but “{source}” says “{noted}”. Take the level of the source, or say whose judgement this is.',
    differs:
      'The draft grades this “{drafted}”, but “{source}” is graded “{noted}” in the notes. Take that grade, or change it in the notes.',
  },
  docs: {
    summary: 'The draft states another Admiralty grade or level of confidence than the source has.',
    why: 'Readers decide by the grade how much to believe. A grade that drifts from the file to the report misleads everyone down the line.',
    bad: [
      {
        draft: 'We grade the analysis of Corvid Labs B1 [@corvid].\n',
        notes: { 'notes/corvid.md': '---\nreliability: B2\n---\n\n# Corvid Labs\n\nThe loader is small and tidy.\n' },
      },
      {
        draft: 'Corvid Labs assesses with high confidence that the loader was bought [@corvid].\n',
        notes: { 'notes/corvid.md': 'We assess with moderate confidence that the loader was bought.\n' },
      },
    ],
    good: [
      {
        draft: 'We grade the analysis of Corvid Labs B2 [@corvid].\n',
        notes: { 'notes/corvid.md': '---\nreliability: B2\n---\n\n# Corvid Labs\n\nThe loader is small and tidy.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { span, args, related, fixes } of differencesIn(document, story, 'grade')) {
      report({ span, message: /confidence/i.test(args.drafted) ? 'confidence' : 'differs', args, related, fixes });
    }
  },
});
