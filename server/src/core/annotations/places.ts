// Owns: which places of a text a remembered passage may stand at, and what speaks for each.
// Must not know: anchors, sidecars.
import { type Alignment, alignmentOf } from './alignment.ts';
import type { Passage, Remembered } from './remembered.ts';
import { isRespelled, type WordIndex } from './words.ts';

/** Words of a passage that stand in order in one place. */
export interface Place {
  /** Old and new places of its words. */
  readonly pairs: readonly Pair[];
  /** Share of the passage, by letters. */
  readonly share: number;
  /** Bits of these words that stood nowhere else, where one stands beside another. */
  readonly own: number;
  /** The same of what goes on before it and behind it, the less the more was put in or cut between; at most `MOST` each. */
  readonly before: number;
  readonly behind: number;
  /** Whether its first and last words are there and stand right beside the words that they stood beside. */
  readonly meetsBefore: boolean;
  readonly meetsBehind: boolean;
  /** The three together. */
  readonly evidence: number;
  /** All bits of these words. */
  readonly bits: number;
}

export interface Pair {
  readonly old: number;
  readonly now: number;
}

/** What is on one side of a passage tells at most so many bits. */
export const MOST = 60;
/** So many words put in or cut halve what neighbours tell. */
const HALF = 18;
/** Of text that is not known, each word more or less than guessed counts this much. */
const GUESSED = 0.7;
/** A passage is torn apart where more words were put in at once. */
const WIDEST = 140;
const MOST_FILLED = 1600;

/** Places of the passages of an older text, by what is known of that text as a whole. */
export function placesOf(index: WordIndex, isOpen: Uint8Array, remembered: Remembered): (passage: Passage) => readonly Place[] {
  const way = filled(index, remembered, alignmentOf(index.words, index.distinct, isOpen, remembered));
  const neighbours = new Neighbours(index, remembered, way);
  return passage => neighbours.placesOf(passage);
}

class Neighbours {
  readonly #index: WordIndex;
  readonly #old: Remembered;
  /** New places of each old word. */
  readonly #places: readonly number[][];
  /** What goes on before and behind a pair, by its number. */
  readonly #before = new Map<number, number>();
  readonly #behind = new Map<number, number>();

  constructor(index: WordIndex, old: Remembered, way: Alignment) {
    this.#index = index;
    this.#old = old;
    this.#places = Array.from(old.words, () => []);
    const { distinct } = old;
    const steps = way.old.length;
    for (let k = 0, told = 0; k < steps; k++) {
      told *= k > 0 ? this.#kept(way, k) : 0;
      this.#before.set(this.#number(way.old[k] as number, way.now[k] as number), told);
      told = Math.min(MOST, told + (distinct[way.old[k] as number] as number));
    }
    for (let k = steps - 1, told = 0; k >= 0; k--) {
      told *= k + 1 < steps ? this.#kept(way, k + 1) : 0;
      this.#behind.set(this.#number(way.old[k] as number, way.now[k] as number), told);
      told = Math.min(MOST, told + (distinct[way.old[k] as number] as number));
    }
    for (let k = 0; k < steps; k++) {
      const [i, j] = [way.old[k] as number, way.now[k] as number];
      (this.#places[i] as number[]).push(j);
      if (k + 1 < steps && way.old[k + 1] !== i + 1) this.#goOn(i, j, 1);
      if (k > 0 && way.old[k - 1] !== i - 1) this.#goOn(i, j, -1);
    }
  }

  #number(old: number, now: number): number {
    return old * this.#index.length + now;
  }

  /** Share that is kept of what neighbours tell from one step of the way to the next. */
  #kept({ old, now, jumps }: Alignment, k: number): number {
    if (jumps[k] === 1) return 0;
    const [from, to] = [old[k - 1] as number, old[k] as number];
    const cut = to - from - 1;
    const guessed = (this.#old.at[to] as number) - (this.#old.at[from] as number) - 1 - cut;
    const put = (now[k] as number) - (now[k - 1] as number) - 1;
    return 2 ** (-(guessed > 0 ? cut + Math.abs(put - guessed) * GUESSED : Math.max(cut, put)) / HALF);
  }

