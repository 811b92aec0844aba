// Owns: the meaning of a Source's metadata: known keys, their aliases, how values are read, what is wrong with them.
// Must not know: where metadata stands (list, front matter, bibliography, mail header), files, passages.

import type { TlpLevel } from '../extract/facts.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import type { SourceMetadata } from './types.ts';

/** What a known key means. `default` ones may stand in a file's front matter for every Source of the file. */
type Meaning =
  | 'url'
  | 'authors'
  | 'published'
  | 'retrieved'
  | 'grade'
  | 'origin'
  | 'tlp'
  | 'confidential'
  | 'terms'
  | 'embargo'
  | 'title'
  | 'id'
  | 'language'
  | 'tool';

/** Metadata being put together; `language`, `title` and `id` are the Source's own fields. */
export interface ReadMetadata {
  readonly metadata: SourceMetadata;
  readonly title?: string;
  readonly id?: string;
  readonly language?: string;
}

/** One value with where it stood; `where` comes back with the problem. */
export interface MetadataEntry<W> {
  readonly key: string;
  readonly value: unknown;
  readonly where: W;
}

export interface MetadataProblem<W> {
  readonly where: W;
  readonly message: Phrase;
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['url', 'url'],
  ['link', 'url'],
  ['uri', 'url'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['by', 'authors'],
  ['published', 'published'],
  ['date', 'published'],
  ['issued', 'published'],
  ['retrieved', 'retrieved'],
  ['accessed', 'retrieved'],
  ['urldate', 'retrieved'],
  ['grade', 'grade'],
  ['reliability', 'grade'],
  ['origin', 'origin'],
  ['tlp', 'tlp'],
  ['confidential', 'confidential'],
  ['terms', 'terms'],
  ['embargo', 'embargo'],
  ['title', 'title'],
  ['id', 'id'],
  ['citekey', 'id'],
  ['cite-key', 'id'],
  ['citation-key', 'id'],
  ['citationkey', 'id'],
  ['language', 'language'],
  ['lang', 'language'],
  ['backdraft', 'tool'],
  ['backdraft-disable', 'tool'],
  ['tags', 'tool'],
  ['aliases', 'tool'],
  ['cssclasses', 'tool'],
]);

/** Keys of front matter that count for every Source of a file with several. */
const DEFAULTS: ReadonlySet<Meaning> = new Set<Meaning>([
  'published',
  'retrieved',
  'grade',
  'origin',
  'tlp',
  'confidential',
  'terms',
  'embargo',
  'language',
]);

const TLP: ReadonlyMap<string, TlpLevel> = new Map([
  ['CLEAR', 'CLEAR'],
  ['WHITE', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'AMBER+STRICT'],
  ['AMBER-STRICT', 'AMBER+STRICT'],
  ['AMBER STRICT', 'AMBER+STRICT'],
  ['RED', 'RED'],
]);

const TERMS: ReadonlyMap<string, NonNullable<SourceMetadata['terms']>> = new Map([
  ['on-record', 'on-record'],
  ['on-the-record', 'on-record'],
  ['background', 'background'],
  ['on-background', 'background'],
  ['not-for-attribution', 'background'],
  ['deep-background', 'deep-background'],
  ['on-deep-background', 'deep-background'],
  ['off-record', 'off-record'],
  ['off-the-record', 'off-record'],
]);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a key has a meaning of its own; all others are read as evidence too. */
export function isKnownKey(key: string): boolean {
  return MEANINGS.has(key.toLowerCase());
}

/** Whether a key holds the key of a Source. */
export function namesSource(key: string): boolean {
  return MEANINGS.get(key.toLowerCase()) === 'id';
}

/** Whether a key of front matter says that the file itself is one Source, and not only the defaults of several. */
export function describesOneSource(key: string): boolean {
  const meaning = MEANINGS.get(key.toLowerCase());
  return meaning === 'url' || meaning === 'id';
}

/** The entries of a file's front matter that count for every Source of it. */
export function defaultsOf<W>(entries: readonly MetadataEntry<W>[]): readonly MetadataEntry<W>[] {
  return entries.filter(entry => {
    const meaning = MEANINGS.get(entry.key.toLowerCase());
    return meaning !== undefined && DEFAULTS.has(meaning);
  });
}

