// Owns: what a cited Source says it does not know, did not look at or has not decided, where the draft states it.
// Must not know: verdicts, rules, hedges of single words (certainty).
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, drafted, isTitle, quotedShare, quotedSpans, textOf } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { type Standing, standings } from './standing.ts';

const NOT =
  "(?:do|does|did|has|have|had|can|could|will|would|is|are|was|were)(?: not|n['’]t)(?: yet| been able to)?|cannot|unable to|yet to";
const FIND_OUT =
  'know|known|sa(?:y|id)|tell|told|decided?|examined?|test(?:ed)?|look(?:ed)? (?:at|into)|check(?:ed)?|investigated?|establish(?:ed)?|determined?|stud(?:y|ied)|assess(?:ed)?|measured?|verif(?:y|ied)|confirm(?:ed)?|rule(?:d)? out|exclude[d]?|reviewed?|audit(?:ed)?|reproduced?';
/** Phrases that leave what stands beside them open. */
const OPEN = new RegExp(
  `\\b(?:(?:${NOT}) (?:be )?(?:${FIND_OUT})\\b|not (?:be )?ruled out|(?:has|have|had) no (?:knowledge|information|figures?|data)\\b|knows? nothing|(?:is|are|was|were|remains?|still) (?:still )?(?:open|unknown|unclear|undecided|pending|unconfirmed|inconclusive)\\b|(?:would|will|may|might|to) (?:now )?(?:consider|decide|examine|look into|discuss)\\b|(?:is|are|was|were) (?:still )?(?:considering|examining|looking into|investigating|discussing)\\b|one of (?:several|many|two|three|the possible)\\b|under (?:review|discussion|examination|consideration)|within the margin of error)`,
  'iu',
);
/** The draft is careful itself, or says that something is open. */
const CAREFUL =
  /\b(?:not|no|never|nobody|none|nothing|cannot|\p{L}{1,12}n['’]t|without|open|unknown|unclear|undecided|pending|whether|if|could|would|may|might|should|plans?|considers?|weighs?|wants?|hopes?|asks?|asked|expect\p{L}*|likely|doubt\p{L}*|question\p{L}*|yet|refus\p{L}*|declin\p{L}*|fail\p{L}*|wait\p{L}*|remains?|still|examin\p{L}*|investigat\p{L}*|inconclusive|unconfirmed)\b/iu;

/** Least share of a part of the claim in what is left open. */
const OVERLAP = 0.33;

/** How much more of a part a plain clause must have to say it. */
const MORE = 0.1;

/** At most one difference. */
export function leftOpenDifferences(comparing: Comparing): Difference[] {
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const all = standings(comparing);
  let best: Standing | undefined;
  for (const standing of all) {
    if (standing.overlap < OVERLAP || isTitle(standing.candidate.passage) || isCareful(comparing.words, standing.part)) continue;
    if (!OPEN.test(sentenceOf(standing)) || (best !== undefined && best.overlap >= standing.overlap)) continue;
    if (!standing.pairs.some(({ mine, score }) => isTelling(comparing, mine) && score >= 0.7)) continue;
    if (!isSaid(standing, all)) best = standing;
  }
  return best === undefined ? [] : [difference(comparing, best)];
}

/** A clause with the relative clause behind it: "a successor, which we have not examined". */
function sentenceOf({ candidate, clause }: Standing): string {
  const text = candidate.alignment.passage;
  const said = textOf(text, clause);
  const rest = text.text.slice((text.words[clause.to] as KeyedWord).end);
  return said + (/^, (?:which|who|whose|but|though|although|and)\b[^.;]*/.exec(rest)?.[0] ?? '');
}

function isTelling({ words, weights }: Comparing, at: number): boolean {
  const word = words.words[at] as KeyedWord;
  return !word.isName && !word.isNumber && (weights[at] ?? 0) >= 0.3;
}

function isCareful(words: KeyedText, part: Clause): boolean {
  return CAREFUL.test(textOf(words, part)) || words.words.some((_, at) => part.from <= at && at <= part.to && isHedge(words, at));
}

/** A clause that leaves nothing open has more of the part. */
function isSaid(open: Standing, all: readonly Standing[]): boolean {
  return all.some(
    one => one.part.from === open.part.from && one.overlap >= open.overlap + MORE && one !== open && !OPEN.test(sentenceOf(one)),
  );
}

function difference(comparing: Comparing, standing: Standing): Difference {
  const { words, claim } = comparing;
  const first = words.words[standing.part.from] as KeyedWord;
  const last = words.words[standing.part.to] as KeyedWord;
  const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
  return {
    kind: 'certainty',
    span,
    drafted: drafted(comparing, span),
    noted: OPEN.exec(sentenceOf(standing))?.[0] ?? '',
    passage: standing.candidate.passage,
  };
}
