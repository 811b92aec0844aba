// Owns: the rule indicators/mixed-defang.
// Must not know: how indicators are found.
import { defang } from '../../extract/indicators.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { dotStyle } from './shared.ts';

const DOT = /\s?[[({]{1,3}\s?(?:\.|,|d[o0]t)\s?[\])}]{1,3}\s?|\[\.|\.\]|\\\.|\s(?:DOT|\.)\s/gi;

export default defineDocumentRule({
  id: 'indicators/mixed-defang',
  version: 1,
  scope: 'document',
  severity: 'info',
  dormant: true,
  roles: ['draft'],
  reads: ['indicators'],
  options: {},
  messages: {
    style: 'The rest of this text writes {usual} where this has {style}. One spelling lets readers search and scripts read them all.',
    half: 'Only part of this address is defanged, and the rest can still become a link. Write {fixed}',
  },
  docs: {
    summary: 'Indicators are defanged in two ways, or only halfway.',
    why: 'Readers search for indicators and load them into tools; that works when all are written alike. A half-defanged address may still turn into a link.',
    bad: [
      { draft: 'They used parcel-return[.]com, parcel-refund[.]net and 198.18.20(dot)4.\n' },
      { draft: 'The loader came from hxxp://parcel-return.com/a.\n' },
    ],
    good: [{ draft: 'They used parcel-return[.]com, mail.parcel-refund[.]net and 198.18.20[.]4.\n' }],
  },
  check({ document, report }) {
    const counts = new Map<string, number>();
    const all = [...document.all('indicators')].filter(({ fact }) => fact.written !== 'plain' && !fact.malformed);
    for (const { fact } of all) {
      const style = dotStyle(fact.styles);
      if (style) counts.set(style, (counts.get(style) ?? 0) + 1);
    }
    const usual = [...counts].sort((a, b) => b[1] - a[1] || (a[0] === '[.]' ? -1 : b[0] === '[.]' ? 1 : 0))[0]?.[0] ?? '[.]';
    for (const { fact, segment } of all) {
      const style = dotStyle(fact.styles);
      const written = slice(segment.facts.tree.text, fact.span);
      const span = shift(fact.span, segment.offset);
      const edit = (newText: string) => [
        { title: phrase`Write ${newText}`, kind: 'safe' as const, edits: [{ uri: document.uri, span, newText }] },
      ];
      if (fact.written === 'half-defanged') {
        const fixed = defang(written);
        report({ span, message: 'half', args: { fixed }, fixes: edit(fixed) });
      } else if (style && style !== usual) {
        const plainUsual = usual.startsWith(' ') ? usual : usual.trim();
        report({
          span,
          message: 'style',
          args: { usual: usual.trim(), style: style.trim() },
          fixes: edit(written.replace(DOT, plainUsual)),
        });
      }
    }
  },
});
