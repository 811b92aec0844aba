// Owns: where each word of a text came from in an older text that is known in parts: went on, was put in, cut, moved or copied.
// Must not know: annotations, anchors.
import { lazy } from '../text/lazy.ts';

/** Words of an older text, as far as they are known, in order. */
export interface OldWords {
  /** Their numbers in the newer text, or -1. */
  readonly words: Int32Array;
  /** Where each stood, in words; behind text that is not known, by a guess. */
  readonly at: Int32Array;
  /** What each tells, in bits. */
  readonly bits: Float64Array;
}

/** Old and new place of words that came from there, by new place. */
export interface Alignment {
  readonly old: Int32Array;
  readonly now: Int32Array;
  /** 1: what was before it came from elsewhere. */
  readonly jumps: Uint8Array;
}

/** Bits that going on elsewhere costs. */
const JUMP = 16;
/** Words left out or put in cost this, and so much for each doubling. */
const GAP = 2.5;
const GROWTH = 1.2;
/** Going back costs this, and so much for each doubling. */
const BACK = 6;
const BACK_GROWTH = 2;
/** Going on behind text that is not known. */
const UNKNOWN = 1;

/** A word that stood in more places than these tells nothing of where it came from, but near where ways are. */
const MANY = 64;
const NEAR = 40;
/** Ways are near in the block of so many bits where they are, and in the next one. */
const BLOCK = 5;
const FEW_WAYS = 16;
/** So many ways are followed at once, in long texts fewer. */
const MOST_WAYS = 64;
const LONG = 20_000;

const logsUpTo = lazy(() => Float64Array.from({ length: 1 << 16 }, (_, i) => Math.log2(1 + i)));

/**
 * The most likely way to have written a text out of an older one. Each word goes on from where one before it came from, at the cost of
 * what was left out and put in between (a Viterbi search). What lies more than a jump behind the best can never be better, and is dropped.
 * `isOpen`: 0 for words whose source does not matter. `distinct`: how many words the newer text has, equal ones counted once.
 */
