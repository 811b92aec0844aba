// Owns: lists of numbers and pieces of text against plain arrays.
// Must not know: what the numbers stand for.
import assert from 'node:assert/strict';
import { Ints, NumberLists, Pieces } from '../../../server/src/core/evidence/number-lists.ts';
import { random } from '../../bench/story.ts';

describe('number lists', () => {
  it('hold what was pushed, in order', () => {
    const number = random(3);
    const lists = new NumberLists();
    const plain: number[][] = [];
    for (let round = 0; round < 20_000; round++) {
      if (plain.length === 0 || number(50) === 0) {
        lists.addList();
        plain.push([]);
      }
      const list = number(plain.length);
      lists.push(list, round);
      plain[list]?.push(round);
    }
    for (const [list, expected] of plain.entries()) {
      const found: number[] = [];
      assert.equal(
        lists.some(list, value => found.push(value) < 0),
        false,
      );
      assert.deepEqual(found, expected);
    }
    lists.clear();
    assert.equal(
      lists.some(0, () => true),
      false,
    );
  });

  it('read each piece between white space once', () => {
    const number = random(4);
    const read: string[] = [];
    const pieces = new Pieces(piece => {
      read.push(piece);
      return [...piece].map(character => character.codePointAt(0) as number);
    });
    const words = Array.from({ length: 6000 }, (_, at) => `${at.toString(36)}${'“é漢'.charAt(at % 4)}${at}`);
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 40 }, () => words[number(words.length)]).join(round % 2 === 0 ? ' ' : '\n\t');
      const list = new Ints();
      pieces.addTo(list, ` ${text}\r\n`);
      const expected = [...text.replaceAll(/\s/g, '')].map(character => character.codePointAt(0));
      assert.deepEqual([...list.data.subarray(0, list.length)], expected);
    }
    assert.equal(new Set(read).size, read.length);
    const long = 'x'.repeat(100);
    const list = new Ints();
    pieces.addTo(list, `${long} ${long}`);
    assert.equal(list.length, 200);
  });
});
