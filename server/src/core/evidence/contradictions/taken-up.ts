// Owns: hedges of a sentence that takes up the one before: "Was it his?" "Probably.", "a tablet. Whether they came from it is open".
// Must not know: verdicts, rules, whether the draft is careful.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Candidate, type Clause, type Comparing, onTopic, textOf } from './comparing.ts';
import { clausesOf, hedgeOf, OF_MIND, placeOfHedge } from './hedge-scope.ts';
import { SAYING } from './negation.ts';
import { nearness } from './standing.ts';

/** Where a hedge stands that keeps the claim open. */
export interface TakenUp {
  readonly passage: Passage;
  /** As written, lower case. */
  readonly hedge: string;
}

/** One sentence of a passage. */
interface Told {
  readonly passage: Passage;
  readonly text: KeyedText;
  readonly clause: Clause;
}

/** Least share of the claim that the sentences have together. */
const COVERAGE = 0.45;
/** Where both have so much of it, less of the words beside the hedge need be the claim's. */
const ALL_BUT = 0.8;
/** What a sentence adds that takes up another one without a pronoun. */
const ADDED = 0.15;
/** Least share of a statement before a bare hedge that the claim must have. */
const BACK = 0.4;
/** Most words of its own that a sentence may have that takes up another. */
const OWN = 5;
const PRONOUN = /\b(?:it|this|that|these|those|them|they|there|so)\b/i;
/** It goes on to something else: "probably more", "since May", "how many, they cannot say". */
const GOES_ON =
  /\b(?:more|less|fewer|later|earlier|sooner|longer|again|others?|also|too|another|both|all|how|why|who|whom|when|where|what|unless|since|until|till)\b/i;

/** The hedge of a sentence behind one that the claim repeats, where no other sentence of the cited Sources says the same plainly. */
export function takenUp(comparing: Comparing, said: ReadonlySet<number>): TakenUp | undefined {
  let best: (TakenUp & { readonly coverage: number; readonly told: readonly Told[] }) | undefined;
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited) continue;
    for (const [before, next] of takingUpIn(candidate)) {
      const hedge = hedgeOf(next.text, next.clause);
      if (hedge === undefined || before.some(({ text, clause }) => hedgeOf(text, clause) !== undefined)) continue;
      const own = ownWords(next, hedge.text);
      if (own === undefined) continue;
      const coverage = coverageOf(comparing, [...before, next], said);
      const added = coverage - coverageOf(comparing, before, said);
      if (!isTakingUp(comparing, before, next, own, { coverage, added })) continue;
      // What is denied, and not for sure, is no surer where the draft affirms it.
      if (isDenied(next, hedge.text) && !DENIED.test(comparing.words.text)) continue;
      if (coverage < COVERAGE || (best !== undefined && best.coverage >= coverage)) continue;
      best = { passage: next.passage, hedge: hedge.text, coverage, told: [...before, next] };
    }
  }
  if (best === undefined || isPlain(comparing, best.told, best.coverage, said)) return undefined;
  return best;
}

/** Sentences of a passage, and of the first of the next line, with what they may take up: the one before, the two before, the question before. */
function takingUpIn({ passage, alignment }: Candidate): (readonly [readonly Told[], Told])[] {
  const told = toldIn(passage, alignment.passage);
  const line = passage.source.passages[placeOf(passage) + 1];
  const all = line === undefined ? told : [...told, ...toldIn(line, keyedPassage(line)).slice(0, 1)];
  return all.flatMap((next, at) => {
    const [last, further] = [all[at - 1], all[at - 2]];
    if (last === undefined) return [];
    const before: (readonly Told[])[] = [[last]];
    if (further !== undefined && next.passage === passage) before.push([further, last]);
    if (further !== undefined && isAsked(further) && !isAsked(last)) before.push([further]);
    return before.map(one => [one, next] as const);
  });
}

function toldIn(passage: Passage, text: KeyedText): Told[] {
  return clausesOf(text).map(clause => ({ passage, text, clause }));
}

/** Where a sentence goes on behind its hedge, counted from its start: at the next comma, semicolon or dash. */
function endOf(said: string, hedge: string): number {
  const at = placeOfHedge(said, hedge) + hedge.length;
  return at + (/^[^,;–—]*/.exec(said.slice(at))?.[0].length ?? 0);
}

/** Telling words beside a hedge up to the next comma, without who says it; undefined where it goes on to something else. */
function ownWords({ text, clause }: Told, hedge: string): KeyedWord[] | undefined {
  const opening = (text.words[clause.from] as KeyedWord).start;
  const said = textOf(text, clause);
  const at = placeOfHedge(said, hedge);
  const end = endOf(said, hedge);
  if (at < 0 || GOES_ON.test(said.slice(0, end).replace(said.slice(at, at + hedge.length), ' '))) return undefined;
  const isMind = OF_MIND.test(hedge);
  return text.words.slice(clause.from, clause.to + 1).filter((word, step) => {
    const start = word.start - opening;
    if (start >= end || (start >= at && start < at + hedge.length) || word.isFunction) return false;
    const isLabel = start < at && text.text[word.end] === ':';
    const isSpeaker =
      start < at &&
      (isMind || word.isName || isLabel || HOLDS.test(word.folded) || HOLDS.test(text.words[clause.from + step + 1]?.folded ?? ''));
    return !isSpeaker && !HEDGES.has(word.folded) && !CERTAIN.has(word.folded) && !SAYING.test(word.folded);
  });
}

