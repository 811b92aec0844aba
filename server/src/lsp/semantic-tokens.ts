// Owns: answering for semantic tokens: whole, what changed, or of a range.
// Must not know: what a token is.
import type { SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../core/ide/tokens.ts';
import type { Span } from '../core/text/span.ts';
import { toSpan } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register(session) {
    const { semanticTokens: tokens } = session.connection.languages;
    /** What the client holds of open documents. */
    const held = new Map<string, Required<SemanticTokens>>();
    let results = 0;
    const whole = (checked: CheckedDocument): Required<SemanticTokens> => {
      for (const uri of held.keys()) if (!session.documents.has(uri)) held.delete(uri);
      const made = { resultId: String(++results), data: encoded(session, checked) };
      held.set(checked.uri, made);
      return made;
    };
    tokens.on(async ({ textDocument }, token) => {
      const checked = await session.check(textDocument.uri, token);
      return checked ? whole(checked) : NONE;
    });
    tokens.onDelta(async ({ textDocument, previousResultId }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return NONE;
      const before = held.get(checked.uri);
      const now = whole(checked);
      if (before?.resultId !== previousResultId) return now;
      return { resultId: now.resultId, edits: difference(before.data, now.data) };
    });
    tokens.onRange(async ({ textDocument, range }, token) => {
      const checked = await session.check(textDocument.uri, token);
      return checked ? { data: encoded(session, checked, toSpan(session, checked.lines, range)) } : NONE;
    });
  },
};

const NONE: SemanticTokens = { data: [] };

/** What lies between the first and the last number that differ, as one edit. */
function difference(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  const deleteCount = before.length - end - start;
  const data = now.slice(start, now.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Five numbers for each token (LSP 3.16): line and start from the token before, length, type, modifiers. */
function encoded(session: Session, checked: CheckedDocument, within?: Span): number[] {
  if (!session.settings.semanticTokens.enabled) return [];
  const { lines } = checked;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of tokensOf(checked, within)) {
    const { start, end } = lines.range(span, session.encoding);
    data.push(start.line - line, start.line === line ? start.character - character : start.character);
    data.push(end.character - start.character, type, modifiers);
    ({ line, character } = start);
  }
  return data;
}
