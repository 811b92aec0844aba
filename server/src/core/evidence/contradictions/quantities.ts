// Owns: whether two numbers can both be true of one thing, and writing a number in the manner of another.
// Must not know: claims, passages, what is counted.
import type { NumberFact } from '../../extract/facts.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

const DAY = 86_400;

/** Whether two numbers are of kinds that can be compared at all. Units of money must be equal. */
export function comparable(a: NumberFact, b: NumberFact): boolean {
  const kinds = [a.kind, b.kind];
  if (kinds.includes('percent') && kinds.includes('share')) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'count' && a.unit !== b.unit) return (a.unit ?? a.noun) === undefined || (b.unit ?? b.noun) === undefined;
  return a.kind !== 'money' || a.unit === b.unit;
}

/**
 * Whether the draft's number agrees with the notes': bounds, rounding and units considered.
 * In doubt they agree: "about 2 million" with 1,968,412, "more than 50" with 51, "a month" with 30 days.
 */
export function agrees(draft: NumberFact, note: NumberFact): boolean {
  if (!comparable(draft, note)) return false;
  if (draft.kind === 'version') return true;
  // "Within fourteen minutes" and "within forty": two limits of one kind are compared as they stand.
  if (isLower(draft) && isLower(note)) return agrees({ ...draft, bound: 'exact' }, { ...note, bound: 'exact' });
  if (isUpper(draft) && isUpper(note)) return agrees({ ...draft, bound: 'exact' }, { ...note, bound: 'exact' });
  if (draft.kind === 'bytes' && Math.abs(draft.value - note.value) <= 0.075 * Math.max(draft.value, note.value)) return true;
  const scale = (fact: NumberFact): number => (fact.kind === 'share' ? 100 : 1);
  const mine = draft.value * scale(draft);
  const theirs = note.value * scale(note);
  // One may round the other; "2.3 million" and "2.4 million" do not, though what each may stand for meets in the middle.
  if (isPoint(draft) && isPoint(note))
    return Math.abs(mine - theirs) <= Math.max(slackOf(draft, mine, theirs), slackOf(note, theirs, mine));
  const a = intervalOf(draft, scale(draft), theirs);
  const b = intervalOf(note, scale(note), mine);
  return a.low <= b.high && b.low <= a.high;
}

function isPoint({ bound, upTo }: NumberFact): boolean {
  return bound === 'exact' && upTo === undefined;
}

function isLower(fact: NumberFact): boolean {
  return fact.bound === 'at-least' || fact.bound === 'more-than';
}

function isUpper(fact: NumberFact): boolean {
  return fact.bound === 'at-most' || fact.bound === 'less-than';
}

function intervalOf(fact: NumberFact, scale: number, other: number): Interval {
  const value = fact.value * scale;
  const top = (fact.upTo ?? fact.value) * scale;
  const slack = slackOf(fact, value, other);
  switch (fact.bound) {
    case 'about':
      return { low: value - Math.max(slack, loose(fact) * value), high: top + Math.max(slack, loose(fact) * value) };
    case 'at-least':
    case 'more-than':
      return { low: value - slack, high: Number.POSITIVE_INFINITY };
    case 'at-most':
    case 'less-than':
      return { low: 0, high: top + slack };
    case 'exact':
      return { low: value - slack, high: top + slack };
  }
}

/** What "about" leaves open, as a share: little in "some 421", which nobody rounded. */
function loose({ digits, kind }: NumberFact): number {
  return kind !== 'duration' && digits > 2 ? 0.01 : 0.1;
}

/** How far an exact figure may lie from what it stands for: half of its last significant digit where it is plainly rounded. */
function slackOf(fact: NumberFact, value: number, other: number): number {
  const tiny = 1e-9 * Math.max(1, Math.abs(value));
  if (value === 0) return tiny;
  if (fact.kind === 'share') return isSimple(fact.value) ? 3 : 0.6;
  if (fact.kind === 'duration') return Math.max(tiny, durationSlack(value));
  const place = 10 ** (Math.floor(Math.log10(Math.abs(value)) + 1e-12) + 1 - Math.max(1, fact.digits));
  // 2,900 and 1.2 million are rounded; 340 and 12 are counted. Decimals are rounded where the other has more of them.
  const rounded = place >= 100 || (place < 1 && !Number.isInteger(other / place));
  const percent = fact.kind === 'percent' && !Number.isInteger(other / place);
  return rounded || percent ? 0.5 * place + tiny : tiny;
}

/** "A third", "three quarters": loose words; "216 out of 452" is not. */
function isSimple(share: number): boolean {
  for (let below = 2; below <= 10; below++) if (Math.abs(share * below - Math.round(share * below)) < 1e-9) return true;
  return false;
}

