// Owns: the command that reads everything again and counts what is found.
// Must not know: how the client shows it.
import type { CancellationToken } from 'vscode-languageserver';
import type { Severity } from '../core/rules/types.ts';
import type { CheckWorkspaceResult } from '../protocol.ts';
import { countFindings } from './convert.ts';
import { load } from './load.ts';
import type { Session } from './session.ts';

/** Reads the workspace again and checks every file of it. */
export async function checkWorkspace(session: Session, token: CancellationToken): Promise<CheckWorkspaceResult> {
  await load(session);
  const { workspace, host } = session;
  const findings: { severity: Severity }[] = [];
  let files = 0;
  for (const { uri } of workspace.files()) {
    if (token.isCancellationRequested) break;
    const checked = await workspace.checkFile(uri);
    if (!checked) continue;
    files++;
    for (const { severity } of checked.findings) findings.push({ severity });
    await host.pause();
  }
  return { files, findings: countFindings(findings) };
}
