// Owns: statements that the notes deny, or denials that the notes state.
// Must not know: verdicts, rules.

import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, drafted, onTopic, quotedShare, quotedSpans, sharedApart } from './comparing.ts';

/** Words that turn what follows them round. */
const NEGATORS = new Set(
  `not no none never nobody nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't
  won't wouldn't can't couldn't shouldn't ain't denied denies deny denying refused refuses refuse declined declines decline failed fails fail
  lacks lacked lack rejects rejected disputes disputed refuted`
    .split(/\s+/)
    .filter(word => word !== ''),
);
/** After these a negation no longer holds. */
const TURNS = new Set('but although though while whereas because however yet until unless except'.split(' '));
const AUXILIARIES = new Set('is are was were has have had will would can could does do did be been'.split(' '));

/** Least share of the claim's weight that a passage must hold to speak of the same thing. */
const SAME_THING = 0.55;
const REACH = 6;

/** At most one difference: the claim says what a passage about the same thing denies, or the other way round. */
export function polarityDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const spans = quotedSpans(comparing);
  if (quotedShare(comparing, spans) > 0.4) return [];
  const quoted = spans.map(span => ({ start: span.start - claim.span.start, end: span.end - claim.span.start }));
  const own = negated(words);
  let found: { pivot: number; candidate: Candidate; coverage: number } | undefined;
  let backing = 0;
  for (const candidate of onTopic(comparing)) {
    const shared = sharedApart(comparing, candidate, []);
    const pivots = pivotsOf(words, candidate, quoted);
    if (pivots.length === 0) continue;
    const theirs = negated(candidate.alignment.passage);
    const opposed = pivots.filter(at => own[at] !== theirs[(candidate.alignment.matches[at] as WordMatch).at]);
    const [verb] = opposed;
    // A word that both negate, or a negation that touches none of the shared words, backs the claim.
    if (verb === undefined || bothNegate(pivots, own, theirs, candidate)) {
      backing = Math.max(backing, shared.coverage);
      continue;
    }
    if (shared.coverage < SAME_THING || shared.words < 2) continue;
    if (found === undefined || shared.coverage > found.coverage) found = { pivot: verb, candidate, coverage: shared.coverage };
  }
  if (found === undefined || backing >= found.coverage - 0.12) return [];
  return [difference(comparing, found.pivot, found.candidate, own)];
}

/** Whether some shared word is negated on both sides, or each side negates another one. */
function bothNegate(pivots: readonly number[], own: readonly boolean[], theirs: readonly boolean[], candidate: Candidate): boolean {
  const mine = pivots.some(at => own[at] === true);
  const other = pivots.some(at => theirs[(candidate.alignment.matches[at] as WordMatch).at] === true);
  return mine && other;
}

/** Words of the claim that a passage has too and that a negation could turn round: no names, numbers, words of certainty. */
function pivotsOf(words: KeyedText, candidate: Candidate, quoted: readonly Span[]): number[] {
  const pivots: number[] = [];
  for (const [at, word] of words.words.entries()) {
    const match = candidate.alignment.matches[at] as WordMatch;
    if (word.isFunction || word.isName || word.isNumber || match.at < 0 || match.score < 0.7) continue;
    if (CERTAIN.has(word.folded) || HEDGES.has(word.folded) || NEGATORS.has(word.folded)) continue;
    if (quoted.some(span => span.start <= word.start && word.end <= span.end)) continue;
    pivots.push(at);
  }
  return pivots;
}

