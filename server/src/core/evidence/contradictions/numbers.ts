// Owns: numbers that the notes give differently for the same thing.
// Must not know: verdicts, rules, how numbers are read.

import type { NumberFact } from '../../extract/facts.ts';
import { overlaps, type Span, shift } from '../../text/span.ts';
import type { WordMatch } from '../alignment.ts';
import { clockTimesIn } from '../clock-times.ts';
import { factsOfPassage } from '../passage-facts.ts';
import { weightsOf as weightsOfWords } from '../support-model.ts';
import type { Difference } from '../types.ts';
import { isBacked, isBackedBeside, isReckoned, isSameValue, isTotal } from './backed-figures.ts';
import { type Companion, companionOf } from './companions.ts';
import {
  type Candidate,
  type ClauseShared,
  type Comparing,
  clauseShared,
  clauseSpan,
  drafted,
  isBare,
  isStated,
  MANY_FIGURES,
  neighboursOf,
  onTopic,
  quotedSpans,
  type Shared,
  sharedApart,
  sharedBeside,
  sharedWithin,
} from './comparing.ts';
import { isLabel, sameThing } from './counted-things.ts';
import { daySpanDifference } from './day-spans.ts';
import { isFigureKept } from './kept-values.ts';
import { labelledDifference } from './labelled-figures.ts';
import { asked, rivalFiguresOf } from './lists.ts';
import { directionDifference, partDifference, wholeDifference } from './parts.ts';
import { comparable, isNextVersion, looksMistyped, writtenAs } from './quantities.ts';
import { shareAgainst, shareOfNoted } from './shares.ts';
import { isFigureHeld, numberSlip } from './slips.ts';
import { timeSpanDifference } from './time-spans.ts';
import { unheldFigure } from './unheld-figures.ts';
import { unitDifference } from './units.ts';

const KINDS: ReadonlySet<NumberFact['kind']> = new Set([
  'count',
  'percent',
  'percentage-points',
  'money',
  'duration',
  'bytes',
  'version',
  'share',
  'ordinal',
]);

/** A number of a passage that may be the draft's number, differently. */
interface Rival {
  readonly candidate: Candidate;
  readonly fact: NumberFact;
  readonly strength: number;
}

/** Kinds of figures that a text has few of: two of them with swapped digits are one. */
const AMOUNTS: ReadonlySet<NumberFact['kind']> = new Set(['bytes', 'money']);

/** Values further apart than this are hardly one told twice. */
const FAR = 4;

/** Limits may be: "within 60 days" and "within ten". */
const FAR_LIMIT = 300;

/** "Three of the six", "from 412 to 388": the second figure is one of so many behind the first; a share may lie over both. */
const BEHIND = 4;

/** From which strength a rival counts as a contradiction. Chosen on synthetic cases, see test/quality/contradictions.quality.ts. */
const ENOUGH = 3;

