// Owns: answering for folding ranges.
// Must not know: what can be folded.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { foldsOf } from '../core/ide/folding.ts';
import type { Feature } from './feature.ts';

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(session) {
    session.connection.onFoldingRanges(async ({ textDocument }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const ranges = foldsOf(checked)
        .map(({ span, kind }): FoldingRange => {
          const lines = { startLine: checked.lines.lineAt(span.start), endLine: checked.lines.lineAt(Math.max(span.start, span.end - 1)) };
          return kind === 'suppression' ? { ...lines, kind: FoldingRangeKind.Region } : lines;
        })
        .filter(({ startLine, endLine }) => endLine > startLine);
      return ranges.slice(0, session.abilities.mostFoldingRanges);
    });
  },
};
