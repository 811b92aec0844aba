// Owns: the grammar of BibTeX and BibLaTeX files: entries and fields with their places, values as a reader sees them.
// Must not know: what fields mean, Sources.
// The parsers at hand give no places, or weigh half a megabyte, or bring a network layer with them; hence this reader.
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';

export interface BibField {
  /** Lower case. */
  readonly name: string;
  /** Without braces, escapes resolved, white space folded. */
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface BibEntry {
  /** Lower case, without `@`. */
  readonly type: string;
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly fields: readonly BibField[];
}

interface Problem {
  readonly span: Span;
  readonly message: Phrase;
}

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** LaTeX accents as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  ldots: '…',
  dots: '…',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textasciitilde: '~',
  textbackslash: '\\',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  copyright: '©',
  textregistered: '®',
  texttrademark: '™',
  euro: '€',
  pounds: '£',
  S: '§',
  P: '¶',
  dag: '†',
  guillemotleft: '«',
  guillemotright: '»',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
};

/** Reads all entries. An entry that is broken is a problem at its place, and reading goes on at the next `@` that opens a line. Linear. */
export function readBibtex(text: string, problems: Problem[]): BibEntry[] {
  return new Reader(text, problems).read();
}

class Reader {
  readonly #text: string;
  readonly #problems: Problem[];
  readonly #strings = new Map<string, string>();
  #at = 0;

  constructor(text: string, problems: Problem[]) {
    this.#text = text;
    this.#problems = problems;
    for (const month of MONTHS) this.#strings.set(month, month);
  }

  read(): BibEntry[] {
    const entries: BibEntry[] = [];
    for (;;) {
      const start = this.#text.indexOf('@', this.#at);
      if (start < 0) return entries;
      this.#at = start + 1;
      const entry = this.#entry(start);
      if (entry) entries.push(entry);
    }
  }

  #entry(start: number): BibEntry | undefined {
    const type = this.#word().toLowerCase();
    const afterType = this.#at;
    this.#space();
    const open = this.#text.charAt(this.#at);
    // A stray "@", as in an address between entries, opens nothing.
    if (type === '' || (open !== '{' && open !== '(')) {
      if (type !== '' && this.#opensLine(start)) this.#problem(start, afterType, phrase`"@${type}" has no opening brace.`);
      return undefined;
    }
    this.#at++;
    if (type === 'comment') {
      this.#skipTo(start);
      return undefined;
    }
    if (type === 'preamble') {
      this.#value(start);
      this.#close();
      return undefined;
    }
    const close = open === '{' ? '}' : ')';
    if (type === 'string') {
      for (const field of this.#fields(start, close)) this.#strings.set(field.name, field.value);
      return undefined;
    }
    this.#space();
    const keyStart = this.#at;
    while (this.#at < this.#text.length && !/[\s,{}()="#%]/.test(this.#text.charAt(this.#at))) this.#at++;
    const keySpan = { start: keyStart, end: this.#at };
    const key = this.#text.slice(keyStart, this.#at);
    this.#space();
    const next = this.#text.charAt(this.#at);
    if (key === '' || (next !== ',' && next !== close)) {
      this.#problem(
        start,
        Math.max(keySpan.end, start + 1),
        key === '' ? phrase`This entry has no key, so nothing can cite it.` : phrase`A comma is missing after the key "${key}".`,
      );
      if (key === '' && next === ',') {
        this.#at++;
        this.#fields(start, close);
      } else if (key !== '' && next !== '=') {
        // The key is plain all the same: the entry counts with what can be read of it.
        return { type, key, span: { start, end: this.#at }, keySpan, fields: this.#fields(start, close) };
      }
      return undefined;
    }
    if (next === ',') this.#at++;
    const fields = this.#fields(start, close);
    return { type, key, span: { start, end: this.#at }, keySpan, fields };
  }

  /** Fields up to the closing brace. What is broken is told once; then the rest of the entry is passed over. */
  #fields(start: number, close: string): BibField[] {
    const fields: BibField[] = [];
    for (;;) {
      this.#space();
      const character = this.#text.charAt(this.#at);
      if (character === close) {
        this.#at++;
        return fields;
      }
      if (character === ',') {
        this.#at++;
        continue;
      }
      if (this.#at >= this.#text.length || (character === '@' && this.#opensLine(this.#at))) {
        this.#problem(start, this.#lineEnd(start), phrase`This entry is not closed. Its fields up to here still count.`);
        return fields;
      }
      const nameStart = this.#at;
      const name = this.#word();
      const keySpan = { start: nameStart, end: this.#at };
      this.#space();
      if (name === '' || this.#text.charAt(this.#at) !== '=') {
        this.#problem(nameStart, Math.max(keySpan.end, nameStart + 1), phrase`A field is written as name = {value}. This one is left out.`);
        if (!this.#nextField(close)) return fields;
        continue;
      }
      this.#at++;
      this.#space();
      const valueStart = this.#at;
      const raw = this.#value(start);
      if (raw === undefined) {
        if (!this.#nextField(close)) return fields;
        continue;
      }
      fields.push({ name: name.toLowerCase(), value: plainText(raw.text), keySpan, valueSpan: { start: valueStart, end: raw.end } });
      this.#space();
      const after = this.#text.charAt(this.#at);
      if (after !== ',' && after !== close && this.#at < this.#text.length && !(after === '@' && this.#opensLine(this.#at))) {
        this.#problem(keySpan.start, keySpan.end, phrase`A comma is missing after "${name}".`);
      }
    }
  }

  /** `{…}`, `"…"`, a number or a string's name, joined by `#`. Undefined where none stands. */
  #value(start: number): { readonly text: string; readonly end: number } | undefined {
    let text = '';
    let end = this.#at;
    for (;;) {
      this.#space();
      const character = this.#text.charAt(this.#at);
      const from = this.#at;
      if (character === '{' || character === '"') {
        const closing = this.#closing(character);
        if (closing < 0) {
          this.#problem(
            from,
            this.#lineEnd(from),
            character === '{' ? phrase`This brace is not closed.` : phrase`This quotation mark is not closed.`,
          );
          this.#skipTo(start);
          return undefined;
        }
        text += this.#text.slice(from + 1, closing);
        this.#at = closing + 1;
      } else {
        const word = this.#word();
        if (word === '') {
          this.#problem(from, from + 1, phrase`A value is missing here.`);
          return undefined;
        }
        text += this.#strings.get(word.toLowerCase()) ?? word;
      }
      end = this.#at;
      this.#space();
      if (this.#text.charAt(this.#at) !== '#') {
        this.#at = end;
        return { text, end };
      }
      this.#at++;
    }
  }

  /** Offset of what closes the brace or mark at the current place; -1 when an entry opens a line before that, or the text ends. */
  #closing(open: string): number {
    let depth = 0;
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === '}') {
        if (depth === 0) return open === '{' ? at : -1;
        depth--;
      } else if (character === '"' && open === '"' && depth === 0) return at;
      else if (character === '@' && this.#opensLine(at) && /^@[a-z]+[ \t]*[{(]/i.test(this.#text.slice(at, at + 40))) return -1;
    }
    return -1;
  }

  /** Goes to the next field's comma, or past the closing brace; false when the entry is over. */
  #nextField(close: string): boolean {
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === '\\') this.#at++;
      else if (character === '{') depth++;
      else if (depth === 0 && character === close) {
        this.#at++;
        return false;
      } else if (character === '}') depth = Math.max(0, depth - 1);
      else if (depth === 0 && character === ',') return true;
      else if (character === '@' && this.#opensLine(this.#at)) return false;
    }
    return false;
  }

  /** Goes on at the next entry that opens a line after `start`. */
  #skipTo(start: number): void {
    for (let at = Math.max(this.#at, start + 1); at < this.#text.length; at++) {
      if (this.#text.charAt(at) === '@' && this.#opensLine(at)) {
        this.#at = at;
        return;
      }
    }
    this.#at = this.#text.length;
  }

  #close(): void {
    this.#space();
    if (/[})]/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && /[\p{L}\p{N}_:.+/-]/u.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  /** White space and comments that `%` starts on a line of their own. */
  #space(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === '%') this.#at = this.#lineEnd(this.#at) - 1;
      else if (!/\s/.test(character)) return;
    }
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end > from && this.#text.charAt(end - 1) === '\r' ? end - 1 : end;
  }

  #opensLine(at: number): boolean {
    for (let before = at - 1; before >= 0; before--) {
      const character = this.#text.charAt(before);
      if (character === '\n' || character === '\r') return true;
      if (character !== ' ' && character !== '\t') return false;
      if (at - before > 200) return false;
    }
    return true;
  }

  #problem(start: number, end: number, message: Phrase): void {
    if (this.#problems.length < 200) this.#problems.push({ span: { start, end: Math.max(start + 1, end) }, message });
  }
}

