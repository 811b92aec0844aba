// Owns: judging anchors against the truth that traced texts tell; shared by the measure and the suite.
// Must not know: how anchors are found.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { placeAnchors } from '../../server/src/core/annotations/anchors.ts';
import { describeAnchor } from '../../server/src/core/annotations/describe.ts';
import type { Anchor, Placement } from '../../server/src/core/annotations/types.ts';
import { WordIndex } from '../../server/src/core/annotations/words.ts';
import { fingerprint } from '../../server/src/core/text/fingerprint.ts';
import { editOnce, paragraphAt, sentenceAt, TracedText } from '../support/human-edits.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How places are found: ours, or a plain way to stand beside it. */
export type Placer = (text: string, anchors: readonly Anchor[]) => readonly Placement[];

/** What became of one anchor. */
export interface Outcome {
  /** Share of its characters (spaces apart) that survive in order. */
  readonly survived: number;
  /** A copy of it stands elsewhere, of which at least as much survives as is asked of the passage itself. */
  readonly rival: boolean;
  /** The copy stands with the same words and the same context, and the anchor remembers nothing that tells them apart. */
  readonly twin: boolean;
  /** A twin was placed where the same words stand with the same context: nothing there tells it from the others. */
  readonly guessed: boolean;
  readonly verdict: 'right' | 'wrong' | 'copy' | 'orphaned';
}

export const SURVIVES = 0.6;

/** Passages that people mark: a few words, a clause, a sentence, two, a paragraph. */
function drawPassages(text: string, random: () => number, count: number): readonly Span[] {
  const passages: Span[] = [];
  for (let tries = 0; passages.length < count && tries < count * 20; tries++) {
    const at = Math.floor(random() * text.length);
    const kind = random();
    const span = trim(
      text,
      kind < 0.25
        ? someWords(text, at, 1 + Math.floor(random() * 4))
        : kind < 0.45
          ? someWords(text, at, 5 + Math.floor(random() * 8))
          : kind < 0.8
            ? sentenceAt(text, at)
            : kind < 0.9
              ? { start: sentenceAt(text, at).start, end: sentenceAt(text, sentenceAt(text, at).end).end }
              : paragraphAt(text, at),
    );
    if (span.end - span.start >= 4 && /[\p{L}\p{N}]{3}/u.test(text.slice(span.start, span.end))) passages.push(span);
  }
  return passages;
}

function someWords(text: string, at: number, count: number): Span {
  let start = at;
  while (start > 0 && !/\s/.test(text[start - 1] as string)) start--;
  let end = start;
  for (let words = 0; words < count && end < text.length; words++) {
    while (end < text.length && /\s/.test(text[end] as string)) end++;
    while (end < text.length && !/\s/.test(text[end] as string)) end++;
  }
  return { start, end };
}

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** Texts of the prose folder with phrases that are new to each; one half of it, by the parity of a hash of the file's name. */
export function proseOf(dataDir: string, half: 0 | 1): readonly { readonly text: string; readonly phrases: readonly string[] }[] {
  const folder = path.join(dataDir, 'prose');
  if (!existsSync(folder)) return [];
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md') && Number.parseInt(fingerprint(path.basename(name)).slice(-1), 36) % 2 === half)
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8'));
  const phrases = texts.flatMap(text => text.match(/[A-Z][^.!?\n]{30,140}[.!?]/g)?.slice(0, 20) ?? []);
  return texts.map(text => ({ text, phrases: newTo(text, phrases) }));
}

/** Phrases that are new to a text: what stands in it already would be a copy that nobody traces. */
export function newTo(text: string, phrases: readonly string[]): readonly string[] {
  const known = new Set(shingles(text));
  return phrases.filter(phrase => !shingles(phrase).some(shingle => known.has(shingle)));
}

/** All stretches of four words. */
function shingles(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
}

/** A text whose passages were marked before it was edited. */
export interface Marked {
  readonly now: string;
  readonly passages: readonly Span[];
  readonly anchors: readonly Anchor[];
  readonly truth: Truth;
}

