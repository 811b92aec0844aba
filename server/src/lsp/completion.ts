// Owns: answering completion requests.
// Must not know: what can be completed.
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { completionsAt } from '../core/ide/completion.ts';
import { toOffset, toRange } from './convert.ts';
import type { Feature } from './feature.ts';

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['@', '[', '^'] } },
  register(session) {
    session.connection.onCompletion(async ({ textDocument, position }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const found = completionsAt(session.workspace, checked.uri, toOffset(session, checked.lines, position));
      return found.map(({ label, detail, markdown, span, newText, filterText }) => ({
        label,
        detail,
        filterText,
        kind: CompletionItemKind.Reference,
        documentation: { kind: MarkupKind.Markdown, value: markdown },
        textEdit: { range: toRange(session, checked.lines, span), newText },
      }));
    });
  },
};
