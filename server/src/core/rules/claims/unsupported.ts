// Owns: the rule claims/unsupported.
// Must not know: how verdicts are reached, what counts as a claim.
import { nameOf } from '../../evidence/source-name.ts';
import { shift } from '../../text/span.ts';
import { defineDocumentRule, type Fix } from '../types.ts';
import { markAsOpinion } from './fixes.ts';
import { openClaims } from './repeats.ts';

/** Score of a passage from which its source has the claim. */
const HELD = 0.45;

export default defineDocumentRule({
  id: 'claims/unsupported',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    unsupported: 'Not found in the notes, and the text names no source. Cite one, say who says so, or mark it as opinion.',
    absolute: 'A claim as sweeping as this needs a source, and the notes hold none. Cite one, or say less.',
    number: 'The notes do not hold this figure, and the text names no source for it. Cite one, or say where it comes from.',
  },
  docs: {
    summary: 'A checkable statement that nothing in the notes supports and nobody is named for.',
    why: 'Readers and lawyers ask “how do you know?” of exactly these sentences. The answer should stand in the notes and in the text before it is published.',
    bad: [
      {
        draft: 'Kestria has given network equipment to nine other governments since 2020.\n',
        notes: { 'notes/pool.md': 'The leaders met in the harbour pavilion on 16 October.\n' },
      },
    ],
    good: [
      {
        draft: 'Kestria has given network equipment to nine other governments since 2020 [@pool].\n\nIs that many? It feels like a lot.\n',
        notes: { 'notes/pool.md': 'Since 2020 Kestria has given network equipment to nine other governments.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    if (!story.hasEvidence) return;
    for (const { claim, segment, support, again } of openClaims(document, new Set(['unsupported']))) {
      const opinion = markAsOpinion(document, segment, claim.sentence);
      const fixes: Fix[] = opinion ? [opinion] : [];
      const best = support.matches[0];
      const near = best && story.mayOffer(best.passage.source, document) ? best.passage : undefined;
      // What only a source above the draft's mark holds is for the rules on handling to say.
      if (best && !near && best.score >= HELD) continue;
      report({
        span: shift(claim.span, segment.offset),
        message: messageOf(claim.reasons),
        related: [
          ...again.map(other => ({ uri: document.uri, span: shift(other.claim.span, other.segment.offset), message: 'Said again here' })),
          ...(near ? [{ uri: near.source.uri, span: near.span, message: `The closest that the notes have: ${nameOf(near.source)}` }] : []),
        ],
        fixes,
      });
    }
  },
});

function messageOf(reasons: readonly string[]): 'unsupported' | 'absolute' | 'number' {
  const first = reasons.find(reason => reason === 'number' || reason === 'share' || reason === 'money' || reason === 'superlative');
  if (first === undefined) return 'unsupported';
  return first === 'superlative' ? 'absolute' : 'number';
}
