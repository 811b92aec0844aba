// Owns: tests of writing sidecars: what is written is what the schema says, other lines stay, and a renamed draft is named anew.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { toCollection } from '../../../server/src/core/annotations/collection.ts';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import { readSidecar, sidecarLines } from '../../../server/src/core/annotations/sidecar.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';
import { attachAll, type Change, changeSidecar, insertLines, retarget, serialize } from '../../../server/src/core/annotations/write.ts';

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
    assert.match(toCollection([], 'urn:uuid:0'), /"shared": "urn:backdraft:shared"/);
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

  it('an answer is younger than what it answers and than the answers before it, whatever the clocks say', () => {
    const early = '2019-01-01T00:00:00.000Z';
    const text = written(
      { kind: 'add', id: 'urn:uuid:9', by: 'Ada', at: '2026-01-02T03:04:05.000Z', source: 'draft.md', body: 'Who says so?' },
      { kind: 'reply', id: 'urn:uuid:8', by: 'Grace', at: '2026-03-01T00:00:00.000Z', to: 'urn:uuid:9', body: 'First.' },
      { kind: 'reply', id: 'urn:uuid:7', by: 'Ada', at: early, to: 'urn:uuid:9', body: 'Second.' },
      { kind: 'reply', id: 'urn:uuid:6', by: 'Grace', at: early, to: 'urn:uuid:8', body: 'Third.' },
      { kind: 'add', id: 'urn:uuid:5', by: 'Ada', at: early, source: 'draft.md', body: 'Elsewhere.' },
      { kind: 'reply', id: 'urn:uuid:4', by: 'Ada', at: early, to: 'urn:uuid:5', body: 'There.' },
    );
    const [elsewhere, thread] = readSidecar(text).annotations;
    assert.deepEqual(
      thread?.replies.map(({ body, created }) => [body, created]),
      [
        ['First.', '2026-03-01T00:00:00.000Z'],
        ['Second.', '2026-03-01T00:00:00.001Z'],
        ['Third.', '2026-03-01T00:00:00.002Z'],
      ],
    );
    assert.deepEqual(
      sidecarLines(text).map(({ value }) => value?.id.slice(-1)),
      ['5', '4', '9', '8', '7', '6'],
    );
    assert.equal(elsewhere?.replies[0]?.created, '2019-01-01T00:00:00.001Z');
  });

  for (const [name, theirs, from, ours, bodies] of [
    ['of the text that stands there takes its place', 'Old.', 'Old.', 'Ours.', ['Ours.']],
    ['of another text becomes an answer, and the text stays', 'Theirs.', 'Old.', 'Ours.', ['Theirs.', 'Ours.']],
    ['to what stands there already changes nothing', 'Ours.', 'Old.', 'Ours.', ['Ours.']],
    ['of a text that somebody emptied becomes an answer', '', 'Old.', 'Ours.', ['', 'Ours.']],
    ['of nothing takes the place of nothing', '', '', 'Ours.', ['Ours.']],
  ] as const) {
    for (const isReply of [false, true]) {
      it(`an edit ${name}, in ${isReply ? 'an answer' : 'an annotation'}`, () => {
        const root = { kind: 'add', id: 'urn:uuid:1', by: 'Ada', at, source: 'draft.md', verdict: 'disputed' } as const;
        const before = isReply
          ? written({ ...root, body: 'Why?' }, { kind: 'reply', id: 'urn:uuid:2', by: 'Ada', at, to: 'urn:uuid:1', body: theirs })
          : written({ ...root, body: theirs });
        const base = { body: from, answer: 'urn:uuid:3' };
        const changed = changeSidecar(before, {
          kind: 'edit',
          id: isReply ? 'urn:uuid:2' : 'urn:uuid:1',
          by: 'Grace',
          at,
          body: ours,
          base,
        });
        assert.ok('text' in changed);
        const [one] = readSidecar(changed.text).annotations;
        assert.deepEqual([...(isReply ? [] : [one?.body]), ...(one?.replies.map(({ body }) => body) ?? [])], bodies);
        assert.equal(changed.became, bodies.length > 1 ? 'answer' : undefined);
        if (bodies.length > 1) assert.deepEqual(one?.replies.at(-1)?.creator, 'Grace');
      });
    }
  }

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

  /** Lines of threads, answers behind what they answer. */
  const threads = (name: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => {
      const created = `2026-01-02T03:04:${String((i * 7) % 60).padStart(2, '0')}Z`;
      const said = { type: 'Annotation', created, body: `Said ${i}.` };
      const root = `urn:uuid:${(i * 7) % 10}-${name}${i - (i % 4)}`;
      return i % 4 === 0
        ? serialize({ ...said, id: root, target: { source: 'draft.md' } })
        : serialize({
            ...said,
            id: `urn:uuid:${name}${i}`,
            motivation: 'replying',
            target: `urn:uuid:${((i - (i % 4)) * 7) % 10}-${name}${i - (i % 4)}`,
          });
    });

  for (const [what, before] of [
    ['an empty file', ''],
    ['a file without a last line end', threads('a', 5).join('\n')],
    ['a file that is in no order', `${[...threads('a', 12)].reverse().join('\n')}\n`],
    ['a file with line ends of Windows, a bad line and marks of git', `<<<<<<< ours\r\nnothing\r\n${threads('a', 9).join('\r\n')}\r\n`],
  ] as const)
    it(`lines put into ${what} stand in their order as if they had come one by one, and nothing else moves`, () => {
      const added = threads('b', 30);
      const now = insertLines(before, added);
      assert.equal(
        now,
        added.reduce((text, line) => insertLines(text, [line]), before),
      );
      assert.equal(now, insertLines(before, [...added].reverse()));
      const texts = sidecarLines(now).map(({ text }) => text);
      assert.deepEqual(
        texts.filter(text => !added.includes(text)),
        sidecarLines(before).map(({ text }) => text),
      );
      assert.equal(texts.filter(text => added.includes(text)).length, added.length);
    });

  it('many anchors are written as if one by one, but for those of lines that are not there or say different things', () => {
    const base = threads('a', 40);
    const twice = base[0] ?? '';
    const other = twice.replace('Said 0.', 'Said otherwise.');
    const copy = base[4] ?? '';
    const text = `${[...base.slice(0, 8), copy, ...base.slice(8), other].join('\r\n')}\r\nnothing\r\n`;
    const ids = [...base.filter((_, i) => i % 4 === 0).map(line => JSON.parse(line).id as string), 'urn:uuid:nobody'];
    const now = attachAll(text, new Map(ids.map(id => [id, anchor])));
    const { annotations } = readSidecar(now);
    for (const { id, anchor: written, modified } of annotations) {
      assert.deepEqual(written, id === ids[0] ? undefined : anchor, id);
      assert.equal(modified, undefined);
    }
    const oneByOne = ids.reduce((all, id) => attachAll(all, new Map([[id, anchor]])), text);
    assert.equal(now, oneByOne);
    assert.equal(now.split(copy.slice(0, 40)).length, 2, 'equal copies become one');
    assert.ok(now.includes(twice) && now.includes(other) && now.endsWith('\r\nnothing\r\n'));
  });

  /** How often JSON is read while something is done. */
  const readings = (work: () => unknown): number => {
    const { parse } = JSON;
    let count = 0;
    JSON.parse = (...given) => {
      count++;
      return parse(...given);
    };
    try {
      work();
    } finally {
      JSON.parse = parse;
    }
    return count;
  };

  it('each line is read once, however many are put in or get another anchor', () => {
    const [base, added] = [threads('a', 400), threads('b', 200)];
    const text = `${base.join('\n')}\n`;
    assert.equal(
      readings(() => insertLines(text, added)),
      base.length + added.length,
    );
    const ids = base.map(line => JSON.parse(line).id as string);
    assert.equal(
      readings(() => attachAll(text, new Map(ids.map(id => [id, anchor])))),
      base.length,
    );
  });
});
