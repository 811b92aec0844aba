// Owns: carrying spans through the edits of an open document, so that undo brings them back.
// Must not know: sidecars, editors.
import { overlaps, type Span, slice } from '../text/span.ts';

/** One replacement: `[start, end)` of the text as it was then becomes `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A passage that is followed. */
export interface Tracked {
  readonly span: Span;
  /** What stands there. */
  readonly words: string;
  /** What stood there before each cut at its edges, the oldest first: the passage comes back where these words do. */
  readonly earlier: readonly string[];
}

/** How far around an edit a passage that was cut is looked for. */
const NEAR = 64;
/** Of a passage that was cut this share must be left. */
const LEAST_LEFT = 1 / 3;
/** So many cuts are remembered: the first one and the last ones. */
const MOST_CUTS = 16;

/** Follows a passage from here on. */
export function trackedAt(span: Span, text: string): Tracked {
  return { span, words: slice(text, span), earlier: [] };
}

/** Whether too little is left of a passage for it to be the one that it was. */
export function isLost({ words, earlier: [whole] }: Tracked): boolean {
  return whole !== undefined && words.length < whole.length * LEAST_LEFT;
}

/** Where a passage stands after an edit, which made `text` of the text before. `written` is what of the text is new since it was whole. */
export function track(tracked: Tracked, edit: TextEdit, text: string, written: readonly Span[] = [writtenBy(edit)]): Tracked {
  const { span, words } = tracked;
  const next = carried(span, edit);
  const touches = edit.span.start < span.end && edit.span.end > span.start;
  const cutsEdge = touches && (edit.span.start <= span.start || edit.span.end >= span.end);
  const earlier = cutsEdge ? remembered(tracked) : tracked.earlier;
  const reach = (earlier[0]?.length ?? 0) + NEAR;
  const isNear = edit.span.start <= span.end + reach && edit.span.end >= span.start - reach;
  for (let i = 0; isNear && i < earlier.length; i++) {
    const back = restored(earlier[i] as string, next, edit, text, written);
    if (back) return { span: back, words: earlier[i] as string, earlier: earlier.slice(0, i) };
  }
  if (next === span && !cutsEdge) return tracked;
  const isWithin = edit.span.start > span.start && edit.span.end < span.end;
  return { span: next, words: cutsEdge || isWithin ? slice(text, next) : words, earlier };
}

/** What an edit wrote. */
export function writtenBy({ span: { start }, newText }: TextEdit): Span {
  return { start, end: start + newText.length };
}

/** A span after an edit. What is written at its edges, or replaces more than it, stands outside of it. */
export function carried(span: Span, { span: { start, end }, newText }: TextEdit): Span {
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

/** Earlier words of a passage that is being cut. Of one that is lost already there is nothing more to bring back. */
function remembered(tracked: Tracked): readonly string[] {
  const { words, earlier } = tracked;
  if (words === '' || isLost(tracked)) return earlier;
  return earlier.length < MOST_CUTS ? [...earlier, words] : [earlier[0] as string, ...earlier.slice(2), words];
}

/** The one place near an edit where words stand that were not there before it: what stood there already is another passage. */
function restored(words: string, span: Span, edit: TextEdit, text: string, written: readonly Span[]): Span | undefined {
  const from = Math.max(0, Math.min(span.start, edit.span.start) - words.length - NEAR);
  const to = Math.min(text.length, Math.max(span.end, edit.span.start + edit.newText.length) + words.length + NEAR);
  const window = text.slice(from, to);
  let found: Span | undefined;
  for (let at = window.indexOf(words); at >= 0; at = window.indexOf(words, at + 1)) {
    const place = { start: from + at, end: from + at + words.length };
    if (!written.some(one => overlaps(one, place))) continue;
    if (found) return undefined;
    found = place;
  }
  return found;
}
