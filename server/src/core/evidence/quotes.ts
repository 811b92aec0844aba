// Owns: what the notes hold of a direct quote: its words, whether they were altered, and who said them.
// Must not know: other quotes' verdicts, rules, caches.
import { resolveSpeaker, type Speaker } from '../extract/attributions.ts';
import type { Facts, Quote } from '../extract/facts.ts';
import type { Span } from '../text/span.ts';
import type { NoteWord, QuoteIndex } from './quote-index.ts';
import { type Laid, lay } from './quotes/align.ts';
import { bestOf, type Candidate, isSure, likenessOf, passageOf, weightOf } from './quotes/candidates.ts';
import { cutAtEnd, cutAtGaps, cutAtStart, type DraftContext } from './quotes/cuts.ts';
import { type Change, diffOf, wordsBetween } from './quotes/judge.ts';
import { nameWordsOf } from './quotes/speaker-names.ts';
import { type QuoteWord, wordsOfQuote } from './quotes/words.ts';
import type { QuoteMatch, QuoteStatus } from './types.ts';

export interface QuoteMatchInput {
  readonly quote: Quote;
  /** Facts of its segment: its words, what stands around it, its attribution, the parts that it continues. */
  readonly facts: Facts;
  readonly quotes: QuoteIndex;
  /** The notes have all been read. */
  readonly ready: boolean;
  /** Who speaks by another paragraph (see `carryAttributions`); used where the quote has no attribution of its own. */
  readonly speaker?: string;
}

/** A quote longer than this is compared by its first words only: nobody is quoted for so long. */
const MOST_WORDS = 1200;
/** Fewer words may be anybody's where the notes do not name the speaker beside them. */
const WORDS_OF_A_VOICE = 5;

/**
 * Looks a quote up in the notes. Depends on: the words of the quote and of its segment, its attribution there, the
 * carried speaker, and the words and speakers of the notes (`quotes.revision`). Total, and linear in the quote for
 * any one window; quotes inside of quotes are judged with the outer one.
 */
export function matchQuote(input: QuoteMatchInput): QuoteMatch {
  const { quote, facts, quotes, ready } = input;
  const outer = quote.within === undefined ? undefined : facts.quotes[quote.within];
  if (quote.kind === 'title' || quote.kind === 'scare' || (outer && hasMarks(outer) && outer.kind !== 'scare'))
    return plain('not-speech', quote);
  if (!ready || quotes.size === 0) return plain('unchecked', quote);
  const { prose } = facts.tree;
  const words = wordsOfQuote(prose, quote.content.start, quote.content.end).slice(0, MOST_WORDS);
  const own = words.filter(word => !word.wild);
  if (own.length === 0) return plain('not-speech', quote);
  const speaker = speakerOf(input);
  let best = bestOf(input, words, speaker);
  const chain = chainOf(facts, quote);
  if (chain.length > 1 && (!best || best.changes.length > 0 || own.length < 4)) {
    const joined = bestOf(input, joinedWords(prose, chain).slice(0, MOST_WORDS), speaker);
    if (
      joined &&
      isSure(joined) &&
      shareOf(joined, quote) >= 0.5 &&
      (!best || joined.changes.filter(change => isInside(quote, change.span)).length <= best.changes.length)
    ) {
      best = { ...joined, changes: joined.changes.filter(change => isInside(quote, change.span)) };
    }
  }
  const spliced = best && best.changes.length > 0 ? splicedOf(input, best) : undefined;
  if (spliced) return spliced;
  if (best && isSure(best)) return verdict(input, best);
  // Short utterances are too easily put together to be called missing, and a quoted document without marks need not be here.
  if (own.length <= 3 || !hasMarks(quote)) return plain('not-speech', quote);
  return plain(isForeign(quotes, speaker) ? 'unchecked' : 'not-found', quote);
}

function plain(status: QuoteStatus, quote: Quote): QuoteMatch {
  return { status, span: quote.content, diff: [] };
}

/** A block quote without quotation marks has none. */
function hasMarks(quote: Quote): boolean {
  return quote.span.start !== quote.content.start;
}

