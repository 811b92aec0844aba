// Owns: how each part of a claim stands to the clauses of a cited Source: which words are shared, affirmed or denied.
// Must not know: verdicts, rules, what a difference is.
import { areNearSynonyms } from '../../lexicon/near-synonyms.ts';
import { phrasalVerb } from '../../lexicon/phrasal-verbs.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Passage } from '../types.ts';
import { type Candidate, type Clause, type Comparing, clausesIn, haveManyPairs, ofShortSources } from './comparing.ts';
import { negated } from './negation.ts';

/** Two words of claim and passage that mean the same, or nearly. */
export interface Pair {
  /** Indices of words. */
  readonly mine: number;
  readonly theirs: number;
  readonly score: number;
  /** One of them is denied, the other is not. */
  readonly clash: boolean;
}

/** A part of a claim beside a clause of a cited passage. */
export interface Standing {
  readonly part: Clause;
  readonly candidate: Candidate;
  readonly clause: Clause;
  readonly pairs: readonly Pair[];
  /** Share of the weight of the part's content words, names left out, that the clause has; words elsewhere in the passage count half. */
  readonly overlap: number;
  /** Share of the clause's content words that the claim has. */
  readonly back: number;
}

/** All clauses of short cited Sources beside each part of the claim, those that share a content word. */
export function standings(comparing: Comparing): readonly Standing[] {
  const known = KNOWN.get(comparing);
  if (known !== undefined) return known;
  const made = ofShortSources(comparing)
    .filter(one => !haveManyPairs(comparing.words, one.alignment.passage))
    .flatMap(candidate => standingsIn(comparing, candidate));
  KNOWN.set(comparing, made);
  return made;
}

const KNOWN = new WeakMap<Comparing, readonly Standing[]>();

function standingsIn(comparing: Comparing, candidate: Candidate): Standing[] {
  const { words, weights } = comparing;
  const passage = candidate.alignment.passage;
  const [own, theirs] = [negated(words), negated(passage)];
  return clausesIn(words).flatMap(part =>
    clausesIn(passage).flatMap(clause => {
      const pairs: Pair[] = [];
      let have = 0;
      let all = 0;
      const used = new Set<number>();
      for (let mine = part.from; mine <= part.to; mine++) {
        const word = words.words[mine] as KeyedWord;
        // Names say what it is about, not what is said of it; figures differ for reasons of their own.
        const weight = (weights[mine] as number) * (word.isName ? 0 : word.isNumber ? 0.3 : 1);
        if (word.isFunction) continue;
        all += weight;
        const match = matchIn(word, passage, clause);
        if (match.at < 0) {
          have += 0.5 * weight * (candidate.alignment.matches[mine] as WordMatch).score;
          continue;
        }
        have += weight * match.score;
        used.add(match.at);
        pairs.push({ mine, theirs: match.at, score: match.score, clash: own[mine] !== theirs[match.at] });
      }
      if (pairs.length === 0) return [];
      let content = 0;
      let shared = 0;
      for (let at = clause.from; at <= clause.to; at++) {
        const word = passage.words[at] as KeyedWord;
        if (word.isFunction) continue;
        content++;
        if (used.has(at) || words.places.has(word.key)) shared++;
      }
      return [{ part, candidate, clause, pairs, overlap: all === 0 ? 0 : have / all, back: content === 0 ? 0 : shared / content }];
    }),
  );
}

/** Whether another passage has nearly all of the part of the claim that holds a place, and denies none of it: words that differ are then of another matter. */
export function isAffirmed(comparing: Comparing, place: number, but: Passage): boolean {
  return standings(comparing).some(
    ({ part, candidate, pairs, overlap }) =>
      candidate.passage !== but && part.from <= place && place <= part.to && overlap >= AFFIRMED && pairs.every(pair => !pair.clash),
  );
}

const AFFIRMED = 0.75;

/** The word of a clause that means the same as one of the claim: itself, of one stem, a near synonym. */
function matchIn(word: KeyedWord, passage: KeyedText, clause: Clause): WordMatch {
  let best: WordMatch = { score: 0, at: -1 };
  for (let at = clause.from; at <= clause.to; at++) {
    const other = passage.words[at] as KeyedWord;
    if (other.isFunction) continue;
    const score = nearness(word, other);
    if (score > best.score) best = { score, at };
  }
  return best;
}

/** How nearly two words mean the same, 0 to 1. */
export function nearness(a: KeyedWord, b: KeyedWord): number {
  if (a.key === b.key) return isChance(a, b) ? 0 : 1;
  if (a.isNumber || b.isNumber) return 0;
  if (areKin(a.key, b.key)) return 0.85;
  return areNearSynonyms(a.key, b.key) ? 0.7 : 0;
}

/** "Station" and "statement" have a stem in common, and nothing else. */
function isChance({ folded: a, key }: KeyedWord, { folded: b }: KeyedWord): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    key.length === 4 &&
    short.length >= 7 &&
    !long.startsWith(short.slice(0, key.length + 1)) &&
    ![a, b].some(one => /(?:ing|ed)$/.test(one))
  );
}

/** The same for words in their texts, where verbs of two words count as what they say: "taken down" as "removed". */
export function nearnessAt(one: KeyedText, at: number, other: KeyedText, place: number): number {
  const [a, b] = [one.words[at] as KeyedWord, other.words[place] as KeyedWord];
  const near = nearness(a, b);
  const [mine, theirs] = [phrasalVerb(a.key, one.words[at + 1]?.folded), phrasalVerb(b.key, other.words[place + 1]?.folded)];
  if (near >= PHRASAL || (mine === undefined && theirs === undefined)) return near;
  return (mine ?? [a.key]).some(key => (theirs ?? [b.key]).includes(key)) ? PHRASAL : near;
}

const PHRASAL = 0.8;

/** Words of one family: "know" and "knowledge", "arrest" and "arrested", "record" and "recording". */
function areKin(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4) return false;
  let prefix = 0;
  while (prefix < short.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  if (prefix < 4) return false;
  if (prefix === short.length) return ENDING.test(long.slice(prefix));
  return (
    prefix >= 5 &&
    prefix >= short.length - 2 &&
    ENDING.test(long.slice(prefix)) &&
    (short.length - prefix <= 1 || ENDING.test(short.slice(prefix)))
  );
}

const ENDING =
  /^(?:e|s|ed|er|or|ing|ion|tion|ation|ment|al|ance|ence|ant|ent|ure|age|ledge|ist|ive|able|ful|ly|ness|ity|y|ies|ied|i|at|e?r?y|ier)$/;

/** All of a text as one clause. */
export function wholeOf(text: KeyedText): Clause {
  return { from: 0, to: text.words.length - 1 };
}

/** Whether a telling word of the clause is the word or near to it. */
export function hasWord(text: KeyedText, { from, to }: Clause, word: KeyedWord): boolean {
  for (let at = from; at <= to; at++) {
    const other = text.words[at] as KeyedWord;
    if (!other.isFunction && nearness(word, other) >= 0.7) return true;
  }
  return false;
}
