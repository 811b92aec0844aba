// Owns: the request "rests on" over LSP.
// Must not know: what rests on what beyond the story.
import assert from 'node:assert/strict';
import { RESTS_ON_REQUEST, type RestsOnItem, type RestsOnParams } from '../../server/src/protocol.ts';
import { Client, positionOf, textAt } from './client.ts';
import { DRAFT, FILES, NOTE } from './story.ts';

describe('Rests on, over LSP', () => {
  let client: Client;
  afterEach(() => client.close());
  const ask = (name: string, more: Partial<RestsOnParams> = {}): Promise<readonly RestsOnItem[]> =>
    client.connection.sendRequest(RESTS_ON_REQUEST, { textDocument: { uri: client.uri(name) }, ...more });

  it('answers claims with their sources and places, without protected names; nothing for closed and unknown files', async () => {
    const note = NOTE.replace('- grade: B2', '- grade: B2\n- origin: Ana Feld\n- confidential: Ana Feld');
    client = await Client.start({ files: { ...FILES, 'notes/sources.md': note } });
    await client.open('draft.md', DRAFT);
    const [claim, ...others] = await ask('draft.md', { position: positionOf(DRAFT, 'gave 21') });
    assert.deepEqual(others, []);
    assert.equal(claim?.verdict, 'contradicted');
    const [source] = claim.children;
    assert.equal(source?.key, 'pool');
    assert.equal(source.location?.uri, client.uri('notes/sources.md'));
    assert.equal(textAt(note, source.location.range), 'pool');
    assert.deepEqual(source.children, [{ kind: 'origin', label: '████', detail: '', children: [] }]);
    await client.open('notes/sources.md', note);
    const [pool] = await ask('notes/sources.md', { towards: 'claims' });
    assert.deepEqual(
      pool?.children.map(({ kind, location }) => [kind, location && textAt(DRAFT, location.range)]),
      [['claim', 'Lumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]']],
    );
    await client.closeDocument('draft.md');
    assert.deepEqual(await ask('draft.md'), []);
    assert.deepEqual(await ask('unknown.md', { position: { line: 9, character: 9 } }), []);
  });
});
