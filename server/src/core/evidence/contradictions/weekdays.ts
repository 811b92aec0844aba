// Owns: weekdays of the draft that are not those of the day which the notes have.
// Must not know: dates that differ (dates), verdicts, rules.
import { dayNumber, weekdayOf } from '../../extract/dates/calendar.ts';
import type { Span } from '../../text/span.ts';
import type { Difference } from '../types.ts';
import { type Comparing, isStated, onTopic, sharedApart } from './comparing.ts';
import { type Dated, datesOf, differenceFrom } from './dated.ts';
import { exactness, rewriteDate } from './days.ts';

/** "Thursday, 16 March" where the notes have that day as a Monday. */
export function weekdayDifference(comparing: Comparing, date: Dated): Difference | undefined {
  const { weekday } = date.fact;
  const day = dayNumber(date.value.iso.slice(0, 10));
  if (weekday === undefined || date.fact.relative !== undefined || day === undefined || weekdayOf(day) === weekday) return undefined;
  for (const candidate of onTopic(comparing)) {
    const other = datesOf(comparing, candidate).find(
      one =>
        one.fact.weekday === weekdayOf(day) &&
        one.fact.relative === undefined &&
        one.value.iso.slice(0, 10) === date.value.iso.slice(0, 10),
    );
    if (other === undefined) continue;
    const found = { passage: candidate.passage, fact: other.fact };
    return differenceFrom(comparing, date.fact.span, found, text => rewriteDate(text, date.value, date.value.iso));
  }
  return undefined;
}

const WEEKDAY_ALONE = /\bon an? ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** "On a Tuesday" where the cited line about it has a day that was a Sunday. */
export function weekdayAloneDifference(comparing: Comparing, quoted: readonly Span[], apart: readonly Span[]): Difference | undefined {
  const { words, claim } = comparing;
  const match = WEEKDAY_ALONE.exec(words.text);
  if (match === null) return undefined;
  const start = claim.span.start + match.index;
  const span = { start, end: start + match[0].length };
  if (!isStated(comparing, span, quoted)) return undefined;
  const said = WEEKDAYS.indexOf((match[1] ?? '').toLowerCase()) + 1;
  for (const candidate of onTopic(comparing)) {
    const dated = datesOf(comparing, candidate).filter(other => exactness(other.value) === 3);
    const days = new Set(dated.map(other => other.value.iso.slice(0, 10)));
    const [day] = days;
    const shared = sharedApart(comparing, candidate, [...apart, span]);
    if (!candidate.cited || days.size !== 1 || shared.words < 2 || shared.coverage < 0.4) continue;
    const number = dayNumber(day ?? '');
    if (number === undefined || weekdayOf(number) === said) return undefined;
    const noted = WEEKDAYS[weekdayOf(number) - 1] ?? '';
    const name = noted.charAt(0).toUpperCase() + noted.slice(1);
    const found = { passage: candidate.passage, fact: (dated[0] as Dated).fact };
    return differenceFrom(comparing, span, found, () => `on a ${name}`);
  }
  return undefined;
}

/** "Tuesday" alone and "Tue 12 May": which Tuesday a text means is seldom said; "yesterday" is another matter. */
export function isSameWeekday(date: Dated, found: Dated, written: string): boolean {
  const isCountedFromText = /^(?:the )?(?:following|next|previous|preceding|same)\b/i.test(written);
  const day = dayNumber(found.value.iso.slice(0, 10));
  const { relative, weekday } = date.fact;
  return relative?.unit === 'weekday' && (relative.count === 0 || isCountedFromText) && day !== undefined && weekday === weekdayOf(day);
}
