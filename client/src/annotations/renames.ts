// Owns: a sidecar goes where its draft goes.
// Must not know: what a sidecar says.
import { type Disposable, type Uri, WorkspaceEdit, workspace } from 'vscode';

const SUFFIX = '.annotations.jsonl';

/** Renames sidecars in the same step as their documents, so that one undo takes back both. */
export function followRenames(): Disposable {
  return workspace.onWillRenameFiles(event => {
    event.waitUntil(
      (async () => {
        const edit = new WorkspaceEdit();
        for (const { oldUri, newUri } of event.files) {
          const sidecar = oldUri.with({ path: oldUri.path + SUFFIX });
          if (await exists(sidecar)) edit.renameFile(sidecar, newUri.with({ path: newUri.path + SUFFIX }), { overwrite: false });
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
