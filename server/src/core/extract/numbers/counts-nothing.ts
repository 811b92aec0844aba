// Owns: figures and numerals that count nothing: labels, times of day, parts of names and ids.
// Must not know: units, bounds.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { BOUNDS_BEFORE, LABELS, UNITS } from '../../lexicon/quantities.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Span } from '../../text/span.ts';
import { DASH, type Token } from '../../text/tokens.ts';
import type { Figure } from './figures.ts';

/** "30/31 May": the day before a date. */
export function isFirstOfDays(tokens: readonly Token[], figure: Figure, masked: readonly Span[]): boolean {
  const [slash, day] = [tokens[figure.next], tokens[figure.next + 1]];
  if (slash?.text !== '/' || slash.spaced || day?.kind !== 'number' || figure.value > 31) return false;
  return masked.some(span => span.start === day.start);
}

/** "#12", "-49706", "x/12", ":80": the number belongs to what it touches. */
export function isLabelMark(before: Token, earlier: Token | undefined): boolean {
  if (
    before.text === '#' ||
    before.text === '/' ||
    before.text === ':' ||
    before.text === '@' ||
    before.text === '_' ||
    before.text === '.'
  )
    return !before.spaced || before.text === '#' || before.text === '@';
  if (DASH.test(before.text)) return !before.spaced && earlier !== undefined;
  return before.kind === 'word' || before.kind === 'opaque';
}

/** Letters glued to the digits that are no unit: "3DES", "4chan", "2FA". */
export function isGluedToUnknown(tokens: readonly Token[], figure: Figure): boolean {
  const next = tokens[figure.next];
  if (!next || next.spaced || figure.form !== 'digits') return false;
  if (next.kind === 'number' || next.kind === 'opaque') return true;
  if (next.text === ':' && tokens[figure.next + 1]?.kind === 'number' && tokens[figure.next + 1]?.spaced === false) return true;
  return next.kind === 'word' && !UNITS.has(next.lower) && next.lower !== 's' && next.lower !== 'pp' && next.lower !== 'x';
}

/** "A five-figure sum", "4-digit codes". */
export function isOfDigits(tokens: readonly Token[], figure: Figure): boolean {
  return DASH.test(tokens[figure.next]?.text ?? '') && /^(?:figures?|digits?)$/.test(tokens[figure.next + 1]?.lower ?? '');
}

/** "half past two", "a quarter to three", "ten to four in the morning": times of day in words. */
export function isClockTime(tokens: readonly Token[], at: number, figure: Figure): boolean {
  if (figure.value < 1 || figure.value > 29 || figure.next !== at + 1) return false;
  const [before, earlier] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  if (/^(?:past|to)$/.test(before) && /^(?:half|quarter)$/.test(earlier)) return figure.value <= 12;
  const [side, hour, after] = [tokens[at + 1]?.lower ?? '', tokens[at + 2], tokens[at + 3]?.lower ?? ''];
  const isMinute = /^(?:five|ten|twenty)$/.test((tokens[at] as Token).lower) && /^(?:past|to)$/.test(side) && before === 'at';
  if (isMinute && hour?.kind === 'word' && CLOCK_HOURS.has(hour.lower)) return !isPlural(after) || after === '';
  return /^(?:past|to)$/.test(before) && /^(?:five|ten|twenty)$/.test(earlier) && tokens[at - 3]?.lower === 'at' && figure.value <= 12;
}

const CLOCK_HOURS = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '));

/** Behind a word that labels what it stands before: "port 443", "figure 3". */
export function isLabelled(tokens: readonly Token[], at: number, figure: Figure): boolean {
  if (figure.form !== 'digits' || figure.scaled) return false;
  let back = at - 1;
  if (tokens[back]?.text === '.') back--;
  const before = tokens[back];
  if (before?.kind !== 'word') return false;
  // "Figure 3", "port 443", "no. 17"; "per page 20 entries" is rare enough.
  return LABELS.has(before.lower) && !(before.lower === 'no' && tokens[back + 1]?.text !== '.');
}

/** Words such as "one" and "half" are numbers only where they count something. */
export function isNumeralInUse(tokens: readonly Token[], at: number, figure: Figure): boolean {
  const token = tokens[at] as Token;
  const next = tokens[figure.next];
  if (figure.form === 'share') {
    if (token.lower === 'a' && tokens[at - 1]?.lower === 'and') return false;
    if (token.lower !== 'half') return true;
    return (
      next !== undefined &&
      (/^(?:of|the|its|their|our|all|an?)$/.test(next.lower) ||
        BOUNDS_BEFORE.has(tokens[at - 1]?.lower ?? '') ||
        tokens[at - 1]?.lower === 'than')
    );
  }
  if (figure.next === at + 1 && token.lower === 'one') {
    const before = tokens[at - 1]?.lower ?? '';
    if (before === 'only' && next?.lower === 'in') return true;
    // "One message after the other" counts none.
    if (
      tokens
        .slice(at + 1, at + 5)
        .some((word, step) => word.lower === 'after' && /^(?:the|another)$/.test(tokens[at + 2 + step]?.lower ?? ''))
    )
      return false;
    if (/^(?:no|that|this|which|the|any|every|each|some|another|only)$/.test(before)) return false;
    if (next?.lower === 'in' || next?.lower === 'out') return true;
    if (next?.kind !== 'word' || FUNCTION_WORDS.has(next.lower)) return false;
    return !/^(?:day|thing|way|more|time|side|hand|example|such|could|or)$/.test(next.lower) || before === 'least';
  }
  if (figure.next === at + 1 && token.lower === 'zero')
    return next?.kind === 'word' && !FUNCTION_WORDS.has(next.lower) && isPlural(next.lower);
  return !(next && DASH.test(next.text) && !next.spaced && token.lower === 'zero');
}
