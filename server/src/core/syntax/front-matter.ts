// Owns: the YAML at the top of a document: items with places, problems in plain words.
// Must not know: which keys mean something.
import { type ErrorCode, isMap, isScalar, parseDocument } from 'yaml';
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { afterLineEnd, frontMatterEnd, lineEnd } from './lines.ts';
import type { FrontMatter, FrontMatterItem } from './types.ts';

/** Longest front matter that is read, in UTF-16 units. */
const LIMIT = 64 * 1024;
/** Most aliases that a value may unfold; a bomb needs thousands. */
const MAX_ALIASES = 50;

/** Deepest nesting that is read; the reader's work grows with its square. */
const MAX_NESTING = 100;

const MESSAGES: Partial<Record<ErrorCode, Phrase>> = {
  ALIAS_PROPS: phrase`An alias cannot have properties.`,
  BAD_ALIAS: phrase`This alias cannot be read.`,
  BAD_INDENT: phrase`The indentation does not fit the lines above.`,
  BAD_SCALAR_START: phrase`A value cannot start with this character. Put it in quotation marks.`,
  BLOCK_AS_IMPLICIT_KEY: phrase`A colon followed by a space starts a value. Put the text in quotation marks if the colon belongs to it.`,
  DUPLICATE_KEY: phrase`This key is given twice.`,
  MISSING_CHAR: phrase`Something is not closed or a character is missing here.`,
  MULTILINE_IMPLICIT_KEY: phrase`A line without a colon is no key. Write it as \`key: value\`.`,
  TAB_AS_INDENT: phrase`Use spaces for indentation, not tabs.`,
  UNEXPECTED_TOKEN: phrase`This cannot stand here.`,
  BLOCK_IN_FLOW: phrase`Lines of a list or map cannot stand inside brackets.`,
};

/**
 * The front matter of a document. Only a closed one counts. Spans are offsets in `text`. YAML 1.2 core: `off` and dates
 * are text. Never throws; what cannot be read is a problem with a place, and the other items stay.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const end = frontMatterEnd(text);
  if (end === 0) return NONE;
  const raw = text.slice(0, end);
  const known = KNOWN.get(raw);
  if (known) return known;
  const read = readFrontMatter(raw);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(` ${raw}`.slice(1), read); // a copy does not keep the whole text alive
  return read;
}

const NONE: FrontMatter = { span: { start: 0, end: 0 }, items: [], problems: [] };

/** What was read lately: it is asked for again and again while the text below it is edited. */
const KNOWN = new Map<string, FrontMatter>();
const MOST_KNOWN = 16;

/** Reads a text that is front matter and nothing else. */
function readFrontMatter(text: string): FrontMatter {
  const end = text.length;
  const span = { start: 0, end };
  const start = afterLineEnd(text, lineEnd(text, 0));
  const close = lastLineStart(text, end);
  if (close - start > LIMIT) {
    return {
      span,
      items: [],
      problems: [{ span: { start, end: lineEnd(text, start) }, message: phrase`The front matter is too long to be read.` }],
    };
  }
  const tooDeep = {
    span,
    items: [],
    problems: [{ span: { start, end: close }, message: phrase`The front matter is nested too deeply to be read.` }],
  };
  const yaml = text.slice(start, close);
  const items = plainItems(yaml, start);
  if (items) return { span, items, problems: [] };
  if (nesting(yaml) > MAX_NESTING) return tooDeep;
  try {
    return read(yaml, start, span);
  } catch {
    return tooDeep;
  }
}

