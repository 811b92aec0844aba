// Owns: finding numbers with unit, bound and counted noun in a segment.
// Must not know: other segments, notes, rules.

import { MONTHS } from '../lexicon/calendar.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { COINS, CURRENCY_CODES, CURRENCY_SIGNS, LABELS, ORDINALS, SCALES, UNITS, VERSION_WORDS, VERSIONED } from '../lexicon/quantities.ts';
import { isPlural, singular } from '../text/inflect.ts';
import { compareSpans, type Span } from '../text/span.ts';
import { DASH, type Token } from '../text/tokens.ts';
import type { Bound, NumberFact } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { bounded } from './numbers/bounds.ts';
import {
  isClockTime,
  isFirstOfDays,
  isGluedToUnknown,
  isLabelled,
  isLabelMark,
  isNumeralInUse,
  isOfDigits,
} from './numbers/counts-nothing.ts';
import { type Figure, figureAt } from './numbers/figures.ts';
import { nounAfter } from './numbers/noun.ts';
import { unitAt } from './numbers/units.ts';
import { codeSpans, tokensOf, touchesAny } from './tokens.ts';

const BEFORE_ARTICLE_UNIT = new Set(
  'within for in after about almost nearly every lasts lasted took takes need needs needed than over under of before around least another'.split(
    ' ',
  ),
);
const SCORE_WORDS = new Set('score scores scored scoring cvss rated rates rating severity'.split(' '));
const ORDINAL_OPENERS = new Set('the his her its their our your my a this that each every'.split(' '));

/** Numbers of the prose, in order. Parts of dates, ids, addresses, hashes and citations are no numbers. */
export function extractNumbers(input: ExtractInput): readonly NumberFact[] {
  const { tree, facts } = input;
  const taken: Span[] = [
    ...facts.dates.map(date => date.span),
    ...facts.references.map(reference => reference.span),
    ...facts.indicators.map(indicator => indicator.span),
    ...facts.citations.map(citation => citation.span),
  ].sort(compareSpans);
  const masked = flatten(taken);
  const code = codeSpans(tree);
  const numbers: NumberFact[] = [];
  tokensOf(tree).forEach((tokens, sentence) => {
    readSentence(tokens, sentence, masked, code, numbers);
  });
  return numbers;
}

function flatten(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = out[out.length - 1];
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ start: span.start, end: span.end });
  }
  return out;
}

function readSentence(
  tokens: readonly Token[],
  sentence: number,
  masked: readonly Span[],
  code: readonly Span[],
  numbers: NumberFact[],
): void {
  let last = -1;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const open = (token.kind === 'number' || token.kind === 'word') && !touchesAny(masked, token);
    const read = open ? numberAt(tokens, at, masked) : undefined;
    if (!read || (touchesAny(code, token) && read.fact.kind !== 'version')) {
      at = read ? read.next : at + 1;
      continue;
    }
    const fact = { ...read.fact, sentence };
    const before = numbers[numbers.length - 1];
    // The phrase of a number begins with its bound: "and at least 33 seconds".
    const opens = (place: number): boolean => place === at || (last >= 0 && tokens[place]?.start === fact.span.start);
    const joint = opens(last) || (tokens[last]?.lower === 'and' && opens(last + 1));
    if (before !== undefined && joint && isRestOf(before, fact)) numbers[numbers.length - 1] = joined(before, fact);
    else numbers.push(fact);
    at = read.next;
    last = read.next;
  }
}

/** "Three hours and ten minutes": the second is told in a smaller unit, and is less than one of the first. */
function isRestOf(first: NumberFact, rest: NumberFact): boolean {
  if (first.kind !== 'duration' || rest.kind !== 'duration' || first.upTo !== undefined || rest.upTo !== undefined) return false;
  if ((rest.bound !== 'exact' && first.bound !== 'exact') || rest.value >= first.value) return false;
  const unit = [86_400 * 365, 86_400 * 30, 86_400 * 7, 86_400, 3600, 60].find(one => first.value % one === 0);
  return unit !== undefined && rest.value < unit && (unit <= 86_400 || rest.value % 86_400 === 0);
}

function joined(first: NumberFact, rest: NumberFact): NumberFact {
  return {
    ...first,
    span: { start: first.span.start, end: rest.span.end },
    figure: { start: first.figure.start, end: rest.span.end },
    value: first.value + rest.value,
    bound: rest.bound === 'exact' ? first.bound : rest.bound,
    digits: Math.max(2, first.digits + rest.digits),
  };
}

type Read = { readonly fact: Omit<NumberFact, 'sentence'>; readonly next: number };

