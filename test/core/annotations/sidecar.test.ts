// Owns: tests of reading sidecars: good lines, bad lines, conflicts, threads.
import assert from 'node:assert/strict';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import { readSidecar } from '../../../server/src/core/annotations/sidecar.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const comment = (id: string, exact: string, more: object = {}): string =>
  JSON.stringify({
    id,
    type: 'Annotation',
    motivation: 'commenting',
    creator: { type: 'Person', name: 'Ada' },
    created: '2026-01-02T03:04:05Z',
    body: { type: 'TextualBody', value: 'Who says so?', format: 'text/markdown' },
    target: { source: 'draft.md', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
    ...more,
  });

describe('sidecar', () => {
  it('reads an annotation a line', () => {
    const { annotations, problems } = readSidecar(`${comment('urn:uuid:1', 'nine governments')}\n\n${comment('urn:uuid:2', 'x')}\r\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ id, body, creator, line, anchor }) => ({ id, body, creator, line, exact: anchor?.exact })),
      [
        { id: 'urn:uuid:1', body: 'Who says so?', creator: 'Ada', line: 0, exact: 'nine governments' },
        { id: 'urn:uuid:2', body: 'Who says so?', creator: 'Ada', line: 2, exact: 'x' },
      ],
    );
  });

  it('takes nothing for text that is none, and does not fail over it', () => {
    const odd = { toString: 1 };
    const lines = [
      comment('urn:uuid:1', 'x', { target: { source: 'draft.md', selector: [[odd]] } }),
      comment('urn:uuid:2', 'x', { modified: odd }),
      comment('urn:uuid:2', 'x', { modified: odd, created: odd }),
      comment('urn:uuid:3', 'x', { motivation: 'replying', target: 'urn:uuid:2', created: odd }),
    ];
    const { annotations } = readSidecar(lines.join('\n'));
    assert.deepEqual(
      annotations.map(({ id, replies }) => [id, replies.map(reply => reply.id)]),
      [
        ['urn:uuid:1', []],
        ['urn:uuid:2', ['urn:uuid:3']],
      ],
    );
  });

  it('reads answers to answers to answers, and lines without end of one annotation', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      comment(`urn:uuid:${i}`, 'x', i === 0 ? {} : { motivation: 'replying', target: `urn:uuid:${i - 1}` }),
    );
    assert.equal(readSidecar(chain.join('\n')).annotations[0]?.replies.length, 19_999);
    const same = Array.from({ length: 150_000 }, (_, i) => `{"id":"urn:1","type":"Annotation","body":"${i}"}`);
    assert.equal(readSidecar(same.join('\n')).annotations.length, 1);
  });

  it('reads verdicts with evidence, who has to act, and what is settled', () => {
    const body = [
      { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
      { type: 'TextualBody', purpose: 'linking', value: 'moi-briefing' },
      { type: 'TextualBody', value: 'Read it twice.', format: 'text/markdown' },
    ];
    const assignee = { type: 'Person', name: 'Grace' };
    const resolved = { by: { type: 'Person', name: 'Ada' }, at: '2026-01-03T00:00:00Z' };
    const [annotation] = readSidecar(comment('urn:uuid:1', 'x', { motivation: 'assessing', body, assignee, resolved })).annotations;
    assert.equal(annotation?.verdict, 'verified');
    assert.deepEqual(annotation?.evidence, ['moi-briefing']);
    assert.equal(annotation?.body, 'Read it twice.');
    assert.equal(annotation?.assignee, 'Grace');
    assert.deepEqual(annotation?.resolved, { by: 'Ada', at: '2026-01-03T00:00:00Z' });
  });

  it('puts replies into their thread, and says where the thread is missing', () => {
    const reply = (id: string, target: string, created: string): string =>
      JSON.stringify({ id, type: 'Annotation', motivation: 'replying', created, body: { type: 'TextualBody', value: id }, target });
    const text = [
      reply('urn:uuid:r2', 'urn:uuid:r1', '2026-01-05T00:00:00Z'),
      comment('urn:uuid:1', 'x'),
      reply('urn:uuid:r1', 'urn:uuid:1', '2026-01-04T00:00:00Z'),
      reply('urn:uuid:lost', 'urn:uuid:none', '2026-01-04T00:00:00Z'),
      reply('urn:uuid:round', 'urn:uuid:round', '2026-01-04T00:00:00Z'),
    ].join('\n');
    const { annotations, problems } = readSidecar(text);
    assert.deepEqual(
      annotations.map(({ id, replies }) => [id, replies.map(one => one.id)]),
      [
        ['urn:uuid:1', ['urn:uuid:r1', 'urn:uuid:r2']],
        ['urn:uuid:lost', []],
        ['urn:uuid:round', []],
      ],
    );
    assert.deepEqual(
      problems.map(({ kind, line }) => [kind, line]),
      [
        ['reply-without-target', 3],
        ['reply-without-target', 4],
      ],
    );
  });

  it('answers stay below what they answer, whatever the clocks say', () => {
    const reply = (id: string, created: string): string =>
      JSON.stringify({ id, type: 'Annotation', motivation: 'replying', created, body: id, target: 'urn:uuid:1' });
    const { annotations, problems } = readSidecar(
      [reply('b', '2001-01-01T00:00:00Z'), reply('a', '1969-12-31T23:59:59Z'), comment('urn:uuid:1', 'x'), reply('c', 'noon')].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ id, replies }) => [id, replies.map(one => one.id).sort()]),
      [['urn:uuid:1', ['a', 'b', 'c']]],
    );
  });

  it('names every line that it cannot use, and uses the others', () => {
    const other = comment('urn:uuid:1', 'x', { modified: '2026-02-01T00:00:00Z', body: 'Newer.' });
    const text = [
      '{"id": "urn:uuid:0", "type": "Annota',
      '<<<<<<< HEAD',
      comment('urn:uuid:1', 'x'),
      '=======',
      other,
      '>>>>>>> theirs',
      comment('urn:uuid:2', 'y'),
      comment('urn:uuid:2', 'y'),
      '[]',
      '{"type":"Annotation"}',
    ].join('\n');
    const { annotations, problems } = readSidecar(text);
    assert.deepEqual(
      annotations.map(({ id, body }) => [id, body]),
      [
        ['urn:uuid:1', 'Newer.'],
        ['urn:uuid:2', 'Who says so?'],
      ],
    );
    assert.deepEqual(
      problems.map(({ kind, line }) => [kind, line]),
      [
        ['bad-line', 0],
        ['unfinished-merge', 1],
        ['conflicting', 4],
        ['repeated', 7],
        ['bad-line', 8],
        ['bad-line', 9],
      ],
    );
    for (const { line, span } of problems) assert.equal(text.slice(span.start, span.end), text.split('\n')[line]);
  });

  it('of conflicting lines shows the more careful verdict, however old', () => {
    const line = (value: string, modified: string): string =>
      JSON.stringify({
        id: 'urn:1',
        type: 'Annotation',
        modified,
        body: { type: 'TextualBody', purpose: 'assessing', value },
        target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact: 'Nine.' } },
      });
    const old = line('disputed', '2026-01-01T00:00:00Z');
    const late = line('verified', '2026-02-01T00:00:00Z');
    for (const text of [`${old}\n${late}\n`, `${late}\n${old}\n`]) {
      assert.deepEqual(
        readSidecar(text).annotations.map(({ verdict }) => verdict),
        ['disputed'],
      );
    }
  });
});

describe('annotations of a workspace', () => {
  it('whose draft is gone are named, and stay', async () => {
    const line = comment('urn:uuid:1', 'nine governments');
    const files = new MemoryFiles({ '.backdraft.yaml': '', 'gone.md.annotations.jsonl': `${line}\n`, 'notes/n.md': 'Nothing.\n' });
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
    await workspace.load();
    assert.deepEqual(
      workspace.problems.map(({ uri, message }) => [uri, message]),
      [
        [
          uriOf('gone.md.annotations.jsonl'),
          'These annotations belong to a file that is not there: gone.md. Bring it back, or rename this file to that of a draft.',
        ],
      ],
    );
    files.files.set('gone.md', 'Kestria gave routers to nine governments.\n');
    await workspace.refresh([{ uri: uriOf('gone.md'), kind: 'created' }]);
    assert.deepEqual(workspace.problems, []);
    assert.equal(workspace.annotationsOf(uriOf('gone.md')).annotations[0]?.placement.state, 'placed');
  });

  it('marks of git that are left over are named', () => {
    const text = [
      '=======',
      comment('urn:uuid:1', 'x'),
      '>>>>>>> theirs',
      '<<<<<<< a',
      '|||||||',
      '=======',
      '>>>>>>> b',
      '>>>>>>> c',
    ].join('\n');
    assert.deepEqual(
      readSidecar(text).problems.map(({ kind, line }) => [kind, line]),
      [0, 2, 3, 7].map(line => ['unfinished-merge', line]),
    );
  });

  const quote = { type: 'TextQuoteSelector', exact: 'nine governments' };
  for (const [what, target, state, pointer] of [
    ['no selector', { source: 'draft.md' }, 'document'],
    ['a plain address', 'draft.md', 'document'],
    ['an empty list of selectors', { source: 'draft.md', selector: [] }, 'document'],
    ['a quote within another selector', { source: 'draft.md', selector: { type: 'CssSelector', value: 'p', refinedBy: quote } }, 'placed'],
    [
      'a position alone',
      { source: 'draft.md', selector: { type: 'TextPositionSelector', start: 24, end: 40 } },
      'orphaned',
      'TextPositionSelector 24–40',
    ],
    ['a CSS selector', { source: 'draft.md', selector: [{ type: 'CssSelector', value: '#lead' }] }, 'orphaned', 'CssSelector #lead'],
    ['a range', { source: 'draft.md', selector: { type: 'RangeSelector', startSelector: {} } }, 'orphaned', 'RangeSelector'],
    ['a selector by its address', { source: 'draft.md', selector: 'https://example.org/s' }, 'orphaned', 'https://example.org/s'],
    ['a fragment', 'draft.md#lead', 'orphaned', '#lead'],
    ['what is no selector', { source: 'draft.md', selector: 7 }, 'orphaned', '7'],
  ] as const)
    it(`${what}: ${state}`, async () => {
      const text = 'Kestria gave routers to nine governments.\n';
      const files = new MemoryFiles({
        '.backdraft.yaml': '',
        'draft.md': text,
        'draft.md.annotations.jsonl': `${comment('urn:uuid:1', '', { target })}\n`,
      });
      const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
      await workspace.load();
      const placement = () => workspace.annotationsOf(uriOf('draft.md')).annotations[0]?.placement;
      assert.equal(placement()?.state, state);
      if (pointer) assert.deepEqual(placement(), { state: 'orphaned', lastText: pointer, why: 'no-target' });
      // Neither an edit nor a sidecar that is written anew makes it forget.
      workspace.open(uriOf('draft.md'), text);
      workspace.change(uriOf('draft.md'), `So it is.\n\n${text}`);
      assert.equal(placement()?.state, state);
      files.files.set('draft.md.annotations.jsonl', `${comment('urn:uuid:1', '', { target: { source: 'draft.md' } })}\n`);
      await workspace.refresh([{ uri: uriOf('draft.md.annotations.jsonl'), kind: 'changed' }]);
      assert.equal(placement()?.state, 'document');
    });

  it('keys of evidence that no source has are told once the notes are read', async () => {
    const line = comment('urn:uuid:1', 'nine governments', { body: { type: 'TextualBody', purpose: 'linking', value: 'gone' } });
    const files = new MemoryFiles({ '.backdraft.yaml': '', 'draft.md': 'Text.\n', 'draft.md.annotations.jsonl': line });
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
    workspace.open(uriOf('draft.md.annotations.jsonl'), line);
    assert.deepEqual(workspace.check(uriOf('draft.md.annotations.jsonl'))?.problems, []);
    await workspace.load();
    assert.equal(workspace.check(uriOf('draft.md.annotations.jsonl'))?.problems.length, 1);
    await workspace.close(uriOf('draft.md.annotations.jsonl'));
    assert.deepEqual(
      workspace.problems.map(({ uri, span, severity }) => [uri, line.slice(span?.start, span?.end), severity]),
      [[uriOf('draft.md.annotations.jsonl'), 'gone', 'warning']],
    );
  });

  const CLAIM = 'Kestria has given network equipment to nine other governments since 2020.';
  const verdict = (id: string, value: string, more: object = {}): string =>
    comment(id, CLAIM, { body: { type: 'TextualBody', purpose: 'assessing', value }, ...more });
  const resting = (value: string, ...keys: readonly string[]): string =>
    verdict('1', value, {
      body: [['assessing', value], ...keys.map(key => ['linking', key])].map(([purpose, text]) => ({
        type: 'TextualBody',
        purpose,
        value: text,
      })),
    });
  for (const [what, lines, isOpen] of [
    ['no verdict', [], true],
    ['verified', [verdict('1', 'verified')], false],
    ['opinion', [verdict('1', 'opinion')], false],
    ['disputed', [verdict('1', 'disputed')], true],
    ['needs-source', [verdict('1', 'needs-source')], true],
    ['not-checkable', [verdict('1', 'not-checkable')], true],
    ['verified after a dispute', [verdict('1', 'disputed'), verdict('2', 'verified', { created: '2030-01-01T00:00:00Z' })], true],
    [
      'verified, by a clock before the dispute',
      [verdict('1', 'disputed'), verdict('2', 'verified', { created: '1999-01-01T00:00:00Z' })],
      true,
    ],
    ['verified by a source that the notes have', [resting('verified', 'pool')], false],
    ['verified by a source that is gone', [resting('verified', 'gone')], true],
    ['verified by sources of which one is gone', [resting('verified', 'gone', 'pool')], false],
    ['verified by a source that is gone, and by somebody’s word', [resting('verified', 'gone'), verdict('2', 'verified')], false],
    ['an opinion beside a source that is gone', [resting('opinion', 'gone')], false],
    ['verified, the dispute resolved', [verdict('1', 'disputed', { resolved: {} }), verdict('2', 'verified')], false],
  ] as const)
    it(`${what}: the claim is ${isOpen ? 'still unsupported' : 'settled'}`, async () => {
      const files = new MemoryFiles({
        '.backdraft.yaml': '',
        'draft.md': `${CLAIM}\n`,
        'notes/pool.md': 'The leaders met in the harbour pavilion on 16 October.\n',
        'draft.md.annotations.jsonl': lines.map(line => `${line}\n`).join(''),
      });
      const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
      await workspace.load();
      const checked = await workspace.checkFile(uriOf('draft.md'));
      assert.equal(checked?.findings.some(({ rule }) => rule === 'claims/unsupported') ?? false, isOpen);
    });

  it('a sign-off counts as long as what it rests on is there, in an open draft as well', async () => {
    const files = new MemoryFiles({
      '.backdraft.yaml': '',
      'draft.md': `${CLAIM}\n`,
      'notes/pool.md': 'The leaders met in the harbour pavilion on 16 October.\n',
      'notes/log.md': 'Nobody wrote down who came.\n',
      'draft.md.annotations.jsonl': `${resting('verified', 'log')}\n`,
    });
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
    await workspace.load();
    workspace.open(uriOf('draft.md'), `${CLAIM}\n`);
    const isOpen = (): boolean => workspace.check(uriOf('draft.md'))?.findings.some(({ rule }) => rule === 'claims/unsupported') ?? false;
    assert.equal(isOpen(), false);
    const log = files.files.get('notes/log.md') ?? '';
    files.files.delete('notes/log.md');
    await workspace.refresh([{ uri: uriOf('notes/log.md'), kind: 'deleted' }]);
    assert.equal(isOpen(), true);
    files.files.set('notes/log.md', log);
    await workspace.refresh([{ uri: uriOf('notes/log.md'), kind: 'created' }]);
    assert.equal(isOpen(), false);
  });

  it('that were written before anchors said what they share are found where they stand', async () => {
    const draft = Array.from(
      { length: 8 },
      (_, i) => `Port ${i} has twelve routers from Lumenet, and harbour master ${'ABCDEFGH'[i]} counted them.\n\n`,
    ).join('');
    const start = draft.indexOf('twelve routers', draft.indexOf('Port 5'));
    const { shared, ...anchor } = describeAnchor(new WordIndex(draft), { start, end: start + 'twelve routers'.length });
    assert.ok(shared, 'it has lookalikes');
    const { exact, prefix, suffix, start: from, end } = anchor;
    const selector = [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: from, end },
    ];
    const placed = async (text: string): Promise<string> => {
      const line = comment('urn:uuid:1', '', { target: { source: 'draft.md', selector } });
      const files = new MemoryFiles({ '.backdraft.yaml': '', 'draft.md': text, 'draft.md.annotations.jsonl': `${line}\n` });
      const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
      await workspace.load();
      const placement = workspace.annotationsOf(uriOf('draft.md')).annotations[0]?.placement;
      return placement?.state === 'placed'
        ? text.slice(placement.span.start - 'Port 5 has '.length, placement.span.end)
        : String(placement?.state);
    };
    const paragraph = 'Port 5 has twelve routers from Lumenet, and harbour master F counted them.\n\n';
    assert.equal(await placed(draft), 'Port 5 has twelve routers');
    assert.equal(await placed(`# Ports\n\n${draft.replace('Port 1 has twelve', 'Port 1 had sixty')}`), 'Port 5 has twelve routers');
    assert.equal(await placed(paragraph.replaceAll('5', '9').replaceAll('F', 'X')), 'orphaned');
  });

  it('come from the sidecar beside the draft, placed in its text', async () => {
    const files = new MemoryFiles({
      '.backdraft.yaml': '',
      'draft.md': 'Kestria gave routers to nine governments.\n',
      'draft.md.annotations.jsonl': `${comment('urn:uuid:1', 'nine governments')}\n${comment('urn:uuid:2', 'ten governments')}\n`,
    });
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
    await workspace.load();
    const { annotations, sidecar } = workspace.annotationsOf(uriOf('draft.md'));
    assert.equal(sidecar, uriOf('draft.md.annotations.jsonl'));
    assert.deepEqual(
      annotations.map(({ placement }) => placement),
      [
        { state: 'placed', span: { start: 24, end: 40 }, how: 'exact' },
        { state: 'orphaned', lastText: 'ten governments', why: 'gone' },
      ],
    );
    files.files.delete('draft.md.annotations.jsonl');
    await workspace.refresh([{ uri: sidecar, kind: 'deleted' }]);
    assert.deepEqual(workspace.annotationsOf(uriOf('draft.md')).annotations, []);
  });
});
