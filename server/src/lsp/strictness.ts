// Owns: answering how strict a Story is, and setting it in its configuration.
// Must not know: what strictness does.
import { configurationEdit } from '../core/ide/actions.ts';
import {
  type DocumentParams,
  type ProtocolChanges,
  SET_STRICTNESS_REQUEST,
  type SetStrictnessParams,
  STRICTNESS_REQUEST,
  type Strictness,
} from '../protocol.ts';
import { toChanges } from './convert.ts';
import type { Feature } from './feature.ts';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const strictness: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(
      STRICTNESS_REQUEST,
      ({ uri }: DocumentParams): Strictness => session.workspace.storyOf(uri)?.view.strictness ?? 'standard',
    );
    session.connection.onRequest(
      SET_STRICTNESS_REQUEST,
      async ({ uri, strictness: value }: SetStrictnessParams): Promise<ProtocolChanges | null> => {
        const edit = configurationEdit(session.workspace, uri, ['strictness'], value);
        if (!edit) return null;
        return edit.creates
          ? toChanges(session, [], [{ uri: edit.creates, text: edit.edits[0]?.newText ?? '', cursor: START }])
          : toChanges(session, edit.edits);
      },
    );
  },
};
