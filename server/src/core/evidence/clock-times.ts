// Owns: whether a time told in words ("half past six") and one written in digits are the same by the clock.
// Must not know: claims, verdicts, dates.

import type { Span } from '../text/span.ts';

const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };
const TOLD = new RegExp(
  `\\b(half|quarter|(?:(?:twenty|thirty|forty|fifty)-)?\\p{L}{3,8}|\\d{1,2}(?= minutes?))(?: minutes?)? (past|to|after|before) (${HOURS.join('|')}|\\d{1,2})(?![.\\d])\\b`,
  'giu',
);
/** What no text lacks that tells a time in words; far cheaper to look for. */
const HINT = new RegExp(` (?:past|to|after|before) (?:${HOURS.join('|')}|\\d)`, 'i');
const WRITTEN = /(?<![\d:])([01]?\d|2[0-4])[:.]([0-5]\d)(?![\d:])/g;
const HALF_DAY = 12 * 60;

/** Whether both texts tell one time, the first in words; morning and evening are not told apart. */
export function agreeByClock(told: string, written: string): boolean {
  const minutes = timesToldIn(told);
  if (minutes.length === 0) return false;
  return [...written.matchAll(WRITTEN)].some(([, hour, minute]) => minutes.includes((60 * Number(hour) + Number(minute)) % HALF_DAY));
}

/** Where a text tells a time in words. */
export function clockTimesIn(text: string): Span[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(TOLD)].flatMap(match =>
    minutesOf((match[1] ?? '').toLowerCase()) === undefined ? [] : [{ start: match.index, end: match.index + match[0].length }],
  );
}

/** Times in words, as minutes of half a day. */
function timesToldIn(text: string): number[] {
  if (!HINT.test(text)) return [];
  const found: number[] = [];
  for (const [, minute = '', side = '', hour = ''] of text.matchAll(TOLD)) {
    const minutes = minutesOf(minute.toLowerCase());
    const hours = /^\d/.test(hour) ? Number(hour) : HOURS.indexOf(hour.toLowerCase()) + 1;
    if (minutes === undefined || hours < 1 || hours > 12) continue;
    const isAfter = /^(?:past|after)$/i.test(side);
    found.push((60 * hours + (isAfter ? minutes : -minutes) + HALF_DAY) % HALF_DAY);
  }
  return found;
}

const TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');

function minutesOf(word: string): number | undefined {
  if (word === 'half') return 30;
  if (word === 'quarter') return 15;
  if (/^\d+$/.test(word)) return Number(word) < 60 ? Number(word) : undefined;
  const [ten = '', one] = word.split('-');
  if (ten in TENS) return (TENS[ten] as number) + (one === undefined ? 0 : HOURS.indexOf(one) + 1);
  if (HOURS.includes(word)) return HOURS.indexOf(word) + 1;
  return TEENS.includes(word) ? TEENS.indexOf(word) + 13 : undefined;
}
