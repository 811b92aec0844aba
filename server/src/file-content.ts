// Owns: what the bytes of a file are to the engine: text, a format that readers know, or a problem.
// Must not know: where the bytes come from.
import type { FileContent } from './core/engine/types.ts';
import { type Phrase, phrase } from './core/text/phrases.ts';

/** Formats that are read as bytes, for readers that know them. */
const BINARY_FORMATS = /\.(?:pdf|docx)$/i;
/** A NUL this early means that a file is no text. */
const SNIFFED = 8192;

/** Whether a file is read as bytes, by its name. */
export function isBinaryFormat(name: string): boolean {
  return BINARY_FORMATS.test(name);
}

/** Text of bytes: a BOM is dropped, and what is not UTF-8 is said to be so, with the place of the first bad byte. */
export function contentOf(bytes: Uint8Array, binary: boolean): FileContent {
  if (binary) return { kind: 'bytes', bytes };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return problem('encoding', phrase`UTF-16; save it as UTF-8`);
  if (bytes.subarray(0, SNIFFED).includes(0)) return problem('binary', phrase`it holds NUL bytes`);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes), bom };
  } catch {
    return problem('encoding', phrase`bad byte in line ${lineOfBadByte(bytes)}`);
  }
}

/** A file that cannot be read as text, and why. */
export function problem(kind: Extract<FileContent, { kind: 'problem' }>['problem'], detail: Phrase | string): FileContent {
  return { kind: 'problem', problem: kind, detail };
}

/** A packed file that holds more than may be read. */
export function tooLargeUnpacked(maxBytes: number): FileContent {
  return problem('too-large', phrase`more than ${Math.round(maxBytes / 1e6)} MB unpacked`);
}

/** A packed file that cannot be unpacked. */
export function damagedPack(): FileContent {
  return problem('unreadable', phrase`the packed file is damaged or breaks off`);
}

/** One-based line of the first byte that cannot be UTF-8. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
  }
  return line;
}
