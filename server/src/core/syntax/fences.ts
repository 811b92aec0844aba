// Owns: which lines of Markdown are code: fences, and what is indented.
// Must not know: where Markdown can be cut, syntax trees.
import { isBlank } from './lines.ts';

/** The marks that open a fence. */
export interface Fence {
  readonly code: number;
  readonly length: number;
}

export function fenceAt(text: string, at: number, end: number): Fence | undefined {
  const code = text.charCodeAt(at);
  if (code !== 96 && code !== 126) return undefined;
  let next = at;
  while (next < end && text.charCodeAt(next) === code) next++;
  const length = next - at;
  if (length < 3) return undefined;
  if (code === 96) {
    for (; next < end; next++) if (text.charCodeAt(next) === 96) return undefined;
  }
  return { code, length };
}

export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let next = at;
  while (next < end && text.charCodeAt(next) === fence.code) next++;
  return next - at >= fence.length && isBlank(text, next, end);
}

/** Tells, line by line from the start of a segment, what is surely code: nothing behind a quote, list, note or html is. */
export class CodeLines {
  readonly #text: string;
  #fence: Fence | undefined;
  #isSure = true;
  /** Whether an indented line would be code rather than go on with a paragraph. */
  #mayIndent = true;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the next line, which is `[start, end)`, is code or its fence. `isContained` says that it opens a quote, list or note. */
  isCode(start: number, end: number, isContained: boolean): boolean {
    const text = this.#text;
    const indent = /^ *\t?/.exec(text.slice(start, Math.min(end, start + 4)))?.[0] ?? '';
    const at = start + indent.length;
    if (isBlank(text, at, end)) {
      this.#mayIndent = true;
      return this.#fence !== undefined;
    }
    const isIndented = indent.length === 4 || indent.endsWith('\t');
    if (this.#fence) {
      if (!isIndented && closesFence(text, at, end, this.#fence)) this.#fence = undefined;
      return true;
    }
    if (!this.#isSure) return false;
    if (isIndented) return this.#mayIndent;
    this.#fence = fenceAt(text, at, end);
    this.#mayIndent = this.#fence !== undefined;
    this.#isSure = !isContained && text.charCodeAt(at) !== 60;
    return this.#fence !== undefined;
  }
}
