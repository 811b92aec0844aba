// Owns: a file store in memory, for tests of the pure core.
// Must not know: rules, what files mean.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileContent, FileEntry, FileStore, Ports } from '../../server/src/core/engine/types.ts';

export const ROOT = 'file:///story';

/** Files by path from ROOT. */
export class MemoryFiles implements FileStore {
  readonly files: Map<string, string>;
  reads = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  async read(uri: string): Promise<FileContent> {
    this.reads++;
    const text = this.files.get(pathOf(uri));
    return text === undefined ? { kind: 'problem', problem: 'missing', detail: uri } : { kind: 'text', text, bom: false };
  }

  async list(uri: string): Promise<readonly FileEntry[]> {
    const folder = pathOf(uri);
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, FileEntry>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, { name, type: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  async stat(uri: string): Promise<FileEntry | undefined> {
    const path = pathOf(uri);
    return this.files.has(path) ? { name: path, type: 'file' } : undefined;
  }
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(ROOT.length + 1));
}

export function uriOf(path: string): string {
  return `${ROOT}/${path}`;
}

/** Ports over files in memory, with the real knowledge tables of the source tree. */
export function memoryPorts(files: FileStore, log: string[] = []): Ports {
  return {
    files,
    loadTable: async name => {
      const path = fileURLToPath(new URL(`../../server/src/core/knowledge/tables/${name}.txt`, import.meta.url));
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    },
    pause: async () => {},
    log: (_level, message) => {
      log.push(message);
    },
  };
}
