// Every confusion against the sentences it brings along, and all of them against each other's.
import assert from 'node:assert';
import { CONFUSIONS, slipsIn } from '../../../server/src/core/lexicon/confusions/confusions.ts';
import { allTerms } from '../../../server/src/core/lexicon/terms/terms.ts';

const alone = (text: string) => ({ text, before: '', after: '' });

for (const confusion of CONFUSIONS) {
  describe(`confusion ${confusion.id}`, () => {
    it('names terms of the lexicon', () => {
      for (const id of [confusion.wrong, confusion.right]) assert.ok(allTerms().has(id), `${id} is no term`);
    });
    it('speaks in two sentences at most', () => {
      const sentences = confusion.message.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
      assert.ok(sentences.length <= 2, confusion.message);
      assert.match(confusion.message, /\{wrong\}/);
    });
    it('brings sentences of both kinds', () => assert.ok(confusion.bad.length > 0 && confusion.good.length > 0));
    for (const [draft, fixed] of confusion.bad) {
      it(`finds: ${draft}`, () => {
        const slips = slipsIn(alone(draft));
        assert.deepEqual([...new Set(slips.map(found => found.confusion.id))], [confusion.id]);
        if (fixed === undefined) return;
        let text = draft;
        for (const { slip } of [...slips].reverse())
          if (slip.better !== undefined) text = text.slice(0, slip.span.start) + slip.better + text.slice(slip.span.end);
        assert.equal(text, fixed);
        assert.deepEqual(slipsIn(alone(fixed)), [], 'what is fixed is right');
      });
    }
    for (const draft of confusion.good) {
      it(`leaves alone: ${draft}`, () =>
        assert.deepEqual(
          slipsIn(alone(draft)).map(found => found.confusion.id),
          [],
        ));
    }
  });
}

describe('confusions in hostile text', () => {
  const words = CONFUSIONS.flatMap(one => one.triggers);
  for (const [name, text] of [
    ['all triggers, again and again', words.join(' ').repeat(200)],
    ['one word without end', 'encrypted '.repeat(100_000)],
    ['no word at all', ' '.repeat(1_000_000)],
    ['within the longest sentence', words.join(' ').slice(0, 1999)],
    ['nearly a match, many times', 'encrypted the the the with '.repeat(70)],
  ] as const) {
    it(`gets through: ${name}`, () => {
      slipsIn(alone(text));
    });
  }
});
