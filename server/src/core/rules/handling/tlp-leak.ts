// Owns: the rule handling/tlp-leak.
// Must not know: how content is compared.
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { fileOf, isMarkedAbove, leaks } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/tlp-leak',
  version: 1,
  scope: 'document',
  severity: 'error',
  roles: ['draft'],
  reads: ['marks', 'indicators', 'numbers', 'names', 'claims', 'support', 'story'],
  options: {},
  messages: {
    same: 'Only {file} has this, which is marked TLP:{mark}, and the text is open to more readers than that. Take it out, or ask its owner.',
    close: 'This looks like a rewording of {file}, which is marked TLP:{mark}, and no open source has it. Take it out, or ask its owner.',
    faint:
      'The notes that you may use here do not have this, and a part of it stands in {file}, which is marked TLP:{mark}. Check that it does not come from there.',
    details: 'This figure and this name stand together only in {file}, which is marked TLP:{mark}. Take them out, or ask its owner.',
    indicator:
      'Only {file} has this indicator, which is marked TLP:{mark}, and the text is open to more readers than that. Take it out, or ask its owner.',
  },
  docs: {
    summary: 'The draft holds what only a source with a stricter TLP mark says.',
    why: 'Who shared it with you trusted the mark. Rewording does not lift it.',
    bad: [
      {
        draft:
          '---\ntlp: CLEAR\n---\n\nIn June the intruders copied the plans of the steering pumps from an engineering computer at one utility.\n',
        notes: {
          'notes/partner.md':
            '---\ntlp: AMBER\n---\n\nIn June the intruders copied plans of the steering pumps from an engineering computer of the utility.\n',
        },
      },
    ],
    good: [
      {
        draft: '---\ntlp: CLEAR\n---\n\nThe first lure was a mail about a revised tide table with a disk image attached.\n',
        notes: {
          'notes/partner.md': '---\ntlp: AMBER\n---\n\nThe first lure was a mail about a revised tide table with a disk image attached.\n',
          'notes/sensors.md': '---\ntlp: CLEAR\n---\n\nThe first lure was a mail about a revised tide table with a disk image attached.\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { leak, segment } of leaks(document, story, isMarkedAbove)) {
      report({
        span: shift(leak.span, segment.offset),
        message: leak.kind === 'indicator' || leak.kind === 'details' ? leak.kind : leak.certainty,
        ...(leak.certainty === 'faint' ? { severity: 'warning' as const } : {}),
        args: { file: fileOf(leak.source), mark: leak.source.metadata.tlp ?? '' },
        related: [{ uri: leak.source.uri, span: leak.passage.span, message: `TLP:${leak.source.metadata.tlp ?? ''}` }],
      });
    }
  },
});
