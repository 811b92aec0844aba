// Owns: a name of the draft that stands where the notes have another: who did it, where it was, who did it to whom.
// Must not know: verdicts, rules, spelling.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { isTitleWord } from '../../lexicon/titles.ts';
import type { Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import { weightsOf } from '../support-model.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Clause, type Comparing, clauseAround, drafted, isStated, onTopic, quotedSpans } from './comparing.ts';
import { NEGATORS } from './negation.ts';

/** Names in another's place, and two names that changed places. */
export function slotDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const turned = turnedRound(comparing, quoted);
  return turned === undefined ? replacedNames(comparing, quoted) : [turned];
}

/** A run of capitalised words. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsIn(text: KeyedText, from: number, to: number): Run[] {
  const runs: Run[] = [];
  for (let at = from; at <= to; at++) {
    if (!isCapital(text, at)) continue;
    let last = at;
    while (
      last < to &&
      isCapital(text, last + 1) &&
      text.text.slice((text.words[last] as KeyedWord).end, (text.words[last + 1] as KeyedWord).start) === ' '
    )
      last++;
    runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

function isCapital(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  return !word.isFunction && !word.isNumber && word.text.length > 2 && /^\p{Lu}/u.test(word.text) && !isDayOrMonth(word.folded);
}

/** "Doyle pleaded guilty" where the clause is Marsh's, and Doyle is known to the notes for something else. */
function replacedNames(comparing: Comparing, quoted: readonly Span[]): Difference[] {
  const { words, claim } = comparing;
  const differences: Difference[] = [];
  for (const run of runsIn(words, 0, words.words.length - 1)) {
    const span = {
      start: (words.words[run.first] as KeyedWord).start + claim.span.start,
      end: (words.words[run.last] as KeyedWord).end + claim.span.start,
    };
    if (!isStated(comparing, span, quoted)) continue;
    const { from, to } = clauseAround(words, { start: span.start - claim.span.start, end: span.end - claim.span.start });
    const rest = contentOf(words, from, to, run);
    // A first word of a sentence may be any word; a name that the clause needs stands first or after a preposition.
    if (rest.length < 2) continue;
    const found = rivalOf(comparing, run, from, rest, isKnown(comparing, run));
    if (found !== undefined)
      differences.push({
        kind: 'name',
        span,
        drafted: drafted(comparing, span),
        noted: found.noted,
        passage: found.candidate.passage,
        replacement: found.noted,
      });
  }
  return differences;
}

/** Indices of the words that tell something, those of `apart` left out. */
function contentOf(text: KeyedText, from: number, to: number, apart: Run): number[] {
  const places: number[] = [];
  const first = apposedTo(text, from, apart);
  for (let at = from; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (!word.isFunction && (at < first || at > apart.last)) places.push(at);
  }
  return places;
}

/** Where "the pilot boat Skua" begins, what its bearer is included, at the start of a clause; else where the name begins. */
function apposedTo(text: KeyedText, from: number, run: Run): number {
  let first = run.first;
  while (first > from && first > run.first - APPOSED) {
    const word = text.words[first - 1] as KeyedWord;
    const gap = text.text.slice(word.end, (text.words[first] as KeyedWord).start);
    if (!/^\.? $/.test(gap) || word.isNumber || /ed$/.test(word.folded) || (word.isFunction && !isTitleWord(word.folded))) break;
    if (/^\p{Lu}/u.test(word.text) && !isTitleWord(word.folded) && first - 1 > from) break;
    first--;
  }
  const isOpened = first === from || (first === from + 1 && /^(?:the|a|an|our|its|their)$/.test(text.words[from]?.folded ?? ''));
  return isOpened ? first : run.first;
}

/** "The harbour pilot boat Skua". */
const APPOSED = 3;

/** The notes have the name, with other words than these. */
function isKnown(comparing: Comparing, run: Run): boolean {
  const word = comparing.words.words[run.last] as KeyedWord;
  return comparing
    .find(word.text)
    .some(passage => (keyedPassage(passage).places.get(word.key) ?? []).some(at => isCapital(keyedPassage(passage), at)));
}

interface Rival {
  readonly candidate: Candidate;
  readonly noted: string;
}

