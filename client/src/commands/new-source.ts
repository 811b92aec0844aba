// Owns: new notes: a source from the clipboard, a note for the claim under the cursor.
// Must not know: how references are read, what a note looks like.
import { env, l10n, ViewColumn, window } from 'vscode';
import {
  NEW_NOTE_REQUEST,
  NEW_SOURCE_REQUEST,
  type NewNoteParams,
  type NewSourceParams,
  type NewSourceResult,
  type ProtocolChanges,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { applyAsked, openCreated, openPlace } from '../places.ts';
import { today } from '../today.ts';
import { activeSelection } from './cite.ts';

/** Makes a note of the address, link, reference or entry in the clipboard. */
export async function newSourceFromClipboard({ client, states }: Session): Promise<void> {
  const document = window.activeTextEditor?.document.uri ?? states.draft;
  if (!document || document.scheme === 'untitled') {
    tellToSave();
    return;
  }
  const params: NewSourceParams = { uri: document.toString(), text: await env.clipboard.readText(), today: today() };
  const ask = (): Promise<NewSourceResult | null> => client.sendRequest<NewSourceResult | null>(NEW_SOURCE_REQUEST, params);
  const found = await ask();
  const [known] = found?.known ?? [];
  if (known && found?.changes.creates.length === 0) {
    void window.showInformationMessage(l10n.t('This source is in the notes already: {0}.', known.name));
    await openPlace(known);
    return;
  }
  const made = await applyAsked(
    async () => (await ask())?.changes ?? null,
    () =>
      void window.showInformationMessage(
        l10n.t('The clipboard holds no source. Copy an address, a Markdown link, a DOI, BibTeX or CSL-JSON first.'),
      ),
  );
  if (made) await openCreated(made, states.active?.role === 'notes' ? ViewColumn.Active : ViewColumn.Beside);
}

/** Makes a note for the claim under the cursor, and cites it there. */
export async function newNoteForClaim({ client }: Session): Promise<void> {
  const selection = activeSelection();
  if (selection?.uri.startsWith('untitled:')) {
    tellToSave();
    return;
  }
  const params: NewNoteParams | undefined = selection && { ...selection, today: today() };
  const made = await applyAsked(
    async () => (params ? client.sendRequest<ProtocolChanges | null>(NEW_NOTE_REQUEST, params) : null),
    () => void window.showInformationMessage(l10n.t('Put the cursor in a sentence of a draft first.')),
  );
  if (made) await openCreated(made);
}

function tellToSave(): void {
  void window.showInformationMessage(l10n.t('Save the draft in a folder first: its notes live beside it.'));
}