/** For each word, whether a negation governs it: one stands before it in its clause, at most six words back. */
export function negated(text: KeyedText): boolean[] {
  const flags = text.words.map(() => false);
  let until = -1;
  let odd = false;
  for (const [at, word] of text.words.entries()) {
    const before = at === 0 ? '' : text.text.slice((text.words[at - 1] as KeyedWord).end, word.start);
    if (/[.;:!?—–"“”«»]|, /.test(before) || TURNS.has(word.folded)) until = -1;
    if (NEGATORS.has(word.folded)) {
      // "not only", "no longer only": no denial. Two negations in one clause undo each other.
      const next = text.words[at + 1]?.folded;
      if (next === 'only' || next === 'just' || next === 'least') continue;
      odd = at <= until ? !odd : true;
      until = at + REACH;
      continue;
    }
    flags[at] = at <= until && odd;
  }
  return flags;
}

function difference(comparing: Comparing, pivot: number, candidate: Candidate, own: readonly boolean[]): Difference {
  const { words, claim } = comparing;
  const word = words.words[pivot] as KeyedWord;
  const place = (candidate.alignment.matches[pivot] as WordMatch).at;
  const noted = phraseAround(candidate.alignment.passage, place);
  const fixed = own[pivot] === true ? withoutNegation(words, pivot) : withNegation(words, pivot);
  const span = fixed?.span ?? { start: word.start, end: word.end };
  const placed = { start: span.start + claim.span.start, end: span.end + claim.span.start };
  return {
    kind: 'polarity',
    span: placed,
    drafted: drafted(comparing, placed),
    noted,
    passage: candidate.passage,
    ...(fixed === undefined ? {} : { replacement: fixed.text }),
  };
}

/** The words around a place of a passage, from its negation on, at most a dozen. */
function phraseAround(text: KeyedText, place: number): string {
  let from = place;
  for (let at = place - 1; at >= 0 && at >= place - REACH; at--) {
    const gap = text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start);
    if (/[.;:!?]/.test(gap)) break;
    from = at;
  }
  let to = place;
  while (to + 1 < text.words.length && to < place + 4) {
    const gap = text.text.slice((text.words[to] as KeyedWord).end, (text.words[to + 1] as KeyedWord).start);
    if (/[.;:!?]/.test(gap)) break;
    to++;
  }
  return text.text.slice((text.words[from] as KeyedWord).start, (text.words[to] as KeyedWord).end);
}

interface Rewriting {
  readonly span: Span;
  readonly text: string;
}

/** "has shared" to "has not shared": the last auxiliary before the word takes a "not". */
function withNegation(words: KeyedText, pivot: number): Rewriting | undefined {
  for (let at = pivot - 1; at >= 0 && at >= pivot - REACH; at--) {
    const word = words.words[at] as KeyedWord;
    const gap = words.text.slice(word.end, (words.words[at + 1] as KeyedWord).start);
    if (/[.,;:!?]/.test(gap)) return undefined;
    if (!AUXILIARIES.has(word.folded)) continue;
    if (word.folded === 'be' || word.folded === 'been') continue;
    const end = (words.words[pivot] as KeyedWord).end;
    const rest = words.text.slice(word.end, end);
    return { span: { start: word.start, end }, text: `${word.text} not${rest}` };
  }
  return undefined;
}

/** "has not shared" to "has shared", "hasn't" to "has". */
function withoutNegation(words: KeyedText, pivot: number): Rewriting | undefined {
  for (let at = pivot - 1; at >= 0 && at >= pivot - REACH; at--) {
    const word = words.words[at] as KeyedWord;
    const end = (words.words[pivot] as KeyedWord).end;
    if (word.folded === 'not' && at > 0) {
      const before = words.words[at - 1] as KeyedWord;
      if (!AUXILIARIES.has(before.folded) || /^(?:do|does|did)$/.test(before.folded)) return undefined;
      return { span: { start: before.start, end }, text: before.text + words.text.slice(word.end, end) };
    }
    const contracted = /^(is|are|was|were|has|have|had|would|could|should)n['’]t$/i.exec(word.text);
    if (contracted) return { span: { start: word.start, end }, text: `${contracted[1]}${words.text.slice(word.end, end)}` };
    if (NEGATORS.has(word.folded) || (!FUNCTION_WORDS.has(word.folded) && at < pivot - 3)) return undefined;
  }
  return undefined;
}
