// Owns: a sidecar goes where its draft goes.
// Must not know: what a sidecar says.
import { type Disposable, l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode';

const SUFFIX = '.annotations.jsonl';

/** Renames sidecars in the same step as their documents, so that one undo takes back both. */
export function followRenames(): Disposable {
  return workspace.onWillRenameFiles(event => {
    event.waitUntil(
      (async () => {
        const edit = new WorkspaceEdit();
        const chosen = new Set(event.files.map(({ oldUri }) => oldUri.toString()));
        for (const { oldUri, newUri } of event.files) {
          const sidecar = oldUri.with({ path: oldUri.path + SUFFIX });
          const target = newUri.with({ path: newUri.path + SUFFIX });
          // Where the user moves it as well, it goes where he wants it.
          if (chosen.has(sidecar.toString()) || !(await exists(sidecar))) continue;
          if (await exists(target)) {
            const [stays, there] = [sidecar, target].map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
            void window.showWarningMessage(l10n.t('{0} is there already, so {1} stays where it is.', there ?? '', stays ?? ''));
          } else edit.renameFile(sidecar, target, { overwrite: false });
        }
        return edit;
      })(),
    );
  });
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
