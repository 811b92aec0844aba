// Owns: faults of sidecars on the command line: place, severity, exit code, every reporter; and paths named twice.
// Must not know: how sidecars are read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Report } from '../../server/src/cli/report.ts';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const SCHEMA = JSON.parse(readFileSync(fileURLToPath(new URL('../../schemas/check-report-1.schema.json', import.meta.url)), 'utf8'));
const CLAIM = 'Lumenet gave 12 routers to the harbour office.';
const FILES = { 'draft.md': `${CLAIM}[^pool]\n\n[^pool]: Pool.\n`, 'notes/pool.md': `${CLAIM}\n` };
const SIDECAR = 'draft.md.annotations.jsonl';

function line(id: string, value: string, more: Readonly<Record<string, unknown>> = {}, evidence: readonly string[] = []): string {
  return JSON.stringify({
    id,
    type: 'Annotation',
    creator: { type: 'Person', name: 'Ada' },
    created: '2026-01-02T03:04:05Z',
    body: [
      { type: 'TextualBody', purpose: 'assessing', value },
      ...evidence.map(key => ({ type: 'TextualBody', purpose: 'linking', value: key })),
    ],
    target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact: CLAIM } },
    ...more,
  });
}

function run(sidecar: readonly string[], ...words: string[]) {
  return backdraft(folderWith({ ...FILES, [SIDECAR]: sidecar.map(one => `${one}\n`).join('') }), ['check', ...words]);
}

function json(sidecar: readonly string[], ...words: string[]): Report {
  const report: unknown = JSON.parse(run(sidecar, '--format', 'json', ...words).out);
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(SCHEMA);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report as Report;
}

const GOOD = line('urn:1', 'verified', {}, ['pool']);
/** Each fault stands in the second line. */
const FAULTS: readonly { readonly what: string; readonly lines: readonly string[]; readonly severity: string; readonly says: RegExp }[] = [
  { what: 'a line that is no annotation', lines: [GOOD, '{"id":"urn:2","type":"Annota'], severity: 'error', says: /needs valid JSON/ },
  {
    what: 'an unfinished merge',
    lines: [GOOD, '<<<<<<< ours', '=======', '>>>>>>> theirs'],
    severity: 'error',
    says: /merge is unfinished/,
  },
  { what: 'half a clean-up after a merge', lines: [GOOD, '>>>>>>> theirs'], severity: 'error', says: /left over from a merge/ },
  {
    what: 'two lines that contradict each other',
    lines: [GOOD, line('urn:1', 'disputed', { created: '2025-01-02T03:04:05Z' })],
    severity: 'warning',
    says: /something else/,
  },
  { what: 'a line that stands there twice', lines: [GOOD, GOOD], severity: 'info', says: /stands in line 1 already/ },
  {
    what: 'an answer to nothing',
    lines: [GOOD, JSON.stringify({ id: 'urn:3', type: 'Annotation', motivation: 'replying', body: 'x', target: 'urn:9' })],
    severity: 'warning',
    says: /not in this file/,
  },
  {
    what: 'evidence that the notes do not have',
    lines: [line('urn:0', 'verified', {}, ['pool']), line('urn:1', 'verified', {}, ['gone-source'])],
    severity: 'warning',
    says: /“gone-source”, and the notes have no source/,
  },
];
const LEVELS = ['error', 'warning', 'info'];
const GITHUB: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const TEXT: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'note' };
const SARIF: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'note' };

