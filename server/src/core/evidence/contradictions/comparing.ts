// Owns: what all kinds of contradictions look at: a claim, the passages near it, and how much of its context they share.
// Must not know: any one kind of contradiction.
import type { Claim, Facts, NumberFact } from '../../extract/facts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { areOpposite, isContrast } from '../../lexicon/opposites.ts';
import { isTitleWord } from '../../lexicon/titles.ts';
import { lowerBound, type Span, shift } from '../../text/span.ts';
import { type Alignment, type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from '../alignment.ts';
import { factsOfPassage, placeOf } from '../passage-facts.ts';
import type { Difference, Passage, Source } from '../types.ts';

/** A passage that may speak of the same thing. */
export interface Candidate {
  readonly passage: Passage;
  readonly alignment: Alignment;
  /** Of a Source that the claim cites or names. */
  readonly cited: boolean;
}

export type ComparedFacts = Pick<
  Facts,
  'tree' | 'numbers' | 'dates' | 'references' | 'indicators' | 'attributions' | 'quotes' | 'estimates' | 'grades'
>;

/** So many sentences before and after a claim are looked at for what goes with its figures: a paragraph may have thousands. */
const AROUND = 12;
/** And so many figures, dates or attributions on either side of its own: a sentence may have hundreds. */
const MOST_AROUND = 60;

/** What is compared of a segment for a claim in one of its sentences. */
export function factsAround(facts: Facts, sentence: number): ComparedFacts {
  const { tree, references, indicators, quotes, estimates, grades } = facts;
  const numbers = around(facts.numbers, sentence);
  const dates = around(facts.dates, sentence);
  const attributions = around(facts.attributions, sentence);
  return { tree, numbers, dates, references, indicators, attributions, quotes, estimates, grades };
}

/** Facts of a sentence, and the nearest of those around it; `facts` stand in the order of their sentences. */
function around<Fact extends { readonly sentence: number }>(facts: readonly Fact[], sentence: number): readonly Fact[] {
  const from = firstIn(facts, sentence);
  const to = firstIn(facts, sentence + 1);
  const first = Math.max(firstIn(facts, sentence - AROUND), from - MOST_AROUND);
  const last = Math.min(firstIn(facts, sentence + AROUND + 1), to + MOST_AROUND);
  return facts.slice(first, last);
}

/** Index of the first fact in this sentence or behind it. */
function firstIn(facts: readonly { readonly sentence: number }[], sentence: number): number {
  return lowerBound(facts, sentence, fact => ({ start: fact.sentence, end: fact.sentence }));
}

/** The Sources that a claim is told from, and how that is known. */
export interface NearSources {
  readonly sources: readonly Source[];
  readonly how: 'cited' | 'paragraph' | 'closest';
}

/** A claim with its candidates. */
export interface Comparing {
  readonly claim: Claim;
  /** Facts of the claim's segment; figures, dates and attributions of the sentences around it. */
  readonly facts: ComparedFacts;
  /** Keyed words of the claim; offsets count from `claim.span.start`. */
  readonly words: KeyedText;
  readonly weights: readonly number[];
  /** Best first; at most some twenty. */
  readonly candidates: readonly Candidate[];
  readonly cited: readonly Source[];
  readonly near: NearSources;
  /** Sources whose grade the claim may state: those cited, else the one named before. */
  readonly graded: readonly Source[];
  /** Identifiers that the claim is about; passages about others are about something else. */
  readonly topics: ReadonlySet<string>;
  readonly knowledge: Knowledge;
  /** ISO date of the draft. */
  readonly date?: string;
  /** The sentence before in the same block, where the claim opens with a pronoun: what "it" may stand for. */
  readonly before?: KeyedText;
  /** Alignment of the claim's words with the titles and keys of a Source. */
  title(source: Source): Alignment;
  /** All Sources in the same language: their titles and first lines may be read. */
  sources(): readonly Source[];
  /** Passages that hold these words, from all evidence. */
  find(query: string): readonly Passage[];
}

/** How much of a claim's context a passage shares. */
export interface Shared {
  /** Share of the weight of the claim's content words, 0 to 1, those within `apart` left out. */
  readonly coverage: number;
  /** How many different content words are shared word by word (paraphrases count half). */
  readonly words: number;
  /** How many of them are names, numbers or rare. */
  readonly telling: number;
}

/** What was shared, by the list of spans and the passage: a claim of many figures asks the same for each of them. */
const known = new WeakMap<Comparing, WeakMap<readonly Span[], Map<Candidate, Shared>>>();

/** What claim and passage share apart from the given spans of the claim (offsets of the segment). Titles count half. */
export function sharedApart(comparing: Comparing, candidate: Candidate, apart: readonly Span[]): Shared {
  const lists = known.get(comparing) ?? new WeakMap<readonly Span[], Map<Candidate, Shared>>();
  known.set(comparing, lists);
  const answers = lists.get(apart) ?? new Map<Candidate, Shared>();
  lists.set(apart, answers);
  const answer = answers.get(candidate) ?? sharedWithin(comparing, candidate, apart, comparing.claim.span);
  answers.set(candidate, answer);
  return answer;
}

/** The same within a part of the claim alone. */
export function sharedWithin(comparing: Comparing, candidate: Candidate, apart: readonly Span[], within: Span): Shared {
  const { words, weights, claim } = comparing;
  const title = comparing.title(candidate.passage.source);
  let have = 0;
  let all = 0;
  let count = 0;
  let telling = 0;
  const seen = new Set<string>();
  const sorted = [...apart].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  for (let at = 0; at < words.words.length; at++) {
    const word = words.words[at] as KeyedWord;
    const weight = weights[at] as number;
    const start = word.start + claim.span.start;
    for (; (sorted[next]?.start ?? Number.POSITIVE_INFINITY) <= start; next++) end = Math.max(end, (sorted[next] as Span).end);
    if (start < end || start < within.start || start >= within.end) continue;
    if (weight === 0 || seen.has(word.key)) continue;
    seen.add(word.key);
    const score = (candidate.alignment.matches[at] as WordMatch).score;
    const under = 0.5 * (title.matches[at] as WordMatch).score;
    all += weight;
    have += weight * Math.max(score, under);
    if (score >= 0.9) count += 1;
    else if (score >= 0.6) count += 0.5;
    if (score >= 0.75 && (word.isName || weight >= 0.85)) telling++;
  }
  if (goesOn(comparing, candidate)) {
    count += 0.5;
    have += 0.5;
    all += 0.5;
  }
  return { coverage: all === 0 ? 0 : have / all, words: count, telling };
}

/** Words that narrow nothing down. */
const LIGHT = new Set('kind kinds sort sorts type types total altogether overall present now today single'.split(' '));

/** What a clause of a passage says beside its figures and dates, and how much of that the claim has. */
export interface ClauseShared {
  readonly words: number;
  readonly shared: number;
}

/**
 * With more figures than this a sentence is a table or a list. In the draft, so many of them are compared; in the notes it has one for
 * everything, and one clause of it is held against the draft (`lists.ts`).
 */
export const MANY_FIGURES = 40;

/** The same of dates. */
export const MANY_DATES = 20;

/** Whether a passage has so many figures or dates that no more than a clause of it can be about the draft's thing. */
export function isList(passage: Passage, knowledge: Knowledge): boolean {
  const { numbers, dates } = factsOfPassage(passage, knowledge);
  return numbers.length > MANY_FIGURES || dates.length > MANY_DATES;
}

/** The figures of a passage that one of the draft can be worked out from: none of a list. */
export function rivalFigures(passage: Passage, knowledge: Knowledge): readonly NumberFact[] {
  const { numbers } = factsOfPassage(passage, knowledge);
  return numbers.length > MANY_FIGURES ? [] : numbers;
}

/** More pairs of words than a long sentence makes with a long passage: 70 by 300, or 140 each. */
const MOST_PAIRS = 20_000;

/** Whether two texts are so long that some word of one is near to some of the other, whatever they are about. */
export function haveManyPairs(one: KeyedText, other: KeyedText): boolean {
  return one.words.length * other.words.length > MOST_PAIRS;
}

/** The longest Source, in passages, that is gone through whole. */
export const LONGEST_WHOLE = 24;

/** The words of a clause as written. */
export function textOf(text: KeyedText, { from, to }: Clause): string {
  return text.text.slice((text.words[from] as KeyedWord).start, (text.words[to] as KeyedWord).end);
}

/** The clause of a passage around a span of it: notes put one figure in each. A label ("Crew: 14") belongs to what follows it. */
export function clauseShared(comparing: Comparing, candidate: Candidate, at: Span): ClauseShared {
  const { passage, matches } = candidate.alignment;
  const { numbers, dates } = factsOfPassage(candidate.passage, comparing.knowledge);
  const used = new Set(matches.filter(match => match.score >= 0.6).map(match => match.at));
  const { from, to } = clauseAround(passage, at);
  let words = 0;
  let shared = 0;
  for (let place = from; place <= to; place++) {
    const word = passage.words[place] as KeyedWord;
    if (
      word.isFunction ||
      LIGHT.has(word.folded) ||
      [...numbers, ...dates].some(fact => fact.span.start <= word.start && word.start < fact.span.end)
    )
      continue;
    words++;
    if (used.has(place) || comparing.words.places.has(word.key)) shared++;
  }
  return { words, shared };
}

/** Whether a word narrows nothing down. */
export function isLight(word: KeyedWord): boolean {
  return LIGHT.has(word.folded);
}

/** First and last word of a clause. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** All clauses of a text, in order. */
export function clausesIn(text: KeyedText): readonly Clause[] {
  const known = CLAUSES.get(text);
  if (known !== undefined) return known;
  const clauses: Clause[] = [];
  for (let at = 0; at < text.words.length; ) {
    const word = text.words[at] as KeyedWord;
    const { to } = clauseAround(text, { start: word.start, end: word.end });
    clauses.push({ from: at, to });
    at = to + 1;
  }
  CLAUSES.set(text, clauses);
  return clauses;
}

const CLAUSES = new WeakMap<KeyedText, readonly Clause[]>();

/** No clause reaches farther than this, in words: lists without a sign fill whole files. */
const FARTHEST = 200;

/** First and last word of the clause that holds a span. */
export function clauseAround(text: KeyedText, at: Span): Clause {
  const { words } = text;
  const found = firstEndingBehind(words, at.start);
  const start = found < words.length ? found : words.length - 1;
  let [from, to] = [start, start];
  const parts = (left: number): boolean => {
    const gap = text.text.slice((words[left] as KeyedWord).end, (words[left + 1] as KeyedWord).start);
    // "Insp. Holt" is one name.
    return /[,;.()?!—–→]/.test(gap) && !(gap === '. ' && isTitleWord((words[left] as KeyedWord).folded));
  };
  while (from > 0 && from > start - FARTHEST && !parts(from - 1)) from--;
  while (to + 1 < words.length && ((words[to + 1] as KeyedWord).start < at.end || (to < start + FARTHEST && !parts(to)))) to++;
  return { from: Math.max(0, from), to };
}

/** The first word that ends behind an offset; the number of words where none does. */
function firstEndingBehind(words: readonly KeyedWord[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as KeyedWord).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The passage has a word of the sentence before, which the claim's pronoun takes up. */
function goesOn({ before, words }: Comparing, candidate: Candidate): boolean {
  const { passage } = candidate.alignment;
  return (
    before?.words.some(
      word => !word.isFunction && !word.isNumber && word.key.length > 3 && passage.places.has(word.key) && !words.places.has(word.key),
    ) === true
  );
}

/** The clause of the claim around some of its words; both spans count in the segment. */
export function clauseSpan({ words, claim }: Comparing, at: Span): Span {
  const { from, to } = clauseAround(words, shift(at, -claim.span.start));
  const [first, last] = [words.words[from] as KeyedWord, words.words[to] as KeyedWord];
  return shift({ start: first.start, end: last.end }, claim.span.start);
}

/** The candidates that are not plainly about another vulnerability. */
export function onTopic(comparing: Comparing): readonly Candidate[] {
  if (comparing.topics.size === 0) return comparing.candidates;
  return comparing.candidates.filter(candidate => {
    const ids = factsOfPassage(candidate.passage, comparing.knowledge).references.filter(fact => fact.kind === 'cve');
    return ids.length === 0 || ids.some(fact => comparing.topics.has(fact.id));
  });
}

/** The candidates of cited Sources that are short enough to be held against the claim as wholes. */
export function ofShortSources(comparing: Comparing): readonly Candidate[] {
  return onTopic(comparing).filter(({ cited, passage }) => cited && passage.source.passages.length <= LONGEST_WHOLE);
}

/** Passages within two places of one in its Source, itself left out: notes cut one statement into several lines. */
export function neighboursOf(passage: Passage): readonly Passage[] {
  const at = placeOf(passage);
  if (at < 0) return [];
  return passage.source.passages.slice(Math.max(0, at - 2), at + 3).filter(one => one !== passage);
}

/** The heading of a Source, or the line by which a file of notes is called: it says what the file is, not what is told in it. */
export function isTitle({ source, text }: Passage): boolean {
  if (source.title === text && source.passages.length > 1 && !/[.!?]$/.test(text)) return true;
  if (source.origin !== 'file' || source.passages.length < 2 || /[.!?]$/.test(text)) return false;
  return source.passages[0]?.text === text && text.startsWith(source.title.replace(/…$/, '').trim());
}

/** What is asked is not said. */
export function isQuestion({ text }: Passage): boolean {
  return /\?["”)]?$/.test(text);
}

/** Whether a line says next to nothing but a figure or date: "She was 23.", "From March." */
export function isBare(passage: Passage): boolean {
  if (passage.text.length > 40) return false;
  return keyedPassage(passage).words.filter(word => !word.isFunction && !word.isNumber && !isDayOrMonth(word.folded)).length <= 1;
}

/** What a bare line shares with a claim: what the lines beside it share. */
export function sharedBeside(comparing: Comparing, candidate: Candidate, apart: readonly Span[]): Shared {
  const own = sharedApart(comparing, candidate, apart);
  if (!isBare(candidate.passage)) return own;
  const beside = neighboursOf(candidate.passage);
  return comparing.candidates
    .filter(one => beside.includes(one.passage))
    .map(one => sharedApart(comparing, one, apart))
    .reduce((best, one) => (one.coverage > best.coverage ? one : best), own);
}

/** Share of the claim's weight that stands in quotation marks. */
export function quotedShare(comparing: Comparing, quoted: readonly Span[]): number {
  let inside = 0;
  let all = 0;
  for (const [at, word] of comparing.words.words.entries()) {
    const start = word.start + comparing.claim.span.start;
    const weight = comparing.weights[at] as number;
    all += weight;
    if (quoted.some(span => span.start <= start && start < span.end)) inside += weight;
  }
  return all === 0 ? 0 : inside / all;
}

/** Spans of the claim that stand in quotation marks: what was said is for the quote rules. */
export function quotedSpans(comparing: Comparing): Span[] {
  return comparing.facts.quotes.filter(quote => quote.kind === 'speech' || quote.kind === 'block').map(quote => quote.span);
}

/** The draft's words of a span of the segment. */
export function drafted(comparing: Comparing, span: Span): string {
  return comparing.facts.tree.text.slice(span.start, span.end);
}

/** A clause of the notes that says the contrary of the draft's words at `span`, which counts in the segment. */
export function contrary(comparing: Comparing, candidate: Candidate, clause: Clause, span: Span): Difference {
  return {
    kind: 'polarity',
    span,
    drafted: drafted(comparing, span),
    noted: textOf(candidate.alignment.passage, clause),
    passage: candidate.passage,
  };
}

/** Whether `inner` lies in the claim and outside of quotes. */
export function isStated(comparing: Comparing, inner: Span, quoted: readonly Span[]): boolean {
  const { span } = comparing.claim;
  if (inner.start < span.start || inner.end > span.end) return false;
  return !quoted.some(quote => quote.start <= inner.start && inner.end <= quote.end);
}

/** "Those in the south were spared" and "customers in the north were affected": each is said of another. */
export function isOfAnother(words: KeyedText, passage: KeyedText, clause: Clause): boolean {
  return words.words.some(
    word =>
      isContrast(word.key) &&
      passage.words.some((other, at) => at >= clause.from && at <= clause.to && other.key !== word.key && areOpposite(word.key, other.key)),
  );
}
