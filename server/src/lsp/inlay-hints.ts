// Owns: answering for inlay hints.
// Must not know: what they say.
import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import { hintsOf } from '../core/ide/hints.ts';
import { toSpan } from './convert.ts';
import type { Feature } from './feature.ts';

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    session.connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      return hintsOf(checked, toSpan(session, checked.lines, range), session.settings.inlayHints, session.language).map(
        ({ offset, label }): InlayHint => ({
          position: checked.lines.position(offset, session.encoding),
          label: session.workspace.redact(label),
          kind: InlayHintKind.Type,
          paddingLeft: true,
        }),
      );
    });
  },
};
