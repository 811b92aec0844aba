// Owns: a matter that the draft says is so and a cited Source says is not, or the other way round, in whatever words: "copied" and "left alone".
// Must not know: verdicts, rules, which words say what of a matter (lexicon, states).
import { FIELDS } from '../../lexicon/fields.ts';
import { type KeyedText, type KeyedWord, keyedPassage, keyedTitle } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Clause,
  type Comparing,
  contrary,
  isOfAnother,
  isQuestion,
  isTitle,
  onTopic,
  quotedShare,
  quotedSpans,
} from './comparing.ts';
import { AT_FIRST } from './negation.ts';
import { nearness } from './standing.ts';
import { type State, statesIn, telling } from './states.ts';

/** Least share of the telling words of the claim's clause that the sentence of the notes must have. */
const COVERAGE = 0.5;
/** Least share of what the notes speak of that the claim must have. */
const SAME_THING = 0.5;

const EARLIER =
  /\b(?:elsewhere|another \p{L}+|earlier|previously|formerly|used to|in the past|back then|no longer|once|until|for (?:\p{L}+ )?(?:minutes|hours|days|nights|weeks|months|years))\b/iu;

/** At most one difference, of a cited Source. */
export function opposedStateDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  if (quotedShare(comparing, quoted) > 0.4 || words.text.trimEnd().endsWith('?') || AT_FIRST.test(words.text)) return [];
  const own = statesIn(words).filter(
    state =>
      !state.isUnreal &&
      !quoted.some(
        span =>
          span.start <= (words.words[state.from] as KeyedWord).start + claim.span.start &&
          (words.words[state.to] as KeyedWord).end + claim.span.start <= span.end,
      ),
  );
  if (own.length === 0) return [];
  for (const state of own) {
    const clash = clashOf(comparing, state);
    if (clash === undefined) continue;
    const [first, last] = [words.words[state.from] as KeyedWord, words.words[state.to] as KeyedWord];
    return [
      contrary(comparing, clash.candidate, clash.theirs.clause, {
        start: claim.span.start + first.start,
        end: claim.span.start + last.end,
      }),
    ];
  }
  return [];
}

interface Opposed {
  readonly candidate: Candidate;
  readonly theirs: State;
}

/** The state of a cited passage that rules out one of the claim; none where some passage says the same as the claim. */
function clashOf(comparing: Comparing, mine: State): Opposed | undefined {
  let clash: Opposed | undefined;
  for (const candidate of onTopic(comparing)) {
    if (isTitle(candidate.passage) || isQuestion(candidate.passage)) continue;
    const passage = candidate.alignment.passage;
    for (const theirs of statesIn(passage)) {
      if (theirs.field !== mine.field) continue;
      const isSame = mine.isYes === theirs.isYes;
      if (!isSame && (!excludes(mine, theirs) || theirs.isUnreal || !isToldFrom(comparing, candidate))) continue;
      if (isSame && isAbout(comparing, mine, candidate, theirs, true)) return undefined;
      if (isSame || clash !== undefined || !isAbout(comparing, mine, candidate, theirs, false)) continue;
      if (AT_FIRST.test(passage.text) || EARLIER.test(clauseText(passage, theirs.clause))) continue;
      if (isOfAnother(comparing.words, passage, theirs.clause)) continue;
      clash = { candidate, theirs };
    }
  }
  return clash;
}

/** Of a Source that the claim cites, or where it cites none, of one that its paragraph is told from. */
function isToldFrom({ cited, near }: Comparing, candidate: Candidate): boolean {
  return candidate.cited || (cited.length === 0 && near.how === 'paragraph' && near.sources.includes(candidate.passage.source));
}

/** What is denied in one way alone rules out that way alone. */
function excludes(a: State, b: State): boolean {
  const denied = a.isYes ? b : a;
  const said = a.isYes ? a : b;
  // What was not done may be possible.
  if (said.isAbility && !denied.isAbility) return false;
  return denied.kind === undefined || denied.kind === said.kind;
}

function clauseText(text: KeyedText, { from, to }: Clause): string {
  return text.text.slice((text.words[from] as KeyedWord).start, (text.words[to] as KeyedWord).end);
}

