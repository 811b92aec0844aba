// Owns: the English words for numbers, scales, units and bounds.
// Must not know: how numbers are read from prose.

/** How a number bounds what it counts. */
export type BoundWord = 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** Cardinals below a hundred. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

/** Words that multiply what stands before them. Short forms count only right behind digits or in money. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
]);

/** Denominators, singular; plurals add "s". */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
]);

export type UnitKind = 'duration' | 'bytes' | 'count' | 'money' | 'percent';

export interface Unit {
  readonly kind: UnitKind;
  readonly unit: string;
  readonly factor: number;
}

const SECOND = 1;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const unitRows: readonly (readonly [UnitKind, string, number, string])[] = [
  ['duration', 's', 0.001, 'millisecond milliseconds ms'],
  ['duration', 's', 0.000_001, 'microsecond microseconds µs us'],
  ['duration', 's', SECOND, 'second seconds sec secs'],
  ['duration', 's', MINUTE, 'minute minutes min mins'],
  ['duration', 's', HOUR, 'hour hours hr hrs h'],
  ['duration', 's', DAY, 'day days'],
  ['duration', 's', DAY, 'night nights'],
  ['duration', 's', 7 * DAY, 'week weeks wk wks'],
  ['duration', 's', 14 * DAY, 'fortnight fortnights'],
  ['duration', 's', 30 * DAY, 'month months mo'],
  ['duration', 's', 365 * DAY, 'year years yr yrs'],
  ['duration', 's', 3650 * DAY, 'decade decades'],
  ['bytes', 'B', 1, 'byte bytes'],
  ['bytes', 'B', 1e3, 'kilobyte kilobytes kb kbyte kbytes'],
  ['bytes', 'B', 1e6, 'megabyte megabytes mb mbyte mbytes'],
  ['bytes', 'B', 1e9, 'gigabyte gigabytes gb gbyte gbytes gig gigs'],
  ['bytes', 'B', 1e12, 'terabyte terabytes tb tbyte tbytes'],
  ['bytes', 'B', 1e15, 'petabyte petabytes pb'],
  ['bytes', 'B', 1024, 'kibibyte kibibytes kib'],
  ['bytes', 'B', 1024 ** 2, 'mebibyte mebibytes mib'],
  ['bytes', 'B', 1024 ** 3, 'gibibyte gibibytes gib'],
  ['bytes', 'B', 1024 ** 4, 'tebibyte tebibytes tib'],
  ['count', 'bit/s', 1e3, 'kbps kbit kbits kilobit kilobits'],
  ['count', 'bit/s', 1e6, 'mbps mbit mbits megabit megabits'],
  ['count', 'bit/s', 1e9, 'gbps gbit gbits gigabit gigabits'],
  ['count', 'bit/s', 1e12, 'tbps tbit tbits terabit terabits'],
  ['count', 'bit', 1, 'bit bits'],
  ['count', 'm', 1000, 'km kilometre kilometres kilometer kilometers'],
  ['count', 'm', 1609.344, 'mile miles'],
  ['count', 'm', 1, 'metre metres meter meters'],
  ['money', 'USD', 1, 'dollar dollars usd'],
  ['money', 'EUR', 1, 'euro euros eur'],
  ['money', 'GBP', 1, 'pound pounds gbp sterling'],
  ['money', 'JPY', 1, 'yen jpy'],
  ['money', 'CNY', 1, 'yuan renminbi cny rmb'],
  ['money', 'CHF', 1, 'franc francs chf'],
  ['money', 'KRW', 1, 'won krw'],
  ['money', 'INR', 1, 'rupee rupees inr'],
  ['money', 'RUB', 1, 'rouble roubles ruble rubles rub'],
  ['money', 'AUD', 1, 'aud'],
  ['money', 'CAD', 1, 'cad'],
  ['money', 'SEK', 1, 'sek'],
  ['money', 'NOK', 1, 'nok'],
  ['money', 'DKK', 1, 'dkk'],
  ['money', 'XBT', 1, 'bitcoin bitcoins btc xbt'],
  ['money', 'ETH', 1, 'eth ether'],
  ['money', 'XMR', 1, 'xmr monero'],
  ['percent', '%', 1, 'percent pct'],
];

/** Units by their word in lower case. Months count 30 days and years 365. Bitcoin goes by XBT, as exchanges write it. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  unitRows.flatMap(([kind, unit, factor, words]) => words.split(' ').map(word => [word, { kind, unit, factor }] as const)),
);

/** Currencies by the code that stands before a sum: "EUR 3.1 million". */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(
  'EUR USD GBP JPY CNY CHF KRW INR RUB AUD CAD SEK NOK DKK XBT'.split(' ').map(code => [code, code]),
);

