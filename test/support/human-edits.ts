// Owns: texts whose every character can be traced through edits as people make them; for measuring anchors.
// Must not know: annotations, anchors.

/** A generator of numbers in [0, 1) that repeats for one seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const EDITS = ['insert', 'delete', 'reword', 'typo', 'move', 'split', 'join', 'duplicate', 'reflow', 'line-ends'] as const;
export type Edit = (typeof EDITS)[number];

/** How often people do each, about. */
const SHARES: readonly (readonly [Edit, number])[] = [
  ['insert', 22],
  ['delete', 14],
  ['reword', 26],
  ['typo', 10],
  ['move', 8],
  ['split', 6],
  ['join', 5],
  ['duplicate', 3],
  ['reflow', 5],
  ['line-ends', 1],
];

/** A text of UTF-16 units, each with an id that it keeps for life. */
export class TracedText {
  text: string;
  /** Ids of the units of `text`; there is room behind them. */
  #ids: Int32Array;
  #next: number;
  /** Id of the unit that a unit is a copy of. Copies of copies point to the first. */
  readonly copyOf = new Map<number, number>();
  /** Told of each replacement, in order: what an editor would send. */
  onReplace: ((start: number, end: number, newText: string) => void) | undefined;

  constructor(text: string) {
    this.text = text;
    this.#ids = Int32Array.from({ length: text.length * 2 + 1000 }, (_, i) => i);
    this.#next = text.length;
  }

  /** Ids of all units, in order. */
  get ids(): Int32Array {
    return this.#ids.subarray(0, this.text.length);
  }

  /** Replaces `[start, end)`. Units of `newText` are new, or bear the ids that are given. */
  replace(start: number, end: number, newText: string, ids?: Int32Array): void {
    this.onReplace?.(start, end, newText);
    const { length } = this.text;
    const grown = length - (end - start) + newText.length;
    if (grown > this.#ids.length) {
      const room = new Int32Array(grown * 2);
      room.set(this.#ids);
      this.#ids = room;
    }
    this.#ids.copyWithin(start + newText.length, end, length);
    for (let i = 0; i < newText.length; i++) this.#ids[start + i] = ids ? (ids[i] as number) : this.#next++;
    this.text = this.text.slice(0, start) + newText + this.text.slice(end);
  }

  /** An id for a unit that is new. */
  newId(): number {
    return this.#next++;
  }

  /** Moves `[start, end)` to `to`, which lies outside of it. The units stay themselves. */
  move(start: number, end: number, to: number): void {
    const moved = this.text.slice(start, end);
    const ids = this.#ids.slice(start, end);
    this.replace(start, end, '');
    const at = to >= end ? to - (end - start) : to;
    this.replace(at, at, moved, ids);
  }

  /** Puts a copy of `[start, end)` at `to`. */
  duplicate(start: number, end: number, to: number): void {
    const ids = this.#ids.slice(start, end).map(id => {
      const copy = this.#next++;
      this.copyOf.set(copy, this.copyOf.get(id) ?? id);
      return copy;
    });
    this.replace(to, to, this.text.slice(start, end), ids);
  }
}

/** Makes one random edit as a person would; `phrases` is where new words come from. Answers what it did. */
export function editOnce(traced: TracedText, random: () => number, phrases: readonly string[]): Edit {
  const edit = draw(random);
  const text = traced.text;
  const pick = (limit: number): number => Math.floor(random() * limit);
  const phrase = (): string => phrases[pick(phrases.length)] ?? 'new words';
  const someWords = (count: number): string => phrase().split(' ').slice(0, count).join(' ');
  switch (edit) {
    case 'insert': {
      const at = wordStart(text, pick(text.length));
      traced.replace(at, at, random() < 0.5 ? `${someWords(1 + pick(5))} ` : `${phrase()} `);
      break;
    }
    case 'delete': {
      const span = random() < 0.75 ? wordsAt(text, pick(text.length), 1 + pick(6)) : sentenceAt(text, pick(text.length));
      traced.replace(span.start, span.end, '');
      break;
    }
    case 'reword': {
      const span = wordsAt(text, pick(text.length), 1 + pick(5));
      traced.replace(span.start, span.end, `${someWords(1 + pick(5))} `);
      break;
    }
    case 'typo': {
      const at = pick(text.length);
      if (/\p{L}/u.test(text[at] ?? '')) traced.replace(at, at + 1, String.fromCharCode(97 + pick(26)));
      break;
    }
    case 'move': {
      const span = random() < 0.5 ? sentenceAt(text, pick(text.length)) : paragraphAt(text, pick(text.length));
      const to = random() < 0.5 ? paragraphAt(text, pick(text.length)).start : sentenceAt(text, pick(text.length)).start;
      if (to <= span.start || to >= span.end) traced.move(span.start, span.end, to);
      break;
    }
    case 'split': {
      const { end } = sentenceAt(text, pick(text.length));
      traced.replace(end, end, '\n\n');
      break;
    }
    case 'join': {
      const { end } = paragraphAt(text, pick(text.length));
      const gap = /^(?:\r?\n)+/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
      if (gap > 0) traced.replace(end, end + gap, ' ');
      break;
    }
    case 'duplicate': {
      const span = paragraphAt(text, pick(text.length));
      const to = random() < 0.5 ? span.end : paragraphAt(text, pick(text.length)).start;
      if (to <= span.start || to >= span.end) {
        traced.duplicate(span.start, span.end, to);
        const between = to + (to <= span.start ? span.end - span.start : 0);
        traced.replace(between, between, '\n\n');
      }
      break;
    }
    case 'reflow':
      reflow(traced, paragraphAt(text, pick(text.length)), 40 + pick(60));
      break;
    case 'line-ends':
      changeLineEnds(traced);
      break;
  }
  return edit;
}

