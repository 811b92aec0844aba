// Owns: which run of a claim's words nothing backs, given that something is not backed: the features of each run, and shares of words.
// Must not know: weights, thresholds, verdicts.
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../lexicon/function-words.ts';
import type { KeyedWord } from './alignment.ts';
import type { Comparison } from './support-comparison.ts';
import { WORD_FEATURES } from './support-words.ts';

/** A run of words of a claim, as half-open indices of its words. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
}

/** The longest run that is looked at, in words. */
const LONGEST = 16;

/** All runs of at most sixteen words. */
export function runsOf(count: number): WordRun[] {
  const runs: WordRun[] = [];
  for (let from = 0; from < count; from++) {
    for (let to = from + 1; to <= Math.min(count, from + LONGEST); to++) runs.push({ from, to });
  }
  return runs;
}

/** For each word the sum of the probabilities of the runs that hold it, where `scores` are the log-odds of the runs against each other. */
export function sharesOf(count: number, runs: readonly WordRun[], scores: readonly number[]): number[] {
  const shares = new Array<number>(count).fill(0);
  for (const [at, probability] of softmax(scores).entries()) {
    const { from, to } = runs[at] as WordRun;
    for (let word = from; word < to; word++) shares[word] = (shares[word] as number) + probability;
  }
  return shares;
}

