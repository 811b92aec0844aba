// Owns: where lines of a text end, whether they are blank, and the lines of front matter.
// Must not know: markup beyond front matter, syntax trees.

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Offset of the end of the line that holds `from`, before its line end. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) break;
  }
  return at;
}

/** Offset after the line end that stands at `at`; `at` itself at the end of the text. */
export function afterLineEnd(text: string, at: number): number {
  if (at >= text.length) return at;
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** Whether only spaces and tabs stand in `[start, end)`. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return false;
  }
  return true;
}

/**
 * End of the front matter, its closing line and that line's end included; 0 when there is none.
 * It opens with a first line `---` and closes with a line `---` or `...`.
 */
export function frontMatterEnd(text: string): number {
  if (!text.startsWith('---')) return 0;
  let at = lineEnd(text, 0);
  if (!isBlank(text, 3, at)) return 0;
  while (at < text.length) {
    const start = afterLineEnd(text, at);
    at = lineEnd(text, start);
    if (at - start < 3) continue;
    const mark = text.slice(start, start + 3);
    if ((mark === '---' || mark === '...') && isBlank(text, start + 3, at)) return afterLineEnd(text, at);
  }
  return 0;
}
