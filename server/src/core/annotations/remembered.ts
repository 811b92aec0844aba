// Owns: what anchors remember of an older text, put together: prefix, passage and suffix of each, by where they stood.
// Must not know: where anything stands now.
import type { OldWords } from './alignment.ts';
import { type AnchorWords, codePoints } from './anchor-words.ts';
import type { WordIndex } from './words.ts';

/** An anchor in words, and where its prefix began, in code points. */
export interface Memory {
  readonly words: AnchorWords;
  readonly start: number;
}

/** The words of an older text that some anchors remember. */
export interface Remembered extends OldWords {
  readonly keys: readonly string[];
  /** What each word tells that stood nowhere else in the text; 0 for the others. */
  readonly distinct: Float64Array;
  /** Words `[from, to)` are the passage of each anchor, in the order of the anchors. */
  readonly passages: readonly { readonly from: number; readonly to: number }[];
}

/** So many code points without a word: what stood there is not known. */
const UNKNOWN = 24;
/** Code points of a word and the space behind it, about. */
const WORD = 5;
/** No word tells more than this many bits: rare ones may be chance, too. */
const MOST_BITS = 12;

/**
 * Parts anchors that remember different versions of a text: where two of one part overlap, the same words stood at the same places. At
 * most so many parts; what is left over joins the last one, where it can find less, never more.
 */
export function versionsOf(memories: readonly Memory[], most: number): readonly (readonly number[])[] {
  const versions: { readonly keys: Map<number, string>; readonly members: number[] }[] = [];
  memories.forEach(({ words: { keys, points }, start }, n) => {
    const fits = ({ keys: known }: (typeof versions)[number]): boolean =>
      keys.every((key, i) => (known.get(start + (points[i] as number)) ?? key) === key);
    let version = versions.find(fits) ?? (versions.length < most ? undefined : versions.at(-1));
    if (!version) {
      version = { keys: new Map(), members: [] };
      versions.push(version);
    }
    for (let i = 0; i < keys.length; i++) version.keys.set(start + (points[i] as number), keys[i] as string);
    version.members.push(n);
  });
  return versions.map(({ members }) => members);
}

/** Puts together what anchors of one version remember. What a word tells is counted in the text that is searched. */
export function rememberedOf(index: WordIndex, memories: readonly Memory[]): Remembered {
  const known = new Map<number, string>();
  const shared = new Set<number>();
  for (const { words, start } of memories) {
    words.keys.forEach((key, i) => {
      const point = start + (words.points[i] as number);
      known.set(point, key);
      if (words.shared[i] === 1) shared.add(point);
    });
  }
  const points = [...known.keys()].sort((a, b) => a - b);
  const keys = points.map(point => known.get(point) as string);
  const words = Int32Array.from(keys, key => index.numberOf(key));
  const bits = Float64Array.from(keys, (key, i) => {
    const told = Math.min(MOST_BITS, index.bitsOf(words[i] as number));
    return /^[\p{L}\p{N}]/u.test(key) ? told : told / 2;
  });
  const at = new Int32Array(keys.length);
  for (let i = 1; i < keys.length; i++) {
    const gap = (points[i] as number) - (points[i - 1] as number) - codePoints(keys[i - 1] as string);
    at[i] = (at[i - 1] as number) + 1 + (gap > UNKNOWN ? Math.round(gap / WORD) : 0);
  }
  const place = new Map(points.map((point, i) => [point, i]));
  return {
    ...{ keys, words, bits, at },
    distinct: bits.map((told, i) => (shared.has(points[i] as number) ? 0 : told)),
    passages: memories.map(({ words: { points: own, from, to }, start }) => ({
      from: place.get(start + (own[from] as number)) as number,
      to: (place.get(start + (own[to - 1] as number)) as number) + 1,
    })),
  };
}
