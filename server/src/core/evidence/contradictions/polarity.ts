// Owns: statements that the notes deny, or denials that the notes state.
// Must not know: verdicts, rules.

import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { areOpposite, hasContrary, isContrast, isGenericPart, isRuledOutBy } from '../../lexicon/opposites.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Comparing,
  clauseAround,
  drafted,
  isOfAnother,
  isQuestion,
  onTopic,
  quotedShare,
  quotedSpans,
  sharedApart,
  textOf,
} from './comparing.ts';
import { isHedge } from './hedging.ts';
import { isDoneWithout, isNeeded } from './needs.ts';
import { AT_FIRST, denies, EXCEPT, IN_PART, isSign, isTwiceDenied, LEAVES_OUT, NEGATORS, negated, REACH, SAYING } from './negation.ts';
import { isNear, MANNER } from './neighbours.ts';
import { isNoPivot, saysInOtherWords } from './other-words.ts';
import { withNegation, withoutNegation } from './rewording.ts';
import { nearness } from './standing.ts';

/** Least share of the claim's weight that a passage must hold to speak of the same thing. */
const SAME_THING = 0.55;
/** The same where one word stands against its opposite. */
const SAME_BUT_ONE = 0.7;
/** The same where one side asks for what the other does without. */
const SAME_NEED = 0.35;

const COUNT = /\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve/.source;
/** "Not every owner" says that some do: neither the one nor the other; "two of the five did not" leaves three. */
const PARTLY = new RegExp(
  alternatives(
    // Not all of them, two of the five did not, most of its banks have no.
    /\bnot (?:all|every\p{L}*)\b/u,
    String.raw`(?<!\b(?:none|not one|all|each|every one) )\bof (?:the |these |those |its |their )?(?:${COUNT})\b[^.;]{0,60}\b(?:not?|never)\b`,
    /\bof (?:the |these |those |its |their )?[\p{L}\d]+,? (?:is|are|was|were|has|have|had) (?:no|not)\b/u,
  ),
  'iu',
);

/** At most one difference: the claim says what a passage about the same thing denies, or the other way round. */
export function polarityDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const spans = quotedSpans(comparing);
  if (quotedShare(comparing, spans) > 0.4 || EXCEPT.test(words.text) || PARTLY.test(words.text)) return [];
  const quoted = spans.map(span => ({ start: span.start - claim.span.start, end: span.end - claim.span.start }));
  const own = negated(words);
  let found: { clash: Clash; candidate: Candidate; coverage: number } | undefined;
  let backing = 0;
  for (const candidate of onTopic(comparing)) {
    if (isQuestion(candidate.passage) || isSameCondition(words.text, candidate.passage.text)) continue;
    const { passage } = candidate.alignment;
    const theirs = negated(passage);
    const clash = clashOf(comparing, candidate, own, theirs, quoted);
    if (clash !== undefined && !EXCEPT.test(passage.text) && !LEAVES_OUT.test(passage.text)) {
      if (found === undefined || clash.coverage > found.coverage) found = { clash, candidate, coverage: clash.coverage };
      continue;
    }
    const pivots = pivotsOf(words, candidate, quoted);
    // Words that both affirm or both deny back the claim; a denial of something else says nothing.
    if (pivots.length > 0) backing = Math.max(backing, sharedApart(comparing, candidate, []).coverage);
  }
  if (found === undefined || backing >= found.coverage - 0.12) return [];
  return [difference(comparing, found.clash, found.candidate, own)];
}

/** "Unless something breaks" and "if nothing breaks". */
function isSameCondition(a: string, b: string): boolean {
  const [unless, ifNot] = [/\bunless\b/i, /\bif (?:no|nothing|nobody|none)\b/i];
  return (unless.test(a) && ifNot.test(b)) || (ifNot.test(a) && unless.test(b));
}

/** Where claim and passage stand against each other. */
interface Clash {
  /** Indices of words: of the claim, of the passage. */
  readonly mine: number;
  readonly theirs: number;
  readonly coverage: number;
  /** The two words are opposites; neither is turned round. */
  readonly opposite: boolean;
}

