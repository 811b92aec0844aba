// Owns: the commands of the palette and what they do in the editor.
// Must not know: rules beyond their ids.
import { commands, type Diagnostic, languages, Uri, window, workspace } from 'vscode';
import { CHECK_WORKSPACE_REQUEST, type CheckWorkspaceResult } from '../../server/src/protocol.ts';
import type { Session } from './extension.shared.ts';
import { setUpStory } from './set-up-story.ts';

/** Registers every command that package.json contributes. */
export function registerCommands(session: Session): void {
  const register = (name: string, run: (...args: readonly unknown[]) => unknown): void => {
    session.context.subscriptions.push(commands.registerCommand(name, run));
  };
  register('backdraft.checkWorkspace', () => checkWorkspace(session));
  register('backdraft.restart', () => session.restart());
  register('backdraft.openRulePage', (rule?: unknown) => openRulePage(session, rule));
  register('backdraft.showOutput', () => session.output.show());
  register('backdraft.setUpStory', () => setUpStory());
}

async function checkWorkspace({ client }: Session): Promise<CheckWorkspaceResult> {
  const result = await client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST);
  const { error, warning, info, hint } = result.findings;
  const total = error + warning + info + hint;
  const files = `${result.files} file${result.files === 1 ? '' : 's'}`;
  const found = total === 0 ? 'no findings' : `${error} errors, ${warning} warnings, ${info + hint} remarks`;
  void window.showInformationMessage(`Backdraft checked ${files}: ${found}.`, ...(total > 0 ? ['Show Problems'] : [])).then(choice => {
    if (choice) void commands.executeCommand('workbench.actions.view.problems');
  });
  return result;
}

/** Opens the page of a rule: the one named, else one of the findings under the cursor. */
async function openRulePage({ context }: Session, named: unknown): Promise<void> {
  const rule = typeof named === 'string' ? named : await ruleUnderCursor();
  if (rule === undefined) {
    void window.showInformationMessage('There is no finding of Backdraft under the cursor.');
    return;
  }
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
  try {
    await workspace.fs.stat(page);
  } catch {
    void window.showWarningMessage(`There is no page about the rule ${rule}.`);
    return;
  }
  await commands.executeCommand('markdown.showPreview', page).then(undefined, () => window.showTextDocument(page));
}

async function ruleUnderCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const rules = languages
    .getDiagnostics(editor.document.uri)
    .filter(found => found.source === 'backdraft' && found.range.contains(editor.selection.active))
    .map(ruleOf)
    .filter(rule => rule !== undefined);
  const different = [...new Set(rules)];
  return different.length <= 1 ? different[0] : window.showQuickPick(different, { placeHolder: 'Which rule?' });
}

function ruleOf({ code }: Diagnostic): string | undefined {
  const id = typeof code === 'object' ? code.value : code;
  return id === undefined ? undefined : String(id);
}
