// Owns: answering with an open draft as it is written out for others, and with what is to be said of that.
// Must not know: what an export holds, how the client keeps it.
import type { CancellationToken } from 'vscode-languageserver';
import { BIBLIOGRAPHY_FORMATS } from '../core/ide/exports/bibliography.ts';
import { exportDraft } from '../core/ide/exports/draft.ts';
import { EXPORT_DRAFT_REQUEST, type ExportDraftParams, type ExportDraftResult } from '../protocol.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

const EXPORTS = ['clean', 'bibliography', 'claimreview'] as const;

export const exports: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(EXPORT_DRAFT_REQUEST, (params: ExportDraftParams, token: CancellationToken) =>
      answer(session, params, token),
    );
  },
};

async function answer(
  session: Session,
  { uri, what, format }: ExportDraftParams,
  token: CancellationToken,
): Promise<ExportDraftResult | null> {
  const known = EXPORTS.find(one => one === what);
  const checked = known && (await session.check(uri, token));
  const found =
    known &&
    checked &&
    exportDraft(
      session.workspace,
      checked,
      known,
      BIBLIOGRAPHY_FORMATS.find(one => one === format),
    );
  if (!found) return null;
  const remarks = found.remarks.map(remark => session.language.of(remark));
  return { text: found.text, remarks, isEmpty: found.isEmpty };
}
