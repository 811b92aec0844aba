// Owns: where sentences end in security prose and news.
// Must not know: Markdown, claims. It reads prose in which the marks of markup are spaces already.
import type { Span } from '../text/span.ts';
import { isWhiteSpace } from '../text/white-space.ts';
import * as abbreviations from './abbreviations.ts';
import { pushSentence } from './long-sentences.ts';

/**
 * The sentences of the paragraph that `span` names, trimmed, in order; spans count from the start of `prose`.
 * Linear. Uses no locale data of the host, so that every host cuts alike.
 *
 * A sentence keeps its closing quotation marks and brackets, and citations right behind its full stop. One of thousands of words is cut.
 */
export function splitSentences(prose: string, span: Span): Span[] {
  const sentences: Span[] = [];
  const paragraph = new Paragraph(prose, span);
  let start = paragraph.skipSpace(span.start);
  for (let at = start; at < span.end; ) {
    const stop = paragraph.nextStop(at);
    if (stop >= span.end) break;
    const cut = paragraph.cutAt(stop, start);
    if (cut.end === undefined) {
      at = cut.next;
      continue;
    }
    pushSentence(prose, { start, end: cut.end }, sentences);
    start = paragraph.skipSpace(cut.end);
    at = start;
  }
  const end = paragraph.trimEnd(start);
  if (end > start) pushSentence(prose, { start, end }, sentences);
  return sentences;
}

/** A heading is one sentence, whatever stands in it, unless it is too long for one. */
export function headingSentences(prose: string, span: Span): Span[] {
  const sentences: Span[] = [];
  pushSentence(prose, span, sentences);
  return sentences;
}

/** Longest bracket whose inside is kept in one piece. */
const BRACKET_REACH = 400;
/** How far around a stop words are read. */
const WORD_REACH = 60;

interface Cut {
  /** Where the sentence ends, when it does. */
  readonly end?: number;
  /** Where to look on, when it does not. */
  readonly next: number;
}

class Paragraph {
  readonly #prose: string;
  readonly #start: number;
  readonly #end: number;
  /** Ends of the brackets by their start, in order; only short ones that are closed. */
  readonly #brackets: readonly Span[];
  #bracket = 0;
  #lowerOnlyKnown: boolean | undefined;

  constructor(prose: string, span: Span) {
    this.#prose = prose;
    this.#start = span.start;
    this.#end = span.end;
    this.#brackets = bracketsOf(prose, span);
  }

