// Exports of a draft: what goes out, and what must not.
import assert from 'node:assert/strict';
import { readBibliography } from '../../../server/src/core/evidence/bibliography.ts';
import { bibliographyOf } from '../../../server/src/core/ide/exports/bibliography.ts';
import { claimReviewsOf } from '../../../server/src/core/ide/exports/claim-review.ts';
import { cleanCopy, cleanCopyWords } from '../../../server/src/core/ide/exports/clean.ts';
import { pathsIn } from '../../../server/src/core/ide/exports/pointers.ts';
import { gatherLedger } from '../../../server/src/core/ide/ledger/gather.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf } from '../../support/ide.ts';

async function draftOf(files: Readonly<Record<string, string>>) {
  const { workspace, check } = await storyOf(files);
  const checked = check('draft.md');
  const { view, story } = checked;
  assert.ok(view && story);
  return { workspace, checked, view, story };
}

const NOTES = {
  'notes/pool.md':
    '---\ntitle: Pool report 9, 50% & more\nurl: https://pool.example/9_a\nauthors: [Ines Reyes, CISA]\npublished: 2025-11-02\nretrieved: 2025-11\n---\nLumenet gave 12 routers to the harbour office.\n',
  'notes/desk.md': '---\ntlp: RED\nconfidential: Anna Lindqvist\n---\nThe desk has a list.\n',
};