function numberAt(tokens: readonly Token[], at: number, masked: readonly Span[]): Read | undefined {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (token.kind === 'word') {
    const every = everyAt(tokens, at);
    if (every) return every;
    const ordinal = ordinalAt(tokens, at);
    if (ordinal) return ordinal;
    const duration = articleDuration(tokens, at);
    if (duration) return duration;
  } else if (before && !token.spaced && isLabelMark(before, tokens[at - 2])) return undefined;
  if (before?.text === '[' && tokens[at + 1]?.text === ']') return undefined;
  const sign = token.kind === 'number' && before ? (CURRENCY_SIGNS.get(before.text) ?? CURRENCY_CODES.get(before.text)) : undefined;
  const figure = figureAt(tokens, at, sign !== undefined || isBeforeCoin(tokens, at));
  if (!figure) return undefined;
  if (figure.form === 'dotted' || isVersionHere(tokens, at, figure)) return versionRead(tokens, at, figure);
  if (figure.form === 'ordinal') return plainRead(tokens, at, at, figure.next, figure, 'ordinal', 'exact');
  if (isClockTime(tokens, at, figure) || isFirstOfDays(tokens, figure, masked)) return undefined;
  if (isLabelled(tokens, at, figure) || isGluedToUnknown(tokens, figure) || isOfDigits(tokens, figure)) return undefined;
  if (token.kind === 'word' && !isNumeralInUse(tokens, at, figure)) return undefined;
  const share = shareAt(tokens, at, figure, masked);
  if (share) return share;
  return withUnit(tokens, at, figure, sign, masked);
}

/** "46 m crowns", "4 m dollars": the letter is a scale. */
function isBeforeCoin(tokens: readonly Token[], at: number): boolean {
  const coin = tokens[at + 2];
  return coin?.kind === 'word' && (COINS.has(singular(coin.lower)) || UNITS.get(coin.lower)?.kind === 'money');
}

/** Dotted numbers after "version" and products: "firmware 3.1", "on 9.3" is left a number. */
function isVersionHere(tokens: readonly Token[], at: number, figure: Figure): boolean {
  if (figure.form !== 'digits' || figure.scaled) return false;
  const token = tokens[at] as Token;
  if (token.text.includes(',')) return false;
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || !token.spaced) return false;
  const next = tokens[figure.next];
  const followed =
    next !== undefined && next.kind === 'word' && (isPlural(next.lower) || UNITS.has(next.lower)) && !VERSIONED.has(before.lower);
  if (next?.text === '%' || (next && !next.spaced && next.kind === 'word')) return false;
  if (VERSION_WORDS.has(before.lower) && !followed)
    return !(before.lower === 'update' || before.lower === 'patch') || token.text.includes('.');
  if (!/^\p{Lu}/u.test(before.text) || MONTHS.has(before.lower) || FUNCTION_WORDS.has(before.lower) || SCORE_WORDS.has(before.lower))
    return false;
  if (LABELS.has(before.lower)) return false;
  if (VERSIONED.has(before.lower)) return true;
  if (followed || at < 2) return false;
  return token.text.length <= 4 || token.text.includes('.');
}

function versionRead(tokens: readonly Token[], at: number, figure: Figure): Read | undefined {
  const token = tokens[at] as Token;
  const cued = tokens.slice(Math.max(0, at - 4), at).some(word => VERSION_WORDS.has(word.lower) || VERSIONED.has(word.lower));
  const parts = token.text.split('.');
  // Four parts below 256 are an address unless a word says otherwise; so are those with a slash or port behind.
  if (!cued && parts.length === 4 && parts.every(part => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  if (parts.length === 3 && /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/.test(token.text)) return undefined;
  return plainRead(tokens, at, at, figure.next, figure, 'version', undefined);
}

function plainRead(
  tokens: readonly Token[],
  from: number,
  at: number,
  next: number,
  figure: Figure,
  kind: NumberFact['kind'],
  bound?: Bound,
): Read {
  const start = (tokens[from] as Token).start;
  const figureSpan = { start: (tokens[at] as Token).start, end: (tokens[figure.next - 1] as Token).end };
  const edge = bound ? { bound, from, next } : bounded(tokens, from, next, kind);
  const counted = kind === 'version' || kind === 'score' ? undefined : nounAfter(tokens, next, kind === 'ordinal' ? 1 : figure.value);
  const end = (tokens[edge.next - 1] as Token).end;
  return {
    next: edge.next,
    fact: {
      span: { start: Math.min(start, (tokens[edge.from] as Token).start), end },
      figure: figureSpan,
      value: figure.value,
      bound: edge.bound,
      kind,
      digits: figure.digits,
      ...(counted ? { noun: counted.noun, nounSpan: counted.span } : {}),
    },
  };
}

/** "Every third machine", "every second of the phones": a share, but not of times ("every second day"). */
function everyAt(tokens: readonly Token[], at: number): Read | undefined {
  const [ordinal, counted] = [tokens[at + 1], tokens[at + 2]];
  const below = (tokens[at] as Token).lower === 'every' ? ORDINALS.get(ordinal?.lower ?? '') : undefined;
  if (below === undefined || below < 2 || counted?.kind !== 'word' || /^(?:times?|turn|one)$/.test(counted.lower)) return undefined;
  if (UNITS.has(counted.lower) || CALENDAR.test(counted.lower) || (FUNCTION_WORDS.has(counted.lower) && counted.lower !== 'of'))
    return undefined;
  return plainRead(tokens, at, at, at + 2, { next: at + 2, value: 1 / below, digits: 1, form: 'share', scaled: false }, 'share');
}

const CALENDAR = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|morning|afternoon|evening|summer|winter|quarter)s?$/;

/** "the first lure", "her third mail"; not "at first" and not "a second" of time. */
function ordinalAt(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at] as Token;
  const value = ORDINALS.get(token.lower);
  const next = tokens[at + 1];
  if (value === undefined || next?.kind !== 'word' || FUNCTION_WORDS.has(next.lower) || !ORDINAL_OPENERS.has(tokens[at - 1]?.lower ?? ''))
    return undefined;
  return plainRead(tokens, at, at, at + 1, { next: at + 1, value, digits: 1, form: 'ordinal', scaled: false }, 'ordinal', 'exact');
}

