// Owns: tests of writing sidecars: what is written is what the schema says, other lines stay, and a renamed draft is named anew.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { toCollection } from '../../../server/src/core/annotations/collection.ts';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import { readSidecar, sidecarLines } from '../../../server/src/core/annotations/sidecar.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';
import { type Change, changeSidecar, retarget } from '../../../server/src/core/annotations/write.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../../../schemas/annotation.schema.json', import.meta.url), 'utf8'));
const TEXT = Array.from({ length: 6 }, (_, i) => `Port number ${i} has twelve routers from Lumenet, and nobody counted them.\n\n`).join('');

const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
}).compile(SCHEMA);

/** A sidecar after some changes, one after the other. */
function written(...changes: readonly Change[]): string {
  return changes.reduce((text, change) => {
    const changed = changeSidecar(text, change);
    assert.ok('text' in changed, JSON.stringify(change));
    return changed.text;
  }, '');
}

const at = '2026-01-02T03:04:05Z';
const start = TEXT.indexOf('twelve routers', 200);
const anchor = describeAnchor(new WordIndex(TEXT), { start, end: start + 'twelve routers'.length });
const CHANGES: readonly Change[] = [
  { kind: 'add', id: 'urn:uuid:1', by: 'Ada', at, source: 'draft.md', body: 'Who says so?', anchor },
  { kind: 'add', id: 'urn:uuid:2', at, source: 'draft.md', body: '', anchor, verdict: 'verified', evidence: ['pool'], assignee: 'Grace' },
  { kind: 'add', id: 'urn:uuid:3', at: '1970-01-01T00:00:00Z', source: 'draft.md', body: 'x'.repeat(1_000_000) },
  { kind: 'reply', id: 'urn:uuid:4', by: 'Grace', at, to: 'urn:uuid:1', body: 'I do.' },
  { kind: 'assign', id: 'urn:uuid:1', by: 'Ada', at, assignee: 'Grace' },
  { kind: 'resolve', id: 'urn:uuid:1', by: 'Ada', at, resolved: true },
  { kind: 'attach', id: 'urn:uuid:3', by: 'Ada', at, anchor },
];

describe('writing sidecars', () => {
  it('every line is what the schema says', () => {
    const text = written(...CHANGES);
    for (const { text: line } of sidecarLines(text)) assert.ok(validate(JSON.parse(line)), JSON.stringify(validate.errors, null, 1));
    assert.equal(validate({ type: 'Annotation', target: 'draft.md' }), false);
    assert.equal(
      validate({ id: 'urn:uuid:1', type: 'Annotation', target: {}, body: { type: 'TextualBody', purpose: 'assessing', value: 'nice' } }),
      false,
    );
  });

  it('what tells a passage from its lookalikes is kept', () => {
    assert.ok(anchor.shared && anchor.shared.length > 0);
    const text = written(...CHANGES);
    assert.deepEqual(readSidecar(text).annotations.find(({ id }) => id === 'urn:uuid:1')?.anchor, anchor);
    assert.match(toCollection(text, 'urn:uuid:0'), /"shared": "urn:backdraft:shared"/);
  });

  it('clocks that go backwards make no edit older than what it changed, and lose nothing', () => {
    const first = written({ kind: 'add', id: 'urn:uuid:1', by: 'Ada', at, source: 'draft.md', body: 'Old words.', anchor });
    const edit = (text: string, body: string): string => {
      const changed = changeSidecar(text, { kind: 'edit', id: 'urn:uuid:1', by: 'Ada', at: '1999-01-01T00:00:00Z', body });
      return 'text' in changed ? changed.text : assert.fail(changed.refused);
    };
    const second = edit(first, 'New words.');
    const third = edit(second, 'Newest words.');
    for (const [older, newer] of [
      [first, second],
      [second, third],
      [first, third],
    ] as const)
      for (const both of [older + newer, newer + older]) {
        const { annotations, problems } = readSidecar(both);
        assert.equal(annotations[0]?.body, readSidecar(newer).annotations[0]?.body);
        assert.deepEqual(
          problems.map(({ kind }) => kind),
          ['conflicting'],
        );
      }
    const [line] = sidecarLines(third);
    assert.equal(line?.value?.created, at);
  });

  for (const created of ['', 'yesterday', '9999-99-99', '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z'])
    it(`a line that was made ${created || 'at no time'} can be edited and answered`, () => {
      const line = JSON.stringify({ id: 'urn:uuid:1', type: 'Annotation', created, body: 'x', target: 'draft.md' });
      const changed = changeSidecar(`${line}\n`, { kind: 'edit', id: 'urn:uuid:1', at, body: 'y' });
      assert.ok('text' in changed);
      const answered = changeSidecar(changed.text, { kind: 'reply', id: 'urn:uuid:2', at, to: 'urn:uuid:1', body: 'z' });
      assert.ok('text' in answered);
      const [one] = readSidecar(answered.text).annotations;
      assert.deepEqual([one?.body, one?.replies[0]?.body], ['y', 'z']);
    });

  it('a verdict that is given anew takes the place of the one before, and keeps what is not said', () => {
    const [, first] = CHANGES;
    assert.ok(first);
    const later = '2026-02-02T03:04:05Z';
    const resolved = written(...CHANGES, { kind: 'resolve', id: first.id, at: '2026-01-03T03:04:05Z', resolved: true });
    const judged = (change: Partial<Extract<Change, { kind: 'judge' }>>) => {
      const changed = changeSidecar(resolved, { kind: 'judge', id: first.id, at: later, verdict: 'disputed', body: '', anchor, ...change });
      assert.ok('text' in changed);
      for (const { value } of sidecarLines(changed.text)) assert.ok(validate(value), JSON.stringify(validate.errors));
      return readSidecar(changed.text).annotations.find(({ id }) => id === first.id);
    };
    const { verdict, evidence, assignee, resolved: by, created, modified } = judged({}) ?? assert.fail('no annotation');
    assert.deepEqual([verdict, evidence, assignee, by, created, modified], ['disputed', ['pool'], 'Grace', undefined, later, undefined]);
    assert.deepEqual(judged({ evidence: [] })?.evidence, []);
    assert.equal(judged({ body: 'Nobody saw it.' })?.body, 'Nobody saw it.');
    assert.ok((judged({ at: '1999-01-01T00:00:00Z' })?.created ?? '') > at, 'clocks that go backwards make it no older');
  });

  it('a draft that was renamed is named as it is called now; answers, other sources and bad lines stay', () => {
    const bad = '{"not": "an annotation"}';
    const foreign = JSON.stringify({ id: 'urn:uuid:9', type: 'Annotation', target: { source: 'https://example.org/draft.md' } });
    const text = `${written(...CHANGES)}${bad}\n${foreign}\n`;
    const now = retarget(text, 'story.md');
    assert.equal(now, text.replaceAll('"source":"draft.md"', '"source":"story.md"'));
    assert.equal(retarget(now, 'story.md'), now);
  });
});