function draw(random: () => number): Edit {
  let left = random() * SHARES.reduce((sum, [, share]) => sum + share, 0);
  for (const [edit, share] of SHARES) {
    left -= share;
    if (left < 0) return edit;
  }
  return 'reword';
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const isSpace = (unit: string | undefined): boolean => unit === undefined || /\s/.test(unit);

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isSpace(text[start - 1])) start--;
  return start;
}

/** Some words from the one at `at` on, with the space after them; within one line. */
function wordsAt(text: string, at: number, count: number): Span {
  const start = wordStart(text, at);
  let end = start;
  for (let words = 0; words < count && end < text.length; words++) {
    while (end < text.length && !isSpace(text[end])) end++;
    if (text[end] === ' ') end++;
    else break;
  }
  return { start, end };
}

/** The sentence around `at`, with the space after it; within its paragraph. */
export function sentenceAt(text: string, at: number): Span {
  const { start: from, end: to } = paragraphAt(text, at);
  let start = Math.max(from, Math.min(at, to));
  while (start > from && !(/[.!?:]/.test(text[start - 2] ?? '') && isSpace(text[start - 1]))) start--;
  let end = Math.max(start, Math.min(at, to));
  while (end < to && !(/[.!?:]/.test(text[end - 1] ?? '') && isSpace(text[end]))) end++;
  while (end < to && isSpace(text[end])) end++;
  return { start, end };
}

/** The paragraph around `at`, without the blank lines around it. */
export function paragraphAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !(text[start - 1] === '\n' && (text[start - 2] === '\n' || (text[start - 2] === '\r' && text[start - 3] === '\n'))))
    start--;
  let end = Math.max(at, start);
  while (end < text.length && !isBlankLineAt(text, end)) end++;
  return { start, end };
}

/** Whether a line end and an empty line begin at `at`. */
function isBlankLineAt(text: string, at: number): boolean {
  const next = text[at] === '\r' ? at + 1 : at;
  return text[next] === '\n' && (text[next + 1] === '\n' || (text[next + 1] === '\r' && text[next + 2] === '\n'));
}

/** Breaks the lines of a paragraph anew at `width`. */
function reflow(traced: TracedText, { start, end }: Span, width: number): void {
  const { text } = traced;
  const breaks: { readonly at: number; readonly unit: string }[] = [];
  let column = 0;
  for (let at = start; at < end; at++) {
    if (text[at] !== ' ' && text[at] !== '\n') {
      column++;
      continue;
    }
    let word = at + 1;
    while (word < end && !isSpace(text[word])) word++;
    const isBreak = column + (word - at) > width;
    if (text[at] === (isBreak ? ' ' : '\n')) breaks.push({ at, unit: isBreak ? '\n' : ' ' });
    column = isBreak ? 0 : column + 1;
  }
  for (const { at, unit } of breaks.reverse()) traced.replace(at, at + 1, unit);
}

/** Turns all line ends into the other kind. */
function changeLineEnds(traced: TracedText): void {
  const { text } = traced;
  const windows = text.includes('\r\n');
  const lines = text.split(windows ? '\r\n' : '\n');
  const ids = traced.ids.slice();
  const next: number[] = [];
  let at = 0;
  lines.forEach((line, i) => {
    for (let unit = 0; unit < line.length; unit++) next.push(ids[at++] as number);
    if (i === lines.length - 1) return;
    // The line feed stays itself.
    if (windows) at++;
    else next.push(traced.newId());
    next.push(ids[at++] as number);
  });
  traced.replace(0, text.length, lines.join(windows ? '\n' : '\r\n'), Int32Array.from(next));
}
