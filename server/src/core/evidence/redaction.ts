// Owns: finding protected names in any text, in all the forms that give a person away, and blacking them out.
// Must not know: Sources, rules, who asks.
import type { Span } from '../text/span.ts';

export interface Redactor {
  /** `text` with every protected name as ████. */
  redact(text: string): string;
  /** Protected names in `text`, in order, none over another; `name` is the form that was declared. */
  find(text: string): readonly { readonly span: Span; readonly name: string }[];
}

/** What stands in the place of what may not be named. */
export const BLACK = '████';

/** Words of a name that protect nobody by themselves. */
const COMMON = new Set(
  `the of and for de da di du van von der den del la le al el bin ibn st mr mrs ms dr prof sir lady lord jr sr inc ltd llc plc gmbh ag sa co corp company
  group bank ministry office agency department police university institute council union water power energy security national international federal
  state city county north south east west new central general public service services systems solutions holding holdings limited association foundation
  hospital school church club party press news media digital data network networks tech technologies lab labs port airport station street road avenue`.split(
    /\s+/,
  ),
);

/** Surnames that are words of the language too: names only with a capital. */
const WORDS_TOO = new Set(
  `baker banks barber bishop black brown butler carter church clerk cooper cross dean drake dyer farmer field fields fisher foster fowler fuller
  gardner garner glass glover green grant gray grove hunter judge keeper knight little lodge major marsh marshall mason miller moody moon
  moore nurse noble page painter parish parker parks pepper piper plant player pollard pope porter potter powers price priest prince
  proctor rider rivers rhodes rock rogue rose sailor savage sellers sharp shepherd sharpe shield short singer skinner slater smith snow
  spencer spice spring stark steel sterling stone storm summers swift taylor teller thorn tinker tower towns trader turner underwood wade
  walker waller waters weaver webb weeks wells wheeler white winters wolf woods wright young`.split(/\s+/),
);

interface Form {
  /** Folded words. */
  readonly words: readonly string[];
  readonly name: string;
  /** Must be written with a capital where it stands: plain words of the language are names too ("Hope", "Will"). */
  readonly capital: boolean;
  /** The first word is one letter that stands for a first name ("P. Lindqvist"). */
  readonly exact?: boolean;
  /** Surname first, a comma between. */
  readonly inverted?: boolean;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly isCapital: boolean;
}

const TOKEN = /[\p{L}\p{N}\p{M}]+/gu;
const MAX_WORDS = 8;
/** Letters and figures that a handle or number needs to be found in any spelling. */
const MIN_LITERAL = 4;

/**
 * Finds names as `confidential` declares them (design, "Decided details"): what stands in parentheses is a description.
 * Caught: the full name, the surname, initials with the surname, all initials with full stops, possessives, hyphen, case and accent variants,
 * addresses and numbers. A first name only where none of `others` (full names known in the workspace) begins with it.
 * `find` and `redact` are linear in the text.
 */
export function createRedactor(names: readonly string[], others: Iterable<string> = []): Redactor {
  const forms = new Map<string, Form[]>();
  const literals: { readonly folded: string; readonly name: string }[] = [];
  const taken = firstNames(others);
  const declared = [...new Set(names.map(bareName).filter(name => name !== ''))];
  for (const name of declared) {
    const squeezed = isLiteral(name) ? squeeze(name).text : '';
    if (squeezed.length >= MIN_LITERAL) {
      literals.push({ folded: squeezed, name });
      continue;
    }
    for (const form of formsOf(name, declared, taken)) {
      const first = form.words[0] as string;
      const known = forms.get(first);
      if (known) known.push(form);
      else forms.set(first, [form]);
    }
  }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length);
  const find = (text: string): { readonly span: Span; readonly name: string }[] => {
    if (declared.length === 0) return [];
    const found = [...findForms(text, forms), ...findLiterals(text, literals)].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
    const kept: { readonly span: Span; readonly name: string }[] = [];
    for (const one of found) {
      const last = kept.at(-1);
      if (!last || one.span.start >= last.span.end) kept.push(one);
    }
    return kept;
  };
  return {
    find,
    redact(text) {
      let at = 0;
      let out = '';
      for (const { span } of find(text)) {
        out += text.slice(at, span.start) + BLACK;
        at = span.end;
      }
      return at === 0 ? text : out + text.slice(at);
    },
  };
}

