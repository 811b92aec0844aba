// Owns: pairing quotation marks of every style within one block of prose, in linear time.
// Must not know: sentences, what a quote is about, who speaks.
import type { Span } from '../../text/span.ts';

/** A pair of quotation marks; offsets are those of the text that was scanned. */
export interface MarkedQuote {
  /** With its marks. */
  readonly span: Span;
  /** Between the marks. */
  readonly content: Span;
  readonly single: boolean;
  /** Index, in the result, of the pair around this one. */
  readonly within?: number;
  /** Never closed: ends with the block. */
  readonly open?: boolean;
}

/** What is scanned. `prose` and `text` have equal lengths; blanks of `prose` that are none in `text` are blanked markup. */
export interface ScanInput {
  readonly text: string;
  readonly prose: string;
  readonly block: Span;
  /** Code and the like, in order: marks in it mean nothing. */
  readonly hidden: readonly Span[];
}

type Family = 'double' | 'single' | 'guillemet' | 'corner';

interface Event {
  readonly at: number;
  readonly length: number;
  readonly family: Family;
  /** What the shape of the mark says; straight marks say nothing. */
  readonly shape: 'open' | 'close' | 'low' | 'straight';
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

interface Opening {
  readonly event: Event;
  readonly depth: number;
}

const SHAPES: ReadonlyMap<string, readonly [Family, Event['shape']]> = new Map<string, readonly [Family, Event['shape']]>([
  ['"', ['double', 'straight']],
  ['＂', ['double', 'straight']],
  ['“', ['double', 'open']],
  ['‟', ['double', 'open']],
  ['”', ['double', 'close']],
  ['„', ['double', 'low']],
  ['‘', ['single', 'open']],
  ['‛', ['single', 'open']],
  ['’', ['single', 'close']],
  ['‚', ['single', 'low']],
  ["'", ['single', 'straight']],
  ['«', ['guillemet', 'open']],
  ['»', ['guillemet', 'close']],
  ['「', ['corner', 'open']],
  ['『', ['corner', 'open']],
  ['」', ['corner', 'close']],
  ['』', ['corner', 'close']],
]);

const ANY_MARK = /["＂“‟”„‘‛’‚'«»「『」』]/g;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const OPENS_BEFORE = /[\s([{<—–\-/=:*_~|“‟„‘«"'>]/;
/** What is clipped at its start and takes an apostrophe there. */
const CLIPPED = /^(?:\d\ds?|em|tis|twas|twere|til|till|cause|cuz|round|bout|n|neath|cos|tween|gainst|nuff|fraid|cept)(?![\p{L}\p{N}])/iu;

/** All pairs in order of their opening mark. */
export function scanQuotes(input: ScanInput): readonly MarkedQuote[] {
  const events = eventsOf(input);
  return events.length === 0 ? [] : new Pairing(input, events).run();
}

function eventsOf({ text, prose, block, hidden }: ScanInput): Event[] {
  const events: Event[] = [];
  const piece = prose.slice(block.start, block.end);
  let code = 0;
  let skipTo = -1;
  for (const match of piece.matchAll(ANY_MARK)) {
    const at = block.start + match.index;
    if (at < skipTo) continue;
    while (code < hidden.length && (hidden[code] as Span).end <= at) code++;
    const cover = hidden[code];
    if (cover && cover.start <= at) continue;
    let [family, shape] = SHAPES.get(match[0]) ?? ['double', 'straight'];
    let length = 1;
    // Two single marks in a row are one double mark, as typewriters and TeX write it.
    if (family === 'single' && shape !== 'open' && shape !== 'low' && prose[at + 1] === match[0] && at + 1 < block.end) {
      family = 'double';
      shape = 'straight';
      length = 2;
    }
    skipTo = at + length;
    const before = visibleBefore(text, prose, block.start, at);
    const after = visibleAfter(text, prose, block.end, at + length);
    const wordBefore = WORD.test(before);
    const wordAfter = WORD.test(after);
    if (family === 'single' && isApostrophe(prose, at, before, wordBefore, wordAfter, shape)) continue;
    const spaceAfter = after === '' || /\s/.test(after);
    const spaceBefore = before === '' || /\s/.test(before);
    const canOpen =
      !spaceAfter &&
      (before === '' || OPENS_BEFORE.test(before)) &&
      !/[.,;!?)\]}]/.test(after === '.' && prose.startsWith('...', at + length) ? '' : after);
    const canClose = !spaceBefore && !wordAfter;
    events.push({ at, length, family, shape, canOpen, canClose });
  }
  return events;
}