function clashOf(
  comparing: Comparing,
  candidate: Candidate,
  own: readonly boolean[],
  theirs: readonly boolean[],
  quoted: readonly Span[],
): Clash | undefined {
  const { words } = comparing;
  const { passage, matches } = candidate.alignment;
  const pivots = pivotsOf(words, candidate, quoted);
  const shared = sharedApart(comparing, candidate, []);
  const need = needClash(comparing, candidate, own, theirs, pivots, shared.coverage);
  if (need !== undefined) return need;
  if (shared.coverage >= SAME_THING && shared.words >= 2 && !bothNegate(pivots, own, theirs, candidate)) {
    const back = new Map<number, number>();
    for (const [at, match] of matches.entries()) if (match.at >= 0 && match.score >= 0.7) back.set(match.at, at);
    const forth = new Map([...back].map(([their, mine]) => [mine, their]));
    for (const mine of pivots) {
      const their = (matches[mine] as WordMatch).at;
      if (own[mine] === theirs[their] || (theirs[their] && AT_FIRST.test(clauseText(passage, their)))) continue;
      if (bothDeny(words, mine, passage, their) || isOtherOne(words, mine, passage, their)) continue;
      const isHead = own[mine] === true ? headsOf(words, own).has(mine) : headsOf(passage, theirs).has(their);
      if (!isHead) continue;
      const close = own[mine] === true ? isNear(words, mine, passage, their, forth) : isNear(passage, their, words, mine, back);
      if (close) return { mine, theirs: their, coverage: shared.coverage, opposite: false };
    }
  }
  return oppositeClash(comparing, candidate, own, theirs, quoted);
}

/** Both clauses deny something, or one of them denies a denial: which word the negation stands before tells nothing then. */
function bothDeny(words: KeyedText, mine: number, passage: KeyedText, theirs: number): boolean {
  const [own, other] = [clauseAround(words, words.words[mine] as KeyedWord), clauseAround(passage, passage.words[theirs] as KeyedWord)];
  if (isTwiceDenied(words, own.from, own.to) || isTwiceDenied(passage, other.from, other.to)) return true;
  // "Before it had been checked" it was not checked.
  const isBefore = (text: KeyedText, from: number, at: number): boolean =>
    text.words.some(
      ({ folded }, place) => place >= from && place < at && place >= at - REACH && (folded === 'before' || folded === 'until'),
    );
  if (isBefore(words, own.from, mine) || isBefore(passage, other.from, theirs)) return true;
  // "Where it was missing" and "without it".
  if (/\b(?:missing|lacking|absent)\b/i.test(words.text) && /\b(?:without|no)\b/i.test(textOf(passage, other))) return true;
  if (saysInOtherWords(words, own, passage, other) || saysInOtherWords(passage, other, words, own)) return true;
  return (
    (denies(words, own.from, own.to) && denies(passage, other.from, other.to)) ||
    /\b(?:little|few) or no\b|\bhardly\b/i.test(textOf(passage, other))
  );
}

/** The clause of a word denies something. */
function isDeniedIn(text: KeyedText, at: number): boolean {
  const { from, to } = clauseAround(text, text.words[at] as KeyedWord);
  return denies(text, from, to);
}

