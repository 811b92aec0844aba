// Owns: turning a folder into a Story: a notes folder, a configuration and a draft, each only where there is none.
// Must not know: what any of them means to the server.
import { FileType, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { today } from './today.ts';

/** Sets up the folder of the active document, or the first folder of the workspace; shows the draft and, beside it, the first note. */
export async function setUpStory(): Promise<void> {
  const document = window.activeTextEditor?.document.uri;
  const folder =
    (document && document.scheme !== 'untitled' ? Uri.joinPath(document, '..') : undefined) ?? workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    void window.showInformationMessage(l10n.t('Save the draft in a folder first: its notes live beside it.'));
    return;
  }
  const draft = Uri.joinPath(folder, 'draft.md');
  const isNew = !document && !(await hasText(folder));
  if (isNew) await write(draft, firstDraft());
  const note = Uri.joinPath(folder, 'notes', 'first-source.md');
  if (!(await exists(Uri.joinPath(folder, 'notes')))) await write(note, firstNote());
  const configuration = Uri.joinPath(folder, '.backdraft.yaml');
  if (!(await exists(configuration))) await write(configuration, firstConfiguration());
  if (isNew) await window.showTextDocument(draft, { preview: false, viewColumn: ViewColumn.Active });
  if (await exists(note)) await window.showTextDocument(note, { preview: false, viewColumn: ViewColumn.Beside });
}

function firstConfiguration(): string {
  return `# ${l10n.t('Backdraft: how drafts of this folder are checked. Delete what you do not need.')}
# notes: ["notes/**", "*.notes.md"]
# citations:
#   style: footnote        # pandoc, wiki, link
# rules:
#   terms/hype: off
`;
}

function firstNote(): string {
  return `## ${l10n.t('Title of the first source')} {#first-source}
- url: https://example.org/article
- published: ${today()}
- grade: B2

${l10n.t('What this source says, in its words or yours.')}

> "${l10n.t('What somebody said.')}" — ${l10n.t('Who said it')}
`;
}

function firstDraft(): string {
  return `---
date: ${today()}
---

# ${l10n.t('Working title')}

`;
}

/** Some file of the folder could be a draft already. */
async function hasText(folder: Uri): Promise<boolean> {
  const entries = await workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  return entries.some(([name, type]) => type !== FileType.Directory && /\.(?:md|markdown|txt)$/i.test(name));
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
