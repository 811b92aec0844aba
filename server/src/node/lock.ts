// Owns: lock files: one holder at a time, also where a holder died, on this machine or on another one.
// Must not know: what is locked.
import { createHash, randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How long another holder is waited for, and how often it is looked at, in ms. */
const PATIENCE = 10_000;
const LOOK_EVERY = 15;
/** A lock is held for milliseconds. One that is so many ms old is held by nobody, whatever it says: pids are used again, machines rebuilt. */
const MOST_AGE = 60_000;

/** A lock that is held. */
export interface Lock {
  /** False where it took so long that another one may have taken the lock over. */
  isSure(): boolean;
  release(): Promise<void>;
}

/** Who wants a lock: a file with words that no other one has, which becomes the lock in one step. */
interface Claim {
  readonly file: string;
  readonly words: string;
  /** What the clock of the file system says now, which may be that of another machine. */
  now(): number;
}

interface Holder {
  readonly words: string;
  readonly mtime: number;
}

/** Words of what this process holds or waits for. */
const own = new Set<string>();

/** Takes a lock; undefined when another one keeps it. Throws where no file can be made. */
export async function acquire(lock: string): Promise<Lock | undefined> {
  const words = `${process.pid} ${os.hostname()} ${randomUUID()}`;
  const file = `${lock}.${idOf(words)}.claim`;
  const since = Date.now();
  let taken = false;
  own.add(words);
  try {
    await fs.writeFile(file, words, { flag: 'wx' });
    const { mtimeMs } = await fs.stat(file);
    const claim = { file, words, now: () => mtimeMs + Date.now() - since };
    taken = await waitFor(lock, claim);
    if (!taken) return undefined;
    await removeLeftovers(lock, claim.now());
    return held(lock, words, since);
  } finally {
    if (!taken) own.delete(words);
    await fs.unlink(file).catch(() => undefined);
  }
}

function held(lock: string, words: string, since: number): Lock {
  const isSure = (): boolean => Date.now() - since < MOST_AGE / 2;
  return {
    isSure,
    async release() {
      // One that may be another's is left: it goes by its age. Where removing fails, this process knows that it is nobody's.
      if (isSure()) await fs.unlink(lock).catch(() => undefined);
      own.delete(words);
    },
  };
}

/** Removes what those left behind who died while they took this lock: its holder may do so. */
async function removeLeftovers(lock: string, now: number): Promise<void> {
  const folder = path.dirname(lock);
  const name = path.basename(lock);
  for (const entry of await fs.readdir(folder).catch(() => [])) {
    if (!entry.startsWith(name) || !/^(?:\.[0-9a-f]{12})+(?:\.claim)?$/.test(entry.slice(name.length))) continue;
    const left = path.join(folder, entry);
    const holder = await holderOf(left);
    if (holder && isStale(holder, now)) await fs.unlink(left).catch(() => undefined);
  }
}

async function waitFor(lock: string, claim: Claim): Promise<boolean> {
  for (const since = performance.now(); performance.now() - since <= PATIENCE; ) {
    if (await take(lock, claim)) return true;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY * (0.5 + Math.random())));
  }
  return false;
}

/**
 * Takes a lock that is free. One that nobody holds any more is removed, by the one who has the right to: a lock of its own, named for that
 * holder. Since no two holders have the same words, what is removed is never the lock of the next.
 */
async function take(lock: string, claim: Claim): Promise<boolean> {
  if (await create(lock, claim)) return true;
  const holder = await holderOf(lock);
  if (!holder || !isStale(holder, claim.now())) return false;
  const right = `${lock}.${idOf(holder.words)}`;
  if (!(await take(right, claim))) return false;
  try {
    const still = await holderOf(lock);
    if (still?.words === holder.words && isStale(still, claim.now())) await fs.unlink(lock);
  } finally {
    await fs.unlink(right).catch(() => undefined);
  }
  return false;
}

/** Makes the lock, unless it is there. */
async function create(lock: string, { file, words }: Claim): Promise<boolean> {
  try {
    await fs.link(file, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
  }
  // No hard links here: created by name, which is as exclusive.
  try {
    await fs.writeFile(lock, words, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    const words = await fs.readFile(lock, 'utf8');
    return { words, mtime: (await fs.stat(lock)).mtimeMs };
  } catch {
    return undefined;
  }
}

function isStale({ words, mtime }: Holder, now: number): boolean {
  // A clock that went back makes locks that are to come.
  if (Math.abs(now - mtime) > MOST_AGE) return true;
  const [pid = '', host] = words.split(' ');
  if (host !== os.hostname() || !/^\d+$/.test(pid)) return false;
  return Number(pid) === process.pid ? !own.has(words) : !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

/** A name for a file: what a lock says comes from anywhere. */
function idOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === code;
}
