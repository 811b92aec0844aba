// Owns: small commands on the selection: copying its addresses, marking its sentence as opinion.
// Must not know: what an address is, where a sentence ends.
import { env, l10n, window } from 'vscode';
import { COPY_ADDRESSES_REQUEST, type CopyAddressesParams, OPINION_REQUEST, type ProtocolChanges } from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { applyAsked } from '../places.ts';
import { activeSelection } from './cite.ts';

/** Copies the selection, or the address under the cursor, with its addresses defanged or written plainly. */
export async function copyAddresses({ client }: Session, as: CopyAddressesParams['as']): Promise<void> {
  const selection = activeSelection();
  const params: CopyAddressesParams | undefined = selection && { ...selection, as };
  const text = params && (await client.sendRequest<string | null>(COPY_ADDRESSES_REQUEST, params));
  if (!text) {
    void window.showInformationMessage(l10n.t('Select the words to copy, or put the cursor in an address.'));
    return;
  }
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(as === 'defanged' ? l10n.t('Copied defanged') : l10n.t('Copied refanged: handle with care'), 4000);
}

/** Marks the sentence under the cursor as the writer's own view, so that nothing asks for its source. */
export async function markAsOpinion({ client }: Session): Promise<void> {
  await applyAsked(
    async () => {
      const selection = activeSelection();
      return selection ? client.sendRequest<ProtocolChanges | null>(OPINION_REQUEST, selection) : null;
    },
    () => void window.showInformationMessage(l10n.t('Put the cursor in a sentence of a draft first.')),
  );
}
