// Exports of a draft: what goes out, and what must not.
import assert from 'node:assert/strict';
import { readBibliography } from '../../../server/src/core/evidence/bibliography.ts';
import { bibliographyOf } from '../../../server/src/core/ide/exports/bibliography.ts';
import { claimReviewsOf } from '../../../server/src/core/ide/exports/claim-review.ts';
import { cleanCopy } from '../../../server/src/core/ide/exports/clean.ts';
import { gatherLedger } from '../../../server/src/core/ide/ledger/gather.ts';
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

  it('is the draft itself where there is nothing to take out', async () => {
    const draft = '# A\n\nText *here*.\n\n```\n<!-- backdraft-opinion -->\n```\n';
    assert.equal((await clean(draft)).text, draft);
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
