// Owns: turning a folder into a Story: a notes folder and a configuration, each only where there is none.
// Must not know: what either means to the server.
import { l10n, Uri, window, workspace } from 'vscode';

const CONFIGURATION = `# Backdraft: how drafts of this folder are checked. Delete what you do not need.
# notes: ["notes/**", "*.notes.md"]
# citations:
#   style: footnote        # or pandoc, wiki, link
# rules:
#   terms/hype: off
`;

const FIRST_NOTE = `## Title of the first source {#first-source}
- url: https://example.org/article
- published: 2025-01-31
- grade: B2

What this source says, in its words or yours.

> "What somebody said." — Who said it
`;

/** Sets up the folder of the active document, or the first folder of the workspace. */
export async function setUpStory(): Promise<void> {
  const document = window.activeTextEditor?.document.uri;
  const folder =
    (document && document.scheme !== 'untitled' ? Uri.joinPath(document, '..') : undefined) ?? workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    void window.showInformationMessage(l10n.t('Save the draft in a folder first: its notes live beside it.'));
    return;
  }
  const note = Uri.joinPath(folder, 'notes', 'first-source.md');
  if (!(await exists(Uri.joinPath(folder, 'notes')))) await write(note, FIRST_NOTE);
  const configuration = Uri.joinPath(folder, '.backdraft.yaml');
  if (!(await exists(configuration))) await write(configuration, CONFIGURATION);
  if (await exists(note)) await window.showTextDocument(note, { preview: false, viewColumn: -2 });
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function write(uri: Uri, text: string): Thenable<void> {
  return workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