function rivalOf(comparing: Comparing, run: Run, from: number, rest: readonly number[], known: boolean): Rival | undefined {
  const { words } = comparing;
  const name = words.words[run.last] as KeyedWord;
  const role = roleOf(words, run, from);
  const whole = clauseAt(words, run.last);
  let found: Rival | undefined;
  for (const candidate of onTopic(comparing)) {
    const text = candidate.alignment.passage;
    // A clause with the name and the same predicate backs the claim.
    for (const at of text.places.get(name.key) ?? []) {
      const clause = clauseAt(text, at);
      if (isDenied(text, clause) === isDenied(words, whole) && shareOf(words, rest, text, clause) >= 0.5) return undefined;
    }
    if (!candidate.cited && (comparing.cited.length > 0 || !known)) continue;
    for (const { run: other, clause, isAlone } of namesIn(text)) {
      if (found !== undefined || !isAlone || roleOf(text, other, clause.from) !== role) continue;
      if (sharesWord(words, run, text, other)) continue;
      // Whom the claim names as well is nobody's rival.
      if (words.places.has((text.words[other.last] as KeyedWord).key)) continue;
      if (!known && !isMixedUp(words, run, text, other)) continue;
      const theirs = contentOf(text, clause.from, clause.to, other).filter(at => !isDayOrMonth((text.words[at] as KeyedWord).folded));
      const back = theirs.filter(at => words.places.has((text.words[at] as KeyedWord).key)).length;
      if (theirs.length < 2 || back < theirs.length || shareOf(words, rest, text, clause) < 0.6) continue;
      if (isDenied(text, clause) !== isDenied(words, whole)) continue;
      if (!isName(comparing, text, other, shareOf(words, rest, text, clause))) continue;
      const noted = text.text
        .slice((text.words[other.first] as KeyedWord).start, (text.words[other.last] as KeyedWord).end)
        .replace(/['’]s$/, '');
      found = { candidate, noted };
    }
  }
  return found;
}

/** A name of a text with its clause, and whether that has no other. */
interface Named {
  readonly run: Run;
  readonly clause: Clause;
  readonly isAlone: boolean;
}

/** The names of a text: each name of a claim is held against them. */
function namesIn(text: KeyedText): readonly Named[] {
  const known = NAMES.get(text);
  if (known) return known;
  const names = runsIn(text, 0, text.words.length - 1).map(run => {
    const clause = clauseAt(text, run.last);
    return { run, clause, isAlone: runsIn(text, clause.from, clause.to).length <= 1 };
  });
  NAMES.set(text, names);
  return names;
}

const NAMES = new WeakMap<KeyedText, readonly Named[]>();

/** Names that no note has are slips of those that begin alike; any other may be news. */
function isMixedUp(words: KeyedText, run: Run, text: KeyedText, other: Run): boolean {
  const [mine, theirs] = [(words.words[run.last] as KeyedWord).folded, (text.words[other.last] as KeyedWord).folded];
  if (run.first !== run.last || other.first !== other.last || mine.charAt(0) !== theirs.charAt(0)) return false;
  let stem = 0;
  while (stem < mine.length && mine.charAt(stem) === theirs.charAt(stem)) stem++;
  // "Norway" and "Norwegian" are forms of one name.
  return stem < STEM || 2 * stem <= Math.min(mine.length, theirs.length);
}

const STEM = 4;

function clauseAt(text: KeyedText, at: number): Clause {
  const word = text.words[at] as KeyedWord;
  return clauseAround(text, { start: word.start, end: word.end });
}

function isDenied(text: KeyedText, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return text.words.some((word, at) => at >= from && at <= to && NEGATORS.has(word.folded));
}

/** Whether a run of capitals is a name: also where no sentence or line begins with it, or rare and in a clause that the claim has whole. */
function isName(comparing: Comparing, text: KeyedText, run: Run, share: number): boolean {
  const word = text.words[run.last] as KeyedWord;
  // "Exploitation: we know of …": a label.
  if (word.text === word.text.toUpperCase() || (!word.isName && text.text.charAt(word.end) === ':')) return false;
  if (word.isName || run.last > run.first) return true;
  const isElsewhere = comparing.find(word.text).some(passage => {
    const other = keyedPassage(passage);
    return (other.places.get(word.key) ?? []).some(at => other.words[at]?.isName === true);
  });
  return isElsewhere || (share === 1 && (weightsOf(text)[run.last] ?? 0) >= 0.95);
}

/** Where a name stands: the preposition before it, else first in its clause, else elsewhere. */
function roleOf(text: KeyedText, run: Run, from: number): string {
  const first = apposedTo(text, from, run);
  const before = text.words[first - 1];
  if (first <= from || before === undefined || (first === from + 1 && before.isFunction && first < run.first)) return 'first';
  if (text.text.slice(before.end, (text.words[first] as KeyedWord).start).includes(':')) return 'first';
  return /^(?:in|at|from|to|near|by|for|against|with|of)$/.test(before.folded) ? before.folded : 'other';
}

/** Share of some words of the claim that a clause of a passage has. */
function shareOf(
  words: KeyedText,
  rest: readonly number[],
  text: KeyedText,
  clause: { readonly from: number; readonly to: number },
): number {
  const telling = rest.filter(at => !isDayOrMonth((words.words[at] as KeyedWord).folded));
  const has = telling.filter(at =>
    (text.places.get((words.words[at] as KeyedWord).key) ?? []).some(place => place >= clause.from && place <= clause.to),
  );
  return telling.length < 2 ? 0 : has.length / telling.length;
}

function sharesWord(a: KeyedText, left: Run, b: KeyedText, right: Run): boolean {
  for (let at = left.first; at <= left.last; at++)
    for (let other = right.first; other <= right.last; other++) if (a.words[at]?.key === b.words[other]?.key) return true;
  return false;
}

/** "Corvid bought Larkspur" where Larkspur bought Corvid. */
function turnedRound(comparing: Comparing, quoted: readonly Span[]): Difference | undefined {
  const { words, claim } = comparing;
  const said = actIn(words);
  if (said === undefined) return undefined;
  const span = {
    start: (words.words[said.left.first] as KeyedWord).start + claim.span.start,
    end: (words.words[said.right.last] as KeyedWord).end + claim.span.start,
  };
  if (!isStated(comparing, span, quoted)) return undefined;
  const keys = (text: KeyedText, run: Run): string =>
    text.words
      .slice(run.first, run.last + 1)
      .map(word => word.key)
      .join(' ');
  let found: Candidate | undefined;
  for (const candidate of onTopic(comparing)) {
    const text = candidate.alignment.passage;
    const noted = actIn(text);
    if (noted === undefined || noted.verb !== said.verb) continue;
    const straight = keys(text, noted.left) === keys(words, said.left) && keys(text, noted.right) === keys(words, said.right);
    const crossed = keys(text, noted.left) === keys(words, said.right) && keys(text, noted.right) === keys(words, said.left);
    if (straight === crossed) continue;
    if (straight === (noted.isPassive === said.isPassive)) return undefined;
    found ??= candidate;
  }
  const noted = found === undefined ? undefined : actIn(found.alignment.passage);
  if (found === undefined || noted === undefined) return undefined;
  const text = found.alignment.passage;
  return {
    kind: 'name',
    span,
    drafted: drafted(comparing, span),
    noted: text.text.slice((text.words[noted.left.first] as KeyedWord).start, (text.words[noted.right.last] as KeyedWord).end),
    passage: found.passage,
  };
}

interface Act {
  readonly left: Run;
  readonly right: Run;
  /** Key of the one word between the names that tells something. */
  readonly verb: string;
  readonly isPassive: boolean;
}

/** Exactly two names with one telling word between them, the verb. */
function actIn(text: KeyedText): Act | undefined {
  const runs = runsIn(text, 0, text.words.length - 1);
  const [left, right] = runs;
  if (left === undefined || right === undefined || runs.length !== 2) return undefined;
  const between = text.words.slice(left.last + 1, right.first);
  const content = between.filter(word => !word.isFunction);
  const gap = text.text.slice((text.words[left.last] as KeyedWord).end, (text.words[right.first] as KeyedWord).start);
  const [verb] = content;
  if (verb === undefined || content.length !== 1 || verb.isNumber || /[,.;:()]/.test(gap)) return undefined;
  const joints = between.filter(word => word !== verb).map(word => word.folded);
  if (joints.some(joint => /^(?:and|or|of|in|at|not|than)$/.test(joint))) return undefined;
  const isPassive = joints.some(joint => /^(?:is|are|was|were|been|being)$/.test(joint)) && joints.includes('by');
  if (joints.some(joint => !/^(?:has|had|have|will|is|are|was|were|been|being|by|to|the|for|from)$/.test(joint))) return undefined;
  return { left, right, verb: verb.key, isPassive };
}
