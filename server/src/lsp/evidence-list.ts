// Owns: answering what the Sources of a Story are and what rests on them.
// Must not know: how the client shows them.
import type { CancellationToken } from 'vscode-languageserver';
import { normalUri } from '../core/engine/uri.ts';
import { evidenceOf, type ListedSource, type ListedUse } from '../core/ide/evidence-list.ts';
import { EVIDENCE_REQUEST, type EvidenceList, type EvidenceParams, type ListedSourceItem, type ListedUseItem } from '../protocol.ts';
import { toLocation } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const evidenceList: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(
      EVIDENCE_REQUEST,
      async ({ uri, draft }: EvidenceParams, token: CancellationToken): Promise<EvidenceList | null> => {
        const { workspace } = session;
        const story = workspace.storyOf(uri);
        if (!story) return null;
        const checked = draft === undefined ? undefined : await session.check(draft, token);
        const sources = evidenceOf(workspace, normalUri(uri), checked);
        return {
          story: story.root,
          dormant: story.view.dormant,
          indexing: !workspace.ready,
          sources: await Promise.all(sources.map(source => toItem(session, source))),
        };
      },
    );
  },
};

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

async function toItem(session: Session, source: ListedSource): Promise<ListedSourceItem> {
  const safe = (text: string): string => session.workspace.redact(text);
  const { span, uses, name, reliesOn, origin, ...rest } = source;
  // A binary file has no lines.
  const place = source.noText === 'binary' ? undefined : await toLocation(session, source.uri, span);
  return {
    ...rest,
    name: safe(name),
    origin: { id: origin.id, name: safe(origin.name) },
    ...(reliesOn === undefined ? {} : { reliesOn: safe(reliesOn) }),
    uri: session.clientUri(source.uri),
    range: place?.range ?? START,
    uses: await Promise.all(uses.map(use => toUse(session, use))),
  };
}

async function toUse(session: Session, { uri, span, text, kind, verdict }: ListedUse): Promise<ListedUseItem> {
  const place = await toLocation(session, uri, span);
  return {
    uri: session.clientUri(uri),
    range: place?.range ?? START,
    text: session.workspace.redact(text),
    kind,
    ...(verdict ? { verdict } : {}),
  };
}
