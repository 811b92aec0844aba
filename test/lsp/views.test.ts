// Owns: the requests of views and writing commands over LSP, in the client's positions.
// Must not know: how sources are ranked.
import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import {
  CITABLE_REQUEST,
  CITE_REQUEST,
  type CitableList,
  CLAIMS_REQUEST,
  type ClaimList,
  COPY_ADDRESSES_REQUEST,
  EVIDENCE_REQUEST,
  type EvidenceList,
  NEW_NOTE_REQUEST,
  NEW_SOURCE_REQUEST,
  type NewSourceResult,
  OPINION_REQUEST,
  type ProtocolChanges,
  SET_STRICTNESS_REQUEST,
  STRICTNESS_REQUEST,
  UNCHECKED_REQUEST,
  type UncheckedList,
} from '../../server/src/protocol.ts';
import { Client, positionOf, textAt } from './client.ts';
import { DRAFT, FILES } from './story.ts';

describe('Requests of views and commands', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ files: { ...FILES, 'notes/scan.pdf': new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]) } });
    await client.open('draft.md', DRAFT);
  });
  after(() => client.close());

  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest(method, { uri: client.uri('draft.md'), ...params });
  const at = (words: string) => ({ range: { start: positionOf(DRAFT, words, 2), end: positionOf(DRAFT, words, 2) } });
  const nowhere = { range: { start: { line: 900, character: 9 }, end: { line: 3, character: 1 } } };

  it('claims come with ranges and verdicts', async () => {
    const list = await ask<ClaimList>(CLAIMS_REQUEST, {});
    assert.equal(list.role, 'draft');
    const [first] = list.claims;
    assert.ok(first);
    assert.equal(first.verdict, 'contradicted');
    assert.match(textAt(DRAFT, first.range), /^Lumenet gave 21 routers/);
  });

  it('evidence comes with what rests on it', async () => {
    const list = await ask<EvidenceList>(EVIDENCE_REQUEST, { draft: client.uri('draft.md') });
    assert.deepEqual(
      list.sources.map(({ key, mayCite }) => [key, mayCite]),
      [
        ['invoices', true],
        ['pool', true],
        ['scan', true],
      ],
    );
    const [use] = list.sources[1]?.uses ?? [];
    assert.match(use ? textAt(DRAFT, use.range) : '', /^Lumenet gave 21/);
  });

  it('what bears on the sentence is offered first, with its edit', async () => {
    const list = await ask<CitableList>(CITABLE_REQUEST, at('The gift cost'));
    assert.equal(list.sources[0]?.key, 'invoices');
    assert.match(list.sources[0]?.changes.edits[0]?.newText ?? '', /\[@invoices\]/);
    assert.ok((await ask<ProtocolChanges>(CITE_REQUEST, { ...at('The gift cost'), key: 'pool' })).edits.length > 0);
    assert.equal(await ask(CITE_REQUEST, { ...at('The gift cost'), key: 'no-such-key' }), null);
  });

  it('notes are made of what is pasted, and for a claim', async () => {
    const made = await ask<NewSourceResult>(NEW_SOURCE_REQUEST, { text: '[A page](https://example.org/a)', today: '2026-03-02' });
    assert.match(made.changes.creates[0]?.text ?? '', /^## A page \{#page\}\n- url: https:\/\/example\.org\/a\n- retrieved: 2026-03-02\n/);
    assert.equal(await ask(NEW_SOURCE_REQUEST, { text: 'nothing', today: '2026-03-02' }), null);
    const note = await ask<ProtocolChanges>(NEW_NOTE_REQUEST, { ...at('The gift cost'), today: '2026-03-02' });
    assert.match(note.creates[0]?.uri ?? '', /\/notes\/gift-cost-euros\.md$/);
  });

  it('a sentence is marked as opinion; addresses are copied', async () => {
    const marked = await ask<ProtocolChanges>(OPINION_REQUEST, at('The gift cost'));
    assert.match(marked.edits[0]?.newText ?? '', /backdraft-opinion/);
    const range = { start: positionOf(DRAFT, 'Lumenet'), end: positionOf(DRAFT, ' gave 21') };
    assert.equal(await ask(COPY_ADDRESSES_REQUEST, { range, as: 'defanged' }), 'Lumenet');
  });

  it('strictness is told and set', async () => {
    assert.equal(await ask(STRICTNESS_REQUEST, {}), 'standard');
    const set = await ask<ProtocolChanges>(SET_STRICTNESS_REQUEST, { strictness: 'strict' });
    assert.match(set.edits[0]?.newText ?? '', /style: pandoc\nstrictness: strict\n/);
  });

  it('strictness is right at any moment while the configuration is read anew', async () => {
    const before = FILES['.backdraft.yaml'];
    client.write('.backdraft.yaml', `${before}strictness: relaxed\n`);
    const changed = { changes: [{ uri: client.uri('.backdraft.yaml'), type: FileChangeType.Changed as FileChangeType }] };
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, changed);
    await client.until('the new strictness', async () => (await ask(STRICTNESS_REQUEST, {})) === 'relaxed');
    // The same again: whenever it is asked, nothing else may be answered.
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, changed);
    const answers = new Set<unknown>();
    for (const end = Date.now() + 1500; Date.now() < end; ) answers.add(await ask(STRICTNESS_REQUEST, {}));
    assert.deepEqual([...answers], ['relaxed']);
    client.write('.backdraft.yaml', before);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, changed);
    await client.until('the old strictness', async () => (await ask(STRICTNESS_REQUEST, {})) === 'standard');
  });

  it('what is not checked is named with its reason', async () => {
    const list = await ask<UncheckedList>(UNCHECKED_REQUEST, {});
    const scans = list.filter(({ uri }) => uri.endsWith('/scan.pdf'));
    assert.match(scans.map(({ reason }) => reason).join('; '), /^This file could not be read[^;]*$/, JSON.stringify(list));
  });

  it('places past the end and closed files are answered calmly', async () => {
    for (const method of [CITABLE_REQUEST, OPINION_REQUEST, CITE_REQUEST, NEW_NOTE_REQUEST, COPY_ADDRESSES_REQUEST]) {
      await ask(method, { ...nowhere, key: 'pool', today: '2026-03-02', as: 'defanged' });
      assert.equal(await ask(method, { ...nowhere, uri: client.uri('closed.md'), key: 'pool', today: '2026-03-02', as: 'defanged' }), null);
    }
    assert.equal(await ask(CLAIMS_REQUEST, { uri: client.uri('closed.md') }), null);
    assert.deepEqual(await ask(UNCHECKED_REQUEST, { uri: client.uri('closed.md') }), []);
  });
});
