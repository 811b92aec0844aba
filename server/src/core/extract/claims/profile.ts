// Owns: what can be counted about one sentence: its numbers, names, tenses, persons, modals.
// Must not know: scores, models, what makes a claim.
import { AUXILIARIES, FUNCTION_WORDS, NEGATIONS } from '../../lexicon/function-words.ts';
import { isBaseVerb, verbForm } from '../../lexicon/verbs.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { DateFact, NameFact, NumberFact, Quote } from '../facts.ts';

/** Counts and marks of one sentence; words inside direct quotes are left out of persons and modals. */
export interface Profile {
  readonly tokens: readonly Token[];
  /** Words in lower case, in order. */
  readonly words: readonly string[];
  readonly text: string;
  readonly numbers: readonly NumberFact[];
  readonly dates: readonly DateFact[];
  readonly names: readonly NameFact[];
  /** Share of its characters that stand in direct quotes. */
  readonly quoted: number;
  readonly past: number;
  readonly present: number;
  readonly modal: string | undefined;
  readonly firstPerson: number;
  readonly secondPerson: number;
  readonly negations: number;
  readonly finite: boolean;
  readonly opaque: number;
}

/** Facts that lie in one sentence. */
export interface SentenceFacts {
  readonly numbers: readonly NumberFact[];
  readonly dates: readonly DateFact[];
  readonly names: readonly NameFact[];
  readonly quotes: readonly Quote[];
}

const FIRST = new Set("i we my our us me i'm i've we're we've i'd we'd i'll we'll ourselves myself".split(' '));
const SECOND = new Set("you your you're you've you'll yours yourself".split(' '));
const MODALS = new Set(
  "will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't mustn't".split(' '),
);
const PRESENT_AUX = new Set("is are am has have do does isn't aren't hasn't haven't doesn't don't it's they're there's that's".split(' '));
const PAST_AUX = new Set("was were had did wasn't weren't hadn't didn't".split(' '));

/** Counts over the tokens of a sentence. */
export function profileOf(tokens: readonly Token[], facts: SentenceFacts, prose: string, span: Span): Profile {
  const words: string[] = [];
  let past = 0;
  let present = 0;
  let modal: string | undefined;
  let firstPerson = 0;
  let secondPerson = 0;
  let negations = 0;
  let opaque = 0;
  const quotes = facts.quotes.filter(quote => quote.kind !== 'scare' && quote.kind !== 'title').map(quote => quote.span);
  let quotedLength = 0;
  for (const quote of quotes) quotedLength += Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start));
  let before = '';
  for (const token of tokens) {
    if (token.kind === 'opaque') opaque++;
    if (token.kind !== 'word') continue;
    const word = token.lower;
    words.push(word);
    if (NEGATIONS.has(word)) negations++;
    const spoken = quotes.length > 0 && quotes.some(quote => overlaps(quote, token));
    if (!spoken) {
      if (FIRST.has(word)) firstPerson++;
      if (SECOND.has(word)) secondPerson++;
      if (MODALS.has(word)) modal ??= word;
      if (PAST_AUX.has(word)) past++;
      else if (PRESENT_AUX.has(word)) present++;
      else {
        const form = verbForm(word);
        if (form === 'past' && !isAttributive(before)) past++;
        else if (form === 'third' && !isAttributive(before)) present++;
        else if (form === 'base' && /^(?:they|we|i|you|who|that|which|to)$/.test(before) && before !== 'to') present++;
        else if (form === 'base' && before.length > 3 && before.endsWith('s') && isBaseVerb(word)) present++;
      }
    }
    before = word;
  }
  return {
    tokens,
    words,
    text: prose.slice(span.start, span.end),
    numbers: facts.numbers,
    dates: facts.dates,
    names: facts.names,
    quoted: quotedLength / Math.max(1, span.end - span.start),
    past,
    present,
    modal,
    firstPerson,
    secondPerson,
    negations,
    finite:
      past + present > 0 ||
      modal !== undefined ||
      words.some(word => AUXILIARIES.has(word) && word !== 'be' && word !== 'been' && word !== 'being') ||
      quotedLength > 0,
    opaque,
  };
}

/** Behind an article or a preposition a participle modifies a noun: "the stolen data". */
function isAttributive(before: string): boolean {
  return /^(?:a|an|the|of|in|with|and|by|for|to|its|their|his|her|our|as|be|been|being)$/.test(before);
}

/** The first word that is no mark, as written. */
export function firstWord(profile: Profile): Token | undefined {
  return profile.tokens.find(token => token.kind !== 'mark');
}

/** Share of function words: running English has a third and more, debris and other languages hardly any. */
export function functionShare(words: readonly string[]): number {
  if (words.length === 0) return 0;
  let count = 0;
  for (const word of words) if (FUNCTION_WORDS.has(word)) count++;
  return count / words.length;
}
