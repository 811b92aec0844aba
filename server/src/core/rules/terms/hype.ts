// Owns: the rule terms/hype.
// Must not know: the words of hype (lexicon/hype.ts), how quotations are found.
import { hypeIn } from '../../lexicon/hype.ts';
import { phrase } from '../../text/phrases.ts';
import { slice } from '../../text/span.ts';
import { defineSegmentRule, type SegmentFix } from '../types.ts';
import { articleEdit, isForeign, removal } from './wording.ts';

export default defineSegmentRule({
  id: 'terms/hype',
  version: 1,
  scope: 'segment',
  severity: 'info',
  dormant: true,
  roles: ['draft'],
  reads: ['quotes', 'citations'],
  options: {},
  messages: {
    remove: '“{phrase}” is hype: {because}. Leave it out, or say what was tested and by whom.',
    rewrite: '“{phrase}” is hype: {because}. Say what happened, to whom and how much of it.',
  },
  docs: {
    summary: 'A phrase frightens or advertises and says nothing.',
    why: 'Hype puts fear or sales talk in place of facts, and careful readers stop believing what stands next to it. In the words of others, in quotation marks, it is left alone.',
    bad: [
      { draft: 'The unhackable Arc 7 is built for offices.\n' },
      { draft: 'This is the digital Pearl Harbor of the savings sector.\n' },
    ],
    good: [
      { draft: 'Lumenet advertises “military-grade encryption for every desk” on its product page.\n' },
      { draft: 'No device is impossible to hack.\n' },
    ],
  },
  check({ facts, report }) {
    const { tree } = facts;
    for (const { span } of tree.sentences) {
      for (const { start, end, hype } of hypeIn(tree.prose, span.start, span.end)) {
        const place = { start, end };
        if (isForeign(facts, place)) continue;
        const written = slice(tree.prose, place).replace(/\s+/g, ' ');
        report({
          span: place,
          message: hype.instead === '' ? 'remove' : 'rewrite',
          args: { phrase: written, because: hype.because },
          fixes: hype.instead === '' ? [withoutIt(tree.text, tree.prose, place, written)] : [],
        });
      }
    }
  },
});

function withoutIt(text: string, prose: string, place: { start: number; end: number }, written: string): SegmentFix {
  const { span, newText } = removal(text, place);
  const next = prose.slice(place.end, place.end + 40).trimStart();
  const article = articleEdit(text, place.start, next);
  // A sentence that began with the word begins with the next one.
  const isFirst = /^\p{Lu}/u.test(written) && !/\p{L}\s*$/u.test(prose.slice(0, place.start));
  const at = place.end + (prose.slice(place.end).length - prose.slice(place.end).trimStart().length);
  const capital = isFirst && /^\p{Ll}/u.test(next) ? [{ span: { start: at, end: at + 1 }, newText: next.charAt(0).toUpperCase() }] : [];
  return {
    title: phrase`Leave out “${written}”`,
    kind: 'suggestion',
    edits: [...(article ? [article] : []), { span, newText }, ...capital],
  };
}
