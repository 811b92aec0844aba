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

  for (const [what, words, says] of [
    ['an unknown kind', ['export', 'song', 'draft.md'], /clean, bibliography, claimreview, annotations/],
    ['a format of another kind', ['export', 'annotations', 'draft.md', '--format', 'csl'], /w3c, mrsf/],
    ['a format where there is one', ['export', 'clean', 'draft.md', '--format', 'md'], /does not go with "export clean"/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const run = backdraft(folderWith(STORY), words);
      assert.equal(run.code, 2);
      assert.match(run.error, says);
      assert.equal(run.out, '');
    });
  }
});
