// Owns: the rule handling/embargoed.
// Must not know: how content is compared.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { fileOf, isMarkedAbove, leaks } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/embargoed',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft'],
  reads: ['citations', 'claims', 'support', 'story'],
  options: {},
  messages: {
    embargoed: 'Only {file} has this, and it is under embargo until {until}; this text is of {date}. Hold it back until then.',
    undated:
      'Only {file} has this, and it is under embargo until {until}. Give the text a date in its front matter, or hold it back until then.',
  },
  docs: {
    summary: 'Content of a source whose embargo has not ended at the date of the draft.',
    why: 'An embargo that you accepted binds you until its day.',
    bad: [
      {
        draft: '---\ndate: 2025-11-03\n---\n\nThe regulator will fine the bank two million crowns for the lost backup tapes.\n',
        notes: {
          'notes/regulator.md':
            '---\nembargo: 2025-11-10\n---\n\nThe regulator will fine the bank two million crowns for the lost backup tapes.\n',
        },
      },
    ],
    good: [
      {
        draft: '---\ndate: 2025-11-11\n---\n\nThe regulator will fine the bank two million crowns for the lost backup tapes.\n',
        notes: {
          'notes/regulator.md':
            '---\nembargo: 2025-11-10\n---\n\nThe regulator will fine the bank two million crowns for the lost backup tapes.\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    const date = document.date;
    for (const { leak, segment } of leaks(document, story, (source, level) => {
      const until = source.metadata.embargo;
      // An embargo of a day ends with that day's beginning.
      return (
        until !== undefined && !isMarkedAbove(source, level) && (date === undefined || date.slice(0, until.length) < until.slice(0, 10))
      );
    })) {
      if (leak.certainty === 'faint') continue;
      report({
        span: shift(leak.span, segment.offset),
        message: date ? 'embargoed' : 'undated',
        args: { file: fileOf(leak.source), until: leak.source.metadata.embargo ?? '', date: date ?? '' },
        related: [{ uri: leak.source.uri, span: leak.passage.span, message: phrase`Under embargo` }],
      });
    }
  },
});