describe('faults of sidecars on the command line', () => {
  after(removeFolders);

  for (const { what, lines, severity, says } of FAULTS) {
    it(`${what}: stands at its line, with its severity, in each format, and counts for the exit code like a finding`, () => {
      const found = json(lines).problems.filter(({ path }) => path === SIDECAR);
      assert.deepEqual(
        found.map(one => [one.range.start.line, one.severity, says.test(one.message)]),
        [[1, severity, true]],
        JSON.stringify(found),
      );
      assert.ok((found[0]?.range.end.character ?? 0) > 0);
      const text = run(lines, '--fail-on', severity);
      assert.equal(text.code, 1);
      assert.match(text.out, new RegExp(`^${SIDECAR}:2:\\d+ ${TEXT[severity]}$`, 'm'));
      assert.match(text.out, new RegExp(`^1 ${TEXT[severity]} \\(1 draft checked`, 'm'));
      const above = LEVELS[LEVELS.indexOf(severity) - 1] ?? 'never';
      const github = run(lines, '--format', 'github', '--fail-on', above);
      assert.equal(github.code, 0);
      assert.match(github.out, new RegExp(`^::${GITHUB[severity]} file=${SIDECAR},line=2,`, 'm'));
      const [log] = JSON.parse(run(lines, '--format', 'sarif').out).runs;
      const [result, ...others] = log.results;
      assert.deepEqual(others, []);
      assert.deepEqual([result.ruleId, result.level], ['annotations/sidecar', SARIF[severity]]);
      assert.equal(log.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.equal(result.locations[0].physicalLocation.region.startLine, 2);
      assert.ok(log.invocations[0].executionSuccessful);
    });
  }

  it('a sidecar without a fault says nothing', () => {
    assert.deepEqual(json([GOOD]).problems, []);
    assert.equal(run([GOOD], '--fail-on', 'hint').code, 0);
  });

  it('a key of evidence is marked where it stands, and is the same in each Unicode form', () => {
    const sidecar = line('urn:1', 'verified', {}, ['hafen-büro'.normalize('NFD'), 'Pool']);
    const folder = folderWith({ ...FILES, 'notes/hafen-büro.md': 'It rained.\n', [SIDECAR]: `${sidecar}\n` });
    const { problems }: Report = JSON.parse(backdraft(folder, ['check', '--format', 'json']).out);
    assert.deepEqual(
      problems.map(({ range }) => sidecar.slice(range.start.character, range.end.character)),
      ['Pool'],
    );
  });

  it('of other drafts do not concern a draft that is named', () => {
    const folder = folderWith({ ...FILES, 'other.md': 'Text.\n', 'other.md.annotations.jsonl': 'bad\n' });
    assert.equal(backdraft(folder, ['check', 'draft.md']).code, 0);
    assert.equal(backdraft(folder, ['check', 'other.md']).code, 1);
    assert.equal(backdraft(folder, ['check', '.']).code, 1);
  });
});

describe('paths on the command line', () => {
  after(removeFolders);
  const text = (of: string): string => `${of} gave 13 routers to the harbour office.[^pool]\n\n[^pool]: Pool.\n`;
  const FOLDERS = {
    'a/draft.md': text('Lumenet'),
    'a/notes/pool.md': `${CLAIM}\n`,
    'a/draft.md.annotations.jsonl': 'bad\n',
    'a/Über (1).md': text('Lumenet'),
    'notes/n.md': 'It rained.\n',
  };

  for (const paths of [
    ['.', '.'],
    ['.', 'a'],
    ['a', '.'],
    ['a/draft.md', './a/../a/draft.md', '.'],
    ['.', 'a/Über (1).md'],
    ['a', 'a/'],
  ])
    it(`check ${paths.join(' ')}: each file once`, () => {
      const folder = folderWith(FOLDERS);
      const report: Report = JSON.parse(backdraft(folder, ['check', '--format', 'json', '--require-verified', ...paths]).out);
      const files = report.files.map(({ path }) => path);
      assert.deepEqual(files, [...new Set(files)]);
      assert.deepEqual(report.problems.length, 1);
      assert.deepEqual(
        report.gates?.[0]?.missing.map(({ path }) => path).sort(),
        ['a/draft.md', 'a/Über (1).md'].filter(path => files.includes(path)),
      );
    });

  it('fixes are shown once', () => {
    const folder = folderWith({ 'a/draft.md': 'The mark is TLP:WHITE.\n', 'a/notes/n.md': 'Rain.\n', 'notes/n.md': 'It rained.\n' });
    const { out } = backdraft(folder, ['check', '--fix', '--dry-run', 'a', '.']);
    assert.equal(out.match(/^--- a\/a\/draft\.md$/gm)?.length, 1, out);
  });

  it('a sidecar means its draft', () => {
    const folder = folderWith(FOLDERS);
    const named = backdraft(folder, ['check', '--format', 'json', 'a/draft.md.annotations.jsonl']);
    assert.equal(named.code, 1);
    assert.equal(named.out, backdraft(folder, ['check', '--format', 'json', 'a/draft.md']).out);
  });

  it('a sidecar whose draft is gone is named', () => {
    const folder = folderWith({ 'notes/n.md': 'It rained.\n', 'gone.md.annotations.jsonl': `${GOOD}\nbad\n` });
    const { code, out } = backdraft(folder, ['check', 'gone.md.annotations.jsonl']);
    assert.equal(code, 1);
    assert.match(out, /gone\.md\.annotations\.jsonl:1:1 warning\n {2}These annotations belong to a file that is not there: gone\.md/);
    assert.match(out, /gone\.md\.annotations\.jsonl:2:1 error/);
  });

  it('a sidecar from standard input is looked at as it would be', () => {
    const folder = folderWith(FILES);
    const { code, out } = backdraft(folder, ['check', '--stdin', '--stdin-filepath', SIDECAR], `${GOOD}\n<<<<<<< ours\n`);
    assert.equal(code, 1);
    assert.match(out, /draft\.md\.annotations\.jsonl:2:1 error/);
  });
});
