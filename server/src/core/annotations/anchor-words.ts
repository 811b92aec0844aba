// Owns: an anchor in words: prefix, passage and suffix together, and what of them stood elsewhere, too.
// Must not know: the text that is searched.
import type { Anchor } from './types.ts';
import { forEachWord, wordKey } from './words.ts';

export interface AnchorWords {
  readonly keys: readonly string[];
  /** Where they begin in prefix, exact and suffix together: in UTF-16 units, and in code points. */
  readonly starts: readonly number[];
  readonly points: readonly number[];
  /** Words `[from, to)` are the passage. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units of its first and last word that lie outside of it. */
  readonly before: number;
  readonly after: number;
  /** UTF-16 units of the words of the passage. */
  readonly letters: number;
  /** 1: the word stood elsewhere, too, when the passage was described. */
  readonly shared: Uint8Array;
  /** Whether the anchor says so. */
  readonly knowsShared: boolean;
}

/** The words of an anchor; undefined where its passage has none. */
export function anchorWords({ exact, prefix, suffix, shared }: Anchor): AnchorWords | undefined {
  const passage = exact.trim();
  if (passage === '') return undefined;
  const start = prefix.length + exact.indexOf(passage[0] as string);
  const end = start + passage.length;
  const text = prefix + exact + suffix;
  const keys: string[] = [];
  const starts: number[] = [];
  const points: number[] = [];
  let [from, to, before, after, letters] = [-1, 0, 0, 0, 0];
  let [at, point] = [0, 0];
  forEachWord(text, (wordStart, wordEnd) => {
    if (wordStart < end && wordEnd > start) {
      if (from < 0) {
        from = keys.length;
        before = start - wordStart;
      }
      to = keys.length + 1;
      after = wordEnd - end;
      letters += wordEnd - wordStart;
    } else if ((wordStart === 0 && prefix !== '') || (wordEnd === text.length && suffix !== '')) {
      // Context may be cut off within a word.
      return;
    }
    point += codePoints(text.slice(at, wordStart));
    at = wordStart;
    keys.push(wordKey(text.slice(wordStart, wordEnd)));
    starts.push(wordStart);
    points.push(point);
  });
  if (from < 0) return undefined;
  return {
    ...{ keys, starts, points, from, to, letters },
    before: Math.max(0, before),
    after: Math.max(0, after),
    shared: sharedWords(points, shared ?? []),
    knowsShared: shared !== undefined,
  };
}

/** Marks the words that begin within one of the stretches. */
function sharedWords(points: readonly number[], stretches: readonly number[]): Uint8Array {
  const marks = new Uint8Array(points.length);
  let s = 0;
  points.forEach((point, i) => {
    while (s + 1 < stretches.length && (stretches[s + 1] as number) <= point) s += 2;
    if (s + 1 < stretches.length && (stretches[s] as number) <= point) marks[i] = 1;
  });
  return marks;
}

/** Number of code points of a text; a lone surrogate counts as one. */
export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) at++;
    }
    count++;
  }
  return count;
}