/** Marks passages, and edits the text. */
export function mark(text: string, phrases: readonly string[], random: () => number, count: number, edits: number): Marked {
  const passages = drawPassages(text, random, count);
  const index = new WordIndex(text);
  const anchors = passages.map(span => describeAnchor(index, span));
  const traced = new TracedText(text);
  for (let i = 0; i < edits; i++) editOnce(traced, random, phrases);
  return { now: traced.text, passages, anchors, truth: new Truth(text, traced) };
}

/** Marks passages, edits the text, and judges where each placer finds them. Every placer gets the same anchors and texts. */
export function runFile(
  text: string,
  phrases: readonly string[],
  random: () => number,
  options: { readonly anchors: number; readonly edits: number; readonly placers: readonly Placer[] },
): readonly (readonly Outcome[])[] {
  const { now, passages, anchors, truth } = mark(text, phrases, random, options.anchors, options.edits);
  return options.placers.map(place => {
    const placements = place(now, anchors);
    return passages.map((passage, i) => truth.judge(passage, placements[i] as Placement, anchors[i] as Anchor));
  });
}

export const ours: Placer = (text, anchors) => placeAnchors(text, anchors);

/** The first place of the exact words. */
export const plainSearch: Placer = (text, anchors) =>
  anchors.map(({ exact }) => {
    const start = text.indexOf(exact);
    return start < 0
      ? { state: 'orphaned', lastText: exact, why: 'gone' }
      : { state: 'placed', span: { start, end: start + exact.length }, how: 'exact' };
  });

/** Whatever stands at the old position. */
export const positionOnly: Placer = (text, anchors) => {
  const offsets = [0];
  for (const point of text) offsets.push((offsets.at(-1) as number) + point.length);
  return anchors.map(({ exact, start = 0, end = 0 }) => {
    const span = { start: offsets[start] ?? text.length, end: offsets[end] ?? text.length };
    return span.end > span.start ? { state: 'placed', span, how: 'exact' } : { state: 'orphaned', lastText: exact, why: 'gone' };
  });
};

const CONTEXT_OF_TWINS = 32;
/** A passage stands whole with this share of its characters; one part in so many must be its own. */
const WHOLE = 0.9;
const OWN = 4;

/** Where the characters of the first text stand in the last. */
export class Truth {
  readonly #first: string;
  readonly #last: string;
  readonly #ids: Int32Array;
  /** The last text without spaces, once it was asked for. */
  #letters: string | undefined;
  /** Place of each character of the first text in the last, or -1; and of its copies. */
  readonly #at: Int32Array;
  readonly #copies = new Map<number, number[]>();
  readonly #copyOf: ReadonlyMap<number, number>;

