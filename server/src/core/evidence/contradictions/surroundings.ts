// Owns: how much of what stands around a figure of the claim stands around one of a passage.
// Must not know: what the figures are, verdicts, rules.
import type { DateFact, NumberFact } from '../../extract/facts.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type Alignment, align, type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Comparing, clauseAround, haveManyPairs, isLight } from './comparing.ts';
import { sameThing } from './counted-things.ts';
import { comparable } from './quantities.ts';
import { nearnessAt } from './standing.ts';

/** What two figures have around them in common. */
export interface Surroundings {
  /** Words of the claim's clause that the passage has, up to 3; paraphrases and words that say little count less. */
  readonly clause: number;
  /** The same of the rest of the claim. */
  readonly rest: number;
  /** Share of the words around the passage's figure that the claim has; a half where there are none. */
  readonly back: number;
  /** Other figures and dates of the claim that the passage has, up to 2. */
  readonly companions: number;
}

const MOST_WORDS = 3;
const MOST_COMPANIONS = 2;

/** A word of this score or more is shared. */
const SHARED = 0.6;

/** What a word counts that stands in the title of the Source alone. */
const IN_TITLE = 0.4;

/** `theirs` counts in the passage's text, `mine` in the claim's segment. */
export function surroundingsOf(comparing: Comparing, passage: Passage, theirs: Span, mine: Span): Surroundings {
  const shared = sharedWith(comparing, passage);
  return { ...ownSurroundings(comparing, passage, mine, shared), back: backOf(comparing, passage, theirs, shared) };
}

type OwnSurroundings = Omit<Surroundings, 'back'>;

/** What does not depend on the passage's figure, by passage, for the figure of a claim that was last asked for: passages may have many. */
const OWN = new WeakMap<KeyedText, { readonly mine: Span; readonly by: Map<Passage, OwnSurroundings> }>();

function ownSurroundings(comparing: Comparing, passage: Passage, mine: Span, shared: SharedWords): OwnSurroundings {
  let last = OWN.get(comparing.words);
  if (last?.mine !== mine) {
    last = { mine, by: new Map() };
    OWN.set(comparing.words, last);
  }
  const known = last.by.get(passage);
  if (known) return known;
  const { words, claim, weights } = comparing;
  const own = clauseAround(words, { start: mine.start - claim.span.start, end: mine.end - claim.span.start });
  let [clause, rest] = [0, 0];
  for (const [at, score] of shared.scores) {
    const worth = ((weights[at] ?? 0) >= 0.3 ? 1 : 0.5) * (score >= 0.9 ? 1 : score >= SHARED ? 0.7 : IN_TITLE);
    if (own.from <= at && at <= own.to) clause += worth;
    else rest += worth;
  }
  const found = {
    clause: Math.min(MOST_WORDS, clause),
    rest: Math.min(MOST_WORDS, rest),
    companions: companionsOf(comparing, passage, mine),
  };
  last.by.set(passage, found);
  return found;
}

/** Words of a claim that a passage has. */
interface SharedWords {
  /** By index of the claim's word; each word once. */
  readonly scores: ReadonlyMap<number, number>;
  /** Indices of the passage's words. */
  readonly places: ReadonlySet<number>;
}

const KNOWN = new WeakMap<KeyedText, Map<Passage, SharedWords>>();

function sharedWith(comparing: Comparing, passage: Passage): SharedWords {
  const lists = KNOWN.get(comparing.words) ?? new Map<Passage, SharedWords>();
  KNOWN.set(comparing.words, lists);
  const known = lists.get(passage) ?? sharedAnew(comparing, passage);
  lists.set(passage, known);
  return known;
}

function sharedAnew(comparing: Comparing, passage: Passage): SharedWords {
  const { words, claim, facts } = comparing;
  const alignment = align(words, keyedPassage(passage));
  const title = comparing.title(passage.source);
  const figures = [...facts.numbers, ...facts.dates].map(fact => fact.span);
  const scores = new Map<number, number>();
  const places = new Set<number>();
  const seen = new Set<string>();
  for (const [at, word] of words.words.entries()) {
    const start = word.start + claim.span.start;
    if (!isTelling(word) || seen.has(word.key) || figures.some(span => span.start <= start && start < span.end)) continue;
    seen.add(word.key);
    const { score, place } = bestMatch(words, at, alignment);
    if (score < SHARED) {
      if ((title.matches[at]?.score ?? 0) >= SHARED) scores.set(at, IN_TITLE);
      continue;
    }
    scores.set(at, score);
    places.add(place);
  }
  return { scores, places };
}

function isTelling(word: KeyedWord): boolean {
  return !word.isFunction && !word.isNumber && !isLight(word);
}

function bestMatch(words: KeyedText, at: number, { matches, passage }: Alignment): { readonly score: number; readonly place: number } {
  const match = matches[at];
  let best = { score: match?.score ?? 0, place: match?.at ?? -1 };
  if (best.score >= SHARED || haveManyPairs(words, passage)) return best;
  for (const [place, other] of passage.words.entries()) {
    if (other.isFunction) continue;
    const score = nearnessAt(words, at, passage, place);
    if (score > best.score) best = { score, place };
  }
  return best;
}

function backOf({ words, knowledge }: Comparing, passage: Passage, theirs: Span, shared: SharedWords): number {
  const text = keyedPassage(passage);
  const { numbers, dates } = factsOfPassage(passage, knowledge);
  const figures = [...numbers, ...dates].map(fact => fact.span);
  const { from, to } = clauseAround(text, theirs);
  let [have, all] = [0, 0];
  for (let at = from; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (word.isFunction || isLight(word) || figures.some(span => span.start <= word.start && word.start < span.end)) continue;
    all++;
    if (shared.places.has(at) || words.places.has(word.key)) have++;
  }
  return all === 0 ? 0.5 : have / all;
}

function companionsOf({ claim, facts, knowledge }: Comparing, passage: Passage, mine: Span): number {
  const noted = factsOfPassage(passage, knowledge);
  const isOther = ({ start, end }: Span): boolean => claim.span.start <= start && end <= claim.span.end && !overlaps({ start, end }, mine);
  const dayOf = (iso: string | undefined): string | undefined => iso?.slice(-5);
  const hasFigure = (fact: NumberFact): boolean =>
    isOther(fact.span) &&
    noted.numbers.some(other => other.value === fact.value && comparable(fact, other) && (fact.value > 2 || sameThing(fact, other) > 0));
  const hasDay = (fact: DateFact): boolean =>
    isOther(fact.span) && fact.iso !== undefined && noted.dates.some(other => dayOf(other.iso) === dayOf(fact.iso));
  return Math.min(MOST_COMPANIONS, atMost(MOST_COMPANIONS, facts.numbers, hasFigure) + atMost(MOST_COMPANIONS, facts.dates, hasDay));
}

/** How many of a list are of a kind, counted no further than `most`. */
function atMost<T>(most: number, all: readonly T[], isOne: (one: T) => boolean): number {
  let count = 0;
  for (const one of all) if (isOne(one) && ++count === most) break;
  return count;
}
