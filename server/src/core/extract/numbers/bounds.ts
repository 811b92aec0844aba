// Owns: the bound of a number ("more than", "up to", "or so"), from the words and signs on either side.
// Must not know: which figure stands between them.
import { BOUNDS_AFTER, BOUNDS_BEFORE, VERBS_WITH_OVER } from '../../lexicon/quantities.ts';
import type { Token } from '../../text/tokens.ts';
import type { Bound, NumberFact } from '../facts.ts';

/** The bound in the words before token `from` and behind token `next` (half-open), with the range widened over them. */
export function bounded(
  tokens: readonly Token[],
  from: number,
  next: number,
  kind: NumberFact['kind'],
): { bound: Bound; from: number; next: number } {
  const behind = boundBehind(tokens, next);
  if (behind) return { bound: behind.bound, from, next: behind.next };
  const sign = tokens[from - 1]?.text;
  if (sign === '~' || sign === '≈') return { bound: 'about', from: from - 1, next };
  if (sign === '>' || sign === '+') return sign === '>' ? { bound: 'more-than', from: from - 1, next } : { bound: 'exact', from, next };
  if (sign === '<') return { bound: 'less-than', from: from - 1, next };
  if (sign === '≥') return { bound: 'at-least', from: from - 1, next };
  if (sign === '≤') return { bound: 'at-most', from: from - 1, next };
  let start = from;
  if (/^(?:the|a|an|its|their|our|every|each)$/.test(tokens[start - 1]?.lower ?? '')) start--;
  for (const end of start === from ? [from] : [start, from]) {
    for (let length = 4; length >= 1; length--) {
      const low = end - length;
      if (low < 0) continue;
      const words = phrase(tokens, low, end);
      // "handed over five phones": the word belongs to the verb.
      if (words === 'over' && VERBS_WITH_OVER.has(tokens[low - 1]?.lower ?? '')) continue;
      // "The losses add up to 3 million".
      if (words === 'up to' && /^(?:add|sum)(?:s|ed|med|ing|ming)?$/.test(tokens[low - 1]?.lower ?? '')) continue;
      const bound = BOUNDS_BEFORE.get(words);
      if (!bound) continue;
      const word = tokens[low]?.lower;
      if ((word === 'over' && length === 1 && kind === 'duration') || (word === 'within' && kind !== 'duration')) continue;
      if (word === 'some' && kind !== 'count' && kind !== 'bytes' && kind !== 'money' && kind !== 'duration' && kind !== 'percent')
        continue;
      if (kind === 'version' && !/^(?:before|below|under|at)$/.test(word ?? '')) continue;
      return { bound, from: low, next };
    }
  }
  return { bound: 'exact', from, next };
}

function boundBehind(tokens: readonly Token[], next: number): { bound: Bound; next: number } | undefined {
  const token = tokens[next];
  if (!token) return undefined;
  if (token.text === '+' && !token.spaced) return { bound: 'at-least', next: next + 1 };
  for (let length = 3; length >= 1; length--) {
    const bound = BOUNDS_AFTER.get(phrase(tokens, next, next + length));
    if (bound) return { bound, next: next + length };
  }
  return undefined;
}

function phrase(tokens: readonly Token[], from: number, to: number): string {
  let words = '';
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return '';
    words = words === '' ? token.lower : `${words} ${token.lower}`;
  }
  return words;
}
