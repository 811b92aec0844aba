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

  it('refuse what is no number', () => {
    const run = backdraft(folderWith(FILES), ['check', '--max-unsupported', 'few', '.']);
    assert.equal(run.code, 2);
    assert.match(run.error, /whole number/);
  });
});
