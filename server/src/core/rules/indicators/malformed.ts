// Owns: the rule indicators/malformed.
// Must not know: how indicators are found.
import { identifiersOf, onlyNearest } from '../../evidence/identifiers.ts';
import { defang } from '../../extract/indicators.ts';
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'indicators/malformed',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['indicators', 'story'],
  options: {},
  messages: {
    'hash-length':
      'No hash has {length} hexadecimal digits: MD5 has 32, SHA-1 40, SHA-256 64, SHA-512 128. Copy it again from where it came from.',
    'hash-kind': 'This has {length} hexadecimal digits, which is no {kind}. Check which hash it is.',
    'impossible-address': 'No such address can exist: a number is too large. Check it against your notes.',
    'unknown-tld': 'There is no top-level domain “{suffix}”. Check the address.',
    'label-length': 'A part of this name is longer than any domain may be. Check the address.',
    'label-hyphen': 'A part of a domain cannot begin or end with a hyphen. Check the address.',
    'asn-range': 'Numbers of autonomous systems end at 4294967295. Check this one.',
    checksum: 'The checksum of this wallet address does not fit, so a character is wrong. Copy it again from where it came from.',
  },
  docs: {
    summary: 'An indicator that cannot be one: an impossible address, a hash of no known length.',
    why: 'A lost digit makes an indicator useless, and nobody who searches for it finds anything.',
    bad: [
      { draft: 'The SHA-256 of the loader is cbaf8ec6cfd57cf04280ca33067ddb7e39a3e145cbdd121190e009a75b24735.\n' },
      { draft: 'It called the server at 198.18.300[.]7 every hour.\n' },
    ],
    good: [{ draft: 'The machines ran Windows 10, build 10.0.19045.5854. The MD5 is 7993f8d94a1714553d8be2ac2054012c.\n' }],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('indicators')) {
      if (!fact.malformed || fact.harmless) continue;
      const message = fact.malformed;
      if (!isMessage(message)) continue;
      const span = shift(fact.span, segment.offset);
      const candidates: string[] = [];
      for (const source of story.sources.values()) {
        if (!story.mayOffer(source, document)) continue;
        for (const [value, { indicator }] of identifiersOf(source).indicators) if (!indicator.malformed) candidates.push(value);
      }
      const nearest = fact.value.length <= 200 ? onlyNearest(fact.value, candidates) : undefined;
      const newText = nearest === undefined ? undefined : fact.written === 'plain' ? nearest : defang(nearest);
      report({
        span,
        message,
        args: {
          length: String(fact.value.length),
          kind: (fact.kind === 'hash' ? 'hash' : fact.kind).toUpperCase(),
          suffix: fact.value.slice(fact.value.lastIndexOf('.') + 1).replace(/[:/].*$/, ''),
        },
        fixes:
          newText === undefined
            ? []
            : [{ title: phrase`Write ${newText}, as the notes do`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText }] }],
      });
    }
  },
});

const MESSAGES = [
  'hash-length',
  'hash-kind',
  'impossible-address',
  'unknown-tld',
  'label-length',
  'label-hyphen',
  'asn-range',
  'checksum',
] as const;

function isMessage(text: string): text is (typeof MESSAGES)[number] {
  return (MESSAGES as readonly string[]).includes(text);
}
