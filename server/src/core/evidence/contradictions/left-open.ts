// Owns: what a cited Source says it does not know, did not look at or has not decided, where the draft states it.
// Must not know: verdicts, rules, hedges of single words (certainty).
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, drafted, isQuestion, isTitle, quotedShare, quotedSpans, textOf } from './comparing.ts';
import { isHedge, tentativeIn } from './hedging.ts';
import { SAYING } from './negation.ts';
import { STILL_TO_COME } from './open-phrases.ts';
import { type Pair, type Standing, standings } from './standing.ts';

const NOT = alternatives(
  /(?:do|does|did|has|have|had|can|could|will|would|is|are|was|were)(?: not|n['’]t)(?: yet| been able to)?/,
  /cannot|unable to|yet to/,
);
const FIND_OUT = alternatives(
  /know|known|sa(?:y|id)|tell|told|decided?/,
  // "Has not examined", "have not looked into".
  /examined?|test(?:ed)?|look(?:ed)? (?:at|into)|check(?:ed)?|investigated?|establish(?:ed)?|determined?/,
  /stud(?:y|ied)|assess(?:ed)?|measured?|verif(?:y|ied)|confirm(?:ed)?|rule(?:d)? out|exclude[d]?/,
  /reviewed?|audit(?:ed)?|reproduced?/,
);
/** Phrases that leave what stands beside them open. */
const openWords = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:${alternatives(
        String.raw`(?:${NOT}) (?:be )?(?:${FIND_OUT})\b`,
        // "Is not ruled out", "has no information", "it is still unclear".
        /not (?:be )?ruled out|(?:has|have|had) no (?:knowledge|information|figures?|data)\b|knows? nothing/,
        /(?:is|are|was|were|remains?|still) (?:still )?(?:open|unknown|unclear|undecided|pending|unconfirmed|inconclusive)\b/,
        // "Will now examine", "are considering".
        /(?:would|will|may|might|to) (?:now )?(?:consider|decide|examine|look into|discuss)\b/,
        /(?:is|are|was|were) (?:still )?(?:considering|examining|looking into|investigating|discussing)\b/,
        // "Whether it opens depends", "one of several", "under review".
        /whether [^.;]{0,60} depends?\b|one of (?:several|many|two|three|the possible)\b/,
        /under (?:review|discussion|examination|consideration)|within the margin of error/,
        STILL_TO_COME.source,
      )})`,
      'iu',
    ),
);
/** The draft is careful itself, or says that something is open. */
const carefulWords = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:${alternatives(
        // Denied.
        /not|no|never|nobody|none|nothing|cannot|\p{L}{1,12}n['’]t|without/u,
        // Open.
        /open|unknown|unclear|undecided|pending/,
        // "Whether", "might", "considers".
        /whether|if|could|would|may|might|should/,
        /plans?|consider(?:s|ing)?|weigh(?:s|ing)?|thinking|mull(?:s|ing)?/,
        /wants?|hopes?|asks?|asked/,
        // "Expected", "refused", "waits", "still".
        /expect\p{L}*|likely|doubt\p{L}*|question\p{L}*|yet/u,
        /refus\p{L}*|declin\p{L}*|fail\p{L}*|wait\p{L}*|remains?|still/u,
        // "Examined", "as far as", "too early".
        /examin\p{L}*|investigat\p{L}*|as far as|(?:is|are|was|were) like/u,
        /inconclusive|unconfirmed|look(?:s|ed|ing)? (?:at|into)|explor\p{L}*|possibilit\p{L}*|too (?:early|soon)/u,
        // "Before it decides", "will now study".
        /before (?:it|they|he|she) decides?|will (?:now )?(?:look|study|decide)|before [^,;]{1,60} (?:had|has|have|was|were|been)/,
      )})\b`,
      'iu',
    ),
);

/** Least share of a part of the claim in what is left open. */
const OVERLAP = 0.33;
/** The same where all that the clause says is in the claim: "Anker suspects shame". */
const OVERLAP_OF_ALL = 0.22;
/** Least share of what the clause says beside its hedge that the claim must have. */
const BACK = 0.4;

/** Least share of the part's own words where the clause says nothing else. */
const LEAST_TOLD = 0.2;

/** How much more of a part a plain clause must have to say it. */
const MORE = 0.1;

/** A plain clause with so much of a part says it, whatever another one leaves open. */
const SAID = 0.85;

/** At most one difference. */
export function leftOpenDifferences(comparing: Comparing): Difference[] {
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const all = standings(comparing);
  let best: { readonly standing: Standing; readonly open: string } | undefined;
  for (const standing of all) {
    if (isTitle(standing.candidate.passage) || isQuestion(standing.candidate.passage) || isCareful(comparing.words, standing.part))
      continue;
    if (best !== undefined && best.standing.overlap >= standing.overlap) continue;
    const open = standing.overlap >= OVERLAP ? openWords().exec(sentenceOf(standing))?.[0] : undefined;
    const noted = open ?? tentativelyOn(comparing, standing);
    if (
      noted === undefined ||
      !standing.pairs.some(
        ({ mine, score }) => isTelling(comparing, mine) && score >= 0.7 && isTold(comparing.words.words[mine] as KeyedWord),
      )
    )
      continue;
    if (!isSaid(standing, all)) best = { standing, open: noted };
  }
  return best === undefined ? [] : [difference(comparing, best.standing, best.open)];
}

