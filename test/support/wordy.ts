// Owns: long texts of one shape, by their number of words: what a careless reader takes the square of their length for.
// Must not know: who reads them.

/** Ordinary words, most of them content words. */
const WORDS = `the of and to a in that it is was for on are as with his they at be this from have or by one had not but what all
were when we there can an your which their said if do will each about how up out them then she many some so these would other into
has more her two like him see time could no make than first been its who now people my made over did down only way find use may
water long little very after words called just where most know get through back much before go good new write our used me man too
any day same right look think also around another came come work three word must because does part even place well such here take
why things help put years different away again off went old number great tell men say small every found still between name should
home big give air line set own under read last never us left end along while might next sound below saw something thought both few
those always looked show large often together asked house world going want school important until form food keep children feet land
side without boy once animals life enough took sometimes four head above kind began almost live page got earth need far hand high
year mother light parts country father let night following picture being study second eyes soon times story boys since white days
ever paper hard near sentence better best across during today others however sure means knew try told young miles sun ways thing
whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually
server attack ministry router bank police report minister company hackers malware breach victims network data emails staff
office harbour agency officials documents payment euros systems access passwords account phishing ransomware spokesman group`.split(/\s+/);

/** Numbers below a bound, the same at every run. */
function draws(): (bound: number) => number {
  let state = 12_345;
  return bound => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % bound;
  };
}

/** `count` pieces by their number, joined. */
function pieces(count: number, piece: (at: number, draw: (bound: number) => number) => string, between = ' '): string {
  const draw = draws();
  return Array.from({ length: Math.max(1, Math.ceil(count)) }, (_, at) => piece(at, draw)).join(between);
}

const word = (draw: (bound: number) => number): string => WORDS[draw(WORDS.length)] as string;
const capital = (draw: (bound: number) => number): string => word(draw).replace(/^./, first => first.toUpperCase());
const some = (draw: (bound: number) => number, count: number): string => Array.from({ length: count }, () => word(draw)).join(' ');
const hex = (draw: (bound: number) => number, length: number): string =>
  Array.from({ length }, () => '0123456789abcdef'[draw(16)]).join('');

const MONTHS = ['January', 'May', 'June', 'August', 'October', 'December'];
const NAMES = ['Ada Berg', 'Ola Lund', 'Jonas Feld', 'Mia Orr', 'Ivan Petrov', 'Lumenet', 'Kestria', 'Sandvik'];
const HEDGES = ['may', 'perhaps', 'possibly', 'probably', 'reportedly', 'allegedly', 'likely', 'apparently', 'could', 'might'];
const UNITS = ['km', 'euros', 'per cent', 'MB', 'million dollars', 'hours', 'kg', 'routers', 'people'];

