// Owns: cutting prose into words, numbers, marks and opaque strings (addresses, ids, hashes, paths), in linear time.
// Must not know: sentences, dates, names; what any word means.

export type TokenKind = 'word' | 'number' | 'opaque' | 'mark';

/** A piece of prose. `start` and `end` count from the start of the text that was cut. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly text: string;
  /** `text` in lower case, with straight apostrophes. */
  readonly lower: string;
  /** White space, or the start of the text, stands before it. */
  readonly spaced: boolean;
}

/** A token that is nothing but a dash of any kind. */
export const DASH = /^[-–—−‑]$/;

const OPENING = /^[([{<"'“”‘’«»*_~`|]+/;
const CLOSING = new Set([...')]}>"\'“”‘’«»*_`|.,;:!?…']);
const WORD = /[\p{L}\p{M}]/u;
const DIGIT_AND_LETTER = /\d.*[a-z]|[a-z].*\d/i;
/** Strings of letters and digits that still are a number with its unit, sign or ordinal ending. */
const NUMBER_WITH_UNIT = /^[~≈<>≤≥=+±#–—-]*(?:[A-Z]{0,3}[$€£¥])?\d[\d,.]*(?:-|–)?\p{L}{1,14}(?:[/-]\p{L}[\p{L}-]*)?[%+]?$/u;
const NUMBER_FIRST_COMPOUND = /^[~≈]?[$€£¥]?\d[\d,.]*[-–]\p{L}[\p{L}-]*$/u;
const CLOCK_OR_DATE = /^(?:\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?|\d{1,2}[:.]\d{2}(?::\d{2})?(?:Z|[ap]\.?m)?)$/i;
const RANGE = /^[~≈]?[$€£¥]?\d[\d,.]*[-–—][$€£¥]?\d[\d,.]*\p{L}{0,10}%?$/u;
/** v9.3 · 12.4.0.31 · 2.4.1b2 · 1.0.0-rc1: one token, since its parts mean nothing alone. */
const VERSION = /^(?:v\d+(?:\.\d+)*|\d+(?:\.\d+){2,})(?:[a-z]\d*|-(?:rc|beta|alpha|p|sp|build)\.?\d*)?$/i;
const HYPHENATED_WORD = /^(?:mid|early|late|pre|post|non|sub|multi|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[-–]\S+$/i;

/** Tokens of `text` between two offsets, in order. Every character that is no white space lies in one token. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    while (at < to && isSpace(text.charCodeAt(at))) at++;
    if (at >= to) break;
    let end = at;
    while (end < to && isAsciiLetter(text.charCodeAt(end))) end++;
    const word = end;
    while (end < to && !isSpace(text.charCodeAt(end))) end++;
    // The usual case: letters, and perhaps a mark behind them.
    if (word > at && (end === word || (end === word + 1 && isEndMark(text.charCodeAt(word))))) pushWord(text, at, word, end, tokens);
    else cutChunk(text, at, end, tokens);
    at = end;
  }
  return tokens;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** , . : ; ! ? */
function isEndMark(code: number): boolean {
  return code === 44 || code === 46 || code === 58 || code === 59 || code === 33 || code === 63;
}

function pushWord(text: string, start: number, word: number, end: number, tokens: Token[]): void {
  const piece = text.slice(start, word);
  tokens.push({ start, end: word, kind: 'word', text: piece, lower: piece.toLowerCase(), spaced: true });
  if (end === word) return;
  const mark = text.charAt(word);
  tokens.push({ start: word, end, kind: 'mark', text: mark, lower: mark, spaced: false });
}

function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0xfeff;
}

function cutChunk(text: string, start: number, end: number, tokens: Token[]): void {
  let low = start;
  let high = end;
  const opening = end - start <= 400 ? OPENING.exec(text.slice(start, end)) : null;
  if (opening) low += opening[0].length;
  while (high > low && CLOSING.has(text[high - 1] as string)) high--;
  const core = text.slice(low, high);
  if (core.length > 2 && isOpaque(core)) {
    cutPlain(text, start, low, tokens, true);
    push(text, low, high, 'opaque', low === start, tokens);
    cutPlain(text, high, end, tokens, false);
    return;
  }
  if (core.length < 60 && VERSION.test(core)) {
    cutPlain(text, start, low, tokens, true);
    push(text, low, high, 'number', low === start, tokens);
    cutPlain(text, high, end, tokens, false);
    return;
  }
  cutPlain(text, start, end, tokens, true);
}

/** Addresses, ids, hashes, paths, file names with digits: strings that hold no number of their own. */
function isOpaque(core: string): boolean {
  if (core.length > 400) return /\d/.test(core.slice(0, 400)) || core.includes('/');
  if (core.includes('://') || core.startsWith('www.') || core.includes('[.]') || core.includes('(.)') || core.includes('[:]')) return true;
  if (core.includes('(dot)') || core.includes('[dot]') || core.includes('[at]')) return true;
  if (core.includes('\\') || core.includes('_')) return true;
  const at = core.indexOf('@');
  if (at > 0 && at < core.length - 1) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}[/:]\d+$/.test(core)) return true;
  if (!/\d/.test(core)) return core.includes('/') && /^[./~]|\/.*\/|\.\w+$/.test(core);
  if (/^-\d{4,}$/.test(core)) return true;
  if (!DIGIT_AND_LETTER.test(core) || HYPHENATED_WORD.test(core)) return false;
  if (core.length >= 7 && /^[0-9a-f]+$/i.test(core) && !/^\d+[ef]$/i.test(core)) return true;
  if (/^0x[0-9a-f]+/i.test(core)) return true;
  if (/^[A-Za-z]{1,5}-\d{2,}(?:-\w+)*$/.test(core)) return true;
  if (/^T[A]?\d{4}(?:\.\d{3})?$/.test(core)) return true;
  if (/^v?\d+(?:\.\d+)+[a-z]?\d*(?:-(?:rc|beta|alpha|p|sp|build)\.?\d*)?$/i.test(core)) return false;
  if (NUMBER_WITH_UNIT.test(core) || NUMBER_FIRST_COMPOUND.test(core) || CLOCK_OR_DATE.test(core) || RANGE.test(core)) return false;
  if (core.includes('/') && /\p{L}/u.test(core)) return !/^[\p{L}]+\/[\p{L}]+$/u.test(core) && !/^\d+\/\d+/.test(core);
  // file10.txt, host3.example.org; but not "U.S.2"
  return /[\p{L}\d]\.[\p{L}]{2,}/u.test(core) && !core.includes(',');
}

function cutPlain(text: string, start: number, end: number, tokens: Token[], spaced: boolean): void {
  let at = start;
  let first = spaced;
  while (at < end) {
    const next = takePiece(text, at, end);
    push(text, at, next.end, next.kind, first, tokens);
    first = false;
    at = next.end;
  }
}

function takePiece(text: string, at: number, end: number): { end: number; kind: TokenKind } {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return { end: numberEnd(text, at, end), kind: 'number' };
  if (!isWordAt(text, at)) return { end: at + (isPair(text, at, end) ? 2 : 1), kind: 'mark' };
  let to = at;
  while (to < end) {
    if (isWordAt(text, to) || (to > at && isDigit(text.charCodeAt(to)))) {
      to += isPair(text, to, end) ? 2 : 1;
      continue;
    }
    const c = text[to];
    const joins = c === "'" || c === '’' || c === '‑' || (c === '.' && isInitialBefore(text, at, to));
    if (joins && to + 1 < end && isWordAt(text, to + 1)) {
      to++;
      continue;
    }
    // U.S. and the like keep their last full stop when another stood inside.
    if (c === '.' && to - at >= 3 && text[to - 2] === '.' && isWordAt(text, to - 1)) to++;
    break;
  }
  return { end: to, kind: 'word' };
}

function isInitialBefore(text: string, start: number, at: number): boolean {
  return at - start === 1 || text[at - 2] === '.';
}

/** Digits with inner separators: 1,986,412 · 1.97 · 3.1.4.20. A separator counts only between digits. */
function numberEnd(text: string, at: number, end: number): number {
  let to = at;
  while (to < end) {
    if (isDigit(text.charCodeAt(to))) to++;
    else if ((text[to] === ',' || text[to] === '.') && to + 1 < end && isDigit(text.charCodeAt(to + 1))) to++;
    else break;
  }
  return to;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isPair(text: string, at: number, end: number): boolean {
  return at + 1 < end && (text.codePointAt(at) as number) > 0xffff;
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code);
  return WORD.test(String.fromCodePoint(text.codePointAt(at) as number));
}

function push(text: string, start: number, end: number, kind: TokenKind, spaced: boolean, tokens: Token[]): void {
  if (end <= start) return;
  const piece = text.slice(start, end);
  tokens.push({ start, end, kind, text: piece, lower: piece.toLowerCase().replaceAll('’', "'"), spaced });
}
