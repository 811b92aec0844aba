// Owns: one forward scan of a text for indicators of every kind. Each character is looked at a bounded number of times.
// Must not know: trees, documents, rules, what is done with an indicator.
import { COMMON_TOP_LEVEL_DOMAINS } from '../../lexicon/tlds.ts';
import type { Indicator, IndicatorKind } from '../facts.ts';
import {
  fromPunycode,
  HASH_LENGTHS,
  hasKnownSuffix,
  ipv4Parts,
  ipv6Groups,
  ipv6Text,
  isBech32,
  isReservedDomain,
  isReservedIpv4,
  isReservedIpv6,
  lookalikeOf,
} from './addresses.ts';
import { followsProduct, readsAsAddress, readsAsImitated, readsAsVersion, type Surroundings } from './context.ts';
import { CODE_WORDS, FILE_SUFFIXES, KNOWN_PUBLISHERS, PRODUCTS, WORD_SUFFIXES } from './lists.ts';
import { type PlainView, placeOf, plainScheme, plainView } from './refang.ts';

type Found = { -readonly [K in keyof Indicator]: Indicator[K] };

interface Scan {
  readonly view: PlainView;
  readonly text: string;
  readonly original: string;
  readonly around: Surroundings;
  readonly found: Found[];
  mark: number;
}

const SCHEME = /(?:h(?:tt|xx|\*\*|tx|xt|xxt|ttx)ps?|meow|s?f(?:t|x)ps?|wss?|tcp|udp|ldaps?|rmi|smb|ssh|socks[45]):\/\//iy;
const OTHER_SCHEME = /[a-z][a-z0-9+-]{1,20}:\/\//iy;
const URL_STOP = /[\s<>"“”‘’«»`|{}^\u0000-\u001f]/u;
const HOST_CHAR = /[\p{L}\p{N}\p{M}_.-]/u;
const SPLIT_SCRIPT = /[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff0d\uff0f-\uff60]/;
const REGISTRY = /(?:HKEY_(?:LOCAL_MACHINE|CURRENT_USER|CLASSES_ROOT|USERS|CURRENT_CONFIG)|HK(?:LM|CU|CR|U|CC)):?\\/iy;
const WINDOWS_PATH = /(?:[A-Za-z]:\\|\\\\(?:\?\\|\.\\)?[A-Za-z0-9_.-]{1,63}\\|%[A-Za-z][A-Za-z0-9_()]{1,40}%\\)/y;
const UNIX_PATH =
  /(?:~\/(?=\.|[^\s/]+\/[^\s/])|\/(?:etc|tmp|var|usr|home|opt|bin|sbin|dev|root|Library|Users|private|System|Applications|mnt|media|proc|sys|boot|lib|lib64|srv|run|data|sdcard|Volumes)\/)[A-Za-z0-9._~@%+=:/-]*[A-Za-z0-9_~/-]/y;
const SSDEEP = /\d{1,9}:[A-Za-z0-9/+]{6,148}:[A-Za-z0-9/+]{3,148}(?![A-Za-z0-9/+:])/y;
const IPV6_RUN = /[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,9}(?:(?:\.\d{1,3}){3})?/iy;

/** Indicators of `original` in order; none overlaps another. Linear in its length. Spans count from its start. */
export function scanIndicators(original: string, around: Surroundings): Found[] {
  const view = plainView(original);
  const scan: Scan = { view, text: view.text, original, around, found: [], mark: 0 };
  const { text } = scan;
  for (let at = 0; at < text.length; ) at = Math.max(step(scan, at), at + 1);
  return scan.found;
}

/** Looks at one place; answers where to go on. */
function step(scan: Scan, at: number): number {
  const { text } = scan;
  const code = text.charCodeAt(at);
  if (code === 0x5c || code === 0x25) return match(WINDOWS_PATH, text, at) ? readWindowsPath(scan, at) : at + 1;
  if (code === 0x2f || code === 0x7e) return readUnixPath(scan, at);
  if (code === 0x3a) return text.charCodeAt(at + 1) === 0x3a && !isHost(text, at - 1) ? readIpv6(scan, at) : at + 1;
  if (!isHost(text, at) || code === 0x2e || code === 0x2d) return at + 1;
  if (match(SCHEME, text, at)) return readUrl(scan, at);
  const other = match(OTHER_SCHEME, text, at);
  if (other) return untilUrlStop(text, at);
  if (text.charCodeAt(at + 1) === 0x3a && text.charCodeAt(at + 2) === 0x5c && match(WINDOWS_PATH, text, at))
    return readWindowsPath(scan, at);
  if ((code === 0x48 || code === 0x68) && match(REGISTRY, text, at)) return readRegistry(scan, at);
  const end = runEnd(text, at);
  if (text.charCodeAt(end) === 0x3a) {
    const digest = code >= 0x30 && code <= 0x39 ? match(SSDEEP, text, at) : undefined;
    if (
      digest
        ?.split(':')
        .slice(1)
        .every(part => /[A-Z]/.test(part) || /[/+]/.test(part) || part.length > 20)
    ) {
      push(scan, at, at + digest.length, 'ssdeep', digest);
      return at + digest.length;
    }
    if (end - at <= 4 && /^[0-9a-f]*$/i.test(text.slice(at, end))) return readIpv6(scan, at);
  }
  if (text[end] === '@') return readEmail(scan, at, end);
  return readRun(scan, at, end);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function isHost(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 46 || code === 95
    );
  if (Number.isNaN(code)) return false;
  const char = text[at] as string;
  return HOST_CHAR.test(char) && !SPLIT_SCRIPT.test(char);
}

/** End of a run of letters, digits, single dots and hyphens. Two dots part what has nothing to do with each other: "wait...evil.com". */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isHost(text, end) && !(text.charCodeAt(end) === 0x2e && text.charCodeAt(end + 1) === 0x2e)) end++;
  return end;
}

