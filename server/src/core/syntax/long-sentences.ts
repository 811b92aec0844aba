// Owns: cutting what would be a sentence of thousands of words for want of a stop.
// Must not know: where sentences end, Markdown, claims.
import type { Span } from '../text/span.ts';
import { isWhiteSpace } from '../text/white-space.ts';

/**
 * No sentence is longer, in UTF-16 units. That is some 1,200 words: what the longest sentences of laws and courts have. Without a bound, all
 * that looks at one part of a sentence beside each other part takes the square of a text without stops.
 */
export const LONGEST_SENTENCE = 8000;
/** What is longer is no sentence, and is cut into pieces that are not. */
const LONGEST_PIECE = 2000;
/** A cut inside of brackets is worse than any outside. */
const IN_BRACKET = 4;

/** Pushes a sentence, in pieces where it is too long: cut behind a semicolon or line, else a comma, else a word. Linear. */
export function pushSentence(prose: string, sentence: Span, into: Span[]): void {
  let { start } = sentence;
  const isCut = sentence.end - start > LONGEST_SENTENCE;
  while (isCut && sentence.end - start > LONGEST_PIECE) {
    const cut = bestCut(prose, start);
    let end = cut;
    while (end > start && isWhiteSpace(prose.charCodeAt(end - 1))) end--;
    if (end > start) into.push({ start, end });
    start = cut;
    while (start < sentence.end && isWhiteSpace(prose.charCodeAt(start))) start++;
  }
  if (sentence.end > start) into.push({ start, end: sentence.end });
}

/** The last of the best places for a cut in the second half of what a sentence may have. */
function bestCut(prose: string, start: number): number {
  const limit = start + LONGEST_PIECE;
  let cut = isLowSurrogate(prose.charCodeAt(limit)) ? limit - 1 : limit;
  let best = Number.NEGATIVE_INFINITY;
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const code = prose.charCodeAt(at);
    if (code === 40 || code === 91) depth++;
    else if ((code === 41 || code === 93) && depth > 0) depth--;
    if (at < start + LONGEST_PIECE / 2) continue;
    const rank = rankBehind(prose, at, code) - (depth > 0 ? IN_BRACKET : 0);
    if (rank < best || rank === -IN_BRACKET || rank === 0) continue;
    best = rank;
    cut = at + 1;
  }
  return cut;
}

/** How well a sentence can be cut behind the unit at `at`; 0 where not at all. */
function rankBehind(prose: string, at: number, code: number): number {
  if (code === 10 || code === 13) return 3;
  if (code === 0xff0c || code === 0x3001 || code === 0xff1b) return 2;
  if (isWhiteSpace(code)) return 1;
  if (!isWhiteSpace(prose.charCodeAt(at + 1))) return 0;
  if (code === 59) return 3;
  return code === 44 || code === 58 || code === 0x2013 || code === 0x2014 ? 2 : 0;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
