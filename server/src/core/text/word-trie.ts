// Owns: words as the smallest unit of look-ups, and finding thousands of phrases in one pass over a text.
// Must not know: what the phrases mean.
import type { Span } from './span.ts';

const NONE = 0;
const LETTER = 1;
const DIGIT = 2;

const WIDE_LETTER = /[\p{L}\p{M}]/u;
const wideKinds = new Map<number, number>();

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  return code >= 48 && code <= 57 ? DIGIT : NONE;
});

function kindOf(code: number): number {
  if (code < 128) return ASCII_KINDS[code] ?? NONE;
  if (code >= 0xd800 && code <= 0xdfff) return NONE;
  let kind = wideKinds.get(code);
  if (kind === undefined) {
    kind = WIDE_LETTER.test(String.fromCharCode(code)) ? LETTER : NONE;
    wideKinds.set(code, kind);
  }
  return kind;
}

// The word that `scan` found last. A word is a run of letters or a run of digits: "APT29" is two, as is "APT 29",
// so both spellings meet. Kept in variables since a text has a hundred thousand of them.
let wordStart = 0;
let wordEnd = 0;
let wordHash = 0;

/** Finds the next word at or after `at`; false at the end. The hash leaves out case and all that is not ASCII. */
function scan(text: string, at: number, to: number): boolean {
  let kind = NONE;
  while (at < to) {
    kind = kindOf(text.charCodeAt(at));
    if (kind !== NONE) break;
    at++;
  }
  if (at >= to) return false;
  wordStart = at;
  let hash = 7;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (kindOf(code) !== kind) break;
    if (code < 128) hash = (Math.imul(hash, 31) + (code | 32)) | 0;
    at++;
  }
  wordEnd = at;
  wordHash = hash;
  return true;
}

/**
 * Whether two words with this text between them read as one phrase: white space without an empty line, or nothing,
 * or a single joining mark ("zero-day", "Agent.btz", "AT&T", "Let’s", "100 % secure").
 */
export function joins(text: string, from: number, to: number): boolean {
  if (to - from === 0) return true;
  if (to - from === 1 && JOINERS.has(text.charCodeAt(from))) return true;
  let lines = 0;
  let hyphens = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && ++lines > 1) return false;
    // Markup leaves spaces: "*zero*-day" reads as "zero-day".
    if (code === 45 && (at === from || at === to - 1) && ++hyphens === 1) continue;
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13 && code !== 0xa0 && code !== 37) return false;
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

/** A phrase that is added later; it stays out where `make` gives no value. */
export interface Later<V> {
  readonly phrase: string;
  readonly make: () => V | undefined;
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

  /** First words by hash, so that most words of a text are passed over without looking them up. */
  readonly #filter = new Uint8Array(FILTER_SIZE / 8);

  /** What waits for a text with a first word: for each place in the filter the last ticket, and for each ticket the one before it. */
  readonly #lastTicket: Int32Array | undefined;
  readonly #tickets: number[] = [];
  readonly #before: number[] = [];
  readonly #redeem: ((ticket: number) => Iterable<Later<V>>) | undefined;

  /** `redeem` gives the phrases that a ticket of `addLater` stands for. */
  constructor(redeem?: (ticket: number) => Iterable<Later<V>>) {
    this.#redeem = redeem;
    this.#lastTicket = redeem && new Int32Array(FILTER_SIZE);
  }

  /**
   * Adds the phrase between two offsets of a text once its first word is asked for: of thousands most never are. It is made of `ticket`
   * then, which may stand for several phrases.
   */
  addLater(text: string, from: number, to: number, ticket: number): void {
    if (!this.#lastTicket || !scan(text, from, to)) return;
    const bit = wordHash & (FILTER_SIZE - 1);
    this.#filter[bit >> 3] = (this.#filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    this.#before.push(this.#lastTicket[bit] ?? 0);
    this.#lastTicket[bit] = this.#tickets.push(ticket);
  }

  #settle(bit: number): void {
    let at = this.#lastTicket?.[bit] ?? 0;
    if (at === 0 || !this.#lastTicket) return;
    this.#lastTicket[bit] = 0;
    const tickets = new Set<number>();
    for (; at > 0; at = this.#before[at - 1] ?? 0) tickets.add(this.#tickets[at - 1] as number);
    for (const ticket of [...tickets].reverse()) {
      for (const { phrase, make } of this.#redeem?.(ticket) ?? []) {
        // Its other phrases wait for their own first words, behind those that came before them.
        if (!scan(phrase, 0, phrase.length) || (wordHash & (FILTER_SIZE - 1)) !== bit) continue;
        const value = make();
        if (value !== undefined) this.add(phrase, value);
      }
    }
  }

  /** Adds a phrase; the value of an earlier equal phrase stays and is returned. Phrases without a word are ignored. */
  add(phrase: string, value: V): V {
    let level = this.#root;
    let node: Node<V> | undefined;
    for (let at = 0; scan(phrase, at, phrase.length); at = wordEnd) {
      const lower = phrase.slice(wordStart, wordEnd).toLowerCase();
      if (node) {
        node.next ??= new Map();
        level = node.next;
      } else {
        const bit = wordHash & (FILTER_SIZE - 1);
        this.#filter[bit >> 3] = (this.#filter[bit >> 3] ?? 0) | (1 << (bit & 7));
      }
      node = level.get(lower);
      if (!node) {
        node = { next: undefined, value: undefined };
        level.set(lower, node);
      }
    }
    if (!node) return value;
    node.value ??= value;
    return node.value;
  }

  /** The value of a phrase. */
  get(phrase: string): V | undefined {
    if (!scan(phrase, 0, phrase.length)) return undefined;
    this.#settle(wordHash & (FILTER_SIZE - 1));
    let level: Map<string, Node<V>> | undefined = this.#root;
    let node: Node<V> | undefined;
    for (let at = 0; scan(phrase, at, phrase.length); at = wordEnd) {
      node = level?.get(phrase.slice(wordStart, wordEnd).toLowerCase());
      if (!node) return undefined;
      level = node.next;
    }
    return node?.value;
  }

  /** Longest phrases from the left that do not overlap, in `text` between two offsets. */
  find(text: string, from = 0, to = text.length): Found<V>[] {
    const found: Found<V>[] = [];
    let before = -1;
    for (let at = from; scan(text, at, to); ) {
      const start = wordStart;
      const firstEnd = wordEnd;
      const bit = wordHash & (FILTER_SIZE - 1);
      const isGlued = before >= from && glued(text, before, start);
      before = firstEnd;
      at = firstEnd;
      if (isGlued || !((this.#filter[bit >> 3] ?? 0) & (1 << (bit & 7)))) continue;
      if (this.#lastTicket?.[bit]) this.#settle(bit);
      let node = this.#root.get(text.slice(start, firstEnd).toLowerCase());
      let end = -1;
      let value: V | undefined;
      for (let wordStop = firstEnd; node; wordStop = wordEnd) {
        const hasNext = scan(text, wordStop, to);
        if (node.value !== undefined && !(hasNext && glued(text, wordStop, wordStart))) {
          end = wordStop;
          value = node.value;
        }
        if (!hasNext || !node.next || !joins(text, wordStop, wordStart)) break;
        node = node.next.get(text.slice(wordStart, wordEnd).toLowerCase());
      }
      if (value === undefined) continue;
      found.push({ start, end, value });
      before = end;
      at = end;
    }
    return found;
  }
}

const FILTER_SIZE = 1 << 17;