/**
 * Full names in `texts` of other people who share a first name with a declared one: what `createRedactor` takes as `others`.
 * A first name that somebody else bears gives nobody away. Linear in the texts, for each declared first name.
 */
export function namesakesIn(names: readonly string[], texts: Iterable<string>): readonly string[] {
  const wanted = new Map<string, Set<string>>();
  for (const name of names.map(bareName)) {
    const first = name.split(' ', 1)[0] ?? '';
    if (!isPerson(name) || isLiteral(name) || first.length < 3) continue;
    const known = wanted.get(first) ?? new Set<string>();
    known.add(fold(name));
    wanted.set(first, known);
  }
  const found = new Set<string>();
  for (const text of texts) {
    for (const [first, own] of wanted) {
      for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
        const surname = /^ (\p{Lu}[\p{L}\p{M}’-]{1,40})/u
          .exec(text.slice(at + first.length, at + first.length + 48))?.[1]
          ?.replace(/’s$/, '');
        if (surname === undefined || isWordAt(text, at - 1)) continue;
        const full = `${first} ${surname}`;
        if (![...own].some(name => name.startsWith(fold(full)))) found.add(full);
      }
    }
  }
  return [...found];
}

/** A declared name without its description in parentheses and without quotation marks. */
function bareName(declared: string): string {
  let depth = 0;
  let name = '';
  for (const character of declared) {
    if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth === 0) name += character;
  }
  return name
    .replace(/\s+/g, ' ')
    .replace(/^["'“]|["'”]$/g, '')
    .trim();
}

/** Addresses, numbers and handles are looked for as they stand, spaces and punctuation apart. */
function isLiteral(name: string): boolean {
  return /[\d@/\\]/.test(name);
}

function formsOf(name: string, declared: readonly string[], taken: ReadonlyMap<string, ReadonlySet<string>>): Form[] {
  const words = tokens(name).map(token => token.folded);
  if (words.length === 0) return [];
  const forms: Form[] = [];
  const add = (form: readonly string[], capital: boolean, inverted = false): void => {
    if (form.length > 0 && form.length <= MAX_WORDS && form.join('').length > 1) forms.push({ words: form, name, capital, inverted });
  };
  // One word is what it is; a literal with spaces is found by its letters and figures.
  add(words, words.length === 1 && !isLiteral(name) && words[0] === name.toLowerCase() && name !== name.toLowerCase());
  const joinedWords = words.join('');
  if (words.length > 1 && joinedWords.length >= 6) add([joinedWords], false);
  if (isLiteral(name) || words.length === 1 || !isPerson(name)) return forms;
  const full = words.filter(word => word.length > 1 && !COMMON.has(word));
  const surname = surnameOf(name, words);
  if (surname !== undefined && surname.length > 1 && !COMMON.has(surname)) {
    add([surname], surname.length < 5 || WORDS_TOO.has(surname));
    const given = words.filter(word => word !== surname && !COMMON.has(word));
    const initials = given.map(word => word.charAt(0));
    if (initials.length > 0) {
      add([...initials, surname], true);
      add([initials[0] as string, surname], true);
      add([surname, ...initials], true, true);
      add([surname, ...given], true, true);
      // "P.L." with its full stops: two letters in a row are told from words by what stands between them.
      if (initials.length === 1) forms.push({ words: [initials[0] as string, surname.charAt(0)], name, capital: true, exact: true });
    }
  }
  const first = full[0];
  if (first !== undefined && first !== surname && first.length > 2 && isBorneByOne(first, name, declared, taken)) add([first], true);
  return forms;
}

/** People are written in capitalised words; a name with words of trades and institutions is an organisation, and only whole. */
function isPerson(name: string): boolean {
  const words = name.split(/[\s-]+/).filter(word => word !== '');
  if (words.length < 2 || words.length > 5) return false;
  return words.every(word => {
    const folded = fold(word.replace(/\./g, ''));
    return /^\p{Lu}/u.test(word)
      ? !COMMON.has(folded) || /^(?:dr|prof|mr|mrs|ms|sir|st|jr|sr|van|von|de|la|le|al|el|der|den)$/.test(folded)
      : COMMON.has(folded) || /^\p{Lo}/u.test(word);
  });
}

/** The surname: the last long word; in "Kim J." the first, since initials follow it. */
function surnameOf(name: string, words: readonly string[]): string | undefined {
  const last = words.at(-1) as string;
  if (last.length > 1 && !/^(?:jr|sr|ii|iii)$/.test(last)) return last;
  return words.find(word => word.length > 1 && !COMMON.has(word)) ?? name.toLowerCase();
}

function isBorneByOne(first: string, name: string, declared: readonly string[], taken: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const own = fold(name);
  for (const bearer of taken.get(first) ?? []) if (bearer !== own) return false;
  return declared.every(other => other === name || tokens(other)[0]?.folded !== first);
}

/** Full names of the people known by their first names, folded. */
function firstNames(others: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const other of others) {
    const words = tokens(bareName(other));
    const first = words[0]?.folded;
    if (first === undefined || words.length < 2) continue;
    const bearers = known.get(first) ?? new Set<string>();
    bearers.add(fold(bareName(other)));
    known.set(first, bearers);
  }
  return known;
}

