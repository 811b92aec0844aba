// What a pasted address, link, reference or entry says of a source.
import assert from 'node:assert';
import * as fc from 'fast-check';
import { type PastedSource, readPasted } from '../../../server/src/core/evidence/pasted.ts';

const CASES: readonly { readonly what: string; readonly pasted: string; readonly is: Partial<PastedSource> }[] = [
  {
    what: 'an address with its date and words in the path',
    pasted: 'https://www.example.org/news/2025/11/02/phone-gift-raises-questions.html',
    is: {
      title: 'Phone gift raises questions (example.org)',
      key: 'phone-gift-raises-questions',
      url: 'https://www.example.org/news/2025/11/02/phone-gift-raises-questions.html',
      published: '2025-11-02',
    },
  },
  { what: 'an address without words', pasted: 'https://example.org/a/1234', is: { title: 'example.org', key: 'example.org' } },
  { what: 'a date written without strokes', pasted: 'https://example.org/20251102-the-gift-of-phones', is: { published: '2025-11-02' } },
  { what: 'a month alone', pasted: 'https://example.org/2025/11/the-gift-of-phones/', is: { published: '2025-11' } },
  { what: 'no date that is none', pasted: 'https://example.org/2025/13/45/gift-of-phones', is: { title: 'Gift of phones (example.org)' } },
  {
    what: 'a Markdown link',
    pasted: '[The phone gift](https://example.org/p?id=1), 2 November 2025',
    is: { title: 'The phone gift', url: 'https://example.org/p?id=1', published: '2025-11-02' },
  },
  {
    what: 'a title above its address',
    pasted: 'Ministry briefing on the phone gift\nhttps://example.org/briefing.',
    is: { title: 'Ministry briefing on the phone gift', key: 'ministry-briefing-phone-gift', url: 'https://example.org/briefing' },
  },
  {
    what: 'BibTeX',
    pasted:
      '@article{marlin2023gifts,\n  author = {Marlin, Edda and Oyo, Peter},\n  title = {Gifts of {State}},\n  year = 2023,\n  doi = {10.5555/gifts},\n  abstract = {Of 200 gifts 61 held electronics.}\n}',
    is: {
      title: 'Gifts of State',
      key: 'marlin2023gifts',
      url: 'https://doi.org/10.5555/gifts',
      authors: ['Edda Marlin', 'Peter Oyo'],
      published: '2023',
      text: ['Of 200 gifts 61 held electronics.'],
    },
  },
  {
    what: 'one entry of CSL-JSON',
    pasted:
      '{"id":"oyo","title":"Shielded rooms","URL":"https://example.org/rooms","issued":{"date-parts":[[2024,5,6]]},"author":[{"family":"Oyo","given":"Peter"}]}',
    is: { title: 'Shielded rooms', key: 'oyo', url: 'https://example.org/rooms', authors: ['Peter Oyo'], published: '2024-05-06' },
  },
  { what: 'a DOI alone', pasted: 'doi:10.1000/xyz123.', is: { title: 'doi 10.1000/xyz123', url: 'https://doi.org/10.1000/xyz123' } },
  {
    what: 'a reference with a DOI',
    pasted: 'Marlin, E., & Oyo, P. (2023). Gifts of state: a count. Journal of Presents, 4(2). https://doi.org/10.5555/gifts',
    is: {
      title: 'Gifts of state: a count',
      url: 'https://doi.org/10.5555/gifts',
      authors: ['E. Marlin', 'P. Oyo'],
      published: '2023',
    },
  },
];

describe('Pasted sources', () => {
  for (const { what, pasted, is } of CASES) {
    it(`reads ${what}`, () => {
      const [source, ...more] = readPasted(pasted);
      assert.ok(source);
      assert.deepEqual(more, []);
      for (const [name, value] of Object.entries(is)) assert.deepEqual(source[name as keyof PastedSource], value, name);
      if (is.published === undefined) assert.equal(source.published, undefined);
    });
  }

  it('reads several entries at once', () => {
    assert.deepEqual(
      readPasted('@misc{a, title={One}}\n\n@misc{b, title={Two}}').map(({ key }) => key),
      ['a', 'b'],
    );
  });

  it('takes nothing for a source that names none', () => {
    for (const text of ['', '  ', 'Just a sentence of prose.', '{"a": 1}', '[1, 2]', 'mailto:a@example.org', '{', '@misc'])
      assert.deepEqual(readPasted(text), [], text);
  });

  it('never throws, whatever is pasted', () => {
    const bits = fc.constantFrom(
      'https://',
      '10.1234/',
      'doi:',
      '[',
      '](',
      ')',
      '{',
      '}',
      '@misc{',
      '"',
      '(2023)',
      '.',
      '/',
      '\n',
      '2025-11-02',
      'a',
      '\ufeff',
      '%E0%A4%A',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 40 }), parts => {
        for (const source of readPasted(parts.join(''))) {
          assert.notEqual(source.key, '');
          assert.ok(!/\n/.test(source.title));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is linear in what is pasted', () => {
    for (const text of [
      '['.repeat(100_000),
      `https://${'('.repeat(100_000)}`,
      '10.1234/'.repeat(20_000),
      `(2023)${' a.'.repeat(60_000)}10.1234/x`,
    ])
      readPasted(text);
  });
});