function untilUrlStop(text: string, at: number): number {
  let end = at;
  while (end < text.length && !URL_STOP.test(text[end] as string)) end++;
  return end;
}

// --- What is found -------------------------------------------------------------------------------------------------

interface Extra {
  readonly malformed?: string | undefined;
  readonly harmless?: Indicator['harmless'] | undefined;
  readonly written?: Indicator['written'];
  readonly styles?: readonly string[];
  readonly lookalike?: Indicator['lookalike'] | undefined;
}

function push(scan: Scan, from: number, to: number, kind: IndicatorKind, value: string, extra: Extra = {}): void {
  const place = placeOf(scan.view, from, to);
  const found: Found = {
    span: { start: place.start, end: place.end },
    kind,
    value,
    written: extra.written ?? 'plain',
    styles: extra.styles ?? [],
  };
  if (extra.malformed) found.malformed = extra.malformed;
  if (extra.harmless) found.harmless = extra.harmless;
  if (extra.lookalike) found.lookalike = extra.lookalike;
  const isSuspect = scan.around.about(place.start, 'suspect') && !readsAsImitated(scan.around.before(place.start));
  if (!extra.harmless && isSuspect) found.suspect = true;
  scan.found.push(found);
}

/** Separators that were defanged within a piece; called with rising places. */
function marksIn(scan: Scan, from: number, to: number): PlainView['marks'] {
  const { marks } = scan.view;
  while (scan.mark < marks.length && (marks[scan.mark]?.at ?? 0) < from) scan.mark++;
  const inside: { at: number; style: string; spaced: boolean }[] = [];
  for (let i = scan.mark; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.at >= to) break;
    inside.push(mark);
  }
  return inside;
}

function originalPlace(scan: Scan, at: number): number {
  return scan.view.map ? (scan.view.map.start[at] ?? scan.original.length) : at;
}

// --- URLs ----------------------------------------------------------------------------------------------------------

