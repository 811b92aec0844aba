// Owns: writing sidecars on disk so that nothing acknowledged is lost: one writer at a time, a whole file or none.
// Must not know: what a sidecar says.
import { randomUUID } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { phrase } from '../core/text/phrases.ts';
import { contentOf } from '../file-content.ts';
import type { SidecarStore, SidecarUpdate } from '../lsp/host.ts';
import { acquire, type Lock } from './lock.ts';

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
  const name = `${file}.lock`;
  let lock: Lock | undefined;
  try {
    lock = await acquire(name);
    if (!lock) return heldBy(name);
    await removeTemporaries(file);
    return await rewrite(file, change, () => lock?.isSure() === true);
  } catch (error) {
    return failed(error);
  } finally {
    await lock?.release();
  }
}

function heldBy(lock: string): SidecarUpdate {
  return { ok: false, problem: 'busy', detail: phrase`${path.basename(lock)} is held by another program` };
}

/** Reads, changes and replaces a file. Where another program wrote meanwhile, its text is taken and changed anew. */
async function rewrite(file: string, change: (text: string) => string | undefined, isLocked: () => boolean): Promise<SidecarUpdate> {
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
      if (!isLocked()) return heldBy(`${file}.lock`);
      await fs.rename(temporary, file);
    } finally {
      await fs.unlink(temporary).catch(() => undefined);
    }
    await syncFolder(path.dirname(file));
    return { ok: true, text };
  }
  return { ok: false, problem: 'busy', detail: phrase`another program keeps writing to it` };
}

/** In the folder of the file, since only there it can take its place in one step; of one writer alone, who loses it with the lock. */
function temporaryOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
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

/** Under the lock no one else writes: temporary files that lie there are those of writers that died. */
async function removeTemporaries(file: string): Promise<void> {
  const folder = path.dirname(file);
  for (const entry of await fs.readdir(folder)) {
    const isTemporary = entry.startsWith(`.${path.basename(file)}.`) && entry.endsWith('.tmp');
    if (isTemporary) await fs.unlink(path.join(folder, entry)).catch(() => undefined);
  }
}

function failed(error: unknown): SidecarUpdate {
  const code = codeOf(error);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { ok: false, problem: 'read-only', detail: code };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { ok: false, problem: 'full', detail: code };
  return { ok: false, problem: 'unreadable', detail: code };
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : String(error);
}
