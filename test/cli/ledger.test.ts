// `backdraft ledger` as a process: formats, the schema of its data, marks, files, exit codes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Ledger } from '../../server/src/core/annotations/ledger.ts';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/summit-phones', import.meta.url));
const SCHEMA = JSON.parse(readFileSync(fileURLToPath(new URL('../../schemas/ledger-1.schema.json', import.meta.url)), 'utf8'));
const STORY = {
  'draft.md': '---\ntlp: GREEN\n---\nLumenet gave 12 routers to the harbour office.[^pool]\n\n[^pool]: Pool.\n',
  'notes/pool.md': '---\ntlp: AMBER\n---\nLumenet gave 12 routers to the harbour office.\n',
};

/** Drafts that are not checked: one above the limit, one that is no UTF-8. */
const UNCHECKED = {
  '.backdraft.yaml': 'limits:\n  draft: 500\n',
  'long.md': 'Lumenet gave 12 routers. '.repeat(50),
  'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
};

describe('backdraft ledger', () => {
  after(removeFolders);

  it('writes a page to standard output, and no file', () => {
    const folder = folderWith(STORY);
    const run = backdraft(folder, ['ledger', 'draft.md']);
    assert.equal(run.code, 0, run.error);
    assert.match(run.out, /^<!doctype html>/);
    assert.match(run.error, /1 passage left out: from sources marked above TLP:GREEN/);
    assert.deepEqual(readdirSync(folder).sort(), ['draft.md', 'notes']);
  });

  it('its data fit the schema', () => {
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(SCHEMA);
    for (const draft of ['draft.md', 'brief.md']) {
      const run = backdraft(SAMPLE, ['ledger', draft, '--format', 'json']);
      assert.equal(run.code, 0, run.error);
      assert.ok(validate(JSON.parse(run.out)), JSON.stringify(validate.errors, null, 1));
    }
  });

  it('people’s work fits the schema too, names no source above the ledger, and its faults are said', () => {
    const verdict = (id: string, value: string, key: string): string =>
      `${JSON.stringify({
        id,
        type: 'Annotation',
        body: [
          { type: 'TextualBody', purpose: 'assessing', value },
          { type: 'TextualBody', purpose: 'linking', value: key },
          { type: 'TextualBody', value: `See [[board-minutes]] and @board-minutes. ${'x '.repeat(500_000)}` },
        ],
        target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact: 'Lumenet gave 12 routers to the harbour office.' } },
      })}\n`;
    const folder = folderWith({
      ...STORY,
      'notes/board-minutes.md': '---\ntlp: RED\n---\nThe board drew lots for silver whistles.\n',
      'draft.md.annotations.jsonl':
        verdict('urn:1', 'verified', 'board-minutes') +
        verdict('urn:2', 'verified', 'gone-source') +
        verdict('urn:2', 'disputed', 'gone-source') +
        `${JSON.stringify({ id: 'urn:3', type: 'Annotation', body: 'Where is it?', target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact: 'Nowhere at all.' } } })}\n` +
        'no line\n',
    });
    for (const format of ['html', 'md', 'csv', 'json']) {
      const run = backdraft(folder, ['ledger', 'draft.md', '--format', format]);
      assert.equal(run.code, 0, run.error);
      assert.doesNotMatch(run.out, /board-minutes/, format);
      assert.ok(run.out.length < 100_000, format);
      assert.match(run.out, /bad-line|cannot be read/, format);
      assert.match(run.error, /Line 5 of the annotations file cannot be read/);
    }
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile<Ledger>(SCHEMA);
    const ledger: unknown = JSON.parse(backdraft(folder, ['ledger', 'draft.md', '--format', 'json']).out);
    assert.ok(validate(ledger), JSON.stringify(validate.errors, null, 1));
    assert.equal(ledger.claims[0]?.standing, 'against');
    assert.equal(ledger.orphaned.length, 1);
  });

  it('writes a table and Markdown', () => {
    assert.match(backdraft(SAMPLE, ['ledger', 'draft.md', '--format', 'csv']).out, /^number,line,/);
    assert.match(
      backdraft(SAMPLE, ['ledger', 'draft.md', '--format', 'md']).out,
      /^---\nbackdraft: off\n---\n\n# Ledger: Two phones and a joke\n/,
    );
  });

  it('shows what is marked above when told to', () => {
    const folder = folderWith(STORY);
    const run = backdraft(folder, ['ledger', 'draft.md', '--include-above', '--format', 'json']);
    const ledger = JSON.parse(run.out);
    assert.equal(ledger.tlp, 'AMBER');
    assert.equal(ledger.claims[0].evidence[0].source, 'pool');
    assert.equal(JSON.parse(backdraft(folder, ['ledger', 'draft.md', '--tlp', 'tlp:clear', '--format', 'json']).out).claims.length, 0);
  });

  it('writes a file with -o, over one that is there too, and leaves nothing beside it', () => {
    const folder = folderWith(STORY);
    for (const format of ['html', 'md']) {
      const run = backdraft(folder, ['ledger', 'draft.md', '--format', format, '-o', 'ledger.out']);
      assert.equal(run.code, 0, run.error);
      assert.equal(run.out, '');
    }
    assert.match(readFileSync(path.join(folder, 'ledger.out'), 'utf8'), /^# Ledger/m);
    assert.equal(statSync(path.join(folder, 'ledger.out')).mode & 0o600, 0o600);
    assert.deepEqual(readdirSync(folder).sort(), ['draft.md', 'ledger.out', 'notes']);
  });

  for (const [what, words, says] of [
    ['a draft that is not there', ['ledger', 'gone.md'], /no file "gone.md"/],
    ['a folder', ['ledger', '.'], /is a folder/],
    ['a note', ['ledger', 'notes/pool.md'], /is no draft/],
    ['no draft', ['ledger'], /takes one draft/],
    ['an unknown format', ['ledger', 'draft.md', '--format', 'pdf'], /html, md, csv, json/],
    ['an unknown mark', ['ledger', 'draft.md', '--tlp', 'PINK'], /--tlp should be one of/],
    ['an option of another command', ['ledger', 'draft.md', '--fix'], /--fix does not go with "ledger"/],
    [
      'a file in a folder that is not there',
      ['ledger', 'draft.md', '-o', 'no/such/x.html'],
      /^backdraft: no\/such\/x\.html cannot be written \(the folder no\/such does not exist\)\.$/m,
    ],
    [
      'a file in a file',
      ['ledger', 'draft.md', '-o', 'draft.md/x.html'],
      /^backdraft: draft\.md\/x\.html cannot be written \(draft\.md is no folder\)\.$/m,
    ],
    ['a folder as file', ['ledger', 'draft.md', '-o', 'notes'], /^backdraft: notes cannot be written \(E[A-Z]+: [a-z ]+\)\.$/m],
    [
      'a draft that was not checked',
      ['ledger', 'long.md'],
      /limits\.draft to check it\.\nbackdraft: long\.md is no draft that can be checked\./,
    ],
    ['a draft that cannot be read', ['ledger', 'latin.md'], /latin\.md is no draft that can be checked/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const run = backdraft(folderWith({ ...STORY, ...UNCHECKED }), words);
      assert.equal(run.code, 2);
      assert.match(run.error, says);
      assert.equal(run.out, '');
    });
  }
});
