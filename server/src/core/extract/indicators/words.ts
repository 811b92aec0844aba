// Owns: words without dots that are indicators: hashes, AS numbers, wallets.
// Must not know: hosts, paths.
import { HASH_LENGTHS, isBech32 } from './addresses.ts';
import { originalPlace, push, type Scan } from './scan-state.ts';

/** Reads a word without dots, `length` characters long; answers where to go on. */
export function readWord(scan: Scan, from: number, end: number, length: number): number {
  const { text, around } = scan;
  if (length < 2 || length > 200) return end;
  const first = text.charCodeAt(from) | 0x20;
  const word = text.slice(from, end);
  const place = originalPlace(scan, from);
  // "ASN 64500", "AS 64500".
  const apart =
    first === 0x61 && length <= 3 && /^ASN?$/.test(word) ? /^ #?(\d{3,10})(?![\p{L}\p{N}.,:%])/u.exec(text.slice(end, end + 16)) : null;
  if (apart?.[1] && (length === 3 || around.about(place, 'address'))) {
    pushAsn(scan, from, end + apart[0].length, Number(apart[1]));
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
    pushAsn(scan, from, end, number);
    return end;
  }
  if (length >= 24 && /^[0-9a-f]+$/i.test(word)) {
    readHash(scan, from, end, word, place);
    return end;
  }
  if (length >= 26) readWallet(scan, from, end, word, place);
  return end;
}

function pushAsn(scan: Scan, from: number, to: number, number: number): void {
  const possible = number <= 4294967295;
  push(scan, from, to, 'asn', `AS${number}`, {
    malformed: possible ? undefined : 'asn-range',
    harmless: possible && isReservedAsn(number) ? 'reserved' : undefined,
  });
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
  const near = NAMED_LENGTH.some(size => Math.abs(size - length) <= 2);
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