  /** No capital letter anywhere: chats and logs. */
  get #lowerOnly(): boolean {
    this.#lowerOnlyKnown ??= !/\p{Lu}/u.test(this.#prose.slice(this.#start, this.#end));
    return this.#lowerOnlyKnown;
  }

  skipSpace(from: number): number {
    let at = from;
    while (at < this.#end && isWhiteSpace(this.#prose.charCodeAt(at))) at++;
    return at;
  }

  trimEnd(start: number): number {
    let at = this.#end;
    while (at > start && isWhiteSpace(this.#prose.charCodeAt(at - 1))) at--;
    return at;
  }

  nextStop(from: number): number {
    let at = from;
    while (at < this.#end && !isStop(this.#prose.charCodeAt(at))) at++;
    return at;
  }

  /** What the stop at `stop` does to the sentence that starts at `start`. */
  cutAt(stop: number, start: number): Cut {
    const prose = this.#prose;
    let after = stop;
    while (after < this.#end && (isStop(prose.charCodeAt(after)) || this.#spacedDot(after))) after++;
    const marks = prose.slice(stop, after).replace(/ /g, '');
    const on: Cut = { next: after };
    const wide = isWideStop(marks.charCodeAt(marks.length - 1));
    const closers = this.#closers(after, wide);
    const quoted = closers > after && /["“”’»'」』›]/.test(prose.slice(after, closers));
    if (this.#inBracket(stop, start, closers)) return on;
    const next = this.skipSpace(closers);
    if (next >= this.#end) return { end: this.trimEnd(start), next: this.#end };
    if (next === closers && !wide) {
      return this.#cited(closers, next) ?? (this.#missingSpace(stop, after, closers) ? { end: closers, next: closers } : on);
    }
    const cited = this.#cited(closers, next);
    // `at 1:40 a.m. [@call; @minutes].` ends behind its citations.
    if (cited && cited.next < this.#end && isStop(prose.charCodeAt(cited.next))) return on;
    if (cited && this.#ends(stop, marks, quoted, start, cited.next)) return cited;
    return this.#ends(stop, marks, quoted, start, next) ? { end: closers, next } : on;
  }

  /** The dots of `. . .`. */
  #spacedDot(at: number): boolean {
    const prose = this.#prose;
    return (
      prose.charCodeAt(at) === 32 && prose.charCodeAt(at - 1) === 46 && prose.charCodeAt(at + 1) === 46 && !isWord(prose.charCodeAt(at + 2))
    );
  }

  /** End of the quotation marks and brackets that close right behind a stop. */
  #closers(from: number, wide: boolean): number {
    let at = from;
    while (at < this.#end) {
      const code = this.#prose.charCodeAt(at);
      if (!isCloser(code)) break;
      // A German closing mark is an English opening one; a straight mark with a word right behind it opens.
      if (code === 0x201c && isWord(this.#prose.charCodeAt(at + 1))) break;
      if ((code === 34 || code === 39) && isWord(this.#prose.charCodeAt(at + 1)) && !wide) break;
      at++;
    }
    return at;
  }

  /** Citations right behind a stop belong to the sentence before: `. [@key]`, `.[[key]]`, `. {C3}`, `.[1]`. */
  #cited(closers: number, next: number): Cut | undefined {
    const length = citationsAt(this.#prose, next, this.#end);
    if (length === 0) return undefined;
    const end = next + length;
    const then = this.skipSpace(end);
    if (then >= this.#end) return { end, next: then };
    // `. [@key] writes that …` opens a sentence.
    if (next > closers && isLower(this.#prose, then)) return undefined;
    return { end, next: then };
  }

  /** Whether `stop` lies in a short bracket that opened within the sentence and not at its start. */
  #inBracket(stop: number, start: number, closers: number): boolean {
    while (this.#bracket < this.#brackets.length && (this.#brackets[this.#bracket] as Span).end <= stop) this.#bracket++;
    const bracket = this.#brackets[this.#bracket];
    if (!bracket || bracket.start >= stop) return false;
    return bracket.start > start && closers < bracket.end;
  }

  /** `…end.The next` as it comes from a bad copy: a word, a full stop, and a word that opens sentences. */
  #missingSpace(stop: number, after: number, closers: number): boolean {
    if (this.#prose.charCodeAt(stop) !== 46 && !(closers > after)) return false;
    const before = this.#wordBefore(stop);
    if (!/^\p{Ll}{3,}$/u.test(before)) return false;
    const word = /^\p{Lu}\p{Ll}*(?=\s)/u.exec(this.#prose.slice(closers, closers + 20))?.[0];
    return word !== undefined && abbreviations.OPENERS.has(word.toLowerCase());
  }

  #wordBefore(stop: number): string {
    let at = stop;
    const limit = Math.max(this.#start, stop - WORD_REACH);
    while (at > limit && !isWhiteSpace(this.#prose.charCodeAt(at - 1))) at--;
    return this.#prose.slice(at, stop);
  }

  #ends(stop: number, marks: string, quoted: boolean, start: number, next: number): boolean {
    const prose = this.#prose;
    if (isWideStop(marks.charCodeAt(marks.length - 1))) return true;
    const follow = prose.slice(next, Math.min(this.#end, next + WORD_REACH));
    const bare = follow.replace(/^["'“‘«„([{¿¡*_—–-]+\s?/, '');
    const opened = bare.length < follow.length && /^["“„«([]/.test(follow);
    const kind = firstKind(bare);
    if (kind === 'none') return !/^[,;:)\]—–-]/.test(follow) && /^["“„«]/.test(follow);
    const ellipsis = marks.includes('…') || /\.\.\./.test(marks);
    if (kind === 'lower') return this.#lowerCaseOpens(stop, marks, quoted, opened, bare, ellipsis);
    if (quoted && (ellipsis || /[?!]/.test(marks)) && saysNext(bare)) return false;
    if (/[?!؟]/.test(marks))
      return !(/(?:^|\W)(?:Yahoo|Jeopardy)$/.test(prose.slice(Math.max(this.#start, stop - 9), stop)) && !opensSentence(bare));
    if (ellipsis) {
      if (/^I\b/.test(bare)) return false;
      return !(prose.charCodeAt(stop - 1) === 91 || prose.charCodeAt(stop - 1) === 40);
    }
    if (marks.length > 1) return true;
    return this.#fullStopEnds(stop, start, quoted, kind, bare, opened);
  }

  #lowerCaseOpens(stop: number, marks: string, quoted: boolean, opened: boolean, bare: string, ellipsis: boolean): boolean {
    if (ellipsis || /^\.+$/.test(marks) === false) return this.#lowerOnly && !quoted && !ellipsis;
    if (quoted) return false;
    if (abbreviations.classOf(this.#wordBefore(stop)) !== undefined) return false;
    if (this.#lowerOnly) return true;
    const word = /^\S+/.exec(bare)?.[0] ?? '';
    // iOS, eBay, evil[.]com, hxxp://…, svchost.exe, a quotation.
    return (
      /^\p{Ll}{1,2}\p{Lu}/u.test(word) ||
      /\[\.\]|\[dot\]|:\/\/|[\p{L}\d_]\.[\p{L}\d]/u.test(word) ||
      (opened && /^["“„«]/.test(this.#prose.slice(this.skipSpace(stop + 1), this.#end).slice(0, 1)))
    );
  }

  #fullStopEnds(stop: number, start: number, quoted: boolean, kind: 'upper' | 'digit' | 'other', bare: string, opened: boolean): boolean {
    const prose = this.#prose;
    const before = prose.charCodeAt(stop - 1);
    if (before === 91 || before === 40) return false;
    const word = this.#wordBefore(stop);
    const isFirst = stop - word.length <= start;
    if (quoted) return true;
    // "1. Open the file", "a. …", "IV. …"
    if (isFirst && /^[("'“]?(?:\d{1,3}|[a-zA-Z]|[IVX]{1,5})$/.test(word)) return false;
    const opens = kind !== 'digit' && opensSentence(bare);
    switch (abbreviations.classOf(word)) {
      case 'title':
        return kind === 'digit' || (opens && !/^(?:st|sr|jr)$/i.test(word) ? isFinalTitle(word) : opens);
      case 'number':
        if (kind !== 'upper') return kind === 'other';
        return !(abbreviations.LETTERED.test(word) ? /^(?:[A-Z]|[IVX]+)(?:[.,;)\s-]|$)/ : /^[IVX]{2,}\b/).test(bare);
      case 'never':
        return false;
      case 'dotted':
      case 'unit':
        return opens || (opened && kind === 'upper' && /^["“„«]/.test(prose.slice(this.skipSpace(stop + 1), this.skipSpace(stop + 1) + 1)));
      case 'clock':
        return (
          kind === 'upper' &&
          !/^(?:[A-Z]{2,4}T|UTC|GMT|Z|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Central|Eastern|Pacific|Mountain|British|Moscow|Beijing|London|Tokyo)\s|[A-Z][a-z]{2,8}\.?\s\d)/.test(
            bare,
          )
        );
      case 'list':
        return kind === 'upper' || kind === 'other';
      case 'date':
        return opens;
      case 'initial':
        return opens && !/^(?:[A-Z]\.)/.test(bare);
      default:
        return true;
    }
  }
}

/** "Dr." ends no sentence even before "The", "Jr." and "Gov." may. */
function isFinalTitle(word: string): boolean {
  return /^(?:jr|sr|gov|gen|rep|sen|col|esq)$/i.test(word);
}

function opensSentence(bare: string): boolean {
  const word = /^[\p{L}]+(?:['’]\p{L}+)?/u.exec(bare)?.[0];
  if (word === undefined || bare.charAt(word.length) === '.') return false;
  const lower = word.toLowerCase();
  return abbreviations.OPENERS.has(lower) || abbreviations.OPENERS.has(lower.replace(/['’].*$/, ''));
}

/** "Feld asked", "Lee Jae Myung said", "the ministry told": who speaks, behind a quotation that ends in `?` or `!`. */
function saysNext(bare: string): boolean {
  const words = bare.split(/\s+/, 6);
  for (let at = 1; at < words.length; at++) {
    const word = (words[at] as string).replace(/[.,;:!?].*$/, '').toLowerCase();
    if (abbreviations.SAYING.has(word))
      return !(
        at === 1 &&
        /^(?:He|She|They|We|I|It)$/.test(words[0] as string) &&
        /^(?:said|told) (?:nothing|that)/.test(words.slice(at).join(' '))
      );
    if (!/^\p{Lu}|^(?:of|the|de|van|von|al|bin|der)$/u.test(words[at] as string)) return false;
  }
  return false;
}

const CITATION = /(?:\[-?@[^[\]\n]{1,300}\]|\[\[[^[\]\n]{1,300}\]\]|\[\^[^[\]\s]{1,200}\]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\{[A-F][1-6]\})/y;

/** Length of the run of citations at `at`, spaces between them included. */
function citationsAt(prose: string, at: number, end: number): number {
  let to = at;
  for (let next = at; next < end; ) {
    const code = prose.charCodeAt(next);
    if (code !== 91 && code !== 123) break;
    CITATION.lastIndex = next;
    const match = CITATION.exec(prose);
    if (!match || next + match[0].length > end) break;
    to = next + match[0].length;
    next = to;
    while (next < end && isWhiteSpace(prose.charCodeAt(next))) next++;
    if (prose.charCodeAt(to) === 46 && to + 1 <= end && next === to) break;
  }
  return to - at;
}

function firstKind(bare: string): 'upper' | 'lower' | 'digit' | 'other' | 'none' {
  const code = bare.charCodeAt(0);
  if (code >= 97 && code <= 122) return 'lower';
  if (code >= 65 && code <= 90) return 'upper';
  const char = /^[\p{L}\p{N}$€£¥#@§]/u.exec(bare)?.[0];
  if (char === undefined) return 'none';
  if (/[\p{N}$€£¥#§]/u.test(char)) return 'digit';
  if (/[\p{Lu}\p{Lt}@]/u.test(char)) return 'upper';
  return /\p{Ll}/u.test(char) ? 'lower' : 'other';
}

function isLower(prose: string, at: number): boolean {
  return /^\p{Ll}/u.test(prose.slice(at, at + 2));
}

function bracketsOf(prose: string, span: Span): Span[] {
  const found: Span[] = [];
  let open: number[] = [];
  for (let at = span.start; at < span.end; at++) {
    const code = prose.charCodeAt(at);
    if (code === 40 || code === 91) open.push(at);
    else if (code === 41 || code === 93) {
      const start = open.pop();
      if (start === undefined || at - start > BRACKET_REACH) continue;
      // Keep the outermost only.
      while (found.length > 0 && (found[found.length - 1] as Span).start > start) found.pop();
      found.push({ start, end: at + 1 });
    }
    if (open.length > 1000) open = [];
  }
  return found;
}

function isStop(code: number): boolean {
  if (code < 0x61f) return code === 46 || code === 63 || code === 33;
  return code === 0x2026 || isWideStop(code);
}

/** Stops that need no space behind them (CJK), and those of other scripts. */
function isWideStop(code: number): boolean {
  return (
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff0e ||
    code === 0xff1f ||
    code === 0xff61 ||
    code === 0x061f ||
    code === 0x06d4 ||
    code === 0x0964 ||
    code === 0x0965 ||
    code === 0x2047 ||
    code === 0x203c
  );
}

function isCloser(code: number): boolean {
  switch (code) {
    case 34: // "
    case 39: // '
    case 41: // )
    case 93: // ]
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x00bb:
    case 0x203a:
    case 0x300d:
    case 0x300f:
    case 0xff09:
    case 0x3011:
      return true;
    default:
      return false;
  }
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;
}
