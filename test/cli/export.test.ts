// `backdraft export` as a process: each kind, its formats, protected names, refusals.
import assert from 'node:assert/strict';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const NOTE = 'Ask Tessa Marlow who says so.';
const SIDECAR = JSON.stringify({
  id: 'urn:uuid:5b0b7a3e-3a3f-4c39-9f3e-0d4f4d7f1a10',
  type: 'Annotation',
  motivation: 'commenting',
  creator: { type: 'Person', name: 'Ada' },
  created: '2026-01-02T03:04:05Z',
  body: { type: 'TextualBody', value: NOTE, format: 'text/markdown' },
  target: {
    source: 'draft.md',
    selector: [{ type: 'TextQuoteSelector', exact: '12 routers', prefix: 'Lumenet gave ', suffix: ' to the' }],
  },
});
const STORY = {
  'draft.md': 'Lumenet gave 12 routers to the harbour office.[^pool] <!-- backdraft-opinion -->\n\n[^pool]: Pool.\n',
  'notes/pool.md': '---\nconfidential: Tessa Marlow\n---\nLumenet gave 12 routers to the harbour office.\n',
  'draft.md.annotations.jsonl': `${SIDECAR}\n`,
};

/** What cannot be exported: drafts above the limit or not in UTF-8, a sidecar. */
const FAULTY = {
  '.backdraft.yaml': 'limits:\n  draft: 500\n',
  'long.md': 'Lumenet gave 12 routers. '.repeat(50),
  'long.md.annotations.jsonl': `${SIDECAR}\n`,
  'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
  'bad.md': 'Lumenet gave 12 routers.\n',
  'bad.md.annotations.jsonl': `${SIDECAR}\nbad\n`,
};

