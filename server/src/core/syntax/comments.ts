// Owns: finding html comments in a piece of text.
// Must not know: what comments say.
import type { Span } from '../text/span.ts';

export interface Comment {
  readonly span: Span;
  readonly content: Span;
}

/** Closed html comments that start in `[start, end)` and end there too. Linear. */
export function commentsIn(text: string, start: number, end: number): Comment[] {
  const comments: Comment[] = [];
  for (let open = text.indexOf('<!--', start); open >= 0 && open < end; ) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0 || close + 3 > end) break;
    comments.push({ span: { start: open, end: close + 3 }, content: { start: open + 4, end: close } });
    open = text.indexOf('<!--', close + 3);
  }
  return comments;
}