/** `key: value` on one line, where the value can be nothing but a text: it opens with a letter, or is a date. */
const PLAIN_ITEM =
  /^([A-Za-z][\w-]*): ([A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f\u2010-\u2027 .,;()'"/&%+=@!?$*-]|:(?=[^ ]))*|\d{4}-\d\d(?:-\d\d)?)$/;
/** What is no text although it is written with letters. */
const CONSTANT = /^(?:true|false|null)$/i;

/** The items of front matter that is a run of plain `key: value` lines, as the YAML reader gives them; undefined where that is not sure. */
function plainItems(yaml: string, offset: number): FrontMatterItem[] | undefined {
  const items: FrontMatterItem[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < yaml.length; ) {
    const end = yaml.indexOf('\n', at);
    if (end < 0) return undefined;
    const [, key = '', value = ''] = PLAIN_ITEM.exec(yaml.slice(at, end)) ?? [];
    if (key === '' || CONSTANT.test(key) || CONSTANT.test(value) || value.endsWith(' ') || seen.has(key)) return undefined;
    seen.add(key);
    const start = offset + at;
    const valueStart = start + key.length + 2;
    items.push({
      key,
      value,
      keySpan: { start, end: start + key.length },
      valueSpan: { start: valueStart, end: valueStart + value.length },
    });
    at = end + 1;
  }
  return items.length > 0 ? items : undefined;
}

/** At most how deep brackets, and marks of lists and keys on one line, may nest. */
function nesting(yaml: string): number {
  let brackets = 0;
  let marks = 0;
  let deepest = 0;
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at);
    if (code === 91 || code === 123) brackets++;
    else if (code === 93 || code === 125) brackets = Math.max(0, brackets - 1);
    else if (code === 10 || code === 13) marks = 0;
    else if ((code === 45 || code === 63) && yaml.charCodeAt(at + 1) === 32) marks++;
    deepest = Math.max(deepest, brackets, marks);
  }
  return deepest;
}

function read(yaml: string, offset: number, span: Span): FrontMatter {
  // A lone carriage return ends a line for us, and would not for the reader.
  const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), {
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: true,
    version: '1.2',
  });
  const problems: FrontMatter['problems'][number][] = [];
  for (const problem of [...document.errors, ...document.warnings]) {
    const [from, to] = problem.pos;
    const at = Math.min(from, yaml.length);
    problems.push({
      span: { start: offset + at, end: offset + Math.max(at, Math.min(to, yaml.length)) },
      message: MESSAGES[problem.code] ?? phrase`This is not valid YAML.`,
    });
  }
  const items: FrontMatterItem[] = [];
  const contents = document.contents;
  if (isMap(contents)) {
    const seen = new Set<string>();
    for (const pair of contents.items) {
      const key = pair.key;
      if (!isScalar(key) || !key.range) continue;
      const name = String(key.value);
      if (seen.has(name)) continue;
      seen.add(name);
      const keySpan = { start: offset + key.range[0], end: offset + key.range[1] };
      const node = pair.value;
      const range = isNode(node) ? node.range : undefined;
      const valueSpan = range ? { start: offset + range[0], end: offset + range[1] } : { start: keySpan.end, end: keySpan.end };
      try {
        const value = isNode(node) ? node.toJS(document, { maxAliasCount: MAX_ALIASES }) : null;
        if (holdsItself(value, [])) throw new RangeError('cyclic');
        items.push({ key: name, value, keySpan, valueSpan });
      } catch {
        problems.push({ span: valueSpan, message: phrase`This value unfolds to too much or points nowhere.` });
      }
    }
  } else if (contents !== null && document.errors.length === 0) {
    problems.push({
      span: { start: offset, end: offset + yaml.trimEnd().length },
      message: phrase`Front matter is a list of \`key: value\` lines.`,
    });
  }
  return { span, items, problems };
}

interface ValueNode {
  readonly range?: readonly [number, number, number] | null;
  toJS(document: unknown, options: { maxAliasCount: number }): unknown;
}

function isNode(node: unknown): node is ValueNode {
  return typeof node === 'object' && node !== null && 'toJS' in node;
}

/** Whether a value can be reached from itself, by way of an alias. */
function holdsItself(value: unknown, path: readonly unknown[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (path.includes(value)) return true;
  const deeper = [...path, value];
  return Object.values(value).some(child => holdsItself(child, deeper));
}

function lastLineStart(text: string, end: number): number {
  let at = end;
  if (at > 0 && text.charCodeAt(at - 1) === 10) at--;
  if (at > 0 && text.charCodeAt(at - 1) === 13) at--;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
