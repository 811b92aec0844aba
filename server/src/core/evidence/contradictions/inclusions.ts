// Owns: what a draft counts in ("the tapes were hit as well", "the crane was damaged") and a cited Source leaves out ("tapes: not touched").
// Must not know: verdicts, rules, denials of the draft's own words (polarity, denied words).
import { areOpposite, isAnyHarm, isHarm, isUnharmed } from '../../lexicon/opposites.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { keyedPassage } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, contrary, isLight, isQuestion, isTitle, quotedShare, quotedSpans, textOf } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { denies, goesOnAlike, IN_PART, isDenial, isTwiceDenied, LEAVES_OUT, SAYING } from './negation.ts';
import { nearness, type Standing, standings } from './standing.ts';

/** "He also said" counts in what he said, no thing. */
const SAID_OR_THOUGHT = alternatives(
  /sa(?:y|id)|writ|wrote|t(?:ells?|old)|add|point|stress|not|call|mention|note|report/,
  /warn|ask|think|thought|believ|know|knew/,
);
/** Words that count one thing in with others. */
const COUNTS_IN = new RegExp(
  String.raw`\b(?:${alternatives(
    /as well(?! as)|too/,
    `also(?! (?:${SAID_OR_THOUGHT}))`,
    // "Likewise", "along with", "included".
    /likewise|equally|the same|along with|together with|both|alike|included|including/,
    // "No less than", "as did the bank", "so was the crane".
    /in addition|no less|as did|as were|as was|so (?:did|was|were|had|has|have|is|are)/,
  )})\b`,
  'i',
);
const DENIED_OR_OPEN = alternatives(
  /not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}{1,12}n['’]t|hardly|barely|only|except/u,
  // "If", "might".
  /if|whether|unless|until|could|would|may|might/,
  // "Spared", "intact", "too slow".
  /spared?|escap\p{L}*|survived?|safe|intact|exempt\p{L}*|free of/u,
  /too (?:much|many|few|little|late|early|long|large|big|small|old|new|high|low|expensive|slow|weak|\p{L}+ (?:to|for))/u,
);
/** A draft that is careful, asks or denies itself is left to others; "too many" counts nothing in. */
const OTHERWISE = new RegExp(alternatives(String.raw`\b(?:${DENIED_OR_OPEN})\b`, /\?/), 'iu');

/** Least share of what is counted in that the clause must name. */
const NAMED = 0.5;
/** The same where nothing says that it is counted in with others. */
const NAMED_ALONE = 0.6;

/** At most one difference. */
export function inclusionDifferences(comparing: Comparing): Difference[] {
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const all = standings(comparing);
  let best: { readonly standing: Standing; readonly share: number; readonly at: number } | undefined;
  for (const standing of all) {
    const found = leftOutIn(comparing, standing);
    if (found === undefined || (best !== undefined && best.share >= found.share)) continue;
    if (!isCountedIn(comparing, standing, found.share, all)) best = { standing, ...found };
  }
  if (best === undefined) return [];
  const word = comparing.words.words[best.at] as KeyedWord;
  const span = { start: word.start + comparing.claim.span.start, end: word.end + comparing.claim.span.start };
  return [contrary(comparing, best.standing.candidate, best.standing.clause, span)];
}

/** Words that say what is counted in: no verbs of harm, no words that only count in or say who says so. */
function subjectOf(words: KeyedText, { from, to }: Clause): number[] {
  return words.words.flatMap((word, at) => {
    if (at < from || at > to || word.isFunction || word.isNumber || isLight(word)) return [];
    return SAYING.test(word.folded) || isHarm(word.key) || BESIDE_THE_POINT.test(word.folded) ? [] : [at];
  });
}

const BESIDE_THE_POINT =
  /^(?:nights?|days?|weeks?|months?|years?|hours?|minutes?|times?|mornings?|evenings?|afternoons?|today|yesterday|now|then|well|too|also|likewise|same|both|included?|including|out|up|off|down|away|even|alike|addition|together|along)$/;

