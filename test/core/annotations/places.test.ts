// Owns: tests of the places where a passage of an older text may stand, and of what speaks for each.
import assert from 'node:assert/strict';
import { anchorWords } from '../../../server/src/core/annotations/anchor-words.ts';
import { type Place, placesOf } from '../../../server/src/core/annotations/places.ts';
import { rememberedOf } from '../../../server/src/core/annotations/remembered.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

const TEXT = 'Crews left the harbour at dawn. Nine tugs towed a barge past Kestria. Guards counted every crate before noon.';
const PASSAGE = 'Nine tugs towed a barge past Kestria.';

/** Places of the passage in a newer text, best first, as the words that stand there. */
function places(after: string): readonly { readonly words: string; readonly place: Place }[] {
  const index = new WordIndex(after);
  const [prefix, suffix] = TEXT.split(PASSAGE) as [string, string];
  const words = anchorWords({ prefix, exact: PASSAGE, suffix });
  assert.ok(words);
  const [remembered] = rememberedOf(index, [{ words, start: 0 }], 1);
  const [passage] = remembered?.passages ?? [];
  assert.ok(remembered && passage);
  const found = placesOf(index, new Uint8Array(index.length).fill(1), remembered)(passage);
  return [...found.places]
    .sort((a, b) => b.share * b.evidence - a.share * a.evidence)
    .map(place => ({ words: place.pairs.map(({ now }) => index.keyAt(now)).join(' '), place }));
}

describe('places of a passage', () => {
  const CASES: readonly (readonly [name: string, after: string, ...words: string[]])[] = [
    ['unchanged', TEXT, 'Nine tugs towed a barge past Kestria .'],
    ['words put in', TEXT.replace('barge', 'large old barge'), 'Nine tugs towed a barge past Kestria .'],
    ['words cut', TEXT.replace(' past Kestria', ''), 'Nine tugs towed a barge .'],
    ['a word that was misspelled', TEXT.replace('towed', 'toved'), 'Nine tugs toved a barge past Kestria .'],
    ['moved', `${PASSAGE} ${TEXT.replace(`${PASSAGE} `, '')}`, 'Nine tugs towed a barge past Kestria .'],
    ['gone', TEXT.replace(PASSAGE, ''), ...[]],
    ['copied', `${TEXT} Later that day: ${PASSAGE}`, 'Nine tugs towed a barge past Kestria .', 'Nine tugs towed a barge past Kestria .'],
  ];
  for (const [name, after, ...expected] of CASES) {
    it(name, () =>
      assert.deepEqual(
        places(after)
          .map(({ words }) => words)
          .filter(words => words.length > 1),
        expected,
      ),
    );
  }

  it('tell how much of the passage stands there, and whether its ends meet what they met', () => {
    const [whole] = places(TEXT);
    assert.ok(whole);
    assert.deepEqual([whole.place.share, whole.place.meetsBefore, whole.place.meetsBehind], [1, true, true]);
    const [cut] = places(TEXT.replace('Nine tugs towed', 'Boats pulled'));
    assert.ok(cut && cut.place.share < 0.7 && cut.place.share > 0.4);
    assert.deepEqual([cut.place.meetsBefore, cut.place.meetsBehind], [false, true]);
  });

  it('what goes on beside a place speaks for it, the less the more was put between', () => {
    const before = [0, 1, 5, 20, 60].map(
      count => places(TEXT.replace('Nine tugs', `${'word '.repeat(count)}Nine tugs`))[0]?.place.before as number,
    );
    before.reduce((more, less) => {
      assert.ok(less < more, before.join(' '));
      return less;
    }, Number.POSITIVE_INFINITY);
  });
});