function readUrl(scan: Scan, at: number): number {
  const { text } = scan;
  const scheme = match(SCHEME, text, at) ?? '';
  const hostAt = at + scheme.length;
  const stop = untilUrlStop(text, hostAt);
  const end = trimUrl(text, hostAt, stop);
  if (end <= hostAt) return stop;
  const authorityEnd = firstOf(text, hostAt, end, '/?#\\');
  const authority = text.slice(hostAt, authorityEnd);
  const host = hostOf(authority);
  if (!host) return stop;
  const judged = judgeHost(host);
  if (!judged) return stop;
  const marks = marksIn(scan, at, authorityEnd);
  const schemeMarks = marks.filter(mark => mark.at < hostAt);
  const hostMarks = marks.filter(mark => mark.at >= hostAt);
  const odd = /^(?:h\W*[x*]|htx|hxt|meow|s?fx)/i.test(scheme);
  const schemeDefanged = odd || schemeMarks.length > 0;
  const hostDefanged = hostIsDefanged(hostMarks, authority, hostAt, host);
  const dotted = host.includes('.') || host.includes(':');
  const written =
    !schemeDefanged && hostMarks.length === 0
      ? 'plain'
      : schemeDefanged && (hostDefanged === 'full' || !dotted)
        ? 'defanged'
        : 'half-defanged';
  const styles = [...(odd ? [scheme.replace(/s?:\/\/$/i, '').toLowerCase()] : []), ...marks.map(mark => mark.style)];
  const value = `${plainScheme(scheme.toLowerCase())}${authority.toLowerCase()}${text.slice(authorityEnd, end)}`.replace(
    /^([^/]+\/\/[^/]+)\/$/,
    '$1',
  );
  const harmless = judged.harmless ?? (written === 'plain' && isPublisher(host) ? 'publisher' : undefined);
  push(scan, at, end, 'url', value, { ...judged, harmless, written, styles });
  return Math.max(end, at + 1);
}

/** Without the punctuation that ends a sentence, and without closing brackets that nothing opens. */
function trimUrl(text: string, from: number, stop: number): number {
  let end = stop;
  let open = 0;
  for (let i = from; i < end; i++) {
    const char = text[i];
    if (char === '(') open++;
    else if (char === ')') open--;
  }
  while (end > from) {
    const char = text[end - 1] as string;
    if (char === ')' && open < 0) open++;
    else if (!".,;:!?'*_][".includes(char)) break;
    end--;
  }
  // A bracket in the middle that is no IPv6 host ends it: "http://a.example](…".
  const bracket = firstOf(text, from, end, '[]');
  if (bracket < end && text[from] !== '[') return trimBracket(text, from, bracket);
  return end;
}

function trimBracket(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && ".,;:!?'*_()".includes(text[end - 1] as string)) end--;
  return end;
}

function firstOf(text: string, from: number, to: number, chars: string): number {
  for (let i = from; i < to; i++) if (chars.includes(text[i] as string)) return i;
  return to;
}

function hostOf(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const rest = at < 0 ? authority : authority.slice(at + 1);
  const six = /^\[([0-9a-f:.]{2,45})\](?::\d{1,5})?$/i.exec(rest);
  if (six) return six[1];
  const host = rest.replace(/:\d{0,5}$/, '').toLowerCase();
  if (host === '' || host.length > 253) return host.length > 253 ? host.slice(0, 254) : undefined;
  return host;
}

function judgeHost(host: string): Extra | undefined {
  if (host.includes(':')) {
    const groups = ipv6Groups(host);
    if (!groups) return { malformed: 'impossible-address' };
    return isReservedIpv6(groups) ? { harmless: 'reserved' } : {};
  }
  const parts = ipv4Parts(host);
  if (parts) {
    if (parts.some(part => part > 255)) return { malformed: 'impossible-address' };
    return isReservedIpv4(parts) ? { harmless: 'reserved' } : {};
  }
  const fault = domainFault(host);
  if (fault === 'no-domain') return undefined;
  if (host === 'localhost' || isReservedDomain(host)) return { harmless: 'reserved' };
  if (!host.includes('.')) return undefined;
  return { malformed: fault ?? (hasKnownSuffix(host) ? undefined : 'unknown-tld'), lookalike: disguise(host) };
}

function disguise(domain: string): Indicator['lookalike'] | undefined {
  const decoded = fromPunycode(domain);
  if (decoded !== undefined) return { kind: 'punycode', shown: decoded };
  const shown = lookalikeOf(domain);
  return shown === undefined ? undefined : { kind: 'homoglyph', shown };
}

/** What is wrong with the labels; `no-domain` when it can be none at all. */
function domainFault(domain: string): string | undefined {
  if (!/^[\p{L}\p{N}\p{M}_.-]+$/u.test(domain)) return 'no-domain';
  const labels = domain.split('.');
  if (labels.some(label => label === '') || /^\d+$/.test(labels[labels.length - 1] ?? '')) return 'no-domain';
  if (domain.length > 253 || labels.some(label => label.length > 63)) return 'label-length';
  if (labels.some(label => label.startsWith('-') || label.endsWith('-'))) return 'label-hyphen';
  return undefined;
}

