// Owns: whether a word and its like stand beside the same words in two texts.
// Must not know: claims, negations of the words themselves, what differs.
import { isGenericPart } from '../../lexicon/opposites.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { NEGATORS, TURNS } from './negation.ts';

/** Adverbs. */
export const MANNER = /ly$/;
/** Verbs that only join a thing and its state: "stayed open". */
const LINKING = /^(?:stay|remain|keep|kept|becom|became|stood|lay)/;

/**
 * Whether a word and its counterpart have the same neighbour: the content word before or after the one that is shared has its
 * match beside the other, with no more words between than here. `map` leads from words of `a` to words of `b`.
 */
export function isNear(a: KeyedText, at: number, b: KeyedText, place: number, map: ReadonlyMap<number, number>): boolean {
  // "Told its customers about the fee" and "about the new address": each goes on with something else.
  if (goesOnAlone(a, at, new Set(map.keys())) && goesOnAlone(b, place, new Set(map.values()))) return false;
  let near = false;
  for (const step of [-1, 1]) {
    const neighbour = sharedBeside(a, at, step, map);
    if (neighbour === undefined) {
      // Another word in its place: "sell to the army" and "sells to the police".
      if (hasOwnBeside(a, at, step, new Set(map.keys())) && hasOwnBeside(b, place, step, new Set(map.values()))) return false;
      continue;
    }
    const other = map.get(neighbour.at) as number;
    const between = unmatchedBetween(b, Math.min(place, other), Math.max(place, other), map);
    if (between === undefined || between > neighbour.skipped) return false;
    near = true;
  }
  return near || (sharedBeside(a, at, -1, map) === undefined && sharedBeside(a, at, 1, map) === undefined && map.size >= 3);
}

/** The nearest shared content word on one side in the same clause, at most one word of no account between. */
function sharedBeside(
  a: KeyedText,
  at: number,
  step: number,
  map: ReadonlyMap<number, number>,
): { at: number; skipped: number } | undefined {
  let skipped = 0;
  for (let next = at + step; next >= 0 && next < a.words.length; next += step) {
    const word = a.words[next] as KeyedWord;
    const left = a.words[Math.min(next, next - step)] as KeyedWord;
    const right = a.words[Math.max(next, next - step)] as KeyedWord;
    if (/[.;:!?]/.test(a.text.slice(left.end, right.start))) return undefined;
    if (DENIALS.test(word.folded)) return undefined;
    if (word.isFunction || NEGATORS.has(word.folded)) continue;
    if (map.has(next)) return { at: next, skipped };
    if (!isGenericPart(word.key)) return undefined;
    skipped++;
  }
  return undefined;
}

/** Who denies something is no part of what is denied. */
const DENIALS = /^(?:den(?:y|ies|ied|ying)|disput|refut|reject)/;

/** The next content word on one side in the same clause is none of the shared ones and no word of no account. */
function hasOwnBeside(a: KeyedText, at: number, step: number, shared: ReadonlySet<number>): boolean {
  for (let next = at + step; next >= 0 && next < a.words.length; next += step) {
    const word = a.words[next] as KeyedWord;
    const left = a.words[Math.min(next, next - step)] as KeyedWord;
    const right = a.words[Math.max(next, next - step)] as KeyedWord;
    if (/[,.;:!?]/.test(a.text.slice(left.end, right.start))) return false;
    if (word.isFunction || NEGATORS.has(word.folded) || MANNER.test(word.folded)) continue;
    return !shared.has(next) && !isGenericPart(word.key);
  }
  return false;
}

/** Some content word after a place in the same clause is none of the shared ones. */
function goesOnAlone(a: KeyedText, at: number, shared: ReadonlySet<number>): boolean {
  for (let next = at + 1; next < a.words.length; next++) {
    const word = a.words[next] as KeyedWord;
    if (/[,.;:!?]/.test(a.text.slice((a.words[next - 1] as KeyedWord).end, word.start)) || TURNS.has(word.folded)) return false;
    if (word.isFunction || word.isNumber || NEGATORS.has(word.folded) || MANNER.test(word.folded) || shared.has(next)) continue;
    if (!isGenericPart(word.key)) return true;
  }
  return false;
}

/** Content words strictly between two places that are not shared; undefined where a clause ends between them. */
function unmatchedBetween(b: KeyedText, from: number, to: number, map: ReadonlyMap<number, number>): number | undefined {
  const used = new Set(map.values());
  let count = 0;
  for (let at = from; at < to; at++) {
    const next = b.words[at + 1] as KeyedWord;
    if (/[.;:!?]/.test(b.text.slice((b.words[at] as KeyedWord).end, next.start))) return undefined;
    if (
      at + 1 === to ||
      next.isFunction ||
      NEGATORS.has(next.folded) ||
      used.has(at + 1) ||
      MANNER.test(next.folded) ||
      LINKING.test(next.folded)
    )
      continue;
    count++;
  }
  return count;
}
