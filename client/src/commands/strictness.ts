// Owns: choosing how strictly a story is checked.
// Must not know: what strictness does; how configurations are written.
import { l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type DocumentParams,
  type ProtocolChanges,
  SET_STRICTNESS_REQUEST,
  type SetStrictnessParams,
  STRICTNESS_REQUEST,
  type Strictness,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { applyChanges } from '../places.ts';

/** Asks, and writes the answer into `.backdraft.yaml`, so that the command line agrees. */
export async function setStrictness({ client, states }: Session): Promise<void> {
  const uri = (window.activeTextEditor?.document.uri ?? states.draft)?.toString();
  if (!uri || uri.startsWith('untitled:')) {
    void window.showInformationMessage(l10n.t('Save the draft in a folder first: its notes live beside it.'));
    return;
  }
  const now = await client.sendRequest<Strictness>(STRICTNESS_REQUEST, { uri } satisfies DocumentParams);
  const choices: (QuickPickItem & { readonly strictness: Strictness })[] = [
    { strictness: 'relaxed', label: l10n.t('Relaxed'), detail: l10n.t('Asks for the source of what is plainly a checkable fact.') },
    { strictness: 'standard', label: l10n.t('Standard'), detail: l10n.t('The default.') },
    {
      strictness: 'strict',
      label: l10n.t('Strict'),
      detail: l10n.t('Asks about doubtful cases, too. Good for a last look before you publish.'),
    },
  ];
  const choice = await window.showQuickPick(
    choices.map(item => ({ ...item, ...(item.strictness === now ? { description: l10n.t('now') } : {}) })),
    { title: l10n.t('How strictly is this story checked?'), placeHolder: l10n.t('Written to .backdraft.yaml of the story') },
  );
  if (!choice || choice.strictness === now) return;
  const params: SetStrictnessParams = { uri, strictness: choice.strictness };
  const changes = await client.sendRequest<ProtocolChanges | null>(SET_STRICTNESS_REQUEST, params);
  if (!changes) {
    void window.showWarningMessage(l10n.t('The configuration of this story cannot be read as YAML. Mend it first.'));
    return;
  }
  if (!(await applyChanges(changes))) return;
  for (const file of changes.edits) await workspace.openTextDocument(Uri.parse(file.uri)).then(document => document.save());
}
