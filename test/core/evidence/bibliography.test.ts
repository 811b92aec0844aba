// Bibliographies: values, places, broken entries, exports of reference managers.
import assert from 'node:assert';
import { readBibliography } from '../../../server/src/core/evidence/bibliography.ts';

const read = (path: string, text: string): ReturnType<typeof readBibliography> =>
  readBibliography({ uri: `file:///s/${path}`, path, text });

const BETTER_BIBTEX = `@comment{jabref-meta: x}
@string{jan2 = "January"}
@online{muller2020,
  title = {{{Die}} gro{\\ss}e Frage -- \\emph{eine} Antwort},
  author = {M{\\"u}ller, J{\\'e}r{\\^o}me and Smith, John and {World Health Organization}},
  date = {2020-05-01},
  url = {https://example.org/a_b},
  urldate = {2021-01-02},
  langid = {ngerman},
  keywords = {a,b},
  abstract = {The 12 routers left. Nobody asked about them.},
  file = {/home/x/Zotero/storage/A/a.pdf}
}

@article(smith19, year = 2019, month = mar, title = "A " # jan2 # " story", doi = {10.1000/x})
`;

describe('bibliography', () => {
  it('reads a Better BibTeX export', () => {
    const { sources, problems } = read('references.bib', BETTER_BIBTEX);
    assert.deepEqual(problems, []);
    const [muller, smith] = sources;
    assert.equal(muller?.title, 'Die große Frage – eine Antwort');
    assert.deepEqual(muller?.metadata.authors, ['Jérôme Müller', 'John Smith', 'World Health Organization']);
    assert.equal(muller?.metadata.published, '2020-05-01');
    assert.equal(muller?.metadata.retrieved, '2021-01-02');
    assert.equal(muller?.language, 'de');
    assert.deepEqual(
      muller?.passages.map(passage => passage.text),
      ['The 12 routers left.', 'Nobody asked about them.'],
    );
    assert.equal(smith?.title, 'A January story');
    assert.equal(smith?.metadata.published, '2019-03');
    assert.equal(smith?.metadata.url, 'https://doi.org/10.1000/x');
    assert.equal(smith?.noText, 'bibliography-entry');
  });

  it('gives entries, keys and fields their places', () => {
    for (const { keySpan, key, span, items } of read('references.bib', BETTER_BIBTEX).sources) {
      assert.equal(BETTER_BIBTEX.slice(keySpan.start, keySpan.end), key);
      assert.equal(BETTER_BIBTEX.charAt(span.start), '@');
      assert.match(BETTER_BIBTEX.slice(span.start, span.end), /[})]$/);
      for (const item of items) assert.equal(BETTER_BIBTEX.slice(item.keySpan.start, item.keySpan.end), item.key);
    }
  });

  const broken: readonly (readonly [name: string, text: string, keys: readonly string[], place: string])[] = [
    ['no closing brace', '@misc{a, title = {One}\n\n@misc{b, title = {Two}}\n', ['a', 'b'], '@misc{a'],
    ['a value that is not closed', '@misc{a, title = {One\n\n@misc{b, title = {Two}}\n', ['a', 'b'], '{One'],
    ['no key', '@misc{, title = {One}}\n@misc{b, title = {Two}}\n', ['b'], '@'],
    ['no comma after the key', '@misc{a title = {One}}\n@misc{b}\n', ['a', 'b'], '@misc{a'],
    ['no equals sign', '@misc{a, title {One}, year = 2020}\n@misc{b}\n', ['a', 'b'], 'title'],
    ['no comma between fields', '@misc{a, title = {One} year = 2020}\n@misc{b}\n', ['a', 'b'], 'title'],
    ['no brace', '@misc\n@misc{b}\n', ['b'], '@misc'],
  ];
  for (const [name, text, keys, place] of broken) {
    it(`broken: ${name}`, () => {
      const { sources, problems } = read('references.bib', text);
      assert.deepEqual(
        sources.map(source => source.key),
        keys,
      );
      assert.equal(problems.length > 0, true, 'says what is broken');
      assert.ok(text.slice(problems[0]?.span.start).startsWith(place), text.slice(problems[0]?.span.start, problems[0]?.span.end));
    });
  }

  it('reads CSL-JSON, and what is left of a broken one', () => {
    const csl =
      '[{"id":"http://zotero.org/1","citation-key":"muller2020","title":"A <i>title</i>","URL":"https://example.org","issued":{"date-parts":[["2020",5]]},"author":[{"family":"Müller","given":"Jo"},{"literal":"WHO"}],"abstract":"It rained. It snowed."},{"title":"No id"},{"id":"b","title":"Two"}';
    const { sources, problems } = read('references.json', csl);
    assert.deepEqual(
      sources.map(source => source.key),
      ['muller2020', 'b'],
    );
    assert.equal(sources[0]?.title, 'A title');
    assert.equal(sources[0]?.metadata.published, '2020-05');
    assert.deepEqual(sources[0]?.metadata.authors, ['Jo Müller', 'WHO']);
    assert.deepEqual(
      sources[0]?.passages.map(passage => passage.text),
      ['It rained.', 'It snowed.'],
    );
    assert.ok(csl.slice(sources[0]?.keySpan.start, sources[0]?.keySpan.end) === 'muller2020');
    assert.equal(problems.length, 2);
  });

  it('reads 20,000 entries, and gets through hostile input', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `@article{key${i},\n  title = {Title number ${i}},\n  author = {Doe, Jane and Roe, Richard},\n  year = {2020}\n}\n`,
    ).join('\n');
    assert.equal(read('references.bib', many).sources.length, 20_000);
    for (const piece of ['@', '@misc{', '@misc{a,', '{', '"', '\\', "\\'", '@misc{a, b = {', '@string{', '%', '@misc{a, b = "'])
      read('references.bib', piece.repeat(100_000));
    read('references.json', '['.repeat(200_000));
    read('references.json', '{"a":'.repeat(50_000));
  });
});
