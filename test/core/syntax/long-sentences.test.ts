// Sentences that go on for thousands of characters: where they are cut, and that nothing of them is lost.
import assert from 'node:assert';
import { LONGEST_SENTENCE } from '../../../server/src/core/syntax/long-sentences.ts';
import { splitSentences } from '../../../server/src/core/syntax/sentences.ts';

const FILLER = 'word '.repeat(300);
const REST = FILLER.repeat(5);

describe('sentences without end', () => {
  const cuts: readonly (readonly [string, string, string])[] = [
    ['behind a semicolon rather than a later comma', `${FILLER}one; two, ${REST}`, 'one;'],
    ['behind a comma rather than a later word', `${FILLER}one, two ${REST}`, 'one,'],
    ['outside of brackets where that can be', `${FILLER}one, two (three; four) ${REST}`, 'one,'],
    ['at the end of a line', `${FILLER}one\ntwo, ${REST}`, 'one'],
  ];
  for (const [what, text, end] of cuts) {
    it(`are cut ${what}`, () => {
      const [first] = splitSentences(text, { start: 0, end: text.length });
      assert.ok(text.slice(0, first?.end).endsWith(end), text.slice((first?.end ?? 0) - 12, first?.end));
    });
  }

  it('keep every word, in pieces that are not too long', () => {
    for (const text of [FILLER.repeat(9), 'a'.repeat(9999), '\u{1f600}'.repeat(5000), '好，'.repeat(4000)]) {
      const pieces = splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
      assert.equal(pieces.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      for (const piece of pieces) assert.ok(piece.length <= LONGEST_SENTENCE && !/^[\udc00-\udfff]/.test(piece));
    }
  });

  it('leave one of 8,000 characters alone', () => {
    const text = `${'word '.repeat(1599)}last.`;
    assert.deepEqual(splitSentences(text, { start: 0, end: text.length }), [{ start: 0, end: text.length }]);
  });
});
