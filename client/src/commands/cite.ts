// Owns: citing evidence for the words under the cursor, from a list or straight from a view.
// Must not know: how sources are ranked, how citations are written.
import { commands, l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import {
  CITABLE_REQUEST,
  CITE_REQUEST,
  type CitableItem,
  type CitableList,
  type CiteParams,
  type ProtocolChanges,
  type SelectionParams,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { applyAsked, openPlace } from '../places.ts';

interface SourcePick extends QuickPickItem {
  readonly source?: CitableItem;
}

/** The selection of the active editor, as requests take it. */
export function activeSelection(): SelectionParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { start, end } = editor.selection;
  const at = ({ line, character }: typeof start): { line: number; character: number } => ({ line, character });
  return { uri: editor.document.uri.toString(), range: { start: at(start), end: at(end) } };
}

/** Offers the sources that the draft may name, the likeliest first with the passage that bears on the words. */
export async function citeEvidence(session: Session): Promise<void> {
  const { client } = session;
  const selection = activeSelection();
  const citable = selection && (await client.sendRequest<CitableList | null>(CITABLE_REQUEST, selection));
  if (!citable) {
    void window.showInformationMessage(l10n.t('Put the cursor in a sentence of a draft first.'));
    return;
  }
  if (citable.sources.length === 0) {
    const create = l10n.t('New Source from Clipboard');
    const choice = await window.showInformationMessage(l10n.t('The notes hold no source that this draft may name.'), create);
    if (choice === create) await commands.executeCommand('backdraft.newSourceFromClipboard');
    return;
  }
  const source = await pickSource(citable.sources);
  // What was offered with it may be older than the draft by now.
  if (source) await cite(session, source.key, selection);
}

/** Cites a source that a view names in the draft that is being written. */
export function citeHere(session: Session, key: string): Promise<void> {
  return cite(session, key, activeSelection());
}

async function cite({ client }: Session, key: string, selection: SelectionParams | undefined): Promise<void> {
  await applyAsked(
    async () => (selection ? client.sendRequest<ProtocolChanges | null>(CITE_REQUEST, { ...selection, key } satisfies CiteParams) : null),
    () => void window.showInformationMessage(l10n.t('Put the cursor in a sentence of a draft that may name this source first.')),
  );
}

function pickSource(sources: readonly CitableItem[]): Promise<CitableItem | undefined> {
  const pick = window.createQuickPick<SourcePick>();
  pick.title = l10n.t('Cite Evidence');
  pick.placeholder = l10n.t('Sources whose words come closest are first; type to search titles, keys and passages');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const open = { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Open Source') };
  const toPick = (source: CitableItem): SourcePick => ({
    label: `${source.cited ? '$(check) ' : ''}${escapeIcons(source.name)}`,
    description: [source.key === source.name ? '' : source.key, source.grade, source.published, source.cited ? l10n.t('cited already') : '']
      .filter(Boolean)
      .join(' · '),
    ...(source.passage ? { detail: escapeIcons(source.passage.text), buttons: [open] } : {}),
    source,
  });
  const near = sources.filter(source => source.passage);
  const far = sources.filter(source => !source.passage);
  pick.items = [
    ...near.map(toPick),
    ...(far.length > 0 ? [{ label: l10n.t('Other sources'), kind: QuickPickItemKind.Separator }] : []),
    ...far.map(toPick),
  ];
  return new Promise(resolve => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.source);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      if (item.source?.passage) void openPlace(item.source.passage);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Words of notes are no icons. */
function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
