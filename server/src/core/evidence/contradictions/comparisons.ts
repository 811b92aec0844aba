// Owns: comparisons that the notes give the other way round: "A was hit harder than B".
// Must not know: verdicts, rules.
import type { NumberFact } from '../../extract/facts.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import { datesOfPassage, factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isStated, neighboursOf, onTopic, quotedSpans, sharedApart } from './comparing.ts';

/** Comparatives by the direction of the figure behind them. */
const MORE = new Set(
  `more harder bigger larger greater higher longer later older taller heavier worse stronger faster wider farther further deeper costlier dearer
  busier hotter richer`.split(/\s+/),
);
const LESS = new Set(
  'fewer less smaller lower shorter earlier sooner younger lighter weaker slower narrower cheaper cooler poorer rarer'.split(' '),
);
/** Comparatives that say when, not how much. */
const TIMES = new Set(['later', 'earlier', 'sooner']);
/** A figure against time: the smaller year is the older thing. */
const AGES = new Set(['older', 'younger']);
/** "More than half", "less than a year", "rather than", "other than" compare no two things. */
const NO_COMPARISON = new Set('rather other else no'.split(' '));

/** A comparison in a text: word indices, sign 1 where the left side has more. */
interface Comparison {
  readonly word: number;
  readonly than: number;
  readonly sign: 1 | -1;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** At most one difference: the claim compares two things one way, and a passage about both the other way. */
export function comparisonDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const said = comparisonIn(words);
  if (said === undefined) return [];
  const first = words.words[said.word] as KeyedWord;
  const last = words.words[Math.max(...said.right)] as KeyedWord;
  const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
  if (!isStated(comparing, span, quotedSpans(comparing))) return [];
  let against: { passage: Passage; noted: string } | undefined;
  for (const candidate of onTopic(comparing)) {
    const texts = [candidate.passage, ...neighboursOf(candidate.passage)];
    const verdict = turnedRound(said, words, candidate.passage) ?? byFigures(comparing, said, texts);
    if (verdict === undefined) continue;
    if (verdict.agrees) return [];
    if (candidate.cited || sharedApart(comparing, candidate, [span]).words >= 1)
      against ??= { passage: candidate.passage, noted: verdict.noted };
  }
  if (against === undefined) return [];
  return [{ kind: 'number', span, drafted: drafted(comparing, span), noted: against.noted, passage: against.passage }];
}

