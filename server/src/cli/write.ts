// Owns: writing a fixed file back, whole or not at all, and showing what would change.
// Must not know: which fixes there are.
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';

/** Replaces a file's content at once: a crash leaves the old or the new text, never a part. Links stay links. Throws when it cannot be written. */
export function writeAtomically(file: string, text: string, bom: boolean): void {
  const target = realpathSync(file);
  const aside = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = openSync(aside, 'wx', 0o600);
    try {
      const bytes = Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(aside, statSync(target).mode & 0o7777);
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
