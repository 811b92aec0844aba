// Owns: tests of following words from an older text to a newer one.
import assert from 'node:assert/strict';
import { alignmentOf } from '../../../server/src/core/annotations/alignment.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

const BITS = 8;

/** The newer text with the old place behind each word that came from there, and `|` where what follows came from elsewhere. */
function followed(before: string, after: string, open: (place: number) => boolean = () => true): string {
  const index = new WordIndex(after);
  // Words behind `…` stood where nothing is known of what lies between.
  const stretches = before.split(' … ').map(stretch => stretch.split(' '));
  const keys = stretches.flat();
  const at = stretches.flatMap((stretch, n) => stretch.map((_, i) => stretches.slice(0, n).flat().length + 20 * n + i));
  const way = alignmentOf(
    index.words,
    index.distinct,
    Uint8Array.from(index.words, (_, place) => (open(place) ? 1 : 0)),
    {
      words: Int32Array.from(keys, key => index.numberOf(key)),
      at: Int32Array.from(at),
      bits: Float64Array.from(keys, () => BITS),
    },
  );
  const shown = Array.from(index.words, (_, place) => index.keyAt(place));
  way.old.forEach((old, k) => {
    const place = way.now[k] as number;
    assert.equal(shown[place], keys[old]);
    shown[place] = `${way.jumps[k] === 1 && k > 0 ? '|' : ''}${shown[place]}${old}`;
  });
  return shown.join(' ');
}

describe('alignment of an older text with a newer one', () => {
  const CASES: readonly (readonly [name: string, before: string, after: string, expected: string])[] = [
    ['the same text', 'a b c d', 'a b c d', 'a0 b1 c2 d3'],
    ['nothing of it', 'a b c d', 'w x y z', 'w x y z'],
    ['no text', 'a b c d', '', ''],
    ['words put in', 'a b c d', 'a b x y c d', 'a0 b1 x y c2 d3'],
    ['words cut', 'a b c d e f', 'a b e f', 'a0 b1 e4 f5'],
    ['words replaced', 'a b c d e f', 'a b x e f', 'a0 b1 x e4 f5'],
    ['a passage that was moved', 'a b c d e f g h i j', 'f g h i j a b c d e', 'f5 g6 h7 i8 j9 |a0 b1 c2 d3 e4'],
    ['a passage that was copied', 'a b c d e f g h', 'a b c d e f g h a b c d', 'a0 b1 c2 d3 e4 f5 g6 h7 |a0 b1 c2 d3'],
    ['the same word twice, told apart by what goes on', 'a b x c d e x f', 'a b x c d e x f', 'a0 b1 x2 c3 d4 e5 x6 f7'],
    ['what lies between is not known', 'a b c … d e f', 'a b c q r s t d e f', 'a0 b1 c2 q r s t d3 e4 f5'],
  ];
  for (const [name, before, after, expected] of CASES) it(name, () => assert.equal(followed(before, after), expected));

  it('words whose source does not matter are left out', () => {
    assert.equal(
      followed('a b c d e f', 'a b c d e f', place => place > 1),
      'a b c2 d3 e4 f5',
    );
  });

  it('of many ways the best is followed, not the oldest, where a common word goes on', () => {
    // `the` stands in so many places that it is looked for only near the best ways; each of the first thirty rows is a worse one.
    const rows = Array.from({ length: 30 }, (_, i) => `s t u${i} the`);
    const before = [...rows, 'p q r s t v w the end', ...Array.from({ length: 60 }, (_, i) => `f${i} the`)].join(' ');
    const expected = before.split(' ').indexOf('end');
    assert.match(followed(before, 'p q r s t v w x the end'), new RegExp(`the${expected - 1} end${expected}$`));
  });
});