describe('clean copy', () => {
  const clean = async (draft: string) => {
    const { workspace, checked, view, story } = await draftOf({ ...NOTES, 'draft.md': draft });
    return cleanCopy(workspace, checked, view, story);
  };

  it('drops suppressions, marks of opinion and own keys, and keeps footnotes and everything else', async () => {
    const { text } = await clean(
      '---\ntitle: A\nbackdraft-disable: [terms]\ntlp: CLEAR\n---\n<!-- backdraft-disable-next-line terms/hype -- why -->\nA world-class team.[^pool]\n\nIt is a shame. <!-- backdraft-opinion --> Indeed.\n\n<!-- a remark -->\n\n[^pool]: Pool.\n',
    );
    assert.equal(
      text,
      '---\ntitle: A\ntlp: CLEAR\n---\nA world-class team.[^pool]\n\nIt is a shame. Indeed.\n\n<!-- a remark -->\n\n[^pool]: Pool.\n',
    );
  });

  it('drops front matter that holds nothing else, and keeps line ends', async () => {
    assert.equal((await clean('---\r\nbackdraft: draft\r\n---\r\nText.\r\n')).text, 'Text.\r\n');
  });

  it('takes pointers into the notes out, and leaves links and pandoc citations', async () => {
    const { text } = await clean(
      'Lumenet gave 12 routers [[pool]]. See [[pool|the report]], [the file](notes/pool.md), [the page](https://pool.example/9_a) and [@pool].\n',
    );
    assert.equal(text, 'Lumenet gave 12 routers. See the report, the file, [the page](https://pool.example/9_a) and [@pool].\n');
  });

  it('names no source that it may not, and no protected name', async () => {
    const copy = await clean('There is a list.[^desk] Also so [@pool; @desk]. Anna Lindqvist said so.\n\n[^desk]: Desk note.\n');
    assert.equal(copy.text, 'There is a list. Also so. ████ said so.\n\n');
    assert.deepEqual([copy.names, copy.citations], [1, 2]);
  });

  for (const words of [
    '[word @desk of](notes/pool.md)',
    '[w [@desk] x](notes/pool.md)',
    '[go[^desk]](notes/pool.md)',
    '![alt @desk here](notes/pic.png)',
    '<img src="notes/p.png" alt="by [[desk]]">',
    '[[pool|as @desk says]]',
  ])
    it(`names none within the words of a link or a picture: ${words}`, async () => {
      const { text } = await clean(`They have a list, ${words} of it.\n${words.includes('[^') ? '\n[^desk]: x\n' : ''}`);
      assert.doesNotMatch(text, /desk/);
    });

  const TITLED = 'Pool report 9, 50% & more';
  const pointers: readonly (readonly [string, string, string])[] = [
    ['a footnote that only points is named', 'It gave 12.[^1]\n\n[^1]: [[pool]]\n', `It gave 12.[^1]\n\n[^1]: ${TITLED}\n`],
    ['so is one with a page', 'It gave 12.[^1]\n\n[^1]: See [[pool]], p. 3.\n', `It gave 12.[^1]\n\n[^1]: See ${TITLED}, p. 3.\n`],
    [
      'without a title it goes, with its marks',
      'It gave 12.[^1] And 9.[^1]\n\n[^1]: [[call]]\n[^2]: A remark.\n',
      'It gave 12. And 9.\n\n[^2]: A remark.\n',
    ],
    ['and with a page', 'It gave 12.[^1]\n\n[^1]: See [[call]], p. 3, and [[plain]].\n', 'It gave 12.\n\n'],
    [
      'one that says more stays',
      'It gave 12.[^1]\n\n[^1]: They did not call back [[call]], p. 3.\n',
      'It gave 12.[^1]\n\n[^1]: They did not call back.\n',
    ],
    ['a sentence that only points is named', 'It gave 12. See [[pool]], p. 3. It left.\n', `It gave 12. See ${TITLED}, p. 3. It left.\n`],
    ['without a title it goes', 'It gave 12. See [[call]], p. 3. It left.\n', 'It gave 12. It left.\n'],
    [
      'a bracket',
      'It gave 12 (see [[call]], p. 3) in all (cf. [[pool]]), and 9 ([[pool]]).\n',
      `It gave 12 in all (cf. ${TITLED}), and 9.\n`,
    ],
    ['a page behind a mark', 'It gave 12 [[pool]], p. 3.\n', 'It gave 12.\n'],
    ['several marks', 'It gave 12 [[pool]], [[call]] and [[plain]].\n', 'It gave 12.\n'],
    ['a mark behind the full stop', 'It gave 12. [[pool]] It left. [[call]]\n', 'It gave 12. It left.\n'],
    [
      'a name that the sentence needs',
      'According to [[pool]], it gave 12. [[the-call]] says 9.\n',
      `According to ${TITLED}, it gave 12. the call says 9.\n`,
    ],
    ['no name that must not stand there', 'According to [[desk]], it gave 12. See [[desk]].\n', 'According to ████, it gave 12.\n'],
    ['a list of sources', 'Sources:\n\n- [[pool]]\n- [[call]]\n- A book\n', `Sources:\n\n- ${TITLED}\n- A book\n`],
    [
      'a reference and its definition',
      'See [the report][p] and [its page][q].\n\n[p]: notes/pool.md\n[q]: https://pool.example/9_a\n',
      'See the report and [its page][q].\n\n[q]: https://pool.example/9_a\n',
    ],
    ['a path', 'It gave 12 <notes/call.md>, or 9 (notes/call.md). See ./notes/pool.md.\n', `It gave 12, or 9. See ${TITLED}.\n`],
    ['a path that is code', 'Open `notes/call.md`.\n', 'Open `notes/call.md`.\n'],
    ['a link whose words are the path', 'See [notes/pool.md](notes/pool.md).\n', `See ${TITLED}.\n`],
    [
      'a picture',
      '![A chart of routers](notes/chart.png "T")\n\nText <img alt=\'Map\' src="notes/map.png"> and ![a](img/a.png).\n',
      'A chart of routers\n\nText Map and ![a](img/a.png).\n',
    ],
    [
      'an address of a source that must not be named',
      'See <https://secret.example/x> and [this](https://secret.example/x).\n',
      'See ████ and this.\n',
    ],
  ];
  for (const [what, draft, copy] of pointers) {
    it(`leaves no pointer into the notes and nothing broken: ${what}`, async () => {
      const { workspace, checked, view, story } = await draftOf({
        ...NOTES,
        'notes/desk.md': '---\ntlp: RED\ntitle: The secret desk\nurl: https://secret.example/x\n---\nThe desk has a list.\n',
        'notes/call.md': 'The harbour office said that it gave 12 routers to the port this year, and that it would call back.\n',
        'notes/the-call.md': 'The harbour office said on the telephone that it would give 9 routers to somebody else next year.\n',
        'notes/plain.md': 'The clerk of the port said that nobody had ever seen so many of them in one room before noon.\n',
        'draft.md': draft,
      });
      const clean = cleanCopy(workspace, checked, view, story);
      assert.equal(clean.text, copy);
      assert.equal(clean.pictures, what === 'a picture' ? 2 : 0);
    });
  }

  it('keeps parts that are marked above the draft, and says so', async () => {
    const { workspace, checked, view, story } = await draftOf({
      ...NOTES,
      'draft.md': '---\ntlp: GREEN\n---\nText.\n\n## (TLP:RED) Inside\n\nMore.\n\nAnd more.\n\n## Out\n\n(TLP:AMBER) A paragraph.\n',
    });
    const copy = cleanCopy(workspace, checked, view, story);
    assert.match(copy.text, /And more/);
    assert.deepEqual(
      cleanCopyWords(copy).map(one => ENGLISH.of(one)),
      ['2 parts of this draft are marked above it, and stand in the copy. Look at them before you publish.'],
    );
  });

  for (const [what, draft, marks] of [
    ['of a source', 'There are 12.[^pool]\n', 1],
    ['of nothing', 'There are 12.[^1] And 13.[^2]\n\n[^2]: Counted.\n', 1],
    ['several', 'There are 12.[^1] And 13.[^1] And 14.[^b]\n', 3],
    ['in capitals', 'There are 12.[^A]\n\n[^a]: Counted.\n', 0],
    ['of a source that is not named', 'There is a list.[^desk]\n', 0],
    ['in code', 'Write `[^1]` there.\n', 0],
    ['in plain words of a link', 'See [12[^x]](notes/pool.md).\n', 1],
  ] as const)
    it(`says which marks have no footnote: ${what}`, async () => {
      const copy = await clean(draft);
      assert.equal(copy.bareMarks, marks, copy.text);
      const said = cleanCopyWords(copy).filter(one => /footnote/.test(ENGLISH.of(one)));
      assert.equal(said.length, marks > 0 ? 1 : 0);
    });

  it('is the draft itself where there is nothing to take out', async () => {
    const draft = '# A\n\nText *here*.\n\n```\n<!-- backdraft-opinion -->\n```\n';
    assert.equal((await clean(draft)).text, draft);
  });
});

