// Owns: what the notes hold of a direct quote: its words, whether they were altered, and who said them.
// Must not know: other quotes' verdicts, rules, caches.
import { resolveSpeaker, type Speaker, sameSurname } from '../extract/attributions.ts';
import type { Facts, Quote } from '../extract/facts.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import type { Span } from '../text/span.ts';
import type { NoteWord, QuoteIndex, QuoteWindow } from './quote-index.ts';
import { type Laid, lay } from './quotes/align.ts';
import { isAside } from './quotes/asides.ts';
import { cutAtEnd, cutAtGaps, cutAtStart, type DraftContext } from './quotes/cuts.ts';
import { type Change, changesOf, diffOf, wordsBetween } from './quotes/judge.ts';
import { compareSpeakers, nameWordsOf } from './quotes/speaker-names.ts';
import { type Voice, voiceOf } from './quotes/voices.ts';
import { type QuoteWord, wordsOfQuote } from './quotes/words.ts';
import type { Passage, QuoteMatch, QuoteStatus } from './types.ts';

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
/** Words that an ellipsis may stand for within one window. */
const LONGEST_GAP = 200;

/** Fewer words may be anybody's where the notes do not name the speaker beside them. */
const WORDS_OF_A_VOICE = 5;

interface Candidate {
  readonly window: QuoteWindow;
  readonly laid: Laid;
  readonly words: readonly QuoteWord[];
  /** Share of the quote's weight that stands in the notes, less what the notes have in between. */
  readonly likeness: number;
  readonly changes: readonly Change[];
  readonly speaker: 'same' | 'other' | 'unknown';
  readonly noted?: string;
  /** Who speaks there where no name stands beside the words. */
  readonly voice?: Voice;
}

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
    const joined = bestOf(input, joinedWords(prose, facts, chain).slice(0, MOST_WORDS), speaker);
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

function joinedWords(prose: string, _facts: Facts, chain: readonly Quote[]): QuoteWord[] {
  return chain.flatMap((part, index) => {
    const [first, ...rest] = wordsOfQuote(prose, part.content.start, part.content.end);
    if (!first) return [];
    return [index > 0 ? { ...first, gap: true as const } : first, ...rest];
  });
}

/** The place in the notes that this quote comes from most likely. */
function bestOf(input: QuoteMatchInput, words: readonly QuoteWord[], speaker: Speaker | undefined): Candidate | undefined {
  const { quotes } = input;
  const keys = words.flatMap(word => (word.wild ? [] : [word.key]));
  const gaps = words.filter(word => word.gap).length;
  const windows = quotes.lookup(keys, gaps > 0 ? { margin: LONGEST_GAP } : {});
  let best: Candidate | undefined;
  for (const window of windows) {
    if (
      best &&
      (window.score < 0.6 * (windows[0] as QuoteWindow).score ||
        (best.changes.length === 0 && best.likeness > 0.99 && best.speaker !== 'other'))
    )
      break;
    let candidate = candidateAt(input, words, window, speaker);
    if (!best || rank(candidate) > rank(best)) best = candidate;
    const spoken = window.words.filter(word => !isAside(word));
    if (spoken.length < window.words.length && candidate.changes.length > 0) {
      candidate = candidateAt(input, words, { ...window, words: spoken }, speaker);
      if (rank(candidate) > rank(best)) best = candidate;
    }
    if (candidate.speaker !== 'other') continue;
    // Close by, somebody else may have said the same.
    candidate = candidateAt(
      input,
      words,
      { ...window, words: window.words.filter(word => word.passage.quote?.speaker !== candidate.noted) },
      speaker,
    );
    if (rank(candidate) > rank(best)) best = candidate;
  }
  return best;
}

/** Words first, then the right speaker, then words that are set as somebody's. */
function rank(candidate: Candidate): number {
  const speaker = candidate.speaker === 'same' ? 0.08 : candidate.speaker === 'other' ? -0.04 : 0;
  return candidate.likeness + speaker + (candidate.noted === undefined ? 0 : 0.01) + (candidate.changes.length === 0 ? 0.05 : 0);
}

