// Owns: the rule claims/uncited.
// Must not know: how verdicts are reached, what counts as a claim.
import type { Source } from '../../evidence/types.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule, type Fix } from '../types.ts';
import { attributeInProse, insertCitation, markAsOpinion, nameOf } from './fixes.ts';
import { openClaims } from './repeats.ts';

/** How many sources the fixes offer. */
const OFFERED = 3;

export default defineDocumentRule({
  id: 'claims/uncited',
  version: 1,
  scope: 'document',
  severity: 'info',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    uncited: '“{title}” supports this, but the text does not say so. Cite it, or name it in the sentence.',
  },
  docs: {
    summary: 'A statement that the notes support, without a word of where it comes from.',
    why: 'You have the source, the reader cannot see it. A citation, or two words of attribution, lets them check and lets you find it again.',
    bad: [
      {
        draft: 'Fair Account took 640 calls from customers of the bank on Tuesday.\n',
        notes: { 'notes/fair-account.md': 'Fair Account took 640 calls from customers of the bank on Tuesday.\n' },
      },
    ],
    good: [
      {
        draft: 'Fair Account took 640 calls from customers of the bank on Tuesday [@fair-account].\n',
        notes: { 'notes/fair-account.md': 'Fair Account took 640 calls from customers of the bank on Tuesday.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { claim, segment, support, again } of openClaims(document, new Set(['uncited']))) {
      const sources = new Map<string, Source>();
      for (const { passage } of support.matches) {
        const source = story.sources.get(passage.source.key) ?? passage.source;
        if (story.mayOffer(source, document)) sources.set(source.key, source);
      }
      const first = sources.values().next().value;
      const best = support.matches.find(({ passage }) => passage.source.key === first?.key);
      if (!first || !best) continue;
      const offered = [...sources.values()].slice(0, OFFERED);
      const fixes: (Fix | undefined)[] = [
        ...offered.map(source => insertCitation(document, story, segment, claim.sentence, source.key)),
        attributeInProse(document, story, segment, claim.sentence, first),
        markAsOpinion(document, segment, claim.sentence),
      ];
      report({
        span: shift(claim.span, segment.offset),
        message: 'uncited',
        args: { title: nameOf(first) },
        related: [
          { uri: first.uri, span: best.passage.span, message: nameOf(first) },
          ...again.map(other => ({ uri: document.uri, span: shift(other.claim.span, other.segment.offset), message: 'Said again here' })),
        ],
        fixes: fixes.filter(fix => fix !== undefined),
      });
    }
  },
});
