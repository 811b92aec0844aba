// Owns: mails (.eml) and subtitles (.vtt, .srt) as evidence.
// Must not know: notes in Markdown, the index.
import type { Span } from '../text/span.ts';
import { type FilePlace, makeFileSource, type SourcesRead } from './make-source.ts';
import { MappedText } from './mapped-text.ts';
import { isoDate, type MetadataEntry, readMetadata } from './metadata.ts';
import type { PassageDraft } from './passages.ts';
import { readHtml } from './web.ts';

const TIMING = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->/;
const VOICE = /^<v(?:\.[^\s>]{0,40})?\s+([^>]{1,80})>/;
const NAMED = /^\s*(?:-\s*)?(\p{Lu}[\p{L}\p{M}.'’ -]{1,40}):\s+(?=\S)/u;
/** Cues of one speaker are read together up to this many characters. */
const MAX_CUES = 600;

/** WebVTT and SubRip. Cues of one speaker that follow each other are one passage until their sentence ends. */
export function readSubtitles(file: FilePlace & { readonly text: string }): SourcesRead {
  const drafts: PassageDraft[] = [];
  let open: { text: string; start: number; end: number; speaker: string | undefined } | undefined;
  let speaker: string | undefined;
  const close = (): void => {
    if (open && open.text !== '') {
      const span = { start: open.start, end: open.end };
      drafts.push({
        span,
        text: open.text,
        quote: { content: span, text: open.text, ...(open.speaker === undefined ? {} : { speaker: open.speaker }) },
      });
    }
    open = undefined;
  };
  let inCue = false;
  for (const { text, start } of lines(file.text)) {
    if (TIMING.test(text)) {
      inCue = true;
      continue;
    }
    if (text.trim() === '') {
      inCue = false;
      continue;
    }
    if (!inCue) continue;
    const voice = VOICE.exec(text)?.[1] ?? NAMED.exec(text)?.[1];
    if (voice !== undefined && voice.trim() !== speaker) {
      close();
      speaker = voice.trim();
    }
    const words = text
      .replace(VOICE, '')
      .replace(NAMED, '')
      .replace(/<\/?[a-z][^<>]{0,100}>|\{\\[^{}]{0,40}\}/gi, '')
      .replace(/\s+/g, ' ')
      .replace(/^ ?- /, '')
      .trim();
    if (words === '') continue;
    const at = start + Math.max(0, text.indexOf(words.slice(0, 12)));
    if (open && open.text.length + words.length > MAX_CUES) close();
    if (open) {
      open.text += ` ${words}`;
      open.end = start + text.trimEnd().length;
    } else open = { text: words, start: at, end: start + text.trimEnd().length, speaker };
    if (/[.!?…]["”»’)]*$/.test(words)) close();
  }
  close();
  return { sources: [makeFileSource(file, { title: '', read: readMetadata([]), drafts, length: file.text.length })], problems: [] };
}

/** A mail: its headers are metadata, its text (plain before HTML) is evidence; attachments are left out. */
export function readMail(file: FilePlace & { readonly text: string }): SourcesRead {
  const mail = readPart(file.text, 0, file.text.length);
  const headers = mail.headers;
  const from = decodeWords(headers.get('from')?.value ?? '');
  const entries: MetadataEntry<Span>[] = [];
  const none = { start: 0, end: 0 };
  const sender = from.replace(/<[^<>]*>/, '').replace(/^["\s]+|["\s]+$/g, '');
  if (sender !== '') entries.push({ key: 'authors', value: [sender], where: none });
  const date = headers.get('date')?.value;
  const iso = date === undefined ? undefined : isoDate(date.trim().replace(/\s+/g, ' '));
  if (iso !== undefined) entries.push({ key: 'published', value: iso, where: none });
  const items = ['from', 'to', 'date', 'subject'].flatMap(name => {
    const header = headers.get(name);
    return header
      ? [
          {
            key: name,
            value: decodeWords(header.value),
            keySpan: { start: header.at, end: header.at + name.length },
            valueSpan: header.span,
          },
        ]
      : [];
  });
  const text = bodyOf(file.text, mail, 0);
  return {
    sources: [
      makeFileSource(file, {
        title: decodeWords(headers.get('subject')?.value ?? '').trim(),
        read: readMetadata(entries),
        drafts: text?.passages() ?? [],
        length: file.text.length,
        items,
        ...(text ? {} : { noText: 'unreadable' as const }),
      }),
    ],
    problems: [],
  };
}

interface Header {
  readonly value: string;
  readonly at: number;
  readonly span: Span;
}

interface Part {
  readonly headers: ReadonlyMap<string, Header>;
  readonly start: number;
  readonly end: number;
}

/** Headers up to the first blank line; the first of each name, folded lines joined. */
function readPart(text: string, start: number, end: number): Part {
  const headers = new Map<string, Header>();
  let name = '';
  for (const line of lines(text.slice(start, end))) {
    const at = start + line.start;
    if (line.text.trim() === '') return { headers, start: Math.min(end, at + line.length), end };
    const known = headers.get(name);
    if (/^[ \t]/.test(line.text) && known) {
      headers.set(name, {
        ...known,
        value: `${known.value} ${line.text.trim()}`,
        span: { start: known.span.start, end: at + line.text.length },
      });
      continue;
    }
    const colon = line.text.indexOf(':');
    if (colon < 1) continue;
    name = line.text.slice(0, colon).trim().toLowerCase();
    const value = line.text.slice(colon + 1).trim();
    const valueStart = at + colon + 1 + (line.text.slice(colon + 1).length - line.text.slice(colon + 1).trimStart().length);
    if (headers.has(name)) name = '';
    else headers.set(name, { value, at, span: { start: valueStart, end: valueStart + value.length } });
  }
  return { headers, start: end, end };
}

const MAX_PARTS = 12;

/** The readable text of a part; of alternatives the plain one. */
function bodyOf(text: string, part: Part, depth: number): MappedText | undefined {
  const type = part.headers.get('content-type')?.value ?? 'text/plain';
  const boundary = /boundary="?([^";\s]{1,100})/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    if (depth > MAX_PARTS) return undefined;
    const parts = partsOf(text, part, boundary);
    const plain = parts.find(
      inner => /^text\/plain/i.test(inner.headers.get('content-type')?.value ?? 'text/plain') && !isAttachment(inner),
    );
    for (const inner of plain ? [plain, ...parts] : parts) {
      const found = isAttachment(inner) ? undefined : bodyOf(text, inner, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!/^text\//i.test(type)) return undefined;
  const encoding = (part.headers.get('content-transfer-encoding')?.value ?? '').trim().toLowerCase();
  const charset = /charset="?([^";\s]{1,40})/i.exec(type)?.[1] ?? 'utf-8';
  const whole = { start: part.start, end: part.end };
  const isHtml = /^text\/html/i.test(type);
  if (encoding === 'base64' || isHtml) {
    const raw = text.slice(part.start, part.end);
    const decoded =
      encoding === 'base64' ? decodeBase64(raw, charset) : encoding === 'quoted-printable' ? decodeQuotedPrintable(raw, charset) : raw;
    const mapped = new MappedText();
    const readable = isHtml ? readHtml(decoded).text.toString() : decoded;
    mapped.add(readable, whole);
    return mapped;
  }
  const mapped = new MappedText();
  for (const line of lines(text.slice(part.start, part.end))) {
    const start = part.start + line.start;
    if (line.text.trim() === '') {
      mapped.newLine();
      continue;
    }
    if (encoding !== 'quoted-printable') {
      mapped.add(`${line.text}\n`, { start, end: start + line.text.length + 1 });
      continue;
    }
    const soft = line.text.endsWith('=');
    const decoded = decodeQuotedPrintable(soft ? line.text.slice(0, -1) : line.text, charset);
    mapped.add(soft ? decoded : `${decoded}\n`, { start, end: start + line.text.length });
  }
  return mapped;
}

function isAttachment(part: Part): boolean {
  return /^attachment/i.test(part.headers.get('content-disposition')?.value ?? '');
}

function partsOf(text: string, part: Part, boundary: string): Part[] {
  const parts: Part[] = [];
  let start = -1;
  for (const line of lines(text.slice(part.start, part.end))) {
    if (!line.text.startsWith(`--${boundary}`)) continue;
    const at = part.start + line.start;
    if (start >= 0) parts.push(readPart(text, start, at));
    start = at + line.length;
    if (line.text.startsWith(`--${boundary}--`)) return parts;
    if (parts.length > 100) return parts;
  }
  if (start >= 0) parts.push(readPart(text, start, part.end));
  return parts;
}

/** Encoded words of headers (RFC 2047). */
function decodeWords(value: string): string {
  return value.replace(
    /=\?([^?\s]{1,40})\?([bq])\?([^?\s]{0,400})\?=( (?==\?))?/gi,
    (_all, charset: string, kind: string, words: string) =>
      kind.toLowerCase() === 'b' ? decodeBase64(words, charset) : decodeQuotedPrintable(words.replaceAll('_', ' '), charset),
  );
}

function decodeQuotedPrintable(text: string, charset: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9A-Fa-f]{2})+/g, run =>
    decodeBytes(
      Uint8Array.from(run.slice(1).split('='), hex => Number.parseInt(hex, 16)),
      charset,
    ),
  );
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string, charset: string): string {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const value = BASE64.indexOf(text.charAt(at));
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = (bits >> count) & 0xff;
  }
  return decodeBytes(bytes.subarray(0, length), charset);
}

/** UTF-8 and Latin-1; other character sets as Latin-1. Bytes that are no UTF-8 become U+FFFD. */
function decodeBytes(bytes: Uint8Array, charset: string): string {
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset)) return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    let good = length > 0 && at + length <= bytes.length;
    for (let next = 1; good && next < length; next++) {
      const byte = bytes[at + next] as number;
      good = (byte & 0xc0) === 0x80;
      code = (code << 6) | (byte & 0x3f);
    }
    if (good && code <= 0x10ffff) {
      out += String.fromCodePoint(code);
      at += length;
    } else {
      out += '\ufffd';
      at++;
    }
  }
  return out;
}

/** Lines without their ends; `length` counts the end. */
function* lines(text: string): Iterable<{ readonly text: string; readonly start: number; readonly length: number }> {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const stop = end > at && text.charAt(end - 1) === '\r' ? end - 1 : end;
    const length = (next < 0 ? end : end + 1) - at;
    yield { text: text.slice(at, stop), start: at, length };
    at += length;
  }
}
