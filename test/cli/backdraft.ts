// Owns: running the bundled command line on files in a temporary folder.
// Must not know: what is tested.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const folders: string[] = [];

/** A new folder with these files; contents may be bytes. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'backdraft-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Runs `backdraft` with a folder as working directory. */
export function backdraft(folder: string, words: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Run {
  const run = spawnSync(process.execPath, [CLI, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100', LC_ALL: 'C', ...env },
  });
  return { code: run.status, out: run.stdout, error: run.stderr };
}