/** What makes a clause less than sure that says of the claim's own matter what it says. */
function tentativelyOn(comparing: Comparing, { part, candidate, clause, overlap, pairs }: Standing): string | undefined {
  if (overlap < OVERLAP_OF_ALL || isCarefulElsewhere(comparing.words)) return undefined;
  const text = candidate.alignment.passage;
  const hedge = tentativeIn(text, clause.from, clause.to);
  // What is denied, and not for sure, is no surer where the draft affirms something.
  if (hedge === undefined || DENIED.test(textOf(text, clause).toLowerCase().replace(hedge, ' '))) return undefined;
  // A word that is a capital on both sides is a name, first in its sentence or not.
  const isNamed = ({ mine, theirs }: Pair): boolean =>
    [comparing.words.words[mine], text.words[theirs]].every(word => word !== undefined && /^\p{Lu}/u.test(word.text));
  const telling = pairs.filter(pair => isTold(comparing.words.words[pair.mine] as KeyedWord) && !isNamed(pair));
  const said = comparing.words.words.slice(part.from, part.to + 1).filter(isTold);
  if (telling.length === 0 || said.length < 2) return undefined;
  const used = new Set(pairs.map(pair => pair.theirs));
  let own = 0;
  let shared = 0;
  for (let at = clause.from; at <= clause.to; at++) {
    const word = text.words[at] as KeyedWord;
    if (
      word.isFunction ||
      /^\p{Lu}/u.test(word.text) ||
      isHedge(text, at) ||
      SAYING.test(word.folded) ||
      hedge.split(' ').includes(word.folded)
    )
      continue;
    own++;
    if (used.has(at) || comparing.words.places.has(word.key)) shared++;
  }
  const back = own === 0 ? 0 : shared / own;
  return (overlap >= OVERLAP && back >= BACK && telling.length >= 2) || (back === 1 && telling.length >= LEAST_TOLD * said.length)
    ? hedge
    : undefined;
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
  const said = textOf(words, part);
  // What a view rests on states nothing.
  if (/^(?:going|judging|to judge) (?:by|from)\b/i.test(said)) return true;
  return carefulWords().test(said) || words.words.some((_, at) => part.from <= at && at <= part.to && isHedge(words, at));
}

/** A word that says what happened, not who says so. */
function isTold(word: KeyedWord): boolean {
  return !word.isFunction && !SAYING.test(word.folded);
}

/** Words by which a draft says that it takes over what somebody thinks, wants or was told. */
const soft = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:${alternatives(
        // What somebody thinks.
        /think\p{L}*|thought|believ\p{L}*|suspect\p{L}*|suppos\p{L}*|assum\p{L}*/u,
        /reckon\p{L}*|guess\p{L}*|fear\p{L}*|fancy|estimat\p{L}*/u,
        // What somebody holds against another.
        /accus\p{L}*|blam\p{L}*|alleg\p{L}*|charge[sd]?|claim\p{L}*/u,
        // How it looks.
        /suggest\p{L}*|hint\p{L}*|appear\p{L}*|seem\p{L}*|look(?:s|ed)? (?:like|as)/u,
        /apparently|presumably|probabl[ey]|possibl[ey]|perhaps|maybe|can/,
        // "In theory", "a tenuous link", "resembles".
        /theor\p{L}*|hypothes\p{L}*/u,
        /(?:thin|loose|faint|tenuous|weak|vague) (?:links?|ties?|connections?|traces?|threads?)/,
        /resembl\p{L}*|similar\p{L}*|remind\p{L}*/u,
        /speculat\p{L}*|rumou?r\p{L}*|reported(?:ly)?/u,
        // What somebody hopes for, plans or promises.
        /hop(?:e[sd]?|ing)|aim\p{L}*|intend\p{L}*|propos\p{L}*/u,
        /is to|are to|(?:is|are|was|were) said|for now|so far/,
        /promis\p{L}*|warn\p{L}*|risk\p{L}*|threat\p{L}*/u,
        // Views, and those that differ.
        /bets?|convinced|view|opinion|trial/,
        /in dispute|disput\p{L}*|disagree\p{L}*|differ|divided|unsure|argu\p{L}*/u,
        // Signs.
        /sign[s]?|evidence|indicat\p{L}*|point(?:s|ed)? to/u,
      )})\b`,
      'iu',
    ),
);

const DENIED = /\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|without)\b|n['’]t\b/;

/** Somewhere in the sentence the draft is careful. */
function isCarefulElsewhere(words: KeyedText): boolean {
  return (
    soft().test(words.text) || /\b(?:whether|if|could|would|may|might|should|not|no|never|nobody|none|nothing)\b|n['’]t\b/i.test(words.text)
  );
}

/** A clause that leaves nothing open has more of the part. */
function isSaid(open: Standing, all: readonly Standing[]): boolean {
  return all.some(
    one =>
      one.part.from === open.part.from &&
      one.overlap >= Math.min(open.overlap + MORE, SAID) &&
      one !== open &&
      !openWords().test(sentenceOf(one)) &&
      tentativeIn(one.candidate.alignment.passage, one.clause.from, one.clause.to) === undefined,
  );
}

function difference(comparing: Comparing, standing: Standing, open: string): Difference {
  const { words, claim } = comparing;
  const first = words.words[standing.part.from] as KeyedWord;
  const last = words.words[standing.part.to] as KeyedWord;
  const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
  return {
    kind: 'certainty',
    span,
    drafted: drafted(comparing, span),
    noted: open,
    passage: standing.candidate.passage,
  };
}
