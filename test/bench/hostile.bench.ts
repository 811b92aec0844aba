// Owns: what hostile texts cost: the whole check of a short one and of a longer one of the same shape, as a ratio.
// Must not know: what is read in them. Run: npm run bench -- hostile
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { HOSTILE } from '../support/hostile.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { filesOf, SETUPS, WORDY } from '../support/wordy.ts';

const NOTES = '## Pool report {#pool}\n- published: 2025-11-01\n\nThe bank said 12 men took it on 3 May 2024.\n';
const SMALL = 4000;
const TIMES = 8;
const WORDS = 2500;
const TIMES_WORDS = 4;

/** Processor time of reading the notes and checking a draft in ms, the least of two runs: neighbours on the machine do not count. */
async function cost(path: string, files: Readonly<Record<string, string>>): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < 2; run++) {
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
    const before = process.cpuUsage();
    await workspace.load();
    await workspace.checkFile(uriOf(path));
    const { user, system } = process.cpuUsage(before);
    all.push((user + system) / 1000);
  }
  return Math.min(...all);
}

function tell(what: string, small: number, large: number): void {
  // What takes less than 5 ms says little.
  const ratio = (large / Math.max(small, 5)).toFixed(1);
  console.log(`${what.padEnd(48)} ${small.toFixed(0).padStart(7)} ms ${large.toFixed(0).padStart(8)} ms   ${ratio.padStart(6)} times`);
}

console.log(`${TIMES} times the text; in proportion is ${TIMES}, the square ${TIMES * TIMES}`);
for (const [name, shape] of Object.entries(HOSTILE)) {
  for (const path of ['draft.md', 'draft.txt']) {
    const of = (length: number): Promise<number> => cost(path, { [path]: shape(length), 'notes/n.md': NOTES });
    tell(`${name}, ${path}`, await of(SMALL), await of(SMALL * TIMES));
  }
}

console.log(`\n${TIMES_WORDS} times ${WORDS} words; in proportion is ${TIMES_WORDS}, the square ${TIMES_WORDS ** 2}`);
for (const name of Object.keys(WORDY)) {
  for (const setup of SETUPS) {
    const of = (words: number): Promise<number> => cost('draft.md', filesOf(name, setup, words));
    tell(`${name}, as ${setup}`, await of(WORDS), await of(WORDS * TIMES_WORDS));
  }
}
