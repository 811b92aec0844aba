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
  const { span, words, damaged } = tracked;
  const next = carried(span, edit);
  const touches = edit.span.start < span.end && edit.span.end > span.start;
  const cutsEdge = touches && (edit.span.start <= span.start || edit.span.end >= span.end);
  const reach = words.length + NEAR;
  const isNear = edit.span.start <= span.end + reach && edit.span.end >= span.start - reach;
  const back = isNear && (damaged || cutsEdge) ? restored(words, next, edit, text) : undefined;
  if (back) return { span: back, words, damaged: false };
  if (next === span && !cutsEdge) return tracked;
  return { span: next, words, damaged: damaged || cutsEdge };
}

/** A span after an edit. What is written at its edges, or replaces more than it, stands outside of it. */
function carried(span: Span, { span: { start, end }, newText }: TextEdit): Span {
  const grown = newText.length - (end - start);
  if (end <= span.start) return grown === 0 ? span : moved(span, grown);
  if (start >= span.end) return span;
  if (start <= span.start && end >= span.end) return { start, end: start };
  if (start < span.start) return { start: start + newText.length, end: span.end + grown };
  if (end > span.end) return { start: span.start, end: start };
  return { start: span.start, end: span.end + grown };
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
