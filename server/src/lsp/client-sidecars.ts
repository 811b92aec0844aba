// Owns: writing sidecars through the client, where the server has no disk: virtual workspaces, the browser.
// Must not know: what a sidecar says; how the client writes.
import type { Connection } from 'vscode-languageserver';
import type { FileStore } from '../core/engine/types.ts';
import { phrase } from '../core/text/phrases.ts';
import { WRITE_FILE_REQUEST, type WriteFileResult } from '../protocol.ts';
import type { SidecarStore, SidecarUpdate } from './host.ts';

const MAX_BYTES = 64_000_000;

/** What the client's file system does is all that is promised: no lock, no sync. Writers of this server take turns. */
export class ClientSidecarStore implements SidecarStore {
  readonly #connection: Connection;
  readonly #files: FileStore;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, files: FileStore) {
    this.#connection = connection;
    this.#files = files;
  }

  update(uri: string, change: (text: string) => string | undefined): Promise<SidecarUpdate> {
    const turn = this.#last.then(() => this.#update(uri, change));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #update(uri: string, change: (text: string) => string | undefined): Promise<SidecarUpdate> {
    const content = await this.#files.read(uri, { maxBytes: MAX_BYTES });
    if (content.kind === 'bytes') return { ok: false, problem: 'unreadable', detail: phrase`not text` };
    if (content.kind === 'problem' && content.problem !== 'missing') return { ok: false, problem: 'unreadable', detail: content.detail };
    const before = content.kind === 'text' ? content.text : '';
    const text = change(before);
    if (text === undefined || text === before) return { ok: true, text: before };
    const written = await this.#connection
      .sendRequest<WriteFileResult>(WRITE_FILE_REQUEST, { uri, text: (content.kind === 'text' && content.bom ? '\ufeff' : '') + text })
      .catch((error: unknown): WriteFileResult => ({ ok: false, problem: 'unreadable', detail: String(error) }));
    return written.ok ? { ok: true, text } : written;
  }
}

/** `own` for `file:` uris where there is one, and the client for all others. */
export function sidecarsByScheme(own: SidecarStore | undefined, client: SidecarStore): SidecarStore {
  return { update: (uri, change) => (own && uri.startsWith('file:') ? own : client).update(uri, change) };
}
