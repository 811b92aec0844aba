// Owns: what a pasted address, link, reference or bibliography entry says of a Source.
// Must not know: clipboards, files, what is made of it. Nothing is ever fetched.
import { MONTH_PATTERN } from '../lexicon/calendar.ts';
import { readBibliography } from './bibliography.ts';
import { keyFrom } from './keys.ts';
import { isoDate } from './metadata.ts';

export interface PastedSource {
  readonly title: string;
  /** Made of what is known; not checked for being free. */
  readonly key: string;
  readonly url?: string;
  readonly authors: readonly string[];
  /** ISO date, as exact as it was given. */
  readonly published?: string;
  /** What the entry says of its content: its abstract, its note. */
  readonly text: readonly string[];
}

/** Longer texts are no reference. */
const LONGEST = 200_000;
const URL_IN_TEXT = /\bhttps?:\/\/[^\s<>"'`\\^{|}]{3,2000}/i;
const MARKDOWN_LINK = /\[([^\]\n]{1,400})\]\(\s{0,4}<?(https?:\/\/[^\s)>]{3,2000})>?(?:\s{1,4}["'(][^\n]{0,300})?\)/i;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]{1,300}/;
/** Words of an address that say nothing of its page. */
const GENERIC = /^(?:index|default|home|article|articles|story|news|amp|post|posts|en|us|uk|www|html?|php|aspx?)$/i;
const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** Sources that a pasted text describes: CSL-JSON, BibTeX, a Markdown link, a DOI, an address with or without words beside it. Total. */
export function readPasted(pasted: string): readonly PastedSource[] {
  const text = pasted.replace(/^\ufeff/, '').trim();
  if (text === '' || text.length > LONGEST) return [];
  const entries = bibliographyEntries(text);
  if (entries.length > 0) return entries;
  const link = MARKDOWN_LINK.exec(text);
  if (link?.[1] && link[2]) return [fromAddress(trimmedUrl(link[2]), link[1].trim(), text.replace(link[0], ' '))];
  const doi = DOI.exec(text);
  const address = URL_IN_TEXT.exec(text);
  if (doi && (!address || address[0].includes(doi[0]))) return [fromDoi(text, trimmedDoi(doi[0]))];
  if (!address) return [];
  const url = trimmedUrl(address[0]);
  return [fromAddress(url, titleBeside(text, address[0]), text.replace(address[0], ' '))];
}

/** Entries of BibTeX or CSL-JSON; none where the text is neither. */
function bibliographyEntries(text: string): readonly PastedSource[] {
  const path = /^[[{]/.test(text) ? 'pasted.json' : /^\s{0,8}@\w{1,40}\s{0,4}[{(]/m.test(text) ? 'pasted.bib' : undefined;
  if (!path) return [];
  // One entry of CSL-JSON may stand alone.
  const whole = path === 'pasted.json' && text.startsWith('{') ? `[${text}]` : text;
  return readBibliography({ uri: 'pasted:', path, text: whole }).sources.map(source => ({
    title: source.title.replace(/\s+/g, ' ').trim(),
    key: keyFrom(source.key),
    ...(source.metadata.url ? { url: source.metadata.url } : {}),
    authors: source.metadata.authors ?? [],
    ...(source.metadata.published ? { published: source.metadata.published } : {}),
    text: source.passages.map(passage => passage.text),
  }));
}

function fromAddress(url: string, title: string, beside: string): PastedSource {
  const published = dateInUrl(url) ?? dateInText(beside);
  const shown = title === '' ? titleOfUrl(url) : title;
  return { title: shown, key: keyOf(shown), url, authors: [], ...(published ? { published } : {}), text: [] };
}

/** "Marlin, E. (2023). Gifts of State. https://doi.org/10.5555/gifts", "doi:10.5555/gifts", "10.5555/gifts". */
function fromDoi(text: string, doi: string): PastedSource {
  const rest = text
    .replace(/\bhttps?:\/\/(?:dx\.)?doi\.org\/\S{1,320}/gi, ' ')
    .replace(/\bdoi:?\s{0,2}10\.\S{1,320}/gi, ' ')
    .replace(doi, ' ');
  const year = /\(((?:19|20)\d\d)[a-z]?[^)\n]{0,20}\)/.exec(rest);
  const published = dateInText(rest) ?? year?.[1];
  const quoted = /[“"]([^“”"\n]{8,300})[”"]/.exec(rest)?.[1];
  const afterYear = year ? rest.slice(year.index + year[0].length).replace(/^[\s.:,]+/, '') : undefined;
  const title = (quoted ?? afterYear?.split(/(?<=[\p{Ll}\d)])[.?!](?=\s|$)/u)[0] ?? firstLine(rest))
    .replace(/\s+/g, ' ')
    .replace(/[.,;\s]+$/, '')
    .trim();
  const authors = year ? authorsBefore(rest.slice(0, year.index)) : [];
  return {
    title: title === '' ? `doi ${doi}` : title,
    key: keyOf(title === '' ? doi : title),
    url: `https://doi.org/${doi}`,
    authors,
    ...(published ? { published } : {}),
    text: [],
  };
}

/** "Marlin, E., & Oyo, P." as "E. Marlin", "P. Oyo". Words that are not in this form are one author. */
function authorsBefore(text: string): readonly string[] {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[.,;\s]+$/, match => (match.includes('.') ? '.' : ''))
    .trim();
  if (line === '' || line.length > 400) return [];
  const pairs = [...line.matchAll(/(\p{Lu}[\p{L}'’ -]{1,40}), ((?:\p{Lu}\.[ -]?){1,4})/gu)];
  return pairs.length > 0 ? pairs.map(([, last = '', initials = '']) => `${initials.trim()} ${last.trim()}`) : [line.replace(/\.$/, '')];
}

/** The first line of words beside an address. */
function titleBeside(text: string, address: string): string {
  return firstLine(text.replace(address, '\n'));
}

function firstLine(text: string): string {
  const lines = text.split('\n').map(line =>
    line
      .replace(/^[\s>*#–—|:-]+/, '')
      .replace(/[\s–—|:<(-]+$/, '')
      .replace(/\s+/g, ' '),
  );
  const line = lines.find(one => /\p{L}{2}/u.test(one) && !isDateAlone(one)) ?? '';
  return line.length > 200 ? `${line.slice(0, 200).trimEnd()} …` : line;
}

function isDateAlone(line: string): boolean {
  return isoDate(line.trim()) !== undefined;
}

/** Without the full stop or bracket that closes the sentence around it. */
function trimmedUrl(url: string): string {
  let end = url.length;
  while (end > 0 && '.,;:!?)]'.includes(url.charAt(end - 1))) {
    if (url.charAt(end - 1) === ')' && url.slice(0, end).includes('(')) break;
    end--;
  }
  return url.slice(0, end);
}

function trimmedDoi(doi: string): string {
  return doi.replace(/[.,;:)\]]+$/, '');
}

/** `/2025/11/02/`, `/2025-11-02-`, `/20251102/`; the month alone where no day follows. */
function dateInUrl(url: string): string | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const full = /(?<!\d)((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
  if (full) return isoDate(`${full[1]}-${full[3]}-${full[4]}`);
  const month = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=[/-])/.exec(path);
  return month ? `${month[1]}-${month[2]}` : undefined;
}

const WRITTEN = new RegExp(
  `(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? (?:${MONTH_PATTERN})\\.? \\d{4}|(?:${MONTH_PATTERN})\\.? \\d{1,2}, \\d{4})(?!\\d)`,
  'i',
);

function dateInText(text: string): string | undefined {
  const found = WRITTEN.exec(text)?.[0];
  return found === undefined ? undefined : isoDate(found);
}

/** The words of an address's last telling part, else its host. */
function titleOfUrl(url: string): string {
  const [, host = '', path = ''] = /^[a-z]+:\/\/(?:www\.)?([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const parts = decoded(path)
    .split('/')
    .map(part => part.replace(/\.(?:html?|php|aspx?|pdf)$/i, ''))
    .filter(part => /\p{L}{3}/u.test(part) && !GENERIC.test(part));
  const words = (parts.at(-1) ?? '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .split(/[-_+ ]+/)
    .filter(word => word !== '' && !/^[0-9a-f]{6,}$/i.test(word));
  if (words.length < 2) return host;
  const said = words.join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} (${host})`;
}

/** A short key of the words that say most: "Ministry briefing on the phone gift" becomes `ministry-briefing-phone`. */
function keyOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s\([^()]{1,200}\)$/, '')
    .split(/[^\p{L}\p{N}.]+/u)
    .map(word => word.replace(/^\.+|\.+$/g, ''))
    .filter(word => word !== '' && !SMALL.has(word));
  return keyFrom(words.slice(0, 4).join('-').slice(0, 48));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