  constructor(first: string, traced: TracedText) {
    this.#first = first;
    this.#last = traced.text;
    this.#ids = traced.ids;
    this.#copyOf = traced.copyOf;
    this.#at = new Int32Array(first.length).fill(-1);
    this.#ids.forEach((id, at) => {
      if (id < first.length) this.#at[id] = at;
      const original = traced.copyOf.get(id);
      if (original !== undefined && original < first.length) {
        const list = this.#copies.get(original);
        if (list) list.push(at);
        else this.#copies.set(original, [at]);
      }
    });
  }

  /** What became of an anchor with that passage; `anchor` tells what it remembers from farther off. */
  judge(passage: Span, placement: Placement, anchor?: Anchor): Outcome {
    const solid: number[] = [];
    for (let id = passage.start; id < passage.end; id++) if (!/\s/.test(this.#first[id] as string)) solid.push(id);
    const surviving = solid.map(id => this.#at[id] as number).filter(at => at >= 0);
    const places = longestRising(surviving);
    const survived = places.length / solid.length;
    const copied = solid.flatMap(id => this.#copies.get(id) ?? []);
    const copies = longestRising([...copied].sort((a, b) => a - b)).length / solid.length;
    const rival = copies >= SURVIVES;
    const twin = rival && survived === 1 && this.#hasTwin(passage, solid) && !(anchor && this.#isToldApart(anchor));
    const guessed =
      twin &&
      placement.state === 'placed' &&
      this.#around(placement.span.start, passage, solid) === this.#around(this.#at[solid[0] as number] as number, passage, solid);
    return { survived, rival, twin, guessed, verdict: this.#verdict(placement, passage, places, surviving, copied, solid.length) };
  }

  #verdict(
    placement: Placement,
    passage: Span,
    places: readonly number[],
    surviving: readonly number[],
    copied: readonly number[],
    solid: number,
  ): Outcome['verdict'] {
    if (placement.state !== 'placed') return 'orphaned';
    const { start, end } = placement.span;
    const within = (all: readonly number[]): readonly number[] => all.filter(at => at >= start && at < end);
    // What stands out of order and copies of its own characters are no foreign ones.
    const own = new Set(within([...surviving, ...copied]));
    /** Whether foreign characters before the first and behind the last of them are at most half of the span. */
    const isMostly = (inside: readonly number[]): boolean => {
      const [first, last] = [Math.min(...inside), Math.max(...inside)];
      let outside = 0;
      for (let at = start; at < end; at++) if ((at < first || at > last) && !own.has(at)) outside++;
      return outside * 2 <= end - start;
    };
    // Parts may have changed places.
    const inside = longestRising(within(surviving));
    if (inside.length > 0 && inside.length * 2 >= largestPart(places)) return isMostly(inside) ? 'right' : 'wrong';
    // Where a copy was put between its parts, it stands whole of its own characters and of the copy's: nobody can see which are which.
    const whole = this.#inOrder(passage, placement.span);
    if (whole >= WHOLE * solid && inside.length * OWN >= whole) return isMostly([...inside, ...within(copied)]) ? 'right' : 'wrong';
    const onCopy = within(copied);
    const most = Math.min(solid, largestPart([...copied].sort((a, b) => a - b)));
    return onCopy.length > places.length && onCopy.length * 2 >= most && isMostly(onCopy) ? 'copy' : 'wrong';
  }

  /** How many characters of a passage stand in a span in order, be it they themselves or copies. */
  #inOrder(passage: Span, { start, end }: Span): number {
    const originals: number[] = [];
    for (let at = start; at < end; at++) {
      if (/\s/.test(this.#last[at] as string)) continue;
      const id = this.#ids[at] as number;
      const original = this.#copyOf.get(id) ?? id;
      if (original >= passage.start && original < passage.end) originals.push(original);
    }
    return longestRising(originals).length;
  }

  /** Whether all that an anchor remembers stands at one place, and nowhere else: then no copy is like it. */
  #isToldApart({ prefix, exact, suffix }: Anchor): boolean {
    this.#letters ??= this.#last.replace(/\s+/g, '');
    const whole = `${prefix}${exact}${suffix}`.replace(/\s+/g, '');
    const at = this.#letters.indexOf(whole);
    return at >= 0 && at === this.#letters.lastIndexOf(whole);
  }

  /** The letters of a passage that stands at a place, with those of its context. */
  #around(at: number, passage: Span, solid: readonly number[]): string {
    const before = this.#last.slice(Math.max(0, at - 4 * CONTEXT_OF_TWINS), at).replace(/\s+/g, '');
    const after = this.#last.slice(at, at + (passage.end - passage.start) + 8 * CONTEXT_OF_TWINS).replace(/\s+/g, '');
    return `${before.slice(-CONTEXT_OF_TWINS)}|${after.slice(0, solid.length + CONTEXT_OF_TWINS)}`;
  }

  /** Whether the passage as it was, with its context, stands both at its own place and at a copy's. */
  #hasTwin(passage: Span, solid: readonly number[]): boolean {
    const own = this.#at[solid[0] as number] as number;
    const asItWas = `|${this.#first.slice(passage.start, passage.end).replace(/\s+/g, '')}`;
    return (
      this.#around(own, passage, solid).includes(asItWas) &&
      (this.#copies.get(solid[0] as number) ?? []).some(at => this.#around(at, passage, solid) === this.#around(own, passage, solid))
    );
  }
}

/** The longest rising subsequence. */
function longestRising(values: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const before = new Array<number>(values.length).fill(-1);
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1] as number;
    tails[low] = i;
  });
  const rising: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) rising.push(values[at] as number);
  return rising.reverse();
}

/** Size of the largest part of a passage that was torn apart: parts are a thousand characters from each other. */
function largestPart(places: readonly number[]): number {
  let largest = 0;
  let size = 0;
  places.forEach((at, i) => {
    size = i > 0 && at - (places[i - 1] as number) < 1000 ? size + 1 : 1;
    largest = Math.max(largest, size);
  });
  return largest;
}
