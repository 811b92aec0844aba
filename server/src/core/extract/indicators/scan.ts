// Owns: one forward scan of a text for indicators of every kind. Each character is looked at a bounded number of times.
// Must not know: how each kind is told; trees, documents, rules, what is done with an indicator.
import type { Surroundings } from './context.ts';
import { readDomain, readEmail } from './domains.ts';
import { readIpv6, readNumbers } from './ip-addresses.ts';
import { REGISTRY, readRegistry, readUnixPath, readWindowsPath, WINDOWS_PATH } from './paths.ts';
import { plainView } from './refang.ts';
import { type Found, firstOf, isHost, match, push, runEnd, type Scan } from './scan-state.ts';
import { readUrl, SCHEME, untilUrlStop } from './urls.ts';
import { readWord } from './words.ts';

const OTHER_SCHEME = /[a-z][a-z0-9+-]{1,20}:\/\//iy;
const SSDEEP = /\d{1,9}:[A-Za-z0-9/+]{6,148}:[A-Za-z0-9/+]{3,148}(?![A-Za-z0-9/+:])/y;

/** Indicators of `original` in order; none overlaps another. Linear in its length. Spans count from its start. */
export function scanIndicators(original: string, around: Surroundings): Found[] {
  const view = plainView(original);
  const scan: Scan = { view, text: view.text, original, around, found: [], mark: 0, hasScheme: view.text.includes('://') };
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
  const other = scan.hasScheme ? match(OTHER_SCHEME, text, at) : undefined;
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
  if (firstDot === end) return readWord(scan, from, end, length);
  if (length > 4000) return end;
  const run = text.slice(from, end);
  if (/^[\d.]+$/.test(run)) return readNumbers(scan, from, end, run);
  const hyphen = /^(\d{1,3}(?:\.\d{1,3}){3})[-_]/.exec(run);
  if (hyphen && !/[a-z]{2}$/i.test(run)) return end;
  return readDomain(scan, from, end, run);
}
