// Owns: reading one figure, in digits or words, from tokens.
// Must not know: bounds, units, nouns, sentences.
import { FRACTIONS, SCALES, SHORT_SCALES, SMALL } from '../../lexicon/quantities.ts';
import type { Token } from '../../text/tokens.ts';

/** A figure over the tokens `[from, next)`. */
export interface Figure {
  readonly next: number;
  readonly value: number;
  /** Significant digits as written; trailing zeros of whole numbers are not significant. */
  readonly digits: number;
  readonly form: 'digits' | 'words' | 'dotted' | 'ordinal' | 'share';
  /** A scale word or letter was part of it. */
  readonly scaled: boolean;
}

/** The figure that starts at token `at`, if one does. `money` lets spaced "m" and "bn" count as scales. */
export function figureAt(tokens: readonly Token[], at: number, money = false): Figure | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return digitsAt(tokens, at, token, money);
  if (token.kind === 'word') return fractionAt(tokens, at) ?? wordsAt(tokens, at);
  return undefined;
}

function digitsAt(tokens: readonly Token[], at: number, token: Token, money: boolean): Figure | undefined {
  const text = token.text.replace(/^v/i, '');
  if (text !== token.text || text.split('.').length > 2) {
    return { next: at + 1, value: versionValue(text), digits: text.length, form: 'dotted', scaled: false };
  }
  if (text.includes(',') && !/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(text)) return undefined;
  const groups = groupsBehind(tokens, at);
  const plain = text.replaceAll(',', '') + groups.join('');
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  let digits = significant(plain);
  let next = at + 1 + groups.length;
  const beside = tokens[next];
  if (beside && beside.kind === 'word' && !beside.spaced && /^(?:st|nd|rd|th)$/.test(beside.lower) && !plain.includes('.')) {
    return { next: next + 1, value, digits, form: 'ordinal', scaled: false };
  }
  let factor = 1;
  if (beside && beside.kind === 'word') {
    const short = SHORT_SCALES.get(beside.lower);
    const bare = beside.lower === 'b' || beside.lower === 'k';
    if (short && (money || (!beside.spaced && (!bare || beside.lower === 'k'))) && (!beside.spaced || beside.lower !== 'k')) {
      factor = short;
      next++;
    }
  }
  if (tokens[next]?.text === '-' && !tokens[next]?.spaced && SCALES.has(tokens[next + 1]?.lower ?? '')) next++;
  for (let scale = SCALES.get(tokens[next]?.lower ?? ''); scale !== undefined; scale = SCALES.get(tokens[next]?.lower ?? '')) {
    factor *= scale;
    next++;
    if (next - at > 4) break;
  }
  if (factor > 1 && !plain.includes('.')) digits = significant(plain);
  return { next, value: round(value * factor), digits, form: 'digits', scaled: factor > 1 };
}

/** "24 000", "1 250 000": groups of three behind one space each. */
function groupsBehind(tokens: readonly Token[], at: number): readonly string[] {
  const groups: string[] = [];
  if (!/^[1-9]\d{0,2}$/.test((tokens[at] as Token).text) || tokens[at - 1]?.kind === 'number') return groups;
  for (let next = at + 1; ; next++) {
    const [before, token] = [tokens[next - 1] as Token, tokens[next]];
    if (token?.kind !== 'number' || token.start - before.end !== 1 || !token.spaced) return groups;
    if (!/^\d{3}$/.test(token.text)) return [];
    groups.push(token.text);
  }
}

function significant(plain: string): number {
  const bare = plain.replace('.', '').replace(/^0+/, '');
  const kept = plain.includes('.') ? bare : bare.replace(/0+$/, '');
  return Math.max(1, kept.length);
}

function versionValue(text: string): number {
  let value = 0;
  let factor = 1;
  for (const part of text.split('.').slice(0, 4)) {
    value += Number.parseInt(part, 10) * factor || 0;
    factor /= 1000;
  }
  return value;
}

/** Sheds the dust of binary fractions: 1.1 × 10⁶ is 1,100,000. */
function round(value: number): number {
  return Number(value.toPrecision(14));
}