function candidateAt(input: QuoteMatchInput, words: readonly QuoteWord[], window: QuoteWindow, speaker: Speaker | undefined): Candidate {
  const { facts, quotes } = input;
  const laid = lay(
    words,
    window.words.map(word => word.key),
  );
  const noted = notedSpeaker(window.words, laid);
  const voice = noted === undefined ? voiceAt(window.words, laid, speaker) : undefined;
  const name = noted ?? voice?.name;
  return {
    window,
    laid,
    words,
    likeness: likenessOf(words, window.words, laid),
    changes: changesOf(facts.tree.prose, words, window.words, laid),
    speaker: speaker?.named && name ? compareSpeakers(speaker.text, name, quotes) : 'unknown',
    ...(noted === undefined ? {} : { noted }),
    ...(voice === undefined ? {} : { voice }),
  };
}

function likenessOf(words: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): number {
  let total = 0;
  for (const word of words) if (!word.wild) total += weightOf(word.key);
  let same = 0;
  let extra = 0;
  for (const step of laid.steps) {
    if (step.quote >= 0 && step.note >= 0 && step.same)
      same += (words[step.quote] as QuoteWord).wild ? 0 : weightOf((words[step.quote] as QuoteWord).key);
    else if (step.quote < 0 && !step.same) extra += weightOf((notes[step.note] as NoteWord).key);
  }
  return total === 0 ? 0 : (same - 0.4 * extra) / total;
}

function weightOf(key: string): number {
  return FUNCTION_WORDS.has(key) ? 0.4 : 1;
}

/** Who says the most of the words that the quote was laid over. */
function notedSpeaker(notes: readonly NoteWord[], laid: Laid): string | undefined {
  const counts = new Map<string, number>();
  for (const step of laid.steps) {
    if (step.note < 0 || step.quote < 0 || !step.same) continue;
    const speaker = (notes[step.note] as NoteWord).passage.quote?.speaker;
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [speaker, count] of counts) if (best === undefined || count > (counts.get(best) as number)) best = speaker;
  return best;
}

/**
 * Whose words a passage without a name before it holds. Of one person's Source only where nothing there, or near words that
 * are marked as such, knows the draft's speaker: they may be told there, too.
 */
function voiceAt(notes: readonly NoteWord[], laid: Laid, speaker: Speaker | undefined): Voice | undefined {
  const passage = passageOf(notes, laid);
  const voice = passage === undefined ? undefined : voiceOf(passage);
  if (passage === undefined || voice === undefined || voice.by === 'label') return voice;
  const last = speaker === undefined ? undefined : nameWordsOf(speaker.text).at(-1);
  if (last === undefined || sameSurname(voice.name, speaker?.text ?? '')) return voice;
  return mentions(passage, voice.by === 'answer' ? 1 : Number.POSITIVE_INFINITY, last) ? undefined : voice;
}

/** Whether the head of a passage's Source, or so many passages on either side, have a name outside of the words themselves. */
function mentions(passage: Passage, around: number, name: string): boolean {
  const { source } = passage;
  const at = source.passages.indexOf(passage);
  const near = source.passages.slice(Math.max(0, at - around), at + around + 1);
  const outside = near.map(({ text, quote }) => (quote === undefined ? text : text.replace(quote.text, ' ')));
  const texts = [source.title, ...source.items.map(item => item.value), ...outside];
  return texts.some(text => text.toLowerCase().includes(name));
}

/** Whether the quote comes from there, however altered. */
function isSure({ laid, words, window, likeness, changes }: Candidate): boolean {
  const own = words.filter(word => !word.wild).length;
  let same = 0;
  let content = 0;
  let quoted = 0;
  for (const step of laid.steps) {
    if (step.quote < 0 || step.note < 0 || !step.same) continue;
    const word = words[step.quote] as QuoteWord;
    if (word.wild) continue;
    same++;
    if (!FUNCTION_WORDS.has(word.key)) content++;
    if (isQuotedWord(window.words[step.note] as NoteWord)) quoted++;
  }
  if (changes.length === 0 && same === own) return true;
  if (own <= 3 || same < 3 || content === 0) return false;
  const spoken = quoted * 2 > same;
  if (own <= 6) return likeness >= (spoken ? 0.55 : 0.66) && content >= 1;
  return likeness >= (spoken ? 0.5 : 0.62);
}

/** Whether a word of the notes stands in somebody's words. */
function isQuotedWord({ passage }: NoteWord): boolean {
  return passage.quote !== undefined;
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

function passageOf(notes: readonly NoteWord[], laid: Laid): NoteWord['passage'] | undefined {
  const step = laid.steps.find(({ quote, note, same }) => quote >= 0 && note >= 0 && same);
  return step && (notes[step.note] as NoteWord).passage;
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
