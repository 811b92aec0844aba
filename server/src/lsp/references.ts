// Owns: answering reference requests: from a source to what rests on it.
// Must not know: what rests on what.
import { referencesAt } from '../core/ide/navigation.ts';
import { toLocations, toOffset } from './convert.ts';
import type { Feature } from './feature.ts';

export const references: Feature = {
  capabilities: { referencesProvider: true },
  register(session) {
    session.connection.onReferences(async ({ textDocument, position, context }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const offset = toOffset(session, checked.lines, position);
      return toLocations(session, referencesAt(session.workspace, checked.uri, offset, context.includeDeclaration));
    });
  },
};
