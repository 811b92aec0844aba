// Owns: cutting a document into runs of blocks that can be parsed alone.
// Must not know: syntax trees, sentences, facts.
import { afterLineEnd, frontMatterEnd, isBlank, lineEnd } from './lines.ts';
import { MarkdownCutter } from './markdown-cuts.ts';
import type { Markup, Segment } from './types.ts';

/**
 * Cuts a document into segments that tile it without gaps. Linear in the length of `text`; an empty text has none.
 *
 * A Markdown cut stands only where every parser state is surely closed: after a blank line, before a line that can
 * continue no list, footnote, code or html. When in doubt there is no cut. Blank lines belong to the segment before
 * them; those that open a document, to the first. Plain text is cut after blank lines. Closed front matter is a
 * segment of its own.
 */
export function segmentText(text: string, markup: Markup): Segment[] {
  const segments: Segment[] = [];
  const body = frontMatterEnd(text);
  if (body > 0) segments.push({ span: { start: 0, end: body }, kind: 'front-matter' });
  let start = body;
  for (const cut of cutsOf(text, body, markup)) {
    segments.push({ span: { start, end: cut }, kind: 'content' });
    start = cut;
  }
  if (start < text.length) segments.push({ span: { start, end: text.length }, kind: 'content' });
  return segments;
}

/** The segments of a text, and how many of them at either end are those of the version before (the last ones moved). */
export interface Resegmented {
  readonly segments: readonly Segment[];
  readonly sameAtStart: number;
  readonly sameAtEnd: number;
}

/**
 * The same as `segmentText`, for a new version of a text whose segments are known. What stands before a cut never tells
 * where those after it are, so only what lies between the first and the last difference is cut anew.
 */
export function resegment(
  before: { readonly text: string; readonly segments: readonly Segment[] },
  text: string,
  markup: Markup,
): Resegmented {
  const old = before.segments;
  const body = frontMatterEnd(text);
  const first = old[0]?.kind === 'front-matter' ? 1 : 0;
  if (old.length === first || body !== (old[first] as Segment).span.start) {
    return { segments: segmentText(text, markup), sameAtStart: 0, sameAtEnd: 0 };
  }
  const start = commonStart(before.text, text);
  const end = Math.min(commonEnd(before.text, text), before.text.length - start, text.length - start);
  const moved = text.length - before.text.length;
  // A cut depends on the segment before it and on the line behind it: it holds where that line is whole and unchanged, too.
  let same = 0;
  while (same < old.length - 1 && (old[same] as Segment).span.end <= start) same++;
  same = Math.max(first, same - 1);
  const segments = old.slice(0, same);
  let from = (old[same] as Segment).span.start;
  let next = same;
  for (const cut of cutsOf(text, from, markup)) {
    segments.push({ span: { start: from, end: cut }, kind: 'content' });
    from = cut;
    if (cut < text.length - end) continue;
    while (next < old.length && (old[next] as Segment).span.start + moved < cut) next++;
    if (next < old.length && (old[next] as Segment).span.start + moved === cut) {
      const rest = old.slice(next).map(({ span, kind }): Segment => ({ span: { start: span.start + moved, end: span.end + moved }, kind }));
      return { segments: [...segments, ...rest], sameAtStart: same, sameAtEnd: rest.length };
    }
  }
  if (from < text.length) segments.push({ span: { start: from, end: text.length }, kind: 'content' });
  return { segments, sameAtStart: same, sameAtEnd: 0 };
}

function cutsOf(text: string, from: number, markup: Markup): Iterable<number> {
  return markup === 'plain' ? plainCuts(text, from) : new MarkdownCutter(text, from).cuts();
}

/** Length of the longest common start; it compares pieces, since these are compared natively. */
function commonStart(a: string, b: string): number {
  let same = 0;
  for (let end = Math.min(a.length, b.length); same < end; ) {
    const middle = (same + end + 1) >>> 1;
    if (a.slice(same, middle) === b.slice(same, middle)) same = middle;
    else end = middle - 1;
  }
  return same;
}

/** Length of the longest common end. */
function commonEnd(a: string, b: string): number {
  let same = 0;
  for (let end = Math.min(a.length, b.length); same < end; ) {
    const middle = (same + end + 1) >>> 1;
    if (a.slice(a.length - middle, a.length - same) === b.slice(b.length - middle, b.length - same)) same = middle;
    else end = middle - 1;
  }
  return same;
}

function* plainCuts(text: string, from: number): Generator<number> {
  let seen = false;
  let blank = false;
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start);
    if (isBlank(text, start, end)) blank = true;
    else {
      if (blank && seen) yield start;
      blank = false;
      seen = true;
    }
    start = afterLineEnd(text, end);
  }
}