export function alignmentOf(words: Int32Array, distinct: number, isOpen: Uint8Array, old: OldWords): Alignment {
  const places = placesOf(old.words, distinct);
  const stretch = stretchesOf(old.at);
  const length = old.words.length;
  const logs = logsUpTo();
  const log = (n: number): number => logs[Math.min(n, logs.length - 1)] as number;
  // One state for each word that was matched on a way that is still good.
  const oldOf: number[] = [];
  const nowOf: number[] = [];
  const before: number[] = [];
  const scores: number[] = [];
  const jumped: number[] = [];
  const stateAt = new Int32Array(length).fill(-1);
  /** For each block of older words, the last newer word for which a way ended in it. */
  const waysNear = new Int32Array((length >> BLOCK) + 1).fill(-1);
  let active: number[] = [];
  let fresh: number[] = [];
  let [best, bestState] = [0, -1];
  let [top, topState] = [0, -1];
  const add = (i: number, j: number, score: number, from: number, isJump: number): void => {
    const known = stateAt[i] as number;
    if (score < top - JUMP || (known >= 0 && (scores[known] as number) > score)) return;
    const state = oldOf.length;
    oldOf.push(i);
    nowOf.push(j);
    before.push(from);
    scores.push(score);
    jumped.push(isJump);
    fresh.push(state);
    if (score > top) [top, topState] = [score, state];
  };
  const isNext = (state: number, j: number): boolean => {
    const i = (oldOf[state] as number) + 1;
    return nowOf[state] === j - 1 && old.words[i] === words[j] && stretch[i] === stretch[i - 1];
  };
  /** The best way to have come from a place. */
  const enterAt = (i: number, j: number): void => {
    let score = best - JUMP;
    let from = bestState;
    let isJump = 1;
    for (let n = 0; n < active.length; n++) {
      const state = active[n] as number;
      if ((scores[state] as number) <= score) continue;
      const source = oldOf[state] as number;
      const cut = (old.at[i] as number) - (old.at[source] as number) - 1;
      const put = j - (nowOf[state] as number) - 1;
      let cost = 0;
      if (cut < 0) cost = BACK + BACK_GROWTH * log(-cut);
      else if (stretch[i] !== stretch[source]) cost = UNKNOWN + GROWTH * log(Math.abs(cut - put));
      else if (cut > 0 || put > 0) cost = GAP + GROWTH * (log(cut) + log(put));
      if (cost >= JUMP || (scores[state] as number) - cost <= score) continue;
      score = (scores[state] as number) - cost;
      from = state;
      isJump = cut < 0 ? 1 : 0;
    }
    add(i, j, score + (old.bits[i] as number), from, isJump);
  };
  /** All places where a word may have come from: where the next one goes on, too, or near where the best ways are. */
  const enter = (j: number): void => {
    const [first, end] = [places.from[words[j] as number] as number, places.from[(words[j] as number) + 1] as number];
    const next = words[j + 1];
    if (end - first <= MANY) {
      for (const state of active) waysNear[(oldOf[state] as number) >> BLOCK] = j;
      for (let p = first; p < end; p++) {
        const i = places.of[p] as number;
        const block = i >> BLOCK;
        if (old.words[i + 1] === next || waysNear[block] === j || waysNear[block - 1] === j) enterAt(i, j);
      }
      return;
    }
    for (const state of bestOf(FEW_WAYS)) {
      const source = oldOf[state] as number;
      let [low, high] = [first, end];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((places.of[middle] as number) <= source) low = middle + 1;
        else high = middle;
      }
      for (let p = low; p < end && (places.of[p] as number) <= source + NEAR; p++) enterAt(places.of[p] as number, j);
    }
  };
  const bestOf = (most: number): readonly number[] =>
    active.length <= most ? active : [...active].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, most);
  for (let j = 0; j < words.length; j++) {
    const word = words[j] as number;
    if (isOpen[j] === 0 || places.from[word] === places.from[word + 1]) continue;
    fresh = [];
    [top, topState] = [best, bestState];
    // Where the best way goes on, no jump can be better.
    if (bestState >= 0 && isNext(bestState, j)) {
      for (const state of active) {
        const i = (oldOf[state] as number) + 1;
        if (isNext(state, j)) add(i, j, (scores[state] as number) + (old.bits[i] as number), state, 0);
      }
    } else enter(j);
    [best, bestState] = [top, topState];
    if (fresh.length === 0) continue;
    for (const state of fresh) stateAt[oldOf[state] as number] = state;
    const kept: number[] = [];
    for (const list of [active, fresh]) {
      for (const state of list) {
        const i = oldOf[state] as number;
        if (stateAt[i] !== state) continue;
        if ((scores[state] as number) >= best - JUMP) kept.push(state);
        else stateAt[i] = -1;
      }
    }
    active = kept;
    active = [...bestOf(words.length > LONG ? FEW_WAYS : MOST_WAYS)];
  }
  const way: number[] = [];
  for (let state = bestState; state >= 0; state = before[state] as number) way.push(state);
  way.reverse();
  return {
    old: Int32Array.from(way, state => oldOf[state] as number),
    now: Int32Array.from(way, state => nowOf[state] as number),
    jumps: Uint8Array.from(way, state => jumped[state] as number),
  };
}

/** Places of word `n`: `of[from[n]]` to `of[from[n + 1] - 1]`. */
function placesOf(words: Int32Array, distinct: number): { readonly from: Int32Array; readonly of: Int32Array } {
  const from = new Int32Array(distinct + 1);
  for (const word of words) if (word >= 0) from[word + 1] = (from[word + 1] as number) + 1;
  for (let n = 0; n < distinct; n++) from[n + 1] = (from[n + 1] as number) + (from[n] as number);
  const next = from.slice();
  const of = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    if (word < 0) continue;
    const at = next[word] as number;
    of[at] = i;
    next[word] = at + 1;
  }
  return { from, of };
}

/** Number of the stretch of known text that each word is in. */
function stretchesOf(at: Int32Array): Int32Array {
  const stretch = new Int32Array(at.length);
  for (let i = 1; i < at.length; i++) stretch[i] = (stretch[i - 1] as number) + (at[i] === (at[i - 1] as number) + 1 ? 0 : 1);
  return stretch;
}
