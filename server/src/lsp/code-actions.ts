// Owns: answering code action requests: quick fixes, suppressions, fix-all.
// Must not know: how fixes are made.
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { type Action, actionsAt, safeEdits } from '../core/ide/actions.ts';
import type { DiagnosticData } from '../protocol.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** Kind of the action that takes every safe fix of a document; for `editor.codeActionsOnSave` too. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.backdraft`;

export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  register(session) {
    session.connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const wants = (kind: string): boolean => !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix)) {
        for (const action of actionsAt(session.workspace, checked.uri, toSpan(session, checked.lines, range))) {
          const made = await quickFix(session, checked, action, context.diagnostics);
          if (made) actions.push(made);
        }
      }
      const all = wants(FIX_ALL) ? await fixAll(session, checked) : undefined;
      return all ? [...actions, all] : actions;
    });
  },
};

/** An action with the client's own diagnostic where it sent it, so that the two are shown together. */
async function quickFix(
  session: Session,
  checked: CheckedDocument,
  action: Action,
  sent: readonly Diagnostic[],
): Promise<CodeAction | undefined> {
  const { title, finding, preferred, creates } = action;
  const edit = creates
    ? await toWorkspaceEdit(session, [], [{ uri: creates, text: action.edits[0]?.newText ?? '' }])
    : await toWorkspaceEdit(session, action.edits);
  if (!edit) return undefined;
  const diagnostic =
    finding &&
    (sent.find(({ data }) => (data as DiagnosticData | undefined)?.fingerprint === finding.fingerprint) ??
      (await toDiagnostic(session, checked, finding)));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edit,
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

async function fixAll(session: Session, checked: CheckedDocument): Promise<CodeAction | undefined> {
  const edits = safeEdits(checked);
  const edit = edits.length > 0 ? await toWorkspaceEdit(session, edits) : undefined;
  return edit && { title: 'Take all safe fixes of Backdraft', kind: FIX_ALL, edit };
}
