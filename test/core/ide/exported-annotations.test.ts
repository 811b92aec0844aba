// Owns: tests of annotations that leave the desk and come back: what must not go out, what must not get lost.
// Must not know: the editor, the command line.
import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { fromCollection } from '../../../server/src/core/annotations/collection.ts';
import { fromMrsf } from '../../../server/src/core/annotations/mrsf.ts';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { collectionOf, type ExportedAnnotations, leftOutWords, reviewOf } from '../../../server/src/core/ide/exports/annotations.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf } from '../../support/ide.ts';
import { uriOf } from '../../support/memory-files.ts';

const BEFORE = 'The green clerks of the office said nothing.';
const INSIDE = 'The bench opened nine lighthouses with silver whistles.';
const AFTER = 'Then the green clerks went home by boat.';
const DRAFT = `---\ntlp: GREEN\n---\n${BEFORE}\n\n## (TLP:RED) Inside\n\n${INSIDE}\n\n## Out\n\n${AFTER}\n`;
const NOTES = {
  'notes/pool.md': 'Lumenet gave 12 routers to the harbour office.\n',
  'notes/desk.md': '---\ntlp: RED\nconfidential: Anna Lindqvist\n---\nA red list.\n',
};

function line(id: string, exact: string, words: string, more: Readonly<Record<string, unknown>> = {}, text = DRAFT): string {
  const at = text.indexOf(exact);
  return `${JSON.stringify({
    id,
    type: 'Annotation',
    created: '2025-11-04T10:00:00Z',
    body: { type: 'TextualBody', value: words },
    target: {
      source: 'draft.md',
      selector: {
        type: 'TextQuoteSelector',
        exact,
        prefix: text.slice(Math.max(0, at - 400), at),
        suffix: text.slice(at + exact.length, at + exact.length + 400),
      },
    },
    ...more,
  })}\n`;
}

async function exports(sidecar: string, draft = DRAFT): Promise<Readonly<Record<'w3c' | 'mrsf', ExportedAnnotations>>> {
  const { workspace } = await storyOf({ ...NOTES, 'draft.md': draft, 'draft.md.annotations.jsonl': sidecar });
  const uri = uriOf('draft.md');
  return exportsOf(workspace, uri, sidecar);
}

function exportsOf(workspace: Workspace, uri: string, sidecar: string): Readonly<Record<'w3c' | 'mrsf', ExportedAnnotations>> {
  const w3c = collectionOf(workspace, uri, sidecar, 'urn:all');
  const mrsf = reviewOf(workspace, uri);
  assert.ok(w3c && mrsf);
  return { w3c, mrsf };
}

