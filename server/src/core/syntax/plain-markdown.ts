// Owns: telling Markdown that is nothing but one paragraph of words, and its tree without a parse.
// Must not know: segments, blocks, prose.
import type { Root } from 'mdast';

type Position = NonNullable<Root['position']>;

/** Longer text goes to the parser, as does what could be too costly for it. */
const LONGEST = 6000;
/** Whatever can start or end inline markup, or is changed or dropped by the parser: marks, tabs, lone carriage returns, NUL, byte order marks. */
const MARKS = /[&*_<[\]\\`~@|\t\r\0\uFEFF]/;
/** A line that may be something else than the words of a paragraph, or spaces at its ends. */
const LINES = /(?:^|\n)(?:[#>+=: -]|\d{1,9}[.)])| \n+[^\n]/;
/** A line without anything on it between others: two paragraphs. */
const TWO_PARAGRAPHS = /[^\n]\n\n+[^\n]/;
/** Addresses that become links without any mark. */
const ADDRESS = /:\/\/|www\./i;

/** The tree of a segment that is one paragraph of words, as the parser makes it; undefined where that is not sure. */
export function plainParagraph(text: string): Root | undefined {
  if (text.length > LONGEST || MARKS.test(text) || LINES.test(text) || TWO_PARAGRAPHS.test(text) || ADDRESS.test(text)) return undefined;
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 10) start++;
  while (end > start && text.charCodeAt(end - 1) === 10) end--;
  // Spaces behind the last word are of the paragraph, and none of its words.
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === 32) last--;
  if (start === last) return undefined;
  return {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', value: text.slice(start, last), position: positionOf(start, last) }],
        position: positionOf(start, end),
      },
    ],
  };
}

/** Lines and columns are read by nobody. */
function positionOf(start: number, end: number): Position {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
