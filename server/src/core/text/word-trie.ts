// Owns: words as the smallest unit of look-ups, and finding thousands of phrases in one pass over a text.
// Must not know: what the phrases mean.
import type { Span } from './span.ts';

/** A run of letters or a run of digits. "APT29" is two words, as is "APT 29", so both spellings meet. */
export interface Piece extends Span {
  /** The word in lower case. */
  readonly lower: string;
}

const NONE = 0;
const LETTER = 1;
const DIGIT = 2;

const WIDE_LETTER = /[\p{L}\p{M}]/u;
const wideKinds = new Map<number, number>();

function kindOf(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
    return code >= 48 && code <= 57 ? DIGIT : NONE;
  }
  if (code >= 0xd800 && code <= 0xdfff) return NONE;
  let kind = wideKinds.get(code);
  if (kind === undefined) {
    kind = WIDE_LETTER.test(String.fromCharCode(code)) ? LETTER : NONE;
    wideKinds.set(code, kind);
  }
  return kind;
}

/** The words of `text` between two offsets, with offsets into `text`. Linear time. */
export function piecesOf(text: string, from = 0, to = text.length): Piece[] {
  const words: Piece[] = [];
  let at = from;
  while (at < to) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === NONE) {
      at++;
      continue;
    }
    const start = at++;
    while (at < to && kindOf(text.charCodeAt(at)) === kind) at++;
    words.push({ start, end: at, lower: text.slice(start, at).toLowerCase() });
  }
  return words;
}

/**
 * Whether two words with this text between them read as one phrase: white space without an empty line, or nothing,
 * or a single joining mark ("zero-day", "Agent.btz", "AT&T", "Let’s").
 */
export function joins(text: string, from: number, to: number): boolean {
  if (to - from === 0) return true;
  if (to - from === 1 && JOINERS.has(text.charCodeAt(from))) return true;
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && ++lines > 1) return false;
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13 && code !== 0xa0) return false;
  }
  return true;
}

/** Whether two neighbouring words are pieces of one written word ("APT29", "full_2025"), so that no phrase ends between them. */
function glued(text: string, from: number, to: number): boolean {
  return from === to || (to - from === 1 && text.charCodeAt(from) === 95);
}

const JOINERS = new Set(['-', '‐', '‑', '–', '.', '_', '/', '&', '+', "'", '’', ' ', '\t', '\n', '\u00a0'].map(c => c.charCodeAt(0)));

/** A phrase found in a text. */
export interface Found<V> extends Span {
  readonly value: V;
}

interface Node<V> {
  next: Map<string, Node<V>> | undefined;
  value: V | undefined;
}

/**
 * A set of phrases, each with a value, compared word by word without regard to case or joining marks.
 * Finding takes time linear in the text (times the length of the longest phrase).
 */
export class WordTrie<V> {
  readonly #root = new Map<string, Node<V>>();

  /** Adds a phrase; the value of an earlier equal phrase stays and is returned. Phrases without a word are ignored. */
  add(phrase: string, value: V): V {
    let level = this.#root;
    let node: Node<V> | undefined;
    for (const word of piecesOf(phrase)) {
      if (node) {
        node.next ??= new Map();
        level = node.next;
      }
      node = level.get(word.lower);
      if (!node) {
        node = { next: undefined, value: undefined };
        level.set(word.lower, node);
      }
    }
    if (!node) return value;
    node.value ??= value;
    return node.value;
  }

  /** The value of a phrase. */
  get(phrase: string): V | undefined {
    let level: Map<string, Node<V>> | undefined = this.#root;
    let node: Node<V> | undefined;
    for (const word of piecesOf(phrase)) {
      node = level?.get(word.lower);
      if (!node) return undefined;
      level = node.next;
    }
    return node?.value;
  }

  /** Longest phrases from the left that do not overlap, in `text` between two offsets. */
  find(text: string, from = 0, to = text.length): Found<V>[] {
    return this.findInPieces(text, piecesOf(text, from, to));
  }

  /** As `find`, for words already cut (`piecesOf` of the same text). */
  findInPieces(text: string, words: readonly Piece[]): Found<V>[] {
    const found: Found<V>[] = [];
    for (let i = 0; i < words.length; ) {
      const first = words[i] as Piece;
      const previous = words[i - 1];
      let node = previous && glued(text, previous.end, first.start) ? undefined : this.#root.get(first.lower);
      let last = -1;
      let value: V | undefined;
      for (let j = i; node; ) {
        const here = words[j] as Piece;
        const after: Piece | undefined = words[j + 1];
        if (node.value !== undefined && !(after && glued(text, here.end, after.start))) {
          last = j;
          value = node.value;
        }
        if (!after || !node.next || !joins(text, here.end, after.start)) break;
        node = node.next?.get(after.lower);
        j++;
      }
      if (value === undefined) {
        i++;
        continue;
      }
      found.push({ start: first.start, end: (words[last] as Piece).end, value });
      i = last + 1;
    }
    return found;
  }
}
