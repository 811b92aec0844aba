// Owns: the rule claims/contradicted-polarity.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/contradicted-polarity',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    differs: 'The draft says “{drafted}”, but “{source}” says “{noted}”. One of them has a “not” too many.',
    opposed: 'The draft says “{drafted}”, but “{source}” says “{noted}”. Both cannot be true: check which of them is right.',
  },
  docs: {
    summary: 'The notes say the opposite.',
    why: 'A “not” that gets lost between notes and draft turns a denial into a confession.',
    bad: [
      {
        draft: 'Lumenet has shared the source code of the firmware with the office [@lumenet].\n',
        notes: { 'notes/lumenet.md': 'Lumenet has not shared the source code of the firmware with the office.\n' },
      },
      {
        draft: 'The seals on both doors were torn [@inspector].\n',
        notes: { 'notes/inspector.md': 'The seals on both doors were unbroken.\n' },
      },
    ],
    good: [
      {
        draft: 'None of the routers has been connected to the government network [@office].\n',
        notes: { 'notes/office.md': 'The routers have not been connected to the government network.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { difference, span, args, related, fixes } of differencesIn(document, story, 'polarity')) {
      report({ span, message: difference.isOpposed === true ? 'opposed' : 'differs', args, related, fixes });
    }
  },
});
