// Owns: answering what the ledger of an open draft is: as the body of a view, or as a file.
// Must not know: what stands in a ledger, how the client shows it.
import type { CancellationToken } from 'vscode-languageserver';
import { joinUri } from '../core/engine/uri.ts';
import { TLP_LEVELS } from '../core/extract/tlp.ts';
import { ledgerBody, type Target } from '../core/ide/ledger/body.ts';
import { LEDGER_FORMATS, writeLedger } from '../core/ide/ledger/formats.ts';
import { type Audience, gatherLedger } from '../core/ide/ledger/gather.ts';
import { LEDGER_STYLE } from '../core/ide/ledger/style.ts';
import {
  LEDGER_FILE_REQUEST,
  LEDGER_VIEW_REQUEST,
  type LedgerFileParams,
  type LedgerParams,
  type LedgerView,
  type ProtocolPlace,
} from '../protocol.ts';
import { toLocation } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const ledger: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(LEDGER_VIEW_REQUEST, async (params: LedgerParams, token: CancellationToken) => {
      const found = await ledgerFor(session, params, token);
      if (!found) return null;
      const targets: Target[] = [];
      const body = ledgerBody(found.ledger, session.language, targets);
      const root = found.checked.storyRoot ?? '';
      const view: LedgerView = {
        title: found.ledger.draft.title,
        style: LEDGER_STYLE,
        body,
        places: await Promise.all(targets.map(target => placeOf(session, found.checked.uri, root, target))),
      };
      return view;
    });
    session.connection.onRequest(LEDGER_FILE_REQUEST, async (params: LedgerFileParams, token: CancellationToken) => {
      const found = await ledgerFor(session, params, token);
      const format = LEDGER_FORMATS.find(known => known === params.format);
      return found && format ? writeLedger(found.ledger, format, session.language) : null;
    });
  },
};

async function ledgerFor(session: Session, { uri, includeAbove, ...asked }: LedgerParams, token: CancellationToken) {
  const tlp = TLP_LEVELS.find(level => level === asked.tlp);
  const includeUnmarked = asked.includeUnmarked === true;
  const audience: Audience = { ...(tlp ? { tlp, includeUnmarked } : {}), includeAbove: includeAbove === true };
  const checked = await session.check(uri, token);
  const ledger = checked && gatherLedger(session.workspace, checked, audience);
  return checked && ledger ? { checked, ledger } : undefined;
}

/** Null where the file cannot be read, or its path holds a protected name. */
async function placeOf(session: Session, draft: string, root: string, { path, place }: Target): Promise<ProtocolPlace | null> {
  const uri = path === undefined ? draft : joinUri(root, path);
  return (await toLocation(session, uri, { start: place.start, end: place.end })) ?? null;
}
