// Owns: the rule claims/contradicted-number.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/contradicted-number',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    disagree:
      'The notes disagree: “{source}” has “{noted}”, while “{other}” has “{drafted}” as the draft does. Check which of them is right.',
    unheld:
      'The draft has “{drafted}”, which nothing in “{source}” says or adds up to; it has “{noted}”. Check the figure, or cite what has it.',
    differs: 'The draft has “{drafted}”, but “{source}” has “{noted}”. Take the value of the source, or check which of them is right.',
  },
  docs: {
    summary: 'The notes give another number for the same thing, or the cited source has figures for it that do not make this one.',
    why: 'Swapped digits and mixed-up units survive every proofreading, because the sentence still reads well. They end in corrections.',
    bad: [
      {
        draft: 'The office took all 21 routers to its laboratory in Sandvik [@pool].\n',
        notes: { 'notes/pool.md': 'All 12 routers went to the laboratory of the office in Sandvik.\n' },
      },
      {
        draft: 'Some 83 GB of mail left through a cloud drive [@incident].\n',
        notes: { 'notes/incident.md': 'About 38 GB of mail left through the cloud drive in all.\n' },
      },
      {
        draft: 'Police arrested fifteen people in the harbour raids [@police].\n',
        notes: { 'notes/police.md': 'Harbour raids: 8 + 5 + 4 arrested.\n' },
      },
      {
        draft: 'Aldport lost more servers than Sandvik in the attack [@report].\n',
        notes: { 'notes/report.md': 'In the attack Sandvik lost 118 servers and Aldport lost 43 servers.\n' },
      },
    ],
    good: [
      {
        draft: 'More than 50 branches will open on Saturday [@bank].\n',
        notes: { 'notes/bank.md': '51 of our 214 branches will open on Saturday.\n' },
      },
      {
        draft: 'Data on about 2 million customers was copied [@bank].\n',
        notes: { 'notes/bank.md': 'Data of 1,968,412 customers was copied.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { difference, span, args, related, fixes } of differencesIn(document, story, 'number')) {
      const message = args.other !== undefined ? 'disagree' : difference.isUnheld === true ? 'unheld' : 'differs';
      report({ span, message, args, related, fixes });
    }
  },
});