/** `full` when what a reader could click is broken: a dot of an IP address, the last dot of a domain, a colon of IPv6. */
function hostIsDefanged(marks: PlainView['marks'], authority: string, hostAt: number, host: string): 'full' | 'part' | 'none' {
  if (marks.length === 0) return 'none';
  if (ipv4Parts(host) || host.includes(':')) return 'full';
  const from = authority.lastIndexOf('@') + 1;
  const lastDot = authority.lastIndexOf('.');
  if (marks.some(mark => mark.at === hostAt + lastDot)) return 'full';
  return marks.some(mark => mark.at >= hostAt + from) ? 'part' : 'none';
}

function isPublisher(host: string): boolean {
  if (/\.(?:gov|mil|int|edu)$|\.(?:gov|gob|gouv|mil|ac|edu)\.[a-z]{2}$/.test(host)) return true;
  for (let from = 0; ; ) {
    if (KNOWN_PUBLISHERS.has(host.slice(from))) return true;
    const dot = host.indexOf('.', from);
    if (dot < 0) return false;
    from = dot + 1;
  }
}

// --- Paths and registry ---------------------------------------------------------------------------------------------

const PATH_CHAR = /[^\s"<>|*?;,`“”‘’«»()]/;

/** End of a path with backslashes. A space belongs to it only where a short name and another backslash or an extension follow. */
function backslashEnd(text: string, from: number): number {
  let end = from;
  let lookedUpTo = -1;
  while (end < text.length) {
    const char = text[end] as string;
    if (PATH_CHAR.test(char)) end++;
    else if (char === '(' && end > 0 && /^\((?:x86|x64|x32)\)/i.test(text.slice(end, end + 5))) end += 5;
    else if (
      char === ' ' &&
      end >= lookedUpTo &&
      /^ [\w.()&+-]{1,32}(?: [\w.()&+-]{1,24}){0,2}(?:\\|\.(?:exe|dll|sys|bat|ps1|lnk|docx?|xlsx?|pdf|txt|vbs|js|zip|iso|dat|log)\b)/i.test(
        text.slice(end, end + 96),
      )
    ) {
      lookedUpTo = end + 1;
      end++;
    } else break;
  }
  while (end > from && ".:'*_!][".includes(text[end - 1] as string)) end--;
  return end;
}

function readWindowsPath(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string)) return at + 1;
  const root = match(WINDOWS_PATH, text, at) ?? '';
  const end = backslashEnd(text, at + root.length);
  if (end <= at + root.length - (root.endsWith('\\') ? 0 : 1)) return at + Math.max(root.length, 1);
  push(scan, at, end, 'file-path', text.slice(at, end), { harmless: undefined });
  return end;
}

function readRegistry(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && isHost(text, at - 1)) return runEnd(text, at);
  const end = backslashEnd(text, at + (match(REGISTRY, text, at)?.length ?? 0));
  push(scan, at, end, 'registry-key', text.slice(at, end));
  return end;
}

