// Owns: answering what a writer may cite for a passage, and new notes from pasted words or for a claim.
// Must not know: how sources are ranked or read; how the client offers them.
import type { CancellationToken } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { citableAt, citeAt } from '../core/ide/citable.ts';
import { type NewNote, noteForClaim, sourcesFromPasted } from '../core/ide/new-source.ts';
import { LineIndex } from '../core/text/line-index.ts';
import {
  CITABLE_REQUEST,
  CITE_REQUEST,
  type CitableList,
  type CiteParams,
  NEW_NOTE_REQUEST,
  NEW_SOURCE_REQUEST,
  type NewNoteParams,
  type NewSourceParams,
  type NewSourceResult,
  type ProtocolChanges,
  type SelectionParams,
} from '../protocol.ts';
import { toChanges, toLocation, toRange, toSpan } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const citing: Feature = {
  capabilities: {},
  register(session) {
    const { connection } = session;
    connection.onRequest(CITABLE_REQUEST, async ({ uri, range }: SelectionParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      return checked ? citable(session, checked, range) : null;
    });
    connection.onRequest(CITE_REQUEST, async ({ uri, range, key }: CiteParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      const edits = checked && citeAt(session.workspace, checked.uri, toSpan(session, checked.lines, range), key);
      return edits ? toChanges(session, edits) : null;
    });
    connection.onRequest(NEW_SOURCE_REQUEST, async ({ uri, text, today }: NewSourceParams): Promise<NewSourceResult | null> => {
      const found = sourcesFromPasted(session.workspace, uri, text, today);
      if (!found) return null;
      const known = await Promise.all(
        found.known.map(async source => {
          const place = await toLocation(session, source.uri, source.keySpan);
          return place && { ...place, name: session.workspace.redact(source.title) };
        }),
      );
      return { changes: await toChanges(session, [], created(found.notes)), known: known.filter(one => one !== undefined) };
    });
    connection.onRequest(NEW_NOTE_REQUEST, async ({ uri, range, today }: NewNoteParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      const made = checked && noteForClaim(session.workspace, checked.uri, toSpan(session, checked.lines, range), today);
      return made ? toChanges(session, made.edits, created([made.note])) : null;
    });
  },
};

async function citable(session: Session, checked: CheckedDocument, range: SelectionParams['range']): Promise<CitableList | null> {
  const found = citableAt(session.workspace, checked.uri, toSpan(session, checked.lines, range));
  if (!found) return null;
  return {
    sentence: toRange(session, checked.lines, found.sentence),
    sources: await Promise.all(
      found.sources.map(async ({ passage, edits, ...source }) => {
        const place = passage && (await toLocation(session, passage.uri, passage.span));
        return {
          ...source,
          ...(passage && place ? { passage: { ...place, text: session.workspace.redact(passage.text) } } : {}),
          changes: await toChanges(session, edits),
        };
      }),
    ),
  };
}

/** Where the cursor goes counts in the note that is still to be written. */
function created(notes: readonly NewNote[]): ProtocolChanges['creates'] {
  return notes.map(({ uri, text, cursor }) => {
    const at = new LineIndex(text).range({ start: cursor, end: cursor }, 'utf-16');
    return { uri, text, cursor: at };
  });
}
