// Owns: asking where to save what was made of a draft, and writing it there.
// Must not know: what it is.
import { Uri, window, workspace } from 'vscode';

export interface Saving {
  readonly text: string;
  readonly title: string;
  /** Name of the kind of file, and how its files end. */
  readonly kind: string;
  readonly extension: string;
  /** What stands between the draft's name and that. */
  readonly infix: string;
  /** Offer the folder above the draft's: in the draft's own it would be read as one more draft or source. */
  readonly isOutside?: boolean;
}

/** Writes a text to a file that a person chooses; undefined where none was chosen. */
export async function saveAs(draft: Uri, { text, title, kind, extension, infix, isOutside }: Saving): Promise<Uri | undefined> {
  const stem = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const folder = Uri.joinPath(draft, isOutside ? '../..' : '..');
  const target = await window.showSaveDialog({
    ...(draft.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(folder, `${stem}.${infix}.${extension}`) }),
    filters: { [kind]: [extension] },
    title,
  });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}
