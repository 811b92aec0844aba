// Owns: the rule claims/overstated.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/overstated',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    differs: 'The draft states “{drafted}” as sure, but “{source}” keeps it open: “{noted}”. Say how sure the source is.',
    extent: 'The draft says “{drafted}”, but “{source}” says it of a part alone: “{noted}”. Say of how much it is true.',
  },
  docs: {
    summary: 'The draft is surer than its evidence.',
    why: '“Suspected” that becomes “confirmed” on the way into print is the most common way to be wrong with a good source.',
    bad: [
      {
        draft: 'The office has confirmed that a debug port on the board is active [@office].\n',
        notes: { 'notes/office.md': 'They suspect that a debug port on the board is active.\n' },
      },
      {
        draft: 'Quillmoss is run by the operators of the Brackwater intrusions [@report].\n',
        notes: { 'notes/report.md': 'Quillmoss is possibly run by the operators of the Brackwater intrusions.\n' },
      },
    ],
    good: [
      {
        draft: 'The office suspects that a debug port on the board is active [@office].\n',
        notes: { 'notes/office.md': 'They suspect that a debug port on the board is active.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { difference, span, args, related, fixes } of differencesIn(document, story, 'certainty')) {
      report({ span, message: difference.isExtent === true ? 'extent' : 'differs', args, related, fixes });
    }
  },
});