function readUnixPath(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && !/[\s("'“‘`=:|[]/.test(text[at - 1] as string)) return at + 1;
  const found = match(UNIX_PATH, text, at);
  if (!found) return at + 1;
  push(scan, at, at + found.length, 'file-path', found);
  return at + found.length;
}

// --- IPv6 ----------------------------------------------------------------------------------------------------------

function readIpv6(scan: Scan, at: number): number {
  const { text } = scan;
  const run = match(IPV6_RUN, text, at);
  if (!run) return Math.max(runEnd(text, at), at + 1);
  let end = at + run.length;
  let address = run;
  if (address.endsWith(':') && !address.endsWith('::')) {
    address = address.slice(0, -1);
    end--;
  }
  // What goes on is no address: a clock, a MAC address, a name in code.
  if (isHost(text, end) && text[end] !== '.') return Math.max(runEnd(text, end), at + 1);
  const groups = ipv6Groups(address);
  const filled = address.split(':').filter(group => group !== '').length;
  if (!groups || !/\d/.test(address) || (filled < 3 && !/^(?:::1|::|2[0-9a-f]{3}::|f[cde][0-9a-f]{2}::|ff0\d::)/i.test(address)))
    return end;
  const slash = /^\/\d{1,3}(?![\d/])/.exec(text.slice(end, end + 5))?.[0] ?? '';
  const marks = marksIn(scan, at, end);
  push(scan, at, end + slash.length, 'ipv6', `${ipv6Text(groups)}${slash}`, {
    harmless: isReservedIpv6(groups) ? 'reserved' : undefined,
    written: marks.length > 0 ? 'defanged' : 'plain',
    styles: marks.map(mark => mark.style),
  });
  return end + slash.length;
}

// --- E-mail --------------------------------------------------------------------------------------------------------

function readEmail(scan: Scan, at: number, sign: number): number {
  const { text } = scan;
  const stop = runEnd(text, sign + 1);
  let from = at;
  for (let back = 0; back < 64 && from > 0 && /[+%]/.test(text[from - 1] as string); back++) {
    from--;
    while (from > 0 && isHost(text, from - 1) && back < 64) {
      from--;
      back++;
    }
  }
  const last = scan.found[scan.found.length - 1];
  if (last && originalPlace(scan, from) < last.span.end) from = at;
  while (from < sign && /[.-]/.test(text[from] as string)) from++;
  let end = stop;
  while (end > sign + 1 && /[._-]/.test(text[end - 1] as string)) end--;
  const domain = text.slice(sign + 1, end).toLowerCase();
  const local = text.slice(from, sign);
  const marks = marksIn(scan, from, end);
  const fault = domainFault(domain);
  if (local === '' || local.length > 64 || !domain.includes('.') || fault === 'no-domain' || (local === 'git' && text[end] === ':'))
    return stop;
  const known = hasKnownSuffix(domain);
  if (!known && marks.length === 0) return stop;
  const lastDot = sign + 1 + domain.lastIndexOf('.');
  const broken = marks.some(mark => mark.at === sign || mark.at === lastDot);
  push(scan, from, end, 'email', `${local}@${domain}`, {
    malformed: fault ?? (known ? undefined : 'unknown-tld'),
    harmless: isReservedDomain(domain) ? 'reserved' : marks.length === 0 && isPublisher(domain) ? 'publisher' : undefined,
    written: marks.length === 0 ? 'plain' : broken ? 'defanged' : 'half-defanged',
    styles: marks.map(mark => mark.style),
    lookalike: disguise(domain),
  });
  return stop;
}

// --- Runs of letters, digits, dots and hyphens ----------------------------------------------------------------------

function readRun(scan: Scan, at: number, stop: number): number {
  const { text } = scan;
  let from = at;
  let end = stop;
  while (from < end && /[._-]/.test(text[from] as string)) from++;
  while (end > from && /[._-]/.test(text[end - 1] as string)) end--;
  if (end <= from) return Math.max(stop, at + 1);
  return Math.max(classify(scan, from, end), stop, at + 1);
}

function classify(scan: Scan, from: number, end: number): number {
  const { text } = scan;
  const length = end - from;
  const firstDot = firstOf(text, from, end, '.');
  if (firstDot === end) return classifyWord(scan, from, end, length);
  if (length > 4000) return end;
  const run = text.slice(from, end);
  if (/^[\d.]+$/.test(run)) return readNumbers(scan, from, end, run);
  const hyphen = /^(\d{1,3}(?:\.\d{1,3}){3})[-_]/.exec(run);
  if (hyphen && !/[a-z]{2}$/i.test(run)) return end;
  return readDomain(scan, from, end, run);
}

/** `198.51.100.7`, with port or prefix; never a version, a section number or an object identifier. */
function readNumbers(scan: Scan, from: number, end: number, run: string): number {
  const { text, around } = scan;
  const parts = ipv4Parts(run);
  if (!parts) return end;
  const marks = marksIn(scan, from, end);
  const place = originalPlace(scan, from);
  const placeEnd = placeOf(scan.view, from, end).end;
  const tail = /^(?:\/\d{1,2}(?!\d)|:\d{1,5}(?!\d))?/.exec(text.slice(end, end + 7))?.[0] ?? '';
  const spaced = marks.some(mark => mark.style.startsWith(' '));
  if (spaced && marks.length < 3) return end;
  const prefix = tail.startsWith('/') ? Number(tail.slice(1)) : 0;
  const styles = marks.map(mark => mark.style);
  const written = marks.length > 0 ? 'defanged' : 'plain';
  const possible = parts.every(part => part <= 255) && prefix <= 32;
  const before = text[from - 1] ?? '';
  if (marks.length === 0) {
    if (before === '#' || before === '$' || before === '%' || before === '§' || text[end] === '%') return end;
    if (readsAsVersion(around, place, placeEnd)) return end;
    const called = readsAsAddress(around, place);
    if (!called && followsProduct(scan.original, place)) return end;
    if (!possible && !(called && around.about(place, 'address')) && tail === '') return end;
    if (!possible && tail === '' && !/\b(?:ips?|ipv4|addresse?s?|hosts?|servers?|c2)\b/.test(around.before(place))) return end;
    // Small numbers with no word of an address anywhere near are a numbering.
    if (!called && tail === '' && parts.every(part => part < 32) && !around.about(place, 'address') && !around.about(place, 'suspect'))
      return end;
  }
  const value = `${parts.join('.')}${tail}`;
  push(scan, from, end + tail.length, 'ipv4', value, {
    malformed: possible ? undefined : 'impossible-address',
    harmless: possible && isReservedIpv4(parts) ? 'reserved' : undefined,
    written,
    styles,
  });
  return end + tail.length;
}

/** Words without dots: hashes, AS numbers, wallets. */
function classifyWord(scan: Scan, from: number, end: number, length: number): number {
  const { text, around } = scan;
  if (length < 2 || length > 200) return end;
  const first = text.charCodeAt(from) | 0x20;
  const word = text.slice(from, end);
  const place = originalPlace(scan, from);
  // "ASN 64500", "AS 64500".
  const apart =
    first === 0x61 && length <= 3 && /^ASN?$/.test(word) ? /^ #?(\d{3,10})(?![\p{L}\p{N}.,:%])/u.exec(text.slice(end, end + 16)) : null;
  if (apart?.[1] && (length === 3 || around.about(place, 'address'))) {
    const number = Number(apart[1]);
    const malformed = number > 4294967295 ? 'asn-range' : undefined;
    push(scan, from, end + apart[0].length, 'asn', `AS${number}`, {
      malformed,
      harmless: !malformed && isReservedAsn(number) ? 'reserved' : undefined,
    });
    return end + apart[0].length;
  }
  if (first === 0x61 && /^asn?-?\d{1,10}$/i.test(word)) {
    const number = Number(/\d+$/.exec(word)?.[0]);
    const named =
      /^asn/i.test(word) ||
      /\b(?:asn|autonomous system|as number|hosted|hosting|provider|network|announced|routed)\b/.test(
        around.before(place) + around.after(place + length),
      );
    if (!/^AS/.test(word) || (!named && (number < 100 || number === 400))) return end;
    push(scan, from, end, 'asn', `AS${number}`, {
      malformed: number > 4294967295 ? 'asn-range' : undefined,
      harmless: number <= 4294967295 && isReservedAsn(number) ? 'reserved' : undefined,
    });
    return end;
  }
  if (length >= 24 && /^[0-9a-f]+$/i.test(word)) {
    readHash(scan, from, end, word, place);
    return end;
  }
  if (length >= 26) readWallet(scan, from, end, word, place);
  return end;
}

function isReservedAsn(number: number): boolean {
  return number === 0 || number === 23456 || (number >= 64496 && number <= 131071) || number >= 4200000000;
}

const HASH_NAME = /\b(?:(md5)|(sha-?1)|(sha-?256|sha2)|(sha-?512))\b/g;
const NAMED_LENGTH = [32, 40, 64, 128];

function readHash(scan: Scan, from: number, end: number, word: string, place: number): void {
  const { around } = scan;
  const length = word.length;
  if (/^(.)\1*$/.test(word) || /^\d+$/.test(word)) return;
  const value = word.toLowerCase();
  const known = HASH_LENGTHS.get(length);
  const before = around.before(place);
  let named: number | undefined;
  for (const found of before.matchAll(HASH_NAME)) named = NAMED_LENGTH[found.slice(1).findIndex(group => group !== undefined)];
  const letters = /[a-f]/i.test(word) && /\d/.test(word);
  if (known === 'md5' && around.about(place, 'imphash') && /imphash/.test(before)) {
    push(scan, from, end, 'imphash', value);
    return;
  }
  if (known) {
    push(scan, from, end, known, value, {
      malformed: named !== undefined && named !== length && /\b(?:md5|sha-?\d+)\b[^,;]{0,6}$/.test(before) ? 'hash-kind' : undefined,
    });
    return;
  }
  const near = [32, 40, 64, 128].some(size => Math.abs(size - length) <= 2);
  const context = around.about(place, 'hash');
  if (!letters || !(near || (context && named !== undefined && length >= 28))) return;
  if (!context && length < 39) return;
  push(scan, from, end, 'hash', value, { malformed: 'hash-length' });
}

function readWallet(scan: Scan, from: number, end: number, word: string, place: number): void {
  const { around } = scan;
  const length = word.length;
  if (/^bc1[02-9ac-hj-np-z]{11,71}$/i.test(word) && (word === word.toLowerCase() || word === word.toUpperCase())) {
    const valid = isBech32(word.toLowerCase());
    push(scan, from, end, 'wallet', word.toLowerCase(), { malformed: valid ? undefined : 'checksum' });
    return;
  }
  if (length === 42 && /^0x[0-9a-f]{40}$/i.test(word)) {
    push(scan, from, end, 'wallet', word);
    return;
  }
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word.slice(1));
  if (!mixed) return;
  if (/^4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}$/.test(word)) push(scan, from, end, 'wallet', word);
  else if (/^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(word) && around.about(place, 'wallet')) push(scan, from, end, 'wallet', word);
}