/** "a third", "two-thirds", "three quarters", "half", "one and a half" is left to words. */
function fractionAt(tokens: readonly Token[], at: number): Figure | undefined {
  const first = tokens[at] as Token;
  if (first.lower === 'half') {
    if (tokens[at + 1]?.lower === 'a' || tokens[at + 1]?.lower === 'an') return halfOf(tokens, at);
    return { next: at + 1, value: 0.5, digits: 1, form: 'share', scaled: false };
  }
  const over = first.lower === 'a' || first.lower === 'an' ? 1 : SMALL.get(first.lower);
  if (over === undefined || over === 0 || over > 20) return undefined;
  let next = at + 1;
  if (tokens[next]?.text === '-' || tokens[next]?.text === '–') next++;
  const word = tokens[next]?.lower ?? '';
  const below = FRACTIONS.get(word) ?? (word === 'halves' ? 2 : FRACTIONS.get(word.replace(/s$/, '')));
  if (below === undefined || (word === 'half' && over !== 1)) return undefined;
  if (over === 1 && word.endsWith('s')) return undefined;
  if (over > 1 && !word.endsWith('s')) return undefined;
  // "A quarter of a million", "two thirds of a billion".
  const scale = tokens[next + 1]?.lower === 'of' && tokens[next + 2]?.lower === 'a' ? SCALES.get(tokens[next + 3]?.lower ?? '') : undefined;
  if (scale !== undefined) return { next: next + 4, value: (over / below) * scale, digits: 2, form: 'words', scaled: true };
  const after = tokens[next + 1];
  // "a third party", "a third-party service", "a second": ordinals; "a quarter" of a year is left to dates.
  const standsAlone =
    !after ||
    (after.kind === 'mark' && after.text !== '-') ||
    after.lower === 'of' ||
    after.lower === 'as' ||
    after.lower === 'more' ||
    after.lower === 'less' ||
    after.lower === 'were' ||
    after.lower === 'are' ||
    after.lower === 'in';
  if (over === 1 && !standsAlone) return undefined;
  return { next: next + 1, value: over / below, digits: 1, form: 'share', scaled: false };
}

/** "half a million", "half a dozen"; not "half a loaf". */
function halfOf(tokens: readonly Token[], at: number): Figure | undefined {
  const scale = SCALES.get(tokens[at + 2]?.lower ?? '');
  if (scale === undefined) return { next: at + 1, value: 0.5, digits: 1, form: 'share', scaled: false };
  return { next: at + 3, value: scale / 2, digits: 1, form: 'words', scaled: true };
}

/** "twelve", "twenty-one", "two hundred and fifty thousand", "a dozen", "one and a half million". */
function wordsAt(tokens: readonly Token[], at: number): Figure | undefined {
  let next = at;
  let total = 0;
  let current = 0;
  let seen = false;
  let scaled = false;
  const first = tokens[at] as Token;
  if (first.lower === 'dozen') {
    return tokens[at - 1]?.lower === 'the' ? { next: at + 1, value: 12, digits: 2, form: 'words', scaled: true } : undefined;
  }
  if (first.lower === 'a' || first.lower === 'an') {
    if (!SCALES.has(tokens[at + 1]?.lower ?? '')) return undefined;
    current = 1;
    next++;
  }
  while (next < tokens.length && next - at < 16) {
    const token = tokens[next] as Token;
    if (seen && (token.text === '-' || token.text === '‑') && SMALL.has(tokens[next + 1]?.lower ?? '') && !token.spaced) {
      next++;
      continue;
    }
    if (seen && token.lower === 'and' && tokens[next + 1]?.lower === 'a' && tokens[next + 2]?.lower === 'half') {
      current += 0.5;
      next += 3;
      continue;
    }
    if (seen && scaled && token.lower === 'and' && SMALL.has(tokens[next + 1]?.lower ?? '') && current % 100 === 0 && current > 0) {
      next++;
      continue;
    }
    const small = SMALL.get(token.lower);
    if (small !== undefined) {
      // "ten five" is no number: only tens take a unit, and hundreds take either.
      if (seen && !(current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && small < 10 && small > 0))) break;
      if (seen && current === 0 && !scaled) break;
      current += small;
      seen = true;
      next++;
      continue;
    }
    const scale = SCALES.get(token.lower);
    if (scale === undefined || (!seen && current === 0)) break;
    if (scale >= 1000) {
      total = (total + current) * scale;
      current = 0;
    } else current *= scale;
    seen = true;
    scaled = true;
    next++;
  }
  if (!seen) return undefined;
  const value = total + current;
  return { next, value, digits: significant(String(value)), form: 'words', scaled };
}