const PARTS = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
]);

/** "more than a minute", "for a month", "an hour and a half"; not the rate in "once a day". */
function articleDuration(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at] as Token;
  if (token.lower !== 'a' && token.lower !== 'an') return undefined;
  const unit = UNITS.get(tokens[at + 1]?.lower ?? '');
  if (unit?.kind !== 'duration' || !BEFORE_ARTICLE_UNIT.has(tokens[at - 1]?.lower ?? '')) return undefined;
  if (isPlural(tokens[at + 1]?.lower ?? '')) return undefined;
  // "half an hour" and "three quarters of an hour" are read from their first word.
  const part = tokens[at + 2]?.lower === 'and' && tokens[at + 3]?.lower === 'a' ? PARTS.get(tokens[at + 4]?.lower ?? '') : undefined;
  const next = part === undefined ? at + 2 : at + 5;
  const figure: Figure = { next, value: (1 + (part ?? 0)) * unit.factor, digits: 1, form: 'words', scaled: false };
  const read = plainRead(tokens, at, at, next, figure, 'duration');
  return { ...read, fact: { ...read.fact, unit: unit.unit } };
}

/** "one in four", "one household in four", "two out of three", "9 out of 10", "one of every five". */
function shareAt(tokens: readonly Token[], at: number, figure: Figure, masked: readonly Span[]): Read | undefined {
  if (figure.form === 'share') return undefined;
  let next = isCountedIn(tokens, figure) ? figure.next + 1 : figure.next;
  const word = tokens[next]?.lower;
  if (word === 'in') next++;
  else if (word === 'out' && tokens[next + 1]?.lower === 'of') next += 2;
  else if (word === 'of' && tokens[next + 1]?.lower === 'every') next += 2;
  else if (tokens[next]?.text === '/' && !tokens[next]?.spaced) next++;
  else return undefined;
  if (word === 'in' && tokens[next]?.lower === 'every') next++;
  const whole = tokens[next];
  if (!whole || touchesAny(masked, whole)) return undefined;
  const of = figureAt(tokens, next);
  if (!of || of.form === 'dotted' || of.form === 'ordinal' || of.form === 'share' || of.value < figure.value || of.value === 0)
    return undefined;
  const after = tokens[of.next];
  const isUnit = after?.kind === 'word' && UNITS.has(after.lower);
  if (isUnit || (word === 'in' && !(figure.value < of.value && (of.value <= 100 || of.scaled || of.value % 10 === 0)))) return undefined;
  const rated = of.value === 10 && (isScored(tokens, at) || (tokens[at] as Token).text.includes('.'));
  if (tokens[figure.next]?.text === '/' && !rated) return undefined;
  const value = rated ? figure.value : figure.value / of.value;
  const read = plainRead(tokens, at, at, of.next, { ...figure, next: of.next, value }, rated ? 'score' : 'share');
  return { ...read, fact: { ...read.fact, digits: Math.max(1, figure.digits) } };
}

