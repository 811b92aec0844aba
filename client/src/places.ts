// Owns: turning the places and changes of our own requests into VS Code's.
// Must not know: what they are about.
import {
  commands,
  Location,
  l10n,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { ProtocolChanges, ProtocolPlace, ProtocolRange } from '../../server/src/protocol.ts';

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Shows a place in an editor, its words selected. */
export async function openPlace({ uri, range }: ProtocolPlace, preserveFocus = false): Promise<void> {
  const target = Uri.parse(uri);
  // A picture or PDF opens in whatever editor it has.
  if (!/\.(?:md|markdown|txt|bib|bibtex|json|ya?ml|html?|eml|vtt|srt)$/i.test(target.path) && target.scheme !== 'untitled') {
    await commands.executeCommand('vscode.open', target);
    return;
  }
  await window.showTextDocument(target, { selection: toRange(range), preserveFocus });
}

/** Shows places in the list of references at a position, as a code lens asks for it. */
export async function showReferences(uri: string, position: Position, places: readonly ProtocolPlace[]): Promise<void> {
  const locations = places.map(place => new Location(Uri.parse(place.uri), toRange(place.range)));
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), new Position(position.line, position.character), locations);
}

/** Puts the cursor at a place of an editor that is open already, and shows it in the middle of the window. */
export function goTo(place: ProtocolRange): void {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const at = new Position(place.start.line, place.start.character);
  editor.selection = new Selection(at, at);
  editor.revealRange(toRange(place), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** How often changes are asked for anew: each time VS Code refuses them only where somebody typed between question and answer. */
const TRIES = 3;

/**
 * Asks for changes and applies them. VS Code refuses edits of a text that changed meanwhile: then they are asked for anew, and where
 * that goes on, the writer is told. Answers the changes that were made; undefined where there were none to make (`null`) or none was made.
 */
export async function applyAsked(ask: () => Thenable<ProtocolChanges | null>, otherwise: () => void): Promise<ProtocolChanges | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const changes = await ask();
    if (!changes) {
      otherwise();
      return undefined;
    }
    if (await applyChanges(changes)) return changes;
  }
  void window.showWarningMessage(l10n.t('The file changed meanwhile, so nothing was done. Try again.'));
  return undefined;
}

/** Applies edits and makes new files; a file that came to be there meanwhile stays as it is. Answers whether all went well. */
async function applyChanges({ edits, creates }: ProtocolChanges): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, text } of creates) edit.createFile(Uri.parse(uri), { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  for (const { uri, range, newText } of edits) edit.replace(Uri.parse(uri), toRange(range), newText);
  return workspace.applyEdit(edit);
}

/** Opens the first of the new files, with the cursor where the writer goes on: beside a draft, in place of a note. */
export async function openCreated({ creates }: ProtocolChanges, viewColumn = ViewColumn.Beside): Promise<void> {
  const [first] = creates;
  if (!first) return;
  await window.showTextDocument(Uri.parse(first.uri), {
    selection: toRange(first.cursor),
    viewColumn,
    preview: false,
  });
}
