// Owns: figures of a claim that the Sources it cites neither state nor yield, beside what stands there of that kind.
// Must not know: verdicts, rules, how figures are worked out.
import type { NumberFact } from '../../extract/facts.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Candidate, type Comparing, clauseSpan, drafted, neighboursOf, onTopic, sharedWithin } from './comparing.ts';
import { sameThing } from './counted-things.ts';
import { comparable } from './quantities.ts';
import { digitsIn, type Figures, figuresOf, isShare, yields } from './reckoning.ts';

const KINDS: ReadonlySet<NumberFact['kind']> = new Set(['count', 'percent', 'share', 'money', 'duration', 'bytes']);
/** Of Sources with more passages than this something yields nearly every figure. */
const LONGEST = 40;
/** What there are fewer of is counted by naming it. */
const FEW = 4;
/** Things that are called by a number: "the 300 series". */
const NAMED = new Set('series model version release article section chapter page part rule act paragraph factor'.split(' '));
/** So many telling words of the figure's own clause stand in the passage. */
const LEAST = 1;

/** What stands in the notes in the place of a figure. */
export interface Instead {
  readonly passage: Passage;
  readonly noted: string;
}

const FIGURES = new WeakMap<Comparing, Figures | 'too-many'>();

/**
 * "Fifteen were arrested" beside "arrested: 8 + 5 + 4": the cited Sources have nothing that makes fifteen, and a passage about
 * the same has figures of that kind. A sentence of several figures has some of them for its background: of those nothing is told.
 */
export function unheldFigure(comparing: Comparing, fact: NumberFact): Instead | undefined {
  if (!isTold(fact) || !isTheFigure(comparing, fact)) return undefined;
  const figures = citedFigures(comparing);
  if (figures === undefined) return undefined;
  // "540 mi", "4.8 m": written as the draft has it, in a unit that nobody reads.
  const written = digitsIn(drafted(comparing, fact.figure));
  if (written.length > 0 && written.every(value => figures.digits.includes(value))) return undefined;
  const own = comparing.facts.numbers.filter(other => other !== fact && other.kind !== 'version');
  if (yields(figures, fact, own, comparing.words.text)) return undefined;
  const clause = clauseSpan(comparing, fact.span);
  const isOfWhole = isShare(fact);
  let best: Instead | undefined;
  let most = 0;
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited) continue;
    const { passage } = candidate;
    const rivals = factsOfPassage(passage, comparing.knowledge).numbers.filter(other => isRival(fact, other));
    const nearest = [...rivals].sort((a, b) => distance(fact, a) - distance(fact, b))[0];
    // A share is of two counts.
    const isOfThese = isOfWhole ? countsBeside(comparing, passage) > 1 : nearest !== undefined && distance(fact, nearest) <= FAR;
    if (nearest === undefined || !isOfThese) continue;
    const shared = sharedWithin(comparing, candidate, [fact.span], clause);
    const strength = shared.coverage + (rivals.some(other => sameThing(fact, other) > 0) ? 0.3 : 0);
    if (shared.words < LEAST || strength <= most || isOfAnotherThing(comparing, candidate, shared.coverage)) continue;
    most = strength;
    best = { passage, noted: isOfWhole ? passage.text : passage.text.slice(nearest.span.start, nearest.span.end) };
  }
  return best;
}

function isTold({ kind, bound, upTo, value, digits, noun }: NumberFact): boolean {
  if (!KINDS.has(kind) || (bound !== 'exact' && bound !== 'about') || upTo !== undefined) return false;
  if (kind !== 'count') return true;
  if (noun === undefined ? value < 1000 : NAMED.has(noun)) return false;
  return value >= FEW || digits > 1;
}

/** Whether a figure is the one that its sentence tells; a share may name its whole: "half of the 480 sensors". */
function isTheFigure({ facts, claim }: Comparing, fact: NumberFact): boolean {
  const others = facts.numbers.filter(
    other => other.sentence === claim.sentence && other !== fact && (isTold(other) || other.kind === 'duration'),
  );
  if (others.length === 0) return true;
  const [whole] = others;
  return (
    isShare(fact) && others.length === 1 && whole !== undefined && OF_WHOLE.test(facts.tree.text.slice(fact.span.end, whole.span.start))
  );
}

const OF_WHOLE = /^ of (?:the|its|their|our|all|those|these)(?: \p{L}+['’]s)? $/u;

function isRival(fact: NumberFact, other: NumberFact): boolean {
  if (isShare(fact)) return other.kind === 'count' || comparable(fact, other);
  return (comparable(fact, other) || (fact.kind === 'count' && other.kind === 'count')) && sameThing(fact, other) >= 0;
}

/** How many counts a passage and its neighbours have. */
function countsBeside({ knowledge }: Comparing, passage: Passage): number {
  const all = [passage, ...neighboursOf(passage)].flatMap(one => factsOfPassage(one, knowledge).numbers);
  return all.filter(({ kind, value }) => kind === 'count' && value >= FEW).length;
}

/** How far two figures lie apart. */
function distance(fact: NumberFact, other: NumberFact): number {
  return Math.abs(Math.log(fact.value / other.value));
}

/** What stands instead is of the same size. */
const FAR = Math.log(5);

/** "Asked the school" for "asked the hospital": all but the thing it is about is the same; or it is of another year. */
function isOfAnotherThing(comparing: Comparing, candidate: Candidate, coverage: number): boolean {
  if (coverage >= PARALLEL && hasOtherInPlace(comparing.words, candidate)) return true;
  const noted = factsOfPassage(candidate.passage, comparing.knowledge).dates;
  const said = comparing.facts.dates.filter(({ sentence }) => sentence === comparing.claim.sentence);
  return noted.length > 0 && said.length > 0 && !noted.some(({ iso }) => said.some(one => one.iso === iso));
}

/** From this share of the claim on a passage says the same of one thing or another. */
const PARALLEL = 0.5;

/** Behind the same "the" or "for the" the claim and the passage have a word that the other lacks. */
function hasOtherInPlace({ words }: KeyedText, { alignment: { matches, passage } }: Candidate): boolean {
  const used = new Set(matches.map(({ at }) => at));
  const opened = (text: readonly KeyedWord[], isOwn: (at: number) => boolean): string[] =>
    text.flatMap((word, at) => {
      const before = text[at - 1];
      return before?.isFunction === true && !word.isFunction && !word.isNumber && isOwn(at) ? before.folded : [];
    });
  const mine = new Set(opened(words, at => (matches[at] as WordMatch).score < 0.5));
  return opened(passage.words, at => !used.has(at)).some(word => mine.has(word));
}

/** All figures of the cited Sources, and of passages of others that bear on the claim; undefined where nothing is cited, or too much. */
function citedFigures(comparing: Comparing): Figures | undefined {
  let known = FIGURES.get(comparing);
  if (known === undefined) {
    const count = comparing.cited.reduce((sum, { passages }) => sum + passages.length, 0);
    const figures =
      count === 0 || count > LONGEST
        ? undefined
        : figuresOf(
            [...new Set([...comparing.cited.flatMap(({ passages }) => passages), ...onTopic(comparing).map(({ passage }) => passage)])],
            comparing.knowledge,
            comparing.date,
          );
    known = figures ?? 'too-many';
    FIGURES.set(comparing, known);
  }
  return known === 'too-many' ? undefined : known;
}
