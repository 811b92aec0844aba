// Gates of `backdraft check`: what keeps them shut, and what they say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const SCHEMA = JSON.parse(readFileSync(fileURLToPath(new URL('../../schemas/check-report-1.schema.json', import.meta.url)), 'utf8'));
const SUPPORTED = 'Lumenet gave 12 routers to the harbour office.';
const UNSUPPORTED = 'Kestria has given routers to eleven governments since 2019.';
const FILES = {
  'draft.md': `${SUPPORTED}[^pool]\n\n${UNSUPPORTED}\n\n[^pool]: Pool.\n`,
  'notes/pool.md': `${SUPPORTED}\n`,
};

function verdict(id: string, exact: string, value: string, more: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({
    type: 'Annotation',
    id,
    creator: { type: 'Person', name: 'Mara Holm' },
    created: '2025-11-04T10:00:00Z',
    target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact } },
    body: { type: 'TextualBody', purpose: 'assessing', value },
    ...more,
  })}\n`;
}

describe('gates of backdraft check', () => {
  after(removeFolders);

  it('--max-unsupported counts what is found nowhere in the notes', () => {
    const folder = folderWith(FILES);
    const shut = backdraft(folder, ['check', '--fail-on', 'never', '--max-unsupported', '0', '.']);
    assert.equal(shut.code, 1);
    assert.match(shut.out, /--max-unsupported 0: 1 claim not found in the notes\n {2}draft\.md:3:1 Kestria .*assigned to nobody/);
    assert.equal(backdraft(folder, ['check', '--fail-on', 'never', '--max-unsupported', '1', '.']).code, 0);
  });

  it('--require-verified wants a verdict on each claim, and says who has it', () => {
    const folder = folderWith({
      ...FILES,
      'draft.md.annotations.jsonl':
        verdict('urn:1', SUPPORTED, 'verified') + verdict('urn:2', UNSUPPORTED, 'needs-source', { assignee: 'Sam Ode' }),
    });
    const run = backdraft(folder, ['check', '--fail-on', 'never', '--require-verified', '.']);
    assert.equal(run.code, 1);
    assert.match(
      run.out,
      /--require-verified: 1 claim not verified\n {2}draft\.md:3:1 Kestria .*Needs a source by Mara Holm.*assigned to Sam Ode/,
    );
  });

  it('a verdict opens both gates, until the words change', () => {
    const sidecar = verdict('urn:1', SUPPORTED, 'verified') + verdict('urn:2', UNSUPPORTED, 'opinion');
    const words = ['check', '--fail-on', 'never', '--require-verified', '--max-unsupported', '0', '.'];
    assert.equal(backdraft(folderWith({ ...FILES, 'draft.md.annotations.jsonl': sidecar }), words).code, 0);
    const changed = { ...FILES, 'draft.md': FILES['draft.md'].replace('eleven', 'twelve') };
    const run = backdraft(folderWith({ ...changed, 'draft.md.annotations.jsonl': sidecar }), words);
    assert.equal(run.code, 1);
    assert.match(run.out, /1 claim not verified/);
    assert.match(run.out, /1 claim not found/);
  });

  it('are in the data under a key of their own, and only when asked for', () => {
    const folder = folderWith(FILES);
    const validate = new Ajv2020({ allErrors: true }).compile(SCHEMA);
    const report = JSON.parse(backdraft(folder, ['check', '--format', 'json', '--max-unsupported', '0', '.']).out);
    validate(report);
    assert.deepEqual(validate.errors ?? [], []);
    assert.deepEqual(
      report.gates.map((gate: { gate: string; passed: boolean; missing: readonly { text: string }[] }) => [
        gate.gate,
        gate.passed,
        gate.missing[0]?.text,
      ]),
      [['max-unsupported', false, UNSUPPORTED]],
    );
    assert.equal('gates' in JSON.parse(backdraft(folder, ['check', '--format', 'json', '.']).out), false);
  });

  it('leave the output of other formats alone, and speak on the error stream', () => {
    const folder = folderWith(FILES);
    const gated = backdraft(folder, ['check', '--format', 'github', '--fail-on', 'never', '--max-unsupported', '0', '.']);
    assert.doesNotMatch(gated.out, /max-unsupported/);
    assert.equal(gated.code, 1);
    assert.match(gated.error, /1 claim not found/);
  });

  const SETTLED = verdict('urn:1', SUPPORTED, 'verified') + verdict('urn:2', UNSUPPORTED, 'verified');
  const BOTH = ['--require-verified', '--max-unsupported', '0'];
  const gate = (files: Readonly<Record<string, string>>, ...words: string[]) =>
    backdraft(folderWith(files), ['check', '--fail-on', 'never', ...(words.length > 0 ? words : [...BOTH, '.'])]);
  for (const [what, sidecar, lines] of [
    [
      'an unfinished merge',
      `<<<<<<< ours\n${verdict('urn:1', SUPPORTED, 'disputed')}=======\n${verdict('urn:1', SUPPORTED, 'verified', { created: '2026-01-01T00:00:00Z' })}>>>>>>> theirs\n${verdict('urn:2', UNSUPPORTED, 'verified')}`,
      [1, 4],
    ],
    [
      'two verdicts with one id',
      `${verdict('urn:1', SUPPORTED, 'disputed')}${verdict('urn:1', SUPPORTED, 'verified', { created: '2026-01-01T00:00:00Z' })}${verdict('urn:2', UNSUPPORTED, 'verified')}`,
      [2],
    ],
    ['a line that cannot be read', `${SETTLED}{"id":"urn:3","type":"Annota\n`, [3]],
  ] as const)
    it(`are shut by ${what}, and say where`, () => {
      const files = { ...FILES, 'draft.md.annotations.jsonl': sidecar };
      const { code, out } = gate(files);
      assert.equal(code, 1);
      for (const name of ['--require-verified', '--max-unsupported 0']) {
        const places = lines.map(line => ` {2}draft\\.md\\.annotations\\.jsonl:${line}:1 [^\\n]+\\n`).join('');
        // Of two verdicts the more careful one counts, so the claim may be missing, too.
        const claims = '(?: {2}draft\\.md:\\d[^\\n]+\\n)*';
        assert.match(out, new RegExp(`^${name}: (?:1 claim not verified; )?faults to settle first\\n${claims}${places}`, 'm'), out);
      }
      const validate = new Ajv2020({ allErrors: true }).compile(SCHEMA);
      const report = JSON.parse(gate(files, '--format', 'json', ...BOTH, '.').out);
      validate(report);
      assert.deepEqual(validate.errors ?? [], []);
      for (const { passed, problems } of report.gates) {
        assert.equal(passed, false);
        assert.deepEqual(
          problems.map((one: { range: { start: { line: number } } }) => one.range.start.line + 1),
          lines,
        );
      }
    });

  it('do not mind a line that stands there twice, nor an answer to nothing', () => {
    const reply = JSON.stringify({ id: 'urn:3', type: 'Annotation', motivation: 'replying', body: 'x', target: 'urn:9' });
    const again = verdict('urn:1', SUPPORTED, 'verified');
    assert.equal(gate({ ...FILES, 'draft.md.annotations.jsonl': `${SETTLED}${again}${reply}\n` }).code, 0);
  });

  it('a verdict whose sources are all gone opens none', () => {
    const body = [
      { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
      { type: 'TextualBody', purpose: 'linking', value: 'gone-source' },
    ];
    const sidecar = verdict('urn:1', SUPPORTED, 'verified') + verdict('urn:2', UNSUPPORTED, 'verified', { body });
    const { code, out } = gate({ ...FILES, 'draft.md.annotations.jsonl': sidecar });
    assert.equal(code, 1);
    assert.match(out, /--max-unsupported 0: 1 claim not found in the notes\n {2}draft\.md:3:1 Kestria/);
  });

  it('what the notes contradict is not signed off, whoever verified it', () => {
    const wrong = SUPPORTED.replace('12', '13');
    const files = {
      'draft.md': `${wrong}[^pool]\n\n[^pool]: Pool.\n`,
      'notes/pool.md': `${SUPPORTED}\n`,
      'draft.md.annotations.jsonl': verdict('urn:1', wrong, 'verified'),
    };
    const { code, out } = gate(files, '--require-verified', '.');
    assert.equal(code, 1);
    assert.match(out, /1 claim not verified\n {2}draft\.md:1:1 .*\(The notes say otherwise; Verified by Mara Holm/);
    const [claim] = JSON.parse(backdraft(folderWith(files), ['ledger', 'draft.md', '--format', 'json']).out).claims;
    assert.equal(claim.standing, 'against');
  });

  it('a quote that the notes have in other words is not signed off, whoever verified it', () => {
    const draft = '"We have finished looking," Feld said in the harbour office.[^pool]\n\n[^pool]: Pool.\n';
    const files = { 'draft.md': draft, 'notes/pool.md': '> "We have not finished looking." — Jonas Feld\n' };
    const [claim] = JSON.parse(gate(files, '--format', 'json', '--require-verified', '.').out).gates[0].missing;
    const { code, out } = gate(
      { ...files, 'draft.md.annotations.jsonl': verdict('urn:1', claim.text, 'verified') },
      '--require-verified',
      '.',
    );
    assert.equal(code, 1);
    assert.match(out, / \(.*; Verified by Mara Holm/);
  });

  const NOTHING = /no draft was checked against notes/;
  for (const [what, files] of [
    ['an empty folder', { 'README.md': 'Text.\n' }],
    ['notes alone', { 'notes/pool.md': SUPPORTED }],
    ['a draft without notes', { 'draft.md': UNSUPPORTED }],
  ] as const)
    it(`a sign-off over ${what} is none`, () => {
      const { code, out } = gate(files);
      assert.equal(code, 1);
      assert.match(out, new RegExp(`--require-verified: ${NOTHING.source}`));
      assert.match(out, new RegExp(`--max-unsupported 0: ${NOTHING.source}`));
    });

  it('files that are named one by one, as pre-commit does, need not be drafts, and it is said', () => {
    const { code, out } = gate({ ...FILES, 'README.md': 'Text.\n' }, ...BOTH, 'README.md', 'notes/pool.md');
    assert.equal(code, 0);
    assert.match(out, NOTHING);
  });

  it('a draft that cannot be read keeps them shut', () => {
    const folder = folderWith({ ...FILES, 'draft.md.annotations.jsonl': SETTLED, 'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]) });
    const { code, out } = backdraft(folder, ['check', '--fail-on', 'never', ...BOTH, '.']);
    assert.equal(code, 1);
    assert.match(out, /--require-verified: faults to settle first\n {2}latin\.md:1:1 This draft was not checked\./);
  });

  for (const [what, files, name, isShut] of [
    ['a draft', FILES, 'draft.md', true],
    ['a draft that is not on disk yet', { 'notes/pool.md': SUPPORTED }, 'new.md', true],
    ['a note', FILES, 'notes/pool.md', false],
  ] as const)
    it(`${what} above the limit on standard input ${isShut ? 'keeps them shut' : 'does not concern them'}`, () => {
      const folder = folderWith({ ...files, '.backdraft.yaml': 'limits:\n  draft: 100\n  note: 100\n' });
      const words = ['check', '--fail-on', 'never', ...BOTH, '--stdin', '--stdin-filepath', name];
      const { code, out } = backdraft(folder, words, `${UNSUPPORTED}\n\n`.repeat(5));
      assert.equal(code, isShut ? 1 : 0, out);
      assert.equal(out.includes(`faults to settle first\n  ${name}:1:1 This draft was not checked.`), isShut, out);
    });

  it('refuse what is no number', () => {
    const run = backdraft(folderWith(FILES), ['check', '--max-unsupported', 'few', '.']);
    assert.equal(run.code, 2);
    assert.match(run.error, /whole number/);
  });
});
