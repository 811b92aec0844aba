// Owns: what many notes cost in one process: reading them, a query, memory, and one note edited under an open draft.
// Must not know: how the engine works. Run: npm run bench -- notes
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { row, timed } from './measure.ts';
import { manyNotes } from './notes.ts';
import { draft, random, sentence } from './story.ts';

const COUNT = Number(process.env.NOTES ?? 10_000);
const uri = uriOf('draft.md');
const text = draft(60_000);
const notes = manyNotes(COUNT, 5000);
const files = new MemoryFiles({ ...notes, 'draft.md': text });
const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(files) });
const megabytes = Object.values(notes).reduce((sum, note) => sum + note.length, 0) / 1e6;

globalThis.gc?.();
const memory = (): number => (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1e6;
const before = memory();
row(`${COUNT} notes, ${megabytes.toFixed(0)} MB: read and indexed`, await timed(1, () => workspace.load()), { bar: 20_000 });
globalThis.gc?.();
console.log(`memory after it: ${(memory() - before).toFixed(0)} MB, the texts apart (at most 500)`);
const { evidence } = workspace.storyOf(uri)?.view ?? {};
const number = random(77);
for (let at = 0; at < 100; at++) evidence?.search(sentence(number), { limit: 12 });
row('a query', await timed(500, () => evidence?.search(sentence(number), { limit: 12 })), { bar: 5 });
workspace.open(uri, text, 'markdown');
row('60 KB draft: first check', await timed(1, () => workspace.check(uri)));
const path = Object.keys(notes)[5] as string;
row(
  'one note edited: findings of the draft',
  await timed(15, async run => {
    files.files.set(path, `${notes[path]}\nThe office gave ${run + 12} routers to the depot.\n`);
    await workspace.refresh([{ uri: uriOf(path), kind: 'changed' }]);
    workspace.check(uri);
  }),
  { bar: 100 },
);
