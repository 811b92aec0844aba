// Owns: tests of names of persons, bodies and products in prose.
// Must not know: rules, evidence.
import assert from 'node:assert/strict';
import { extractNames } from '../../../server/src/core/extract/names.ts';
import { inputOf } from './hand-tree.ts';

/** Names as `text:kind`; a kind of `?` is not looked at. */
const CASES: readonly (readonly [sentence: string, ...names: string[]])[] = [
  [
    'Ilse Varga, the prime minister of Kestria, had a present for President Tomas Arden of Norvane.',
    'Ilse Varga:person',
    'Kestria:?',
    'President Tomas Arden:person',
    'Norvane:?',
  ],
  ['Its spokesman Jonas Feld told reporters.', 'Jonas Feld:person'],
  ['The National Cyber Security Office (NCSO) took all units.', 'National Cyber Security Office:organisation', 'NCSO:organisation'],
  ['The Cybersecurity and Infrastructure Security Agency added 13 flaws.', 'Cybersecurity and Infrastructure Security Agency:organisation'],
  ['They went to the Office for Payment Oversight.', 'Office for Payment Oversight:organisation'],
  ['Lena Strand, the secretary of the union, spoke.', 'Lena Strand:person'],
  ['Priya Raman, who runs a laboratory, has a plan.', 'Priya Raman:person'],
  ['According to Ferrant, it is the third case.', 'Ferrant:?'],
  ['He lives in Paris and works for Fennmark Savings Bank.', 'Paris:place', 'Fennmark Savings Bank:organisation'],
  ["Rotaplan's help desk was closed.", 'Rotaplan:?'],
  ['Lumenet has shared the code.', 'Lumenet:?'],
  ['We took the Arc 7 apart.', 'Arc 7:product'],
  ['Servers were down, data was lost.'],
  ['Analysts say so.'],
  ['On Tuesday in March they met.'],
  ['It uses HTTP and DNS and TLS.'],
  ['THIS IS ALL IN UPPER CASE AND NAMES NOBODY'],
  ['Security researchers found nothing, and I did not either.'],
];

describe('names', () => {
  for (const [sentence, ...expected] of CASES) {
    it(sentence, () => {
      const found = extractNames(inputOf(sentence)).map(name => `${name.text}:${name.kind}`);
      assert.equal(found.length, expected.length, found.join(', '));
      expected.forEach((wanted, index) => {
        const [text, kind] = wanted.split(':');
        assert.equal(found[index]?.split(':')[0], text);
        if (kind !== '?') assert.equal(found[index], wanted);
      });
    });
  }
  it('takes the last name of a person for that person', () => {
    const text = 'Jonas Feld, a spokesman, came. Later Feld left.';
    const names = extractNames(inputOf(text, 'paragraph', ['Jonas Feld, a spokesman, came.', 'Later Feld left.']));
    assert.deepEqual(
      names.map(name => `${name.text}:${name.kind}`),
      ['Jonas Feld:person', 'Feld:person'],
    );
  });
  it('has spans that hold its text', () => {
    const text = 'The Harbour Post said that Norvane’s own Varga left.';
    for (const name of extractNames(inputOf(text))) assert.equal(text.slice(name.span.start, name.span.end), name.text);
  });
  it('gets through hostile input', () => {
    for (const piece of ['Ab ', 'Bank of ', 'A. ', 'Ab-', 'X and ', 'Mr. ', '(AB) ']) {
      const text = piece.repeat(100_000 / piece.length);
      extractNames(inputOf(text));
    }
  });
});
