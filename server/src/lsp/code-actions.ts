// Owns: answering code action requests: quick fixes, suppressions, rewrites, fix-all, defang-all.
// Must not know: how fixes are made.
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { type Action, actionsAt, safeEdits } from '../core/ide/actions.ts';
import { claimAt } from '../core/ide/lookup.ts';
import { defangAll } from '../core/ide/rewrites.ts';
import type { Edit } from '../core/rules/types.ts';
import type { DiagnosticData } from '../protocol.ts';
import { toDiagnostic, toRange, toSpan, toWorkspaceEdit } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** Kind of the action that takes every safe fix of a document; for `editor.codeActionsOnSave` too. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.backdraft`;
/** Kind of the action that defangs every indicator of a draft. */
const DEFANG_ALL = `${CodeActionKind.Source}.defang.backdraft`;

export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL, DEFANG_ALL] } },
  register(session) {
    session.connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const wants = (kind: string): boolean => !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix) || wants(CodeActionKind.RefactorRewrite)) {
        for (const action of actionsAt(session.workspace, checked.uri, toSpan(session, checked.lines, range))) {
          if (!wants(kindOf(action))) continue;
          const made = await quickFix(session, checked, action, context.diagnostics);
          if (made) actions.push(made);
        }
      }
      if (wants(CodeActionKind.QuickFix)) actions.push(...onClaim(session, checked, range));
      const whole = [
        wants(FIX_ALL)
          ? await forAll(session, session.language.say`Take all safe fixes of Backdraft`, FIX_ALL, safeEdits(checked))
          : undefined,
        wants(DEFANG_ALL)
          ? await forAll(session, session.language.say`Defang all indicators in this draft`, DEFANG_ALL, defangAll(checked))
          : undefined,
      ];
      return [...actions, ...whole.filter(action => action !== undefined)];
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
    ? await toWorkspaceEdit(
        session,
        action.edits.filter(({ uri }) => uri !== creates),
        [{ uri: creates, text: action.edits.find(({ uri }) => uri === creates)?.newText ?? '' }],
      )
    : await toWorkspaceEdit(session, action.edits);
  if (!edit) return undefined;
  const diagnostic =
    finding &&
    (sent.find(({ data }) => (data as DiagnosticData | undefined)?.fingerprint === finding.fingerprint) ??
      (await toDiagnostic(session, checked, finding)));
  return {
    title,
    kind: kindOf(action),
    edit,
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

/** What a person can say of the claim at a place, through the client: a verdict, whom it is assigned to. */
function onClaim(session: Session, checked: CheckedDocument, range: Range): readonly CodeAction[] {
  const { annotationCommands: commands, language } = session;
  const claim = commands && claimAt(checked, toSpan(session, checked.lines, range).start);
  if (!claim || claim.support.verdict === 'not-a-claim' || checked.role !== 'draft' || checked.story?.dormant) return [];
  const uri = session.clientUri(checked.uri);
  const at = toRange(session, checked.lines, claim.span);
  return [
    { title: language.say`Give a verdict on this claim…`, command: commands.verdict },
    { title: language.say`Assign this claim…`, command: commands.assign },
  ].map(({ title, command }) => ({ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [uri, at] } }));
}

function kindOf({ kind }: Action): CodeActionKind {
  return kind === 'rewrite' ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix;
}

async function forAll(session: Session, title: string, kind: string, edits: readonly Edit[]): Promise<CodeAction | undefined> {
  const edit = edits.length > 0 ? await toWorkspaceEdit(session, edits) : undefined;
  return edit && { title, kind, edit };
}
