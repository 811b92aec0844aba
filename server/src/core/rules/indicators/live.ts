// Owns: the rule indicators/live.
// Must not know: how indicators are found.
import { defang } from '../../extract/indicators.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { liveIndicators } from './shared.ts';

export default defineDocumentRule({
  id: 'indicators/live',
  version: 1,
  scope: 'document',
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['indicators', 'citations', 'story'],
  options: {},
  messages: {
    live: 'A reader or a program can follow this address, and it is {reason}. Defang it: {defanged}',
    lookalike: 'This address is live, and it is made to look like {shown}. Defang it: {defanged}',
  },
  docs: {
    summary: 'An address of attackers is written so that it can be clicked.',
    why: 'Mail programs, chats and web pages turn it into a link, and security filters may block your text because of it.',
    bad: [
      { draft: 'The phishing page stood at login-parcelhub.top for two days.\n' },
      { draft: '# Indicators\n\n- parcel-return.com\n- 198.18.20.4\n' },
      { draft: 'The mail pointed to hxxps://parcel-return[.]com, and the page at parcel-return.com is still there.\n' },
    ],
    good: [
      { draft: 'The phishing page stood at login-parcelhub[.]top for two days.\n' },
      { draft: 'The service is built with Node.js and Socket.io, and its page is https://example.org/start.\n' },
    ],
  },
  check({ document, story, report }) {
    for (const { fact, segment, reason } of liveIndicators(document, story)) {
      const written = slice(segment.facts.tree.text, fact.span);
      const defanged = defang(written);
      report({
        span: shift(fact.span, segment.offset),
        message: fact.lookalike ? 'lookalike' : 'live',
        args: { reason, defanged, shown: defang(fact.lookalike?.shown ?? '') },
        fixes: [
          {
            title: phrase`Defang: ${defanged}`,
            kind: 'safe',
            edits: [{ uri: document.uri, span: shift(fact.span, segment.offset), newText: defanged }],
          },
        ],
      });
    }
  },
});
