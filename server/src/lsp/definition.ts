// Owns: answering definition requests: from a citation, quote or claim to its evidence.
// Must not know: what leads where.
import { definitionsAt } from '../core/ide/navigation.ts';
import { toLocations, toOffset } from './convert.ts';
import type { Feature } from './feature.ts';

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register(session) {
    session.connection.onDefinition(async ({ textDocument, position }, token) => {
      const checked = await session.check(textDocument.uri, token);
      return checked
        ? toLocations(session, definitionsAt(session.workspace, checked.uri, toOffset(session, checked.lines, position)))
        : null;
    });
  },
};
