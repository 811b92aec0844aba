// Owns: which words of a claim a passage has, and how surely.
// Must not know: verdicts, sources, rules.
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { baseStem, paraphraseGroups } from '../lexicon/paraphrases.ts';
import { perObject } from '../text/kept.ts';
import type { Span } from '../text/span.ts';
import { type Word, wordsOf } from '../text/words.ts';
import type { Passage, Source } from './types.ts';

/** A word ready for comparison. */
export interface KeyedWord extends Word {
  /** Stem of its base form, or its numeric value as a string. */
  readonly key: string;
  readonly isFunction: boolean;
  readonly isNumber: boolean;
  /** Upper case where it is not the first word of a sentence, or an acronym. */
  readonly isName: boolean;
}

/** A text with its words, and where each key stands. */
export class KeyedText {
  readonly text: string;
  readonly words: readonly KeyedWord[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  #likely: { readonly prefixes: ReadonlyMap<string, readonly number[]>; readonly groups: ReadonlyMap<number, number> } | undefined;
  #initials: ReadonlySet<string> | undefined;

  constructor(text: string, words: readonly KeyedWord[], places: ReadonlyMap<string, readonly number[]>) {
    this.text = text;
    this.words = words;
    this.places = places;
  }

  /** Content words by the first letters of their keys, and the first word of each group of near synonyms. */
  get likely(): { readonly prefixes: ReadonlyMap<string, readonly number[]>; readonly groups: ReadonlyMap<number, number> } {
    this.#likely ??= likelyOf(this.words);
    return this.#likely;
  }

  /** Initials of runs of capitalised words: "ncso" for National Cyber Security Office. */
  get initials(): ReadonlySet<string> {
    this.#initials ??= initialsOf(this.words);
    return this.#initials;
  }
}

const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const NUMBER_WORDS = new Map<string, string>([
  ...SMALL_NUMBERS.map((name, value): [string, string] => [name, `${value}`]),
  ['dozen', '12'],
  ['thirty', '30'],
  ['forty', '40'],
  ['fifty', '50'],
  ['sixty', '60'],
  ['seventy', '70'],
  ['eighty', '80'],
  ['ninety', '90'],
]);

/** Cuts a text into keyed words. Linear. */
export function keyed(text: string): KeyedText {
  const words: KeyedWord[] = [];
  const places = new Map<string, number[]>();
  for (const word of wordsOf(text)) {
    const made = keyWord(word, words.length === 0 || endsSentence(text, word.start));
    add(places, made.key, words.length);
    words.push(made);
  }
  return new KeyedText(text, words, places);
}

function likelyOf(words: readonly KeyedWord[]): KeyedText['likely'] {
  const prefixes = new Map<string, number[]>();
  const groups = new Map<number, number>();
  for (const [at, word] of words.entries()) {
    if (word.isFunction || word.isNumber) continue;
    if (word.key.length >= PREFIX) add(prefixes, word.key.slice(0, PREFIX), at);
    for (const group of paraphraseGroups(word.key)) if (!groups.has(group)) groups.set(group, at);
  }
  return { prefixes, groups };
}

function initialsOf(words: readonly KeyedWord[]): Set<string> {
  const initials = new Set<string>();
  let run = '';
  for (const word of words) {
    if (isCapital(word.text)) run += word.folded.charAt(0);
    else if (!word.isFunction || run === '') run = '';
    if (run.length > 1) initials.add(run);
  }
  return initials;
}

const PREFIX = 4;

function add(map: Map<string, number[]>, key: string, at: number): void {
  const places = map.get(key);
  if (places === undefined) map.set(key, [at]);
  else places.push(at);
}

function keyWord(word: Word, first: boolean): KeyedWord {
  const isNumber = isDigit(word.folded.charCodeAt(0)) && !LETTER.test(word.folded);
  const spelled = NUMBER_WORDS.get(word.folded);
  const key = spelled ?? (isNumber ? numberKey(word.folded) : baseStem(word.folded, word.stem));
  const isFunction = spelled === undefined && FUNCTION_WORDS.has(word.folded);
  const capital = !isNumber && !isFunction && isCapital(word.text);
  const isName = capital && (!first || (word.text.length > 1 && word.text === word.text.toUpperCase()));
  return {
    start: word.start,
    end: word.end,
    text: word.text,
    folded: word.folded,
    stem: word.stem,
    key,
    isFunction,
    isNumber: isNumber || spelled !== undefined,
    isName,
  };
}

const LETTER = /\p{L}/u;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function numberKey(folded: string): string {
  return folded.replace(/^0+(?=\d)/, '').replace(/\.0+$/, '');
}

function isCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

function endsSentence(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    const character = text.charAt(i);
    if (' "“”‘\'([*_\n'.includes(character)) continue;
    return '.!?:;'.includes(character);
  }
  return true;
}

