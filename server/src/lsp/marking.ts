// Owns: answering what commands do with a selection: marking it as opinion, copying its addresses.
// Must not know: how commands are run.
import type { CancellationToken } from 'vscode-languageserver';
import { sentenceAt } from '../core/ide/citable.ts';
import { withAddresses } from '../core/ide/copy-indicators.ts';
import { factAt } from '../core/ide/lookup.ts';
import { markAsOpinion } from '../core/rules/claims/fixes.ts';
import { slice } from '../core/text/span.ts';
import { COPY_ADDRESSES_REQUEST, type CopyAddressesParams, OPINION_REQUEST, type SelectionParams } from '../protocol.ts';
import { toChanges, toSpan } from './convert.ts';
import type { Feature } from './feature.ts';

export const marking: Feature = {
  capabilities: {},
  register(session) {
    session.connection.onRequest(OPINION_REQUEST, async ({ uri, range }: SelectionParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      const place = checked && sentenceAt(checked, toSpan(session, checked.lines, range));
      const fix = checked?.view?.role === 'draft' && place ? markAsOpinion(checked.view, place.segment, place.index) : undefined;
      return fix ? toChanges(session, fix.edits) : null;
    });
    session.connection.onRequest(COPY_ADDRESSES_REQUEST, async ({ uri, range, as }: CopyAddressesParams, token: CancellationToken) => {
      const checked = await session.check(uri, token);
      if (!checked) return null;
      const selection = toSpan(session, checked.lines, range);
      const span = selection.end > selection.start ? selection : factAt(checked, selection.start, 'indicators')?.span;
      return span ? withAddresses(slice(checked.text, span), as) : null;
    });
  },
};
