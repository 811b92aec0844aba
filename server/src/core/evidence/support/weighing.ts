// Owns: how well passages of some or all Sources bear on a claim, with the bars that verdicts use.
// Must not know: citations, other claims, verdicts.
import type { Span } from '../../text/span.ts';
import { align, type KeyedText, type KeyedWord, keyedPassage, sharedSpans } from '../alignment.ts';
import { UNBACKED, unbacked, type Weighed, weigh } from '../support-model.ts';
import type { Match, Source } from '../types.ts';
import { isOpen, type SupportInput } from './input.ts';

/**
 * Scores of the support model, set on the training data: from `full` all of a claim counts as backed; below `related`
 * nothing bears on it (between 1 and 2 of 100 backed claims fall there).
 */
export const SUPPORT_THRESHOLDS = { full: 0.57, related: 0.145 } as const;

/** How many passages are looked at closely. */
export const CLOSE = 12;

/** Whether passages bear on a claim at all: the model says so, or one of them has much of its words. */
export function bearsOn(weighed: Weighed): boolean {
  return weighed.score >= SUPPORT_THRESHOLDS.related || (weighed.passages[0]?.coverage ?? 0) >= WORDS_ENOUGH;
}

/** Whether passages back a claim so well that one can say that they have it. */
export function isBacked(weighed: Weighed): boolean {
  return weighed.score >= BACKED_SCORE || (weighed.passages[0]?.coverage ?? 0) >= BACKED_WORDS;
}

/** Between "bears on it" and these nothing is said: neither that the notes have it nor that they lack it. */
export const BACKED_SCORE = 0.34;
const BACKED_WORDS = 0.45;

/** Share of a claim's weight in one passage that speaks against "nothing bears on it", whatever the model says. */
export const WORDS_ENOUGH = 0.3;

/** Share of the weight of a sentence's words that a short Source has anywhere. */
export function heldBy(words: KeyedText, weights: readonly number[], source: Source): number {
  if (source.passages.length > SHORT_SOURCE) return 0;
  const alignments = source.passages.map(passage => align(words, keyedPassage(passage)));
  let have = 0;
  let all = 0;
  for (const at of words.words.keys()) {
    const weight = weights[at] ?? 0;
    all += weight;
    have += weight * Math.max(0, ...alignments.map(one => one.matches[at]?.score ?? 0));
  }
  return all === 0 ? 0 : have / all;
}

export const LONG_SENTENCE = 24;

/** The first word of a sentence is rare, and may be a name. */
export function isRareCapital(word: KeyedWord, weighed: Weighed, at: number): boolean {
  return !word.isFunction && !/ever$/.test(word.folded) && (weighed.comparison.weights[at] ?? 0) >= 0.95;
}

/** Two content words in a row that nothing backs, or a figure. */
export function lacksPart(words: KeyedText, weighed: Weighed): boolean {
  let run = 0;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    run = (weighed.missing[at] ?? 0) >= 0.5 ? run + 1 : 0;
    if (run >= 2) return true;
  }
  return false;
}

export function weighWithin(input: SupportInput, words: KeyedText, query: string, within?: ReadonlySet<string>): Weighed | undefined {
  if (within !== undefined && within.size === 0) return undefined;
  const found = input.index.search(query, within === undefined ? { limit: CLOSE } : { limit: CLOSE, within });
  if (found.length === 0) return within === undefined ? undefined : weigh(words, []);
  return weigh(
    words,
    found.map(match => match.passage),
    titlesOf(found),
  );
}

/** The same without Sources that the draft may not name: marked above it, off the record. */
export function weighOpen(input: SupportInput, words: KeyedText, around: Weighed): Weighed | undefined {
  const open = around.passages.map(one => one.passage).filter(passage => isOpen(passage.source, input.tlp));
  return open.length === 0 ? undefined : weigh(words, open, titles(open.map(passage => passage.source)));
}

function titlesOf(found: readonly Match[]): string {
  return titles(found.slice(0, 3).map(match => match.passage.source));
}

export function titles(sources: readonly Source[]): string {
  return [...new Set(sources.map(source => `${source.title}. ${(source.metadata.authors ?? []).join(', ')}`))].join('. ');
}

export function matchesOf(words: KeyedText, weighed: Weighed | undefined): Match[] {
  if (weighed === undefined) return [];
  return weighed.passages
    .filter(one => one.coverage > 0.15)
    .slice(0, 3)
    .map(one => ({ passage: one.passage, score: one.coverage, shared: sharedSpans(words, one.alignment) }));
}

export function missingSpans(claim: Span, words: KeyedText, weighed: Weighed | undefined): Span[] {
  if (weighed === undefined) return [];
  const shares = unbacked(weighed);
  const spans: { start: number; end: number }[] = [];
  let last = -2;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction || (shares[at] ?? 0) < UNBACKED) continue;
    const span = { start: word.start + claim.start, end: word.end + claim.start };
    const before = spans[spans.length - 1];
    if (before !== undefined && at - last <= 2) before.end = span.end;
    else spans.push(span);
    last = at;
  }
  return spans;
}

/** Passages of a Source that is gone through whole where it is cited. */
export const SHORT_SOURCE = 20;
