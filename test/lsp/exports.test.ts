// Owns: over LSP, a draft as it is published and the ledger for readers at a level: the same as on the command line.
// Must not know: what stands in either.
import assert from 'node:assert/strict';
import {
  EXPORT_ANNOTATIONS_REQUEST,
  EXPORT_DRAFT_REQUEST,
  type ExportDraftParams,
  type ExportDraftResult,
  LEDGER_FILE_REQUEST,
  LEDGER_VIEW_REQUEST,
  type LedgerFileParams,
  type LedgerParams,
  type LedgerView,
} from '../../server/src/protocol.ts';
import { Client } from './client.ts';

const DRAFT = `---
title: Gifts
tlp: GREEN
---

Lumenet gave 12 routers to the harbour office.[^pool] Ina Berg counted the crates at the gate.[[desk]]

The desk has a list of 400 names.[^open]

It is a shame. <!-- backdraft-opinion -->

[^pool]: Pool report no. 9.
[^open]: The list.
`;
const LONG = 'Lumenet gave 12 routers to the harbour office. '.repeat(40);
const FILES = {
  '.backdraft.yaml': 'limits:\n  draft: 1000\n',
  'draft.md': DRAFT,
  'notes/pool.md':
    '---\ntitle: Pool report 9\nurl: https://pool.example/9\ntlp: GREEN\n---\nLumenet gave 12 routers to the harbour office.\n',
  'notes/desk.md': '---\ntlp: RED\nconfidential: Ina Berg\n---\nIna Berg counted the crates at the gate.\n',
  'notes/open.md': 'The desk has a list of 400 names.\n',
  'long.md': LONG,
};

describe('Exports over LSP', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    await client.open('notes/pool.md', FILES['notes/pool.md']);
    await client.open('long.md', LONG);
    await client.diagnostics('draft.md');
  });
  after(() => client.close());

  const made = (what: unknown, more: Partial<ExportDraftParams> = {}, name = 'draft.md'): Promise<ExportDraftResult | null> =>
    client.connection.sendRequest(EXPORT_DRAFT_REQUEST, { uri: client.uri(name), what, ...more });

  it('a clean copy, and what is left out of it', async () => {
    const copy = await made('clean');
    assert.doesNotMatch(copy?.text ?? '', /backdraft|\[\[|Ina Berg/);
    assert.match(copy?.text ?? '', /12 routers to the harbour office\.\[\^pool\] ████/);
    assert.ok(copy?.remarks.includes('1 protected name blacked out.'), copy?.remarks.join());
    assert.ok(copy?.remarks.some(remark => /^1 citation of a source that this draft may not name/.test(remark)));
  });

  for (const { format, text } of [
    { format: undefined, text: /"URL": "https:\/\/pool\.example\/9"/ },
    { format: 'bibtex', text: /^@online\{pool,/ },
  ] as const)
    it(`a bibliography, ${format ?? 'of no format that is named'}`, async () => {
      const bibliography = await made('bibliography', format ? { format } : {});
      assert.match(bibliography?.text ?? '', text);
      assert.deepEqual(bibliography?.remarks, ['1 source that this draft may not name left out.']);
    });

  it('claim reviews: none, which is said', async () => {
    const reviews = await made('claimreview');
    assert.equal(reviews?.isEmpty, true);
    assert.match(reviews?.remarks.join() ?? '', /No claim is verified or disputed/);
  });

  it('nothing of what is no draft, not open, or no export', async () => {
    assert.equal(await made('clean', {}, 'notes/pool.md'), null);
    assert.equal(await made('clean', {}, 'other.md'), null);
    assert.equal(await made('constructor'), null);
  });

  it('nothing of a draft that was not checked', async () => {
    const uri = client.uri('long.md');
    for (const what of ['clean', 'bibliography', 'claimreview']) assert.equal(await made(what, {}, 'long.md'), null, what);
    assert.equal(await client.connection.sendRequest(LEDGER_FILE_REQUEST, { uri, format: 'html' }), null);
    assert.equal(await client.connection.sendRequest(LEDGER_VIEW_REQUEST, { uri }), null);
    for (const format of ['w3c', 'mrsf']) {
      const params = { textDocument: { uri }, format };
      const { error, text }: { error?: string; text?: string } = await client.connection.sendRequest(EXPORT_ANNOTATIONS_REQUEST, params);
      assert.deepEqual([text, /not checked as a draft/.test(error ?? '')], [undefined, true], format);
    }
  });

  const LEVELS: readonly { readonly audience: Omit<LedgerParams, 'uri'>; readonly shown: readonly string[]; readonly mark: string }[] = [
    { audience: {}, shown: ['open', 'pool'], mark: 'GREEN' },
    { audience: { tlp: 'GREEN' }, shown: ['pool'], mark: 'GREEN' },
    { audience: { tlp: 'GREEN', includeUnmarked: true }, shown: ['open', 'pool'], mark: 'GREEN' },
    { audience: { tlp: 'CLEAR' }, shown: [], mark: 'CLEAR' },
    { audience: { tlp: 'CLEAR', includeAbove: true }, shown: ['desk', 'pool'], mark: 'RED' },
    { audience: { tlp: 'PURPLE' as never, includeUnmarked: true }, shown: ['open', 'pool'], mark: 'GREEN' },
  ];
  for (const { audience, shown, mark } of LEVELS)
    it(`a ledger for ${JSON.stringify(audience)}`, async () => {
      const params: LedgerFileParams = { uri: client.uri('draft.md'), format: 'json', ...audience };
      const ledger = JSON.parse(await client.connection.sendRequest(LEDGER_FILE_REQUEST, params));
      assert.deepEqual(ledger.sources.map(({ key }: { key: string }) => key).sort(), shown);
      assert.equal(ledger.tlp, mark);
      const view: LedgerView = await client.connection.sendRequest(LEDGER_VIEW_REQUEST, params);
      assert.match(view.body, new RegExp(`TLP:${mark.replace('+', '\\+')}`));
    });
});
