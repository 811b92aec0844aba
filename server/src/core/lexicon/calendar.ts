// Owns: the English words of the calendar: months, weekdays, seasons, zones, units.
// Must not know: how dates are read from prose.

/** Months 1–12 by name and abbreviation, in lower case without full stop. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)),
);

/** Weekdays, 1 is Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['monday mon', 'tuesday tue tues', 'wednesday wed', 'thursday thu thur thurs', 'friday fri', 'saturday sat', 'sunday sun'].flatMap(
    (names, index) => names.split(' ').map(name => [name, index + 1] as const),
  ),
);

/** Whether a word in lower case is the name of a month or a day of the week, in full or cut short: "mar", "sun". */
export function isDayOrMonth(word: string): boolean {
  return MONTHS.has(word) || WEEKDAYS.has(word);
}

/** The names of months as alternatives of a regular expression, in lower case, the longest first. */
export const MONTH_PATTERN = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** First month of a season of the northern hemisphere; each lasts three, winter reaches into the next year. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);

/** Offsets of time zones in minutes east of UTC. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['zulu', 0],
  ['bst', 60],
  ['wet', 0],
  ['west', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['et', -300],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['pt', -480],
  ['ist', 330],
  ['jst', 540],
  ['kst', 540],
  ['hkt', 480],
  ['sgt', 480],
  ['aest', 600],
  ['aedt', 660],
]);

export const DATE_UNITS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year'> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['night', 'day'],
  ['nights', 'day'],
  ['morning', 'day'],
  ['evening', 'day'],
  ['afternoon', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['fortnight', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'year'],
  ['decades', 'year'],
]);
