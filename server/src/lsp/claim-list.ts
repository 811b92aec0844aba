// Owns: answering what the claims of a document are, and what of it is not checked.
// Must not know: how the client shows them.
import type { CancellationToken } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { baseName } from '../core/engine/uri.ts';
import { nameOf } from '../core/evidence/source-name.ts';
import type { Source } from '../core/evidence/types.ts';
import { claimsOf, type ListedClaim, uncheckedOf } from '../core/ide/claim-list.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
import {
  CLAIMS_REQUEST,
  type ClaimList,
  type DocumentParams,
  type ListedClaimItem,
  UNCHECKED_REQUEST,
  type UncheckedItem,
  type UncheckedList,
} from '../protocol.ts';
import { toLocation, toRange } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const claimList: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(CLAIMS_REQUEST, async ({ uri }: DocumentParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      return checked ? toClaimList(session, checked) : null;
    });
    session.connection.onRequest(UNCHECKED_REQUEST, async ({ uri }: DocumentParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      return checked ? toUncheckedList(session, checked) : [];
    });
  },
};

function toClaimList(session: Session, checked: CheckedDocument): ClaimList {
  const { workspace } = session;
  return {
    uri: session.clientUri(checked.uri),
    role: checked.role,
    dormant: checked.story?.dormant ?? false,
    indexing: !workspace.ready,
    claims: claimsOf(checked).map(claim => toItem(session, checked, claim)),
  };
}

function toItem(session: Session, { lines }: CheckedDocument, claim: ListedClaim): ListedClaimItem {
  const { span, text, section, sources, verdict, reason, open } = claim;
  const { workspace } = session;
  return {
    range: toRange(session, lines, span),
    text: workspace.redact(text),
    verdict,
    ...(reason ? { reason } : {}),
    open,
    ...(section ? { section: { title: workspace.redact(section.title), range: toRange(session, lines, section.span) } } : {}),
    sources: sources.map(({ key, name }) => ({ key, name: workspace.redact(name) })),
  };
}

const WITHOUT_TEXT: Readonly<Record<NonNullable<Source['noText']>, Phrase>> = {
  'bibliography-entry': phrase`This entry of the bibliography has no text to compare with. An abstract or a note of its own gives it some.`,
  binary: phrase`No text can be read from this file. Paste what matters into a note.`,
  'too-large': phrase`This file is too large to be read. Raise limits.note, or split it.`,
  unreadable: phrase`This file could not be read.`,
};

const OTHER_LANGUAGE = phrase`This source is in another language than English, so it is not compared with the draft.`;

/** Parts of the document first, then Sources of its Story without text, then files with problems. */
async function toUncheckedList(session: Session, checked: CheckedDocument): Promise<UncheckedList> {
  const { workspace } = session;
  const own = uncheckedOf(checked, workspace.language).map(
    ({ reason, span, text }): UncheckedItem => ({
      uri: session.clientUri(checked.uri),
      range: toRange(session, checked.lines, span ?? { start: 0, end: 0 }),
      reason,
      text: workspace.redact(text ?? baseName(checked.uri)),
    }),
  );
  const all = checked.storyRoot === undefined ? [] : workspace.sourcesOf(checked.storyRoot);
  const problems = workspace.problems.filter(({ uri }) => uri !== checked.uri);
  const told = new Set(problems.map(({ uri }) => uri));
  const sources = all.filter(({ uri, noText, language }) => (noText !== undefined || language !== undefined) && !told.has(uri));
  const start = { line: 0, character: 0 };
  const elsewhere = await Promise.all(
    sources.map(async (source): Promise<UncheckedItem> => {
      const place = (source.noText === 'bibliography-entry' && (await toLocation(session, source.uri, source.keySpan))) || {
        uri: session.clientUri(source.uri),
        range: { start, end: start },
      };
      return {
        ...place,
        reason: workspace.language.of(source.noText === undefined ? OTHER_LANGUAGE : WITHOUT_TEXT[source.noText]),
        text: workspace.redact(nameOf(source)),
      };
    }),
  );
  const files = problems.map(
    ({ uri, message }): UncheckedItem => ({
      uri: session.clientUri(uri),
      range: { start, end: start },
      reason: workspace.redact(message),
      text: workspace.redact(baseName(uri)),
    }),
  );
  return [...own, ...elsewhere, ...files];
}
