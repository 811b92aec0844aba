// Tables of the writer's own over LSP: read packed, changed and deleted on disk, typed in the configuration; completion and rewrites.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CodeAction, CodeActionRequest, type CompletionItem, CompletionRequest } from 'vscode-languageserver-protocol/node';
import { Client, PLAIN, VSCODE } from './client.ts';

const technique = (id: string, name: string, revoked = false): object => ({
  type: 'attack-pattern',
  spec_version: '2.1',
  id: `attack-pattern--${id}`,
  name,
  revoked,
  external_references: [{ source_name: 'mitre-attack', external_id: id }],
});
const REVOKED_BY = {
  type: 'relationship',
  relationship_type: 'revoked-by',
  source_ref: 'attack-pattern--T1598',
  target_ref: 'attack-pattern--T1566',
};
const bundle = (...objects: readonly object[]): Uint8Array => gzipSync(JSON.stringify({ type: 'bundle', id: 'bundle--1', objects }));
const OURS = bundle(technique('T1566', 'Phishing of tomorrow'), technique('T1598', 'Old', true), REVOKED_BY);

const DRAFT = 'They used T1598 from hxxps://parcel-return[.]com and parcel-return.com.\n';
const CONFIGURATION = 'attack: {bundle: tables/attack.json.gz}\n';
const FILES = { '.backdraft.yaml': CONFIGURATION, 'tables/attack.json.gz': OURS, 'draft.md': DRAFT };
const REVOKED = 'references/revoked-attack-id';

for (const [name, capabilities] of [
  ['a client that watches files', VSCODE],
  ['a client that does not', { ...PLAIN, textDocument: { diagnostic: {} } }],
] as const) {
  describe(`Tables of a configuration, with ${name}`, () => {
    let client: Client;
    const told = (kind: 1 | 2 | 3): Promise<void> =>
      capabilities === VSCODE
        ? client.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: [{ uri: client.uri('tables/attack.json.gz'), type: kind }],
          })
        : Promise.resolve();
    const has = async (file: string, what: string): Promise<boolean> =>
      (await client.diagnostics(file)).some(({ code, message }) => code === what || String(message).includes(what));

    before(async () => {
      client = await Client.start({ files: FILES, capabilities, early: true });
      await client.open('draft.md', DRAFT);
      await client.open('.backdraft.yaml', CONFIGURATION, 'yaml');
    });
    after(() => client.close());

    it('are read, changed and deleted', async () => {
      await client.until('table', () => has('draft.md', REVOKED));
      assert.deepEqual(await client.diagnostics('.backdraft.yaml'), []);
      // Polling needs a first look before it can see a change.
      if (capabilities !== VSCODE) await new Promise(resolve => setTimeout(resolve, 2500));
      client.write('tables/attack.json.gz', OURS.subarray(0, OURS.length - 30));
      await told(2);
      await client.until('problem', () => has('.backdraft.yaml', 'breaks off'));
      assert.ok(!(await has('draft.md', REVOKED)), 'the shipped table counts');
      client.write('tables/attack.json.gz', OURS);
      await told(2);
      await client.until('table again', () => has('draft.md', REVOKED));
      rmSync(path.join(client.folder, 'tables/attack.json.gz'));
      await told(3);
      await client.until('end of it', async () => !(await has('draft.md', REVOKED)));
      const [problem] = await client.diagnostics('.backdraft.yaml');
      assert.equal(CONFIGURATION.slice(problem?.range.start.character, problem?.range.end.character), 'tables/attack.json.gz');
    });

    it('count as soon as they are typed', async () => {
      client.write('tables/other.json.gz', OURS);
      await client.change('.backdraft.yaml', [{ text: 'attack: {bundle: tables/other.json.gz}\n' }]);
      await client.until('table', () => has('draft.md', REVOKED));
    });
  });
}

describe('Identifiers and indicators', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
  });
  after(() => client.close());

  it('completion takes the ids of the table', async () => {
    const list = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      position: { line: 0, character: DRAFT.indexOf('T1598') + 2 },
    });
    const items = (Array.isArray(list) ? list : (list?.items ?? [])) as CompletionItem[];
    assert.deepEqual(
      items.map(item => item.label),
      ['T1566 Phishing of tomorrow'],
    );
  });

  it('code actions: refang here, defang all as an action of the source', async () => {
    const at = { line: 0, character: DRAFT.indexOf('parcel-return[') };
    const actions = async (only?: string[]): Promise<CodeAction[]> =>
      ((await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: client.uri('draft.md') },
        range: { start: at, end: at },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      })) ?? []) as CodeAction[];
    const [refang] = await actions(['refactor']);
    assert.equal(refang?.title, 'Refang this indicator');
    assert.equal(refang?.kind, 'refactor.rewrite');
    const [all, ...more] = await actions(['source.defang']);
    assert.equal(all?.title, 'Defang all indicators in this draft');
    assert.deepEqual(more, []);
    assert.ok(JSON.stringify(all.edit).includes('parcel-return[.]com'));
    assert.ok(!(await actions(['quickfix'])).some(({ kind }) => kind !== 'quickfix'));
  });
});