/** "Under another name" and "not under this name". */
function isOtherOne(words: KeyedText, mine: number, passage: KeyedText, theirs: number): boolean {
  const [own, other] = [clauseText(words, mine), clauseText(passage, theirs)];
  const isOther = /\b(?:an)?other|different|new\b/i;
  const isNotThis = /\b(?:not|no|never|n['’]t)\b.*\b(?:this|that|same|these|those)\b/i;
  return (isOther.test(own) && isNotThis.test(other)) || (isNotThis.test(own) && isOther.test(other));
}

/** What the clause of a word denies it denies whole, for good and for sure. */
function isOutright(text: KeyedText, at: number): boolean {
  const { from, to } = clauseAround(text, text.words[at] as KeyedWord);
  for (let place = from; place <= to; place++) if (isHedge(text, place)) return false;
  return !IN_PART.test(textOf(text, { from, to }));
}

function clauseText(text: KeyedText, at: number): string {
  return textOf(text, clauseAround(text, text.words[at] as KeyedWord));
}

/** "without any login" and "only with a login", "needs a login" and "no login needed". */
function needClash(
  comparing: Comparing,
  candidate: Candidate,
  own: readonly boolean[],
  theirs: readonly boolean[],
  pivots: readonly number[],
  coverage: number,
): Clash | undefined {
  const { words, topics } = comparing;
  const { passage, matches } = candidate.alignment;
  if (coverage < SAME_NEED && topics.size === 0) return undefined;
  for (const mine of pivots) {
    const their = (matches[mine] as WordMatch).at;
    if (own[mine] === theirs[their]) continue;
    const clash =
      (isDoneWithout(words, mine) && isNeeded(passage, their)) || (isNeeded(words, mine) && isDoneWithout(passage, their))
        ? { mine, theirs: their, coverage: Math.max(coverage, SAME_THING), opposite: false }
        : undefined;
    if (clash !== undefined) return clash;
  }
  return undefined;
}

/** "rose" and "fell", "were lost" and "not affected", where the rest of the claim is shared. */
function oppositeClash(
  comparing: Comparing,
  candidate: Candidate,
  own: readonly boolean[],
  theirs: readonly boolean[],
  quoted: readonly Span[],
): Clash | undefined {
  const { words, claim } = comparing;
  const { passage, matches } = candidate.alignment;
  const sides = sidesClash(words, passage, matches);
  if (sides !== undefined) return { ...sides, coverage: SAME_BUT_ONE, opposite: true };
  for (const [mine, word] of words.words.entries()) {
    // A word that the passage has too stands against nothing in it.
    if (word.isNumber || word.isName || passage.places.has(word.key) || !hasContrary(word.key)) continue;
    if (quoted.some(span => span.start <= word.start && word.end <= span.end)) continue;
    for (const [their, other] of passage.words.entries()) {
      if (words.places.has(other.key)) continue;
      const harm = isRuledOutBy(word.key, other.key) && !isDeniedIn(words, mine) && theirs[their] === true && isOutright(passage, their);
      const ruled = isRuledOutBy(other.key, word.key) && own[mine] === true && theirs[their] !== true;
      const turned = areOpposite(word.key, other.key) && own[mine] === theirs[their];
      if (!harm && !ruled && !turned) continue;
      // Words of no account are no part of what must be shared.
      const apart = words.words
        .filter((one, at) => at === mine || isGenericPart(one.key) || one.folded === 'well')
        .map(one => ({ start: one.start + claim.span.start, end: one.end + claim.span.start }));
      const shared = sharedApart(comparing, candidate, apart);
      if (shared.words < 1 || shared.coverage < (harm || ruled ? SAME_THING : SAME_BUT_ONE)) continue;
      const forth = new Map<number, number>();
      for (const [at, match] of matches.entries()) if (match.at >= 0 && match.score >= 0.7) forth.set(at, match.at);
      if (countsOther(words, passage, their)) continue;
      const isOther = !isContrast(word.key) && isOfAnother(words, passage, { from: 0, to: passage.words.length - 1 });
      if (!isOther && isNear(words, mine, passage, their, forth)) return { mine, theirs: their, coverage: shared.coverage, opposite: true };
    }
  }
  return undefined;
}

/** "Version 7 is safe" is not "affected: 8.0 to 8.4": both clauses have figures, and none of them is the other's. */
function countsOther(words: KeyedText, passage: KeyedText, theirs: number): boolean {
  const { from, to } = clauseAround(passage, passage.words[theirs] as KeyedWord);
  const noted = passage.words.slice(from, to + 1).filter(word => word.isNumber);
  return noted.length > 0 && words.words.some(word => word.isNumber) && noted.every(word => !words.places.has(word.key));
}

/** "Ruled for the paper" and "ruled against the paper": the same words on both sides of the two. */
function sidesClash(words: KeyedText, passage: KeyedText, matches: readonly WordMatch[]): { mine: number; theirs: number } | undefined {
  for (const [mine, word] of words.words.entries()) {
    if (word.folded !== 'for' && word.folded !== 'against') continue;
    const verb = matches[mine - 1];
    if (mine === 0 || verb === undefined || verb.at < 0 || verb.score < 0.9 || (words.words[mine - 1] as KeyedWord).isFunction) continue;
    const theirs = verb.at + 1;
    const other = passage.words[theirs]?.folded;
    if (other === word.folded || (other !== 'for' && other !== 'against')) continue;
    const next = (text: KeyedText, at: number): string | undefined => text.words.slice(at + 1).find(one => !one.isFunction)?.key;
    if (next(words, mine) !== undefined && next(words, mine) === next(passage, theirs)) return { mine, theirs };
  }
  return undefined;
}

/** Words that a negation turns round itself: the first content word after it, and what "no evidence of" leads to. */
function headsOf(text: KeyedText, flags: readonly boolean[]): Set<number> {
  const heads = new Set<number>();
  for (const [at, word] of text.words.entries()) {
    if (!NEGATORS.has(word.folded)) continue;
    // "Recorded nothing".
    if (flags[at - 1] === true && /^(?:none|nobody|nothing)$/.test(word.folded)) heads.add(at - 1);
    let noun = word.folded === 'no' || word.folded === 'none' || word.folded === 'without' || word.folded === 'nobody';
    for (let next = at + 1; next < text.words.length && next <= at + REACH; next++) {
      const other = text.words[next] as KeyedWord;
      if (flags[next] !== true) break;
      if (other.isFunction || NEGATORS.has(other.folded) || MANNER.test(other.folded)) continue;
      heads.add(next);
      if (isSign(text, next)) continue;
      // "No patient was harmed" denies the harm as well.
      if (!noun) break;
      noun = false;
    }
  }
  return heads;
}

/** Whether some shared word is negated on both sides, or each side negates another one. */
function bothNegate(pivots: readonly number[], own: readonly boolean[], theirs: readonly boolean[], candidate: Candidate): boolean {
  const mine = pivots.some(at => own[at] === true);
  const other = pivots.some(at => theirs[(candidate.alignment.matches[at] as WordMatch).at] === true);
  return mine && other;
}

/** The second of what, says the next word. */
const ORDINAL = /^(?:first|second|third|fourth|fifth|next|last)$/;

/** Words of the claim that a passage has too and that a negation could turn round: no names, numbers, words of certainty. */
function pivotsOf(words: KeyedText, candidate: Candidate, quoted: readonly Span[]): number[] {
  const pivots: number[] = [];
  for (const [at, word] of words.words.entries()) {
    const match = candidate.alignment.matches[at] as WordMatch;
    if (word.isFunction || word.isName || word.isNumber || match.at < 0 || match.score < 0.7) continue;
    if (CERTAIN.has(word.folded) || HEDGES.has(word.folded) || NEGATORS.has(word.folded)) continue;
    if (SAYING.test(word.folded) && quoted.some(span => span.start < words.text.length && span.end > 0)) continue;
    if (quoted.some(span => span.start <= word.start && word.end <= span.end)) continue;
    // Words that begin alike may mean quite different things: "station" and "statement".
    if (match.score < 0.9 && nearness(word, candidate.alignment.passage.words[match.at] as KeyedWord) === 0) continue;
    if (isNoPivot(word, candidate.alignment.passage.words[match.at] as KeyedWord)) continue;
    if (ORDINAL.test(word.folded) && words.words[at + 1]?.key !== candidate.alignment.passage.words[match.at + 1]?.key) continue;
    pivots.push(at);
  }
  return pivots;
}

function difference(comparing: Comparing, clash: Clash, candidate: Candidate, own: readonly boolean[]): Difference {
  const { words, claim } = comparing;
  const pivot = clash.mine;
  const word = words.words[pivot] as KeyedWord;
  const noted = phraseAround(candidate.alignment.passage, clash.theirs);
  const fixed = clash.opposite ? undefined : own[pivot] === true ? withoutNegation(words, pivot) : withNegation(words, pivot);
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
