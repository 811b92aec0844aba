// The evidence index: what it finds, and that updating it file by file equals building it anew.
import assert from 'node:assert';
import fc from 'fast-check';
import { readBibliography } from '../../../server/src/core/evidence/bibliography.ts';
import type { EvidenceIndex } from '../../../server/src/core/evidence/contract.ts';
import { createEvidenceIndex } from '../../../server/src/core/evidence/index.ts';
import type { Source } from '../../../server/src/core/evidence/types.ts';
import { noteFile, read } from './notes.ts';

function build(notes: Readonly<Record<string, string>>): EvidenceIndex {
  const index = createEvidenceIndex();
  for (const [path, text] of Object.entries(notes)) index.replace(noteFile(path, text).uri, read(path, text).sources);
  return index;
}

const found = (index: EvidenceIndex, query: string, within?: readonly string[]): string[] =>
  index
    .search(query, { limit: 5, ...(within ? { within: new Set(within) } : {}) })
    .map(match => `${match.passage.source.key}: ${match.passage.text}`);

const NOTES = {
  'notes/pool.md': 'Varga gave Arden 12 boxed routers. Both leaders laughed. The box was red.\n',
  'notes/lab.md': 'The laboratory took 12 routers apart. None was connected to a network.\n',
  'notes/ferry.md': 'Ferries are back on Wednesday. The strike is over.\n',
};