describe('paths in prose', () => {
  const found = (prose: string) => [...pathsIn(prose)].map(({ path, span }) => [path, prose.slice(span.start, span.end)]);

  it('are told from what stands around them', () => {
    assert.deepEqual(found('See <./notes/pool.md>, "../notes/b.md#at-9", …notes/c.md. And/or a ./d.md; not / or e/.'), [
      ['./notes/pool.md', '<./notes/pool.md>'],
      ['../notes/b.md#at-9', '../notes/b.md#at-9'],
      ['notes/c.md', 'notes/c.md'],
      ['And/or', 'And/or'],
    ]);
  });

  for (const part of ['a', '-/', './', '/', 'a/', '𝒂.'])
    it(`are found in no time in 200,000 characters of ${part}`, () => {
      const start = performance.now();
      found(part.repeat(200_000 / part.length));
      assert.ok(performance.now() - start < 1000);
    });
});

describe('bibliography', () => {
  const files = {
    ...NOTES,
    'draft.md': 'Lumenet gave 12 routers to the harbour office.[^pool] There is a list.[^desk]\n\n[^pool]: P.\n[^desk]: D.\n',
  };

  it('CSL-JSON of what is cited and may be named', async () => {
    const { workspace, view, story } = await draftOf(files);
    const { text, leftOut } = bibliographyOf(workspace, view, story, 'csl');
    assert.deepEqual(JSON.parse(text), [
      {
        id: 'pool',
        type: 'webpage',
        title: 'Pool report 9, 50% & more',
        author: [{ literal: 'Ines Reyes' }, { literal: 'CISA' }],
        issued: { 'date-parts': [[2025, 11, 2]] },
        accessed: { 'date-parts': [[2025, 11]] },
        URL: 'https://pool.example/9_a',
      },
    ]);
    assert.equal(leftOut, 1);
  });

  it('footnotes name what the notes have no title for, and what they give an address of is there, too', async () => {
    const { workspace, view, story } = await draftOf({
      '.backdraft.yaml': '',
      'draft.md': [
        'It gave 12 routers.[^call] The board met.[^1] It was late.[^2] They sang.[^3] It has a page.[^4]\n',
        '[^call]: Telephone call with the *harbour* office, 4 November 2025.',
        '[^1]: Minutes of the board, <https://board.example/minutes_3>.',
        '[^2]: By the local clock.',
        '[^3]: See [[call]].',
        '[^4]: The page of the port, https://port.example/page.\n',
      ].join('\n'),
      'notes/call.md': 'The harbour office said that it gave 12 routers to the port this year.\n',
      'notes/page.md': '---\nurl: https://port.example/page\n---\nThe port has a page of its own, which nobody has changed since 2019.\n',
    });
    const { text, entries } = bibliographyOf(workspace, view, story, 'csl');
    assert.deepEqual(JSON.parse(text), [
      { id: 'call', type: 'document', title: 'Telephone call with the harbour office, 4 November 2025' },
      { id: 'page', type: 'webpage', title: 'The page of the port', URL: 'https://port.example/page' },
      { id: '1', type: 'webpage', title: 'Minutes of the board', URL: 'https://board.example/minutes_3' },
    ]);
    assert.equal(entries, 3);
  });

  for (const [format, path] of [
    ['csl', 'references.json'],
    ['bibtex', 'references.bib'],
  ] as const) {
    it(`${format} reads back as the same source`, async () => {
      const { workspace, view, story } = await draftOf(files);
      const { text } = bibliographyOf(workspace, view, story, format);
      const { sources, problems } = readBibliography({ uri: `file:///${path}`, path, text });
      assert.deepEqual(problems, []);
      const [source] = sources;
      assert.deepEqual(
        [source?.key, source?.title, source?.metadata.url, source?.metadata.published, source?.metadata.authors],
        ['pool', 'Pool report 9, 50% & more', 'https://pool.example/9_a', '2025-11-02', ['Ines Reyes', 'CISA']],
      );
    });
  }
});