/** Share of the quote's own words, by weight, that a candidate for the whole of a split quote finds in the notes. */
function shareOf({ words, laid }: Candidate, quote: Quote): number {
  let total = 0;
  let same = 0;
  for (const { key, wild, start, end } of words) if (!wild && isInside(quote, { start, end })) total += weightOf(key);
  for (const step of laid.steps) {
    const word = step.quote >= 0 && step.note >= 0 && step.same ? words[step.quote] : undefined;
    if (word && !word.wild && isInside(quote, word)) same += weightOf(word.key);
  }
  return total === 0 ? 1 : same / total;
}

function isInside(quote: Quote, span: Span): boolean {
  return quote.content.start <= span.start && span.end <= quote.content.end;
}

function speakerOf({ quote, facts, speaker }: QuoteMatchInput): Speaker | undefined {
  const attribution = quote.attribution === undefined ? undefined : facts.attributions[quote.attribution];
  const own = attribution && resolveSpeaker(facts, attribution);
  if (own && (own.kind !== 'pronoun' || speaker === undefined)) return own;
  return speaker === undefined ? undefined : { text: speaker, kind: 'person', named: true, certain: true, span: quote.span };
}

/** All parts of a split quote, in order, this one included. */
function chainOf(facts: Facts, quote: Quote): Quote[] {
  let at = facts.quotes.indexOf(quote);
  if (at < 0) return [quote];
  while (facts.quotes[at]?.continues !== undefined) at = facts.quotes[at]?.continues as number;
  const chain = [facts.quotes[at] as Quote];
  for (let i = at + 1; i < facts.quotes.length; i++) {
    const next = facts.quotes[i] as Quote;
    if (next.continues === at) {
      chain.push(next);
      at = i;
    } else if (next.within === undefined) break;
  }
  return chain;
}

function joinedWords(prose: string, chain: readonly Quote[]): QuoteWord[] {
  return chain.flatMap((part, index) => {
    const [first, ...rest] = wordsOfQuote(prose, part.content.start, part.content.end);
    if (!first) return [];
    return [index > 0 ? { ...first, gap: true as const } : first, ...rest];
  });
}

function verdict(input: QuoteMatchInput, candidate: Candidate): QuoteMatch {
  const { quote, facts } = input;
  const { window, laid, words, changes } = candidate;
  const { prose } = facts.tree;
  const notes = window.words;
  const passage = passageOf(notes, laid);
  const base = {
    ...(passage ? { passage } : {}),
    diff: diffOf(prose, words, notes, laid),
    ...(candidate.noted === undefined ? {} : { speaker: candidate.noted }),
  };
  const context = contextOf(facts, quote);
  const cuts = [
    ...cutAtStart(prose, words, notes, laid, context),
    ...cutAtGaps(prose, words, notes, laid, quote.content.end),
    ...cutAtEnd(prose, words, notes, laid, context),
  ].filter(change => isInside(quote, change.span));
  const all = [...changes, ...cuts].sort((a, b) => a.span.start - b.span.start);
  if (all.length > 0) {
    const turned = all.find(change => change.meaning);
    const leap = all.find(change => change.replacement.split(' ').length > change.span.end - change.span.start + 40);
    const shown = turned ?? merged(all, prose, words, notes, laid);
    const status: QuoteStatus = turned ? 'meaning-changed' : leap ? 'spliced' : 'altered';
    return {
      ...base,
      status,
      span: shown.span,
      replacement: styled(shown.replacement, prose, quote),
      changes: all.map(change => ({ ...change, replacement: styled(change.replacement, prose, quote) })),
    };
  }
  const certain = speakerOf(input)?.certain === true;
  const { voice } = candidate;
  if (candidate.speaker === 'other' && certain && words.length >= (voice === undefined ? 3 : WORDS_OF_A_VOICE))
    return { ...base, ...(voice === undefined ? {} : { speaker: voice.name }), status: 'wrong-speaker', span: quote.content };
  return { ...base, status: words.some(word => word.wild || word.gap) ? 'shortened' : 'verbatim', span: quote.content };
}

