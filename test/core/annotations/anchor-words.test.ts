// Owns: tests of anchors in words: which are the passage, where each stood, what of them stood elsewhere.
import assert from 'node:assert/strict';
import { anchorWords, codePoints } from '../../../server/src/core/annotations/anchor-words.ts';

describe('anchor words', () => {
  const CASES: readonly {
    readonly parts: readonly [prefix: string, exact: string, suffix: string];
    /** Words of the context before, of the passage, of the context behind. */
    readonly words: readonly [string, string, string];
    readonly outside?: readonly [before: number, after: number];
    readonly shared?: readonly number[];
    readonly marked?: string;
  }[] = [
    { parts: ['', 'nine routers', ''], words: ['', 'nine routers', ''] },
    { parts: ['bought the ', 'nine routers', ' from Lumenet'], words: ['the', 'nine routers', 'from'] },
    { parts: ['so un', 'like', 'ly, it is'], words: ['', 'unlikely', ', it'], outside: [2, 2] },
    { parts: ['', '  “nine”\r\n', ' of them'], words: ['', '" nine "', 'of'] },
    { parts: ['a 🛰️ of ', 'ours', ''], words: ['🛰 ️ of', 'ours', ''], shared: [2, 7, 8, 12], marked: '🛰 ️ of ours' },
    {
      parts: ['we saw ', 'the mayor and the clerk', ''],
      words: ['saw', 'the mayor and the clerk', ''],
      shared: [3, 16],
      marked: 'saw the mayor',
    },
  ];
  for (const { parts, words, outside = [0, 0], shared, marked } of CASES) {
    it(JSON.stringify(parts.join('|')), () => {
      const [prefix, exact, suffix] = parts;
      const found = anchorWords({ prefix, exact, suffix, ...(shared ? { shared } : {}) });
      assert.ok(found);
      const { keys, from, to, before, after, points } = found;
      assert.deepEqual(
        [keys.slice(0, from), keys.slice(from, to), keys.slice(to)].map(some => some.join(' ')),
        words,
      );
      assert.deepEqual([before, after], outside);
      const whole = prefix + exact + suffix;
      assert.deepEqual(
        points,
        found.starts.map(start => codePoints(whole.slice(0, start))),
      );
      assert.equal(keys.filter((_, i) => found.shared[i] === 1).join(' '), marked ?? '');
    });
  }

  it('a passage without words has none', () => {
    for (const exact of ['', ' \n', '\r\n']) assert.equal(anchorWords({ prefix: 'before ', exact, suffix: ' after' }), undefined);
  });

  it('code points: pairs count once, halves of pairs too', () => {
    for (const text of ['', 'ab', '🛰️', '\ud83d', '\udc00\ud83d', 'a\ud83d\ude00b']) assert.equal(codePoints(text), [...text].length);
  });
});
