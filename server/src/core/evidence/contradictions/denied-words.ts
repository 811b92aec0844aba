// Owns: what one clause of a cited Source denies outright and the draft states: "arrested" and "no arrests were made".
// Must not know: verdicts, rules, how words are matched (standing).
import { CERTAIN } from '../../lexicon/certainty-words.ts';
import { areOpposite, isRuledOutBy } from '../../lexicon/opposites.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, contrary, isQuestion, isTitle, quotedShare, quotedSpans, textOf } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { IN_PART, isDenial, LEAVES_OUT, negated, SAYING, TURNED } from './negation.ts';
import { isNoPivot, saysInOtherWords } from './other-words.ts';
import { nearness, type Standing, standings } from './standing.ts';

/** What may be a denial in other words: a part of a claim that has one is left to others. */
const negative = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:${alternatives(
        /not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}{1,12}n['’]t/u,
        // Lacks, fails, turns down.
        /lack\p{L}*|fail\p{L}*|los(?:es?|t|ing)|miss(?:es|ed|ing)?/u,
        /refus\p{L}*|den(?:y|ies|ied)|declin\p{L}*|reject\p{L}*|rul(?:es?|ed) out/u,
        // Only and hardly, few and less.
        /only|hardly|barely|scarcely|few|fewer|less|little/,
        /free (?:of|from)|rather than|instead|unless|until|before/,
        // Spared, escaped, away.
        /except|spared?|escap\p{L}*|avoid\p{L}*|stopp?\p{L}*/u,
        /away|off|out of|safe from|turn(?:s|ed)? down|dismiss\p{L}*/u,
        // "Too late to", "has yet to", "short of".
        /too \p{L}+ to|yet to|beyond|short of|but for|otherwise/u,
        /if|whether|unaffected|untouched|exempt\p{L}*|excluded?/u,
      )})\b`,
      'iu',
    ),
);
/** "Its failed update": a quality of the thing. */
const QUALITY = /^(?:failed|refused|rejected|disputed|denied|declined)$/;
const FINITE = /^(?:is|are|was|were|has|have|had|should|must|can|will|would|may)$/;

/** Least shares, both ways, of a part of the claim and of the clause that denies. */
const OVERLAP = 0.35;
const BACK = 0.33;

/** At most one difference: all that a cited Source has nearest to a part of the claim denies it. */
export function deniedWordDifferences(comparing: Comparing): Difference[] {
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const all = standings(comparing);
  let best: { readonly standing: Standing; readonly pivot: number } | undefined;
  for (const standing of all) {
    const pivot = pivotOf(comparing, standing);
    if (pivot === undefined || (best !== undefined && best.standing.overlap + best.standing.back >= standing.overlap + standing.back))
      continue;
    if (!isBacked(comparing, standing, all)) best = { standing, pivot };
  }
  return best === undefined ? [] : [difference(comparing, best.standing, best.pivot)];
}

/** The word of the claim that the clause denies. */
function pivotOf({ words }: Comparing, { part, clause, candidate, pairs, overlap, back }: Standing): number | undefined {
  if (isTitle(candidate.passage) || isQuestion(candidate.passage) || LEAVES_OUT.test(candidate.passage.text)) return undefined;
  const passage = candidate.alignment.passage;
  if (negative().test(textOf(words, part)) || TURNED.test(words.text) || IN_PART.test(textOf(passage, clause)) || isHedgedIn(words, part))
    return undefined;
  const ruled = isHedgedIn(passage, clause) ? undefined : ruledOutIn(words, part, passage, clause);
  if (ruled !== undefined) return ruled;
  if (overlap < OVERLAP || back < BACK) return undefined;
  // One word alone must be half of what the clause says.
  if (pairs.length < 2 && back < 0.5) return undefined;
  if (deniesOpposite(words, part, passage, clause) || saysInOtherWords(words, part, passage, clause)) return undefined;
  return pairs.find(({ mine, theirs, clash }) => {
    const word = words.words[mine] as KeyedWord;
    return (
      clash &&
      !word.isNumber &&
      !SAYING.test(word.folded) &&
      word.folded !== 'else' &&
      !isNoPivot(word, passage.words[theirs] as KeyedWord) &&
      !isHedge(words, mine) &&
      !CERTAIN.has(word.folded) &&
      isGoverned(passage, clause, theirs)
    );
  })?.mine;
}

/** "The cranes were knocked out" where the cranes "were not affected": all else that the part says is in the clause. */
function ruledOutIn(words: KeyedText, part: Clause, passage: KeyedText, clause: Clause): number | undefined {
  const flags = negated(passage);
  const content = places(words, part);
  const theirs = places(passage, clause);
  const harm = content.find(mine =>
    theirs.some(at => flags[at] === true && isRuledOutBy((words.words[mine] as KeyedWord).key, (passage.words[at] as KeyedWord).key)),
  );
  const rest = content.filter(at => at !== harm && !/^(?:well|out|too|also)$/.test((words.words[at] as KeyedWord).folded));
  const isShared = rest.every(at => theirs.some(other => nearness(words.words[at] as KeyedWord, passage.words[other] as KeyedWord) >= 0.7));
  return harm !== undefined && rest.length > 0 && isShared ? harm : undefined;
}

function isHedgedIn(text: KeyedText, { from, to }: Clause): boolean {
  for (let at = from; at <= to; at++) if (isHedge(text, at)) return true;
  return false;
}

function places(text: KeyedText, { from, to }: Clause): number[] {
  return text.words.flatMap((word, at) => (at >= from && at <= to && !word.isFunction ? [at] : []));
}

/** "Did not reject" denies no approval. */
function deniesOpposite(words: KeyedText, part: Clause, passage: KeyedText, clause: Clause): boolean {
  const said = words.words.slice(part.from, part.to + 1);
  return passage.words.slice(clause.from, clause.to + 1).some(other => said.some(word => areOpposite(word.key, other.key)));
}

/** A negation stands at most two telling words before a place, and no other verb between. */
function isGoverned(text: KeyedText, { from }: Clause, at: number): boolean {
  let content = 0;
  for (let before = at - 1; before >= from; before--) {
    const word = text.words[before] as KeyedWord;
    if (isDenial(text, before))
      return content <= 2 && word.folded !== 'without' && !(QUALITY.test(word.folded) && isAttribute(text, before));
    if (FINITE.test(word.folded) && content > 0) return false;
    if (!word.isFunction) content++;
  }
  return false;
}

function isAttribute(text: KeyedText, at: number): boolean {
  return /^(?:an?|the|its|their|his|her|our|this|that|of)$/.test(text.words[at - 1]?.folded ?? '');
}

/** Another clause affirms as much of the part. */
function isBacked({ words }: Comparing, denied: Standing, all: readonly Standing[]): boolean {
  return all.some(
    ({ part, pairs, overlap, clause }) =>
      clause !== denied.clause &&
      part.from === denied.part.from &&
      overlap > denied.overlap - 0.05 &&
      pairs.every(pair => !pair.clash) &&
      pairs.some(({ mine }) => words.words[mine]?.isName === false),
  );
}

function difference(comparing: Comparing, { candidate, clause }: Standing, pivot: number): Difference {
  const word = comparing.words.words[pivot] as KeyedWord;
  const span = { start: word.start + comparing.claim.span.start, end: word.end + comparing.claim.span.start };
  return contrary(comparing, candidate, clause, span);
}
