// Owns: telling the client what the check of an open document came to.
// Must not know: how the client shows it.
import type { CheckedDocument, SoFar } from '../core/engine/types.ts';
import { baseName, isUntitled } from '../core/engine/uri.ts';
import { type DocumentStatus, STATUS_NOTIFICATION } from '../protocol.ts';
import { countFindings } from './convert.ts';
import type { Session } from './session.ts';

/** Sends the sum of a check. Clients that do not know the notification ignore it. */
export function sendStatus(session: Session, checked: CheckedDocument): void {
  const status: DocumentStatus = {
    uri: session.clientUri(checked.uri),
    role: checked.role,
    dormant: checked.story?.dormant ?? false,
    indexing: !session.workspace.ready,
    ...(isUntitled(checked.uri) && checked.storyRoot && checked.story?.dormant === false
      ? { notesOf: session.workspace.redact(baseName(checked.storyRoot)) }
      : {}),
    findings: countFindings(checked.findings),
    claims: checked.claimCounts,
    unchecked: [...new Set(checked.unchecked.map(({ reason }) => reason))],
  };
  void session.connection.sendNotification(STATUS_NOTIFICATION, status);
}

/** Sends what is known of a document while the rest of it is being checked. */
export function sendEarlyStatus(session: Session, known: SoFar): void {
  const status: DocumentStatus = {
    uri: session.clientUri(known.uri),
    role: known.role,
    dormant: session.workspace.storyOf(known.uri)?.view.dormant ?? false,
    indexing: !session.workspace.ready,
    checking: true,
    findings: countFindings(known.findings),
    claims: { total: 0, supported: 0, unchecked: 0 },
    unchecked: [],
  };
  void session.connection.sendNotification(STATUS_NOTIFICATION, status);
}