describe('backdraft export', () => {
  after(removeFolders);

  it('clean: without marks', () => {
    const run = backdraft(folderWith(STORY), ['export', 'clean', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    assert.equal(run.out, 'Lumenet gave 12 routers to the harbour office.[^pool]\n\n[^pool]: Pool.\n');
  });

  it('bibliography: the cited sources', () => {
    const run = backdraft(folderWith(STORY), ['export', 'bibliography', 'draft.md']);
    assert.equal(JSON.parse(run.out)[0].id, 'pool', run.error);
  });

  it('annotations: a W3C collection, the same on every run, without protected names', () => {
    const folder = folderWith(STORY);
    const run = backdraft(folder, ['export', 'annotations', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    const collection = JSON.parse(run.out);
    assert.equal(collection.type, 'AnnotationCollection');
    assert.equal(collection.first.items[0].target.selector[0].exact, '12 routers');
    assert.equal(collection.first.items[0].body.value, 'Ask ████ who says so.');
    assert.equal(backdraft(folder, ['export', 'annotations', 'draft.md', '--format', 'w3c']).out, run.out);
  });

  it('annotations: a Sidemark file', () => {
    const run = backdraft(folderWith(STORY), ['export', 'annotations', 'draft.md', '--format', 'mrsf']);
    assert.equal(run.code, 0, run.error);
    assert.match(run.out, /^mrsf_version: "?1/m);
    assert.match(run.out, /Ask ████ who says so\./);
  });

  for (const format of ['w3c', 'mrsf'])
    it(`annotations: no key of a source above the draft's mark (${format})`, () => {
      const verdict = {
        ...JSON.parse(SIDECAR),
        motivation: 'assessing',
        body: [
          { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
          { type: 'TextualBody', purpose: 'linking', value: 'pool' },
          { type: 'TextualBody', purpose: 'linking', value: 'board-minutes' },
          { type: 'TextualBody', purpose: 'replying', value: 'Compare @board-minutes.' },
        ],
      };
      const folder = folderWith({
        ...STORY,
        'draft.md': `---\ntlp: CLEAR\n---\n${STORY['draft.md']}`,
        'notes/board-minutes.md': '---\ntlp: RED\n---\nThe board knew of 12 routers.\n',
        'draft.md.annotations.jsonl': `${JSON.stringify(verdict)}\n`,
      });
      const run = backdraft(folder, ['export', 'annotations', 'draft.md', '--format', format]);
      assert.equal(run.code, 0, run.error);
      assert.doesNotMatch(run.out, /board-minutes/);
      assert.match(run.out, /pool/);
      assert.match(run.out, /Compare @████\./);
      assert.match(run.error, /1 source that this draft may not name left out/);
    });

  it('annotations: says that there are none', () => {
    const { 'draft.md.annotations.jsonl': _, ...bare } = STORY;
    const run = backdraft(folderWith(bare), ['export', 'annotations', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    assert.match(run.error, /no annotations/);
    assert.equal(JSON.parse(run.out).total, 0);
  });

  for (const format of ['w3c', 'mrsf']) {
    it(`annotations: nothing of a part that is marked above the draft, and says so (${format})`, () => {
      const on = (id: string, exact: string, prefix: string, suffix: string, value: string): string =>
        `${JSON.stringify({
          id,
          type: 'Annotation',
          body: { type: 'TextualBody', value },
          target: { source: 'draft.md', selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }] },
        })}\n`;
      const folder = folderWith({
        ...STORY,
        'draft.md': '---\ntlp: GREEN\n---\nThe clerks went home.\n\n## (TLP:RED) Within\n\nNine lighthouses were opened.\n',
        'draft.md.annotations.jsonl':
          on('urn:1', 'The clerks went home.', '', '\n\n## (TLP:RED) Within\n\nNine lighthouses', 'When?') +
          on('urn:2', 'Nine lighthouses were', 'Within\n\n', ' opened.', 'Scarlet words.'),
      });
      const run = backdraft(folder, ['export', 'annotations', 'draft.md', '--format', format]);
      assert.equal(run.code, 0, run.error);
      assert.match(run.out, /When\?/);
      assert.doesNotMatch(run.out, /Within|lighthouses|Scarlet/);
      assert.match(run.error, /1 annotation left out: on a part marked above the draft/);
    });

    it(`annotations: says which lines cannot be read (${format})`, () => {
      const run = backdraft(folderWith({ ...STORY, 'draft.md.annotations.jsonl': '{"id": \n' }), [
        'export',
        'annotations',
        'draft.md',
        '--format',
        format,
      ]);
      assert.equal(run.code, 0, run.error);
      assert.match(run.error, /Line 1 of the annotations file cannot be read/);
      assert.doesNotMatch(run.error, /no annotations/);
    });
  }

  it('clean: says that a part is marked above the draft', () => {
    const draft = '---\ntlp: GREEN\n---\nThe clerks went home.\n\n## (TLP:RED) Within\n\nNine lighthouses were opened.\n';
    const run = backdraft(folderWith({ ...STORY, 'draft.md': draft }), ['export', 'clean', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    assert.equal(run.out, draft);
    assert.match(run.error, /1 part of this draft is marked above it, and stands in the copy/);
  });

  it('claimreview: agrees with the ledger, and warns of handling', () => {
    const verdict = (id: string, exact: string, ...evidence: readonly string[]): string =>
      `${JSON.stringify({
        id,
        type: 'Annotation',
        body: [
          { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
          ...evidence.map(value => ({ type: 'TextualBody', purpose: 'linking', value })),
        ],
        target: { source: 'draft.md', selector: [{ type: 'TextQuoteSelector', exact }] },
      })}\n`;
    const right = 'Lumenet gave 12 routers to the harbour office.';
    const wrong = 'The board met 21 times at the lighthouse in 2025.';
    const bare = 'Kestria has given routers to eleven governments since 2019.';
    const leak = 'The bench opened nine silver chests in the cellar on 4 November.';
    const folder = folderWith({
      'draft.md': `---\ntlp: AMBER\n---\n${right}[^pool]\n\n${wrong}[^board]\n\n${bare}\n\n${leak}[^pool]\n\n[^pool]: P.\n[^board]: B.\n`,
      'notes/pool.md': `---\ntlp: GREEN\n---\n${right}\n`,
      'notes/board.md': '---\ntlp: GREEN\n---\nThe board met 12 times at the lighthouse in 2025.\n',
      'notes/red.md': `---\ntlp: RED\n---\n${leak}\n`,
      'draft.md.annotations.jsonl': verdict('urn:1', right) + verdict('urn:2', wrong) + verdict('urn:3', bare, 'gone-source'),
    });
    const ledger = JSON.parse(backdraft(folder, ['ledger', 'draft.md', '--format', 'json']).out);
    assert.deepEqual(
      ledger.claims.slice(0, 3).map(({ standing }: { standing: string }) => standing),
      ['backed', 'against', 'open'],
    );
    const run = backdraft(folder, ['export', 'claimreview', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    assert.deepEqual(
      JSON.parse(run.out)['@graph'].map(({ claimReviewed }: { claimReviewed: string }) => claimReviewed),
      [right],
    );
    assert.match(run.error, /2 claims left out: people verified them, and the notes say otherwise or no longer have the evidence/);
    for (const said of run.error.trimEnd().split('\n')) assert.match(said, /^backdraft: [A-Z\d]/);
    assert.match(run.error, /This draft is marked TLP:AMBER, and claim reviews are for everybody/);
    assert.match(run.error, /1 finding on handling open in this draft/);
  });

  it('names the line of what is wrong in the configuration, and exports', () => {
    const run = backdraft(folderWith({ ...STORY, '.backdraft.yaml': 'audience: general\ntpl: GREEN\n' }), ['export', 'clean', 'draft.md']);
    assert.equal(run.code, 2);
    assert.match(run.error, /^backdraft: \.backdraft\.yaml:2: /m);
    assert.match(run.out, /^Lumenet/);
  });

  for (const [what, words, says] of [
    ['an unknown kind', ['export', 'song', 'draft.md'], /clean, bibliography, claimreview, annotations/],
    ['a format of another kind', ['export', 'annotations', 'draft.md', '--format', 'csl'], /w3c, mrsf/],
    [
      'a clean copy into a folder that is not there',
      ['export', 'clean', 'draft.md', '-o', '/nope/x'],
      /^backdraft: \/nope\/x cannot be written \(the folder \/nope does not exist\)\.$/m,
    ],
    [
      'annotations of a sidecar, with the line of each fault',
      ['export', 'annotations', 'bad.md.annotations.jsonl'],
      /^backdraft: bad\.md\.annotations\.jsonl:2: This line is no annotation/m,
    ],
    ...(['clean', 'bibliography', 'claimreview', 'annotations'] as const).flatMap(
      what =>
        [
          [
            `${what} of a draft that was not checked`,
            ['export', what, 'long.md'],
            /limits\.draft to check it\.\nbackdraft: long\.md is no draft/,
          ],
          [`${what} of a draft that cannot be read`, ['export', what, 'latin.md'], /latin\.md is no draft that can be checked/],
        ] as const,
    ),
    ['a format where there is one', ['export', 'clean', 'draft.md', '--format', 'md'], /does not go with "export clean"/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const run = backdraft(folderWith({ ...STORY, ...FAULTY }), words);
      assert.equal(run.code, 2);
      assert.match(run.error, says);
      assert.equal(run.out, '');
    });
  }
});
