// Owns: telling text that the Markdown parser would take too long for, or be too deeply nested by.
// Must not know: what is done instead.
import { CodeLines } from './fences.ts';
import { afterLineEnd, isBlank, lineEnd } from './lines.ts';

/** Shorter text is never costly. */
const SHORT = 500;
/** Containers that open on one line. The parser's work grows with their square. */
const MAX_NESTING = 30;
/** Lines that may underline a heading, in one segment. */
const MAX_UNDERLINES = 1000;
/** Lines without a mark that go on from one another, where a container is open. */
const MAX_LAZY_LINES = 1500;
/** Lines of one paragraph. */
const MAX_LINES = 6000;
/** Emphasis marks in one block. */
const MAX_ALL_MARKS = 16_000;
/** Blank lines on end. */
const MAX_BLANK_LINES = 3000;
/** Brackets in one block. */
const MAX_BRACKETS = 2500;
/** Words of one block that stand in brackets: behind an open one, each looks back for it. */
const MAX_WORDS_IN_BRACKETS = 10_000;
/** Emphasis marks on end within a line of words. */
const MAX_MARKS = 200;
/** Units that the parser may read in vain in search of the end of html. */
const MAX_IN_VAIN = 2_000_000;
/** Units without a space, where an address is searched for. */
const MAX_WORD = 20_000;

/**
 * Whether parsing a segment would not be about linear in its length, by shapes known to make micromark and the search
 * for literal autolinks take the square of it (measured with micromark 4). Linear itself.
 */
export function isCostly(text: string): boolean {
  if (text.length < SHORT) return false;
  let underlines = 0;
  let bareLines = 0;
  let blankLines = 0;
  let brackets = 0;
  let marks = 0;
  let contained = false;
  let afterBlank = true;
  let table = false;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = measure(text, start, end);
    if (line.blank) {
      if (++blankLines > MAX_BLANK_LINES) return true;
      bareLines = 0;
      brackets = 0;
      marks = 0;
      afterBlank = true;
      table = false;
    } else {
      blankLines = 0;
      if (line.nesting > MAX_NESTING || line.marks > MAX_MARKS || line.word > MAX_WORD) return true;
      if (line.underline && ++underlines > MAX_UNDERLINES) return true;
      table ||= line.delimiters;
      const opens: boolean = line.opens || (line.nesting > 0 && (contained || afterBlank));
      contained ||= opens;
      if (opens) bareLines = 0;
      else if (!table && ++bareLines > (contained ? MAX_LAZY_LINES : MAX_LINES)) return true;
      // Brackets of one block do not weigh on those of the next.
      brackets = opens || table ? line.brackets : brackets + line.brackets;
      marks = opens || table ? line.allMarks : marks + line.allMarks;
      if (brackets > MAX_BRACKETS || marks > MAX_ALL_MARKS) return true;
      afterBlank = false;
    }
    start = afterLineEnd(text, end);
  }
  if (hasLongBracket(text)) return true;
  return inVain(text, '<!--', '-->') || inVain(text, '<?', '?>') || inVain(text, '<![CDATA[', ']]>') || inVain(text, '<!', '>');
}

/** Whether a block has a bracket that is open, or closed, too many words on. In code, brackets are no marks. */
function hasLongBracket(text: string): boolean {
  if (text.length < 2 * MAX_WORDS_IN_BRACKETS || !text.includes('[')) return false;
  const lines = new CodeLines(text);
  let depth = 0;
  let words = 0;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const { opens, nesting } = measure(text, start, end);
    const isCode = lines.isCode(start, end, opens || nesting > 0);
    if (isCode || isBlank(text, start, end)) depth = words = 0;
    for (let at = isCode ? end : start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9) continue;
      if (code === 91) depth++;
      else if (code === 93) depth = Math.max(0, depth - 1);
      else if (depth > 0 && isSpaceOrEnd(text, at + 1, end) && ++words > MAX_WORDS_IN_BRACKETS) return true;
      if (depth === 0) words = 0;
    }
    start = afterLineEnd(text, end);
  }
  return false;
}

/** Whether html that `open` starts is looked through too often for a `close` that never comes. */
function inVain(text: string, open: string, close: string): boolean {
  let sum = 0;
  for (let at = text.indexOf(open, text.lastIndexOf(close) + 1); at >= 0; at = text.indexOf(open, at + open.length)) {
    sum += text.length - at;
    if (sum > MAX_IN_VAIN) return true;
  }
  return false;
}

interface Line {
  readonly blank: boolean;
  readonly nesting: number;
  /** It starts a quote, list or note even within a paragraph. */
  readonly opens: boolean;
  /** It may be the second line of a table. */
  readonly delimiters: boolean;
  readonly underline: boolean;
  readonly brackets: number;
  readonly marks: number;
  readonly allMarks: number;
  readonly word: number;
}

function measure(text: string, start: number, end: number): Line {
  let at = start;
  let nesting = 0;
  let opens = false;
  // Marks of quotes, lists and notes at the start of the line.
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) continue;
    if (code === 62 || ((code === 42 || code === 43 || code === 45) && isSpaceOrEnd(text, at + 1, end))) {
      if (nesting++ === 0) opens = true;
    } else {
      let next = at;
      while (next < end && next - at < 9 && isDigit(text.charCodeAt(next))) next++;
      const delimiter = text.charCodeAt(next);
      if (next === at || next === end || (delimiter !== 41 && delimiter !== 46) || !isSpaceOrEnd(text, next + 1, end)) break;
      if (nesting++ === 0 && next === at + 1 && code === 49) opens = true;
      at = next;
    }
  }
  const first = at;
  let brackets = 0;
  let run = 0;
  let marks = 0;
  let allMarks = 0;
  let word = 0;
  let longest = 0;
  let other = false;
  let pipes = 0;
  let words = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) {
      word = 0;
      run = 0;
      continue;
    }
    if (++word > longest) longest = word;
    if (code === 42 || code === 95 || code === 126) {
      allMarks++;
      if (++run > marks) marks = run;
    } else {
      run = 0;
      if (code !== 45 && code !== 61) other = true;
      if (code === 124) pipes++;
      else if (code !== 45 && code !== 58) words = true;
      if (code === 91 || code === 93) brackets++;
    }
  }
  const code = text.charCodeAt(first);
  return {
    blank: first === end && nesting === 0,
    nesting,
    opens: opens || (code === 91 && text.charCodeAt(first + 1) === 94),
    delimiters: pipes > 0 && !words && marks === 0,
    underline: !other && (code === 45 || code === 61),
    brackets,
    marks: other ? marks : 0,
    allMarks: other ? allMarks : 0,
    word: longest,
  };
}

function isSpaceOrEnd(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  return at >= end || code === 32 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
