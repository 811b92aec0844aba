// Owns: showing what is not checked, and why.
// Must not know: how the reasons come about.
import { l10n, type QuickPickItem, window } from 'vscode';
import { type DocumentParams, UNCHECKED_REQUEST, type UncheckedItem, type UncheckedList } from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { openPlace } from '../places.ts';

/** Lists parts of the draft and sources of its story that nothing was compared with. */
export async function showUnchecked({ client, states }: Session): Promise<void> {
  const uri = (window.activeTextEditor?.document.uri ?? states.draft)?.toString();
  const list = uri === undefined ? [] : await client.sendRequest<UncheckedList>(UNCHECKED_REQUEST, { uri } satisfies DocumentParams);
  if (list.length === 0) {
    void window.showInformationMessage(l10n.t('Everything here is checked.'));
    return;
  }
  const items: (QuickPickItem & { readonly place: UncheckedItem })[] = list.map(place => ({
    label: place.text.replaceAll('$(', '$\u200b('),
    detail: place.reason,
    place,
  }));
  const choice = await window.showQuickPick(items, {
    title: l10n.t('What is not checked, and why'),
    placeHolder: l10n.t('Choose one to go there'),
    matchOnDetail: true,
  });
  if (choice) await openPlace(choice.place);
}
