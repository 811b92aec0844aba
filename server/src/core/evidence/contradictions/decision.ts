// Owns: whether what was found is a contradiction at all: the one place where a denial is weighed against what the draft says.
// Must not know: how it was found, verdicts, rules.
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { areOpposite, isGenericPart, isHarm, isUnharmed } from '../../lexicon/opposites.ts';
import { ORDINALS } from '../../lexicon/quantities.ts';
import { type KeyedText, type KeyedWord, keyed, keyedPassage } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { isAhead, isSoFar } from './ahead.ts';
import { isDoer, isForOther, isLabelledOther, isOtherVersion } from './apart.ts';
import { reportedWords } from './carefulness.ts';
import { type Clause, type Comparing, isLight, onTopic, quotedSpans, textOf } from './comparing.ts';
import { headAt, isAside, isHabit, isImperative, isPassive, roleOf } from './grammar.ts';
import { coming, denies, isDenial, isSign, SAYING, TO_A_DEGREE } from './negation.ts';
import { type Side, sideOf } from './sides.ts';
import { hasWord, nearness, wholeOf } from './standing.ts';
import { isSurer } from './surer.ts';

/** What depends on something else is not stated. */
const DEPENDS = /^(?:if|whether|unless|where|until|before|once|whenever|wherever|whoever|whatever)$/;
/** "As the others do", "the attackers did": the same is said of one and denied of another. */
const OF_ANOTHER =
  /(?:\b(?:as|unlike|while|but|whereas|and|though|although)\b|;)[^,.;]{0,120} (?:do|does|did|has|have|had|is|are|was|were|can|could|will|would)(?: not|n['’]t)?\s*(?:[,.;]|$)/i;

/**
 * What is left of a difference once both sides are weighed: where the notes leave open what the draft denies, it is surer than they are;
 * undefined where both can be right. `isByWord`: it rests on a word of the draft that the notes have too, not on a table of what rules out what.
 */
export function decide(comparing: Comparing, difference: Difference, isByWord = true): Difference | undefined {
  if (difference.kind === 'certainty') return isSurer(comparing, difference) ? difference : undefined;
  if (difference.kind !== 'polarity') return difference;
  const mine = sideOfDraft(comparing, difference, isByWord);
  if (mine === undefined) return difference;
  if (!isStatedBy(comparing, mine) || isTag(comparing, mine)) return undefined;
  const passage = keyedPassage(difference.passage);
  const noted = rangeOf(passage, difference);
  const word = mine.text.words[mine.at] as KeyedWord;
  if (noted === undefined) return difference;
  const theirs = counterpartsOf(word, passage, noted).map(at => sideOf(passage, at));
  const sides = theirs.length > 0 ? theirs : [sideOf(passage, noted.from)];
  if (isOnlyAhead(mine, sides) || sides.every(side => isLabelledOther(side, mine))) return undefined;
  const isApart = (side: Side): boolean => isOtherVersion(mine, side) || isForOther(mine, side) || isForOther(side, mine);
  if (
    theirs.length === 0
      ? isDoer(mine) || isApart(sideOf(passage, noted.from))
      : theirs.every(side => isApart(side) || isDoer(mine) !== isDoer(side))
  )
    return undefined;
  const against = theirs.filter(side => side.isDenied !== mine.isDenied).map(side => side.statement);
  if (isSaidElsewhere(comparing, mine, passage, against.length > 0 || theirs.length > 0 ? against : [noted])) return undefined;
  if (hasOpposite(word, passage, noted)) return difference;
  if (!theirs.some(side => mine.isDenied || side.isDenied)) {
    // Both deny: "none fell through", "not a single one that failed".
    if (theirs.length === 0 && mine.isDenied && denies(passage, noted.from, noted.to)) return undefined;
    // What has no like in the notes is harm, or what has to be done.
    const isOtherWord = theirs.length === 0 && (word.isFunction || isHarm(word.key) || OBLIGES.test(word.folded));
    return isByWord && !isOtherWord ? undefined : difference;
  }
  if (theirs.some(side => isAgainst(mine, side))) return difference;
  const open = theirs.find(side => side.statement.opener === 'whether' && isOf(mine, side));
  if (open === undefined) return undefined;
  const { replacement: _, ...rest } = difference;
  return { ...rest, kind: 'certainty', noted: `whether ${textOf(passage, open.statement)}` };
}

/** What is wanted or expected may well not have come so far: "asks for a search" and "no search yet". */
function isOnlyAhead(mine: Side, theirs: readonly Side[]): boolean {
  return theirs.every(side => (isAhead(mine) && !mine.isDenied && isSoFar(side)) || (isSoFar(mine) && isAhead(side) && !side.isDenied));
}

/**
 * Whether some statement of the notes says what the draft says, with its verb and all of its words that the one against it has: what agrees wins.
 * "Not affected" says what "spared" says.
 */
function isSaidElsewhere(comparing: Comparing, mine: Side, passage: KeyedText, against: readonly Clause[]): boolean {
  const word = mine.text.words[mine.at] as KeyedWord;
  const own = mine.text.words.slice(mine.statement.from, mine.statement.to + 1).filter(one => !one.isFunction && one !== word);
  const sharedIn = (text: KeyedText, clause: Clause): KeyedWord[] => own.filter(one => hasWord(text, clause, one));
  const verbs = own.filter(one => roleOf(mine.text, mine.text.words.indexOf(one)) === 'verb');
  const isVerb = roleOf(mine.text, mine.at) === 'verb';
  const rival = new Set(against.flatMap(clause => sharedIn(passage, clause)));
  return onTopic(comparing).some(candidate => {
    const text = candidate.alignment.passage;
    return text.words.some((other, at) => {
      if (other.isFunction || other.isNumber) return false;
      const isTurned = isUnharmed(word.key) !== isUnharmed(other.key) && CONCERNED.test(isUnharmed(word.key) ? other.folded : word.folded);
      // A thing that only has a like sense says nothing of it: "covered" by a "policy".
      if (!isTurned && nearness(word, other) < (isVerb && roleOf(text, at) !== 'verb' ? 0.85 : 0.7)) return false;
      const side = sideOf(text, at);
      if ((side.isDenied === mine.isDenied) === isTurned || isOpen(side)) return false;
      const shared = sharedIn(text, side.statement);
      const isSame = isVerb || verbs.length === 0 || verbs.some(one => shared.includes(one));
      return isSame && shared.length >= Math.min(2, own.length) && [...rival].every(one => shared.includes(one));
    });
  });
}

const CONCERNED = /^(?:affected|touched|harmed|hit|hurt|damaged|concerned|involved|reached)$/;

const OBLIGES = /^(?:needs?|needed|required?|should|responsible|better|worse|keeps?|kept)$/;

function hasOpposite(word: KeyedWord, passage: KeyedText, noted: Clause): boolean {
  return passage.words.slice(noted.from, noted.to + 1).some(other => areOpposite(word.key, other.key));
}

/** Whether the draft states what differs itself: it quotes nobody, and makes it depend on nothing. */
export function isStatedFlatly(comparing: Comparing, difference: Difference): boolean {
  const mine = sideOfDraft(comparing, difference, false);
  return mine === undefined || isStatedBy(comparing, mine);
}

/** The same difference, marked where neither side denies: "torn" and "unbroken". */
export function named(comparing: Comparing, difference: Difference): Difference {
  if (difference.kind !== 'polarity') return difference;
  const noted = keyed(difference.noted);
  const isDenied = sideOfDraft(comparing, difference, false)?.isDenied === true || denies(noted, 0, noted.words.length - 1);
  return isDenied ? difference : { ...difference, isOpposed: true };
}

function sideOfDraft({ words, claim }: Comparing, { span }: Difference, isByWord: boolean): Side | undefined {
  const pivot = pivotOf(words, span.start - claim.span.start, span.end - claim.span.start, isByWord);
  return pivot < 0 ? undefined : sideOf(words, pivot);
}

function isStatedBy(comparing: Comparing, side: Side): boolean {
  const start = (side.text.words[side.at] as KeyedWord).start + comparing.claim.span.start;
  return (
    !isOpen(side) &&
    !isAside(side.text, side.at) &&
    !isImperative(side.text, side.statement) &&
    !quotedSpans(comparing).some(span => span.start <= start && start < span.end)
  );
}

/** "…, she cautions": it only says who says the rest. */
function isTag(comparing: Comparing, { text, at }: Side): boolean {
  return TAG.test(text.text.slice(0, (text.words[at] as KeyedWord).start)) && reportedWords(comparing).has(at);
}

const TAG = /,["”’]? (?:[\p{L}.'’-]+ ){1,3}$/u;

/** Whether two statements cannot both be right: one of them denies what the other says, and all that the denial takes in is in what the other says. */
function isAgainst(mine: Side, theirs: Side): boolean {
  return mine.isDenied !== theirs.isDenied && !isOpen(theirs) && isOf(mine, theirs);
}

/** What one of two statements denies the other says, of the same thing. */
function isOf(mine: Side, theirs: Side): boolean {
  if (OF_ANOTHER.test(mine.text.text) || areOtherThings(mine, theirs) || areOtherVerbs(mine, theirs)) return false;
  const [denied, said] = mine.isDenied ? [mine, theirs] : [theirs, mine];
  if (isOfOtherPart(denied, said) || hasOtherFigures(denied, said) || isOnlyTouched(denied, said)) return false;
  if (!isWhole(denied, said) || !isWhole(said, denied)) return false;
  if ((isToADegree(denied) && !isTooLate(denied, said)) || isOtherOne(denied, said) || isHabitOnly(denied, said)) return false;
  return isTakenIn(denied, said);
}

const CASE = /^["“]?(?:if|unless|where|should) /i;

/** It depends on something, or is asked. */
function isOpen({ text, at, statement, isDenied }: Side): boolean {
  const isCase = CASE.test(text.text) && text.text.slice(0, (text.words[at] as KeyedWord).start).includes(', ');
  if (isDenied && statement.isRelative === true) return true;
  return isCase || (statement.opener !== undefined && DEPENDS.test(statement.opener));
}

/** A word that is only part of the name of a thing stands for it where the thing itself is on the other side: "page numbers" are no pages. */
function isWhole({ text, at }: Side, other: Side): boolean {
  const head = headAt(text, at);
  if (roleOf(text, at) !== 'part' || head === at) return true;
  const word = text.words[head] as KeyedWord;
  return isGenericPart(word.key) || BESIDE.test(word.folded) || hasWord(other.text, other.statement, word);
}

/** With the word that ends the statement: "was not found until a clerk looked". */
function isToADegree({ text, statement: { from, to } }: Side): boolean {
  return TO_A_DEGREE.test(textOf(text, { from, to: Math.min(to + 1, text.words.length - 1) }));
}

/** "Not until a week later" rules out "at once". */
function isTooLate(denied: Side, said: Side): boolean {
  return UNTIL.test(textOf(denied.text, denied.statement)) && AT_ONCE.test(textOf(said.text, said.statement));
}

const UNTIL = /\b(?:until|till|before)\b/i;
const AT_ONCE =
  /\b(?:at once|immediately|right away|straight away|promptly|the same (?:day|hour|night|evening|morning)|within (?:minutes|an hour|hours))\b/i;

const PARTICLE = /^(?:after|at|into|up|out|down|off|away|over|through|for)$/;

/** Things that only have a like sense are two: "all releases" are there where there is "no fix". */
function areOtherThings(a: Side, b: Side): boolean {
  const isThing = ({ text, at }: Side): boolean => roleOf(text, at) !== 'verb';
  return isThing(a) && isThing(b) && nearness(a.text.words[a.at] as KeyedWord, b.text.words[b.at] as KeyedWord) < 0.85;
}

/** "Looked after" and "looked at". */
function areOtherVerbs(a: Side, b: Side): boolean {
  const [one, other] = [a, b].map(({ text, at }) => text.words[at + 1]?.folded ?? '') as [string, string];
  return one !== other && PARTICLE.test(one) && PARTICLE.test(other);
}

/** Whom one statement denies something of, the other text speaks of in another part, and this part has a subject of its own. */
function isOfOtherPart(denied: Side, said: Side): boolean {
  if (isLabelledOther(denied, said)) return true;
  const { from, to } = said.statement;
  const hasSubject = said.text.words
    .slice(from, said.at)
    .some((word, at) => /^(?:he|she|they|it|we|i)$/.test(word.folded) || roleOf(said.text, from + at) === 'thing');
  if (!hasSubject) return false;
  const first = denied.text.words.findIndex((_, at) => at >= denied.statement.from && isDenial(denied.text, at));
  const subjects = contentOf(denied)
    .filter(at => at < first && roleOf(denied.text, at) === 'thing')
    .map(at => denied.text.words[at] as KeyedWord);
  return (
    subjects.length > 0 &&
    subjects.every(word => !hasWord(said.text, { from, to }, word)) &&
    subjects.some(word => hasWord(said.text, wholeOf(said.text), word))
  );
}

/** "Payments do not go through the portal" says little of the portal: what is denied is denied of the payments, of which the other side knows nothing. */
function isOnlyTouched(denied: Side, said: Side): boolean {
  const before = denied.text.words.slice(denied.statement.from, denied.at).findLast(word => !DETERMINERS.has(word.folded));
  if (before === undefined || !PREPOSITIONS.has(before.folded) || contentOf(said)[0] !== said.at) return false;
  const subjects = contentOf(denied).filter(at => at < denied.at && roleOf(denied.text, at) !== 'verb');
  return subjects.length > 0 && !subjects.some(at => hasWord(said.text, wholeOf(said.text), denied.text.words[at] as KeyedWord));
}

/** "No fines in 2024" and "three fines in 2025": both have years, and none in common. */
function hasOtherFigures(denied: Side, said: Side): boolean {
  const [mine, theirs] = [denied, said].map(({ text, statement: { from, to } }) =>
    text.words
      .slice(from, to + 1)
      .filter(word => /^(?:1[89]|20)\d\d$/.test(word.folded))
      .map(word => word.folded),
  ) as [string[], string[]];
  return mine.length > 0 && theirs.length > 0 && !mine.some(one => theirs.includes(one));
}

/** "The second did not", "nobody else", "no other": what is denied is denied of another one. */
function isOtherOne(denied: Side, said: Side): boolean {
  const { from, to } = denied.statement;
  return denied.text.words.slice(from, to + 1).some(word => {
    // "Not a single vote against" is of another kind than the votes.
    const isAlone = word.folded === 'against' && /^["”’)]?(?:$|[.,;:!?[])/.test(denied.text.text.slice(word.end).trimStart());
    const isOther = isAlone || /^(?:else|others?|another)$/.test(word.folded) || ORDINALS.has(word.folded);
    return isOther && !said.text.words.some(one => one.folded === word.folded || (word.folded === 'else' && one.folded === 'elsewhere'));
  });
}

/** "Nobody reads the log of a printer" is no denial that somebody read one. */
function isHabitOnly(denied: Side, said: Side): boolean {
  const { from, to } = denied.statement;
  const isNobody = denied.text.words.slice(from, to + 1).some(word => /^(?:nobody|never)$/.test(word.folded));
  return isNobody && isHabit(denied.text, denied.at) && !isHabit(said.text, said.at);
}

/** Words of what is denied that the other side has, against those that it has not; what it is said of and done to must not be another. */
function isTakenIn(denied: Side, said: Side): boolean {
  const scope = contentOf(denied);
  const inside = scope.filter(at => hasWord(said.text, wholeOf(said.text), denied.text.words[at] as KeyedWord));
  const extra = scope.filter(
    at => !inside.includes(at) && !coming().has((denied.text.words[at] as KeyedWord).key) && !isChoice(denied.text, at),
  );
  return extra.length <= inside.length && !hasOtherThings(denied, said, -1) && !hasOtherThings(denied, said, 1);
}

/** "Tower / air traffic control": another name for it. */
function isChoice(text: KeyedText, at: number): boolean {
  for (let place = at; place > 0 && !(text.words[place] as KeyedWord).isFunction; place--)
    if (text.text.slice((text.words[place - 1] as KeyedWord).end, (text.words[place] as KeyedWord).start).includes('/')) return true;
  return false;
}

/** On one side of the word both statements speak of things, and none of them is the same. */
function hasOtherThings(a: Side, b: Side, step: 1 | -1): boolean {
  // What is done to a thing stands before the verb on one side and behind it on the other.
  if (roleOf(a.text, a.at) !== 'verb' || roleOf(b.text, b.at) !== 'verb' || isPassive(a.text, a.at) !== isPassive(b.text, b.at))
    return false;
  const [mine, theirs] = [thingsOf(a, step), thingsOf(b, step)];
  if (mine.length === 0 || theirs.length === 0) return false;
  const isShared = (one: Side, places: readonly number[], other: Side): boolean =>
    places.some(at => hasWord(other.text, wholeOf(other.text), one.text.words[at] as KeyedWord));
  return !isShared(a, mine, b) && !isShared(b, theirs, a);
}

function thingsOf(side: Side, step: 1 | -1): number[] {
  return contentOf(side).filter(
    at => Math.sign(at - side.at) === step && roleOf(side.text, at) === 'thing' && !isGenericPart((side.text.words[at] as KeyedWord).key),
  );
}

/** Telling words of a statement; what stands beyond a colon, a slash or a bracket is a label or a list. */
function contentOf({ text, at, statement: { from, to } }: Side): number[] {
  let [first, last] = [from, to];
  // Without what something is done is all that is denied.
  for (let place = from; place < at; place++) if (text.words[place]?.folded === 'without') first = place + 1;
  for (let place = first; place < to; place++) {
    if (!/[:([]/.test(text.text.slice((text.words[place] as KeyedWord).end, (text.words[place + 1] as KeyedWord).start))) continue;
    if (place < at) first = place + 1;
    else last = Math.min(last, place);
  }
  return text.words.flatMap((word, place) =>
    place < first ||
    place > last ||
    word.isFunction ||
    word.isNumber ||
    isLight(word) ||
    isDenial(text, place) ||
    isSign(text, place) ||
    /ly$/.test(word.folded) ||
    SAYING.test(word.folded) ||
    BESIDE.test(word.folded)
      ? []
      : [place],
  );
}

/** Words that narrow nothing. */
const BESIDE = /^(?:well|far|time|times|way|ways|part|side|own|whole|entire|same)$/;

/** The last telling word of what differs, the first of a phrase; -1 where there is none. */
function pivotOf(words: KeyedText, from: number, to: number, isByWord: boolean): number {
  const inside = words.words.flatMap((word, at) => (word.start >= from && word.end <= to && !isDenial(words, at) ? [at] : []));
  const isTelling = (at: number): boolean => words.words[at]?.isFunction === false;
  return (isByWord ? inside.findLast(isTelling) : inside.find(isTelling)) ?? inside.at(-1) ?? -1;
}

/** First and last word of what the notes are quoted with. */
function rangeOf(passage: KeyedText, { noted }: Difference): Clause | undefined {
  const start = passage.text.indexOf(noted);
  if (start < 0) return undefined;
  const from = passage.words.findIndex(word => word.end > start);
  const to = passage.words.findLastIndex(word => word.start < start + noted.length);
  return from < 0 || to < from ? undefined : { from, to };
}

/** Words of the notes that mean the same as one of the draft: in what is quoted, else none; with them their like in the rest of the passage. */
function counterpartsOf(word: KeyedWord, passage: KeyedText, { from, to }: Clause): number[] {
  const scores = passage.words.map(other => (other.isFunction ? 0 : nearness(word, other)));
  const best = Math.max(...scores.slice(from, to + 1));
  // A word itself says more than one that is like it.
  const least = best >= 0.85 ? 0.85 : 0.7;
  return best < 0.7 ? [] : scores.flatMap((score, at) => (score >= least ? [at] : []));
}
