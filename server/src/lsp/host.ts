// Owns: what the language server needs of the place it runs in: Node, a web worker.
// Must not know: either.

import type { FileStore } from '../core/engine/types.ts';
import type { Phrase } from '../core/text/phrases.ts';

/** The server's surroundings. */
export interface ServerHost {
  readonly files: FileStore;
  /** Text of a knowledge table shipped with the server. */
  loadTable(name: string): Promise<string | undefined>;
  /** Resolves after messages that wait were read. */
  pause(): Promise<void>;
  /** Writes annotations; absent where only the client can. */
  readonly sidecars?: SidecarStore;
  /** Who writes beside this file, where no setting says it: git's user. */
  author?(uri: string): Promise<string | undefined>;
  /** Uri of the folder that holds the rules' pages, where they are at hand. */
  readonly docs?: string;
}

/** What a client brings to the server's surroundings. */
export interface ClientHost {
  /** The client's file system, where it offers one. */
  readonly files?: FileStore;
  /** Uri of the folder of the knowledge tables, where the client names one. */
  readonly tables?: string;
}

/** Why a sidecar was not written; it is as it was. */
export type SidecarUpdate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'read-only' | 'full' | 'busy' | 'unreadable'; readonly detail: Phrase | string };

/** Where annotations are kept. */
export interface SidecarStore {
  /**
   * Changes a sidecar as it is on disk now, which may be more than once where others write too; an absent one is empty.
   * `change` answers undefined to leave it. What is answered as done is done.
   */
  update(uri: string, change: (text: string) => string | undefined): Promise<SidecarUpdate>;
}