describe('annotations that leave the desk', () => {
  it('show nothing of parts that are marked above the draft: neither passages nor contexts nor comments', async () => {
    const sidecar = [
      line('urn:1', BEFORE, 'Green words.'),
      line('urn:2', INSIDE, 'Red words.'),
      `${JSON.stringify({ id: 'urn:3', type: 'Annotation', motivation: 'replying', target: 'urn:2', body: 'A red answer.' })}\n`,
      line('urn:4', AFTER, 'More green.'),
      line('urn:5', 'Gone: the whistles were of silver.', 'A red orphan.'),
      // Words of the red part were its own before they were moved.
      line('urn:6', `${INSIDE.slice(-20)} ${AFTER}`, 'Now green.', {}, `${INSIDE} ${AFTER}`),
      `${JSON.stringify({ id: 'urn:7', type: 'Annotation', body: 'On all of it, red.', target: 'draft.md' })}\n`,
    ].join('');
    const made = await exports(sidecar);
    for (const [format, { text, hidden }] of Object.entries(made)) {
      assert.doesNotMatch(text, /Inside|lighthouse|whistles|bench|[Rr]ed /, format);
      assert.match(text, /Green words\.[\s\S]*More green\./, format);
      assert.ok(hidden >= 3, format);
    }
    const { first, total } = JSON.parse(made.w3c.text);
    assert.equal(total, first.items.length);
    const [one] = first.items;
    assert.deepEqual([one.target.source, one.target.selector[0].exact], ['draft.md', BEFORE]);
    assert.match(one.target.selector[0].prefix, /tlp: GREEN/);
    assert.match(
      leftOutWords(made.w3c)
        .map(one => ENGLISH.of(one))
        .join(),
      /annotations left out: on parts marked above the draft/,
    );
  });

  it('show nothing of a part that was marked and has been cut since', async () => {
    const kept = DRAFT.replace(/## \(TLP:RED\)[\s\S]*(?=## Out)/, '');
    const sidecar = line('urn:1', BEFORE, 'Green words.') + line('urn:2', 'Gone by nine in the evening.', 'An orphan.');
    const orphan = line('urn:3', `${INSIDE} Gone`, 'None.').replace(`"exact":"${INSIDE} Gone"`, '"exact":"A passage that is gone"');
    for (const [format, { text, hidden }] of Object.entries(await exports(sidecar + orphan, kept))) {
      assert.doesNotMatch(text, /Inside|lighthouse|whistles|bench/, format);
      assert.match(text, /Green words\.[\s\S]*Gone by nine in the evening[\s\S]*A passage that is gone/, format);
      assert.equal(hidden, 0, format);
    }
  });

  it('a verdict for words that have changed beside such a part stays at home', async () => {
    const verdict = { body: { type: 'TextualBody', purpose: 'assessing', value: 'verified' } };
    const made = await exports(line('urn:1', AFTER.replace('boat', 'silver boat'), '', verdict));
    for (const { text, hidden } of Object.values(made)) {
      assert.doesNotMatch(text, /silver/);
      assert.equal(hidden, 1);
    }
  });

  it('are the lines themselves where nothing is hidden', async () => {
    const draft = `${BEFORE} ${AFTER}\n`;
    const sidecar = line('urn:1', AFTER, 'Green.', { extra: { kept: true } }, draft);
    const { w3c } = await exports(sidecar, draft);
    assert.deepEqual(JSON.parse(w3c.text).first.items, [JSON.parse(sidecar)]);
    assert.deepEqual(leftOutWords(w3c), []);
  });

  it('black out keys in passages, contexts and keys of others, too', async () => {
    const draft = 'As [[desk]] has it, the clerks went home [[pool]].\n';
    const sidecar = line('urn:1', 'the clerks went home', 'See [[desk]].', { 'x:note': 'of @desk', mrsf: { x_from: '[[desk]]' } }, draft);
    for (const { text, leftOut } of Object.values(await exports(sidecar, draft))) {
      assert.doesNotMatch(text, /desk/);
      assert.equal(leftOut, 1);
    }
  });

  it('black out a key that a verdict rests on, however its letters are composed', async () => {
    const draft = `${BEFORE} ${AFTER}\n`;
    const bodies = [{ purpose: 'assessing', value: 'verified' }].concat({ purpose: 'linking', value: 'müller'.normalize('NFD') });
    const sidecar = line('urn:1', BEFORE, '', { body: bodies }, draft);
    const { workspace } = await storyOf({
      'notes/müller.md': '---\ntlp: RED\n---\nA red list.\n',
      'draft.md': draft,
      'draft.md.annotations.jsonl': sidecar,
    });
    const uri = uriOf('draft.md');
    for (const { text } of Object.values(exportsOf(workspace, uri, sidecar))) {
      assert.doesNotMatch(text.normalize('NFC'), /müller/);
      assert.match(text, /████/);
    }
  });

  it('black out a protected name that stands at the start of a line', async () => {
    const draft = `${BEFORE}\nLindqvist left.\n${AFTER}\n`;
    const more = { creator: { name: 'A\nLindqvist' }, mrsf: { x_from: ['Of\nLindqvist'] } };
    const sidecar = line('urn:1', AFTER, 'Asked: "around".\nLindqvist said no.', more, draft);
    const passage = line('urn:2', 'Lindqvist left.\nThen the green', '', {}, draft);
    for (const [format, { text }] of Object.entries(await exports(sidecar + passage, draft))) {
      assert.doesNotMatch(text, /Lindqvist/, format);
      assert.match(text, /said no/, format);
    }
  });

  it('stay at home where the draft is not checked, and go as they are from notes', async () => {
    const sidecar = line('urn:1', INSIDE, 'Red words.');
    const files = { ...NOTES, 'draft.md': DRAFT, 'draft.md.annotations.jsonl': sidecar, 'notes/pool.md.annotations.jsonl': sidecar };
    const { workspace } = await storyOf({ ...files, '.backdraft.yaml': 'limits:\n  draft: 20\n' });
    assert.equal(collectionOf(workspace, uriOf('draft.md'), sidecar, 'urn:all'), undefined);
    assert.equal(reviewOf(workspace, uriOf('draft.md')), undefined);
    const open = await storyOf(files);
    for (const { text } of Object.values(exportsOf(open.workspace, uriOf('notes/pool.md'), sidecar))) assert.match(text, /Red words/);
  });

  it('one for each id, and what is left out is said', async () => {
    const draft = `${BEFORE} ${AFTER}\n`;
    const first = line('urn:1', BEFORE, 'Old.', {}, draft);
    const newer = line('urn:1', BEFORE, 'New.', { modified: '2025-12-01T00:00:00Z' }, draft);
    const made = await exports(`${first}${newer}${first}no json\n`, draft);
    for (const [format, exported] of Object.entries(made)) {
      assert.match(exported.text, /New\./, format);
      assert.doesNotMatch(exported.text, /Old\./, format);
      const words = leftOutWords(exported)
        .map(one => ENGLISH.of(one))
        .join(' ');
      assert.match(words, /Line 2|Lines 2, 3/, format);
      assert.match(words, /Line 4 of the annotations file cannot be read/, format);
    }
    assert.equal(JSON.parse(made.w3c.text).total, 1);
  });

  it('a Sidemark file has texts of the length that it wants, and says what is cut', async () => {
    const draft = `${BEFORE} ${AFTER}\n`;
    const { mrsf } = await exports(line('urn:1', BEFORE, 'é'.repeat(50_000), {}, draft), draft);
    const [comment] = parse(mrsf.text).comments;
    assert.ok(comment.text.length <= 16_384);
    assert.match(comment.text, /é… \(\d+ more characters in the sidecar\)$/);
    assert.match(
      leftOutWords(mrsf)
        .map(one => ENGLISH.of(one))
        .join(),
      /1 comment is longer than 16384 characters and is cut/,
    );
  });
});

describe('annotations that come back', () => {
  const annotation = (id: string) => ({ id, type: 'Annotation', body: 'Words.', target: 'draft.md' });
  const page = (id: string, ids: readonly string[], more = {}) => ({ id, type: 'AnnotationPage', items: ids.map(annotation), ...more });
  const all = { id: 'urn:all', type: 'AnnotationCollection', total: 3 };
  const pages: readonly (readonly [string, unknown, readonly string[], number])[] = [
    ['of one page', { ...all, first: page('p1', ['a', 'b', 'c']) }, ['a', 'b', 'c'], 0],
    [
      'of a page in a page',
      { ...all, first: page('p1', ['a'], { next: page('p2', ['b'], { next: page('p3', ['c']) }) }) },
      ['a', 'b', 'c'],
      0,
    ],
    [
      'of a page that is named and stands last',
      { ...all, first: page('p1', ['a', 'b'], { next: 'p2' }), last: page('p2', ['c']) },
      ['a', 'b', 'c'],
      0,
    ],
    ['of pages as items', { ...all, items: [page('p1', ['a']), page('p2', ['b', 'c'])] }, ['a', 'b', 'c'], 0],
    ['of a page whose next one is elsewhere', { ...all, first: page('p1', ['a'], { next: 'https://x.example/p2' }) }, ['a'], 2],
    ['whose pages are all elsewhere', { ...all, first: 'https://x.example/p1' }, [], 3],
    ['that counts nothing, and goes on elsewhere', page('p1', ['a'], { next: 'https://x.example/p2' }), ['a'], 1],
    ['whose pages go in a circle', { ...all, first: page('p1', ['a', 'b', 'c'], { next: page('p1', ['a']) }) }, ['a', 'b', 'c'], 0],
    ['that is a list', ['a', 'b'].map(annotation), ['a', 'b'], 0],
    ['that is one', annotation('a'), ['a'], 0],
  ];
  for (const [what, value, ids, elsewhere] of pages) {
    it(`a collection ${what}`, () => {
      const read = fromCollection(JSON.stringify(value));
      assert.deepEqual(
        read?.lines.map(one => JSON.parse(one).id),
        ids,
      );
      assert.deepEqual([read?.elsewhere, read?.skipped], [elsewhere, elsewhere]);
    });
  }

  it('what a Sidemark file knows and a sidecar does not goes out again', async () => {
    const comment = {
      id: 'c1',
      author: 'Ada',
      timestamp: '2026-01-02T03:04:05Z',
      text: 'Who says so?',
      resolved: false,
      type: 'question',
      severity: 'high',
      x_desk: { column: 3, tags: ['a'] },
      line: 1,
      end_line: 1,
      start_column: 0,
      end_column: BEFORE.length,
      selected_text: BEFORE,
      x_assignee: 'Mara',
    };
    const answer = {
      id: 'c2',
      author: 'Jo',
      timestamp: '2026-01-03T03:04:05Z',
      text: 'I do.',
      resolved: false,
      severity: 'low',
      reply_to: 'c1',
    };
    const draft = `${BEFORE} ${AFTER}\n`;
    const read = fromMrsf(stringify({ mrsf_version: '1.0', document: 'draft.md', comments: [comment, answer] }), 'draft.md', draft);
    assert.equal(read?.skipped, 0);
    const { mrsf } = await exports(`${read?.lines.join('\n')}\n`, draft);
    assert.deepEqual(parse(mrsf.text).comments, [comment, answer]);
  });

  it('extensions that hold themselves or take the place of words are no harm', () => {
    const read = fromMrsf('mrsf_version: 1.0\ncomments:\n  - id: a\n    text: Words.\n    x_a: &a\n      b: *a\n', 'draft.md', '');
    assert.deepEqual(
      read?.lines.map(one => JSON.parse(one).body.value),
      ['Words.'],
    );
  });

  it('what a line keeps for Sidemark never takes the place of its words', async () => {
    const draft = `${BEFORE}\n`;
    const { mrsf } = await exports(
      line('urn:1', BEFORE, 'Mine.', { mrsf: { text: 'Other.', id: 'x', x_verdict: 'verified' } }, draft),
      draft,
    );
    const [comment] = parse(mrsf.text).comments;
    assert.deepEqual([comment.id, comment.text, comment.x_verdict], ['urn:1', 'Mine.', undefined]);
  });
});