/** Coins that several countries have had: sums in them are counts, since the word does not say which. */
export const COINS: ReadonlySet<string> = new Set('crown krone krona mark florin guilder franc shilling thaler ducat'.split(' '));

/** Unit words that mean something else unless they touch the digits. */
export const ATTACHED_ONLY: ReadonlySet<string> = new Set(['h', 'ms', 'us', 'mo', 'min']);

/** Currencies by sign. A bare dollar is the one of the United States. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₿', 'XBT'],
]);

/** Bounds that stand before a number. Longest first by the reader. */
export const BOUNDS_BEFORE: ReadonlyMap<string, BoundWord> = new Map([
  ['more than', 'more-than'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['greater than', 'more-than'],
  ['well over', 'more-than'],
  ['just over', 'more-than'],
  ['upwards of', 'more-than'],
  ['in excess of', 'more-than'],
  ['longer than', 'more-than'],
  ['higher than', 'more-than'],
  ['beyond', 'more-than'],
  ['north of', 'more-than'],
  ['more than the', 'more-than'],
  ['at least', 'at-least'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['minimum of', 'at-least'],
  ['up to', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['at most', 'at-most'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['a maximum of', 'at-most'],
  ['maximum of', 'at-most'],
  ['within', 'at-most'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['just under', 'less-than'],
  ['shorter than', 'less-than'],
  ['lower than', 'less-than'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['some', 'about'],
  ['roughly', 'about'],
  ['circa', 'about'],
  ['ca', 'about'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['or so', 'about'],
  ['perhaps', 'about'],
  ['at about', 'about'],
  ['in the region of', 'about'],
  ['somewhere around', 'about'],
]);

/** Verbs that make one word with "over": what follows is handed over, not a lower bound. */
export const VERBS_WITH_OVER: ReadonlySet<string> = new Set(
  `hand hands handed handing turn turns turned turning give gives gave given giving sign signs signed signing pass passes passed passing
  carry carries carried carrying bring brings brought bringing make makes made making take takes took taken taking win wins won winning
  hold holds held roll rolls rolled move moves moved moving switch switches switched come comes came go goes went gone`.split(/\s+/),
);

/** Bounds that stand behind a number. */
export const BOUNDS_AFTER: ReadonlyMap<string, BoundWord> = new Map([
  ['or more', 'at-least'],
  ['or above', 'at-least'],
  ['or higher', 'at-least'],
  ['or later', 'at-least'],
  ['or newer', 'at-least'],
  ['or up', 'at-least'],
  ['or over', 'at-least'],
  ['and up', 'at-least'],
  ['and upwards', 'at-least'],
  ['and over', 'at-least'],
  ['and higher', 'at-least'],
  ['and more', 'at-least'],
  ['upwards', 'at-least'],
  ['and later', 'at-least'],
  ['and above', 'at-least'],
  ['and newer', 'at-least'],
  ['at least', 'at-least'],
  ['at the least', 'at-least'],
  ['or less', 'at-most'],
  ['or fewer', 'at-most'],
  ['or below', 'at-most'],
  ['or lower', 'at-most'],
  ['or older', 'at-most'],
  ['or earlier', 'at-most'],
  ['and earlier', 'at-most'],
  ['and older', 'at-most'],
  ['and below', 'at-most'],
  ['and less', 'at-most'],
  ['and lower', 'at-most'],
  ['at most', 'at-most'],
  ['at the most', 'at-most'],
  ['or so', 'about'],
  ['odd', 'about'],
]);

/** Names after which a number is a label and counts nothing. */
export const LABELS: ReadonlySet<string> = new Set(
  'figure fig table chapter section sec part appendix annex article art page pages p pp no nr number step listing line lines volume vol episode issue item exhibit note footnote room route channel channels grade level tier stage phase port ports rfc iso iec nist pep form act rule paragraph para point ticket thread case bug cve kb event eventid id error code option task example question week day lesson module unit layer ring zone protocol type category class round top'.split(
    ' ',
  ),
);

/** Words before a dotted number that make it a version. */
export const VERSION_WORDS: ReadonlySet<string> = new Set(
  'version versions v ver release releases firmware build builds rev revision update patch kernel'.split(' '),
);

/** Products whose number is a version though nouns may follow it. */
export const VERSIONED: ReadonlySet<string> = new Set(
  'microsoft dynamics windows server office exchange sharepoint python java php node ios ipados android macos chrome firefox safari edge ubuntu debian fedora rhel centos kernel linux openssl openssh tls ssl usb bluetooth wi-fi http smb snmp ipv cvss studio visual sql core net framework word excel'.split(
    ' ',
  ),
);