/** Whether the notes speak of the claim's own thing. `loosely`: what both have in common is enough. */
function isAbout(comparing: Comparing, mine: State, candidate: Candidate, theirs: State, loosely: boolean): boolean {
  const { words, before } = comparing;
  const passage = candidate.alignment.passage;
  const whole = around(passage, theirs);
  const around_ = telling(passage, whole).filter(at => at < theirs.from || at > theirs.to || theirs.thing.includes(at));
  const said = telling(words, mine.clause).filter(at => at < mine.from || at > mine.to);
  const thing = mine.thing.map(at => words.words[at] as KeyedWord);
  const nouns =
    thing.length > 0
      ? thing
      : before === undefined
        ? said.map(at => words.words[at] as KeyedWord)
        : telling(before, { from: 0, to: before.words.length - 1 }).map(at => before.words[at] as KeyedWord);
  const noted = around_.map(at => passage.words[at] as KeyedWord);
  const context = [...noted, ...contextOf(candidate, whole, noted.length > 0)];
  const isNarrow = FIELDS[mine.field]?.narrow === true;
  const claimWords = [...words.words.filter(word => !word.isFunction), ...(before?.words.filter(word => !word.isFunction) ?? [])];
  const theirThing = theirs.thing.map(at => passage.words[at] as KeyedWord);
  if (loosely)
    return saysTheSame(nouns, context) || (isNarrow && isToldFrom(comparing, candidate) && !hasOtherNames(thing, theirThing, []));
  if (hasOtherNames(claimWords, noted, context) || hasOtherFigures(words, passage, whole)) return false;
  const covered = said.filter(at => context.some(other => isNear(words.words[at] as KeyedWord, other)));
  const back = theirThing.filter(word => claimWords.some(other => isNear(word, other)));
  if (isNarrow) {
    const isOpen = FIELDS[mine.field]?.name === 'who' || theirThing.every(word => word.isName || PERSON.test(word.folded));
    if (theirThing.length > 0 && back.length === 0 && !isOpen) return false;
    return covered.length > 0 || nouns.some(word => context.some(other => isNear(word, other)));
  }
  if (theirThing.length > 0) {
    if (back.length < SAME_THING * theirThing.length) return false;
    if (!nouns.some(word => theirThing.some(other => isNear(word, other)))) return false;
    const head = headOf(nouns);
    if (head !== undefined && !noted.some(other => isNear(head, other))) return false;
  } else {
    const head = headOf(nouns);
    if (head === undefined || !context.some(other => isNear(head, other))) return false;
  }
  // "This was slow": what is spoken of must be told by more than one word.
  return covered.length >= COVERAGE * said.length && covered.length >= (thing.length === 0 ? 2 : 1);
}

/** Most of what the claim speaks of is spoken of. */
function saysTheSame(nouns: readonly KeyedWord[], context: readonly KeyedWord[]): boolean {
  const shared = nouns.filter(word => context.some(other => isNear(word, other)));
  return shared.length > 0 && shared.length > 0.5 * nouns.length;
}

/** Words for whoever a sentence is about. */
const PERSON =
  /^(?:client|defendant|accused|man|woman|boy|girl|firm|company|group|suspect|lawyer|counsel|we|person|people|owner|operator|maker|vendor)s?$/;

/** The last of a run of words that stand together. */
function headOf(nouns: readonly KeyedWord[]): KeyedWord | undefined {
  let head = nouns[0];
  for (const word of nouns.slice(1)) {
    if (head === undefined || word.start - head.end > 1) break;
    head = word;
  }
  return head;
}

/** The sentence of a state. */
function around(text: KeyedText, { from, to }: State): Clause {
  const ends = (left: number): boolean =>
    /[.!?]/.test(text.text.slice((text.words[left] as KeyedWord).end, (text.words[left + 1] as KeyedWord).start));
  let [first, last] = [from, to];
  while (first > 0 && !ends(first - 1)) first--;
  while (last + 1 < text.words.length && !ends(last)) last++;
  return { from: first, to: last };
}

/** The words around a sentence that has no subject of its own: the sentence before, and the title of the Source. */
function contextOf({ passage, alignment }: Candidate, whole: Clause, isBusy: boolean): readonly KeyedWord[] {
  const title = keyedTitle(passage.source);
  const titled = telling(title, { from: 0, to: title.words.length - 1 }).map(at => title.words[at] as KeyedWord);
  const { from } = whole;
  // A sentence that says nothing else goes on about the one before.
  if (isBusy) return titled;
  const line = from > 0 ? alignment.passage : lineBefore(passage);
  const to = from > 0 ? from - 1 : (line?.words.length ?? 0) - 1;
  return line === undefined ? titled : [...titled, ...telling(line, { from: 0, to }).map(at => line.words[at] as KeyedWord)];
}

function lineBefore(passage: Candidate['passage']): KeyedText | undefined {
  const line = passage.source.passages[placeOf(passage) - 1];
  return line === undefined ? undefined : keyedPassage(line);
}

function isNear(a: KeyedWord, b: KeyedWord): boolean {
  return nearness(a, b) >= 0.7;
}

/** Both name something, and nothing that is named is the same. */
function hasOtherNames(mine: readonly KeyedWord[], noted: readonly KeyedWord[], context: readonly KeyedWord[]): boolean {
  const named = noted.filter(word => word.isName);
  const own = mine.filter(word => word.isName);
  if (named.length === 0 || own.length === 0) return false;
  return !own.some(word => [...named, ...context].some(other => isNear(word, other)));
}

/** Both count what they speak of, and differently. */
function hasOtherFigures(words: KeyedText, passage: KeyedText, whole: Clause): boolean {
  const figures = (text: KeyedText, { from, to }: Clause): string[] =>
    text.words.slice(from, to + 1).flatMap(word => (word.isNumber ? [word.key] : []));
  const [own, noted] = [figures(words, { from: 0, to: words.words.length - 1 }), figures(passage, whole)];
  return own.length > 0 && noted.length > 0 && !own.some(key => noted.includes(key));
}
