// Owns: statements that are surer than the notes are.
// Must not know: verdicts, rules.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, clauseAround, drafted, onTopic, quotedShare, quotedSpans } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { SAYING } from './negation.ts';
import { adverbOf, withAdverb, withoutCertainty } from './softening.ts';

/** Phrases by which notes keep a thing open that no single word shows. */
const OPEN_PHRASES =
  /\b(?:no (?:proof(?! of (?:identity|purchase|concept|address|work|delivery|payment|age|ownership|origin))|evidence yet|confirmation)|not (?:yet )?(?:been )?(?:confirmed|proven|verified|established|certain|sure|clear)|(?:almost|nearly|fairly|pretty|reasonably) (?:certain|sure)|under (?:examination|investigation)|a hunch|compatible with|consistent with|reminds? (?:them|us|him|her|me|one) of|could (?:also )?(?:be|have been) another|presumed innocent|(?:indications|signs)["”]? (?:that|of)|(?:cannot|can't|can’t|could not|couldn't|couldn’t|unable to) (?:yet )?(?:confirm|verify|prove|rule out|exclude|be (?:certain|sure|established|determined|proven|confirmed|verified)|(?:say|tell) (?:yet |more|whether|if|for))|(?:do|does|did)(?: not|n't|n’t) (?:think|believe|know (?:whether|if|for))|(?:not |cannot be |can't be |can’t be )(?:ruled out|excluded)|could (?:have|be (?:the|an?|behind))|(?:hours|times?|patterns?|style|code|traces?|tools?|methods?|techniques?)(?: \p{L}+){0,3} (?:fits?|match(?:es)?|resembles?|looks? like|points? to)|(?:one|a) theory|working (?:theory|hypothesis)|(?:one|two|several|some|many) (?:of (?:several|the|two|three|four|many) )?(?:leads|hypotheses|theories|possibilities|explanations)|would fit|that (?:they|we|he|she|it) knows? of|to (?:our|their|his|her|its) knowledge|nothing is (?:settled|certain|proven|confirmed|decided)|no evidence(?=[.,;)]|$))\b/iu;
/** To have found nothing is no proof that there was nothing. */
const NOTHING_FOUND =
  /\b(?:no (?:evidence|signs?|traces?|indications?|proof)|(?:(?:have|has|had)(?: not|n['’]t)|never) (?:yet )?found (?:any|an?|one|a single))\b/i;
const FLAT_DENIAL = /^[^,;]*\b(?:no|nobody|none|nothing|never|not (?:one|a single|any\p{L}*))\b/iu;
/** The draft only says that nothing was found. */
const LOOKED = /\b(?:see[ns]?|saw|find|found|finds|know[ns]?|knew|aware|heard?|signs?|evidence|traces?|far|yet)\b/i;
/** Those who found nothing have not looked everywhere. */
const STILL =
  /\b(?:so far|yet|still|only (?:just )?(?:begun|started|looked)|not (?:finished|done|complete)|(?:logs?|records?) (?:are |is |were |was )?(?:missing|gone|incomplete|overwritten|wiped)|cannot (?:rule|exclude|say)|no proof)\b/i;
const PROVEN_NOT =
  /\b(?:prove[nsd]?|confirm(?:s|ed)?|establish(?:es|ed)?|verif(?:y|ies|ied))\b.*\b(?:no|not|never|none|nobody|nothing|without)\b/i;
/** What a cited text may leave open in so many words: who did it, why it is so. [the draft says it, the note leaves it open] */
const QUESTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:(?:was|were|is|are|stood) behind|responsible for|carried out by|the work of|attributed to)\b/i,
    /\b(?:(?:do(?:es)?|did|can|could|will|ha(?:s|ve))(?: not|n['’]t)(?: yet)?|cannot|no) (?:attribut\p{L}*|(?:say|know|tell|name) who)\b|\bnot attributed\b|\bunattributed\b/iu,
  ],
  [
    /\b(?:thus|therefore|hence|because|due to|caused? by|causes?|brings?|(?:cause|reason) (?:is|was|for|of)|leads? to|thanks to|owing to)\b/i,
    /\b(?:no conclusions? (?:about|on|as to) (?:the )?(?:causes?|causality|reasons?)|(?:cannot|could not|can['’]t) (?:separate|tell apart|disentangle|isolate)|correlation|not causal|no causal)\b/i,
  ],
  [
    /\b(?:puts? (?:it|this|that|them) down to|because|due to|caused by|owing to|thanks to|the (?:cause|reason) (?:is|was))\b/i,
    /\b(?:(?:do(?:es)?|did|can|could)(?: not|n['’]t)|cannot) (?:yet )?(?:say|know|tell|explain) why\b|\bno explanation\b|\b(?:cause|reason)s?(?: is| are|:)? (?:still |as yet )?(?:unknown|unclear|open|not known)\b/i,
  ],
];
/** The draft is careful itself, or says that something is not known. */
const CAREFUL =
  /\b(?:blame[sd]?|fear(?:s|ed)?|(?:being|are|is|was|were|been) (?:being )?(?:investigated|examined|looked into)|under (?:investigation|examination)|not (?:yet )?(?:confirmed|proven|clear|certain|sure|rule|be ruled)|(?:almost|nearly|fairly|pretty|reasonably) (?:certain|sure)|cannot (?:say|tell|rule|be|confirm|prove)|can['’]t (?:say|tell|rule|be|confirm|prove)|could not (?:say|tell|confirm|prove)|no (?:proof|evidence)|nobody knows|not know|(?:do|does|did)(?: not|n['’]t) (?:think|believe|know)|if|whether|uncertain(?:ty|ties)?|doubts?|disagree|dispute[sd]?|unknown|open question|opin(?:ed|es|ion)|mention(?:s|ed)?|express(?:es|ed)?|asks?|asked|argue[sd]?|according to an? (?:anonymous|unnamed)|should|would|(?:is|are|was|were|been) (?:said|thought|believed|rumou?red|reported|supposed|assumed|expected|presumed|suspected|accused) (?:to|of)|thinking|considers?|considering|weigh(?:s|ing)|mulls?|mulling|in (?:\p{L}+['’]s?|his|her|its|their|our) (?:view|eyes|judge?ment|reading)|(?:do|does|did)(?: not|n['’]t) (?:say|tell|name|attribute)|fits?|(?:is|are|was|were) like|consistent with|compatible with|(?:is|are) to (?:cost|open|begin|start|come|follow|be))\b/iu;

const CAN = /\b(?:can|able to|allowed to|free to|has the right to)\b/i;
const SAME_THING = 0.42;
const TELLING = new Set('behind against inside same both'.split(' '));

/** At most one difference: the claim states as sure what every passage about the same thing keeps open. */
export function certaintyDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  const quoted = quotedSpans(comparing);
  if (quotedShare(comparing, quoted) > 0.4 || isCareful(comparing)) return [];
  const said = reportedWords(comparing);
  const sure = words.words.findIndex(word => CERTAIN.has(word.folded));
  let found: Hedged | undefined;
  const plain: InClause[] = [];
  const isFlatDenial = FLAT_DENIAL.test(words.text) && !LOOKED.test(words.text);
  const isProvenNot = PROVEN_NOT.test(words.text);
  for (const candidate of onTopic(comparing)) {
    const clauses = clausesOf(candidate.alignment.passage);
    for (const [at, clause] of clauses.entries()) {
      const hedge =
        whetherIt(comparing, candidate.alignment.passage, clauses[at + 1]) ??
        (isProvenNot || (isFlatDenial && STILL.test(candidate.passage.text))
          ? nothingFound(candidate.alignment.passage, clause)
          : undefined) ??
        hedgeOf(candidate.alignment.passage, clause) ??
        bareHedge(candidate, clauses[at + 1], at + 1 === clauses.length);
      const shared = sharedIn(comparing, candidate, sure >= 0 ? clause : (hedge?.scope ?? clause), said);
      if (hedge === undefined) {
        plain.push(shared);
        continue;
      }
      const pair = hasPair(words, candidate);
      // What can be done may be done.
      if (/^(?:may|might)$/.test(hedge.text) && CAN.test(words.text)) continue;
      const least = sure >= 0 ? 0.36 : candidate.cited || pair ? SAME_THING : 0.55;
      const whole = shared.coverage >= least && shared.words >= (candidate.cited ? 1.5 : sure >= 0 ? 2 : 2.5);
      // A terse note may be all in the claim: "probably the upload page".
      const terse = !whole && candidate.cited && pair && shared.words >= 2 && shared.ofClause >= 0.6;
      if ((!whole && !terse) || (found !== undefined && found.shared.coverage >= shared.coverage)) continue;
      found = { candidate, shared, hedge: hedge.text, terse };
    }
  }
  if (found === undefined && sure >= 0) found = notConfirmed(comparing, said);
  if (found === undefined) {
    const open = openQuestion(comparing, said);
    return open === undefined ? [] : [difference(comparing, open.candidate, open.hedge, sure)];
  }
  if (plain.some(one => saysSo(one, found))) return [];
  return [difference(comparing, found.candidate, found.hedge, sure)];
}

/** Words of its own that a sentence may have which only keeps open what stands before it: "A hunch, and no more." */
const BARE = 3;
const BARE_HEDGE =
  /\b(?:possible|unconfirmed|unproven|unverified|unclear|uncertain|speculation|guesswork|guess|hunch|rumou?r|not (?:yet )?(?:confirmed|established|proven|verified|certain)|no (?:proof|confirmation)|nothing is (?:settled|certain|proven|confirmed|decided))\b/i;

/** The hedge of the next sentence, where that says nothing else: of the same passage, else the next line of its Source. */
function bareHedge(candidate: Candidate, next: Clause | undefined, isLast: boolean): Hedge | undefined {
  const { passage } = candidate.alignment;
  const line = isLast ? candidate.passage.source.passages[placeOf(candidate.passage) + 1] : undefined;
  const text = line === undefined ? passage : keyedPassage(line);
  const clause = line === undefined ? next : { from: 0, to: text.words.length - 1 };
  if (clause === undefined || text.words.length === 0) return undefined;
  let own = 0;
  for (let at = clause.from; at <= clause.to; at++) {
    const word = text.words[at] as KeyedWord;
    if (!word.isFunction && !HEDGES.has(word.folded) && !CERTAIN.has(word.folded)) own++;
  }
  const said = text.text.slice((text.words[clause.from] as KeyedWord).start, (text.words[clause.to] as KeyedWord).end);
  const hedge = own <= BARE && !/\b(?:it|he|she|its|his|her) /i.test(said) ? BARE_HEDGE.exec(said)?.[0] : undefined;
  if (hedge === undefined) return undefined;
  const last = passage.words.length - 1;
  return { text: hedge.toLowerCase(), scope: { from: 0, to: line === undefined ? clause.from - 1 : last } };
}

const NOT_CONFIRMED = /\b(?:not (?:yet )?(?:been )?(?:confirmed|established|proven|verified)|unconfirmed|unproven|unverified)\b/i;

/** "Norsel has confirmed" where a cited note on that day or thing says "not confirmed". */
function notConfirmed(comparing: Comparing, said: ReadonlySet<number>): Hedged | undefined {
  if (!/\b(?:confirm|establish|prove|verif)/i.test(comparing.words.text)) return undefined;
  for (const candidate of onTopic(comparing)) {
    const { passage } = candidate.alignment;
    const hedge = candidate.cited ? NOT_CONFIRMED.exec(passage.text)?.[0] : undefined;
    if (hedge === undefined) continue;
    const shared = sharedIn(comparing, candidate, { from: 0, to: passage.words.length - 1 }, said);
    if (shared.words >= 1) return { candidate, shared, hedge: hedge.toLowerCase(), terse: false };
  }
  return undefined;
}

const WHETHER_IT =
  /\bwhether (?:it|they|he|she|this|that|any)(?: \p{L}+)?? (?:(?:is|was|were|are|has|had|have|been) )*(\p{L}+)\b.*?\b(?:(?:could|can) ?not be (?:\p{L}+ )?(?:established|determined|proven|confirmed|verified|said|told)|(?:is|was|remains?) (?:not (?:known|clear|established)|unclear|unknown|open))\b/iu;

/** The next sentence leaves open the very thing that the claim has: "Whether it was copied could not be established." */
function whetherIt({ words }: Comparing, passage: KeyedText, next: Clause | undefined): Hedge | undefined {
  if (next === undefined) return undefined;
  const first = passage.words[next.from] as KeyedWord;
  const match = WHETHER_IT.exec(passage.text.slice(first.start, (passage.words[next.to] as KeyedWord).end));
  const verb = match?.[1]?.toLowerCase();
  if (match === null || !words.words.some(word => word.folded === verb)) return undefined;
  return { text: 'could not be established', scope: { from: 0, to: passage.words.length - 1 } };
}

/** "No evidence of any": found nothing, and proved nothing. */
function nothingFound(passage: KeyedText, clause: Clause): Hedge | undefined {
  const first = passage.words[clause.from] as KeyedWord;
  const text = NOTHING_FOUND.exec(passage.text.slice(first.start, (passage.words[clause.to] as KeyedWord).end))?.[0];
  return text === undefined ? undefined : { text: text.toLowerCase(), scope: clause };
}

/** "A state was behind it" where the cited report "does not attribute it". */
function openQuestion(comparing: Comparing, said: ReadonlySet<number>): Hedged | undefined {
  for (const [stated, open] of QUESTIONS) {
    const answer = stated.exec(comparing.words.text);
    if (answer === null) continue;
    for (const candidate of onTopic(comparing)) {
      const { passage } = candidate.alignment;
      const hedge = candidate.cited ? open.exec(passage.text)?.[0] : undefined;
      if (hedge === undefined || hasAnswer(comparing, answer.index)) continue;
      const shared = sharedIn(comparing, candidate, { from: 0, to: passage.words.length - 1 }, said);
      return { candidate, shared, hedge: hedge.toLowerCase(), terse: false };
    }
  }
  return undefined;
}

/** A sentence of the cited text has three telling words of the claim from its answer on. */
function hasAnswer(comparing: Comparing, from: number): boolean {
  const behind = comparing.words.words.flatMap((word, at) => (word.start >= from && !word.isFunction ? [at] : []));
  return onTopic(comparing).some(
    candidate => candidate.cited && behind.filter(at => (candidate.alignment.matches[at] as WordMatch).score >= 0.7).length >= 3,
  );
}

interface Hedged {
  readonly candidate: Candidate;
  readonly shared: InClause;
  readonly hedge: string;
  readonly terse: boolean;
}

/** What a claim shares with one sentence of a passage. */
interface InClause {
  readonly coverage: number;
  readonly words: number;
  /** Share of the sentence's content words that the claim has. */
  readonly ofClause: number;
  /** Indices of the claim's words that it shares. */
  readonly matched: ReadonlySet<number>;
}

/** A plain sentence says as much of the claim as the hedged one does. */
function saysSo(plain: InClause, hedged: Hedged): boolean {
  if (plain.coverage < hedged.shared.coverage - 0.05) return false;
  // Two words of it in a sentence on something else say nothing of the rest.
  if (plain.coverage < 0.6 && plain.ofClause < 0.6) return false;
  const matched = [...hedged.shared.matched];
  const both = matched.filter(at => plain.matched.has(at)).length;
  return both >= (hedged.terse ? 1 : 0.6) * matched.length;
}

/** First and last word of a sentence of a passage. */
interface Clause {
  readonly from: number;
  readonly to: number;
}

function clausesOf(text: KeyedText): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at < text.words.length; at++) {
    const next = text.words[at + 1];
    const gap = next === undefined ? '.' : text.text.slice((text.words[at] as KeyedWord).end, next.start);
    if (!/[.;!?]["”’)]? |[.;!?]$/.test(`${gap}`)) continue;
    clauses.push({ from, to: at });
    from = at + 1;
  }
  return clauses;
}

/** What the claim shares with one sentence of a passage, words of certainty left out; the title of the Source counts half. */
function sharedIn(comparing: Comparing, candidate: Candidate, clause: Clause, said: ReadonlySet<number>): InClause {
  const { passage } = candidate.alignment;
  const title = comparing.title(candidate.passage.source);
  let have = 0;
  let all = 0;
  let count = 0;
  const matched = new Set<number>();
  const places = new Set<number>();
  for (const [at, word] of comparing.words.words.entries()) {
    // "A state was behind it": a preposition can be all of the predicate.
    const weight = TELLING.has(word.folded) ? 0.5 : (comparing.weights[at] as number);
    if (weight === 0 || said.has(at) || SAYING.test(word.folded) || CERTAIN.has(word.folded) || HEDGES.has(word.folded)) continue;
    const match = candidate.alignment.matches[at] as WordMatch;
    const inside =
      (match.at >= clause.from && match.at <= clause.to) ||
      (passage.places.get(word.key) ?? []).some(place => place >= clause.from && place <= clause.to);
    const score = inside ? match.score : 0;
    all += weight;
    have += weight * Math.max(score, 0.5 * (title.matches[at] as WordMatch).score);
    count += score >= 0.9 ? 1 : score >= 0.6 ? 0.5 : 0;
    if (score < 0.6) continue;
    matched.add(at);
    for (const place of passage.places.get(word.key) ?? [match.at]) places.add(place);
  }
  let own = 0;
  let ofThem = 0;
  for (let at = clause.from; at <= clause.to; at++) {
    const word = passage.words[at] as KeyedWord;
    if (word.isFunction || CERTAIN.has(word.folded) || HEDGES.has(word.folded)) continue;
    own++;
    if (places.has(at)) ofThem++;
  }
  return { coverage: all === 0 ? 0 : have / all, words: count, ofClause: own === 0 ? 0 : ofThem / own, matched };
}

function isCareful(comparing: Comparing): boolean {
  const { words } = comparing;
  if (CAREFUL.test(words.text) || words.text.trimEnd().endsWith('?')) return true;
  return words.words.some((_, at) => isHedge(words, at));
}

/** Words of the claim that only say who says it: "Morin says", "according to Ruiz". */
function reportedWords({ facts, claim, words }: Comparing): Set<number> {
  const said = new Set<number>();
  const inside = (word: KeyedWord, span: Span): boolean =>
    span.start <= word.start + claim.span.start && word.start + claim.span.start < span.end;
  for (const { kind, cue, source } of facts.attributions) {
    if (source === undefined || kind === 'document' || kind === 'group') continue;
    if (!overlaps(cue, claim.span) && !overlaps(source, claim.span)) continue;
    for (const at of tagOf(words, cue.start - claim.span.start)) said.add(at);
    for (const [at, word] of words.words.entries()) {
      const isSource = inside(word, source) && (word.isName || source.end - source.start === word.end - word.start);
      if (isSource || inside(word, cue)) said.add(at);
    }
  }
  return said;
}

/** Words of the last clause where that only says who says it: ", the chief of staff told the same press conference". */
function tagOf(words: KeyedText, cue: number): readonly number[] {
  const last = words.words[words.words.length - 1];
  if (last === undefined || cue <= 0) return [];
  const { from, to } = clauseAround(words, { start: last.start, end: last.end });
  const tag = words.text.slice((words.words[from] as KeyedWord).start);
  if (from === 0 || cue < (words.words[from] as KeyedWord).start || /\bthat\b/i.test(tag)) return [];
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

interface Hedge {
  /** As written, lower case. */
  readonly text: string;
  /** The words that it makes less than sure. */
  readonly scope: Clause;
}

/** The hedge of one sentence of a passage; undefined where it is plain. */
function hedgeOf(passage: KeyedText, clause: Clause): Hedge | undefined {
  for (let at = clause.from; at <= clause.to; at++) {
    const word = passage.words[at] as KeyedWord;
    if (!isHedge(passage, at) || /^(?:claim|estimat|could|appear)/.test(word.folded)) continue;
    const next = passage.words[at + 1]?.folded;
    // "On suspicion of" is the law's word, "may I" a courtesy, "believe in" a creed.
    if (word.folded === 'suspicion' && passage.words[at - 1]?.folded === 'on') continue;
    if ((next === 'i' && /^(?:may|might)$/.test(word.folded)) || (next === 'in' && word.folded.startsWith('believe'))) continue;
    return { text: word.text.toLowerCase(), scope: scopeOf(passage, clause, at) };
  }
  const first = passage.words[clause.from];
  const last = passage.words[clause.to];
  if (first === undefined || last === undefined) return undefined;
  const open = OPEN_PHRASES.exec(passage.text.slice(first.start, last.end))?.[0];
  return open === undefined ? undefined : { text: open.toLowerCase(), scope: clause };
}

/** Verbs whose object is what is not sure; other hedges take their subject in as well. */
const OF_MIND = /^(?:suspects?|suspecting|believes?|thinks?|assumes?|guess(?:es)?|speculates?|alleges?|hints?|suggests?)$/;
/** How many words before it a hedge may cover: "the gang may have". */
const SUBJECT = 8;

/** From the hedge to where the clause ends, with the subject before it; a hedge at the end covers what stands before. */
function scopeOf(passage: KeyedText, clause: Clause, at: number): Clause {
  const gap = (left: number): string =>
    passage.text.slice((passage.words[left] as KeyedWord).end, passage.words[left + 1]?.start ?? (passage.words[left] as KeyedWord).end);
  let to = at;
  let content = 0;
  // "Was taken over, we think in December, and the key with it": what is put in ends at its comma.
  const isPutIn =
    at >= 2 && at - 2 >= clause.from && /^(?:we|i|they|he|she|it)$/.test(passage.words[at - 1]?.folded ?? '') && /,/.test(gap(at - 2));
  const most = isPutIn ? 1 : 3;
  while (to < clause.to && !/[;:]/.test(gap(to)) && !(content >= most && /[,–—]/.test(gap(to)))) {
    to++;
    if (!(passage.words[to] as KeyedWord).isFunction) content++;
  }
  // "The port on the board: they suspect it is active."
  const takesUp = [1, 2].some(step => at + step <= clause.to && /^(?:it|this|these|they|so)$/.test(passage.words[at + step]?.folded ?? ''));
  if (content === 0 || takesUp) return { from: clause.from, to };
  let from = at;
  const word = passage.words[at] as KeyedWord;
  if (OF_MIND.test(word.folded)) return { from, to };
  while (from > clause.from && from > at - SUBJECT && !/[,;:–—]/.test(gap(from - 1))) from--;
  return { from, to };
}

/** Two neighbouring content words of the claim that are neighbours in the passage too. */
function hasPair(words: KeyedText, candidate: Candidate): boolean {
  let last = -1;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    const match = candidate.alignment.matches[at] as WordMatch;
    if (last >= 0) {
      const before = candidate.alignment.matches[last] as WordMatch;
      const near = match.at - before.at;
      if (match.score >= 0.9 && before.score >= 0.9 && match.at >= 0 && before.at >= 0 && near >= 1 && near <= 2) return true;
    }
    last = at;
  }
  return false;
}

function difference(comparing: Comparing, candidate: Candidate, hedge: string, sure: number): Difference {
  const { words, claim } = comparing;
  // What was not found, or not asked, has no adverb.
  const isOpen = NOTHING_FOUND.test(hedge) || QUESTIONS.some(([, open]) => open.test(hedge));
  const fix = isOpen ? undefined : sure >= 0 ? withoutCertainty(words, sure, hedge) : withAdverb(words, adverbOf(hedge));
  const first = words.words[0] as KeyedWord;
  const last = words.words[words.words.length - 1] as KeyedWord;
  const span = fix?.span ?? { start: first.start, end: last.end };
  const placed = { start: span.start + claim.span.start, end: span.end + claim.span.start };
  return {
    kind: 'certainty',
    span: placed,
    drafted: drafted(comparing, placed),
    noted: hedge,
    passage: candidate.passage,
    ...(fix === undefined ? {} : { replacement: fix.text }),
  };
}
