// Owns: what the language server needs of the place it runs in: Node, a web worker.
// Must not know: either.
import type { FileStore } from '../core/engine/types.ts';

/** The server's surroundings. */
export interface ServerHost {
  readonly files: FileStore;
  /** Text of a knowledge table shipped with the server. */
  loadTable(name: string): Promise<string | undefined>;
  /** Resolves after messages that wait were read. */
  pause(): Promise<void>;
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
