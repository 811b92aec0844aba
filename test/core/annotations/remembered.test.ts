// Owns: tests of putting together what anchors remember of older texts.
import assert from 'node:assert/strict';
import { anchorWords } from '../../../server/src/core/annotations/anchor-words.ts';
import { type Memory, rememberedOf } from '../../../server/src/core/annotations/remembered.ts';
import type { Anchor } from '../../../server/src/core/annotations/types.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

/** What an anchor on `exact` in a text remembers, with so many characters of context. */
function memory(text: string, exact: string, context = 12, shared?: Anchor['shared']): Memory {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  const prefix = text.slice(Math.max(0, start - context), start);
  const words = anchorWords({ exact, prefix, suffix: text.slice(end, end + context), ...(shared ? { shared } : {}) });
  assert.ok(words);
  return { words, start: start - prefix.length };
}

const TEXT = 'One two three four five six seven eight nine and then, later, ten eleven twelve.';

describe('what anchors remember', () => {
  const VERSIONS: readonly (readonly [
    name: string,
    memories: readonly Memory[],
    most: number,
    expected: readonly (readonly number[])[],
  ])[] = [
    ['of one text', [memory(TEXT, 'two'), memory(TEXT, 'three four'), memory(TEXT, 'eleven')], 6, [[0, 1, 2]]],
    ['of two texts', [memory(TEXT, 'four'), memory(TEXT.replace('three', 'ninth'), 'two'), memory(TEXT, 'five')], 6, [[0, 2], [1]]],
    [
      'of more texts than are put together',
      ['a', 'bb', 'ccc', 'dddd'].map(word => memory(TEXT.replace('three', word), word)),
      2,
      [[0], [1, 2, 3]],
    ],
    [
      'of no text that is known',
      [
        { ...memory(TEXT, 'two'), start: undefined },
        { ...memory(TEXT, 'two'), start: undefined },
      ],
      6,
      [[0, 1]],
    ],
    ['of none', [], 6, []],
  ];
  for (const [name, memories, most, expected] of VERSIONS) {
    it(name, () => {
      const versions = rememberedOf(new WordIndex(TEXT), memories, most);
      assert.deepEqual(versions.map(({ passages }) => passages.map(passage => passage.memory).sort()).sort(), expected);
      // Whatever fits nowhere keeps its words.
      for (const { keys, passages } of versions) {
        for (const { memory, from, to } of passages) {
          const { words } = memories[memory] as Memory;
          assert.deepEqual(keys.slice(from, to), words.keys.slice(words.from, words.to));
        }
      }
    });
  }

  it('is put together by where it stood; what lies between is guessed', () => {
    const index = new WordIndex(TEXT);
    const [old] = rememberedOf(index, [memory(TEXT, 'eleven', 8), memory(TEXT, 'two'), memory(TEXT, 'three four')], 6);
    assert.ok(old);
    assert.equal(old.keys.join(' '), 'two three four five six , ten eleven twelve');
    assert.deepEqual(
      old.passages.map(({ memory: n, from, to }) => [n, old.keys.slice(from, to).join(' ')]),
      [
        [1, 'two'],
        [2, 'three four'],
        [0, 'eleven'],
      ],
    );
    assert.deepEqual([...old.at.slice(0, 5)], [0, 1, 2, 3, 4]);
    const stood = new WordIndex(TEXT).placeAt(TEXT.indexOf('ten ')) - 1;
    assert.ok(Math.abs((old.at[5] as number) - stood) <= 3, `ten stood ${stood} words behind two, guessed ${old.at[5]}`);
  });

  it('what stood elsewhere, too, tells nothing apart, whichever anchor says so', () => {
    const at = 'One '.length;
    const [old] = rememberedOf(new WordIndex(TEXT), [memory(TEXT, 'two'), memory(TEXT, 'three', 40, [at, at + 3])], 6);
    assert.deepEqual(
      old?.keys.filter((_, i) => old.distinct[i] === 0),
      ['two'],
    );
  });
});