// --- Domains --------------------------------------------------------------------------------------------------------

function readDomain(scan: Scan, from: number, end: number, run: string): number {
  const { text } = scan;
  const marks = marksIn(scan, from, end);
  // Underscores at its start belong to a name in code; "_dmarc" and the like are names of DNS.
  const domain = run.toLowerCase();
  const fault = domainFault(domain);
  if (fault === 'no-domain') return end;
  const labels = domain.split('.');
  const suffix = labels[labels.length - 1] ?? '';
  const known = hasKnownSuffix(domain);
  const spaced = marks.some(mark => mark.spaced);
  if (marks.length === 0 ? !known : !/^(?:xn--[a-z0-9-]+|\p{L}{2,})$/u.test(suffix)) return end;
  if (spaced && !COMMON_TOP_LEVEL_DOMAINS.has(suffix)) return end;
  if (marks.length === 0 && fault !== undefined) return end;
  const lastDot = from + domain.lastIndexOf('.');
  const written = marks.length === 0 ? 'plain' : marks.some(mark => mark.at === lastDot) ? 'defanged' : 'half-defanged';
  const tail = tailOf(text, end);
  const isUrl = /[/?]/.test(tail) && tail !== '/';
  const reserved = isReservedDomain(domain);
  const harmless = reserved
    ? 'reserved'
    : marks.length === 0
      ? plainHarmless(scan, from, run, labels, suffix, isUrl)
      : fileLike(labels, suffix)
        ? 'file-name'
        : undefined;
  if (harmless === 'none') return end;
  const authority = /^:\d+/.exec(tail)?.[0] ?? '';
  const to = isUrl ? end + tail.length : end + authority.length;
  push(scan, from, to, isUrl ? 'url' : 'domain', `${domain}${isUrl ? tail : authority}`, {
    malformed: harmless ? undefined : (fault ?? (known ? undefined : 'unknown-tld')),
    harmless,
    written,
    styles: marks.map(mark => mark.style),
    lookalike: disguise(domain),
  });
  return to;
}

