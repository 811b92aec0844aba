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
  /** The same of all words, whether they stood elsewhere or not. */
  readonly allBefore: number;
  readonly allBehind: number;
  /** Whether its first and last words are there and stand right beside the words that they stood beside. */
  readonly meetsBefore: boolean;
  readonly meetsBehind: boolean;
  /** The three together. */
  readonly evidence: number;
  /** All bits of these words. */
  readonly bits: number;
}

/** All places of a passage. */
export interface Places {
  readonly places: readonly Place[];
  /** How many words of the newer text came from the older one, to each that is known of that. */
  readonly kept: number;
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
/** Or more than this share of its own. */
const WIDEST_SHARE = 0.3;
/** A pair goes on from another unless so many times more lies between them on one side only. */
const FARTHEST = 2;
/** So many words are no chance. */
const SOLID = 5;
const MOST_FILLED = 1600;

/** Places of the passages of an older text, by what is known of that text as a whole. */
export function placesOf(index: WordIndex, isOpen: Uint8Array, remembered: Remembered): (passage: Passage) => Places {
  const way = filled(index, remembered, alignmentOf(index.words, index.distinct, isOpen, remembered));
  const neighbours = new Neighbours(index, remembered, way);
  const kept = way.old.length / Math.max(1, remembered.keys.length);
  return passage => ({ places: neighbours.placesOf(passage), kept });
}

/** What goes on before and behind pairs of words, by their slot, and what each older word tells. */
interface Around {
  readonly tells: Float64Array;
  readonly before: number[];
  readonly behind: number[];
}

class Neighbours {
  readonly #index: WordIndex;
  readonly #old: Remembered;
  /** New places of each old word. */
  readonly #places: readonly number[][];
  /** Slot of a pair, by its number. */
  readonly #slots = new Map<number, number>();
  /** What goes on before and behind a pair: of words that stood nowhere else, and of all. */
  readonly #distinct: Around;
  readonly #all: Around;

  constructor(index: WordIndex, old: Remembered, way: Alignment) {
    this.#index = index;
    this.#old = old;
    this.#places = Array.from(old.words, () => []);
    this.#distinct = this.#around(way, old.distinct);
    this.#all = this.#around(way, old.bits);
    const steps = way.old.length;
    for (let k = 0; k < steps; k++) this.#slots.set(this.#number(way.old[k] as number, way.now[k] as number), k);
    for (let k = 0; k < steps; k++) {
      const [i, j] = [way.old[k] as number, way.now[k] as number];
      (this.#places[i] as number[]).push(j);
      if (k + 1 < steps && way.old[k + 1] !== i + 1) this.#goOn(i, j, 1);
      if (k > 0 && way.old[k - 1] !== i - 1) this.#goOn(i, j, -1);
    }
  }

  #around(way: Alignment, tells: Float64Array): Around {
    const around: Around = { tells, before: [], behind: [] };
    const steps = way.old.length;
    for (let k = 0, told = 0; k < steps; k++) {
      told *= k > 0 ? this.#kept(way, k) : 0;
      around.before.push(told);
      told = Math.min(MOST, told + (tells[way.old[k] as number] as number));
    }
    around.behind.length = steps;
    for (let k = steps - 1, told = 0; k >= 0; k--) {
      told *= k + 1 < steps ? this.#kept(way, k + 1) : 0;
      around.behind[k] = told;
      told = Math.min(MOST, told + (tells[way.old[k] as number] as number));
    }
    return around;
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
    const { words, at } = this.#old;
    let [x, y] = [i + step, j + step];
    const isEqual = (): boolean => words[x] !== undefined && at[x] === (at[x - step] as number) + step && words[x] === this.#index.words[y];
    for (; isEqual() && !(this.#places[x] as number[]).includes(y); x += step, y += step) (this.#places[x] as number[]).push(y);
    const count = Math.abs(x - i) - 1;
    if (count === 0) return;
    for (const { tells, before, behind } of [this.#distinct, this.#all]) {
      const [near, far] = step === 1 ? [before, behind] : [behind, before];
      const raise = (side: number[], n: number, told: number): void => {
        const slot = this.#slotOf(i + n * step, j + n * step);
        side[slot] = Math.min(MOST, Math.max(told, side[slot] ?? 0));
      };
      let told = near[this.#slotOf(i, j)] ?? 0;
      for (let n = 1; n <= count; n++) {
        told += tells[i + (n - 1) * step] as number;
        raise(near, n, told);
      }
      told = 0;
      for (let n = count; n >= 0; n--) {
        raise(far, n, told);
        told += tells[i + n * step] as number;
      }
    }
  }

  /** Slot of a pair; a new one where it has none. */
  #slotOf(old: number, now: number): number {
    const number = this.#number(old, now);
    const known = this.#slots.get(number);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(number, slot);
    return slot;
  }

  placesOf({ from, to }: Passage): readonly Place[] {
    const pairs: Pair[] = [];
    for (let old = from; old < to; old++) for (const now of this.#places[old] as number[]) pairs.push({ old, now });
    pairs.sort((a, b) => a.now - b.now || a.old - b.old);
    const widest = Math.max(WIDEST, (to - from) * WIDEST_SHARE);
    const groups = joined(grouped(pairs, widest), widest);
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
    const [head, tail] = [this.#slotOf(first.old, first.now), this.#slotOf(last.old, last.now)];
    const before = this.#distinct.before[head] ?? 0;
    const behind = this.#distinct.behind[tail] ?? 0;
    const allBefore = this.#all.before[head] ?? 0;
    const allBehind = this.#all.behind[tail] ?? 0;
    const evidence = Math.min(MOST, own) + before + behind;
    const meetsBefore = first.old === from && this.#places[from - 1]?.includes(first.now - 1) === true;
    const meetsBehind = last.old === to - 1 && this.#places[to]?.includes(last.now + 1) === true;
    return {
      pairs,
      share: this.#letters(pairs) / letters,
      own,
      before,
      behind,
      allBefore,
      allBehind,
      meetsBefore,
      meetsBehind,
      evidence,
      bits: all,
    };
  }

  #letters(pairs: readonly Pair[]): number {
    return pairs.reduce((sum, { old }) => sum + (this.#old.keys[old] as string).length, 0);
  }
}

/** Pairs that go on from each other. */
function grouped(pairs: readonly Pair[], widest: number): readonly Pair[][] {
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    let [nearest, least] = [undefined as Pair[] | undefined, Number.POSITIVE_INFINITY];
    for (const group of groups) {
      const last = group.at(-1) as Pair;
      const put = pair.now - last.now;
      if (pair.old <= last.old || put <= 0 || put > widest) continue;
      const distance = Math.abs(pair.old - last.old - put) * 2 + put;
      if (distance < least) [nearest, least] = [group, distance];
    }
    // What stands there by chance must not keep apart what belongs together.
    if (nearest && least <= FARTHEST * WIDEST) nearest.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

/** Groups with those put together that follow each other, in the text as in the passage. */
function joined(groups: readonly Pair[][], widest: number): readonly Pair[][] {
  const left: Pair[][] = [];
  for (const group of groups) {
    const first = group[0] as Pair;
    const before = left.filter(other => {
      const last = other.at(-1) as Pair;
      return last.old < first.old && last.now < first.now && first.now - last.now <= widest;
    });
    const largest = before.reduce<Pair[] | undefined>((best, other) => (best && best.length >= other.length ? best : other), undefined);
    if (largest && Math.min(largest.length, group.length) >= SOLID) largest.push(...group);
    else left.push(group);
  }
  return left;
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
