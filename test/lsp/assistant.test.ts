// Owns: what may reach a language model, over LSP: off by default, marked notes alone, and as they stand on the disk now.
// Must not know: models.
import assert from 'node:assert/strict';
import { ASSISTANT_REQUEST, type AssistantResult } from '../../server/src/protocol.ts';
import { Client, positionOf } from './client.ts';

const DRAFT = '---\ntlp: CLEAR\n---\nLumenet gave 21 routers to the harbour office.[^pool]\n\n[^pool]: Pool.\n';
const MARKED = '---\ntlp: CLEAR\n---\nLumenet gave 12 routers to the harbour office.\n';

describe('What may reach a language model', () => {
  let client: Client;
  afterEach(() => client.close());

  const ask = (): Promise<AssistantResult> =>
    client.connection.sendRequest(ASSISTANT_REQUEST, {
      textDocument: { uri: client.uri('draft.md') },
      question: 'second-opinion',
      position: positionOf(DRAFT, '21 routers'),
    });

  it('nothing by default', async () => {
    client = await Client.start({ files: { 'draft.md': DRAFT, 'notes/pool.md': MARKED } });
    await client.open('draft.md', DRAFT);
    assert.equal((await ask()).kind, 'refused');
  });

  it('no note that lost its mark, though nobody told the server', async () => {
    client = await Client.start({
      files: { 'draft.md': DRAFT, 'notes/pool.md': MARKED },
      settings: { assistant: { enabled: true } },
    });
    await client.open('draft.md', DRAFT);
    const before = await ask();
    assert.ok(before.kind === 'text' && before.text.includes('12 routers'), JSON.stringify(before));
    client.write('notes/pool.md', MARKED.replace('tlp: CLEAR', 'mood: calm'));
    const after = await ask();
    assert.equal(after.kind, 'refused', JSON.stringify(after));
  });
});