/** Port and path that follow a host. */
function tailOf(text: string, end: number): string {
  const port = /^:\d{2,5}(?![\d.])/.exec(text.slice(end, end + 7))?.[0] ?? '';
  const at = end + port.length;
  if (text[at] !== '/' || !/[A-Za-z0-9._~%?=#@!$&'+-]/.test(text[at + 1] ?? '')) return port;
  return port + text.slice(at, trimUrl(text, at, untilUrlStop(text, at)));
}

function fileLike(labels: readonly string[], suffix: string): boolean {
  return (
    labels.length === 2 &&
    /^(?:exe|dll|php|html?|aspx?|jsp|js|vbs|ps1|bat|docx?|xlsx?|pdf|txt|lnk|iso|dat|tmp|hta|jar|apk|bin|csv|json|xml)$/.test(suffix)
  );
}

/** Why a domain in plain spelling may be none; `none` when it is none at all. */
function plainHarmless(
  scan: Scan,
  from: number,
  run: string,
  labels: readonly string[],
  suffix: string,
  isUrl: boolean,
): Indicator['harmless'] | 'none' | undefined {
  const { text, around } = scan;
  const place = originalPlace(scan, from);
  const written = run.split('.');
  const lastWritten = written[written.length - 1] ?? '';
  const before = text[from - 1] ?? '';
  const after = text[from + run.length] ?? '';
  // "the end.In": a space was forgotten. Mixed case never ends a domain.
  if (lastWritten !== suffix && lastWritten !== lastWritten.toUpperCase()) return PRODUCTS.has(labels.join('.')) ? 'product' : 'none';
  if (labels.some(label => label === '' || /^_|_$/.test(label)) || /[\\$]/.test(before)) return 'none';
  if (after === '(' || before === '/' || after === '\\') return 'none';
  if (PRODUCTS.has(labels.join('.')) || PRODUCTS.has(labels.slice(-2).join('.'))) return 'product';
  // Members of objects and keys of settings: "request.query.foo", "ms.date: 2024".
  const isRare = !COMMON_TOP_LEVEL_DOMAINS.has(suffix);
  if (isRare && !isUrl && (labels.some(label => CODE_WORDS.has(label)) || (after === ':' && /\s/.test(text[from + run.length + 1] ?? ''))))
    return 'product';
  const www = labels[0] === 'www';
  if (www) return isPublisher(labels.join('.')) ? 'publisher' : undefined;
  const named =
    /\b(?:domains?|sub-?domains?|web ?sites?|sites?|hosts?|hostnames?|servers?|visit|c2|url|sinkhole[ds]?|registered)\b[^.!?]{0,24}$/.test(
      around.before(place),
    );
  if (FILE_SUFFIXES.has(suffix) && !named && !(isUrl && COMMON_TOP_LEVEL_DOMAINS.has(suffix))) {
    const domainLike =
      COMMON_TOP_LEVEL_DOMAINS.has(suffix) && /[-\d]/.test(labels[labels.length - 2] ?? '') && around.about(place, 'domain');
    if (!domainLike) return 'file-name';
  }
  if (/^(?:com|org|net|io|edu|gov|java|javax|android|androidx|de|uk)$/.test(labels[0] ?? '') && labels.length > 2 && !named)
    return 'product';
  const single = labels.slice(0, -1).every(label => label.length === 1);
  if (single && labels.length > 2) return 'none';
  if (labels.length === 2 && lastWritten === lastWritten.toUpperCase() && lastWritten !== suffix && (labels[0] ?? '').length <= 2)
    return 'none';
  if (isPublisher(labels.join('.'))) return 'publisher';
  // Capitals in the middle or of both parts name a product or a class: "Socket.io", "ASP.NET", "SharePoint.Online".
  const capital = /^\p{Lu}/u.test(written[0] ?? '');
  if (written.length > 1 && written.slice(1).some(label => /^\p{Lu}\p{Ll}/u.test(label))) return 'product';
  if (capital && labels.length === 2 && lastWritten === suffix) return 'product';
  if (/^[A-Z]+$/.test(run.replace(/\./g, '')) && suffix === 'net') return 'product';
  if (
    labels.some(label => CODE_WORDS.has(label)) &&
    !named &&
    !isUrl &&
    (WORD_SUFFIXES.has(suffix) || !COMMON_TOP_LEVEL_DOMAINS.has(suffix))
  )
    return 'product';
  if (COMMON_TOP_LEVEL_DOMAINS.has(suffix) && !WORD_SUFFIXES.has(suffix)) return undefined;
  if (named || isUrl || around.about(place, 'suspect') || around.about(place, 'domain')) return undefined;
  return /[-\d]/.test(labels.join('')) && !/_/.test(labels.join('')) && COMMON_TOP_LEVEL_DOMAINS.has(suffix) ? undefined : 'product';
}
