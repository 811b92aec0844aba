// Owns: names and figures of the draft that stand with words which a cited Source has with another name or figure.
// Must not know: verdicts, rules, spelling, what a figure is worth beyond agreeing.
import type { NumberFact } from '../../extract/facts.ts';
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { isHeld } from './backed-figures.ts';
import {
  type Candidate,
  type Clause,
  type Comparing,
  clauseAround,
  clausesIn,
  drafted,
  isStated,
  isTitle,
  ofShortSources,
  quotedSpans,
} from './comparing.ts';
import { sameThing } from './counted-things.ts';
import { isFigureKept, isNameKept } from './kept-values.ts';
import { negated } from './negation.ts';
import { agrees, comparable, writtenAs } from './quantities.ts';
import { nearness } from './standing.ts';

/** Least share of the words around a name or figure that the other one's clause must have. */
const LEAST = 0.5;
/** How much more that is than what the clauses have in which the draft's own stands. */
const MORE = 0.25;

/** Names first; at most one difference of each kind. */
export function bindingDifferences(comparing: Comparing): Difference[] {
  if (comparing.words.words.length > MOST_WORDS) return [];
  const candidates = ofShortSources(comparing).filter(
    ({ passage, alignment }) => !isTitle(passage) && alignment.passage.words.length <= MOST_WORDS,
  );
  if (candidates.length === 0) return [];
  const texts = [comparing.words, ...candidates.map(candidate => candidate.alignment.passage)];
  const known = new Set(texts.flatMap(text => text.words.filter(word => word.isName).map(word => word.key)));
  const places = candidates.flatMap(candidate => {
    const text = candidate.alignment.passage;
    const runs = runsIn(text, { from: 0, to: text.words.length - 1 }, known).map(run => keysOf(text, run));
    return partsIn(text).map(clause => ({ candidate, clause, runs, names: namesOf(text, clause, known), nearest: new Map() }));
  });
  return [...boundNames(comparing, places, known), ...boundFigures(comparing, places)];
}

/** A claim or passage with more words is no sentence; every name of it would be held against every clause. */
const MOST_WORDS = 200;

/** Clauses, cut once more where one thing is set against another. */
function partsIn(text: KeyedText): Clause[] {
  return clausesIn(text).flatMap(({ from, to }) => {
    const at = text.words.findIndex((word, place) => place > from && place <= to && /^(?:while|whereas|but)$/.test(word.folded));
    return at < 0
      ? [{ from, to }]
      : [
          { from, to: at - 1 },
          { from: at + 1, to },
        ].filter(part => part.from <= part.to);
  });
}

/** A clause of a cited passage. */
interface Place {
  readonly candidate: Candidate;
  readonly clause: Clause;
  /** Keys of the names of the whole passage; the names of the clause. */
  readonly runs: readonly (readonly string[])[];
  readonly names: readonly Named[];
  /** How near the nearest word of the clause comes to each of the claim, by its index: asked for again for every name. */
  readonly nearest: Map<number, number>;
}

/** A run of capitalised words, with a number behind them: "Hall 2". */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Indices of the telling words of a clause outside of a run. */
function around(text: KeyedText, { from, to }: Clause, apart: Run): number[] {
  const places: number[] = [];
  for (let at = from; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (!word.isFunction && (at < apart.first || at > apart.last)) places.push(at);
  }
  return places;
}

interface Likeness {
  readonly share: number;
  readonly words: number;
}

/** How much of some words of the claim a clause has, those denied on one side only left out. */
function likeness(comparing: Comparing, rest: readonly number[], place: Place): Likeness {
  const { weights } = comparing;
  let have = 0;
  let all = 0;
  let count = 0;
  for (const mine of rest) {
    const weight = Math.max(0.3, weights[mine] ?? 0);
    all += weight;
    const best = place.nearest.get(mine) ?? nearestIn(comparing.words, mine, place);
    have += weight * best;
    if (best >= 0.7) count++;
  }
  return { share: all === 0 ? 0 : have / all, words: count };
}

function nearestIn(words: KeyedText, mine: number, { candidate, clause, nearest }: Place): number {
  const text = candidate.alignment.passage;
  const [own, theirs] = [negated(words), negated(text)];
  let best = 0;
  for (let at = clause.from; at <= clause.to; at++) {
    const other = text.words[at] as KeyedWord;
    if (!other.isFunction && own[mine] === theirs[at]) best = Math.max(best, nearness(words.words[mine] as KeyedWord, other));
  }
  nearest.set(mine, best);
  return best;
}

