// Owns: the syntax and the reserved ranges of addresses: IPv4, IPv6, domains, AS numbers, wallets, hashes.
// Must not know: how they are written in prose, context, documents.
import { TOP_LEVEL_DOMAINS } from '../../lexicon/tlds.ts';

/** Four decimal numbers, impossible ones included; undefined when `text` is not four groups of one to three digits. */
export function ipv4Parts(text: string): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  return match ? match.slice(1).map(Number) : undefined;
}

/** Private, loopback, link-local, multicast, documentation and other ranges of the IANA special-purpose registry (RFC 6890 and its updates). */
export function isReservedIpv4(parts: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100 && b >= 64 && b <= 127) return true;
  if (a === 169 && b === 254) return true;
  if (a === 172 && b >= 16 && b <= 31) return true;
  if (a === 192) return b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99);
  if (a === 198) return b === 51 && c === 100;
  if (a === 203) return b === 0 && c === 113;
  // Resolvers that every reader knows, and netmasks.
  return (
    (a === 8 && b === 8 && (c === 8 || c === 4) && d === c) ||
    (a === 1 && b === d && a === b && (c === 1 || c === 0)) ||
    (a === 9 && b === 9)
  );
}

/** Eight 16-bit groups of an IPv6 address (RFC 4291, with an embedded IPv4 tail), or undefined. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  if (text.length < 2 || text.length > 45 || !text.includes(':')) return undefined;
  let address = text;
  const tail = address.slice(address.lastIndexOf(':') + 1);
  if (tail.includes('.')) {
    const parts = ipv4Parts(tail);
    if (!parts || parts.some(part => part > 255)) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = parts;
    address = `${address.slice(0, address.length - tail.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const read = (half: string | undefined): number[] | undefined => {
    if (!half) return [];
    const groups = half.split(':');
    return groups.every(group => /^[0-9a-f]{1,4}$/i.test(group)) ? groups.map(group => Number.parseInt(group, 16)) : undefined;
  };
  const left = read(halves[0]);
  const right = read(halves[1]);
  if (!left || !right) return undefined;
  if (halves.length === 1) return left.length === 8 ? left : undefined;
  const missing = 8 - left.length - right.length;
  return missing >= 1 ? [...left, ...Array<number>(missing).fill(0), ...right] : undefined;
}

/** The canonical spelling of RFC 5952, without the embedded IPv4 form. */
export function ipv6Text(groups: readonly number[]): string {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < groups.length; ) {
    let j = i;
    while (j < groups.length && groups[j] === 0) j++;
    if (j - i > bestLength) {
      best = i;
      bestLength = j - i;
    }
    i = Math.max(j, i + 1);
  }
  const text = (part: readonly number[]) => part.map(group => group.toString(16)).join(':');
  return best < 0 ? text(groups) : `${text(groups.slice(0, best))}::${text(groups.slice(best + bestLength))}`;
}

/** Loopback, unspecified, unique local, link-local, multicast, documentation (RFC 3849, RFC 9637), discard, mapped private ranges. */
export function isReservedIpv6(groups: readonly number[]): boolean {
  const [a = 0, b = 0] = groups;
  if (groups.slice(0, 7).every(group => group === 0)) return true;
  if ((a & 0xfe00) === 0xfc00 || (a & 0xffc0) === 0xfe80 || (a & 0xff00) === 0xff00) return true;
  if ((a === 0x2001 && b === 0xdb8) || (a === 0x3fff && b < 0x1000) || a === 0x100) return true;
  if (groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff) {
    const [g = 0, h = 0] = groups.slice(6);
    return isReservedIpv4([g >> 8, g & 255, h >> 8, h & 255]);
  }
  return false;
}

const RESERVED_SUFFIX = new Set([
  'example',
  'test',
  'invalid',
  'localhost',
  'local',
  'internal',
  'lan',
  'arpa',
  'localdomain',
  'intranet',
  'corp',
  'home',
]);
const RESERVED_DOMAIN =
  /(?:^|\.)(?:example\.(?:com|net|org|edu)|contoso\.(?:com|net|org)|fabrikam\.com|onmicrosoft\.com|your-?domain\.\w+|domain\.(?:com|tld))$/;

/** Names that RFC 2606, RFC 6761 and RFC 9476 keep for examples and local use, and the example companies of vendors' manuals. */
export function isReservedDomain(domain: string): boolean {
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  return RESERVED_SUFFIX.has(last) || RESERVED_DOMAIN.test(domain);
}