/** Texts of about a given number of words, by the name of their shape. */
export const WORDY: Readonly<Record<string, (words: number) => string>> = {
  'one word': n => pieces(n, () => 'word'),
  'words without a stop': n => pieces(n, (_, draw) => word(draw)),
  'denials in a row': n => pieces(n / 3, (_, draw) => `no ${word(draw)} and`),
  'denied verbs in a row': n => pieces(n / 6, (_, draw) => `it did not take ${word(draw)} and`),
  'bare numbers': n => pieces(n, (_, draw) => `${draw(9000)}`),
  'numbers with units': n => pieces(n / 2, (_, draw) => `${draw(9000)} ${UNITS[draw(UNITS.length)]}`),
  'numbers in words': n => pieces(n / 2, (_, draw) => `more than ${['two', 'three hundred', 'twelve', 'a dozen'][draw(4)]}`),
  'dates in a row': n => pieces(n / 3, (_, draw) => `${1 + draw(28)} ${MONTHS[draw(6)]} ${1990 + draw(35)}`),
  'days in a row': n => pieces(n / 2, (_, draw) => `on ${['Monday', 'Tuesday', 'Friday', 'yesterday'][draw(4)]}`),
  'times in a row': n => pieces(n / 3, (_, draw) => `at ${draw(24)}:${10 + draw(49)} and`),
  'all capitals': n => pieces(n, (_, draw) => word(draw).toUpperCase()),
  'capitals and stops': n => pieces(n / 8, (_, draw) => `${some(draw, 8).toUpperCase()}.`),
  'every word a name': n => pieces(n, (_, draw) => capital(draw)),
  'names and names': n => pieces(n / 3, (_, draw) => `${NAMES[draw(NAMES.length)]} and`),
  'names of families': n => pieces(n / 3, (_, draw) => `${capital(draw)}berg ${capital(draw)}sen and`),
  'quotes never closed': n => pieces(n / 6, (_, draw) => `“${some(draw, 5)}, she said.`),
  'straight quotes': n => pieces(n / 6, (_, draw) => `"${some(draw, 5)}" he`),
  'quotes in quotes': n => pieces(n / 4, (_, draw) => `“${word(draw)} ‘${word(draw)} “${word(draw)}’ ${word(draw)}”`),
  'spoken paragraphs': n => pieces(n / 12, (_, draw) => `“We ${some(draw, 6)},” ${NAMES[draw(NAMES.length)]} said.`, '\n\n'),
  brackets: n => pieces(n / 3, (_, draw) => `(${word(draw)} [${word(draw)}] ${word(draw)}`),
  'closed brackets': n => pieces(n / 3, (_, draw) => `${word(draw)} (${some(draw, 2)})`),
  'a long list': n => pieces(n / 4, (_, draw) => `- ${some(draw, 4)}`, '\n'),
  'a long list of claims': n => pieces(n / 8, (at, draw) => `- The ${word(draw)} took ${at} ${word(draw)} in ${capital(draw)}.`, '\n'),
  'a long table': n =>
    `| a | b | c |\n|---|---|---|\n${pieces(n / 3, (_, draw) => `| ${word(draw)} | ${draw(99)} | ${word(draw)} |`, '\n')}`,
  'a wide table': n =>
    `|${' a |'.repeat(200)}\n|${'---|'.repeat(200)}\n${pieces(n / 200, (_, draw) => `|${` ${word(draw)} |`.repeat(200)}`, '\n')}`,
  commas: n => pieces(n, (_, draw) => `${word(draw)},`),
  'names and commas': n => pieces(n, (_, draw) => `${capital(draw)},`),
  semicolons: n => pieces(n / 3, (_, draw) => `${some(draw, 3)};`),
  colons: n => pieces(n / 3, (_, draw) => `${some(draw, 3)}:`),
  dashes: n => pieces(n / 3, (_, draw) => `${some(draw, 3)} –`),
  hyphens: n => pieces(n, (_, draw) => word(draw), '-'),
  slashes: n => pieces(n, (_, draw) => word(draw), '/'),
  'because because': n => pieces(n / 4, (_, draw) => `because the ${word(draw)} ${word(draw)}`),
  'that that': n => pieces(n / 4, (_, draw) => `which the ${word(draw)} took that`),
  'said said': n => pieces(n / 4, (_, draw) => `${NAMES[draw(NAMES.length)]} said that the ${word(draw)}`),
  'according to': n => pieces(n / 4, (_, draw) => `according to the ${word(draw)} ${NAMES[draw(NAMES.length)]}`),
  hedges: n => pieces(n, (_, draw) => HEDGES[draw(HEDGES.length)] as string),
  'hedged clauses': n => pieces(n / 5, (_, draw) => `it ${HEDGES[draw(HEDGES.length)]} took the ${word(draw)}`),
  comparisons: n => pieces(n / 5, (_, draw) => `more ${word(draw)} than ${word(draw)} ${['rose', 'fell', 'grew'][draw(3)]}`),
  'causes and states': n =>
    pieces(n / 6, (_, draw) => `the ${word(draw)} was ${['open', 'closed', 'safe', 'false', 'true'][draw(5)]} and led to`),
  'shares and ranks': n => pieces(n / 6, (_, draw) => `${draw(99)}% of the ${word(draw)} first most of all`),
  acronyms: n => pieces(n / 3, (_, draw) => `${capital(draw)} ${capital(draw)} (${hex(draw, 3).toUpperCase().replace(/\d/g, 'X')})`),
  'bare acronyms': n => pieces(n, (_, draw) => word(draw).slice(0, 4).toUpperCase()),
  'one citation of many': n => `The bank took 12 men [${pieces(n, (at, _) => `@k${at}`, '; ')}].`,
  'many citations': n => pieces(n / 6, (at, draw) => `The ${some(draw, 4)} [@k${at}].`),
  'citations of one': n => pieces(n / 6, (_, draw) => `The ${some(draw, 4)} [@n].`),
  'many footnotes': n =>
    `${pieces(n / 6, (at, draw) => `${some(draw, 3)}.[^f${at}]`)}\n\n${pieces(n / 6, (at, draw) => `[^f${at}]: ${some(draw, 2)}`, '\n')}`,
  'many links': n => pieces(n / 3, (at, draw) => `[${some(draw, 2)}](https://example.org/${at})`),
  'many references': n =>
    `${pieces(n / 4, (at, draw) => `[${some(draw, 2)}][r${at}]`)}\n\n${pieces(n / 4, at => `[r${at}]: https://example.org/${at}`, '\n')}`,
  addresses: n => pieces(n, (at, draw) => `https://${word(draw)}.example.org/${at}`),
  indicators: n => pieces(n, (_, draw) => `${word(draw)}[.]${word(draw)}[.]com`),
  'IP addresses': n => pieces(n, (_, draw) => `${draw(250)}.${draw(250)}.${draw(250)}.${draw(250)}`),
  hashes: n => pieces(n, (_, draw) => hex(draw, 64)),
  'CVE ids': n => pieces(n, (_, draw) => `CVE-20${10 + draw(15)}-${1000 + draw(9000)}`),
  techniques: n => pieces(n, (_, draw) => `T1${100 + draw(500)}`),
  'CVSS vectors': n => pieces(n / 2, () => 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H 9.8'),
  headings: n => pieces(n / 4, (_, draw) => `# ${some(draw, 3)}`, '\n\n'),
  'headings that name sources': n => pieces(n / 8, (at, draw) => `## ${some(draw, 3)} {#k${at}}\n\nThe ${some(draw, 5)}.`, '\n\n'),
  emphasis: n => pieces(n / 3, (_, draw) => `**${word(draw)} *${word(draw)}* ${word(draw)}**`),
  'open emphasis': n => pieces(n / 2, (_, draw) => `**${word(draw)} *${word(draw)}`),
  code: n => pieces(n / 2, (_, draw) => `\`${word(draw)}\` ${word(draw)}`),
  'equal sentences': n => pieces(n / 6, () => 'The bank took 12 men home.'),
  'equal paragraphs': n => pieces(n / 6, () => 'The bank took 12 men home.', '\n\n'),
  'sentences with one number': n => pieces(n / 6, (_, draw) => `The ${word(draw)} gave 12 ${word(draw)} home.`),
  'sentences with many numbers': n => pieces(n / 6, (at, draw) => `The ${word(draw)} gave ${at} ${word(draw)} home.`),
  'paragraphs with many numbers': n => pieces(n / 6, (at, draw) => `The ${word(draw)} gave ${at} ${word(draw)} home.`, '\n\n'),
  'sentences with dates': n =>
    pieces(n / 9, (_, draw) => `The ${word(draw)} left on ${1 + draw(28)} ${MONTHS[draw(6)]} ${1990 + draw(35)}.`),
  'sentences with names': n =>
    pieces(n / 7, (_, draw) => `${NAMES[draw(NAMES.length)]} met ${capital(draw)} ${capital(draw)} in ${capital(draw)}.`),
  'sentences that deny': n => pieces(n / 7, (_, draw) => `The ${word(draw)} did not take the ${word(draw)}.`),
  'sentences of speakers': n => pieces(n / 9, (_, draw) => `“The ${some(draw, 4)},” ${NAMES[draw(NAMES.length)]} said.`),
  'one-word sentences': n => pieces(n, (_, draw) => `${capital(draw)}.`),
  questions: n => pieces(n / 4, (_, draw) => `Why ${some(draw, 3)}?`),
  'short lines': n => pieces(n / 2, (_, draw) => some(draw, 2), '\n'),
  'one line per paragraph': n => pieces(n / 2, (_, draw) => capital(draw), '\n\n'),
  'block quotes': n => pieces(n / 6, (_, draw) => `> ${some(draw, 6)}`, '\n'),
  'a transcript': n => pieces(n / 8, (at, draw) => `${['ADA', 'OLA'][at % 2]}: ${some(draw, 7)}.`, '\n\n'),
  Cyrillic: n => pieces(n, (_, draw) => ['банк', 'Министр', 'сказал', 'что', 'сервер', 'взломан', 'не', 'был'][draw(8)] as string),
  Chinese: n => pieces(n / 5, (_, draw) => ['没有后门', '我们', '路由器', '银行说', '二十一'][draw(5)] as string, ''),
  Arabic: n => pieces(n, (_, draw) => ['هل', 'هذا', 'آمن', 'لا', 'البنك'][draw(5)] as string),
  German: n => pieces(n, (_, draw) => ['die', 'Bank', 'hat', 'nicht', 'zwölf', 'Männer', 'Behörde', 'und', 'am'][draw(9)] as string),
  'OCR debris': n => pieces(n, (_, draw) => pieces(1 + draw(6), () => 'abcXYZ019.,;:|~^°§-_/\\\'"«»()[]{}!'[draw(38)] ?? 'i', '')),
  'OCR words': n => pieces(n, (_, draw) => `${word(draw).slice(0, 3)}${['', '-\n', '.', ' l', '0', ','][draw(6)]}${word(draw)}`),
};

const NOTE = `## Pool report {#n}
- published: 2025-11-01

The bank said 12 men took it on 3 May 2024. “We did not take the routers home,” Ada Berg said.
Lumenet gave 12 routers to the office because the ministry paid 90,000 euros.
`;
const DRAFT = `The bank took 12 men home. Ada Berg did not take the routers on 3 May 2024 [@n].
“We have finished looking at it,” Ola Lund said. More than 20% of the staff could be in the office, according to the ministry.
`;

/** What the long text is: the draft beside a small note, the note beside a small draft, or both. */
export const SETUPS = ['draft', 'note', 'both'] as const;
export type Setup = (typeof SETUPS)[number];

/** A Story in which a text of one shape is the draft, a note, or both. */
export function filesOf(shape: string, setup: Setup, words: number): Record<'draft.md' | 'notes/n.md', string> {
  const text = WORDY[shape]?.(words) ?? '';
  return {
    'draft.md': setup === 'note' ? DRAFT : text,
    'notes/n.md': setup === 'draft' ? NOTE : `## Long {#n}\n- published: 2025-11-01\n\n${text}`,
  };
}
