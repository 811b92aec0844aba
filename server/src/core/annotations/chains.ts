// Owns: where a remembered passage and its context stand in a text that has changed since: runs of equal words, chained in order.
// Must not know: annotations, which of several places is the right one.
import { isRespelled, type WordIndex } from './words.ts';

/** What is looked for, in words. */
export interface SoughtWords {
  readonly keys: readonly string[];
  /** Numbers in the text that is searched, or -1. */
  readonly words: Int32Array;
  /** `bits[i]` is what the words before `i` tell together. */
  readonly bits: Float64Array;
}

/** A place where words of what is sought stand in order. */
export interface Chain {
  /** Place of each sought word in the text, or -1. */
  readonly placed: Int32Array;
  /** Words at its places that are only alike. */
  readonly respelled: ReadonlySet<number>;
  /** First place, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** What its words tell, less what its gaps cost. */
  readonly bits: number;
}

/** A stretch of equal words: `length` sought words from `at` on stand from `place` on. */
interface Run {
  readonly at: number;
  readonly place: number;
  readonly length: number;
}

/** No word tells more than this many bits: rare ones may be chance, too. */
const MOST_BITS = 12;
/** So many places are looked at, those of the rarest words first. */
const MOST_PLACES = 800;
/** A run tells at least so much, else it may join others only where they leave a gap. */
const LEAST_RUN = 6;
const LEAST_CHAIN = 10;
/** So many runs back a chain may be continued, over so many words of the text. */
const LOOK_BACK = 40;
export const WIDEST_GAP = 230;
/** A gap costs this, and so much for each doubling of what was left out and of what was put in. */
const GAP = 2.5;
const GAP_GROWTH = 1.5;
const MOST_FILLED = 1600;
/** A word that was respelled tells this much of the whole one. */
const RESPELLED = 0.6;

/** The sought words with what each tells in a text. */
export function soughtWords(index: WordIndex, keys: readonly string[]): SoughtWords {
  const words = Int32Array.from(keys, key => index.numberOf(key));
  const bits = new Float64Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) {
    const told = Math.min(MOST_BITS, index.bitsOf(words[i] as number));
    bits[i + 1] = (bits[i] as number) + (/^[\p{L}\p{N}]/u.test(keys[i] as string) ? told : told / 2);
  }
  return { keys, words, bits };
}

/**
 * The places where most of what is sought stands, best first; no word of the text is in two of them. `but`: what stands that many words
 * behind its number is left out, as what is sought stands there itself.
 */
export function chainsOf(index: WordIndex, sought: SoughtWords, most: number, but?: number): readonly Chain[] {
  let runs: readonly Run[] = runsOf(index, sought).filter(({ at, place }) => place - at !== but);
  const chains: Chain[] = [];
  while (chains.length < most && runs.length > 0) {
    const { links, left, bits } = bestChain(sought, runs);
    // What tells little is chance.
    if (chains.length > 0 && bits < LEAST_CHAIN) break;
    chains.push(chainOf(index, sought, links, bits));
    runs = left;
  }
  return chains;
}

const logs = Float64Array.from({ length: 4096 }, (_, i) => Math.log2(1 + i));

/** The chain of runs that tells most, and the runs that are no part of it. */
function bestChain(
  sought: SoughtWords,
  runs: readonly Run[],
): { readonly links: readonly Run[]; readonly left: readonly Run[]; readonly bits: number } {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const skipped = new Int32Array(runs.length);
  let best = 0;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r] as Run;
    let top = told(sought, run, 0);
    for (let q = r - 1; q >= Math.max(0, r - LOOK_BACK); q--) {
      const other = runs[q] as Run;
      if (other.at >= run.at || other.place >= run.place) continue;
      const overlap = Math.max(0, other.at + other.length - run.at, other.place + other.length - run.place);
      if (overlap >= run.length) continue;
      const left = run.at + overlap - other.at - other.length;
      const put = run.place + overlap - other.place - other.length;
      if (put > WIDEST_GAP) continue;
      const score = (scores[q] as number) + told(sought, run, overlap) - gapCost(left, put);
      if (score <= top) continue;
      top = score;
      before[r] = q;
      skipped[r] = overlap;
    }
    scores[r] = top;
    if (top > (scores[best] as number)) best = r;
  }
  const links: Run[] = [];
  const used = new Set<number>();
  for (let r = best; r >= 0; r = before[r] as number) {
    const { at, place, length } = runs[r] as Run;
    const skip = skipped[r] as number;
    links.push({ at: at + skip, place: place + skip, length: length - skip });
    for (let i = skip; i < length; i++) used.add(place + i);
  }
  const left = runs.flatMap(run => {
    const rest = longestUnused(run, used);
    return rest && told(sought, rest, 0) >= LEAST_RUN ? [rest] : [];
  });
  return { links: links.reverse(), left: left.sort(inOrder), bits: scores[best] as number };
}

const inOrder = (a: Run, b: Run): number => a.place - b.place || a.at - b.at;