function isApostrophe(prose: string, at: number, before: string, wordBefore: boolean, wordAfter: boolean, shape: Event['shape']): boolean {
  if (shape === 'low') return false;
  if (wordBefore && wordAfter) return true;
  if (shape === 'straight' && /\d/.test(before) && !wordAfter && /[\d\s"]/.test(prose[at + 1] ?? ' ') && /\d/.test(prose[at + 1] ?? ''))
    return true;
  return wordAfter && !wordBefore && CLIPPED.test(prose.slice(at + 1, at + 12));
}

/** The character that a reader sees before `at`: blanked markup is skipped, true white space is not. */
function visibleBefore(text: string, prose: string, from: number, at: number): string {
  let i = at - 1;
  while (i >= from && prose[i] === ' ' && !/\s/.test(text[i] as string)) i--;
  return i < from ? '' : (prose[i] as string);
}

function visibleAfter(text: string, prose: string, to: number, at: number): string {
  let i = at;
  while (i < to && prose[i] === ' ' && !/\s/.test(text[i] as string)) i++;
  return i >= to ? '' : (prose[i] as string);
}

class Pairing {
  readonly #input: ScanInput;
  readonly #events: readonly Event[];
  readonly #stack: Opening[] = [];
  readonly #pairs: { open: Event; close: Event | undefined }[] = [];
  /** For each event, the next one of its family (singles: that could close or open). */
  readonly #next: Int32Array;

  constructor(input: ScanInput, events: readonly Event[]) {
    this.#input = input;
    this.#events = events;
    this.#next = new Int32Array(events.length).fill(-1);
    const last = new Map<Family, number>();
    for (let i = events.length - 1; i >= 0; i--) {
      const { family } = events[i] as Event;
      this.#next[i] = last.get(family) ?? -1;
      last.set(family, i);
    }
  }

  run(): readonly MarkedQuote[] {
    this.#events.forEach((event, index) => {
      if (event.family === 'single') this.#single(event, index);
      else this.#paired(event, index);
    });
    // Only an outermost double quote can go on in the next paragraph; other marks left over mean nothing.
    const left = this.#stack.find(({ event }) => event.family !== 'single');
    if (left) this.#pairs.push({ open: left.event, close: undefined });
    return this.#assemble();
  }

  #single(event: Event, index: number): void {
    const top = this.#stack[this.#stack.length - 1];
    const open = top?.event.family === 'single' ? top : undefined;
    if (open && event.shape !== 'low' && event.canClose && !(event.shape === 'open' && open.event.shape !== 'low')) {
      if (this.#isPossessive(event, index)) return;
      this.#close(this.#stack.length - 1, event);
      return;
    }
    if (event.shape === 'close' || !event.canOpen) return;
    // A single mark inside an unclosed single one: the earlier was an apostrophe.
    if (open) this.#stack.pop();
    this.#open(event);
  }

  #paired(event: Event, index: number): void {
    const open = this.#openIndex(event.family);
    const closes = this.#closes(event, index, open);
    if (closes && open >= 0) {
      this.#close(open, event);
      return;
    }
    if (closes) return;
    if (event.shape === 'straight' && !event.canOpen && !this.#looselyOpens(event)) return;
    if (open >= 0 && !this.#isNested(event, index)) this.#stack.length = open;
    this.#open(event);
  }

  #closes(event: Event, index: number, open: number): boolean {
    if (open < 0) {
      // A closing mark that opens: “”so”, »so«.
      return event.shape === 'close'
        ? !(event.canOpen && !event.canClose && this.#nextCloses(index))
        : event.shape === 'straight' && event.canClose && !event.canOpen;
    }
    const opening = (this.#stack[open] as Opening).event;
    switch (event.shape) {
      case 'close':
        // »…« nests the other way round.
        return !(event.family === 'guillemet' && event.canOpen && !event.canClose);
      case 'low':
        return false;
      case 'open':
        return opening.shape === 'low' || (event.canClose && !event.canOpen) || (event.family === 'guillemet' && opening.shape === 'close');
      case 'straight':
        return event.canClose || !event.canOpen;
    }
  }

  /** A straight mark right after a full stop or comma and before a word: `said,"Hello`. */
  #looselyOpens(event: Event): boolean {
    const { prose } = this.#input;
    return /[.,;:!?)]/.test(prose[event.at - 1] ?? '') && WORD.test(prose[event.at + event.length] ?? '');
  }

  #nextCloses(index: number): boolean {
    const next = this.#events[this.#next[index] ?? -1];
    return next !== undefined && (next.canClose || next.shape === 'close');
  }

  /** Two more marks that close follow: so the one that opens here stands within the open one. */
  #isNested(event: Event, index: number): boolean {
    const second = this.#next[index] as number;
    if (second < 0 || !closesOnly(this.#events[second] as Event)) return false;
    const third = this.#next[second] as number;
    return third >= 0 && closesOnly(this.#events[third] as Event) && event.family !== 'corner';
  }

  /** `drivers’ union`: an s before it, a word after it, and a better mark to close with later. */
  #isPossessive(event: Event, index: number): boolean {
    const { prose } = this.#input;
    if (
      !/(?:[sSzZxX]|in)$/.test(prose.slice(Math.max(0, event.at - 2), event.at)) ||
      !/^ [\p{Ll}\p{Lu}]/u.test(prose.slice(event.at + 1, event.at + 4))
    )
      return false;
    const next = this.#events[this.#next[index] as number];
    return next?.canClose === true && next.shape !== 'open' && next.shape !== 'low' && !next.canOpen;
  }

  #openIndex(family: Family): number {
    for (let i = this.#stack.length - 1; i >= 0; i--) if ((this.#stack[i] as Opening).event.family === family) return i;
    return -1;
  }

  #open(event: Event): void {
    // Nesting deeper than this is no prose; it keeps the search of the stack short.
    if (this.#stack.length >= 16) this.#stack.shift();
    this.#stack.push({ event, depth: this.#stack.length });
  }

  #close(at: number, event: Event): void {
    const { event: open } = this.#stack[at] as Opening;
    this.#stack.length = at;
    if (event.at > open.at + open.length) this.#pairs.push({ open, close: event });
  }

  #assemble(): readonly MarkedQuote[] {
    const { prose, block } = this.#input;
    let blockEnd = block.end;
    while (blockEnd > block.start && /\s/.test(prose[blockEnd - 1] as string)) blockEnd--;
    const pairs = [...this.#pairs].sort((a, b) => a.open.at - b.open.at);
    const around: { index: number; end: number }[] = [];
    const quotes: MarkedQuote[] = [];
    for (const { open, close } of pairs) {
      const end = close ? close.at + close.length : blockEnd;
      while (around.length > 0 && (around[around.length - 1] as { end: number }).end <= open.at) around.pop();
      const outer = around[around.length - 1];
      quotes.push({
        span: { start: open.at, end },
        content: { start: open.at + open.length, end: close ? close.at : blockEnd },
        single: open.family === 'single',
        ...(outer ? { within: outer.index } : {}),
        ...(close ? {} : { open: true }),
      });
      around.push({ index: quotes.length - 1, end });
    }
    return quotes;
  }
}

function closesOnly(event: Event): boolean {
  return event.shape === 'close' || (event.shape === 'straight' && event.canClose && !event.canOpen);
}