function runsIn(text: KeyedText, { from, to }: Clause, known: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  for (let at = from; at <= to; at++) {
    if (!isName(text, at, known)) continue;
    let last = at;
    while (last < to && touches(text, last) && (isName(text, last + 1, known) || (text.words[last + 1]?.isNumber === true && last === at)))
      last++;
    runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

/** A capital says little at the beginning of a sentence; what is a name elsewhere is one there too. */
function isName(text: KeyedText, at: number, known: ReadonlySet<string>): boolean {
  const word = text.words[at] as KeyedWord;
  if (word.isFunction || word.isNumber || isDayOrMonth(word.folded) || !/^\p{Lu}/u.test(word.text)) return false;
  // Units and abbreviations: "KB".
  if (word.text.length <= 3 && word.text === word.text.toUpperCase()) return false;
  return word.isName || known.has(word.key) || text.words[at + 1]?.isNumber === true;
}

function touches(text: KeyedText, at: number): boolean {
  return text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start) === ' ';
}

function keysOf(text: KeyedText, { first, last }: Run): readonly string[] {
  return text.words.slice(first, last + 1).map(word => word.key);
}

/** The same name, or a part of it. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every(key => all.includes(key));
  return isPart(a, b) || isPart(b, a);
}

/** "Aksel, who was detained in Lisbon" where Velk was: the words of the clause stand with another name. */
function boundNames(comparing: Comparing, places: readonly Place[], known: ReadonlySet<string>): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  for (const clause of partsIn(words)) {
    for (const { run, role } of namesOf(words, clause, known)) {
      const first = words.words[run.first] as KeyedWord;
      const last = words.words[run.last] as KeyedWord;
      const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
      const keys = keysOf(words, run);
      const rest = around(words, clause, run).filter(at => !isSame([(words.words[at] as KeyedWord).key], keys));
      if (rest.length < 2 || !isStated(comparing, span, quoted)) continue;
      const found = otherName(comparing, keys, rest, role, places);
      if (found === undefined) continue;
      const { passage } = found.place.candidate;
      const difference: Difference = { kind: 'name', span, drafted: drafted(comparing, span), noted: found.noted, passage };
      if (!isNameKept(comparing, difference)) return [difference];
    }
  }
  return [];
}

/** A name and where it stands in its clause. */
interface Named {
  readonly run: Run;
  readonly role: string;
}

/** Names of a clause, with the one right before it, which it goes on about: "Hall 2, damaged by water", "Aksel, who …". */
function namesOf(text: KeyedText, clause: Clause, known: ReadonlySet<string>): Named[] {
  const own = runsIn(text, clause, known).map(run => ({ run, role: roleOf(text, run, clause) }));
  if (clause.from === 0 || own.some(({ role }) => role === 'first')) return own;
  const before = text.words[clause.from - 1] as KeyedWord;
  const gap = text.text.slice(before.end, (text.words[clause.from] as KeyedWord).start);
  if (gap !== ', ' || /^(?:and|or|but|while|whereas|according|after|before)$/.test(text.words[clause.from]?.folded ?? '')) return own;
  const runs = runsIn(text, clauseAround(text, { start: before.start, end: before.end }), known);
  const last = runs[runs.length - 1];
  return last !== undefined && last.last === clause.from - 1 ? [{ run: last, role: 'first' }, ...own] : own;
}

/** Where a name stands in its clause: first, behind a preposition, else elsewhere. */
function roleOf(text: KeyedText, { first }: Run, { from }: Clause): string {
  if (first <= from + 1) return 'first';
  const before = text.words[first - 1]?.folded ?? '';
  return /^(?:in|at|from|to|near|by|for|against|with|of|on)$/.test(before) ? before : 'other';
}

