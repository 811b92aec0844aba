// Owns: the rule indicators/live.
// Must not know: how indicators are found.
import { hostOf, identifiersOf } from '../../evidence/identifiers.ts';
import { defang } from '../../extract/indicators.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { listedIndicators } from './shared.ts';

const KINDS = new Set(['ipv4', 'ipv6', 'domain', 'url', 'email']);

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
    const all = [...listedIndicators(document)];
    if (all.length === 0) return;
    const broken = new Set<string>();
    for (const { fact } of all) if (fact.written === 'defanged') broken.add(hostOf(fact.value));
    const own = new Set<string>();
    const cited = new Set<string>();
    const noted = new Set<string>();
    for (const source of story.sources.values()) {
      if (source.metadata.url) {
        cited.add(source.metadata.url.replace(/\/$/, ''));
        own.add(hostOf(source.metadata.url));
      }
      for (const { indicator } of identifiersOf(source).indicators.values()) {
        if (indicator.written === 'defanged' || indicator.suspect) noted.add(hostOf(indicator.value));
      }
    }
    for (const { fact, segment, listed } of all) {
      if (!KINDS.has(fact.kind) || fact.written !== 'plain' || fact.harmless || fact.malformed) continue;
      const { tree } = segment.facts;
      const block = tree.blocks.find(one => one.span.start <= fact.span.start && fact.span.end <= one.span.end);
      if (block?.kind === 'front-matter' || block?.kind === 'definition') continue;
      const host = hostOf(fact.value);
      if (cited.has(fact.value.replace(/\/$/, '')) || (own.has(host) && !broken.has(host))) continue;
      const reason = broken.has(host)
        ? 'defanged elsewhere in this text'
        : noted.has(host)
          ? 'an indicator in your notes'
          : listed
            ? 'listed as an indicator'
            : fact.suspect && block?.kind !== 'footnote'
              ? 'named as malicious'
              : fact.lookalike?.kind === 'homoglyph'
                ? 'a lookalike'
                : undefined;
      if (!reason) continue;
      const written = slice(tree.text, fact.span);
      const defanged = defang(written);
      report({
        span: shift(fact.span, segment.offset),
        message: fact.lookalike ? 'lookalike' : 'live',
        args: { reason, defanged, shown: defang(fact.lookalike?.shown ?? '') },
        fixes: [
          {
            title: `Defang: ${defanged}`,
            kind: 'safe',
            edits: [{ uri: document.uri, span: shift(fact.span, segment.offset), newText: defanged }],
          },
        ],
      });
    }
  },
});
