// Owns: the client's file system as the engine's file store.
// Must not know: which files matter; how the client reads them.
import type { Connection } from 'vscode-languageserver';
import type { FileContent, FileEntry, FileStore } from '../core/engine/types.ts';
import { baseName } from '../core/engine/uri.ts';
import { phrase } from '../core/text/phrases.ts';
import { contentOf, damagedPack, isBinaryFormat, problem, tooLargeUnpacked } from '../file-content.ts';
import {
  type FileInfo,
  LIST_FOLDER_REQUEST,
  READ_FILE_REQUEST,
  type ReadFileParams,
  type ReadFileResult,
  STAT_FILE_REQUEST,
} from '../protocol.ts';

/** Files that the client reads for the server. A client that fails to answer counts as one that cannot read the file. */
export class ClientFileStore implements FileStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async read(uri: string, { maxBytes, unpack }: { readonly maxBytes: number; readonly unpack?: boolean }): Promise<FileContent> {
    const params: ReadFileParams = { uri, maxBytes };
    const answer = await this.#ask<ReadFileResult>(READ_FILE_REQUEST, params);
    if (!answer) return problem('unreadable', phrase`the editor could not read it`);
    if (answer.kind === 'problem') return problem(answer.problem, answer.detail);
    const bytes = bytesOf(answer.base64);
    const name = baseName(uri);
    return unpack && /\.gz$/i.test(name) ? await unpacked(bytes, maxBytes) : contentOf(bytes, isBinaryFormat(name));
  }

  async list(uri: string): Promise<readonly FileEntry[]> {
    const entries = await this.#ask<readonly FileInfo[]>(LIST_FOLDER_REQUEST, { uri });
    return [...(entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async stat(uri: string): Promise<FileEntry | undefined> {
    return (await this.#ask<FileInfo | null>(STAT_FILE_REQUEST, { uri })) ?? undefined;
  }

  async #ask<T>(method: string, params: object): Promise<T | undefined> {
    try {
      return await this.#connection.sendRequest<T>(method, params);
    } catch {
      return undefined;
    }
  }
}

/** `own` for `file:` uris, and the client's files for all others, where it offers them. */
export function filesByScheme(own: FileStore, client: FileStore | undefined): FileStore {
  if (!client) return own;
  const storeOf = (uri: string): FileStore => (uri.startsWith('file:') ? own : client);
  return {
    read: (uri, limits) => storeOf(uri).read(uri, limits),
    list: uri => storeOf(uri).list(uri),
    stat: uri => storeOf(uri).stat(uri),
  };
}

/** The store of a server that can read nothing. */
export const NO_FILES: FileStore = {
  read: async () => problem('missing', phrase`the editor offers no files`),
  list: async () => [],
  stat: async () => undefined,
};

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Content of a gzip file; never more than `maxBytes` of it are kept. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<FileContent> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxBytes) {
        void reader.cancel();
        return tooLargeUnpacked(maxBytes);
      }
      chunks.push(value);
    }
  } catch {
    return damagedPack();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return contentOf(whole, false);
}