/** Numbers of the claim that contradict evidence about the same thing, where no passage near it agrees. */
export function numberDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const clock = clockTimesIn(comparing.words.text).map(span => shift(span, comparing.claim.span.start));
  // All of them back each other; so many are asked about.
  const own = comparing.facts.numbers.filter(
    fact => KINDS.has(fact.kind) && isStated(comparing, fact.span, quoted) && !clock.some(span => overlaps(span, fact.span)),
  );
  const apart = own.map(fact => fact.span);
  const differences: Difference[] = [];
  const figures = asked(own, MANY_FIGURES, fact => isNoted(comparing, fact));
  for (const [at, fact] of own.entries()) {
    if (!figures.has(fact)) continue;
    const behind = own.slice(at + 1, at + 1 + BEHIND);
    const isChance = isLikelihood(comparing.facts.tree.prose, fact);
    const special = isChance
      ? undefined
      : (unitDifference(comparing, fact, own, apart) ??
        wholeDifference(comparing, fact, own, apart) ??
        partDifference(comparing, fact, behind) ??
        directionDifference(comparing, fact, behind) ??
        shareDifference(comparing, fact, own) ??
        labelledDifference(comparing, fact));
    if (special !== undefined) {
      differences.push(special);
      continue;
    }
    const slip = isChance ? undefined : numberSlip(comparing, fact);
    // A misprint of three digits or more is not worked out from anything.
    if ((slip?.isMistyped !== true && isBacked(comparing, fact, apart)) || isReckoned(comparing, fact) || isTotal(comparing, fact))
      continue;
    const workedOut = isChance ? undefined : workedOutDifference(comparing, fact);
    if (workedOut !== undefined) {
      differences.push(workedOut);
      continue;
    }
    const rival = strongest(comparing, fact, own, apart);
    const told =
      rival === undefined ? (isChance ? undefined : companionOf(comparing, fact)) : { passage: rival.candidate.passage, fact: rival.fact };
    const isTold =
      told !== undefined &&
      !isBackedBeside(comparing, fact, told.passage) &&
      ((fact.kind !== 'version' && looksLikeSlip(comparing, fact, told)) || !isFigureHeld(comparing, fact));
    const found = isTold ? told : slip;
    const unheld = found === undefined && !isChance ? unheldFigure(comparing, fact) : undefined;
    if (unheld !== undefined)
      differences.push({ kind: 'number', span: fact.figure, drafted: drafted(comparing, fact.span), isUnheld: true, ...unheld });
    if (found === undefined || isWithoutItsUnit(comparing, fact, found) || isFigureKept(comparing, fact, found, apart)) continue;
    const noted = found.passage.text;
    const figure = noted.slice(found.fact.figure.start, found.fact.figure.end);
    const draftFigure = drafted(comparing, fact.figure);
    const replacement = writtenAs(draftFigure, fact, found.fact, figure);
    if (replacement === draftFigure) continue;
    differences.push({
      kind: 'number',
      span: fact.figure,
      drafted: drafted(comparing, fact.span),
      noted: noted.slice(found.fact.span.start, found.fact.span.end),
      passage: found.passage,
      ...(replacement === undefined ? {} : { replacement }),
    });
  }
  return differences;
}

/** Some passage has the very figure. */
function isNoted(comparing: Comparing, fact: NumberFact): boolean {
  return onTopic(comparing).some(({ passage }) =>
    factsOfPassage(passage, comparing.knowledge).numbers.some(other => other.kind === fact.kind && other.value === fact.value),
  );
}

const LIKELIHOOD = /\b(?:chance|probability|likelihood|odds|confidence|certainty|(?:un)?likely|probable)\b[^.;]{0,12}$/i;
const OF_LIKELIHOOD = /^ ?(?:per ?cent)?\)? (?:chance|probability|likelihood|odds|confidence|certainty|likely|probable|probably)\b/i;

/** "A roughly even chance (75 %)": how likely somebody holds something, which only another likelihood can deny. */
function isLikelihood(text: string, { kind, span }: NumberFact): boolean {
  if (kind !== 'percent' && kind !== 'share') return false;
  return LIKELIHOOD.test(text.slice(Math.max(0, span.start - 40), span.start)) || OF_LIKELIHOOD.test(text.slice(span.end, span.end + 32));
}

/** A share of two counts of the notes, a length of time between two of their clock times. */
function workedOutDifference(comparing: Comparing, fact: NumberFact): Difference | undefined {
  const share = shareOfNoted(comparing, fact);
  if (share !== undefined) return { kind: 'number', span: fact.span, drafted: drafted(comparing, fact.span), ...share };
  return timeSpanDifference(comparing, fact) ?? daySpanDifference(comparing, fact);
}

/** "More than half of their usual pace" where part and whole are noted. */
function shareDifference(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[]): Difference | undefined {
  const found = shareAgainst(comparing, fact, own);
  return found === undefined ? undefined : { kind: 'number', span: fact.span, drafted: drafted(comparing, fact.span), ...found };
}

