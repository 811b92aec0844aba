// Owns: half-open ranges of UTF-16 offsets, the only kind of place that core knows.
// Must not know: lines, documents, LSP.

/** A half-open range `[start, end)` of UTF-16 offsets. Its owner says what the offsets count from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span that lies `offset` further on. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** Whether `inner` lies within `outer` (equal spans count). */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The piece of `text` that `span` names. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Orders by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Index of the first item of a list sorted by `start` whose span starts at or after `offset`. */
export function lowerBound<T>(items: readonly T[], offset: number, span: (item: T) => Span): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (span(items[middle] as T).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items with a span within `outer`, of a list sorted by start. */
export function itemsWithin<T extends { readonly span: Span }>(items: readonly T[], outer: Span): T[] {
  const found: T[] = [];
  for (let at = lowerBound(items, outer.start, item => item.span); at < items.length; at++) {
    const item = items[at] as T;
    if (item.span.start >= outer.end) break;
    if (item.span.end <= outer.end) found.push(item);
  }
  return found;
}
