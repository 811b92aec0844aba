// Owns: what anchors remember of an older text, put together: prefix, passage and suffix of each, by where they stood.
// Must not know: where anything stands now.
import type { OldWords } from './alignment.ts';
import { type AnchorWords, codePoints } from './anchor-words.ts';
import type { WordIndex } from './words.ts';

/** An anchor in words, and where its prefix began, in code points; undefined where nobody knows. */
export interface Memory {
  readonly words: AnchorWords;
  readonly start: number | undefined;
}

/** The words of an older text that some anchors remember. */
export interface Remembered extends OldWords {
  readonly keys: readonly string[];
  /** What each word tells that stood nowhere else in the text; 0 for the others. */
  readonly distinct: Float64Array;
  /** Words `[from, to)` are the passage of a memory, whose first word stands at `first`. */
  readonly passages: readonly Passage[];
}

export interface Passage {
  /** Which memory it is of. */
  readonly memory: number;
  readonly first: number;
  readonly from: number;
  readonly to: number;
}

/** So many code points without a word: what stood there is not known. */
const UNKNOWN = 24;
/** Code points of a word and the space behind it, about. */
const WORD = 5;
/** No word tells more than this many bits: rare ones may be chance, too. */
const MOST_BITS = 12;
/** Code points between anchors of which nobody knows where they stood. */
const FAR = 100_000;

/**
 * Puts together what anchors remember, one part for each version of the text: where two of one part overlap, the same words stood at the
 * same places. At most so many parts; what fits none stands at the end of the last one, as does what stood nobody knows where.
 * What a word tells is counted in the text that is searched.
 */
export function rememberedOf(index: WordIndex, memories: readonly Memory[], most: number): readonly Remembered[] {
  const inOrder = [...memories.keys()].sort((a, b) => startOf(memories[a]) - startOf(memories[b]));
  const versions: Version[] = [];
  const left: number[] = [];
  for (const n of inOrder) {
    const { words, start } = memories[n] as Memory;
    let version = start === undefined ? undefined : versions.find(one => one.fits(words, start));
    if (!version && start !== undefined && versions.length < most) {
      version = new Version();
      versions.push(version);
    }
    if (version && start !== undefined) version.add(n, words, start);
    else left.push(n);
  }
  const last = versions.at(-1) ?? new Version();
  if (versions.length === 0 && left.length > 0) versions.push(last);
  const starts = new Map<string, number>();
  for (const n of left) {
    const { words } = memories[n] as Memory;
    // Equal ones are one.
    const whole = words.keys.join(' ');
    const start = starts.get(whole) ?? last.end + FAR;
    starts.set(whole, start);
    last.add(n, words, start);
  }
  return versions.map(version => version.remembered(index));
}

const startOf = (memory: Memory | undefined): number => memory?.start ?? 0;

/** Words of one version of a text, in order, by where they stood. Memories are added by where they begin. */
class Version {
  readonly #points: number[] = [];
  readonly #keys: string[] = [];
  readonly #shared: boolean[] = [];
  readonly #passages: Passage[] = [];

  /** The last code point of which a word is known. */
  get end(): number {
    return this.#points.at(-1) ?? 0;
  }

  fits({ keys, points }: AnchorWords, start: number): boolean {
    let at = this.#indexOf(start + (points[0] as number));
    return keys.every((key, i) => {
      const point = start + (points[i] as number);
      while (at < this.#points.length && (this.#points[at] as number) < point) at++;
      return this.#points[at] !== point || this.#keys[at] === key;
    });
  }

  add(memory: number, { keys, points, shared, from, to }: AnchorWords, start: number): void {
    let at = this.#indexOf(start + (points[0] as number));
    keys.forEach((key, i) => {
      const point = start + (points[i] as number);
      while (at < this.#points.length && (this.#points[at] as number) < point) at++;
      if (at === this.#points.length) {
        this.#points.push(point);
        this.#keys.push(key);
        this.#shared.push(shared[i] === 1);
      } else if (this.#points[at] === point && shared[i] === 1) this.#shared[at] = true;
    });
    const place = (i: number): number => this.#indexOf(start + (points[i] as number));
    this.#passages.push({ memory, first: place(0), from: place(from), to: place(to - 1) + 1 });
  }

  /** The first word that stood at a code point or behind it. */
  #indexOf(point: number): number {
    let [low, high] = [0, this.#points.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#points[middle] as number) < point) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  remembered(index: WordIndex): Remembered {
    const [points, keys] = [this.#points, this.#keys];
    const words = new Int32Array(keys.length);
    const bits = new Float64Array(keys.length);
    const distinct = new Float64Array(keys.length);
    const at = new Int32Array(keys.length);
    keys.forEach((key, i) => {
      const word = index.numberOf(key);
      const told = Math.min(MOST_BITS, index.bitsOf(word));
      words[i] = word;
      bits[i] = /^[\p{L}\p{N}]/u.test(key) ? told : told / 2;
      if (this.#shared[i] !== true) distinct[i] = bits[i] as number;
      if (i === 0) return;
      const gap = (points[i] as number) - (points[i - 1] as number) - codePoints(keys[i - 1] as string);
      at[i] = (at[i - 1] as number) + 1 + (gap > UNKNOWN ? Math.round(gap / WORD) : 0);
    });
    return { keys, words, bits, at, distinct, passages: this.#passages };
  }
}
