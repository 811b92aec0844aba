// Owns: URLs in a text: where they end, what their host says; the port and path behind a host.
// Must not know: domains without a scheme, context.
import { hostIsDefanged, hostOf, isPublisher, judgeHost } from './hosts.ts';
import { plainScheme } from './refang.ts';
import { firstOf, marksIn, match, push, type Scan } from './scan-state.ts';

/** Schemes of addresses, plain and defanged. */
export const SCHEME = /(?:h(?:tt|xx|\*\*|tx|xt|xxt|ttx)ps?|meow|s?f(?:t|x)ps?|wss?|tcp|udp|ldaps?|rmi|smb|ssh|socks[45]):\/\//iy;
const URL_STOP = /[\s<>"“”‘’«»`|{}^\u0000-\u001f]/u;

/** Where what no URL holds comes first. */
export function untilUrlStop(text: string, at: number): number {
  let end = at;
  while (end < text.length && !URL_STOP.test(text[end] as string)) end++;
  return end;
}

/** Reads the URL at `at`, where `SCHEME` matches; answers where to go on. */
export function readUrl(scan: Scan, at: number): number {
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

/** Port and path that follow a host. */
export function tailOf(text: string, end: number): string {
  const port = /^:\d{2,5}(?![\d.])/.exec(text.slice(end, end + 7))?.[0] ?? '';
  const at = end + port.length;
  if (text[at] !== '/' || !/[A-Za-z0-9._~%?=#@!$&'+-]/.test(text[at + 1] ?? '')) return port;
  return port + text.slice(at, trimUrl(text, at, untilUrlStop(text, at)));
}
