// Owns: a language model that answers with what a test set, and keeps what it was sent.
// Must not know: who asks.
const vscode = require('vscode');

const state = { asked: [], answer: '' };

exports.activate = context => {
  const provider = {
    provideLanguageModelChatInformation: () => [
      { id: 'echo', name: 'Echo', family: 'echo', version: '1', maxInputTokens: 100_000, maxOutputTokens: 10_000, capabilities: {} },
    ],
    provideLanguageModelChatResponse: async (_model, messages, _options, progress) => {
      state.asked.push(messages.map(({ content }) => content.map(part => part.value).join('')).join('\n'));
      progress.report(new vscode.LanguageModelTextPart(state.answer));
    },
    provideTokenCount: async (_model, text) => String(text).length,
  };
  context.subscriptions.push(vscode.lm.registerLanguageModelChatProvider('backdraft-tests', provider));
  return state;
};
