// Owns: tests of locks on a real disk: holders that are no more, here or elsewhere, and many who want what they left.
// Must not know: what is locked.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { acquire } from '../../server/src/node/lock.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';

describe('locks', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backdraft-locks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const lock = (): string => path.join(folder, 'draft.md.annotations.jsonl.lock');
  /** A lock that was left `seconds` ago. */
  const leave = (words: string, seconds: number): void => {
    writeFileSync(lock(), words);
    const then = Date.now() / 1000 - seconds;
    utimesSync(lock(), then, then);
  };

  for (const [name, words, age] of [
    ['of another machine, as a container that was built anew leaves it', '7 0123456789ab', 3600],
    ['of a process whose pid another one has now', `${process.ppid} ${hostname()}`, 3600],
    ['of a process that is no more', `999999999 ${hostname()}`, 0],
    ['of a process whose pid is that of this one', `${process.pid} ${hostname()}`, 0],
    ['that says nothing', '', 3600],
    ['that names a file elsewhere', '../../7 /etc ../../x', 3600],
    ['of a clock that went back since', `${process.ppid} ${hostname()}`, -3600],
  ] as const) {
    it(`a lock ${name} is taken over at once`, async () => {
      leave(words, age);
      const file = path.join(folder, 'draft.md.annotations.jsonl');
      const since = Date.now();
      const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), () => 'written\n');
      assert.ok(result.ok, JSON.stringify(result));
      assert.ok(Date.now() - since < 2000);
      assert.equal(readFileSync(file, 'utf8'), 'written\n');
      assert.deepEqual(readdirSync(folder), [path.basename(file)]);
    });
  }

  for (const [name, words] of [
    ['of another machine', '7 0123456789ab'],
    ['of a process that lives', `${process.ppid} ${hostname()}`],
  ] as const) {
    it(`a young lock ${name} is waited for`, async () => {
      leave(words, 20);
      let isFree = false;
      setTimeout(() => {
        isFree = true;
        rmSync(lock());
      }, 300);
      const mine = await acquire(lock());
      assert.ok(mine && isFree);
      await mine.release();
      assert.deepEqual(readdirSync(folder), []);
    });
  }

  it('of many who want a lock that was left, one at a time has it', async function () {
    this.timeout(60_000);
    let within = 0;
    let had = 0;
    const use = async (): Promise<void> => {
      await wait(Math.random() * 20);
      const mine = await acquire(lock());
      assert.ok(mine);
      assert.equal(++within, 1, 'two have the lock');
      had++;
      await wait(Math.random() * 2);
      within--;
      // Some leave it as if they had died on another machine.
      if (Math.random() < 0.5) leave(`7 0123456789ab ${had}`, 3600);
      else await mine.release();
    };
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 20 }, use));
    assert.equal(had, 200);
    await (await acquire(lock()))?.release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('files of people that are named like a lock stay', async () => {
    const theirs = `${lock()}.md`;
    writeFileSync(theirs, '7 elsewhere');
    utimesSync(theirs, 1, 1);
    await (await acquire(lock()))?.release();
    assert.deepEqual(readdirSync(folder), [path.basename(theirs)]);
  });
});