/** Share of what is counted in that a clause names and leaves out, with the word of the claim that says what befell it. */
function leftOutIn(comparing: Comparing, standing: Standing): { readonly share: number; readonly at: number } | undefined {
  const { words } = comparing;
  const { part, candidate, clause, pairs } = standing;
  const text = candidate.alignment.passage;
  const said = textOf(words, part);
  const noted = textOf(text, clause);
  if (isTitle(candidate.passage) || isQuestion(candidate.passage) || LEAVES_OUT.test(candidate.passage.text)) return undefined;
  const before = goesOnAlike(said) ? textOf(words, { from: 0, to: part.from }) : '';
  if (OTHERWISE.test(said) || OTHERWISE.test(before) || IN_PART.test(noted) || COUNTS_IN.test(noted)) return undefined;
  if (words.words.some((_, at) => at >= part.from && at <= part.to && isHedge(words, at))) return undefined;
  if (text.words.some((_, at) => at >= clause.from && at <= clause.to && isHedge(text, at))) return undefined;
  const subject = subjectOf(words, part);
  const named = pairs.filter(pair => subject.includes(pair.mine) && pair.score >= 0.7);
  if (named.length === 0) return undefined;
  const share = named.length / subject.length;
  const harm = words.words.findIndex((word, at) => at >= part.from && at <= part.to && isHarm(word.key));
  const verb = harm >= 0 ? harm : (named[0]?.mine ?? part.from);
  if (COUNTS_IN.test(said))
    return share >= NAMED &&
      leavesOut(
        standing,
        named.map(pair => pair.theirs),
      )
      ? { share, at: verb }
      : undefined;
  if (harm < 0 || share < NAMED_ALONE) return undefined;
  return deniesHarm(text, clause, (words.words[harm] as KeyedWord).key) ? { share, at: harm } : undefined;
}

/** A clause that denies something of what it names, says that it is well, or is taken up by "None was affected". */
function leavesOut({ candidate, clause }: Standing, named: readonly number[]): boolean {
  const text = candidate.alignment.passage;
  if (isTwiceDenied(text, clause.from, clause.to)) return false;
  const at = text.words.findIndex(
    (_, place) => place >= clause.from && place <= clause.to && isDenial(text, place) && text.words[place]?.folded !== 'without',
  );
  const isWell = text.words.some(
    (word, place) => place > clause.from && place <= clause.to && isUnharmed(word.key) && isPredicate(text, place),
  );
  if (at < 0) return isWell || isTakenUp(candidate, clause, text);
  // "No cranes, but gates were hit": what is named must be in the clause that denies, and be what it denies of.
  return !isWell && named.some(place => Math.abs(place - at) <= FAR);
}

/** "The tapes are fine", "tapes: fine", and no fine of 500 crowns. */
function isPredicate(text: KeyedText, at: number): boolean {
  const before = text.words[at - 1] as KeyedWord;
  return (
    /^(?:is|are|was|were|stayed|remained|all|still|be|been|quite|perfectly)$/.test(before.folded) ||
    /[:=]/.test(text.text.slice(before.end, (text.words[at] as KeyedWord).start))
  );
}

/** How far a denial may stand from what it is said of. */
const FAR = 9;

/** The next sentence says "None was affected." of it. */
function isTakenUp({ passage }: Standing['candidate'], clause: Clause, text: KeyedText): boolean {
  const rest = text.text.slice((text.words[clause.to] as KeyedWord).end);
  const sentence = /^[^.;!?]*[.;!?]["”)]? +(?=\S)/.exec(rest)?.[0];
  if (sentence !== undefined) return TAKES_UP.test(rest.slice(sentence.length));
  const next = passage.source.passages[placeOf(passage) + 1];
  return next !== undefined && keyedPassage(next).words.length <= 5 && TAKES_UP.test(next.text);
}

const TAKES_UP =
  /^(?:none|neither|nothing|no one|not one|not(?! (?:sure|clear|certain|known|yet)))\b[^,;:]{0,30}$|^(?:none|neither|nothing|no one|not one) [^.,;]{0,30}\./i;

/** "Not affected", "intact": all harm is denied, and with it the one of the claim. */
function deniesHarm(text: KeyedText, { from, to }: Clause, harm: string): boolean {
  if (isTwiceDenied(text, from, to)) return false;
  return text.words.some((word, at) => {
    if (at < from || at > to) return false;
    if (isAnyHarm(word.key)) return denies(text, Math.max(from, at - 4), at - 1);
    return at > from && areOpposite(harm, word.key) && isPredicate(text, at) && !denies(text, from, to);
  });
}

/** Another clause has as much of it and denies nothing. */
function isCountedIn({ words }: Comparing, { part, clause }: Standing, share: number, all: readonly Standing[]): boolean {
  const subject = subjectOf(words, part);
  return all.some(other => {
    if (other.part.from !== part.from || other.clause === clause) return false;
    const text = other.candidate.alignment.passage;
    const named = other.pairs.filter(pair => subject.includes(pair.mine) && pair.score >= 0.7).length / subject.length;
    const tells = other.pairs.some(pair => isHarm((words.words[pair.mine] as KeyedWord).key)) || COUNTS_IN.test(textOf(text, other.clause));
    if (named < share || denies(text, other.clause.from, other.clause.to)) return false;
    return (
      tells ||
      other.pairs.some(pair => nearness(words.words[pair.mine] as KeyedWord, text.words[pair.theirs] as KeyedWord) === 1 && named > share)
    );
  });
}
