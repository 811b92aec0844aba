// A writer for sidecars.test.ts: adds annotations until it is killed, and says on its output which ones are done.
//   node --import tsx sidecar-writer.ts FILE NAME
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { changeSidecar } from '../../server/src/core/annotations/write.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';

const [file = '', by = ''] = process.argv.slice(2);
const store = new NodeSidecarStore();
for (;;) {
  const id = `urn:uuid:${randomUUID()}`;
  const at = new Date().toISOString();
  const result = await store.update(pathToFileURL(file).toString(), text => {
    const changed = changeSidecar(text, { kind: 'add', id, by, at, source: 'draft.md', body: `${by} ${'x'.repeat(Math.random() * 2000)}` });
    return 'text' in changed ? changed.text : undefined;
  });
  writeSync(1, result.ok ? `done ${id}\n` : `failed ${result.problem}\n`);
}
