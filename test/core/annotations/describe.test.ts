// Owns: tests of describing a passage: its context, its position, and what of it stands elsewhere, too.
import assert from 'node:assert/strict';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import type { Anchor } from '../../../server/src/core/annotations/types.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

const described = (text: string, passage: string, nth = 0): Anchor => {
  const start = [...text.matchAll(new RegExp(passage, 'g'))][nth]?.index as number;
  return describeAnchor(new WordIndex(text), { start, end: start + passage.length });
};

/** Words of which no two are alike. */
const numbered = (count: number, from = 0): string => Array.from({ length: count }, (_, i) => `w${from + i}x`).join(' ');

describe('describing a passage', () => {
  const CASES: readonly (readonly [name: string, text: string, passage: string, context: readonly [number, number]])[] = [
    ['at the beginning of a text', `start ${numbered(500)}`, 'start', [0, 2000]],
    ['at its end', `${numbered(500)} end`, 'end', [2000, 0]],
    ['in the middle', `${numbered(500)} middle ${numbered(500, 500)}`, 'middle', [2000, 2000]],
    ['in code points', `${'🛰️ '.repeat(600)}${numbered(100)} middle ${numbered(500, 100)}`, 'middle', [2000, 2000]],
    [
      'of a text that all of it is about',
      `${numbered(50)} middle ${numbered(50, 50)}`,
      'middle',
      [numbered(50).length, numbered(50, 50).length],
    ],
    ['alone', 'alone', 'alone', [0, 0]],
    [
      'amid lines that are all alike: with all that may be kept',
      `${'- None.\n'.repeat(900)}- Some.\n${'- None.\n'.repeat(900)}`,
      'None',
      [0, 400],
    ],
  ];
  for (const [name, text, passage, [before, behind]] of CASES) {
    it(name, () => {
      const { prefix, exact, suffix, start, end } = described(text, passage);
      assert.equal(exact, passage);
      const points = [...text];
      assert.equal(points.slice(start, end).join(''), passage);
      assert.equal([...prefix].length >= before && (before > 0 || prefix === '' || start === 2), true, `${[...prefix].length}`);
      assert.equal([...suffix].length >= behind, true, `${[...suffix].length}`);
      assert.ok(text.includes(prefix + exact + suffix));
    });
  }

  it('of a large text less is kept, unless it takes more to tell the passage apart', () => {
    const apart = described(`${numbered(9000)} middle ${numbered(9000, 9000)}`, 'middle');
    assert.deepEqual([apart.prefix.length, apart.suffix.length], [200, 200]);
    const twice = `${numbered(75, 20_000)} middle ${numbered(75, 20_100)}`;
    const alike = described(`${numbered(9000)} ${twice} ${numbered(9000, 9000)} ${twice}`, 'middle');
    assert.deepEqual([alike.prefix.length, alike.suffix.length], [800, 800]);
  });

  it('what stands elsewhere, too, is named; what tells it apart is not', () => {
    const entry = (n: number): string => `The update of day${n} adds the root of vendor${n} to the program of trusted roots.`;
    const text = Array.from({ length: 30 }, (_, i) => entry(i)).join('\n\n');
    const { prefix, exact, shared = [] } = described(text, entry(12));
    const isShared = (point: number): boolean =>
      shared.some((from, i) => i % 2 === 0 && from <= point && point < (shared[i + 1] as number));
    const first = [...prefix].length;
    const apart = [...exact].map((char, i) => (isShared(first + i) ? ' ' : char)).join('');
    assert.match(apart, /day12\b/);
    assert.match(apart, /vendor12\b/);
    assert.doesNotMatch(apart, /update/);
  });
});
