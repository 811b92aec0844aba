// Owns: answering the request "rests on": the hierarchy of claims, Sources and origins.
// Must not know: what rests on what.
import { RequestType } from 'vscode-languageserver';
import { type RestingItem, restsOn as restsOnAt } from '../core/ide/rests-on.ts';
import { RESTS_ON_REQUEST, type RestsOnItem, type RestsOnParams } from '../protocol.ts';
import { toLocation, toOffset } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const restsOn: Feature = {
  capabilities: {},
  register(session) {
    const request = new RequestType<RestsOnParams, readonly RestsOnItem[], void>(RESTS_ON_REQUEST);
    session.connection.onRequest(request, async ({ textDocument, position, towards }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return [];
      const offset = position && toOffset(session, checked.lines, position);
      const items = restsOnAt(session.workspace, checked, towards === 'claims' ? 'claims' : 'origins', offset);
      return Promise.all(items.map(item => toItem(session, item)));
    });
  },
};

async function toItem(session: Session, { place, children, ...item }: RestingItem): Promise<RestsOnItem> {
  const location = place && (await toLocation(session, place.uri, place.span));
  return {
    ...item,
    label: session.workspace.redact(item.label),
    ...(location ? { location } : {}),
    children: await Promise.all(children.map(child => toItem(session, child))),
  };
}