/** "one household in four", "two voters out of five": small numbers in words, nothing counted behind. */
function isCountedIn(tokens: readonly Token[], figure: Figure): boolean {
  const [noun, joint] = [tokens[figure.next], tokens[figure.next + 1]];
  const isOutOf = joint?.lower === 'out' && tokens[figure.next + 2]?.lower === 'of';
  const at = isOutOf ? figure.next + 3 : figure.next + 2;
  if (figure.form !== 'words' || figure.value > 9 || noun?.kind !== 'word' || FUNCTION_WORDS.has(noun.lower)) return false;
  if ((joint?.lower !== 'in' && !isOutOf) || tokens[at]?.kind !== 'word' || UNITS.has(noun.lower)) return false;
  const of = figureAt(tokens, at);
  const behind = of === undefined ? undefined : tokens[of.next];
  return of?.form === 'words' && !(behind?.kind === 'word' && (isPlural(behind.lower) || UNITS.has(behind.lower)));
}

function isScored(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 5; back--) if (SCORE_WORDS.has((tokens[back] as Token).lower)) return true;
  return false;
}

function withUnit(
  tokens: readonly Token[],
  at: number,
  figure: Figure,
  sign: string | undefined,
  masked: readonly Span[],
): Read | undefined {
  const range = upperEnd(tokens, at, figure, masked);
  const last = range ?? figure;
  const read = unitAt(tokens, last.next, figure, sign);
  const kind =
    read.kind === 'count' && figure.value <= 10 && isScored(tokens, at) && !hasCountedNoun(tokens, read.next) ? 'score' : read.kind;
  const factor = read.unit?.factor ?? 1;
  const spread = range?.scaled && !figure.scaled ? scaleOf(tokens, range) : 1;
  const from = sign !== undefined ? at - 1 : at;
  const edge = bounded(tokens, from, read.next, kind);
  const counted = kind === 'score' ? undefined : nounAfter(tokens, edge.next, figure.value);
  const figureEnd = (tokens[figure.next - 1] as Token).end;
  return {
    next: edge.next,
    fact: {
      span: { start: (tokens[edge.from] as Token).start, end: (tokens[edge.next - 1] as Token).end },
      figure: { start: (tokens[at] as Token).start, end: figureEnd },
      value: tidy(figure.value * spread * factor),
      ...(range ? { upTo: tidy(range.value * factor) } : {}),
      bound: edge.bound,
      kind,
      ...(read.unit ? { unit: read.unit.unit } : {}),
      ...(counted ? { noun: counted.noun, nounSpan: counted.span } : {}),
      digits: figure.digits,
    },
  };
}

function tidy(value: number): number {
  return Number(value.toPrecision(14));
}

/** The scale of "2 to 3 million", which holds for both ends. */
function scaleOf(tokens: readonly Token[], figure: Figure): number {
  const word = tokens[figure.next - 1]?.lower ?? '';
  return SCALES.get(word) ?? ({ k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 } as Readonly<Record<string, number>>)[word] ?? 1;
}

function hasCountedNoun(tokens: readonly Token[], next: number): boolean {
  const token = tokens[next];
  return token?.kind === 'word' && !FUNCTION_WORDS.has(token.lower) && isPlural(token.lower);
}

/** "3 to 5", "3–5", "between 3 and 5"; not "from 3 to 5", which states a change. */
function upperEnd(tokens: readonly Token[], at: number, figure: Figure, masked: readonly Span[]): Figure | undefined {
  let next = figure.next;
  let joint = tokens[next];
  const first = next;
  // "7 % to 9 %", "$3 to $5": the sign may stand at both ends.
  if (joint?.text === '%' && !joint.spaced) joint = tokens[++next];
  if (!joint) return undefined;
  const dash = DASH.test(joint.text) && (joint.spaced === (tokens[next + 1]?.spaced ?? false) || joint.text !== '-');
  const before = tokens[at - 1]?.lower;
  const spoken =
    (joint.lower === 'to' && before !== 'from') ||
    (joint.lower === 'or' && figure.value < 20 && figure.form === 'words') ||
    (joint.lower === 'and' && before === 'between');
  if (!dash && !spoken) return undefined;
  let upper = next + 1;
  if (CURRENCY_SIGNS.has(tokens[upper]?.text ?? '')) upper++;
  const start = tokens[upper];
  if (!start || touchesAny(masked, start) || start.lower === 'a' || start.lower === 'an') return undefined;
  const end = figureAt(tokens, upper, CURRENCY_SIGNS.has(tokens[upper - 1]?.text ?? ''));
  if (!end || end.form === 'dotted' || end.form === 'ordinal' || end.form === 'share') return undefined;
  if (next > first && tokens[end.next]?.text !== '%') return undefined;
  return end.value * 1 > figure.value || (end.scaled && !figure.scaled) ? end : undefined;
}