describe('claim reviews', () => {
  it('one for each claim that is verified or disputed, without comments', async () => {
    const line = (id: string, exact: string, value: string) =>
      `${JSON.stringify({
        type: 'Annotation',
        id,
        creator: { type: 'Person', name: 'Mara Holm' },
        created: '2025-11-04T10:00:00Z',
        target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact } },
        body: [
          { type: 'TextualBody', purpose: 'assessing', value },
          { type: 'TextualBody', purpose: 'commenting', value: 'Called the desk.' },
        ],
      })}\n`;
    const claims = ['Lumenet gave 12 routers to the harbour office.', 'Kestria has given routers to eleven governments since 2019.'];
    const { workspace, checked, view } = await draftOf({
      ...NOTES,
      'draft.md': `---\nurl: https://paper.example/routers\ndate: 2025-11-05\ntitle: Routers\n---\n${claims[0]}[^pool]\n\n${claims[1]}\n\nThe ministry paid 90,000 euros for all routers.\n\n[^pool]: P.\n`,
      'draft.md.annotations.jsonl': line('urn:1', claims[0] as string, 'verified') + line('urn:2', claims[1] as string, 'disputed'),
    });
    const ledger = gatherLedger(workspace, checked);
    assert.ok(ledger);
    const { text, reviews, hasUrl } = claimReviewsOf(ledger, view);
    assert.deepEqual([reviews, hasUrl], [2, true]);
    assert.doesNotMatch(text, /Called the desk/);
    const [first, second] = JSON.parse(text)['@graph'];
    assert.deepEqual(first, {
      '@type': 'ClaimReview',
      url: 'https://paper.example/routers',
      datePublished: '2025-11-05',
      author: { '@type': 'Person', name: 'Mara Holm' },
      claimReviewed: claims[0],
      itemReviewed: {
        '@type': 'Claim',
        datePublished: '2025-11-05',
        appearance: { '@type': 'CreativeWork', headline: 'Routers', url: 'https://paper.example/routers' },
      },
      reviewRating: { '@type': 'Rating', ratingValue: 5, bestRating: 5, worstRating: 1, alternateName: 'Verified' },
      citation: ['https://pool.example/9_a'],
    });
    assert.deepEqual([second.claimReviewed, second.reviewRating.alternateName], [claims[1], 'Disputed']);
  });
});
