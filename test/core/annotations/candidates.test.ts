// Owns: tests of candidates: what speaks for a place of a passage and for its rivals, and that the trees weigh what they were trained for.
import assert from 'node:assert/strict';
import { placeAnchors } from '../../../server/src/core/annotations/anchors.ts';
import { type Candidate, chosenOf } from '../../../server/src/core/annotations/candidates.ts';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import { SURENESS_FEATURES } from '../../../server/src/core/annotations/sureness.ts';
import { TRAINED_SURENESS_FEATURES } from '../../../server/src/core/annotations/sureness-weights.generated.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

const PASSAGE = 'Nine tugs towed a barge past Kestria.';
const TEXT = `The wind turned at dawn, says the pilot. ${PASSAGE} Nobody on the quay had ordered it. The harbour was shut by noon.`;

/** Candidates of the passage in a newer text, with what speaks for each. */
function candidates(after: string): readonly { readonly words: string; readonly told: Readonly<Record<string, number>> }[] {
  const start = TEXT.indexOf(PASSAGE);
  const anchor = describeAnchor(new WordIndex(TEXT), { start, end: start + PASSAGE.length });
  let seen: readonly Candidate[] = [];
  placeAnchors(after, [anchor], (_, found) => {
    seen = found;
  });
  return seen.map(({ span, row }) => ({
    words: after.slice(span.start, span.end),
    told: Object.fromEntries(SURENESS_FEATURES.map((name, i) => [name, row[i] as number])),
  }));
}

describe('candidates of a passage', () => {
  it('the trees weigh what they were trained for', () => {
    assert.equal(TRAINED_SURENESS_FEATURES, SURENESS_FEATURES.join(' '));
  });

  it('what stands there, and what goes on beside it', () => {
    const [reworded] = candidates(TEXT.replace('a barge', 'two rusty rafts'));
    assert.ok(reworded);
    assert.equal(reworded.words, 'Nine tugs towed two rusty rafts past Kestria.');
    const { share = 0, put = 0, first, last, before = 0 } = reworded.told;
    assert.ok(share > 0.7 && share < 1 && put > 1 && before > 10, JSON.stringify(reworded.told));
    assert.deepEqual([first, last, reworded.told['meets-before']], [1, 1, 1]);
  });

  it('another place with the same words is a rival; what was torn off is none', () => {
    const copied = candidates(`${TEXT.replace('says the pilot', 'they say')} Later that day: ${PASSAGE} Who says so?`);
    assert.ok((copied[0]?.told['rival-same'] as number) > 0.9);
    assert.equal(copied[0]?.told.verbatim, 1);
    const [torn] = candidates(`${TEXT.replace('towed a barge past Kestria', 'came')} They towed a barge past Kestria.`);
    assert.ok((torn?.told['rival-same'] as number) < 0.3 && (torn?.told.together as number) > 0.9, JSON.stringify(torn));
  });

  it('copies are twins where 32 letters on both sides are equal, be it in the middle of a word', () => {
    const start = TEXT.indexOf(PASSAGE);
    const anchor = describeAnchor(new WordIndex(TEXT), { start, end: start + PASSAGE.length });
    const copies = (first: string): readonly boolean[] => {
      let twins: readonly boolean[] = [];
      placeAnchors(`${TEXT}\n\n${TEXT.replace(/^The/, first)}`, [anchor], (_, found) => {
        twins = found.map(({ hasTwin }) => hasTwin);
      });
      return twins;
    };
    // The 32nd letter before the passage is in the first word.
    assert.deepEqual(copies('Such'), [true, true]);
    assert.deepEqual(copies('Such a cold'), [true, true]);
  });

  it('nothing is chosen of nothing', () => {
    assert.deepEqual(chosenOf([]), { why: 'gone' });
  });
});
