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
import type { Session } from './session.ts';

/** A configuration that was saved a moment ago is being read, and with it its Story is made anew. */
async function untilRead({ workspace }: Session): Promise<void> {
  await workspace.refresh([]);
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const strictness: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(STRICTNESS_REQUEST, async ({ uri }: DocumentParams): Promise<Strictness> => {
      await untilRead(session);
      return session.workspace.storyOf(uri)?.view.strictness ?? 'standard';
    });
    session.connection.onRequest(
      SET_STRICTNESS_REQUEST,
      async ({ uri, strictness: value }: SetStrictnessParams): Promise<ProtocolChanges | null> => {
        await untilRead(session);
        const edit = configurationEdit(session.workspace, uri, ['strictness'], value);
        if (!edit) return null;
        return edit.creates
          ? toChanges(session, [], [{ uri: edit.creates, text: edit.edits[0]?.newText ?? '', cursor: START }])
          : toChanges(session, edit.edits);
      },
    );
  },
};