/** One change as it is; several near each other as one stretch. */
function merged(changes: readonly Change[], prose: string, words: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): Change {
  const first = changes[0] as Change;
  const last = changes[changes.length - 1] as Change;
  if (changes.length === 1 || last.span.start - first.span.end > 60 || words.some(word => word.gap || word.wild)) return first;
  const inside = laid.steps.filter(
    step =>
      step.quote >= 0 &&
      step.note >= 0 &&
      (words[step.quote] as QuoteWord).start >= first.span.start &&
      (words[step.quote] as QuoteWord).end <= last.span.end,
  );
  const from = inside[0];
  const to = inside[inside.length - 1];
  if (!from || !to || prose.slice(first.span.start, last.span.end).length > 160) return first;
  const starts = prose
    .slice(first.span.start, (words[from.quote] as QuoteWord).end)
    .trim()
    .split(' ').length;
  if (starts > 1) return first;
  return {
    span: { start: first.span.start, end: last.span.end },
    replacement: wordsBetween(notes, notes[from.note], notes[to.note]),
    meaning: false,
  };
}

/** Apostrophes as the draft writes them. */
function styled(replacement: string, prose: string, quote: Quote): string {
  const curly =
    /[“‘’]/.test(prose.slice(quote.span.start, quote.span.start + 1)) || prose.slice(quote.content.start, quote.content.end).includes('’');
  return curly ? replacement.replace(/(\p{L})'(?=\p{L})/gu, '$1’') : replacement.replace(/(\p{L})’(?=\p{L})/gu, "$1'");
}

/** What the draft says around the quote, in its sentence. */
function contextOf(facts: Facts, quote: Quote): DraftContext {
  const { prose, sentences } = facts.tree;
  const start = sentences[quote.sentence]?.span.start ?? quote.span.start;
  return {
    before: prose.slice(Math.max(start, quote.span.start - 200), quote.span.start),
    after: prose.slice(quote.span.end, quote.span.end + 120),
  };
}

/** A long stretch of the quote that the best place lacks, but another place of the notes has. */
function splicedOf(input: QuoteMatchInput, { words, laid, window, noted }: Candidate): QuoteMatch | undefined {
  const { quotes, facts } = input;
  const found = new Set(laid.steps.flatMap(step => (step.same && step.quote >= 0 && step.note >= 0 ? [step.quote] : [])));
  const run = longestRun(words.length, index => !found.has(index));
  if (run.end - run.start < 4 || found.size < 4) return undefined;
  const stretch = words.slice(run.start, run.end);
  // “A,” she says. “B”: where A stands elsewhere, B is judged by itself.
  if (!stretch.every(word => isInside(input.quote, word))) return undefined;
  for (const other of quotes.lookup(
    stretch.map(word => word.key),
    { limit: 3 },
  )) {
    const again = lay(
      stretch,
      other.words.map(word => word.key),
    );
    if (likenessOf(stretch, other.words, again) < 0.85) continue;
    const passage = passageOf(window.words, laid);
    const first = stretch[0] as QuoteWord;
    const last = stretch[stretch.length - 1] as QuoteWord;
    return {
      status: 'spliced',
      ...(passage ? { passage } : {}),
      span: { start: first.start, end: last.end },
      diff: diffOf(facts.tree.prose, words, window.words, laid),
      ...(noted === undefined ? {} : { speaker: noted }),
    };
  }
  return undefined;
}

/** The longest run of places that `is` holds for, single exceptions inside allowed. */
function longestRun(length: number, is: (index: number) => boolean): Span {
  let best = { start: 0, end: 0 };
  let start = -1;
  let last = -1;
  for (let i = 0; i <= length; i++) {
    if (i < length && is(i)) {
      if (start < 0) start = i;
      last = i;
    } else if (start >= 0 && (i === length || i - last > 1)) {
      if (last + 1 - start > best.end - best.start) best = { start, end: last + 1 };
      start = -1;
    }
  }
  return best;
}

/** The words may stand in a note in another language: all notes are, or the speaker is named in one. */
function isForeign(quotes: QuoteIndex, speaker: Speaker | undefined): boolean {
  let english = false;
  let named = false;
  const last = speaker?.named ? nameWordsOf(speaker.text).at(-1) : undefined;
  for (const source of quotes.sources) {
    if (source.passages.length === 0) continue;
    if (source.language === undefined) english = true;
    else if (
      last &&
      (nameWordsOf(source.title).includes(last) || source.passages.some(passage => passage.text.toLowerCase().includes(last)))
    )
      named = true;
  }
  return !english || named;
}
