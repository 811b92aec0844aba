// Owns: what threads cost in VS Code while somebody types into a draft of 1 MB: processor time of the window's page and of the extension
// host until they are there, in the seconds after a letter, and after a line put in at the top, which moves every thread.
// Must not know: how threads are shown. Run: npm run bench -- threads; THREADS=2000 takes another number of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hand } from '../e2e/hand.mjs';
import { randomOf } from '../support/human-edits.ts';
import { sidecarOn } from './annotated.ts';
import { row, timesOf } from './measure.ts';
import { draft } from './story.ts';

const COUNT = Number(process.env.THREADS ?? 500);
const SEED = 11;
const RUNS = 5;
/** All that an edit sets off is over after so many ms. */
const SETTLED = 4000;

// Children are known by it.
process.env.BACKDRAFT_BENCH = String(process.pid);

for (const count of [0, COUNT]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'backdraft-threads-'));
  const text = draft(1_000_000);
  const file = path.join(folder, 'draft.md');
  writeFileSync(file, text);
  if (count > 0) writeFileSync(`${file}.annotations.jsonl`, sidecarOn(text, count, randomOf(SEED)));
  const hand = await Hand.open({ folder, file, settings: { 'comments.openView': 'never' } });
  try {
    const session = await hand.page.context().newCDPSession(hand.page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await hand.until('findings', async () => /\d/.test(await hand.status()), 240_000);
    if (count > 0) await hand.page.locator('.margin-view-overlays [class*="comment-thread"]').first().waitFor({ timeout: 240_000 });
    row(`${count} threads, until they are there: page`, timesOf([await settled(session)]));
    await hand.goTo(1, 1);
    for (const [what, key] of [
      ['a letter', 'x'],
      ['a line at the top', 'Enter'],
    ]) {
      const [page, host] = [[], []];
      for (let run = 0; run < RUNS; run++) {
        const before = [await busy(session), hostTime()];
        await hand.page.keyboard.press(key);
        await hand.page.waitForTimeout(SETTLED);
        page.push((await busy(session)) - before[0]);
        host.push(hostTime() - before[1]);
      }
      row(`${count} threads, ${what}: page`, timesOf(page));
      row(`${count} threads, ${what}: extension host`, timesOf(host));
    }
  } finally {
    await hand.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until the page has little to do for some seconds; answers the processor time that it has taken in all. */
async function settled(session) {
  for (let before = await busy(session); ; ) {
    await new Promise(resolve => setTimeout(resolve, 5000));
    const now = await busy(session);
    if (now - before < 500) return now;
    before = now;
  }
}

/** Processor time of the page's main thread in tasks so far, in ms. */
async function busy(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** Processor time of the extension hosts of this process's children, in ms; Linux tells it in ticks of 10 ms. */
function hostTime() {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      if (!/--type=extensionHost/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) continue;
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`BACKDRAFT_BENCH=${process.pid}`)) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }
  return ticks * 10;
}