  /** Where the way leaves a run of words for other words that are the same, the run goes on all the same. */
  #goOn(i: number, j: number, step: 1 | -1): void {
    const { words, at, distinct } = this.#old;
    const [near, far] = step === 1 ? [this.#before, this.#behind] : [this.#behind, this.#before];
    let [x, y] = [i + step, j + step];
    const isEqual = (): boolean => words[x] !== undefined && at[x] === (at[x - step] as number) + step && words[x] === this.#index.words[y];
    let told = near.get(this.#number(i, j)) ?? 0;
    for (; isEqual() && !(this.#places[x] as number[]).includes(y); x += step, y += step) {
      (this.#places[x] as number[]).push(y);
      told += distinct[x - step] as number;
      near.set(this.#number(x, y), Math.min(MOST, Math.max(told, near.get(this.#number(x, y)) ?? 0)));
    }
    for (let behind = 0; x !== i; ) {
      x -= step;
      y -= step;
      far.set(this.#number(x, y), Math.min(MOST, Math.max(behind, far.get(this.#number(x, y)) ?? 0)));
      behind += distinct[x] as number;
    }
  }

  placesOf({ from, to }: Passage): readonly Place[] {
    const pairs: Pair[] = [];
    for (let old = from; old < to; old++) for (const now of this.#places[old] as number[]) pairs.push({ old, now });
    pairs.sort((a, b) => a.now - b.now || a.old - b.old);
    const groups: Pair[][] = [];
    for (const pair of pairs) {
      let [nearest, least] = [undefined as Pair[] | undefined, Number.POSITIVE_INFINITY];
      for (const group of groups) {
        const last = group.at(-1) as Pair;
        const put = pair.now - last.now;
        if (pair.old <= last.old || put <= 0 || put > WIDEST) continue;
        const distance = Math.abs(pair.old - last.old - put) * 2 + put;
        if (distance < least) [nearest, least] = [group, distance];
      }
      if (nearest) nearest.push(pair);
      else groups.push([pair]);
    }
    const all = this.#letters(Array.from({ length: to - from }, (_, i) => ({ old: from + i, now: 0 })));
    return groups.map(group => this.#placeOf(group, all, from, to));
  }

  #placeOf(pairs: readonly Pair[], letters: number, from: number, to: number): Place {
    const [first, last] = [pairs[0] as Pair, pairs.at(-1) as Pair];
    const { bits, distinct } = this.#old;
    let [own, all] = [0, 0];
    for (const { old, now } of pairs) {
      all += bits[old] as number;
      if (this.#places[old - 1]?.includes(now - 1) || this.#places[old + 1]?.includes(now + 1)) own += distinct[old] as number;
    }
    const before = this.#before.get(this.#number(first.old, first.now)) ?? 0;
    const behind = this.#behind.get(this.#number(last.old, last.now)) ?? 0;
    const evidence = Math.min(MOST, own) + before + behind;
    const meetsBefore = first.old === from && this.#places[from - 1]?.includes(first.now - 1) === true;
    const meetsBehind = last.old === to - 1 && this.#places[to]?.includes(last.now + 1) === true;
    return { pairs, share: this.#letters(pairs) / letters, own, before, behind, meetsBefore, meetsBehind, evidence, bits: all };
  }

  #letters(pairs: readonly Pair[]): number {
    return pairs.reduce((sum, { old }) => sum + (this.#old.keys[old] as string).length, 0);
  }
}

/** The way with its gaps filled, as far as words in them are equal or alike. */
function filled(index: WordIndex, { keys }: Remembered, way: Alignment): Alignment {
  const [old, now, jumps]: [number[], number[], number[]] = [[], [], []];
  for (let k = 0; k < way.old.length; k++) {
    const [i, j] = [way.old[k] as number, way.now[k] as number];
    const [i0, j0] = [(way.old[k - 1] ?? i) + 1, (way.now[k - 1] ?? j) + 1];
    if (way.jumps[k] === 0 && i > i0 && j > j0 && (i - i0) * (j - j0) <= MOST_FILLED) {
      const likeness = (row: number, column: number): number => {
        const [a, b] = [keys[i0 + row] as string, index.keyAt(j0 + column)];
        return a === b ? 1 : isRespelled(a, b) ? 0.9 : 0;
      };
      for (const [row, column] of commonRow(i - i0, j - j0, likeness)) {
        old.push(i0 + row);
        now.push(j0 + column);
        jumps.push(0);
      }
    }
    old.push(i);
    now.push(j);
    jumps.push(way.jumps[k] as number);
  }
  return { old: Int32Array.from(old), now: Int32Array.from(now), jumps: Uint8Array.from(jumps) };
}

/** The longest common row of rows and columns. */
function commonRow(
  rows: number,
  columns: number,
  likeness: (row: number, column: number) => number,
): readonly (readonly [number, number])[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const here = likeness(row, column);
      const both = here > 0 ? here + (best[(row + 1) * width + column + 1] as number) : 0;
      const at = row * width + column;
      best[at] = Math.max(both, best[at + width] as number, best[at + 1] as number);
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const at = row * width + column;
    const here = likeness(row, column);
    if (here > 0 && best[at] === here + (best[at + width + 1] as number)) found.push([row++, column++]);
    else if (best[at] === best[at + width]) row++;
    else column++;
  }
  return found;
}
