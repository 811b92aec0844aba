// Owns: answering what may be handed to a language model; the gate is asked for every answer.
// Must not know: what the gate lets through; models.
import { RequestType } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { type AssistantQuestion, assistantAnswer } from '../core/ide/assistant.ts';
import { ASSISTANT_REQUEST, type AssistantParams, type AssistantResult } from '../protocol.ts';
import { toOffset } from './convert.ts';
import type { Feature } from './feature.ts';

const QUESTIONS: readonly AssistantQuestion[] = ['claims', 'evidence', 'verdict', 'second-opinion'];

function evidenceFiles({ claims }: CheckedDocument): readonly string[] {
  return [...new Set(claims.flatMap(({ support }) => support.matches.map(({ passage }) => passage.source.uri)))];
}

export const assistant: Feature = {
  capabilities: {},
  register(session) {
    const request = new RequestType<AssistantParams, AssistantResult, void>(ASSISTANT_REQUEST);
    session.connection.onRequest(request, async (params, token) => {
      const { textDocument, position, claim, from } = params;
      const question = QUESTIONS.find(known => known === params.question);
      const known = question && (await session.check(textDocument.uri, token));
      // A mark may be gone from the disk though no event has come: what claims rest on is read again before anything is handed out.
      if (known) await session.workspace.refresh(evidenceFiles(known).map(uri => ({ uri, kind: 'changed' })));
      const checked = question && (await session.check(textDocument.uri, token));
      if (!question || !checked) return { kind: 'refused', reason: session.language.say`Open the draft in an editor first.` };
      return assistantAnswer(session.workspace, checked, session.settings.assistant, question, {
        ...(position ? { offset: toOffset(session, checked.lines, position) } : {}),
        ...(typeof claim === 'string' ? { claim } : {}),
        ...(typeof from === 'number' && Number.isFinite(from) ? { from } : {}),
      });
    });
  },
};
