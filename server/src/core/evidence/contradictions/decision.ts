// Owns: whether what was found is a contradiction at all: the one place where a denial is weighed against what the draft says.
// Must not know: how it was found, verdicts, rules.
import { CERTAIN } from '../../lexicon/certainty-words.ts';
import { areOpposite, isGenericPart, isHarm } from '../../lexicon/opposites.ts';
import { ORDINALS } from '../../lexicon/quantities.ts';
import { type KeyedText, type KeyedWord, keyed, keyedPassage } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, isLight, quotedSpans, textOf } from './comparing.ts';
import { headAt, isAside, isHabit, isPassive, roleOf, type Statement, statementAround } from './grammar.ts';
import { COMING, denies, isDenial, isSign, negated, SAYING } from './negation.ts';
import { nearness } from './standing.ts';

/** What depends on something else is not stated. */
const DEPENDS = /^(?:if|whether|unless|where|until|before|once|whenever|wherever|whoever|whatever)$/;
/** "As the others do", "the attackers did": the same is said of one and denied of another. */
const OF_ANOTHER =
  /\b(?:as|unlike|while|but|whereas|and|though|although|;)\b[^,.;]* (?:do|does|did|has|have|had|is|are|was|were|can|could|will|would)(?: not|n['’]t)?\s*(?:[,.;]|$)|; [^,.;]* (?:do|does|did|has|have|had|is|are|was|were)(?: not|n['’]t)?\s*(?:[,.;]|$)/i;

/** A denial of how much, how often or how long, or that leaves some out, leaves the rest as it was. */
const TO_A_DEGREE =
  /\b(?:(?:little|few|hardly any\p{L}*,?) or (?:no|none)|before|except|but for|other than|besides|apart from|if|not (?:only|just|least|all|every|always|necessarily|badly|seriously|severely|heavily|significantly|substantially|directly|immediately|permanently)|no (?:longer|more|less|fewer|later|sooner|doubt|matter)|any longer|any more|anymore|at first|initially|only)\b|\?/iu;

/** One of the two statements that stand against each other, and the word that stands in both. */
interface Side {
  readonly text: KeyedText;
  readonly at: number;
  readonly statement: Statement;
  readonly isDenied: boolean;
}

/**
 * What is left of a difference once both sides are weighed: where the notes leave open what the draft denies, it is surer than they are;
 * undefined where both can be right. `isByWord`: it rests on a word of the draft that the notes have too, not on a table of what rules out what.
 */
export function decide(comparing: Comparing, difference: Difference, isByWord = true): Difference | undefined {
  if (difference.kind === 'certainty') return isSurer(comparing, difference) ? difference : undefined;
  if (difference.kind !== 'polarity') return difference;
  const mine = sideOfDraft(comparing, difference, isByWord);
  if (mine === undefined) return difference;
  if (!isStatedBy(comparing, mine)) return undefined;
  const passage = keyedPassage(difference.passage);
  const noted = rangeOf(passage, difference);
  const word = mine.text.words[mine.at] as KeyedWord;
  if (noted === undefined || hasOpposite(word, passage, noted)) return difference;
  const theirs = counterpartsOf(word, passage, noted).map(at => sideOf(passage, at));
  if (!theirs.some(side => mine.isDenied || side.isDenied)) {
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

/** Whether the draft is surer than the words that make the notes less than sure: it has not got them itself, and what they hedge is no quote. */
function isSurer({ words, facts, claim }: Comparing, { noted, passage, isExtent }: Difference): boolean {
  if (isExtent === true) return true;
  const phrase = keyed(noted);
  const isDenied = denies(phrase, 0, phrase.words.length - 1);
  // "Almost certain" is less than "certain".
  const hedge = phrase.words.filter(word => !word.isFunction && (isDenied || !CERTAIN.has(word.folded)));
  const own = negated(words);
  const has = (word: KeyedWord): boolean =>
    words.words.some((other, at) => !other.isFunction && nearness(word, other) >= 0.7 && (own[at] === true) === isDenied);
  if (hedge.length > 0 && hedge.every(has)) return false;
  const at = passage.text.toLowerCase().indexOf(noted.toLowerCase());
  // What is asked is not kept open.
  if (at >= 0 && /^[^.!;]*\?/.test(passage.text.slice(at)) && !/^[^.!;?]*$/.test(passage.text)) return false;
  const theirs = keyedPassage(passage);
  const quotes = facts.quotes.filter(quote => quote.kind === 'speech');
  const isQuoted = ({ start }: KeyedWord): boolean =>
    quotes.some(({ span }) => span.start <= start + claim.span.start && start + claim.span.start < span.end);
  const shared = words.words.filter(
    word => !word.isFunction && !word.isName && !SAYING.test(word.folded) && hasWord(theirs, wholeOf(theirs), word),
  );
  const inside = shared.filter(isQuoted).length;
  return inside === 0 || shared.length - inside > inside;
}

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
  return !isOpen(side) && !isAside(side.text, side.at) && !quotedSpans(comparing).some(span => span.start <= start && start < span.end);
}

/**
 * Whether two statements cannot both be right. Where neither denies, their words are opposites. Where one denies what the other says, all
 * that the denial takes in must be in what the other says.
 */
function isAgainst(mine: Side, theirs: Side): boolean {
  return mine.isDenied !== theirs.isDenied && !isOpen(theirs) && isOf(mine, theirs);
}

/** What one of two statements denies the other says, of the same thing. */
function isOf(mine: Side, theirs: Side): boolean {
  if (OF_ANOTHER.test(mine.text.text)) return false;
  const [denied, said] = mine.isDenied ? [mine, theirs] : [theirs, mine];
  if (!isWhole(denied, said) || !isWhole(said, denied)) return false;
  if (TO_A_DEGREE.test(textOf(denied.text, denied.statement)) || isOtherOne(denied, said) || isHabitOnly(denied, said)) return false;
  return isTakenIn(denied, said);
}

function sideOf(text: KeyedText, at: number): Side {
  const statement = statementAround(text, at);
  const isDenied = negated(text)[at] === true || denies(text, statement.from, statement.to);
  return { text, at, statement, isDenied };
}

/** It depends on something, or is asked. */
function isOpen({ text, at, statement, isDenied }: Side): boolean {
  const isCase = /^["“]?(?:if|unless|where|should) [^.;]*, [^.;]*$/i.test(text.text.slice(0, (text.words[at] as KeyedWord).end));
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

/** "The second did not", "nobody else", "no other": what is denied is denied of another one. */
function isOtherOne(denied: Side, said: Side): boolean {
  const { from, to } = denied.statement;
  return denied.text.words.slice(from, to + 1).some(word => {
    const isOther = /^(?:else|others?|another|against)$/.test(word.folded) || ORDINALS.has(word.folded);
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
    at => !inside.includes(at) && !COMING.has((denied.text.words[at] as KeyedWord).key) && !isChoice(denied.text, at),
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
    isSign(word.folded) ||
    /ly$/.test(word.folded) ||
    SAYING.test(word.folded) ||
    BESIDE.test(word.folded)
      ? []
      : [place],
  );
}

/** Words that narrow nothing. */
const BESIDE = /^(?:well|far|time|times|way|ways|part|side|own|whole|entire|same)$/;

function wholeOf(text: KeyedText): Clause {
  return { from: 0, to: text.words.length - 1 };
}

function hasWord(text: KeyedText, { from, to }: Clause, word: KeyedWord): boolean {
  for (let at = from; at <= to; at++) {
    const other = text.words[at] as KeyedWord;
    if (!other.isFunction && nearness(word, other) >= 0.7) return true;
  }
  return false;
}

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
