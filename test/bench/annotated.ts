// Owns: sidecars of many annotations on sentences of a draft.
// Must not know: what is measured.
import { describeAnchor } from '../../server/src/core/annotations/describe.ts';
import { WordIndex } from '../../server/src/core/annotations/words.ts';
import { serialize } from '../../server/src/core/annotations/write.ts';
import { sentenceAt } from '../support/human-edits.ts';

/** A sidecar with annotations on sentences that `random` (0 to 1) chooses. */
export function sidecarOn(text: string, count: number, random: () => number): string {
  const index = new WordIndex(text);
  const lines = Array.from({ length: count }, (_, i) => {
    const { start, end } = sentenceAt(text, 200 + Math.floor(random() * (text.length - 2000)));
    const { exact, prefix, suffix, shared, ...position } = describeAnchor(index, {
      start,
      end: start + text.slice(start, end).trimEnd().length,
    });
    return serialize({
      id: `urn:uuid:${String(i).padStart(4, '0')}`,
      type: 'Annotation',
      motivation: 'commenting',
      body: { type: 'TextualBody', value: 'Who says so?', format: 'text/markdown' },
      target: {
        source: 'draft.md',
        selector: [
          { type: 'TextQuoteSelector', exact, prefix, suffix, ...(shared ? { shared } : {}) },
          { type: 'TextPositionSelector', ...position },
        ],
      },
    });
  });
  return `${lines.join('\n')}\n`;
}
