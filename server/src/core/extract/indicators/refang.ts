// Owns: defanged spelling: a plain view of a text with a way back to its places; defanging and refanging one value.
// Must not know: what kinds of indicator there are, context, documents.

/** A text with separators refanged. `start[i]` and `end[i]` say where its character `i` stood; absent: the text is unchanged. */
export interface PlainView {
  readonly text: string;
  readonly map?: { readonly start: Int32Array; readonly end: Int32Array };
  /** Separators that were defanged: place in `text`, and the style as written, spaces gone. In order. */
  readonly marks: readonly { readonly at: number; readonly style: string; readonly spaced: boolean }[];
}

// Every repeat is bounded, so the search is linear. Groups: 1 in brackets, 2 half a bracket, an escape or a full-width dot, 3 bare.
const SEPARATOR =
  /[ \t]?[[({]{1,3}[ \t\\]{0,2}(\.|,|d[o0]t|:\/\/|:|\/{1,2}|@|at)[ \t\\]{0,2}[\])}]{1,3}[ \t]?|(\[\.|\.\]|\\\.|[\u3002\uff0e\uff61])|[ \t](DOT|AT|\.)[ \t]/gi;
const JOINS_LEFT = /[\p{L}\p{N}\])_-]/u;
const JOINS_RIGHT = /[\p{L}\p{N}_/[({-]/u;
const ALPHANUMERIC = /[a-z0-9]/i;

/** The view of `text` in which `[.]`, `(dot)`, `[at]`, `[:]//` and their kin are plain. One pass, linear. */
export function plainView(text: string): PlainView {
  const found: Separator[] = [];
  let last = -1;
  for (const match of text.matchAll(SEPARATOR)) {
    const separator = separatorOf(text, match, last);
    if (!separator) continue;
    found.push(separator);
    last = separator.end;
  }
  return found.length === 0 ? { text, marks: [] } : build(text, found);
}

interface Separator {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly style: string;
  readonly spaced: boolean;
}

function separatorOf(text: string, match: RegExpMatchArray, last: number): Separator | undefined {
  const start = match.index ?? 0;
  const whole = match[0];
  const end = start + whole.length;
  const inner = match[1] ?? match[2] ?? match[3] ?? '';
  const left = text[start - 1] ?? '';
  const right = text[end] ?? '';
  const style = whole.replace(/[\s\\]+/g, '').toLowerCase();
  if (match[2] !== undefined) {
    if (!ALPHANUMERIC.test(left) || !ALPHANUMERIC.test(right)) return undefined;
    return { start, end, plain: '.', style: inner, spaced: false };
  }
  const slashed = (inner === '/' || inner === '//') && (left === ':' || left === '/');
  // The second of two colons of an IPv6 address: "fe80:[:]1".
  const doubled = inner === ':' && left === ':' && /[0-9a-f]/i.test(right);
  if ((!slashed && !doubled && !JOINS_LEFT.test(left) && last !== start) || !JOINS_RIGHT.test(right)) return undefined;
  if (match[3] !== undefined) {
    // Bare ones in capitals only ("dot" and "at" are words), or a dot with a space on both sides.
    if (inner.toUpperCase() !== inner) return undefined;
    return { start, end, plain: inner === 'AT' ? '@' : '.', style: ` ${inner} `, spaced: true };
  }
  const lower = inner.toLowerCase();
  const plain = lower === 'at' ? '@' : lower === ',' || lower.startsWith('d') ? '.' : lower;
  const before = /^[ \t]/.test(whole);
  const after = /[ \t]$/.test(whole);
  if ((lower === ',' || lower === '/' || lower === '//') && (before || after)) return undefined;
  // A space on one side alone is a slip beside "[.]", and prose beside a word: "write (at) work".
  if (before !== after && (plain !== '.' || lower !== '.')) return undefined;
  return { start, end, plain, style, spaced: before || after };
}

function build(text: string, found: readonly Separator[]): PlainView {
  let length = text.length;
  for (const item of found) length += item.plain.length - (item.end - item.start);
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const parts: string[] = [];
  const marks: { at: number; style: string; spaced: boolean }[] = [];
  let at = 0;
  let from = 0;
  for (const item of found) {
    for (let i = from; i < item.start; i++, at++) {
      start[at] = i;
      end[at] = i + 1;
    }
    parts.push(text.slice(from, item.start), item.plain);
    marks.push({ at, style: item.style, spaced: item.spaced });
    for (let i = 0; i < item.plain.length; i++, at++) {
      start[at] = item.start;
      end[at] = item.end;
    }
    from = item.end;
  }
  for (let i = from; i < text.length; i++, at++) {
    start[at] = i;
    end[at] = i + 1;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), map: { start, end }, marks };
}

/** Where the piece `[from, to)` of a view stood in the text that it was made from. */
export function placeOf(view: PlainView, from: number, to: number): { readonly start: number; readonly end: number } {
  if (!view.map || to <= from) return { start: from, end: to };
  return { start: view.map.start[from] as number, end: view.map.end[to - 1] as number };
}

const SCHEME = /^(h)([tx*]{2})(ps?)(?=:)/i;

/**
 * An address that no reader can click: `http` becomes `hxxp`, the last dot of the host (every dot of an IP address: the last) becomes `[.]`,
 * the `@` of a mailbox stays. What is defanged already is returned with its style made `[.]`. Total.
 */
export function defang(value: string): string {
  const plain = refang(value);
  const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(plain);
  const body = scheme ? plain.slice(scheme[0].length) : plain;
  const hostEnd = body.search(/[/?#]/);
  const authority = hostEnd < 0 ? body : body.slice(0, hostEnd);
  const rest = hostEnd < 0 ? '' : body.slice(hostEnd);
  const mailbox = authority.lastIndexOf('@');
  const name = mailbox < 0 ? '' : authority.slice(0, mailbox + 1);
  const host = authority.slice(mailbox + 1);
  const shownScheme = scheme ? `${scheme[1]?.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp') ?? ''}://` : '';
  return shownScheme + name + defangHost(host) + rest;
}

function defangHost(host: string): string {
  const dot = host.replace(/:\d+$/, '').lastIndexOf('.');
  if (dot > 0) return `${host.slice(0, dot)}[.]${host.slice(dot + 1)}`;
  // IPv6: the last colon.
  const bare = host.replace(/^\[|\]$/g, '');
  const colon = bare.lastIndexOf(':');
  if (colon > 0 && bare.indexOf(':') !== colon) return `${bare.slice(0, colon)}[:]${bare.slice(colon + 1)}`;
  return host;
}

/** The plain spelling of a defanged value: `hxxps[:]//evil[.]example` becomes `https://evil.example`. Total, linear. */
export function refang(value: string): string {
  const view = plainView(value.replace(/^\s+|\s+$/g, ''));
  return plainScheme(view.text);
}

/** `hxxp`, `h**p`, `fxp`, `meow` at the start as the scheme that they stand for. */
export function plainScheme(url: string): string {
  const http = SCHEME.exec(url);
  if (http) return `http${(http[3] ?? 'p').toLowerCase().slice(1)}${url.slice(http[0].length)}`;
  if (/^meow:/i.test(url)) return `http${url.slice(4)}`;
  const ftp = /^(s?)f[tx](ps?)(?=:)/i.exec(url);
  if (ftp) return `${(ftp[1] ?? '').toLowerCase()}ft${(ftp[2] ?? 'p').toLowerCase()}${url.slice(ftp[0].length)}`;
  return url;
}
