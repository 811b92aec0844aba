// Owns: telling the client that what it shows beside findings may have changed: lenses, hints, tokens.
// Must not know: what changed.
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Asks the client to ask again, where it can. */
export function refreshViews(session: Session): void {
  const { abilities, connection } = session;
  if (abilities.refreshCodeLenses) session.quietly(connection.sendRequest(CodeLensRefreshRequest.type));
  if (abilities.refreshInlayHints) session.quietly(connection.languages.inlayHint.refresh());
  if (abilities.refreshSemanticTokens) session.quietly(connection.languages.semanticTokens.refresh());
}