/** Reads entries in order, later ones over earlier ones; protected names add up. Wrong values are problems and left out. */
export function readMetadata<W>(entries: readonly MetadataEntry<W>[]): ReadMetadata & { readonly problems: readonly MetadataProblem<W>[] } {
  const problems: MetadataProblem<W>[] = [];
  const metadata: { -readonly [K in keyof SourceMetadata]: SourceMetadata[K] } = { confidential: [] };
  const own: { title?: string; id?: string; language?: string } = {};
  for (const { key, value, where } of entries) {
    const meaning = MEANINGS.get(key.toLowerCase());
    if (meaning === undefined || meaning === 'tool') continue;
    const wrong = (message: Phrase): void => {
      problems.push({ where, message });
    };
    if (meaning === 'confidential') {
      const names = namesOf(value);
      if (!names) wrong(phrase`"confidential" takes a name or a list of names.`);
      else metadata.confidential = [...new Set([...metadata.confidential, ...names])];
      continue;
    }
    if (meaning === 'authors') {
      const authors = textsOf(value);
      if (authors) metadata.authors = authors;
      continue;
    }
    const text = textOf(value);
    if (text === undefined) {
      if (value !== null && value !== undefined) wrong(phrase`"${key}" takes a single value.`);
      continue;
    }
    if (text === '') continue;
    if (meaning === 'url') metadata.url = text.replace(/^<(.*)>$/, '$1');
    else if (meaning === 'origin') metadata.reliesOn = text.replace(/^(?:\[\[|\[?@)/, '').replace(/\]{1,2}$/, '');
    else if (meaning === 'title') own.title = text;
    else if (meaning === 'id') own.id = text;
    else if (meaning === 'language') own.language = text.slice(0, 2).toLowerCase();
    else if (meaning === 'published' || meaning === 'retrieved' || meaning === 'embargo') {
      const iso = isoDate(text);
      if (iso === undefined) wrong(phrase`"${text}" is not a date that can be read. Write it as 2025-11-02.`);
      else metadata[meaning] = iso;
    } else if (meaning === 'grade') {
      const grade = gradeOf(text);
      if (grade === undefined) wrong(phrase`"${text}" is not an Admiralty grade. Write a letter A to F and a figure 1 to 6, as in B2.`);
      else metadata.grade = grade;
    } else if (meaning === 'tlp') {
      const level = tlpOf(text);
      if (level === undefined) wrong(phrase`"${text}" is not a TLP mark. Use CLEAR, GREEN, AMBER, AMBER+STRICT or RED.`);
      else metadata.tlp = level;
    } else {
      const terms = TERMS.get(text.toLowerCase().replace(/[\s_]+/g, '-'));
      if (terms === undefined) wrong(phrase`"${text}" is not known. Terms are on-record, background, deep-background or off-record.`);
      else metadata.terms = terms;
    }
  }
  return { metadata, ...own, problems };
}

/** TLP level of a mark as written, with or without `TLP:`; WHITE is CLEAR. */
export function tlpOf(text: string): TlpLevel | undefined {
  return TLP.get(
    text
      .trim()
      .toUpperCase()
      .replace(/^TLP\s*:\s*/, ''),
  );
}

/** An Admiralty pair in its usual form: `B2` for `b-2`, `B / 2`. */
export function gradeOf(text: string): string | undefined {
  const match = /^([A-Fa-f])\s?[-/]?\s?([1-6])$/.exec(text.trim());
  return match ? `${(match[1] as string).toUpperCase()}${match[2]}` : undefined;
}

/** ISO 8601 of a date as people write it in metadata, as exact as written; undefined where it is none or ambiguous. */
export function isoDate(text: string): string | undefined {
  const value = text.trim();
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(
    value,
  );
  if (iso) {
    const [, year, month, day, time, zone] = iso;
    const date = dateOf(year, month, day);
    return date === undefined || time === undefined ? date : `${date}T${time}${zone ?? ''}`;
  }
  const dayFirst = /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})\b/i.exec(value);
  if (dayFirst) return dateOf(dayFirst[3], monthOf(dayFirst[2] as string), dayFirst[1]);
  const monthFirst = /^(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\b/i.exec(value);
  if (monthFirst) return dateOf(monthFirst[3], monthOf(monthFirst[1] as string), monthFirst[2]);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  if (german) return dateOf(german[3], german[2], german[1]);
  return undefined;
}

function monthOf(word: string): string {
  return String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return start;
  const dayNumber = Number(day);
  if (dayNumber < 1 || dayNumber > new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate()) return undefined;
  return `${start}-${day.padStart(2, '0')}`;
}

/** Names of `confidential`: a list, or a string with `;` or `,` between them. An address with figures stays whole. */
function namesOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) {
    const names = value.map(textOf);
    return names.every(name => name !== undefined) ? names.filter(name => name !== '') : undefined;
  }
  const text = textOf(value);
  if (text === undefined) return value === null || value === undefined ? [] : undefined;
  const names: string[] = [];
  for (const part of splitOutside(text, ';')) {
    if (/\d/.test(part)) {
      names.push(part);
      continue;
    }
    for (const name of splitOutside(part, ',')) {
      const last = names.at(-1);
      if (last !== undefined && /^(?:inc|ltd|llc|plc|gmbh|ag|s\.?a|co|corp|jr|sr|md|phd)\.?$/i.test(name))
        names[names.length - 1] = `${last}, ${name}`;
      else names.push(name);
    }
  }
  return names;
}

/** Pieces of `text` between `separator`s that stand outside of parentheses, trimmed, empty ones left out. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    if (at < text.length && (character !== separator || depth > 0)) continue;
    const part = text.slice(from, at).trim();
    if (part !== '') parts.push(part);
    from = at + 1;
  }
  return parts;
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(textOf).filter(text => text !== undefined && text !== '') as string[];
  const text = textOf(value);
  return text === undefined ? undefined : text.split(/ ?; ?| and /).filter(part => part !== '');
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return undefined;
}
