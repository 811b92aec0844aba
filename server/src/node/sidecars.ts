// Owns: writing sidecars on disk so that nothing acknowledged is lost: one writer at a time, a whole file or none.
// Must not know: what a sidecar says.
import { constants, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { phrase } from '../core/text/phrases.ts';
import { contentOf } from '../file-content.ts';
import type { SidecarStore, SidecarUpdate } from '../lsp/host.ts';

/** How long another writer is waited for, and how often it is looked at. */
const PATIENCE = 10_000;
const LOOK_EVERY = 15;
/** A file that other programs keep changing is read anew so often. */
const TRIES = 20;

/** Sidecars on this machine. */
export class NodeSidecarStore implements SidecarStore {
  /** What is under way, by file: writers of one process take turns without the lock. */
  readonly #turns = new Map<string, Promise<unknown>>();

  async update(uri: string, change: (text: string) => string | undefined): Promise<SidecarUpdate> {
    let file: string;
    try {
      file = fileURLToPath(uri);
      // A link keeps being one: what it points to is written.
      file = await fs.realpath(file).catch(() => file);
    } catch {
      return { ok: false, problem: 'unreadable', detail: phrase`not a file on this machine` };
    }
    const before = this.#turns.get(file) ?? Promise.resolve();
    const turn = before.then(() => updateLocked(file, change));
    this.#turns.set(file, turn);
    const result = await turn;
    if (this.#turns.get(file) === turn) this.#turns.delete(file);
    return result;
  }
}

async function updateLocked(file: string, change: (text: string) => string | undefined): Promise<SidecarUpdate> {
  const lock = `${file}.lock`;
  try {
    if (!(await acquire(lock))) return { ok: false, problem: 'busy', detail: phrase`${path.basename(lock)} is held by another program` };
  } catch (error) {
    return failed(error);
  }
  try {
    await removeLeftovers(file);
    return await rewrite(file, change);
  } catch (error) {
    return failed(error);
  } finally {
    await fs.unlink(lock).catch(() => undefined);
  }
}

/** Reads, changes and replaces a file. Where another program wrote meanwhile, its text is taken and changed anew. */
async function rewrite(file: string, change: (text: string) => string | undefined): Promise<SidecarUpdate> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await look(file);
    const bytes = before === undefined ? new Uint8Array() : await fs.readFile(file);
    const content = contentOf(bytes, false);
    if (content.kind !== 'text')
      return { ok: false, problem: 'unreadable', detail: content.kind === 'problem' ? content.detail : phrase`not text` };
    const text = change(content.text);
    if (text === undefined || text === content.text) return { ok: true, text: content.text };
    if (before !== undefined) await fs.access(file, constants.W_OK);
    const temporary = temporaryOf(file);
    try {
      await writeWhole(temporary, (content.bom ? '\ufeff' : '') + text, before?.mode);
      if ((await look(file))?.stamp !== before?.stamp) continue;
      await fs.rename(temporary, file);
    } finally {
      await fs.unlink(temporary).catch(() => undefined);
    }
    await syncFolder(path.dirname(file));
    return { ok: true, text };
  }
  return { ok: false, problem: 'busy', detail: phrase`another program keeps writing to it` };
}

/** In the folder of the file, since only there it can take its place in one step. */
function temporaryOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
}

async function writeWhole(file: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await fs.open(file, 'wx', mode);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function look(file: string): Promise<{ readonly stamp: string; readonly mode: number } | undefined> {
  try {
    const { mtimeNs, size, ino, mode } = await fs.stat(file, { bigint: true });
    return { stamp: `${mtimeNs} ${size} ${ino}`, mode: Number(mode) & 0o777 };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the new name last; systems that cannot sync a folder (Windows) do without. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().catch(() => undefined);
    await handle.close();
  } catch {
    // What was written stands; only its name may be lost when the machine dies now.
  }
}

/** Takes the lock: a file that says who holds it and appears in one step. Answers false when another one keeps it. */
async function acquire(lock: string): Promise<boolean> {
  const claim = `${lock}.${process.pid}`;
  const since = Date.now();
  await fs.writeFile(claim, `${process.pid} ${os.hostname()}`);
  try {
    for (;;) {
      try {
        await fs.link(claim, lock);
        return true;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') {
          // No hard links here: created by name, which is as exclusive.
          if (await createExclusively(lock)) return true;
        }
      }
      await removeIfDead(lock);
      if (Date.now() - since > PATIENCE) return false;
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY * (0.5 + Math.random())));
    }
  } finally {
    await fs.unlink(claim).catch(() => undefined);
  }
}

async function createExclusively(lock: string): Promise<boolean> {
  try {
    await fs.writeFile(lock, `${process.pid} ${os.hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process of this machine that is no more. It is moved aside first: only one of several can do that. */
async function removeIfDead(lock: string): Promise<void> {
  const holder = await fs.readFile(lock, 'utf8').catch(() => undefined);
  if (holder === undefined || !isDead(holder)) return;
  const aside = `${lock}.${process.pid}.dead`;
  try {
    await fs.rename(lock, aside);
  } catch {
    return;
  }
  const moved = await fs.readFile(aside, 'utf8').catch(() => holder);
  // It was let go and taken anew in between: the new holder gets it back.
  if (moved !== holder) await fs.link(aside, lock).catch(() => undefined);
  await fs.unlink(aside).catch(() => undefined);
}

function isDead(holder: string): boolean {
  const [pid, host] = holder.split(' ');
  if (host !== os.hostname() || !/^\d+$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Under the lock no one else writes: temporary files that lie there are those of writers that died. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  for (const entry of await fs.readdir(folder)) {
    const isTemporary = entry.startsWith(`.${name}.`) && entry.endsWith('.tmp');
    const claim = /^\.lock\.(\d+)(?:\.dead)?$/.exec(entry.startsWith(name) ? entry.slice(name.length) : '');
    if (isTemporary || (claim && isDead(`${claim[1]} ${os.hostname()}`))) await fs.unlink(path.join(folder, entry)).catch(() => undefined);
  }
}

function failed(error: unknown): SidecarUpdate {
  const code = codeOf(error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { ok: false, problem: 'read-only', detail: code };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, problem: 'full', detail: code };
  return { ok: false, problem: 'unreadable', detail: code };
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : String(error);
}
