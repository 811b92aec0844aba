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
import { applyAsked } from '../places.ts';

interface Choice extends QuickPickItem {
  readonly strictness: Strictness;
}

/** From the least strict to the strictest. */
function choices(): readonly Choice[] {
  return [
    { strictness: 'relaxed', label: l10n.t('Relaxed'), detail: l10n.t('Asks for the source of what is plainly a checkable fact.') },
    { strictness: 'standard', label: l10n.t('Standard'), detail: l10n.t('The default.') },
    {
      strictness: 'strict',
      label: l10n.t('Strict'),
      detail: l10n.t('Asks about doubtful cases, too. Good for a last look before you publish.'),
    },
  ];
}

/** Goes on to the next strictness, from the strictest to the least strict one, and says which it is now. */
export async function toggleStrictness(session: Session): Promise<void> {
  const found = await current(session);
  if (!found) return;
  const all = choices();
  const next = all[(all.findIndex(({ strictness }) => strictness === found.now) + 1) % all.length];
  if (!next || !(await write(session, found.uri, next.strictness))) return;
  const choose = l10n.t('Choose …');
  const answer = await window.showInformationMessage(l10n.t('Strictness of this story: {0}. {1}', next.label, next.detail ?? ''), choose);
  if (answer === choose) await setStrictness(session);
}

/** Asks for a strictness. */
export async function setStrictness(session: Session): Promise<void> {
  const found = await current(session);
  if (!found) return;
  const { uri, now } = found;
  const choice = await window.showQuickPick(
    choices().map(item => ({ ...item, ...(item.strictness === now ? { description: l10n.t('now') } : {}) })),
    { title: l10n.t('How strictly is this story checked?'), placeHolder: l10n.t('Written to .backdraft.yaml of the story') },
  );
  if (choice && choice.strictness !== now) await write(session, uri, choice.strictness);
}

/** The draft in question and how strictly its story is checked now; says so where there is none. */
async function current({ client, states }: Session): Promise<{ readonly uri: string; readonly now: Strictness } | undefined> {
  const uri = (window.activeTextEditor?.document.uri ?? states.draft)?.toString();
  if (!uri || uri.startsWith('untitled:')) {
    void window.showInformationMessage(l10n.t('Save the draft in a folder first: its notes live beside it.'));
    return undefined;
  }
  return { uri, now: await client.sendRequest<Strictness>(STRICTNESS_REQUEST, { uri } satisfies DocumentParams) };
}

/** Writes it into `.backdraft.yaml`, so that the command line agrees. Answers whether it stands there. */
async function write({ client }: Session, uri: string, strictness: Strictness): Promise<boolean> {
  const params: SetStrictnessParams = { uri, strictness };
  const changes = await applyAsked(
    () => client.sendRequest<ProtocolChanges | null>(SET_STRICTNESS_REQUEST, params),
    () => void window.showWarningMessage(l10n.t('The configuration of this story cannot be read as YAML. Mend it first.')),
  );
  if (!changes) return false;
  for (const file of changes.edits) await workspace.openTextDocument(Uri.parse(file.uri)).then(document => document.save());
  return true;
}