/** Whether the last label is delegated, or local by convention. */
export function hasKnownSuffix(domain: string): boolean {
  const last = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase();
  return TOP_LEVEL_DOMAINS.has(last) || RESERVED_SUFFIX.has(last) || /^xn--[a-z0-9-]{2,59}$/.test(last);
}

/** Length in hexadecimal digits of the hash functions that reports use. */
export const HASH_LENGTHS: ReadonlyMap<number, 'md5' | 'sha1' | 'sha256' | 'sha512' | 'hash'> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [56, 'hash'],
  [64, 'sha256'],
  [96, 'hash'],
  [128, 'sha512'],
]);

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Whether a segwit address (`bc1…`) has a right checksum, by BIP 173 or BIP 350. `address` in lower case. */
export function isBech32(address: string): boolean {
  const split = address.lastIndexOf('1');
  if (split < 1 || address.length - split < 7 || address.length > 90) return false;
  const values: number[] = [];
  const prefix = address.slice(0, split);
  for (const char of prefix) values.push(char.charCodeAt(0) >> 5);
  values.push(0);
  for (const char of prefix) values.push(char.charCodeAt(0) & 31);
  for (const char of address.slice(split + 1)) {
    const value = BECH32.indexOf(char);
    if (value < 0) return false;
    values.push(value);
  }
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if ((top >> i) & 1) check ^= [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3][i] ?? 0;
  }
  return check === 1 || check === 0x2bc830a3;
}

const LATIN_LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  ь: 'b',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  в: 'b',
  г: 'r',
  п: 'n',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  κ: 'k',
  ι: 'i',
  ε: 'e',
  η: 'n',
  γ: 'y',
  ω: 'w',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ո: 'n',
  օ: 'o',
  ս: 'u',
  ց: 'g',
  ｏ: 'o',
  '０': '0',
  '１': '1',
  ɩ: 'i',
  ʟ: 'l',
  ꜱ: 's',
  ᴏ: 'o',
};

/** What a reader takes a domain for whose letters are borrowed from other scripts; undefined when none is. Script facts of Unicode TS 39. */
export function lookalikeOf(domain: string): string | undefined {
  let borrowed = 0;
  let foreign = 0;
  let shown = '';
  for (const char of domain) {
    const plain = LATIN_LOOKALIKES[char];
    if (plain) borrowed++;
    else if (char > '\u007f') foreign++;
    shown += plain ?? char;
  }
  if (borrowed === 0 || foreign > 0) return undefined;
  // A name that is of one other script under a suffix of its own is no disguise.
  const letters = [...domain.slice(0, Math.max(domain.lastIndexOf('.'), 0))].filter(char => /\p{L}/u.test(char));
  const suffix = domain.slice(domain.lastIndexOf('.') + 1);
  if (/[^a-z0-9-]/.test(suffix)) return undefined;
  return letters.length > 0 ? shown : undefined;
}

/** The Unicode form of a domain with punycode labels (RFC 3492); undefined when it has none or one cannot be decoded. */
export function fromPunycode(domain: string): string | undefined {
  if (!/(?:^|\.)xn--/i.test(domain)) return undefined;
  const labels: string[] = [];
  for (const label of domain.split('.')) {
    if (!/^xn--/i.test(label)) {
      labels.push(label);
      continue;
    }
    const decoded = label.length > 63 ? undefined : decodePunycode(label.slice(4).toLowerCase());
    if (decoded === undefined) return undefined;
    labels.push(decoded);
  }
  return labels.join('.');
}

/** RFC 3492 section 6.2, with its parameters for IDNA. */
function decodePunycode(input: string): string | undefined {
  const split = input.lastIndexOf('-');
  const output = split > 0 ? [...input.slice(0, split)].map(char => char.codePointAt(0) ?? 0) : [];
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = split > 0 ? split + 1 : 0; at < input.length; ) {
    const old = i;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const code = input.charCodeAt(at++);
      const digit = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : -1;
      if (digit < 0) return undefined;
      i += digit * weight;
      if (i > 0x7fffffff) return undefined;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const size = output.length + 1;
    let delta = old === 0 ? Math.floor((i - old) / 700) : (i - old) >> 1;
    delta += Math.floor(delta / size);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    n += Math.floor(i / size);
    i %= size;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined;
    output.splice(i, 0, n);
    i++;
  }
  return String.fromCodePoint(...output);
}
