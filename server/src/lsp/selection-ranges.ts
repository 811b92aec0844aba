// Owns: answering for what a selection grows to.
// Must not know: what that is.
import type { SelectionRange } from 'vscode-languageserver';
import { selectionAt } from '../core/ide/selection.ts';
import { toOffset, toRange } from './convert.ts';
import type { Feature } from './feature.ts';

export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register(session) {
    session.connection.onSelectionRanges(async ({ textDocument, positions }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      return positions.map(position => {
        const spans = selectionAt(checked, toOffset(session, checked.lines, position));
        let range: SelectionRange | undefined;
        for (const span of [...spans].reverse())
          range = { range: toRange(session, checked.lines, span), ...(range ? { parent: range } : {}) };
        return range ?? { range: { start: position, end: position } };
      });
    });
  },
};
