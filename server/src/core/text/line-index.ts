// Owns: translation between offsets and lines with characters, in each LSP position encoding.
// Must not know: LSP's types, documents, blocks.
import type { Span } from './span.ts';

/** How a client counts characters in a line (LSP 3.17, `PositionEncodingKind`). */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A zero-based line and character; the unit of `character` is the encoding of the call. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions, half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The line starts of one text. `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    // Searching for the next line end is far faster than looking at every unit.
    let nextReturn = text.indexOf('\r');
    let nextFeed = text.indexOf('\n');
    while (nextReturn >= 0 || nextFeed >= 0) {
      const isReturn = nextReturn >= 0 && (nextFeed < 0 || nextReturn < nextFeed);
      if (!isReturn || nextFeed !== nextReturn + 1) this.#starts.push((isReturn ? nextReturn : nextFeed) + 1);
      if (isReturn) nextReturn = text.indexOf('\r', nextReturn + 1);
      else nextFeed = text.indexOf('\n', nextFeed + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds `offset`; offsets past the end count as the end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The span of a line without its line end. Lines out of range are empty spans at the end of the text. */
  lineSpan(line: number): Span {
    if (line < 0 || line >= this.#starts.length) return { start: this.#text.length, end: this.#text.length };
    const start = this.#starts[line] as number;
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (line + 1 < this.#starts.length) {
      if (this.#text.charCodeAt(end - 1) === 10) end--;
      if (end > start && this.#text.charCodeAt(end - 1) === 13) end--;
    }
    return { start, end };
  }

  /** Position of a UTF-16 offset. Offsets out of range are clamped. */
  position(offset: number, encoding: PositionEncoding = 'utf-16'): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(at);
    const start = this.#starts[line] as number;
    return { line, character: encoding === 'utf-16' ? at - start : units(this.#text, start, at, encoding) };
  }

  /** UTF-16 offset of a position. Positions out of range are clamped to the end of their line or of the text. */
  offset(position: Position, encoding: PositionEncoding = 'utf-16'): number {
    // Clients have been seen to send fractions, and null.
    const line = Math.trunc(position.line) || 0;
    const character = Math.trunc(position.character) || 0;
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#text.length;
    const { start, end } = this.lineSpan(line);
    if (encoding === 'utf-16') return Math.max(start, Math.min(start + character, end));
    let at = start;
    for (let left = character; at < end && left > 0; ) {
      const wide = isPairAt(this.#text, at);
      left -= unitsOf(this.#text.codePointAt(at) as number, encoding);
      if (left < 0) break;
      at += wide ? 2 : 1;
    }
    return at;
  }

  /** Range of a span. */
  range(span: Span, encoding: PositionEncoding = 'utf-16'): Range {
    return { start: this.position(span.start, encoding), end: this.position(span.end, encoding) };
  }
}

function units(text: string, start: number, end: number, encoding: PositionEncoding): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    sum += unitsOf(text.codePointAt(at) as number, encoding);
    if (isPairAt(text, at)) at++;
  }
  return sum;
}

function unitsOf(codePoint: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return codePoint > 0xffff ? 2 : 1;
  // A lone surrogate is sent as U+FFFD, three bytes.
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function isPairAt(text: string, at: number): boolean {
  return (text.codePointAt(at) as number) > 0xffff;
}
