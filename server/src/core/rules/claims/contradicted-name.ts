// Owns: the rule claims/contradicted-name.
// Must not know: how the difference was found.
import { defineDocumentRule } from '../types.ts';
import { differencesIn } from './differences.ts';

export default defineDocumentRule({
  id: 'claims/contradicted-name',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    differs: 'The draft has “{drafted}”, but “{source}” has “{noted}”. Take the spelling of the source, or check which of them is right.',
  },
  docs: {
    summary: 'The notes spell a name, or write an identifier, differently.',
    why: 'A misspelt name accuses or thanks the wrong party, and readers who look up a mistyped identifier find another flaw or nothing.',
    bad: [
      {
        draft: 'The contractor Datacore runs the file server for the bank [@statement].\n',
        notes: { 'notes/statement.md': 'Our contractor Datacove runs the file server for the bank.\n' },
      },
      {
        draft: 'WinRAR was hit through CVE-2025-8808, a path traversal [@kev].\n',
        notes: { 'notes/kev.md': 'CVE-2025-8088: WinRAR, path traversal.\n' },
      },
    ],
    good: [
      {
        draft: 'The Kestrian embassy confirmed the offer to the engineers [@embassy].\n',
        notes: { 'notes/embassy.md': 'Embassy of Kestria: the offer to the engineers still stands, confirmed.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { span, args, related, fixes } of differencesIn(document, story, 'name')) {
      report({ span, message: 'differs', args, related, fixes });
    }
  },
});