/** The longest part of a run whose places are in no other chain. */
function longestUnused(run: Run, used: ReadonlySet<number>): Run | undefined {
  let best: Run | undefined;
  for (let i = 0; i < run.length; ) {
    let end = i;
    while (end < run.length && !used.has(run.place + end)) end++;
    if (end - i > (best?.length ?? 0)) best = { at: run.at + i, place: run.place + i, length: end - i };
    i = end + 1;
  }
  return best;
}

function told({ bits }: SoughtWords, { at, length }: Run, skip: number): number {
  return (bits[at + length] as number) - (bits[at + skip] as number);
}

function gapCost(left: number, put: number): number {
  return left === 0 && put === 0 ? 0 : GAP + GAP_GROWTH * ((logs[Math.min(left, 4095)] as number) + (logs[Math.min(put, 4095)] as number));
}

/** Stretches of equal words around the rarest sought words, in the order of the text. */
function runsOf(index: WordIndex, sought: SoughtWords): readonly Run[] {
  const { words } = sought;
  const rarest = [...words.keys()]
    .filter(i => (words[i] as number) >= 0)
    .sort((a, b) => index.countOf(words[a] as number) - index.countOf(words[b] as number) || a - b);
  const byDiagonal = new Map<number, Run[]>();
  const runs: Run[] = [];
  let left = MOST_PLACES;
  for (const i of rarest) {
    const places = index.placesOf(words[i] as number);
    left -= places.length;
    if (left < 0) break;
    for (const place of places) {
      const diagonal = place - i;
      const known = byDiagonal.get(diagonal);
      if (known?.some(run => run.at <= i && i < run.at + run.length)) continue;
      let at = i;
      while (at > 0 && at + diagonal > 0 && words[at - 1] === index.words[at - 1 + diagonal]) at--;
      let end = i + 1;
      while (end < words.length && words[end] === index.words[end + diagonal]) end++;
      const run = { at, place: at + diagonal, length: end - at };
      if (known) known.push(run);
      else byDiagonal.set(diagonal, [run]);
      if (told(sought, run, 0) >= LEAST_RUN) runs.push(run);
    }
  }
  return runs.sort(inOrder);
}

/** A chain with its gaps filled as far as words in them are equal or alike. */
function chainOf(index: WordIndex, sought: SoughtWords, links: readonly Run[], score: number): Chain {
  const placed = new Int32Array(sought.words.length).fill(-1);
  const respelled = new Set<number>();
  let bits = score;
  const bitsAt = (i: number): number => (sought.bits[i + 1] as number) - (sought.bits[i] as number);
  const isAlike = (i: number, place: number): boolean =>
    i >= 0 && i < placed.length && place >= 0 && place < index.length && isRespelled(sought.keys[i] as string, index.keyAt(place));
  const respell = (i: number, place: number): void => {
    placed[i] = place;
    respelled.add(i);
    bits += RESPELLED * bitsAt(i);
  };
  links.forEach((run, l) => {
    for (let i = 0; i < run.length; i++) placed[run.at + i] = run.place + i;
    const last = links[l - 1];
    if (!last) return;
    const [fromAt, fromPlace] = [last.at + last.length, last.place + last.length];
    const rows = run.at - fromAt;
    const columns = run.place - fromPlace;
    if (rows === 0 || columns === 0 || rows * columns > MOST_FILLED) return;
    for (const [i, place, isEqual] of fillGap(index, sought, fromAt, rows, fromPlace, columns, isAlike)) {
      if (!isEqual) respell(i, place);
      else {
        placed[i] = place;
        bits += bitsAt(i) / 2;
      }
    }
  });
  const head = links[0] as Run;
  const tail = links.at(-1) as Run;
  for (let i = 1; isAlike(head.at - i, head.place - i); i++) respell(head.at - i, head.place - i);
  for (let i = 0; isAlike(tail.at + tail.length + i, tail.place + tail.length + i); i++)
    respell(tail.at + tail.length + i, tail.place + tail.length + i);
  const there = placed.filter(place => place >= 0);
  return { placed, respelled, start: there[0] as number, end: (there.at(-1) as number) + 1, bits };
}

/** The longest common row of words in a gap; respelled words count less. */
function fillGap(
  index: WordIndex,
  { words }: SoughtWords,
  fromAt: number,
  rows: number,
  fromPlace: number,
  columns: number,
  isAlike: (i: number, place: number) => boolean,
): readonly (readonly [number, number, boolean])[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const likeness = (i: number, j: number): number =>
    words[fromAt + i] === index.words[fromPlace + j] ? 1 : isAlike(fromAt + i, fromPlace + j) ? 0.9 : 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const here = likeness(i, j);
      const both = here > 0 ? here + (best[(i + 1) * width + j + 1] as number) : 0;
      best[i * width + j] = Math.max(both, best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
    }
  }
  const pairs: [number, number, boolean][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = likeness(i, j);
    if (here > 0 && best[i * width + j] === here + (best[(i + 1) * width + j + 1] as number)) {
      pairs.push([fromAt + i, fromPlace + j, here === 1]);
      i++;
      j++;
    } else if (best[i * width + j] === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}
