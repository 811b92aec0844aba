// Owns: where Markdown can be cut into runs of blocks that can be parsed alone.
// Must not know: syntax trees, sentences, facts.
import { closesFence, type Fence, fenceAt } from './fences.ts';
import { afterLineEnd, lineEnd } from './lines.ts';

const TAB = 9;
const SPACE = 32;

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
export class MarkdownCutter {
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
    const opensFence = fenceAt(text, at, end);
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