function otherName(
  comparing: Comparing,
  keys: readonly string[],
  rest: readonly number[],
  role: string,
  places: readonly Place[],
): { place: Place; noted: string } | undefined {
  const { words } = comparing;
  let own = 0;
  let isKnown = false;
  let best: { place: Place; noted: string; share: number } | undefined;
  for (const place of places) {
    const text = place.candidate.alignment.passage;
    const isHere = text.words.some(word => keys.includes(word.key) && !word.isNumber);
    const like = likeness(comparing, rest, place);
    const { names } = place;
    if (place.runs.some(run => isSame(run, keys))) {
      isKnown = true;
      const inClause = names.some(({ run }) => isSame(keysOf(text, run), keys));
      own = Math.max(own, like.share * (inClause ? 1 : 0.75));
      if (inClause || (isHere && keys.length === 1)) continue;
    }
    if (like.share < LEAST || like.words < 2 || (best !== undefined && best.share >= like.share)) continue;
    const there = names.filter(one => one.role === role).map(({ run }) => run);
    const others = there.filter(run => !keysOf(text, run).some(key => words.places.has(key) || /\d/.test(key)));
    const labelled = there.filter(run => isOtherNumber(keysOf(text, run), keys));
    const [other] = labelled.length > 0 ? labelled : others;
    if (other === undefined || (labelled.length === 0 && others.length > 1)) continue;
    const noted = text.text.slice((text.words[other.first] as KeyedWord).start, (text.words[other.last] as KeyedWord).end);
    best = { place, noted: noted.replace(/['’]s$/, ''), share: like.share };
  }
  return isKnown && best !== undefined && best.share >= own + MORE ? best : undefined;
}

/** "Hall 2" and "Hall 3". */
function isOtherNumber(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 2 && b.length === 2 && a[0] === b[0] && a[1] !== b[1] && /^\d/.test(a[1] ?? '') && /^\d/.test(b[1] ?? '');
}

/** "Operators had a switch for it on another seven" beside "in six it could be switched on by the operator; in seven …". */
function boundFigures(comparing: Comparing, places: readonly Place[]): Difference[] {
  const { words, claim, facts, knowledge } = comparing;
  const quoted = quotedSpans(comparing);
  const own = facts.numbers.filter(fact => isStated(comparing, fact.span, quoted));
  for (const fact of own) {
    if (fact.bound !== 'exact' || fact.kind === 'version' || fact.kind === 'share') continue;
    const end = Math.max(fact.span.end, fact.nounSpan?.end ?? 0);
    const at = { start: fact.span.start - claim.span.start, end: end - claim.span.start };
    const clause = clauseAround(words, at);
    const rest = around(words, clause, { first: 0, last: -1 }).filter(place => {
      const { start } = words.words[place] as KeyedWord;
      return (start < at.start || start >= at.end) && !(words.words[place] as KeyedWord).isNumber;
    });
    if (rest.length < 2) continue;
    let same = 0;
    let isKnown = false;
    let best: { place: Place; other: NumberFact; share: number } | undefined;
    for (const place of places) {
      const noted = factsOfPassage(place.candidate.passage, knowledge).numbers;
      const inside = noted.filter(other => isWithin(place, other));
      const like = likeness(comparing, rest, place);
      if (isHeld(fact, noted)) {
        isKnown = true;
        const holds = inside.some(other => agrees(fact, other) || other.value === fact.value);
        same = Math.max(same, like.share * (holds ? 1 : 0.75));
        if (holds) continue;
      }
      const free = inside.filter(
        other =>
          comparable(fact, other) && sameThing(fact, other) >= 0 && !own.some(mine => agrees(mine, other) || mine.value === other.value),
      );
      const [other] = free;
      if (free.length !== 1 || other === undefined || other.bound !== 'exact') continue;
      if (like.share < LEAST || like.words < 2 || (best !== undefined && best.share >= like.share)) continue;
      best = { place, other, share: like.share };
    }
    if (!isKnown || best === undefined || best.share < same + MORE) continue;
    const { passage } = best.place.candidate;
    if (isFigureKept(comparing, fact, { passage, fact: best.other }, [fact.span])) continue;
    const figure = passage.text.slice(best.other.figure.start, best.other.figure.end);
    const replacement = writtenAs(drafted(comparing, fact.figure), fact, best.other, figure);
    return [
      {
        kind: 'number',
        span: fact.figure,
        drafted: drafted(comparing, fact.span),
        noted: passage.text.slice(best.other.span.start, best.other.span.end),
        passage,
        ...(replacement === undefined ? {} : { replacement }),
      },
    ];
  }
  return [];
}

function isWithin({ candidate, clause }: Place, { span }: NumberFact): boolean {
  const text = candidate.alignment.passage;
  return (text.words[clause.from] as KeyedWord).start <= span.start && span.end <= (text.words[clause.to] as KeyedWord).end + 1;
}