function strongest(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[], apart: readonly Span[]): Rival | undefined {
  let best: Rival | undefined;
  let tied = false;
  const isChance = isLikelihood(comparing.facts.tree.prose, fact);
  // Other clauses of the sentence speak for their figures as well.
  const said = own.length <= MANY_FIGURES ? comparing.facts.numbers.filter(other => other.sentence === fact.sentence) : own;
  for (const candidate of onTopic(comparing)) {
    const noted = rivalFiguresOf(comparing, candidate.passage);
    // Numbers that back another number of the claim are spoken for.
    const text = candidate.passage.text;
    const speaksFor = (mine: NumberFact, other: NumberFact): boolean =>
      comparable(mine, other) &&
      isSameValue(mine, drafted(comparing, mine.figure), other, text) &&
      (mine.kind === 'version' || Math.abs(Math.log(mine.value / other.value)) < Math.log(4));
    const free = noted.filter(
      other => !isLabel(text, fact, other) && !said.some(mine => mine !== fact && speaksFor(mine, other) && sameThing(mine, other) > 0),
    );
    const alike = closest(
      comparing,
      fact,
      free.filter(other => isRival(fact, other) && (!isChance || isLikelihood(text, other))),
      text,
    );
    if (alike.length === 0) continue;
    const shared = sharedAround(comparing, candidate, fact, apart);
    const isAside = isBare(candidate.passage) && sharedApart(comparing, candidate, apart).words < 0.5;
    for (const other of alike) {
      // What a bare line counts is known from a slip of digits alone.
      if (isAside && !looksMistyped(drafted(comparing, fact.figure), text.slice(other.figure.start, other.figure.end))) continue;
      const strength = strengthOf(comparing, fact, other, candidate, shared, alike);
      if (strength < ENOUGH) continue;
      const rival = { candidate, fact: other, strength };
      if (best === undefined || strength > best.strength + 0.25) {
        best = rival;
        tied = false;
      } else if (best.fact.value !== other.value && strength > best.strength - 0.25) tied = true;
    }
  }
  return tied ? undefined : best;
}

/** What claim and passage share; in a cited passage, the clause of the figure can stand for the whole sentence. */
function sharedAround(comparing: Comparing, candidate: Candidate, fact: NumberFact, apart: readonly Span[]): Shared {
  const whole = sharedBeside(comparing, candidate, apart);
  if (!candidate.cited) return whole;
  const near = sharedWithin(comparing, candidate, apart, clauseSpan(comparing, fact.span));
  return near.words >= 1 ? { ...whole, coverage: Math.max(whole.coverage, 0.8 * near.coverage) } : whole;
}

/** Swapped digits, the next version, or one figure in two units. */
function looksLikeSlip(comparing: Comparing, fact: NumberFact, { passage, fact: other }: Companion): boolean {
  const [mine, theirs] = [drafted(comparing, fact.figure), passage.text.slice(other.figure.start, other.figure.end)];
  if (looksMistyped(mine, theirs)) return true;
  return fact.kind === 'version' ? isNextVersion(mine, theirs) : hasOtherUnit(fact, mine, other, theirs);
}

/** "The attack peaked at 470" beside "470 Gbit/s", "2.9 million" beside a bare "2.9": what a bare figure is in stands elsewhere. */
function isWithoutItsUnit(comparing: Comparing, fact: NumberFact, { passage, fact: other }: Companion): boolean {
  const digits = (text: string): string => /\d[\d.,]*/.exec(text)?.[0] ?? '';
  const [mine, theirs] = [drafted(comparing, fact.span), passage.text.slice(other.span.start, other.span.end)];
  if (digits(mine) === '' || digits(mine) !== digits(theirs)) return false;
  const isBareFigure = (text: string, { noun, unit }: NumberFact): boolean =>
    (noun === undefined || !text.includes(noun)) && unit === undefined && !/\d\s*\p{L}/u.test(text);
  return isBareFigure(mine, fact) !== isBareFigure(theirs, other);
}