/** A value as a reader sees it: accents and escapes resolved, braces gone, dashes and spaces as printed. Linear. */
function plainText(raw: string): string {
  let out = '';
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === '{' || character === '}') continue;
    if (character === '~') out += ' ';
    else if (character === '$') continue;
    else if (character === '-' && raw.charAt(at + 1) === '-') {
      const long = raw.charAt(at + 2) === '-';
      out += long ? '—' : '–';
      at += long ? 2 : 1;
    } else if (character === '`' && raw.charAt(at + 1) === '`') {
      out += '“';
      at++;
    } else if (character === "'" && raw.charAt(at + 1) === "'") {
      out += '”';
      at++;
    } else if (character === '\\') {
      const command = commandAt(raw, at + 1);
      out += command.text;
      at = command.end - 1;
    } else out += character;
  }
  return out.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function commandAt(raw: string, at: number, isInner = false): { readonly text: string; readonly end: number } {
  const name = /^[A-Za-z]+/.exec(raw.slice(at, at + 40))?.[0] ?? raw.charAt(at);
  let end = at + name.length;
  const accent = ACCENTS[name];
  if (accent !== undefined) {
    // \'e, \'{e}, \c c, \v{\i}
    while (end < raw.length && (raw.charAt(end) === '{' || raw.charAt(end) === ' ')) end++;
    let base = raw.charAt(end);
    if (base === '\\') {
      if (isInner) return { text: '', end: end + 1 };
      const inner = commandAt(raw, end + 1, true);
      base = inner.text === 'ı' ? 'i' : inner.text === 'ȷ' ? 'j' : inner.text;
      return { text: base.charAt(0) + accent + base.slice(1), end: inner.end };
    }
    if (base === '' || base === '}') return { text: '', end };
    return { text: base + accent, end: end + 1 };
  }
  const symbol = SYMBOLS[name];
  if (symbol !== undefined) {
    if (raw.charAt(end) === ' ') end++;
    return { text: symbol, end };
  }
  if (name.length === 1 && !/[A-Za-z]/.test(name)) return { text: name === '\\' ? ' ' : name, end };
  // \emph{…}, \textbf{…}, \url{…}: what stands in the braces stays.
  if (raw.charAt(end) === ' ') end++;
  return { text: '', end };
}
