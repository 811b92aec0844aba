// Owns: writing a file, whole or not at all, and showing what would change.
// Must not know: what is written.
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';

/**
 * Writes a file, new or there, at once: a crash leaves the old or the new text, never a part. Links stay links, modes stay as they are.
 * Throws when it cannot be written.
 */
export function writeAtomically(file: string, text: string, bom: boolean): void {
  const isThere = existsSync(file);
  const target = isThere ? realpathSync(file) : path.resolve(file);
  const aside = path.join(path.dirname(target), `.${path.basename(target)}.${crypto.randomUUID().slice(0, 12)}.tmp`);
  try {
    const handle = openSync(aside, 'wx', isThere ? 0o600 : 0o666);
    try {
      const bytes = Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (isThere) chmodSync(aside, statSync(target).mode & 0o7777);
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** A unified diff of one file. */
export function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 2 }).replace(/^=+\n/, '');
}
