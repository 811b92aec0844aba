// Owns: the shape of a language feature.
// Must not know: any single one.
import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientAbilities, Session } from './session.ts';

/** One language feature: what is announced, and its handlers. Each stands in a file of its own. */
export interface Feature {
  /** For all clients, or as this one's abilities are. */
  readonly capabilities: ServerCapabilities | ((abilities: ClientAbilities) => ServerCapabilities);
  register(session: Session): void;
}
