// Owns: what the suites inside VS Code share: waiting, opening, reading diagnostics.
// Must not know: single tests.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION = 'backdraft.backdraft';

/** A file of the test workspace. */
export function fileUri(...names: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the test workspace is open');
  return vscode.Uri.joinPath(folder, ...names);
}

/** Opens a file in an editor, with the text that it has on disk. */
export async function openFile(...names: readonly string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(...names)), { preview: false });
}

/** Asks until the answer is not undefined. Providers answer late while others register, so nothing is asked once. */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>, timeout = 15_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    assert.ok(Date.now() < end, `no ${what} within ${timeout / 1000} s`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Backdraft's diagnostics of a file. */
export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'backdraft');
}

/** The rule of a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a finding of a rule in a file, and answers it. */
export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`${rule} in ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`, () => findings(uri).find(one => ruleOf(one) === rule)).catch(
    error => {
      throw new Error(`${String(error)}; there is ${findings(uri).map(ruleOf).join(', ') || 'nothing'}`);
    },
  );
}

/** Waits until a rule has nothing more to say in a file. */
export async function noFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await until(`end of ${rule}`, () => (findings(uri).some(one => ruleOf(one) === rule) ? undefined : true));
}

/** Code actions at a place, once one of them fits. */
export function action(uri: vscode.Uri, range: vscode.Range, title: RegExp, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction> {
  return until(`code action ${title}`, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
    );
    return actions?.find(one => title.test(one.title));
  });
}

/** Puts back the text that a test changed. */
export async function restore(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await document.save();
}

type Asking =
  | 'showErrorMessage'
  | 'showWarningMessage'
  | 'showInformationMessage'
  | 'showInputBox'
  | 'showQuickPick'
  | 'showOpenDialog'
  | 'showSaveDialog';

/** Answers for a person what is asked while something runs, with a value or by a function; gives what was asked. */
export async function answering(asking: Asking, answer: unknown, run: () => PromiseLike<unknown>): Promise<unknown[][]> {
  const asked: unknown[][] = [];
  const window = vscode.window as unknown as Record<Asking, (...args: unknown[]) => unknown>;
  const real = window[asking];
  window[asking] = async (...args) => {
    asked.push(args);
    return typeof answer === 'function' ? answer(...args) : answer;
  };
  try {
    await run();
  } finally {
    window[asking] = real;
  }
  return asked;
}