function* findForms(text: string, forms: ReadonlyMap<string, readonly Form[]>): Iterable<{ readonly span: Span; readonly name: string }> {
  const words = tokens(text);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Token;
    const candidates = forms.get(word.folded) ?? forms.get(withoutPossessive(word.folded));
    if (!candidates) continue;
    for (const form of candidates) {
      if (!matches(text, words, at, form)) continue;
      const last = words[at + form.words.length - 1] as Token;
      yield { span: { start: word.start, end: last.end }, name: form.name };
      at += form.words.length - 1;
      break;
    }
  }
}

function matches(text: string, words: readonly Token[], at: number, form: Form): boolean {
  for (const [index, wanted] of form.words.entries()) {
    const word = words[at + index];
    if (!word) return false;
    const isLast = index === form.words.length - 1;
    if (word.folded !== wanted && !(isLast && withoutPossessive(word.folded) === wanted)) return false;
    if (form.capital && !word.isCapital) return false;
    if (index === 0) continue;
    const gap = text.slice((words[at + index - 1] as Token).end, word.start);
    if (gap.length > 4 || !(form.exact ? /^\. ?$/ : form.inverted ? /^,? ?$/ : /^(?:[\s._\-‐‑–@+]|%20)*$/).test(gap)) return false;
  }
  const last = words[at + form.words.length - 1] as Token;
  return form.exact ? text.charAt(last.end) === '.' || !form.capital : true;
}

/** Literals wherever their letters and figures stand in a row, whatever stands between them. */
function* findLiterals(
  text: string,
  literals: readonly { readonly folded: string; readonly name: string }[],
): Iterable<{ readonly span: Span; readonly name: string }> {
  if (literals.length === 0) return;
  const squeezed = squeeze(text);
  for (const { folded, name } of literals) {
    for (let at = squeezed.text.indexOf(folded); at >= 0; at = squeezed.text.indexOf(folded, at + folded.length)) {
      const start = squeezed.places[at] as number;
      const end = (squeezed.places[at + folded.length - 1] as number) + 1;
      if (isWordBreak(text, start) && isWordBreak(text, end) && end - start <= 2 * folded.length + 8) yield { span: { start, end }, name };
    }
  }
}

function isWordBreak(text: string, at: number): boolean {
  return !(isWordAt(text, at - 1) && isWordAt(text, at));
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Letters and figures alone, folded, with the offset of each in the text. */
function squeeze(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const parts: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const folded = fold(match[0]);
    parts.push(folded);
    const same = folded.length === match[0].length;
    for (let index = 0; index < folded.length; index++) places.push(match.index + (same ? index : Math.min(index, match[0].length - 1)));
  }
  return { text: parts.join(''), places };
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const first = match[0].charAt(0);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      folded: fold(match[0]),
      isCapital: first !== first.toLowerCase() || /^[\p{Lo}\p{N}]/u.test(first),
    });
  }
  return found;
}

/** "lindqvists" is the possessive without its apostrophe, and the s of "Lindqvist's" is a word of its own. */
function withoutPossessive(folded: string): string {
  return folded.length > 3 && folded.endsWith('s') ? folded.slice(0, -1) : folded;
}

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' };

function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /[ßæøłđ]/.test(plain) ? plain.replace(/[ßæøłđ]/g, letter => LETTERS[letter] ?? letter) : plain;
}
