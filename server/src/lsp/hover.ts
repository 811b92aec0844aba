// Owns: answering hover requests.
// Must not know: what a hover says.
import { MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../core/ide/hover.ts';
import { toOffset, toRange, withoutMarkup } from './convert.ts';
import type { Feature } from './feature.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(async ({ textDocument, position }, token) => {
      const checked = await session.check(textDocument.uri, token);
      const found = checked && hoverAt(session.workspace, checked.uri, toOffset(session, checked.lines, position));
      if (!found) return null;
      const contents = session.abilities.markdownHover
        ? { kind: MarkupKind.Markdown, value: found.markdown }
        : { kind: MarkupKind.PlainText, value: withoutMarkup(found.markdown) };
      return { contents, range: toRange(session, checked.lines, found.span) };
    });
  },
};
