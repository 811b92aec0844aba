// Owns: carrying spans through the edits of an open document, so that undo brings them back.
// Must not know: sidecars, editors.
import type { Span } from '../text/span.ts';

/** One replacement: `[start, end)` of the text as it was then becomes `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A passage that is followed. `words` is what it was when it was whole; it comes back where these words do. */
export interface Tracked {
  readonly span: Span;
  readonly words: string;
  /** Something was cut from it, or all of it is gone. */
  readonly damaged: boolean;
}

/** How far around an edit a damaged passage is looked for. */
const NEAR = 64;

/** Where a passage stands after an edit, which made `text` of the text before. */
export function track(tracked: Tracked, edit: TextEdit, text: string): Tracked {
  const { start, end } = edit.span;
  const grown = edit.newText.length - (end - start);
  const { span, words } = tracked;
  if (end < span.start || (end === span.start && start < end && !tracked.damaged))
    return grown === 0 ? tracked : { ...tracked, span: moved(span, grown) };
  if (start > span.end || (start === span.end && !tracked.damaged)) return tracked;
  if (end <= span.start && !tracked.damaged) return { ...tracked, span: moved(span, grown) };
  const inside = start >= span.start && end <= span.end && span.start < span.end && !(start === span.end) && !(end === span.start);
  const next: Span = inside
    ? { start: span.start, end: span.end + grown }
    : end <= span.start
      ? moved(span, grown)
      : start >= span.end
        ? span
        : {
            // What replaces an edge of the passage stands outside of it.
            start:
              start <= span.start
                ? Math.min(start + edit.newText.length, end <= span.end ? start + edit.newText.length : start)
                : span.start,
            end: end >= span.end ? Math.max(start, span.start) : span.end + grown,
          };
  const settled = next.start <= next.end ? next : { start: next.start, end: next.start };
  const back = restored(words, settled, edit, text);
  if (back) return { span: back, words, damaged: false };
  return { span: settled, words, damaged: tracked.damaged || !inside };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The one place near an edit where the words stand again. */
function restored(words: string, span: Span, edit: TextEdit, text: string): Span | undefined {
  if (words === '') return undefined;
  const from = Math.max(0, Math.min(span.start, edit.span.start) - words.length - NEAR);
  const to = Math.min(text.length, Math.max(span.end, edit.span.start + edit.newText.length) + words.length + NEAR);
  const window = text.slice(from, to);
  const at = window.indexOf(words);
  if (at < 0 || window.indexOf(words, at + 1) >= 0) return undefined;
  return { start: from + at, end: from + at + words.length };
}
