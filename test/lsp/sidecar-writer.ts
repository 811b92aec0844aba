// A writer for sidecars.test.ts: adds, edits and deletes annotations of its name until it is killed, and says on its output what it
// tries, with how many letters, and what is done or refused, and why. It goes on with what an earlier writer of its name left behind.
//   node --import tsx sidecar-writer.ts FILE NAME SEED
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { readSidecar } from '../../server/src/core/annotations/sidecar.ts';
import { type Change, changeSidecar } from '../../server/src/core/annotations/write.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';
import { randomOf } from '../support/human-edits.ts';

/** A name has at most so many annotations at a time, so that the file does not grow. */
const MOST = 20;

const [file = '', by = '', seed = '0'] = process.argv.slice(2);
const store = new NodeSidecarStore();
const random = randomOf(Number(seed));
const { annotations } = readSidecar(existsSync(file) ? readFileSync(file, 'utf8') : '');
const own = annotations.filter(({ creator }) => creator === by).map(({ id }) => id);
for (;;) {
  const letters = Math.floor(random() * 2000);
  const body = 'x'.repeat(letters);
  const at = new Date().toISOString();
  const draw = random();
  const kind = own.length < 5 || (draw < 0.4 && own.length < MOST) ? 'add' : draw < 0.7 ? 'edit' : 'delete';
  const id = kind === 'add' ? `urn:uuid:${randomUUID()}` : (own[Math.floor(random() * own.length)] as string);
  const change: Change =
    kind === 'add' ? { kind, id, by, at, source: 'draft.md', body } : kind === 'edit' ? { kind, id, by, at, body } : { kind, id, by, at };
  writeSync(1, `try ${kind} ${id} ${letters}\n`);
  const result = await store.update(pathToFileURL(file).toString(), text => {
    const changed = changeSidecar(text, change);
    return 'text' in changed ? changed.text : undefined;
  });
  writeSync(1, `${result.ok ? 'done' : 'failed'} ${kind} ${id} ${letters} ${result.ok ? '' : result.problem}\n`);
  if (!result.ok) {
    await wait(5);
    continue;
  }
  if (kind === 'add') own.push(id);
  if (kind === 'delete') own.splice(own.indexOf(id), 1);
}
