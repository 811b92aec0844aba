// Owns: IPv4 and IPv6 addresses in a text, told from versions, numberings and clocks.
// Must not know: domains, URLs.
import { ipv4Parts, ipv6Groups, ipv6Text, isReservedIpv4, isReservedIpv6 } from './addresses.ts';
import { followsProduct, readsAsAddress, readsAsVersion } from './context.ts';
import { placeOf } from './refang.ts';
import { isHost, marksIn, match, originalPlace, push, runEnd, type Scan } from './scan-state.ts';

/** `198.51.100.7`, with port or prefix; never a version, a section number or an object identifier. */
export function readNumbers(scan: Scan, from: number, end: number, run: string): number {
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

const IPV6_RUN = /[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,9}(?:(?:\.\d{1,3}){3})?/iy;

/** Reads what may be an IPv6 address; answers where to go on. */
export function readIpv6(scan: Scan, at: number): number {
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