/** The keyed words of a passage, kept as long as the passage lives. */
export const keyedPassage = perObject(({ text }: Passage): KeyedText => keyed(text));

/** The keyed words of a Source's title, kept as long as the Source lives. */
export const keyedTitle = perObject(({ title }: Source): KeyedText => keyed(title));

/** How a word was found. */
export interface WordMatch {
  /** 1 the same word, less for a paraphrase or a likeness, 0 for none. */
  readonly score: number;
  /** Index of the matching word of the other text; -1 for none. */
  readonly at: number;
}

const NONE: WordMatch = { score: 0, at: -1 };

/** The best match of `word` in `other`. `near` prefers, among equals, the place closest to it. */
export function matchWord(word: KeyedWord, other: KeyedText, near = -1): WordMatch {
  const exact = other.places.get(word.key);
  if (exact !== undefined) return { score: 1, at: nearest(exact, near) };
  if (word.isNumber) return NONE;
  if (word.isName && other.initials.has(word.folded)) return { score: 0.9, at: -1 };
  let best = NONE;
  for (const group of paraphraseGroups(word.key)) {
    const at = other.likely.groups.get(group);
    if (at !== undefined) best = { score: word.isName ? 0.8 : 0.7, at };
  }
  if (word.key.length < PREFIX) return best;
  for (const at of other.likely.prefixes.get(word.key.slice(0, PREFIX)) ?? []) {
    const score = likeness(word, other.words[at] as KeyedWord);
    if (score > best.score) best = { score, at };
  }
  return best;
}

function nearest(places: readonly number[], near: number): number {
  let best = places[0] as number;
  if (near < 0) return best;
  for (const place of places) if (Math.abs(place - near) < Math.abs(best - near)) best = place;
  return best;
}

/** How alike two keys are that share their first letters. */
function likeness(a: KeyedWord, b: KeyedWord): number {
  const shorter = Math.min(a.key.length, b.key.length);
  const longer = Math.max(a.key.length, b.key.length);
  let prefix = PREFIX;
  while (prefix < shorter && a.key.charCodeAt(prefix) === b.key.charCodeAt(prefix)) prefix++;
  if (prefix / longer >= 0.6) return 0.75;
  return prefix >= 5 && prefix === shorter ? 0.6 : 0;
}

/** How a claim lies over a passage. */
export interface Alignment {
  readonly passage: KeyedText;
  /** One for each word of the claim. */
  readonly matches: readonly WordMatch[];
}

const ALIGNMENTS = new WeakMap<KeyedText, Map<KeyedText, Alignment>>();

/** Matches every word of `claim` in `passage`; kept, since many ask, until `forgetAlignments`. */
export function align(claim: KeyedText, passage: KeyedText): Alignment {
  let known = ALIGNMENTS.get(claim);
  if (known === undefined) {
    known = new Map();
    ALIGNMENTS.set(claim, known);
  }
  let alignment = known.get(passage);
  if (alignment === undefined) {
    alignment = aligned(claim, passage);
    known.set(passage, alignment);
  }
  return alignment;
}

/** Drops what is kept of a claim that is judged. */
export function forgetAlignments(claim: KeyedText): void {
  ALIGNMENTS.delete(claim);
}

/** The same, not kept. */
export function aligned(claim: KeyedText, passage: KeyedText): Alignment {
  let near = -1;
  const matches: WordMatch[] = [];
  for (const word of claim.words) {
    const match = word.isFunction ? exactOnly(word, passage, near) : matchWord(word, passage, near);
    if (match.at >= 0 && !word.isFunction) near = match.at;
    matches.push(match);
  }
  return { passage, matches };
}

function exactOnly(word: KeyedWord, other: KeyedText, near: number): WordMatch {
  const exact = other.places.get(word.key);
  return exact === undefined ? NONE : { score: 1, at: nearest(exact, near) };
}

/** Spans of the passage's words that the claim shares, in order, function words left out. */
export function sharedSpans(claim: KeyedText, alignment: Alignment): Span[] {
  const at = new Set<number>();
  for (let i = 0; i < claim.words.length; i++) {
    const word = claim.words[i] as KeyedWord;
    const match = alignment.matches[i] as WordMatch;
    if (!word.isFunction && match.at >= 0 && match.score >= 0.6) at.add(match.at);
  }
  return [...at]
    .sort((a, b) => a - b)
    .map(index => {
      const word = alignment.passage.words[index] as KeyedWord;
      return { start: word.start, end: word.end };
    });
}