/** "Corran calls a link possible". */
const HOLDS = /^(?:calls?|called|considers?|considered|deems?|finds?|found)$/;

/** How much of the claim both have, and how much of that the sentence with the hedge alone. */
interface Had {
  readonly coverage: number;
  readonly added: number;
}

function isTakingUp(comparing: Comparing, before: readonly Told[], next: Told, own: readonly KeyedWord[], had: Had): boolean {
  const ofThem = before.flatMap(contentOf);
  const shared = ofThem.filter(word => isIn(comparing, word)).length;
  if (shared === 0) return false;
  const taken = textOf(next.text, next.clause);
  const isMatter = (word: KeyedWord): boolean =>
    MATTER.test(word.folded) && /\b(?:this|that|the) $/i.test(next.text.text.slice(Math.max(0, word.start - 6), word.start));
  const telling = own.filter(word => !RELATION.test(word.folded) && !isMatter(word));
  if (telling.length === 0) {
    // "They point at the bank. Probably there.": that they point is sure.
    if (PLACE.test(taken) && had.coverage - had.added >= ALL_BUT) return false;
    return before.every(isAsked) || shared >= BACK * ofThem.length;
  }
  const isTaken = PRONOUN.test(taken) || (telling.length >= 2 && had.added >= ADDED);
  const least = had.coverage >= ALL_BUT ? 1 / 3 : 1 / 2;
  return telling.length <= OWN && isTaken && telling.filter(word => isIn(comparing, word)).length >= least * telling.length;
}

const PLACE = /\b(?:there|here)\b/i;

/** "A connection is possible", "suspects this flaw": of what has just been told. */
const RELATION = /^(?:connections?|links?|relations?|ties?|coincidence)$/;
const MATTER = /^(?:flaw|bug|hole|vulnerability|issue|incident|attack|case)$/;

const DENIED = /\b(?:not|no|never|nobody|none|nothing|neither)\b|n['’]t\b/i;

const NO_PROOF =
  /\b(?:no|neither|without|nor) (?:\p{L}+ )?(?:proof|evidence|certainty|measurements?)\b|\b(?:cannot|can['’]t) (?:prove|tell|say|confirm)\b/giu;

/** Whether a sentence denies something beside its hedge, up to the next comma. */
function isDenied({ text, clause }: Told, hedge: string): boolean {
  const said = textOf(text, clause);
  const at = placeOfHedge(said, hedge);
  const beside = `${said.slice(0, at)} ${said.slice(at + hedge.length, endOf(said, hedge))}`;
  return DENIED.test(beside.toLowerCase().replace(NO_PROOF, ' '));
}

/** "Was it written on his laptop?" */
function isAsked({ text, clause: { to } }: Told): boolean {
  return /^["”’)]?\?/.test(text.text.slice((text.words[to] as KeyedWord).end));
}

function contentOf({ text, clause: { from, to } }: Told): KeyedWord[] {
  return text.words
    .slice(from, to + 1)
    .filter(word => !word.isFunction && !word.isNumber && !SAYING.test(word.folded) && text.text[word.end] !== ':');
}

/** Whether a claim has a word, or what its pronoun stands for. */
function isIn({ words, before }: Comparing, word: KeyedWord): boolean {
  return [words, before].some(text => text?.words.some(other => !other.isFunction && nearness(word, other) >= 0.7));
}

/** Share of the claim's weight that sentences have; the title of their Source counts half. */
function coverageOf(comparing: Comparing, told: readonly Told[], said: ReadonlySet<number>): number {
  const title = comparing.title((told[0] as Told).passage.source);
  const theirs = told.flatMap(({ text, clause: { from, to } }) => text.words.slice(from, to + 1)).filter(word => !word.isFunction);
  let have = 0;
  let all = 0;
  for (const [at, word] of comparing.words.words.entries()) {
    const weight = comparing.weights[at] as number;
    if (weight === 0 || said.has(at) || SAYING.test(word.folded) || CERTAIN.has(word.folded)) continue;
    const near = Math.max(0, ...theirs.map(other => nearness(word, other)));
    all += weight;
    have += weight * Math.max(near, 0.5 * (title.matches[at] as WordMatch).score);
  }
  return all === 0 ? 0 : have / all;
}

/** Another sentence says as much of the claim, and no hedge stands in it. */
function isPlain(comparing: Comparing, but: readonly Told[], coverage: number, said: ReadonlySet<number>): boolean {
  return onTopic(comparing).some(({ passage, alignment, cited }) =>
    toldIn(passage, alignment.passage).some(
      one =>
        cited &&
        !but.some(({ text, clause }) => text === one.text && clause.from === one.clause.from) &&
        hedgeOf(one.text, one.clause) === undefined &&
        !isAsked(one) &&
        coverageOf(comparing, [one], said) >= coverage - 0.05,
    ),
  );
}
