// Owns: reading the disk for the engine: size limits, links.
// Must not know: which files matter.
import { type Dirent, readdir, readFile, realpath, type Stats, stat } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FileContent, FileEntry, FileStore } from '../core/engine/types.ts';
import { phrase } from '../core/text/phrases.ts';
import { contentOf, damagedPack, isBinaryFormat, problem, tooLargeUnpacked } from '../file-content.ts';
import type { DocumentReader } from './documents.ts';

// Node's module of promises takes several milliseconds to load, and these few functions do without it.
const fs = { readdir: promisify(readdir), readFile: promisify(readFile), realpath: promisify(realpath), stat: promisify(stat) };

/** The disk. Only `file:` uris have contents. PDF and Word files are answered as their text where a reader of them is given. */
export class NodeFileStore implements FileStore {
  readonly #documents: DocumentReader | undefined;

  constructor(documents?: DocumentReader) {
    this.#documents = documents;
  }

  async read(uri: string, { maxBytes, unpack }: { readonly maxBytes: number; readonly unpack?: boolean }): Promise<FileContent> {
    const file = pathOf(uri);
    if (file === undefined) return problem('missing', phrase`not a file on this machine`);
    try {
      const stat = await fs.stat(file);
      if (!stat.isFile()) return problem('unreadable', 'not a file');
      if (stat.size > maxBytes) return problem('too-large', `${Math.round(stat.size / 1e6)} MB`);
      const bytes = await fs.readFile(file);
      if (this.#documents && isBinaryFormat(file)) return await this.#documents(file, bytes);
      return unpack && /\.gz$/i.test(file) ? await unpacked(bytes, maxBytes) : contentOf(bytes, isBinaryFormat(file));
    } catch (error) {
      const code = codeOf(error);
      return code === 'ENOENT' || code === 'ENOTDIR' ? problem('missing', code) : problem('unreadable', code);
    }
  }

  async list(uri: string): Promise<readonly FileEntry[]> {
    const folder = pathOf(uri);
    if (folder === undefined) return [];
    try {
      const entries = await fs.readdir(folder, { withFileTypes: true });
      const looked = await Promise.all(entries.map(entry => look(folder, entry)));
      return looked.filter(entry => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  }

  async stat(uri: string): Promise<FileEntry | undefined> {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    try {
      return entryOf(path.basename(file), await fs.stat(file));
    } catch {
      return undefined;
    }
  }
}

/** Content of a gzip file; never more than `maxBytes` of it are unpacked. */
async function unpacked(bytes: Uint8Array, maxBytes: number): Promise<FileContent> {
  try {
    const { gunzip } = await import('node:zlib');
    return contentOf(await promisify(gunzip)(bytes, { maxOutputLength: maxBytes }), false);
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLargeUnpacked(maxBytes) : damagedPack();
  }
}

/** An entry of a folder. A link counts as what it points to, unless it leads back up to a folder that holds it. */
async function look(folder: string, entry: Dirent): Promise<FileEntry | undefined> {
  if (!entry.isSymbolicLink()) {
    return { name: entry.name, type: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' };
  }
  const link = path.join(folder, entry.name);
  try {
    const stat = await fs.stat(link);
    if (stat.isDirectory()) {
      const [target, here] = await Promise.all([fs.realpath(link), fs.realpath(folder)]);
      const up = path.relative(target, here);
      if (up === '' || !(up.startsWith('..') || path.isAbsolute(up))) return undefined;
    }
    return entryOf(entry.name, stat);
  } catch {
    return undefined; // a link to nowhere, or in a circle
  }
}

function entryOf(name: string, stat: Stats): FileEntry {
  return { name, type: stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other', size: stat.size, mtime: stat.mtimeMs };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