describe('evidence index', () => {
  it('finds what bears on a text, best first, with the words in common', () => {
    const index = build(NOTES);
    assert.equal(found(index, 'Arden was given twelve routers (12) by Varga')[0], 'pool: Varga gave Arden 12 boxed routers.');
    const [match] = index.search('Were the ferries back on Wednesday?');
    assert.deepEqual(
      match?.shared.map(({ start, end }) => match.passage.text.slice(start, end)),
      ['Ferries', 'back', 'Wednesday'],
    );
    assert.ok((match?.score ?? 0) > 0.3 && (match?.score ?? 2) <= 1);
  });

  it('looks only where it is told to', () => {
    assert.deepEqual(found(build(NOTES), 'routers', ['lab'])[0], 'lab: The laboratory took 12 routers apart.');
    assert.ok(found(build(NOTES), 'routers', ['lab', 'ferry']).every(text => text.startsWith('lab: ')));
    assert.deepEqual(found(build(NOTES), 'routers', ['nobody']), []);
  });

  it('has nothing for empty or hostile queries', () => {
    const index = build(NOTES);
    for (const query of ['', 'the of and', '???', '\ud800', 'zzz '.repeat(50_000)]) assert.deepEqual(found(index, query), []);
    assert.deepEqual(createEvidenceIndex().search('routers'), []);
  });

  it('raises its revision, and forgets a file', () => {
    const index = build(NOTES);
    const { revision } = index;
    index.replace('file:///story/notes/ferry.md', []);
    assert.ok(index.revision > revision);
    assert.deepEqual(found(index, 'ferries strike'), []);
    assert.deepEqual([...index.sources.keys()].sort(), ['lab', 'pool']);
    const after = index.revision;
    index.replace('file:///story/notes/unknown.md', []);
    assert.equal(index.revision, after);
  });

  it('tells equal stems apart by their paths, and joins them again', () => {
    const index = build({ 'notes/a/call.md': 'One.\n', 'notes/b/call.md': 'Two words here.\n' });
    assert.deepEqual([...index.sources.keys()].sort(), ['notes/a/call', 'notes/b/call']);
    assert.deepEqual(found(index, 'two words', ['notes/b/call']), ['notes/b/call: Two words here.']);
    index.replace('file:///story/notes/a/call.md', []);
    assert.deepEqual([...index.sources.keys()], ['call']);
    assert.equal(index.search('two words')[0]?.passage.source.key, 'call');
  });

  it('reports the second of two equal keys, whatever the order of reading', () => {
    const a = '## One {#k}\n\nFirst.\n';
    const b = '## Two {#k}\n\nSecond.\n';
    for (const notes of [
      { 'notes/a.md': a, 'notes/b.md': b },
      { 'notes/b.md': b, 'notes/a.md': a },
    ]) {
      const index = build(notes);
      assert.deepEqual(
        index.duplicates.map(({ key, first, again }) => [key, first.path, again.path]),
        [['k', 'notes/a.md', 'notes/b.md']],
      );
      assert.equal(index.sources.get('k')?.title, 'One');
    }
  });

  it('joins a note and its bibliography entry', () => {
    const index = build({ 'notes/a.md': '## The patch queue {#queue}\n- grade: B2\n\nSmall teams wait.\n' });
    const bib = readBibliography({
      uri: 'file:///story/r.bib',
      path: 'r.bib',
      text: '@misc{queue, title = {The Patch Queue}, year = 2024, author = {Doe, Jane}, abstract = {Teams were asked why they wait.}}',
    });
    index.replace('file:///story/r.bib', bib.sources);
    assert.deepEqual(index.duplicates, []);
    const source = index.sources.get('queue');
    assert.deepEqual(
      [source?.origin, source?.metadata.grade, source?.metadata.published, source?.metadata.authors],
      ['heading', 'B2', '2024', ['Jane Doe']],
    );
    const joined = found(index, 'teams asked', ['queue']);
    assert.ok(
      joined.some(text => text.endsWith('Small teams wait.')) && joined.some(text => text.endsWith('why they wait.')),
      joined.join(' '),
    );
    assert.equal(index.search('small teams')[0]?.passage.source, source);
  });

  it('updated file by file equals built anew', () => {
    const words = [
      'router',
      'routers',
      'gift',
      'Arden',
      'Varga',
      '12',
      '21',
      'network',
      'red',
      'box',
      'laughed',
      'laboratory',
      'ferry',
      'the',
      'took',
    ];
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map(list => `${list.join(' ')}.`);
    const text = fc.array(sentence, { maxLength: 6 }).map(list => list.join(' '));
    const path = fc.constantFrom('notes/a.txt', 'notes/b.txt', 'notes/x/a.txt', 'notes/c.txt');
    const seed = Date.now() % 1_000_000;
    console.log(`      seed ${seed}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(path, text), { maxLength: 14 }), sentence, (changes, query) => {
        const index = createEvidenceIndex();
        const state = new Map<string, readonly Source[]>();
        for (const [name, content] of changes) {
          const { sources } = content === '' ? { sources: [] } : read(name, content);
          index.replace(`file:///story/${name}`, sources);
          if (sources.length === 0) state.delete(name);
          else state.set(name, sources);
        }
        const fresh = createEvidenceIndex();
        for (const [name, sources] of [...state].reverse()) fresh.replace(`file:///story/${name}`, sources);
        const all = (one: EvidenceIndex): unknown =>
          one.search(query, { limit: 20 }).map(({ passage, score }) => [passage.source.key, passage.text, score]);
        assert.deepEqual(all(index), all(fresh));
        assert.deepEqual([...index.sources.keys()], [...fresh.sources.keys()]);
      }),
      { seed, numRuns: 150 },
    );
  }).timeout(60_000);

  it('sweeps what is gone and finds the rest', () => {
    const index = createEvidenceIndex();
    const sources = (round: number): readonly Source[] =>
      read('notes/big.txt', Array.from({ length: 700 }, (_, i) => `Sentence ${i} of round ${round} speaks of item${i}.`).join('\n'))
        .sources;
    index.replace('file:///story/notes/pool.md', read('notes/pool.md', NOTES['notes/pool.md']).sources);
    for (let round = 0; round < 16; round++) index.replace('file:///story/notes/big.txt', sources(round));
    assert.deepEqual(found(index, 'item77 round 15').slice(0, 1), ['big: Sentence 77 of round 15 speaks of item77.']);
    assert.equal(
      index.search('round 3 item5', { limit: 50 }).some(match => match.passage.text.includes('round 3 ')),
      false,
    );
    assert.equal(found(index, 'Varga Arden routers')[0], 'pool: Varga gave Arden 12 boxed routers.');
  }).timeout(60_000);
});
