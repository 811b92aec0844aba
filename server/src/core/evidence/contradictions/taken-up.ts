// Owns: hedges of a sentence that takes up the one before: "Was it his?" "Probably.", "a tablet. Whether they came from it is open".
// Must not know: verdicts, rules, whether the draft is careful.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Candidate, type Clause, type Comparing, onTopic, textOf } from './comparing.ts';
import { clausesOf, hedgeOf, OF_MIND } from './hedge-scope.ts';
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

/** Least share of the claim that both sentences have together. */
const COVERAGE = 0.5;
/** Least share of a statement before a bare hedge that the claim must have. */
const BACK = 0.5;
/** Most words of its own that a sentence may have that takes up another by a pronoun. */
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
    for (const [before, next] of pairsOf(candidate)) {
      const hedge = hedgeOf(next.text, next.clause);
      if (hedge === undefined || hedgeOf(before.text, before.clause) !== undefined) continue;
      const own = ownWords(next, hedge.text);
      if (own === undefined || !isTakingUp(comparing, before, next, own)) continue;
      // What is denied, and not for sure, is no surer where the draft affirms it.
      if (isDenied(next, hedge.text) && !DENIED.test(comparing.words.text)) continue;
      const coverage = coverageOf(comparing, [before, next], said);
      if (coverage < COVERAGE || (best !== undefined && best.coverage >= coverage)) continue;
      best = { passage: next.passage, hedge: hedge.text, coverage, told: [before, next] };
    }
  }
  if (best === undefined || isPlain(comparing, best.told, best.coverage, said)) return undefined;
  return best;
}

/** Neighbouring sentences of a passage; its last one with the first of the next line. */
function pairsOf({ passage, alignment }: Candidate): [Told, Told][] {
  const told = toldIn(passage, alignment.passage);
  const line = passage.source.passages[placeOf(passage) + 1];
  const all = line === undefined ? told : [...told, ...toldIn(line, keyedPassage(line)).slice(0, 1)];
  return all.slice(1).map((next, at) => [all[at] as Told, next]);
}

function toldIn(passage: Passage, text: KeyedText): Told[] {
  return clausesOf(text).map(clause => ({ passage, text, clause }));
}

/** Telling words beside a hedge up to the next comma, without who says it; undefined where it goes on to something else. */
function ownWords({ text, clause }: Told, hedge: string): KeyedWord[] | undefined {
  const opening = (text.words[clause.from] as KeyedWord).start;
  const said = textOf(text, clause);
  const at = said.toLowerCase().indexOf(hedge);
  const rest = said.slice(at + hedge.length);
  const end = at + hedge.length + (/^[^,;–—]*/.exec(rest)?.[0].length ?? 0);
  if (at < 0 || GOES_ON.test(said.slice(0, end).replace(said.slice(at, at + hedge.length), ' '))) return undefined;
  const isMind = OF_MIND.test(hedge);
  return text.words.slice(clause.from, clause.to + 1).filter(word => {
    const start = word.start - opening;
    if (start >= end || (start >= at && start < at + hedge.length) || word.isFunction) return false;
    const isLabel = start < at && text.text[word.end] === ':';
    const isSpeaker = start < at && (isMind || word.isName || isLabel);
    return !isSpeaker && !HEDGES.has(word.folded) && !CERTAIN.has(word.folded) && !SAYING.test(word.folded);
  });
}

function isTakingUp({ words }: Comparing, before: Told, next: Told, own: readonly KeyedWord[]): boolean {
  const ofThem = contentOf(before);
  const shared = ofThem.filter(word => isIn(words, word)).length;
  if (shared === 0) return false;
  if (own.length === 0) return isAsked(before) || shared >= BACK * ofThem.length;
  return (
    own.length <= OWN && PRONOUN.test(textOf(next.text, next.clause)) && 2 * own.filter(word => isIn(words, word)).length >= own.length
  );
}

const DENIED = /\b(?:not|no|never|nobody|none|nothing|neither)\b|n['’]t\b/i;

/** Whether a sentence denies something beside its hedge. */
function isDenied(told: Told, hedge: string): boolean {
  return DENIED.test(textOf(told.text, told.clause).toLowerCase().replace(hedge, ' '));
}

/** "Was it written on his laptop?" */
function isAsked({ text, clause: { to } }: Told): boolean {
  return /^["”’)]?\?/.test(text.text.slice((text.words[to] as KeyedWord).end));
}

function contentOf({ text, clause: { from, to } }: Told): KeyedWord[] {
  return text.words.slice(from, to + 1).filter(word => !word.isFunction && !SAYING.test(word.folded) && text.text[word.end] !== ':');
}

function isIn(text: KeyedText, word: KeyedWord): boolean {
  return text.words.some(other => !other.isFunction && nearness(word, other) >= 0.7);
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
