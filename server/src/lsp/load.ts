// Owns: reading the workspace with progress that the client shows.
// Must not know: what is read.
import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Shorter loads than this are not worth a word. */
const SILENT = 250;

/** Reads notes, bibliographies and configurations. Never rejects. */
export async function load(session: Session): Promise<void> {
  const { workspace, connection, abilities } = session;
  let progress: WorkDoneProgressReporter | undefined;
  let ended = false;
  let share = 0;
  const begin = setTimeout(async () => {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    progress = created;
    progress.begin('Backdraft', share, workspace.language.say`reading the notes`, false);
  }, SILENT);
  if (!abilities.progress) clearTimeout(begin);
  try {
    await workspace.load(({ done, total }) => {
      const now = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (now > share) progress?.report(now, workspace.language.say`reading the notes (${done} of ${total})`);
      share = now;
    });
  } catch (error) {
    connection.console.error(workspace.redact(`The workspace could not be read: ${String(error)}`));
  } finally {
    ended = true;
    clearTimeout(begin);
    progress?.done();
  }
}
