// Owns: BibTeX, BibLaTeX and CSL-JSON as Sources, each entry with its place.
// Must not know: notes, the index, citation styles.
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { readBibtex } from './bibtex.ts';
import { type FilePlace, makeSource, type SourceProblem, type SourcesRead } from './make-source.ts';
import { type MetadataEntry, readMetadata } from './metadata.ts';
import { type PassageDraft, passagesOfText } from './passages.ts';
import type { Source } from './types.ts';

interface Field {
  readonly name: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** An entry of any format. Names of fields are those of BibLaTeX, in lower case. */
interface Entry {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly fields: readonly Field[];
}

/** Fields whose text is evidence. */
const EVIDENCE = ['abstract', 'note', 'annotation', 'annote', 'addendum'];
/** Fields that mean the same as the keys of metadata in notes. */
const SHARED = ['grade', 'reliability', 'origin', 'tlp'];

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en',
  british: 'en',
  usenglish: 'en',
  ukenglish: 'en',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  dutch: 'nl',
  portuguese: 'pt',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  korean: 'ko',
  japanese: 'ja',
  chinese: 'zh',
};

/** Reads a bibliography by the ending of its path. Broken entries are problems at their place, the others still load. Never throws. */
export function readBibliography(file: FilePlace & { readonly text: string }): SourcesRead {
  const problems: SourceProblem[] = [];
  const entries = /\.json$/i.test(file.path) ? readCslJson(file.text, problems) : readBibtex(file.text, problems);
  return { sources: entries.map(entry => sourceOf(file, entry, problems)), problems };
}

function sourceOf(file: FilePlace, entry: Entry, problems: SourceProblem[]): Source {
  const fields = new Map<string, Field>();
  for (const field of entry.fields) if (!fields.has(field.name)) fields.set(field.name, field);
  const value = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = fields.get(name)?.value;
      if (found !== undefined && found !== '') return found;
    }
    return undefined;
  };
  const metadata: MetadataEntry<Span>[] = [];
  const add = (key: string, text: unknown): void => {
    if (text !== undefined) metadata.push({ key, value: text, where: entry.keySpan });
  };
  const url =
    value('url') ??
    /\\url\{([^{}]*)\}|\b(https?:\/\/[^\s}]+)/
      .exec(value('howpublished') ?? '')
      ?.slice(1)
      .find(Boolean);
  const doi = value('doi');
  add('url', url ?? (doi === undefined ? undefined : doi.startsWith('http') ? doi : `https://doi.org/${doi}`));
  add('authors', people(value('author', 'editor', 'institution', 'organization', 'publisher')));
  add('published', dateOf(value('date', 'issued'), value('year'), value('month'), value('day')));
  add('retrieved', value('urldate', 'accessed'));
  const language = value('langid', 'language');
  add(
    'language',
    language === undefined ? undefined : (LANGUAGES[language.toLowerCase()] ?? (/^[a-z]{2}(?:-|$)/i.test(language) ? language : undefined)),
  );
  for (const name of SHARED) add(name, value(name));
  const read = readMetadata(metadata);
  problems.push(...read.problems.map(({ where, message }) => ({ span: where, message })));
  const drafts: PassageDraft[] = [];
  for (const name of EVIDENCE) {
    const field = fields.get(name);
    if (!field || field.value === '') continue;
    const draftsOfField = passagesOfText(field.value);
    for (const draft of draftsOfField) drafts.push(placedIn(field.valueSpan, draft));
  }
  return makeSource(file, {
    key: entry.key,
    origin: 'bibliography',
    span: entry.span,
    keySpan: entry.keySpan,
    title: value('title', 'booktitle', 'maintitle') ?? entry.key,
    read,
    items: entry.fields.map(field => ({ key: field.name, value: field.value, keySpan: field.keySpan, valueSpan: field.valueSpan })),
    drafts,
    ...(drafts.length === 0 ? { noText: 'bibliography-entry' as const } : {}),
  });
}

/** Escapes make values shorter than their text, so a passage stands at its whole field. */
function placedIn(span: Span, draft: PassageDraft): PassageDraft {
  return { ...draft, span, ...(draft.quote ? { quote: { ...draft.quote, content: span } } : {}) };
}

function people(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  return text
    .replace(/\s+/g, ' ')
    .split(' and ')
    .map(name => {
      const comma = name.indexOf(',');
      return comma < 0 ? name.trim() : `${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`.trim();
    })
    .filter(name => name !== '' && name !== 'others');
}

