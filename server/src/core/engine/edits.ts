// Owns: applying edits to a text.
// Must not know: where edits come from.
import { compareSpans, type Span } from '../text/span.ts';

/** `text` with all edits applied at once; of edits that overlap the first one counts, equal ones count once. */
export function applyEdits(text: string, edits: readonly { readonly span: Span; readonly newText: string }[]): string {
  let result = '';
  let from = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(from, edit.span.start) + edit.newText;
    from = edit.span.end;
  }
  return result + text.slice(from);
}

/** Edits in order of their place, those left out that overlap an earlier one or repeat it. */
export function withoutOverlaps<E extends { readonly span: Span; readonly newText: string }>(edits: readonly E[]): readonly E[] {
  const kept: E[] = [];
  let from = 0;
  let last: E | undefined;
  for (const edit of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    if (edit.span.start < from) continue;
    if (last && compareSpans(last.span, edit.span) === 0 && last.newText === edit.newText) continue;
    kept.push(edit);
    last = edit;
    from = edit.span.end;
  }
  return kept;
}