/** Probabilities of alternatives of which one is true, from their log-odds. */
export function softmax(scores: readonly number[]): number[] {
  const most = scores.reduce((top, score) => Math.max(top, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map(score => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map(power => power / sum);
}

const KINDS = ['edge', 'preposition', 'determiner', 'conjunction', 'function', 'name', 'number', 'content'] as const;
type Kind = (typeof KINDS)[number];
const PLACES = ['first', 'last', 'before', 'after'] as const;
const FIRST_WORDS = ['in', 'on', 'at', 'by', 'with', 'from', 'to', 'of', 'for', 'after', 'as', 'and', 'his', 'the', 'a'];
/** What is summed up over the content words of a run and of the rest. */
const SUMS = ['missing', 'unmatched', 'lost', 'context', 'coherence', 'neighbours', 'best', 'bigrams', 'title'] as const;
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8];
const DEGREES = new Set('first second third only all most never also not no'.split(' '));
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const CALENDAR = /^(?:day|year|month|week)s?$/;

/** Names of the features of a run, in order. */
export const SPAN_FEATURES: readonly string[] = [
  ...['meanMissing', 'mostMissing', 'leastMissing', 'mostOutside', 'missingBefore', 'missingAfter'],
  ...SUMS.flatMap(sum => [`${sum}Inside`, `${sum}Outside`]),
  ...['allLost', 'allUnmatched', 'lostOutside', 'unmatchedOutside', 'absentFigure', 'absentOutside', 'likeness'],
  ...['bestFirst', 'bestLast', 'bestBefore', 'bestAfter', 'share', 'logLength', ...LENGTHS.map(length => `length${length}`)],
  ...PLACES.flatMap(place => KINDS.map(kind => `${place}:${kind}`)),
  ...FIRST_WORDS.map(word => `first=${word}`),
  ...['cutsNameBefore', 'cutsNameAfter', 'isDate', 'cutsDateBefore', 'cutsDateAfter', 'ofBefore', 'andBefore', 'andAfter', 'ofAfter'],
  ...['verbInside', 'verbOutside', 'verbFirst', 'adverbFirst', 'prepositions', 'closingPhrase', 'leadingPhrase', 'degree'],
];

/** One row of `SPAN_FEATURES` for each run. `words` are rows of `WORD_FEATURES`, `missing` the word model's probabilities. */
export function spanFeatures(
  { claim }: Comparison,
  runs: readonly WordRun[],
  words: readonly Float64Array[],
  missing: readonly number[],
): Float64Array[] {
  const sums = SUMS.map(() => [0]);
  const contents = [0];
  const odds = missing.map(p => Math.log(Math.min(0.9999, Math.max(1e-4, p)) / (1 - Math.min(0.9999, Math.max(1e-4, p)))));
  for (const [at, word] of claim.words.entries()) {
    const added = word.isFunction ? undefined : summands(words[at] as Float64Array, odds[at] as number);
    contents.push((contents[at] as number) + (added ? 1 : 0));
    for (const [which, sum] of sums.entries()) sum.push((sum[at] as number) + (added?.[which] ?? 0));
  }
  const kinds = claim.words.map(kindOf);
  const apart = {
    odds: outside(claim.words, -9, at => odds[at] as number),
    absent: outside(claim.words, 0, at => absent(words[at] as Float64Array)),
  };
  const verbs = claim.words.reduce((sum, word, at) => sum + flag(isVerb(word, kinds[at] as Kind)), 0);
  const view: View = { text: claim.text, words: claim.words, rows: words, odds, kinds, sums, contents, apart, verbs };
  return runs.map(run => rowOf(view, run));
}

interface View {
  readonly text: string;
  readonly words: readonly KeyedWord[];
  readonly rows: readonly Float64Array[];
  /** Log-odds that nothing backs a word. */
  readonly odds: readonly number[];
  readonly kinds: readonly Kind[];
  /** For each of `SUMS` the sums up to each word. */
  readonly sums: readonly (readonly number[])[];
  readonly contents: readonly number[];
  /** The largest value of any content word outside of a run. */
  readonly apart: Readonly<Record<'odds' | 'absent', (run: WordRun) => number>>;
  /** How many words look like verbs. */
  readonly verbs: number;
}

const column = (name: (typeof WORD_FEATURES)[number]): ((row: Float64Array) => number) => {
  const at = WORD_FEATURES.indexOf(name);
  return row => row[at] as number;
};
const best = column('best');
const best3 = column('best3');
const rarity = column('rarity');
const context = column('inContext');
const coherence = column('coherence');
const neighbours = column('neighbours');
const left = column('leftBigram');
const right = column('rightBigram');
const title = column('title');
const absent = column('absentFigure');
const likeness = column('likeness');

/** The largest value of the content words outside of a run, at least `least`; linear once, then at once for each run. */
function outside(words: readonly KeyedWord[], least: number, of: (at: number) => number): (run: WordRun) => number {
  const value = (at: number): number => (words[at]?.isFunction === false ? of(at) : least);
  const upTo = [least];
  const from = new Array<number>(words.length + 1).fill(least);
  for (let at = 0; at < words.length; at++) upTo.push(Math.max(upTo[at] as number, value(at)));
  for (let at = words.length - 1; at >= 0; at--) from[at] = Math.max(from[at + 1] as number, value(at));
  return run => Math.max(upTo[run.from] as number, from[run.to] as number);
}

/** The values of one content word, in the order of `SUMS`. */
function summands(row: Float64Array, odds: number): readonly number[] {
  const lost = rarity(row) * (1 - best3(row));
  return [
    odds,
    best3(row) < 0.6 ? 1 : 0,
    lost,
    context(row),
    coherence(row),
    neighbours(row),
    best(row),
    left(row) + right(row),
    title(row),
  ];
}

function rowOf(view: View, run: WordRun): Float64Array {
  const { from, to } = run;
  const { words, rows, odds, kinds } = view;
  const last = to - 1;
  const count = words.length;
  const [before, after] = [words[from - 1], words[to]];
  const [first, end] = [words[from] as KeyedWord, words[last] as KeyedWord];
  const contents = (view.contents[to] as number) - (view.contents[from] as number);
  const others = (view.contents[count] as number) - contents;
  const within = view.sums.map(sum => (sum[to] as number) - (sum[from] as number));
  const rest = view.sums.map((sum, which) => (sum[count] as number) - (within[which] as number));
  const most = (of: (at: number) => number, least: number): number => {
    let top = least;
    for (let at = from; at < to; at++) if (words[at]?.isFunction === false) top = Math.max(top, of(at));
    return top;
  };
  const lost = SUMS.indexOf('lost');
  const unmatched = SUMS.indexOf('unmatched');
  const bestAt = (at: number): number => (rows[at] === undefined ? -1 : best3(rows[at] as Float64Array));
  const kindsAt: readonly Kind[] = [kinds[from] as Kind, kinds[last] as Kind, kinds[from - 1] ?? 'edge', kinds[to] ?? 'edge'];
  const closes = to === count || isCut(view, to);
  const own = words.slice(from, to);
  const verbs = own.filter((word, at) => isVerb(word, kinds[from + at] as Kind)).length;
  return Float64Array.of(
    average(odds.slice(from, to), -3),
    Math.max(...odds.slice(from, to)),
    contents === 0 ? -3 : -most(at => -(odds[at] as number), -9),
    view.apart.odds(run),
    odds[from - 1] ?? -3,
    odds[to] ?? -3,
    ...within.flatMap((sum, which) => [
      ratio(sum, contents, which === 0 ? -3 : 0),
      ratio(rest[which] as number, others, which === 0 ? -2 : 0),
    ]),
    within[lost] as number,
    within[unmatched] as number,
    rest[lost] as number,
    rest[unmatched] as number,
    most(at => absent(rows[at] as Float64Array), 0),
    view.apart.absent(run),
    most(at => (bestAt(at) < 0.6 ? likeness(rows[at] as Float64Array) : 0), 0),
    bestAt(from),
    bestAt(last),
    bestAt(from - 1),
    bestAt(to),
    own.length / count,
    Math.log(own.length),
    ...LENGTHS.map(length => flag(length === own.length)),
    ...PLACES.flatMap((_, place) => KINDS.map(kind => flag(kindsAt[place] === kind))),
    ...FIRST_WORDS.map(word => flag(word === first.folded)),
    flag(before?.isName === true && first.isName),
    flag(after?.isName === true && end.isName),
    flag(own.some(isDate) && own.every(word => word.isFunction || isDate(word))),
    flag(before !== undefined && isDate(before) && isDate(first)),
    flag(after !== undefined && isDate(after) && isDate(end)),
    flag(before?.folded === 'of'),
    flag(before?.folded === 'and'),
    flag(after?.folded === 'and'),
    flag(after?.folded === 'of'),
    flag(verbs > 0),
    flag(view.verbs > verbs),
    flag(isVerb(first, kinds[from] as Kind)),
    flag(/ly$/.test(first.folded)),
    own.filter((_, at) => kinds[from + at] === 'preposition').length,
    flag(kinds[from] === 'preposition' && closes),
    flag(kinds[from] === 'preposition' && from === 0 && closes),
    flag(own.some(word => DEGREES.has(word.folded))),
  );
}

function kindOf(word: KeyedWord): Kind {
  if (PREPOSITIONS.has(word.folded)) return 'preposition';
  if (DETERMINERS.has(word.folded)) return 'determiner';
  if (CONJUNCTIONS.has(word.folded)) return 'conjunction';
  if (word.isFunction) return 'function';
  if (word.isName) return 'name';
  return word.isNumber ? 'number' : 'content';
}

function isVerb(word: KeyedWord, kind: Kind): boolean {
  return kind === 'content' && /(?:ed|en)$/.test(word.folded);
}

/** Whether a mark of punctuation stands before the word. */
function isCut({ text, words }: View, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before !== undefined && word !== undefined && text.slice(before.end, word.start) !== ' ';
}

function isDate(word: KeyedWord): boolean {
  return word.isNumber || (word.isName && MONTH.test(word.folded)) || CALENDAR.test(word.folded);
}

function average(values: readonly number[], otherwise: number): number {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    otherwise,
  );
}

function ratio(sum: number, count: number, otherwise: number): number {
  return count === 0 ? otherwise : sum / count;
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}
