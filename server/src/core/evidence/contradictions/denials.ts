// Owns: short lines of notes that deny what the draft says, or say what it denies: "no demand has arrived", "nothing was paid".
// Must not know: verdicts, rules, denials within full sentences (polarity).
import { HEDGES } from '../../lexicon/certainty-words.ts';
import { DETERMINERS } from '../../lexicon/function-words.ts';
import { baseStem } from '../../lexicon/paraphrases.ts';
import { lazy } from '../../text/lazy.ts';
import { stem } from '../../text/words.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Clause,
  type Comparing,
  clauseAround,
  clausesIn,
  contrary,
  isLight,
  isQuestion,
  isTitle,
  onTopic,
  quotedShare,
  quotedSpans,
  textOf,
} from './comparing.ts';
import { AT_FIRST, coming, isDenial, LEAVES_OUT, SAYING, TURNED } from './negation.ts';
import { saysInOtherWords } from './other-words.ts';
import { nearness } from './standing.ts';

const keysOf = (words: string): (() => ReadonlySet<string>) =>
  lazy(() => new Set(words.split(/\s+/).map(word => baseStem(word, stem(word)))));

/** Being touched at all, and having to act. */
const concernedKeys = keysOf('affect touch concern involve harm hit');
const harmKeys = keysOf('take steal copy leak lose expose access encrypt damage destroy delete hit affect breach infect compromise read');
const MUST = /\b(?:ha(?:ve|s|d) to|must|needs? to|needed to|should|(?:is|are) (?:required|obliged|urged|advised|told) to)\b/i;
const NEED_NOT =
  /\b(?:need(?:s|ed)? (?:do nothing|not|no)|no (?:action|need|update) (?:is )?(?:needed|required|necessary|for)?|(?:do(?:es)?|did)(?: not|n['’]t) (?:need|have) to|not (?:affected|vulnerable|concerned|necessary|required|needed)|unaffected|nothing to do)\b/i;
/** Not to know is no denial. */
const CANNOT_TELL =
  /\b(?:(?:cannot|can['’]t|could not|couldn['’]t|unable to|(?:do|does|did)(?: not|n['’]t)) (?:yet )?(?:say|tell|know|confirm|rule|exclude|remember|comment))\b/i;
/** The claim is careful, asks, or tells of a time before. */
const OPEN =
  /\b(?:if|whether|unless|until|would|could|might|should|may|perhaps|possibly|almost|nearly|except|apart from|other than|besides|only|but|against|not (?:all|every\p{L}*))\b|\bbefore [^,;]{1,60} (?:had|has|have|was|were|been) |\?/iu;
const STRONG = /\b(?:never|no|none|nobody|nothing|not (?:a single|one|any|once))\b/i;

/** At most one difference, of a cited Source or one that the claim names. */
export function denialDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  if (OPEN.test(words.text.replace(MUST, ' ')) || words.words.some(word => HEDGES.has(word.folded) && word.text !== 'May')) return [];
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const denies = words.words.some((_, at) => isDenial(words, at));
  for (const candidate of onTopic(comparing)) {
    // What somebody is quoted as saying is no line of the notes.
    if (!candidate.cited || isTitle(candidate.passage) || isQuestion(candidate.passage) || candidate.passage.quote !== undefined) continue;
    if (LEAVES_OUT.test(candidate.passage.text)) continue;
    for (const clause of clausesIn(candidate.alignment.passage).flatMap(one => withoutLabel(candidate.alignment.passage, one))) {
      const pivot = denies ? affirmedIn(comparing, candidate, clause) : deniedIn(comparing, candidate, clause);
      const whole = { from: 0, to: words.words.length - 1 };
      if (pivot === undefined || saysInOtherWords(words, whole, candidate.alignment.passage, clause)) continue;
      if (isBackedElsewhere(comparing, candidate, clause, pivot, denies)) continue;
      return [difference(comparing, candidate, clause, pivot, denies)];
    }
  }
  return [];
}

/** A clause, and what stands behind the colon in it: "Vogt, asked twice: no demand has arrived". */
function withoutLabel(text: KeyedText, clause: Clause): Clause[] {
  for (let at = clause.from; at < clause.to; at++) {
    const gap = text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start);
    if (gap.includes(':')) return [clause, { from: at + 1, to: clause.to }];
  }
  return [clause];
}

/** Indices of the telling words of a clause, negations apart. */
function contentOf(text: KeyedText, clause: Clause): number[] {
  const places: number[] = [];
  for (let at = clause.from; at <= clause.to; at++) {
    const word = text.words[at] as KeyedWord;
    if (word.isFunction || isDenial(text, at) || isLight(word) || /ly$/.test(word.folded) || SAYING.test(word.folded)) continue;
    places.push(at);
  }
  return places;
}

/** The place in the claim of a word of a passage; undefined where the claim has not got it. */
function placeIn(comparing: Comparing, candidate: Candidate, at: number): number | undefined {
  const key = (candidate.alignment.passage.words[at] as KeyedWord).key;
  const exact = comparing.words.places.get(key)?.[0];
  if (exact !== undefined) return exact;
  const like = candidate.alignment.matches.findIndex(match => match.at === at && match.score >= 0.6);
  if (like >= 0) return like;
  const near = comparing.words.words.findIndex(
    word => !word.isFunction && nearness(word, candidate.alignment.passage.words[at] as KeyedWord) >= 0.7,
  );
  return near < 0 ? undefined : near;
}

/** The clause denies, and all that it denies is in the claim. Index of the claim's word that is denied. */
function deniedIn(comparing: Comparing, candidate: Candidate, clause: Clause): number | undefined {
  const { passage } = candidate.alignment;
  const { words } = comparing;
  const text = textOf(passage, clause);
  const denial = rangeOf(clause).find(at => isDenial(passage, at));
  const content = contentOf(passage, clause);
  if (NEED_NOT.test(text) && MUST.test(words.text)) {
    const shared = content.map(at => placeIn(comparing, candidate, at)).filter(at => at !== undefined);
    const telling = shared.filter(at => !(words.words[at] as KeyedWord).isNumber);
    const verb = words.words.findIndex(word => /^(?:have|has|had|must|need|needs|needed|should|required)$/.test(word.folded));
    return telling.length >= 2 && verb >= 0 ? verb : undefined;
  }
  if (
    denial === undefined ||
    CANNOT_TELL.test(text) ||
    AT_FIRST.test(text) ||
    (TURNED.test(text) && TURNED.test(words.text)) ||
    /\b(?:not (?:only|just|least)|no (?:later|longer|more|less|fewer|doubt))\b/i.test(text)
  )
    return undefined;
  const places = content.map(at => ({ at, mine: placeIn(comparing, candidate, at) }));
  // "No name: hospital in Corrinford" denies no hospital.
  const isCut = (at: number): boolean =>
    /:/.test(
      passage.text.slice((passage.words[Math.min(at, denial)] as KeyedWord).end, (passage.words[Math.max(at, denial)] as KeyedWord).start),
    );
  const shared = places.filter(one => one.mine !== undefined && !isCut(one.at));
  const lost = places
    .filter(one => one.mine === undefined && !(passage.words[one.at] as KeyedWord).isNumber)
    .map(one => (passage.words[one.at] as KeyedWord).key);
  const [first] = shared.filter(one => !(passage.words[one.at] as KeyedWord).isNumber);
  if (first?.mine === undefined) return undefined;
  if (lost.length === 0) {
    // One word alone must be what is denied, and no name.
    if (shared.length >= 2) return DOES_NOTHING.test(text) || isQuoted(passage, denial) ? undefined : nearest(shared, denial);
    const word = passage.words[first.at] as KeyedWord;
    if (word.isName || first.at - denial > 3 || denial - first.at > 3) return undefined;
    // Alone, a word of like sense may be said of anything: "took its network offline" is not "were not copied".
    if ((words.words[first.mine] as KeyedWord).key !== word.key) return undefined;
    // "Not our hands" is about hands, and "handled" is not.
    const between = passage.words.slice(Math.min(first.at, denial) + 1, Math.max(first.at, denial));
    if (between.some(one => DETERMINERS.has(one.folded)) || isQuoted(passage, first.at)) return undefined;
    // "No caller yet" says nothing of "the callers".
    const isThing = (passage.words[denial] as KeyedWord).folded === 'no';
    return isThing && isDefinite(words, first.mine) ? undefined : first.mine;
  }
  const claimKeys = words.words.map(word => word.key);
  if (lost.every(key => concernedKeys().has(key)) && shared.length >= 2 && claimKeys.some(key => harmKeys().has(key)))
    return claimKeys.findIndex(key => harmKeys().has(key));
  const governed = shared.filter(one => one.at > denial && one.at - denial <= 3);
  const comes = claimKeys.some(key => coming().has(key)) || (governed[0] !== undefined && isDone(words, governed[0].mine));
  if (lost.every(key => coming().has(key)) && governed.length > 0 && comes) return governed[0]?.mine;
  return undefined;
}

/** "Have linked", where the notes see "no link". */
function isDone(text: KeyedText, at: number | undefined): boolean {
  return (
    at !== undefined && /^(?:has|have|had|was|were)$/.test(text.words[at - 1]?.folded ?? '') && /ed$/.test(text.words[at]?.folded ?? '')
  );
}

/** "The callers", "her callers": known of, and not counted out of the rest ("one of the callers"). */
function isDefinite(text: KeyedText, at: number): boolean {
  const before = text.words[at - 1]?.folded ?? '';
  return /^(?:the|this|that|these|those|its|their|his|her|our)$/.test(before) && text.words[at - 2]?.folded !== 'of';
}

/** "Does nothing on holidays" denies no holidays. */
const DOES_NOTHING = /\b(?:do(?:es)?|did|say(?:s)?|said) nothing\b/i;

/** Whether a place of a text lies between quotation marks. */
function isQuoted(text: KeyedText, at: number): boolean {
  const before = text.text.slice(0, (text.words[at] as KeyedWord).start);
  return (before.match(/["“”]/g) ?? []).length % 2 === 1;
}

/** The shared word nearest to the negation, those behind it first: what it turns round. */
function nearest(shared: readonly { at: number; mine: number | undefined }[], denial: number): number | undefined {
  const far = (at: number): number => (at > denial ? at - denial : denial - at + 0.5);
  return [...shared].sort((a, b) => far(a.at) - far(b.at))[0]?.mine;
}

/** The claim denies outright what a clause says plainly. Index of the claim's word that is denied. */
function affirmedIn(comparing: Comparing, candidate: Candidate, clause: Clause): number | undefined {
  const { words } = comparing;
  const { passage } = candidate.alignment;
  if (!STRONG.test(words.text) || /\b(?:no other|than)\b/i.test(words.text) || rangeOf(clause).some(at => isDenial(passage, at)))
    return undefined;
  if (rangeOf(clause).some(at => HEDGES.has((passage.words[at] as KeyedWord).folded))) return undefined;
  // "Of 29 pumps on the market" says nothing yet.
  if (/^(?:of|among|in|at|for|with|from)$/.test((passage.words[clause.from] as KeyedWord).folded)) return undefined;
  const content = contentOf(passage, clause).filter(at => !(passage.words[at] as KeyedWord).isNumber);
  const denial = words.words.findIndex((_, at) => isDenial(words, at));
  const end = words.words.findIndex((word, at) => at > denial && SUBORDINATE.test(word.folded));
  const { start, end: stop } = words.words[denial] as KeyedWord;
  const last = Math.min(clauseAround(words, { start, end: stop }).to, end < 0 ? words.words.length : end - 1);
  const isDenied = (at: number): boolean => at > denial && at <= last;
  const shared = content.flatMap(at => {
    const mine = placeIn(comparing, candidate, at);
    return mine !== undefined && isDenied(mine) ? [mine] : [];
  });
  if (shared.length < 2 || shared.length < 0.6 * content.length) return undefined;
  // What the claim denies must mostly be there.
  const own = words.words.flatMap((word, at) =>
    isDenied(at) && !word.isFunction && !isLight(word) && !word.isNumber && !coming().has(word.key) ? [at] : [],
  );
  const found = own.filter(at => (candidate.alignment.matches[at] as WordMatch).score >= 0.6).length;
  return found >= 2 && found >= 0.6 * own.length ? Math.min(...shared) : undefined;
}

/** What comes after these is not denied with the rest. */
const SUBORDINATE = /^(?:when|while|after|before|since|because|although|though|until|as|that|which|who|whose|where|than)$/;

/** Another clause has the word in the claim's own sense, with as much of the claim around it. */
function isBackedElsewhere(comparing: Comparing, candidate: Candidate, clause: Clause, pivot: number, denies: boolean): boolean {
  const key = (comparing.words.words[pivot] as KeyedWord).key;
  const shares = (one: Candidate, other: Clause): number =>
    contentOf(one.alignment.passage, other).filter(at => placeIn(comparing, one, at) !== undefined).length;
  const mine = shares(candidate, clause);
  return onTopic(comparing).some(one => {
    const { passage } = one.alignment;
    return clausesIn(passage).some(other => {
      if (one === candidate && other.from === clause.from) return false;
      const has = rangeOf(other).some(at => (passage.words[at] as KeyedWord).key === key);
      // One word alone of a source that is not cited may be said of anything.
      const least = one.cited ? mine : Math.max(mine, 2);
      return has && rangeOf(other).some(at => isDenial(passage, at)) === denies && shares(one, other) >= least;
    });
  });
}

function rangeOf({ from, to }: Clause): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

/** "Was taken" to "was not taken", "has not paid" to "has paid": in the clause of a place, where it has one auxiliary. */
function turnedRound(
  words: KeyedText,
  pivot: number,
  denies: boolean,
): { readonly from: number; readonly to: number; readonly text: string } | undefined {
  const { start, end } = words.words[pivot] as KeyedWord;
  const clause = clauseAround(words, { start, end });
  const places = rangeOf(clause).filter(at => /^(?:is|are|was|were|has|have|had|will)$/.test(words.words[at]?.folded ?? ''));
  const [at] = places;
  if (at === undefined || places.length !== 1) return undefined;
  const next = words.words[at + 1];
  const isNot = next?.folded === 'not';
  const other = rangeOf(clause).some(place => isDenial(words, place) && place !== at + 1);
  if (isNot !== denies || other) return undefined;
  const text = (words.words[at] as KeyedWord).text;
  return denies ? { from: at, to: at + 1, text } : { from: at, to: at, text: `${text} not` };
}

function difference(comparing: Comparing, candidate: Candidate, clause: Clause, pivot: number, denies: boolean): Difference {
  const { words, claim } = comparing;
  const turned = turnedRound(words, pivot, denies);
  const first = words.words[turned === undefined ? pivot : Math.min(turned.from, pivot)] as KeyedWord;
  const last = words.words[turned === undefined ? pivot : Math.max(turned.to, pivot)] as KeyedWord;
  const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
  const replacement =
    turned === undefined
      ? undefined
      : words.text.slice(first.start, (words.words[turned.from] as KeyedWord).start) +
        turned.text +
        words.text.slice((words.words[turned.to] as KeyedWord).end, last.end);
  return { ...contrary(comparing, candidate, clause, span), ...(replacement === undefined ? {} : { replacement }) };
}
