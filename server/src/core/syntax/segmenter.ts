// Owns: cutting a document into runs of blocks that can be parsed alone.
// Must not know: syntax trees, sentences, facts.
import type { Markup, Segment } from './types.ts';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

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

interface Fence {
  readonly code: number;
  readonly length: number;
}

/** What is known of the outermost list of the segment. */
interface OuterList {
  /** Column from which a line belongs to its last item. */
  readonly content: number;
  /** Whether it is surely a list whose last item is open. */
  readonly sure: boolean;
  /** The last item has no words on its first line, so that a blank line closes it. */
  readonly bare: boolean;
}

/** Html that goes on over blank lines until `close` is met. */
type LongHtml = 'raw' | 'comment' | 'instruction' | 'declaration' | 'cdata';

const RAW_OPEN = /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i;
const RAW_CLOSE = /<\/(?:pre|script|style|textarea)>/i;
const HTML_TAG = /^<\/?([a-z][a-z0-9-]*)(?=[\s>]|\/|$)/i;
const HTML_BLOCKS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem ' +
    'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/**
 * Follows, line by line, only what can swallow a blank line at the top level: fences, long html, lists. What stands
 * inside a container closes with it, so it is enough to know whether a fence or html opens at the top level.
 */
class MarkdownCutter {
  readonly #text: string;
  readonly #from: number;
  #fence: Fence | undefined;
  /** The open fence may belong to a list item instead; the column at which that item's content starts. */
  #fenceMayBeIn: number | undefined;
  #html: LongHtml | undefined;
  /** Html that a blank line ends: `maybe` when it may as well be a paragraph. */
  #shortHtml: 'no' | 'maybe' | 'yes' = 'no';
  #list: OuterList | undefined;
  #afterBlank = true;
  /** Column in which the last line with words starts. */
  #lastIndent = 0;
  /** Two readings of the text disagree for good. */
  #stuck = false;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
  }

  *cuts(): Generator<number> {
    const text = this.#text;
    let seen = false;
    for (let start = this.#from; start < text.length; ) {
      const end = lineEnd(text, start);
      let indent = 0;
      let at = start;
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === SPACE) indent++;
        else if (code === TAB) indent += 4 - (indent % 4);
        else break;
      }
      if (at === end) {
        this.#blankLine();
        this.#afterBlank = true;
      } else {
        if (seen && this.#afterBlank && this.#canCut(at, end, indent)) {
          yield start;
          this.#list = undefined;
        }
        this.#line(at, end, indent);
        this.#lastIndent = indent;
        this.#afterBlank = false;
        seen = true;
      }
      if (this.#stuck) return;
      start = afterLineEnd(text, end);
    }
  }

  #canCut(at: number, end: number, indent: number): boolean {
    if (this.#fence || this.#html || indent > 3) return false;
    // A byte order mark is dropped at the start of what is parsed, and nowhere else.
    if (this.#text.charCodeAt(at) === 0xfeff) return false;
    // Behind indented code the parser reads a list or a tag as it would inside a paragraph.
    if (this.#lastIndent > 3 && (this.#text.charCodeAt(at) === 60 || listMarker(this.#text, at, end, indent))) return false;
    if (!this.#list) return true;
    return indent < 2 && !listMarker(this.#text, at, end, indent);
  }

  #blankLine(): void {
    this.#shortHtml = 'no';
    const list = this.#list;
    if (list?.bare) this.#list = { ...list, sure: false };
  }

  #line(at: number, end: number, indent: number): void {
    const text = this.#text;
    if (this.#fence) {
      this.#inFence(this.#fence, at, end, indent);
      return;
    }
    if (this.#html) {
      if (closesHtml(this.#html, text, at, end)) this.#html = undefined;
      else if (this.#html === 'cdata' && text.slice(at, end).includes(']]]>')) this.#stuck = true;
      return;
    }
    if (this.#shortHtml === 'yes') return;
    const list = this.#list;
    if (list?.sure && indent >= list.content) {
      if (list.bare) this.#list = { ...list, bare: false };
      return;
    }
    if (indent > 3) return;
    const code = text.charCodeAt(at);
    const opensFence = code === 96 || code === 126 ? fenceAt(text, at, end) : undefined;
    if (opensFence) {
      this.#openFence(opensFence, indent);
      return;
    }
    if (code === 60) {
      this.#openHtml(at, end, indent);
      return;
    }
    const marker = listMarker(text, at, end, indent);
    if (marker) {
      this.#list = {
        content: list && !(list.sure || this.#surelyOpens(marker)) ? Math.min(list.content, marker.content) : marker.content,
        sure: this.#shortHtml === 'no' && this.#surelyOpens(marker),
        bare: marker.bare,
      };
      return;
    }
    if (!list) return;
    // Not in the item: it closes the list, unless it goes on with the item's last paragraph.
    if (this.#afterBlank && indent < 2) this.#list = undefined;
    else this.#list = { ...list, sure: false, bare: false };
  }

  #surelyOpens(marker: ListMarker): boolean {
    if ((this.#afterBlank && this.#lastIndent < 4) || this.#list?.sure) return true;
    return !marker.bare && (!marker.ordered || marker.first);
  }

  #inFence(fence: Fence, at: number, end: number, indent: number): void {
    const within = this.#fenceMayBeIn;
    const closes = closesFence(this.#text, at, end, fence);
    if (within === undefined) {
      if (closes && indent < 4) this.#fence = undefined;
      return;
    }
    if (indent < within || (closes && indent > 3)) {
      this.#stuck = true;
      return;
    }
    if (!closes) return;
    this.#fence = undefined;
    this.#fenceMayBeIn = undefined;
  }

  /** What opens here: something at the top level, something in a list item, or one cannot say. */
  #place(indent: number): 'top' | 'item' | 'unsure' {
    if (indent === 0) return 'top';
    const list = this.#list;
    if (!list) return 'top';
    if (list.sure) return indent >= list.content ? 'item' : 'top';
    return indent < list.content ? 'top' : 'unsure';
  }

  #openFence(fence: Fence, indent: number): void {
    if (this.#shortHtml === 'maybe') {
      this.#stuck = true;
      return;
    }
    const place = this.#place(indent);
    if (place === 'item') return;
    this.#fence = fence;
    if (place === 'unsure') this.#fenceMayBeIn = this.#list?.content;
    else this.#list = undefined;
  }

  #openHtml(at: number, end: number, indent: number): void {
    const text = this.#text;
    const long = longHtml(text, at, end);
    if (long) {
      const start = at + (long === 'comment' || long === 'declaration' ? 2 : long === 'cdata' ? 9 : 1);
      if (closesHtml(long, text, start, end)) {
        if (this.#shortHtml === 'no' && this.#place(indent) === 'top') this.#list = undefined;
        else if (this.#list) this.#list = { ...this.#list, sure: false, bare: false };
        return;
      }
      if (this.#shortHtml === 'maybe' || this.#place(indent) === 'unsure') this.#stuck = true;
      else {
        this.#html = long;
        this.#list = undefined;
      }
      return;
    }
    const line = text.slice(at, Math.min(end, at + 40));
    const tag = HTML_TAG.exec(line);
    const name = tag?.[1]?.toLowerCase() ?? '';
    const after = tag ? line.slice(tag[0].length) : '';
    if (HTML_BLOCKS.has(name) && (!after.startsWith('/') || after.startsWith('/>'))) {
      this.#shortHtml = this.#shortHtml === 'no' && this.#place(indent) === 'top' ? 'yes' : 'maybe';
    } else if (/^<\/?[a-z]/i.test(line) && lastVisible(text, at, end) === 62) this.#shortHtml = 'maybe';
    if (this.#list) this.#list = { ...this.#list, sure: false, bare: false };
  }
}

interface ListMarker {
  readonly content: number;
  readonly ordered: boolean;
  /** Its number is 1. */
  readonly first: boolean;
  readonly bare: boolean;
}

/** A list marker at `at`, in column `indent`. A thematic break is none. */
function listMarker(text: string, at: number, end: number, indent: number): ListMarker | undefined {
  let next = at;
  const code = text.charCodeAt(at);
  let ordered = false;
  if (code === 42 || code === 43 || code === 45) next++;
  else {
    while (next < end && next - at < 10 && isDigit(text.charCodeAt(next))) next++;
    const delimiter = text.charCodeAt(next);
    if (next === at || next - at > 9 || next >= end || (delimiter !== 41 && delimiter !== 46)) return undefined;
    next++;
    ordered = true;
  }
  const width = next - at;
  const after = next;
  let column = indent + width;
  for (; next < end; next++) {
    const space = text.charCodeAt(next);
    if (space === SPACE) column++;
    else if (space === TAB) column += 4 - (column % 4);
    else break;
  }
  const bare = next === end;
  if (!bare && (next === after || (!ordered && code !== 43 && isBreak(text, at, end)))) return undefined;
  const spaces = column - indent - width;
  const first = ordered && width === 2 && code === 49;
  return { content: bare || spaces > 4 ? indent + width + 1 : column, ordered, first, bare };
}

/** Whether the line from `at` holds one mark three times or more, and spaces. */
function isBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  let count = 0;
  for (let next = at; next < end; next++) {
    const code = text.charCodeAt(next);
    if (code === mark) count++;
    else if (code !== SPACE && code !== TAB) return false;
  }
  return count > 2;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function fenceAt(text: string, at: number, end: number): Fence | undefined {
  const code = text.charCodeAt(at);
  let next = at;
  while (next < end && text.charCodeAt(next) === code) next++;
  const length = next - at;
  if (length < 3) return undefined;
  if (code === 96) {
    for (; next < end; next++) if (text.charCodeAt(next) === 96) return undefined;
  }
  return { code, length };
}

function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let next = at;
  while (next < end && text.charCodeAt(next) === fence.code) next++;
  return next - at >= fence.length && isBlank(text, next, end);
}

function longHtml(text: string, at: number, end: number): LongHtml | undefined {
  const second = text.charCodeAt(at + 1);
  if (at + 1 >= end) return undefined;
  if (second === 63) return 'instruction';
  if (second === 33) {
    if (text.startsWith('--', at + 2)) return 'comment';
    if (text.startsWith('[CDATA[', at + 2)) return 'cdata';
    const third = text.charCodeAt(at + 2) | 32;
    return at + 2 < end && third >= 97 && third <= 122 ? 'declaration' : undefined;
  }
  return RAW_OPEN.test(text.slice(at, Math.min(end, at + 12))) ? 'raw' : undefined;
}

function closesHtml(html: LongHtml, text: string, at: number, end: number): boolean {
  const line = text.slice(at, end);
  if (html === 'comment') return line.includes('-->');
  if (html === 'instruction') return line.includes('?>');
  if (html === 'declaration') return line.includes('>');
  if (html === 'raw') return RAW_CLOSE.test(line);
  return line.includes(']]>') && !line.includes(']]]>');
}

function lastVisible(text: string, at: number, end: number): number {
  let last = end - 1;
  while (last > at && (text.charCodeAt(last) === SPACE || text.charCodeAt(last) === TAB)) last--;
  return text.charCodeAt(last);
}
