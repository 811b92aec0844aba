// Owns: which code units are white space, and spans without it at their ends.
// Must not know: what the text is.
import type { Span } from './span.ts';

/** Whether a UTF-16 unit is a space, a tab, a line end or a space of typography. A byte order mark is none. */
export function isWhiteSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return (
    code >= 0xa0 &&
    (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x3000)
  );
}

/** `[start, end)` without white space at its ends; a blank one is empty and stands at `start`. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from++;
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}