function dateOf(
  date: string | undefined,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (date !== undefined) return date.split('/', 1)[0]?.replace(/[~?%]$/, '');
  if (year === undefined || !/^\d{4}$/.test(year.trim())) return undefined;
  if (month === undefined) return year.trim();
  const number = /^\d{1,2}$/.test(month)
    ? Number(month)
    : 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(month.slice(0, 3).toLowerCase()) / 3 + 1;
  if (!Number.isInteger(number) || number < 1 || number > 12) return year.trim();
  const start = `${year.trim()}-${String(number).padStart(2, '0')}`;
  return day !== undefined && /^\d{1,2}$/.test(day) ? `${start}-${day.padStart(2, '0')}` : start;
}

/** CSL-JSON: an array of items, or an object with `items` or `references`. */
function readCslJson(text: string, problems: SourceProblem[]): Entry[] {
  const errors: ParseError[] = [];
  const root = isTooDeep(text) ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  for (const error of errors.slice(0, 20)) {
    problems.push({
      span: { start: error.offset, end: error.offset + Math.max(1, error.length) },
      message: phrase`This is not valid JSON here (${printParseErrorCode(error.error)}). Entries that can be read still count.`,
    });
  }
  if (!root) return [];
  const list = root.type === 'array' ? root : (property(root, 'items') ?? property(root, 'references'));
  if (list?.type !== 'array') {
    problems.push({
      span: { start: root.offset, end: root.offset + Math.min(root.length, 1) },
      message: phrase`A CSL-JSON bibliography is a list of entries.`,
    });
    return [];
  }
  const entries: Entry[] = [];
  for (const node of list.children ?? []) {
    const span = spanOf(node);
    const id = property(node, 'citation-key') ?? property(node, 'id');
    const key = id?.value as unknown;
    if (node.type !== 'object' || !id || (typeof key !== 'string' && typeof key !== 'number') || `${key}`.trim() === '') {
      problems.push({
        span: { start: span.start, end: Math.min(span.end, span.start + 1) },
        message: phrase`This entry has no "id", so nothing can cite it.`,
      });
      continue;
    }
    const inner = spanOf(id);
    const keySpan = typeof key === 'string' ? { start: inner.start + 1, end: inner.end - 1 } : inner;
    entries.push({ key: `${key}`.trim(), span, keySpan, fields: cslFields(node) });
  }
  return entries;
}

const MAX_DEPTH = 200;

/** The parser is recursive; a bibliography is never this deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92) at++;
      else if (code === 34 || code === 10) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

const CSL_NAMES: Readonly<Record<string, string>> = {
  URL: 'url',
  DOI: 'doi',
  issued: 'date',
  accessed: 'urldate',
  'container-title': 'journaltitle',
};

function cslFields(node: JsonNode): Field[] {
  const fields: Field[] = [];
  for (const pair of node.children ?? []) {
    const [name, value] = pair.children ?? [];
    if (!name || !value) continue;
    const written = String(name.value);
    const text = cslText(written, value);
    if (text === undefined) continue;
    fields.push({ name: CSL_NAMES[written] ?? written.toLowerCase(), value: text, keySpan: spanOf(name), valueSpan: spanOf(value) });
  }
  return fields;
}

function cslText(name: string, node: JsonNode): string | undefined {
  if (node.type === 'string' || node.type === 'number') return withoutTags(String(node.value)).replace(/\s+/g, ' ').trim();
  if (node.type === 'object') {
    const parts = property(node, 'date-parts')?.children?.[0]?.children;
    if (parts) return parts.map((part, index) => String(part.value).padStart(index === 0 ? 4 : 2, '0')).join('-');
    const raw = property(node, 'raw') ?? property(node, 'literal');
    return raw ? String(raw.value) : undefined;
  }
  if (node.type !== 'array' || !/^(?:author|editor|publisher)$/.test(name)) return undefined;
  return (node.children ?? [])
    .map(person => {
      const literal = property(person, 'literal')?.value as unknown;
      if (typeof literal === 'string') return literal;
      return ['given', 'non-dropping-particle', 'family']
        .map(part => property(person, part)?.value as unknown)
        .filter(part => typeof part === 'string')
        .join(' ');
    })
    .filter(person => person !== '')
    .join(' and ');
}

/** Abstracts come with tags of HTML and JATS. */
function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ') : text;
}

function property(node: JsonNode, name: string): JsonNode | undefined {
  return node.type === 'object' ? node.children?.find(pair => pair.children?.[0]?.value === name)?.children?.[1] : undefined;
}

function spanOf(node: JsonNode): Span {
  return { start: node.offset, end: node.offset + node.length };
}
