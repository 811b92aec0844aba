// Owns: the place in the notes that a quote comes from most likely, how like it is, and who speaks there.
// Must not know: what a difference means for a verdict, rules.
import { type Speaker, sameSurname } from '../../extract/attributions.ts';
import type { Facts } from '../../extract/facts.ts';
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import type { NoteWord, QuoteIndex, QuoteWindow } from '../quote-index.ts';
import type { Passage } from '../types.ts';
import { type Laid, lay } from './align.ts';
import { isAside } from './asides.ts';
import { type Change, changesOf } from './judge.ts';
import { compareSpeakers, nameWordsOf } from './speaker-names.ts';
import { type Voice, voiceOf } from './voices.ts';
import type { QuoteWord } from './words.ts';

/** Where a quote stands and where it is looked for. */
interface Looked {
  readonly facts: Facts;
  readonly quotes: QuoteIndex;
}

/** Words that an ellipsis may stand for within one window. */
const LONGEST_GAP = 200;

/** A place in the notes that a quote may come from. */
export interface Candidate {
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

/** The place in the notes that this quote comes from most likely. */
export function bestOf(input: Looked, words: readonly QuoteWord[], speaker: Speaker | undefined): Candidate | undefined {
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

function candidateAt(input: Looked, words: readonly QuoteWord[], window: QuoteWindow, speaker: Speaker | undefined): Candidate {
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

/** Share of the quote's weight that stands in the notes, less what the notes have in between. */
export function likenessOf(words: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): number {
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

/** What a word of a quote is worth: little where it stands everywhere. */
export function weightOf(key: string): number {
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
export function isSure({ laid, words, window, likeness, changes }: Candidate): boolean {
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

/** The passage of the first word that both have. */
export function passageOf(notes: readonly NoteWord[], laid: Laid): NoteWord['passage'] | undefined {
  const step = laid.steps.find(({ quote, note, same }) => quote >= 0 && note >= 0 && same);
  return step && (notes[step.note] as NoteWord).passage;
}
