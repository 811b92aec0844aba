// Owns: the rule claims/contradicted-date.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/contradicted-date',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    disagree:
      'The notes disagree: “{source}” has “{noted}”, while “{other}” has “{drafted}” as the draft does. Check which of them is right.',
    differs: 'The draft has “{drafted}”, but “{source}” has “{noted}”. Take the date of the source, or check which of them is right.',
  },
  docs: {
    summary: 'The notes date the same thing differently.',
    why: 'A day that is off by one makes a true account look careless, and in a timeline of an attack it changes who could have known what.',
    bad: [
      {
        draft: 'The leaders met in the harbour pavilion on Wednesday, 15 October 2025 [@pool].\n',
        notes: { 'notes/pool.md': 'The leaders met in the harbour pavilion on Thu 16 Oct 2025.\n' },
      },
    ],
    good: [
      {
        draft: 'The server was switched off on 9 October 2025 at 19:30 UTC [@call].\n',
        notes: { 'notes/call.md': 'The server was switched off on Thu 9.10.2025 at 21:30 +02:00.\n' },
      },
      {
        draft: 'A corrected version had been out since late September 2025 [@call].\n',
        notes: { 'notes/call.md': 'Corrected version out since 22 September 2025.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { span, args, related, fixes } of differencesIn(document, story, 'date')) {
      report({ span, message: args.other === undefined ? 'differs' : 'disagree', args, related, fixes });
    }
  },
});
