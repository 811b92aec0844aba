// Owns: language models: the tools that an assistant in the editor may call, the command "second opinion", and the writer's consent to both.
// Must not know: what may be handed out. The server's gate decides that, and nothing is sent but the very text that it gave.
import {
  type CancellationToken,
  commands,
  type Disposable,
  type LanguageModelChat,
  LanguageModelChatMessage,
  LanguageModelError,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  lm,
  ProgressLocation,
  window,
} from 'vscode';
import { ASSISTANT_REQUEST, type AssistantParams, type AssistantResult } from '../../server/src/protocol.ts';
import type { Session } from './extension.shared.ts';

interface ToolInput {
  readonly claim?: string;
  readonly from?: number;
}

const TOOLS = [
  { name: 'backdraft_claims', question: 'claims' },
  { name: 'backdraft_evidence', question: 'evidence' },
  { name: 'backdraft_verdict', question: 'verdict' },
] as const;

const LONGEST_ANSWER = 4000;

/** Registers tools and command. */
export function registerAssistant(session: Session): Disposable[] {
  return [
    ...TOOLS.map(({ name, question }) =>
      lm.registerTool<ToolInput>(name, {
        invoke: async ({ input }, token) => toolResult(await toolAnswer(session, question, input, token)),
      }),
    ),
    commands.registerCommand('backdraft.secondOpinion', () => secondOpinion(session)),
  ];
}

/** What a tool answers. The writer is asked every time: approvals of whole tools do not show what is handed over. */
async function toolAnswer(
  session: Session,
  question: AssistantParams['question'],
  { claim, from }: ToolInput,
  token: CancellationToken,
): Promise<string> {
  const uri = window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return l10n.t('No draft is open in the active editor.');
  const found = await ask(session, {
    textDocument: { uri },
    question,
    ...(claim === undefined ? {} : { claim: String(claim) }),
    ...(typeof from === 'number' ? { from } : {}),
  });
  if (found.kind === 'refused') return found.reason;
  const agreed = await consent(
    l10n.t('An assistant in this editor asks Backdraft about your draft. Hand over this text?'),
    l10n.t('Hand Over'),
    found,
  );
  return agreed && !token.isCancellationRequested ? found.text : l10n.t('The writer has declined to hand over the text.');
}

/** Asks a model of the writer's choice whether the evidence entails the claim under the cursor. Its answer is shown and changes nothing. */
async function secondOpinion(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const textDocument = { uri: editor.document.uri.toString() };
  const found = await ask(session, { textDocument, question: 'second-opinion', position: { line, character } });
  if (found.kind === 'refused') {
    void window.showWarningMessage(found.reason);
    return;
  }
  const model = await chooseModel();
  if (!model || !(await consent(l10n.t('Send this text to {0}?', nameOf(model)), l10n.t('Send'), found))) return;
  try {
    const answer = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Backdraft: waiting for {0}', nameOf(model)), cancellable: true },
      (_, token) => answerOf(model, found.text, token),
    );
    const detail = answer.trim() || l10n.t('(It said nothing.)');
    await window.showInformationMessage(l10n.t('This is the answer of {0}, not Backdraft’s verdict.', nameOf(model)), {
      modal: true,
      detail,
    });
  } catch (error) {
    const why = error instanceof LanguageModelError ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} gave no answer: {1}', nameOf(model), why));
  }
}

async function ask({ client }: Session, params: AssistantParams): Promise<AssistantResult> {
  try {
    return await client.sendRequest<AssistantResult>(ASSISTANT_REQUEST, params);
  } catch {
    return { kind: 'refused', reason: l10n.t('Backdraft is busy with the draft. Ask again in a moment.') };
  }
}

/** The writer sees all that would leave, to the letter. */
async function consent(question: string, yes: string, { text, withheld }: Extract<AssistantResult, { kind: 'text' }>): Promise<boolean> {
  const detail = [...withheld, text].join('\n\n');
  return (await window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

async function chooseModel(): Promise<LanguageModelChat | undefined> {
  const models = await lm.selectChatModels();
  if (models.length === 0) {
    void window.showInformationMessage(
      l10n.t('There is no language model in this editor. An extension that brings one must be installed.'),
    );
    return undefined;
  }
  const items = models.map(model => ({ label: model.name, description: `${model.vendor} · ${model.family}`, model }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which model shall judge the claim?') }))?.model;
}

async function answerOf(model: LanguageModelChat, text: string, token: CancellationToken): Promise<string> {
  const { text: parts } = await model.sendRequest(
    [LanguageModelChatMessage.User(text)],
    { justification: l10n.t('Backdraft asks for a second opinion on the claim under the cursor.') },
    token,
  );
  let answer = '';
  for await (const part of parts) {
    answer += part;
    if (answer.length > LONGEST_ANSWER) return `${answer.slice(0, LONGEST_ANSWER)}…`;
  }
  return answer;
}

function nameOf({ name, vendor }: LanguageModelChat): string {
  return `${name} (${vendor})`;
}

function toolResult(text: string): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}
