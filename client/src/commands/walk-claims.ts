// Owns: walking from one claim without support to the next.
// Must not know: how verdicts are reached.
import { l10n, Position, window } from 'vscode';
import { CLAIMS_REQUEST, type ClaimList, type DocumentParams } from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { goTo } from '../places.ts';

/** Puts the cursor at the next or previous claim that nothing backs; from the last one it goes on at the first. */
export async function walkClaims({ client }: Session, direction: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  const params: DocumentParams | undefined = editor && { uri: editor.document.uri.toString() };
  const list = params && (await client.sendRequest<ClaimList | null>(CLAIMS_REQUEST, params));
  if (!editor || list?.role !== 'draft') {
    void window.showInformationMessage(l10n.t('Open a draft first: claims are found in drafts alone.'));
    return;
  }
  const open = list.claims.filter(claim => claim.open);
  if (open.length === 0) {
    void window.showInformationMessage(
      list.dormant ? l10n.t('There are no notes here yet, so claims are not checked.') : l10n.t('No claim of this draft lacks support.'),
    );
    return;
  }
  const { active } = editor.selection;
  const starts = open.map(({ range: { start } }) => new Position(start.line, start.character));
  const found =
    direction === 'next' ? starts.findIndex(start => start.isAfter(active)) : starts.findLastIndex(start => start.isBefore(active));
  const index = found >= 0 ? found : direction === 'next' ? 0 : open.length - 1;
  const target = open[index];
  if (!target) return;
  goTo(target.range);
  const where = l10n.t('Claim {0} of {1} without support', index + 1, open.length);
  const wrapped = direction === 'next' ? l10n.t('from the start again') : l10n.t('from the end again');
  window.setStatusBarMessage(found >= 0 ? where : `${where}, ${wrapped}`, 4000);
}
