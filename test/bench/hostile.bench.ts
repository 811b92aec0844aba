// Owns: what hostile texts cost: the whole check of a draft of 4 KB and of one eight times as long, as a ratio.
// Must not know: what is read in them. Run: npm run bench -- hostile
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { HOSTILE } from '../support/hostile.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';

const NOTES = '## Pool report {#pool}\n- published: 2025-11-01\n\nThe bank said 12 men took it on 3 May 2024.\n';
const SMALL = 4000;
const TIMES = 8;

/** Processor time of the check of a draft in ms, the least of two runs: neighbours on the machine do not count. */
async function cost(path: string, text: string): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < 2; run++) {
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ [path]: text, 'notes/n.md': NOTES })) });
    await workspace.load();
    const before = process.cpuUsage();
    await workspace.checkFile(uriOf(path));
    const { user, system } = process.cpuUsage(before);
    all.push((user + system) / 1000);
  }
  return Math.min(...all);
}

console.log(`${TIMES} times the text; in proportion is ${TIMES}, the square ${TIMES * TIMES}`);
for (const [name, shape] of Object.entries(HOSTILE)) {
  for (const path of ['draft.md', 'draft.txt']) {
    const small = await cost(path, shape(SMALL));
    const large = await cost(path, shape(SMALL * TIMES));
    // What takes less than 5 ms says little.
    const ratio = (large / Math.max(small, 5)).toFixed(1);
    console.log(
      `${`${name}, ${path}`.padEnd(48)} ${small.toFixed(0).padStart(7)} ms ${large.toFixed(0).padStart(8)} ms   ${ratio.padStart(6)} times`,
    );
  }
}
