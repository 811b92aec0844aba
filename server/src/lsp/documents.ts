// Owns: the text of open documents, kept in step with the client's edits.
// Must not know: what the text means; anything about closed files.
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextEdit } from '../core/annotations/track.ts';
import { LineIndex, type Position, type PositionEncoding } from '../core/text/line-index.ts';

/** One open document, by the client's uri. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/**
 * The text after a client's edits, which count from the text that each of them finds.
 * `onEdit` is told of each; a whole new text is none.
 * Positions out of range are clamped, and a range that runs backwards is turned round.
 */
export function applyChanges(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
  onEdit?: (edit: TextEdit) => void,
): string {
  let result = text;
  let lines: LineIndex | undefined;
  let validBefore: Position | undefined;
  for (const change of changes) {
    if (!('range' in change)) {
      result = change.text;
      lines = undefined;
      continue;
    }
    const { start, end } = change.range;
    // Editors send the edits of one step from the last to the first: lines above the last edit are where they were.
    if (!lines || !validBefore || !isBefore(end, validBefore)) lines = new LineIndex(result);
    const a = lines.offset(start, encoding);
    const b = lines.offset(end, encoding);
    onEdit?.({ span: { start: Math.min(a, b), end: Math.max(a, b) }, newText: change.text });
    result = result.slice(0, Math.min(a, b)) + change.text + result.slice(Math.max(a, b));
    validBefore = isBefore(start, end) ? start : end;
  }
  return result;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
