// Owns: what 2,000 annotations on 1 MB cost: reading the sidecar and finding them, in the same text and in one edited elsewhere, and a
// letter typed in the open draft, beside an index of the words alone; and writing many anchors and lines at once, beside reading the file. Processor time, since other work may go on.
// Must not know: how anchors are found. Run: npm run bench -- annotations
import assert from 'node:assert/strict';
import { placeAnchors } from '../../server/src/core/annotations/anchors.ts';
import { readSidecar, sidecarLines } from '../../server/src/core/annotations/sidecar.ts';
import { WordIndex } from '../../server/src/core/annotations/words.ts';
import { attachAll, insertLines } from '../../server/src/core/annotations/write.ts';
import { Annotations, sidecarOf } from '../../server/src/core/engine/annotations.ts';
import { randomOf } from '../support/human-edits.ts';
import { MemoryFiles, memoryPorts, uriOf } from '../support/memory-files.ts';
import { sidecarOn } from './annotated.ts';
import { row, timesOf } from './measure.ts';
import { draft, places } from './story.ts';

const COUNT = 2000;
const SEED = 11;
const text = draft(1_000_000);
const uri = uriOf('draft.md');

/** Processor time of some runs. */
async function worked(runs: number, work: (run: number) => unknown): Promise<ReturnType<typeof timesOf>> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work(run);
    const { user, system } = process.cpuUsage(before);
    all.push((user + system) / 1000);
  }
  return timesOf(all);
}

const random = randomOf(SEED);
const sidecar = sidecarOn(text, COUNT, random);
console.log(`${COUNT} annotations on ${text.length} characters, sidecar ${Math.round(sidecar.length / 1000)} KB, seed ${SEED}`);

const alone = await worked(7, () => new WordIndex(text));
row('index of the words', alone);
const beside = { name: 'that index', ms: alone.median, bar: 300 };
let found = 0;
const load = async (now: string): Promise<void> => {
  const annotations = readSidecar(sidecar).annotations;
  found = placeAnchors(
    now,
    annotations.map(({ anchor }) => anchor),
  ).filter(({ state }) => state === 'placed').length;
};
row('sidecar read and anchors found', await worked(7, () => load(text)), beside);
console.log(`found: ${found}`);
let edited = text;
for (let i = 0; i < 50; i++) {
  const at = Math.floor(random() * edited.length);
  edited = `${edited.slice(0, at)} A sentence that nobody wrote before. ${edited.slice(at)}`;
}
edited = Buffer.from(edited, 'utf16le').toString('utf16le');
row('the same after 50 sentences were put in', await worked(7, () => load(edited)), beside);
console.log(`found: ${found}`);

const files = new MemoryFiles({ 'draft.md': text, 'draft.md.annotations.jsonl': sidecar });
const open = new Annotations(memoryPorts(files).files);
await open.load([sidecarOf(uri)]);
assert.equal(open.of(uri, text).annotations.length, COUNT);
const typed = places(text, 200);
let now = text;
const strokes = typed.map(at => {
  // Joining a megabyte is the editor's cost: it comes before the clock.
  const next = Buffer.from(`${now.slice(0, at)}x${now.slice(at)}`, 'utf16le').toString('utf16le');
  const before = performance.now();
  open.edited(uri, now, next, [{ span: { start: at, end: at }, newText: 'x' }]);
  open.of(uri, next);
  now = next;
  return performance.now() - before;
});
row('a letter typed', timesOf(strokes), { bar: 1 });

const lines = sidecarOn(text, 1000, random).trimEnd().split('\n');
const [whole, most] = [`${lines.join('\n')}\n`, `${lines.slice(200).join('\n')}\n`];
const few = readSidecar(whole).annotations.slice(0, 200);
const anchors = new Map(few.flatMap(({ id, anchor }) => (anchor ? [[id, anchor]] : [])));
const reading = await worked(7, () => sidecarLines(whole));
row('lines of 1,000 annotations read', reading);
const read = { name: 'that reading', ms: reading.median, times: 4 };
row('anchors of 200 of them written anew', await worked(7, () => attachAll(whole, anchors)), read);
row('200 lines put in beside 800', await worked(7, () => insertLines(most, lines.slice(0, 200))), read);