/** A month has 28 to 31 days, a year 365 or 366, and hours are rarely counted in days to the minute. */
function durationSlack(seconds: number): number {
  if (seconds >= 300 * DAY) return 0.02 * seconds;
  if (seconds >= 27 * DAY) return 0.08 * seconds;
  return 0;
}

/** Whether one figure is a slip of the other: two digits swapped (neighbours, in short figures), or one digit of many wrong. */
export function looksMistyped(draft: string, note: string): boolean {
  const a = digitsOf(draft);
  const b = digitsOf(note);
  if (a.length !== b.length || a.length < 2 || a === b) return false;
  const differ: number[] = [];
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differ.push(i);
  if (differ.length === 2) {
    const [i, j] = differ as [number, number];
    return (j === i + 1 || a.length >= 4) && a[i] === b[j] && a[j] === b[i];
  }
  return differ.length === 1 && a.length >= 4;
}

/** The digits of a figure; of one in words its numbers in turn: "four years and three months" is 43. */
function digitsOf(figure: string): string {
  if (/\d/.test(figure)) return figure.replace(/[^\d]/g, '');
  return figure
    .split(/[^\p{L}-]+/u)
    .map(word => (word === 'a' ? '' : (wordsValue(word) ?? '')))
    .join('');
}

/** Only the last of three or more parts differs: 4.2.5 and 4.2.3. */
export function isNextVersion(a: string, b: string): boolean {
  const [mine, theirs] = [a.split('.'), b.split('.')];
  return mine.length >= 3 && mine.length === theirs.length && a !== b && mine.slice(0, -1).join('.') === theirs.slice(0, -1).join('.');
}

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * The note's value written as the draft writes its own: same unit and scale, words for words, commas for commas.
 * Undefined where that would not be exact.
 */
export function writtenAs(draftFigure: string, draft: NumberFact, note: NumberFact, noteFigure: string): string | undefined {
  if (draft.kind === 'version') return noteFigure;
  if (note.upTo !== undefined || draft.upTo !== undefined) return undefined;
  const value =
    note.value *
    (note.kind === 'share' && draft.kind === 'percent' ? 100 : 1) *
    (note.kind === 'percent' && draft.kind === 'share' ? 0.01 : 1);
  if (draft.kind === 'share') return note.kind === 'share' ? noteFigure : undefined;
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(draftFigure);
  if (digits === null) {
    const own = wordsValue(draftFigure.split(/\s+/)[0] ?? '');
    if (own === undefined || own === 0) return noteFigure;
    const inUnit = value / (draft.value / own);
    const rest = draftFigure.slice((draftFigure.split(/\s+/)[0] ?? '').length);
    const spelled = spell(inUnit);
    if (spelled !== undefined) return matchCase(draftFigure, spelled) + rest;
    return Number.isInteger(inUnit) ? `${inUnit}${rest}` : undefined;
  }
  const own = Number(digits[0].replaceAll(',', ''));
  if (own === 0) return undefined;
  const inUnit = value / (draft.value / own);
  const places = Math.max((digits[0].split('.')[1] ?? '').length, 0);
  let text = tidy(inUnit, places);
  if (text === undefined) return undefined;
  if ((digits[0].includes(',') || own < 1000) && Math.abs(inUnit) >= 1000 && draft.kind !== 'ordinal') text = withCommas(text);
  return draftFigure.slice(0, digits.index) + text + draftFigure.slice(digits.index + digits[0].length);
}

function tidy(value: number, places: number): string | undefined {
  for (const count of [places, places + 1, places + 2]) {
    const text = value.toFixed(count);
    if (Math.abs(Number(text) - value) <= 1e-9 * Math.max(1, Math.abs(value))) return text;
  }
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1 ? `${rounded}` : undefined;
}

function withCommas(text: string): string {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

function wordsValue(word: string): number | undefined {
  const lower = word.toLowerCase();
  const at = WORDS.indexOf(lower);
  if (at >= 0) return at;
  if (lower === 'dozen' || lower === 'a') return lower === 'a' ? 1 : 12;
  const [ten = '', one] = lower.split('-');
  const tens = TENS.indexOf(ten);
  if (tens < 2) return undefined;
  return tens * 10 + (one === undefined ? 0 : Math.max(0, WORDS.indexOf(one)));
}

function spell(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 99) return undefined;
  if (value <= 20) return WORDS[value];
  const one = value % 10;
  return `${TENS[Math.floor(value / 10)]}${one === 0 ? '' : `-${WORDS[one]}`}`;
}

function matchCase(model: string, text: string): string {
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