function isRival(fact: NumberFact, other: NumberFact): boolean {
  return comparable(fact, other);
}

/** Of versions those that share most of their first parts; of other numbers all. */
function closest(comparing: Comparing, fact: NumberFact, alike: readonly NumberFact[], text: string): readonly NumberFact[] {
  if (fact.kind !== 'version' || alike.length < 2) return alike;
  const parts = drafted(comparing, fact.figure).split('.');
  const common = (other: NumberFact): number => {
    const theirs = text.slice(other.figure.start, other.figure.end).split('.');
    let at = 0;
    while (at < parts.length && parts[at] === theirs[at]) at++;
    return at;
  };
  const most = Math.max(...alike.map(common));
  return alike.filter(other => common(other) === most);
}

/**
 * How strongly another number of a passage speaks of the same thing: the counted noun, shared context, a slip of
 * digits, a citation; less where the passage has several candidates or speaks of a part.
 */
function strengthOf(
  comparing: Comparing,
  fact: NumberFact,
  other: NumberFact,
  candidate: Candidate,
  shared: Shared,
  alike: readonly NumberFact[],
): number {
  const text = candidate.passage.text;
  const thing = sameThing(fact, other);
  const [mine, theirs] = [drafted(comparing, fact.figure), text.slice(other.figure.start, other.figure.end)];
  const mistyped = looksLikeSlip(comparing, fact, { passage: candidate.passage, fact: other });
  const clause = clauseShared(comparing, candidate, other.span);
  const isClauseShared = thing >= 0 && clause.words >= 1 && clause.shared === clause.words;
  const long = drafted(comparing, fact.figure).replace(/\D/g, '').length;
  let strength = 0;
  if (thing >= 1) strength += 1.2;
  else if (thing >= 0.7) strength += 0.8;
  else if (thing === 0.5) strength += 0.5;
  else if (thing < 0) strength -= mistyped ? 0.4 : 1.6;
  if (mistyped) strength += long >= 6 ? 3.2 : long >= 5 ? 2.6 : long >= 3 ? 1.6 : 0.9;
  strength += 3 * Math.min(0.8, shared.coverage) + 0.2 * Math.min(3, shared.words);
  if (candidate.cited) strength += 0.5;
  if ((thing >= 0 && !(fact.noun !== undefined && other.noun === undefined)) || mistyped)
    strength += clauseStrength(clause, candidate.cited);
  if (hasOtherFigure(comparing, fact, candidate)) strength += 0.6;
  if (mistyped && isBare(candidate.passage)) strength += 0.6;
  if (alike.length > 1 && !mistyped) strength -= alike.filter(one => sameThing(fact, one) >= thing).length > 1 ? 1.2 : 0.2;
  if (speaksOfPart(text, other) && !mistyped && !speaksOfPart(comparing.facts.tree.text, fact)) strength -= 1;
  if (fact.kind === 'ordinal') strength -= 1.2;
  // Hours are not years, and one is not thousands.
  const far = fact.bound !== 'exact' && fact.bound === other.bound ? FAR_LIMIT : FAR;
  if (!mistyped && fact.kind !== 'version' && Math.abs(Math.log(fact.value / other.value)) > Math.log(far)) strength -= 1.5;
  if (fact.kind === 'version' && !mistyped && shared.telling === 0) strength -= 1;
  if (other.bound !== 'exact' && fact.bound !== other.bound && !mistyped) strength -= 0.3;
  // Other context, and other words in its place: another hospital, another year.
  if (!mistyped && !isClauseShared && shared.coverage < 0.5) strength -= 0.8;
  // Two limits of one kind in a cited passage that has most of the claim are one limit.
  const isLimit = candidate.cited && fact.bound !== 'exact' && fact.bound === other.bound && shared.coverage >= 0.6 && alike.length === 1;
  if (!mistyped && !isClauseShared && !isLimit && namesAnother(comparing, candidate)) strength -= 1.4;
  // Small counts are of many things; they need the noun.
  const isSmall = fact.kind === 'count' || fact.kind === 'duration';
  const isAlone = candidate.cited && alike.length === 1 && shared.words >= 2.5 && fact.bound === other.bound;
  if (isSmall && !mistyped && thing < 1 && shared.coverage < 0.6 && !(isClauseShared && candidate.cited) && !isAlone) strength -= 0.8;
  const isSlip =
    mistyped &&
    (long >= 5 ||
      (candidate.cited && fact.kind !== 'version' && hasOtherUnit(fact, mine, other, theirs)) ||
      (candidate.cited && AMOUNTS.has(fact.kind) && alike.length === 1 && looksMistyped(mine, theirs)));
  if (shared.words < 1 && shared.coverage < 0.2 && !isSlip) return 0;
  return isSlip && candidate.cited ? Math.max(ENOUGH, strength) : strength;
}

