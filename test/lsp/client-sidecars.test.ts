// Owns: tests of sidecars that the client writes: over a real connection to a client with files in memory.
// Must not know: VS Code; annotations beyond their ids.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { Connection } from 'vscode-languageserver';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { readSidecar } from '../../server/src/core/annotations/sidecar.ts';
import { changeSidecar } from '../../server/src/core/annotations/write.ts';
import { ClientSidecarStore } from '../../server/src/lsp/client-sidecars.ts';
import { WRITE_FILE_REQUEST, type WriteFileResult } from '../../server/src/protocol.ts';
import { MemoryFiles, uriOf } from '../support/memory-files.ts';

const NAME = 'draft.md.annotations.jsonl';

/** A store, and a client that writes into its own files unless it answers `refusal`. */
function connected(files: MemoryFiles, refusal?: WriteFileResult): { readonly store: ClientSidecarStore; readonly close: () => void } {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const client = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  client.onRequest(WRITE_FILE_REQUEST, ({ text }: { readonly text: string }): unknown => {
    if (refusal) return refusal;
    files.files.set(NAME, text);
    return { ok: true };
  });
  client.listen();
  server.listen();
  return {
    store: new ClientSidecarStore(server as unknown as Connection, files),
    close: () => {
      client.dispose();
      server.dispose();
    },
  };
}

function added(text: string, id: string): string {
  const changed = changeSidecar(text, { kind: 'add', id, at: '', source: 'draft.md', body: id });
  return 'text' in changed ? changed.text : text;
}

describe('sidecars that the client writes', () => {
  it('changes made at the same time are all kept', async () => {
    const files = new MemoryFiles({});
    const { store, close } = connected(files);
    const ids = Array.from({ length: 20 }, (_, i) => `urn:uuid:${i}`);
    const results = await Promise.all(ids.map(id => store.update(uriOf(NAME), text => added(text, id))));
    close();
    assert.ok(results.every(({ ok }) => ok));
    const { annotations, problems } = readSidecar(files.files.get(NAME) ?? '');
    assert.deepEqual(problems, []);
    assert.deepEqual(annotations.map(({ id }) => id).sort(), [...ids].sort());
  });

  it('a place that is read-only is said, and nothing is changed', async () => {
    const before = added('', 'urn:uuid:1');
    const files = new MemoryFiles({ [NAME]: before });
    const { store, close } = connected(files, { ok: false, problem: 'read-only', detail: 'NoPermissions' });
    const result = await store.update(uriOf(NAME), text => added(text, 'urn:uuid:2'));
    close();
    assert.deepEqual(result, { ok: false, problem: 'read-only', detail: 'NoPermissions' });
    assert.equal(files.files.get(NAME), before);
  });

  it('what changes nothing is not written', async () => {
    const files = new MemoryFiles({ [NAME]: 'kept\n' });
    const { store, close } = connected(files, { ok: false, problem: 'unreadable', detail: 'it was asked to write' });
    assert.deepEqual(await store.update(uriOf(NAME), text => text), { ok: true, text: 'kept\n' });
    close();
  });
});
