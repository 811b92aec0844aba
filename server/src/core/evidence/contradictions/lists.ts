// Owns: claims and passages of so many figures or dates that they are lists: which of them are asked about and held against each other.
// Must not know: any one kind of contradiction.
import type { DateFact, NumberFact } from '../../extract/facts.ts';
import type { Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Clause, type Comparing, clausesIn, MANY_DATES, MANY_FIGURES } from './comparing.ts';

/** Of a list in the draft those that are asked about: first what no note has, as a wrong one stands in none. */
export function asked<Item>(own: readonly Item[], most: number, isNoted: (item: Item) => boolean): ReadonlySet<Item> {
  if (own.length <= most) return new Set(own);
  const noted = new Set(own.filter(isNoted));
  return new Set([...own.filter(item => !noted.has(item)), ...noted].slice(0, most));
}

/** The figures of a passage that one of the draft can be a slip of: of a list those of the clause that is about the claim's thing. */
export function rivalFiguresOf(comparing: Comparing, passage: Passage): readonly NumberFact[] {
  return rivalsAmong(comparing, passage, factsOfPassage(passage, comparing.knowledge).numbers, MANY_FIGURES);
}

/** The dates of a passage that one of the draft can be a slip of, likewise. */
export function rivalDatesOf(comparing: Comparing, passage: Passage): readonly DateFact[] {
  return rivalsAmong(comparing, passage, factsOfPassage(passage, comparing.knowledge).dates, MANY_DATES);
}

function rivalsAmong<Fact extends { readonly span: Span }>(
  comparing: Comparing,
  passage: Passage,
  facts: readonly Fact[],
  most: number,
): readonly Fact[] {
  if (facts.length <= most) return facts;
  const clause = clauseAbout(comparing, passage);
  const inside = clause === undefined ? [] : facts.filter(({ span }) => clause.start <= span.start && span.end <= clause.end);
  return inside.length > most ? [] : inside;
}

const KNOWN = new WeakMap<Comparing, Map<Passage, Span | undefined>>();

/** The one clause of a list that has more of the claim's words than each other. */
function clauseAbout(comparing: Comparing, passage: Passage): Span | undefined {
  const known = KNOWN.get(comparing) ?? new Map<Passage, Span | undefined>();
  KNOWN.set(comparing, known);
  if (!known.has(passage)) known.set(passage, findClauseAbout(comparing, passage));
  return known.get(passage);
}

/** How much more of the claim, by weight, it must have. */
const CLEARLY = 0.3;

function findClauseAbout(comparing: Comparing, passage: Passage): Span | undefined {
  const text = keyedPassage(passage);
  const counted = comparableWords(comparing, passage, text);
  let [best, second] = [0, 0];
  let found: Clause | undefined;
  for (const clause of clausesIn(text)) {
    const weight = weightIn(comparing, text, clause, counted);
    if (weight > best) {
      [best, second] = [weight, best];
      found = clause;
    } else second = Math.max(second, weight);
  }
  if (found === undefined || best < second + CLEARLY) return undefined;
  return { start: (text.words[found.from] as KeyedWord).start, end: (text.words[found.to] as KeyedWord).end };
}

/** By word of a passage, whether it may tell what its clause is about: not the head over a list ("Visitors by station:"), nor a figure or date. */
function comparableWords({ knowledge }: Comparing, passage: Passage, text: KeyedText): readonly boolean[] {
  const { numbers, dates } = factsOfPassage(passage, knowledge);
  const facts = [...numbers, ...dates].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const head = headEnd(text);
  let [next, end] = [0, head];
  return text.words.map(word => {
    for (; (facts[next]?.start ?? Number.POSITIVE_INFINITY) <= word.start; next++) end = Math.max(end, (facts[next] as Span).end);
    return word.start >= end && !word.isFunction && !word.isNumber;
  });
}

/** End of a head before a colon; 0 where what stands behind the colon is a figure and no list: "Crew: 14". */
function headEnd({ text }: KeyedText): number {
  return /^[^,;.()?!—–:]{1,80}:\s+(?=[^\s\d])/.exec(text)?.[0].length ?? 0;
}

function weightIn({ words, weights }: Comparing, text: KeyedText, { from, to }: Clause, counted: readonly boolean[]): number {
  const seen = new Set<string>();
  let sum = 0;
  for (let at = from; at <= to; at++) {
    const { key } = text.words[at] as KeyedWord;
    const place = words.places.get(key)?.[0];
    if (!counted[at] || place === undefined || seen.has(key)) continue;
    seen.add(key);
    sum += weights[place] ?? 0;
  }
  return sum;
}