/** What the noted figure stands with is in the claim, all of it: terse notes say little else. */
function clauseStrength({ words, shared }: ClauseShared, cited: boolean): number {
  if (words === 0) return 0;
  if (shared === words) return (words >= 2 ? 1.3 : 1.1) * (cited ? 1 : 0.5);
  if (shared === 0) return -0.4;
  return cited && shared >= 2 && shared / words >= 0.6 ? 0.4 : 0;
}

/** Another figure of three digits or more stands in the claim and in the passage or beside it: both speak of the same count. */
function hasOtherFigure(comparing: Comparing, fact: NumberFact, candidate: Candidate): boolean {
  const others = comparing.facts.numbers.filter(
    other => other !== fact && other.digits >= 3 && other.sentence === comparing.claim.sentence && other.value !== fact.value,
  );
  return others.some(mine =>
    [candidate.passage, ...neighboursOf(candidate.passage)].some(passage =>
      factsOfPassage(passage, comparing.knowledge).numbers.some(other => other.value === mine.value),
    ),
  );
}

/** "2.1 terabytes" and "2.1 GB": one figure in two units. */
function hasOtherUnit(fact: NumberFact, mine: string, other: NumberFact, theirs: string): boolean {
  const digits = (text: string): string | undefined => /\d[\d.,]*/.exec(text)?.[0];
  return (
    fact.kind === other.kind &&
    fact.value !== other.value &&
    fact.digits >= 2 &&
    digits(mine) !== undefined &&
    digits(mine) === digits(theirs)
  );
}

/** Claim and passage each have a telling word beside what they share that the other lacks: "the hospital" and "the school". */
function namesAnother(comparing: Comparing, candidate: Candidate): boolean {
  const { words, weights } = comparing;
  const { matches, passage } = candidate.alignment;
  const title = comparing.title(candidate.passage.source);
  const lost = words.words.some(
    (word, at) =>
      !word.isFunction &&
      !word.isNumber &&
      (weights[at] as number) >= 0.5 &&
      (matches[at] as WordMatch).score < 0.5 &&
      (title.matches[at] as WordMatch).score < 0.5,
  );
  if (!lost) return false;
  const used = new Set(matches.map(match => match.at));
  const theirs = weightsOfWords(passage);
  return passage.words.some((word, at) => !word.isFunction && !word.isNumber && !used.has(at) && (theirs[at] ?? 0) >= 0.5);
}

/** "51 of our 214 branches", "12 more", "another 30": a part or an addition, not the whole. */
function speaksOfPart(text: string, fact: NumberFact): boolean {
  const after = text.slice(fact.span.end, fact.span.end + 24).toLowerCase();
  const before = text.slice(Math.max(0, fact.span.start - 14), fact.span.start).toLowerCase();
  return (
    /^ ?(?:of (?:the|our|its|their|those|these|them|which)|more |others? |additional )/.test(after) ||
    /(?:another|further|other|of (?:the|our|its|their)) $/.test(before)
  );
}
