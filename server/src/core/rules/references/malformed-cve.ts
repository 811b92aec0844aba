// Owns: the rule references/malformed-cve.
// Must not know: how references are found.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { replaceBy, replaceByNearest } from './shared.ts';

export default defineDocumentRule({
  id: 'references/malformed-cve',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'error',
  dormant: true,
  roles: ['draft'],
  reads: ['references', 'story'],
  options: {},
  messages: {
    'few-digits': 'A CVE number has at least four digits after the year, and this has {count}. Check it against the advisory.',
    letters: 'A CVE number has digits only, and this has a letter in it. Check it against the advisory.',
    year: 'No CVE number has the year {year}. Check it against the advisory.',
    separator: 'This is not how a CVE number is written, so nobody can search for it. Write {fixed}',
    'leading-zero': 'A CVE number of more than four digits has no zero in front. Check it against the advisory.',
  },
  docs: {
    summary: 'A CVE number that cannot exist.',
    why: 'Readers look the number up to see whether they are concerned; a wrong one sends them nowhere, or to another flaw.',
    bad: [{ draft: 'The vendor has fixed CVE-2025-887.\n' }, { draft: 'The vendor has fixed CVE 2025–8876.\n' }],
    good: [{ draft: 'The vendor has fixed CVE-2025-990017, CVE-2025-49704 and -49706.\n' }],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('references')) {
      if (fact.kind !== 'cve' || !fact.malformed) continue;
      const message = fact.malformed;
      if (!isMessage(message)) continue;
      report({
        span: shift(fact.span, segment.offset),
        message,
        args: { count: String(/\d+$/.exec(fact.id)?.[0].length ?? 0), year: fact.id.split('-')[1] ?? '', fixed: fact.id },
        fixes:
          message === 'separator'
            ? [replaceBy(document, segment, fact, fact.id, phrase`Write ${fact.id}`, 'safe')]
            : (whole, place) => replaceByNearest(whole, story, place, fact, 'CVE-'),
      });
    }
  },
});

const MESSAGES = ['few-digits', 'letters', 'year', 'separator', 'leading-zero'] as const;

function isMessage(text: string): text is (typeof MESSAGES)[number] {
  return (MESSAGES as readonly string[]).includes(text);
}
