// Owns: answering completion requests.
// Must not know: what can be completed.
import { type CompletionItem, CompletionItemKind, CompletionTriggerKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { type Completion, completionsAt } from '../core/ide/completion.ts';
import { toOffset, toRange, withoutMarkup } from './convert.ts';
import type { Feature } from './feature.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  source: CompletionItemKind.Reference,
  identifier: CompletionItemKind.Constant,
  mark: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Text,
  rule: CompletionItemKind.Keyword,
  quote: CompletionItemKind.Text,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
};

/** A list as long as this was cut: the client asks again when more is typed. */
const MANY = 30;

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['@', '[', '^', ':', '-', '/', '"', '“', '„', '«'] } },
  register(session) {
    session.connection.onCompletion(async ({ textDocument, position, context }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      // A hyphen or colon is typed for many reasons: then only what has a sign of its own is offered.
      const words = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const found = completionsAt(session.workspace, checked.uri, toOffset(session, checked.lines, position), words);
      const { snippets, markdownCompletion } = session.abilities;
      const items = found.map(({ label, detail, markdown, span, newText, filterText, kind, snippet }, i): CompletionItem => {
        const said = session.language.of(markdown);
        const isSnippet = snippets && snippet !== undefined;
        return {
          label,
          detail: session.language.of(detail),
          filterText,
          sortText: String(i).padStart(4, '0'),
          kind: KINDS[kind],
          ...(said === '' ? {} : { documentation: markdownCompletion ? { kind: MarkupKind.Markdown, value: said } : withoutMarkup(said) }),
          ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
          textEdit: { range: toRange(session, checked.lines, span), newText: isSnippet ? snippet : newText },
        };
      });
      return found.length >= MANY ? { isIncomplete: true, items } : items;
    });
  },
};