function comparisonIn(text: KeyedText): Comparison | undefined {
  const than = text.words.findIndex(word => word.folded === 'than');
  if (than < 1 || text.words.some((word, at) => at > than && word.folded === 'than')) return undefined;
  let at = than - 1;
  for (; at >= 0 && at >= than - 5; at--) {
    const word = text.words[at] as KeyedWord;
    if (NO_COMPARISON.has(word.folded)) return undefined;
    if (MORE.has(word.folded) || LESS.has(word.folded)) break;
  }
  const word = text.words[at];
  if (word === undefined || at < than - 5 || (!MORE.has(word.folded) && !LESS.has(word.folded))) return undefined;
  const right = sideOf(text, than + 1, 1);
  const left = sideOf(text, at - 1, -1);
  // "Fewer customers left A than B": both sides stand behind.
  const between = at < 2 ? lastNames(text, at + 1, than) : [];
  // "The pumps cost more": the word before the comparative is the verb, unless the other side has it too.
  const verb = left.length > 1 && !right.some(place => text.words[place]?.key === text.words[at - 1]?.key) ? at - 1 : -1;
  const mine = between.length > 0 ? between : left.filter(place => place !== verb);
  if (right.length === 0 || mine.length === 0) return undefined;
  const negated = text.words.some((one, place) => place < than && /^(?:not|no|never|hardly)$|n['’]t$/.test(one.folded));
  const less = LESS.has(word.folded) || (word.folded === 'more' && isTurned(text, at));
  return { word: at, than, sign: less !== negated ? -1 : 1, left: mine, right };
}

/** "more cheaply", "more rarely": more of less. */
function isTurned(text: KeyedText, at: number): boolean {
  return /^(?:cheap|rare|slow|light|weak)/.test(text.words[at + 1]?.folded ?? '');
}

/** Telling words on one side of a comparison, up to a clause's end: names first, else at most four content words. */
function sideOf(text: KeyedText, from: number, step: 1 | -1): number[] {
  const content: number[] = [];
  for (let at = from; at >= 0 && at < text.words.length; at += step) {
    const word = text.words[at] as KeyedWord;
    const beside = text.words[at - step];
    if (beside !== undefined) {
      const gap = step > 0 ? text.text.slice(beside.end, word.start) : text.text.slice(word.end, beside.start);
      if (/[.;:!?]/.test(gap) || (step > 0 && /,/.test(gap))) break;
    }
    if (
      step > 0 &&
      ((word.isNumber && word.folded !== 'one') || /^(?:expected|planned|usual|before|ever|it|they|that|he|she)$/.test(word.folded))
    )
      return [];
    if (!word.isFunction && !word.isNumber) content.push(at);
  }
  // The first word of a sentence may be a name as well.
  const names = content.filter(at => (text.words[at] as KeyedWord).isName || (at === 0 && isCapital(text.words[at] as KeyedWord)));
  if (names.length > 0) return names.sort((a, b) => a - b);
  return content.slice(0, 4).sort((a, b) => a - b);
}

function isCapital(word: KeyedWord): boolean {
  return word.text.charAt(0) !== word.text.charAt(0).toLowerCase();
}

function lastNames(text: KeyedText, from: number, to: number): number[] {
  const names: number[] = [];
  for (let at = from; at < to; at++) if ((text.words[at] as KeyedWord).isName) names.push(at);
  return names;
}

interface Answer {
  readonly agrees: boolean;
  readonly noted: string;
}

/** The passage compares the same two things by the same word. */
function turnedRound(said: Comparison, words: KeyedText, passage: Passage): Answer | undefined {
  const text = keyedPassage(passage);
  const theirs = comparisonIn(text);
  if (theirs === undefined) return undefined;
  const word = (words.words[said.word] as KeyedWord).folded;
  const other = (text.words[theirs.word] as KeyedWord).folded;
  const pair = `${word} ${other}`;
  if (word !== other && !OPPOSED.has(pair)) return undefined;
  const left = own(said.left, said.right, words);
  const right = own(said.right, said.left, words);
  const holds = (side: readonly number[], keys: readonly string[]): boolean =>
    keys.length > 0 && keys.every(key => side.some(at => text.words[at]?.key === key));
  const straight = holds(theirs.left, left) && holds(theirs.right, right);
  const crossed = holds(theirs.left, right) && holds(theirs.right, left);
  if (straight === crossed) return undefined;
  return { agrees: straight === (said.sign === theirs.sign), noted: phrase(text, theirs) };
}

const OPPOSED = new Set(
  `more fewer|more less|bigger smaller|larger smaller|higher lower|longer shorter|older younger|later earlier|heavier lighter|stronger weaker
  faster slower|wider narrower|dearer cheaper|costlier cheaper`
    .split(/[|\n]/)
    .flatMap(pair => {
      const [a = '', b = ''] = pair.trim().split(' ');
      return [`${a} ${b}`, `${b} ${a}`];
    }),
);

/** Keys of one side that the other side has not. */
function own(side: readonly number[], other: readonly number[], words: KeyedText): string[] {
  const theirs = new Set(other.map(at => words.words[at]?.key));
  return side.flatMap(at => {
    const key = words.words[at]?.key;
    return key === undefined || theirs.has(key) ? [] : [key];
  });
}

function phrase(text: KeyedText, one: Comparison): string {
  const indices = [...one.left, ...one.right, one.word];
  const first = text.words[Math.min(...indices)] as KeyedWord;
  const last = text.words[Math.max(...indices)] as KeyedWord;
  return text.text.slice(first.start, last.end);
}

/** Each side stands with one figure of the same kind, in one passage or in lines beside it. */
function byFigures(comparing: Comparing, said: Comparison, texts: readonly Passage[]): Answer | undefined {
  const { words } = comparing;
  const word = (words.words[said.word] as KeyedWord).folded;
  const left = figureOf(comparing, own(said.left, said.right, words), own(said.right, said.left, words), texts, word);
  const right = figureOf(comparing, own(said.right, said.left, words), own(said.left, said.right, words), texts, word);
  if (left === undefined || right === undefined || left.kind !== right.kind || left.value === right.value) return undefined;
  // What the claim counts must be what the figures count.
  const counted = words.words[said.word + 1];
  if (/^(?:more|fewer)$/.test(word) && counted !== undefined && !counted.isFunction && left.noun !== undefined) {
    const isNamed = words.words.some((one, at) => at > said.word && at < said.than && one.folded.startsWith(left.noun ?? ''));
    if (!isNamed) return undefined;
  }
  const sign = AGES.has(word) && left.kind === 'year' ? -said.sign : said.sign;
  return { agrees: (left.value - right.value) * sign > 0, noted: `${left.text}; ${right.text}` };
}

interface Figure {
  readonly value: number;
  readonly kind: string;
  readonly noun?: string;
  readonly text: string;
}

/** The one figure that stands with a side: the nearest in its passage, where the passage does not give it to the other side. */
function figureOf(
  comparing: Comparing,
  mine: readonly string[],
  others: readonly string[],
  texts: readonly Passage[],
  comparative: string,
): Figure | undefined {
  if (mine.length === 0 || others.length === 0) return undefined;
  const found: Figure[] = [];
  for (const passage of texts) {
    const text = keyedPassage(passage);
    const place = placeOfAll(text, mine);
    if (place === undefined) continue;
    const other = placeOfAll(text, others);
    const figures = figuresOf(comparing, passage, comparative);
    const free = other === undefined ? figures : assigned(figures, place, other);
    if (free.length === 1 && free[0] !== undefined) found.push(free[0].figure);
    else if (free.length > 1) return undefined;
  }
  const distinct = new Set(found.map(figure => figure.value));
  return distinct.size === 1 ? found[0] : undefined;
}

function placeOfAll(text: KeyedText, keys: readonly string[]): number | undefined {
  const places = keys.map(key => text.places.get(key)?.[0]);
  return places.every(place => place !== undefined) ? text.words[places[0] as number]?.start : undefined;
}

interface Placed {
  readonly at: number;
  readonly figure: Figure;
}

/** Two figures, two things: in the order in which they stand, the first to the first. */
function assigned(figures: readonly Placed[], place: number, other: number): Placed[] {
  if (figures.length !== 2) return [];
  return figures.filter((_, at) => (place < other ? at === 0 : at === 1));
}

function figuresOf(comparing: Comparing, passage: Passage, comparative: string): Placed[] {
  const { knowledge } = comparing;
  const facts = factsOfPassage(passage, knowledge);
  if (TIMES.has(comparative)) {
    const values = datesOfPassage(passage, knowledge, comparing.date);
    return facts.dates.flatMap((fact, at) => {
      const iso = values[at]?.iso;
      const value = iso !== undefined && /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(iso.slice(0, 16).replace(/T\d\d$/, '')) : Number.NaN;
      if (Number.isNaN(value)) return [];
      return [{ at: fact.span.start, figure: { value, kind: 'date', text: passage.text.slice(fact.span.start, fact.span.end) } }];
    });
  }
  const usable = (fact: NumberFact): boolean =>
    fact.bound === 'exact' && fact.upTo === undefined && fact.kind !== 'version' && fact.kind !== 'ordinal' && fact.kind !== 'score';
  return facts.numbers.filter(usable).map(fact => ({
    at: fact.span.start,
    figure: {
      value: fact.value,
      kind: `${fact.kind} ${fact.unit ?? ''}`,
      ...(fact.noun === undefined ? {} : { noun: fact.noun }),
      text: passage.text.slice(fact.span.start, fact.span.end),
    },
  }));
}
