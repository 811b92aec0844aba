// Owns: statements that are surer than the notes are.
// Must not know: verdicts, rules.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { alternatives } from '../../text/alternatives.ts';
import { type KeyedText, type KeyedWord, keyedPassage, type WordMatch } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { isCareful, reportedWords } from './carefulness.ts';
import { type Candidate, type Clause, type Comparing, drafted, onTopic, quotedShare, quotedSpans } from './comparing.ts';
import { isImperative } from './grammar.ts';
import { clausesOf, type Hedge, hedgeOf } from './hedge-scope.ts';
import { SAYING } from './negation.ts';
import { adverbOf, withAdverb, withoutCertainty } from './softening.ts';
import { takenUp } from './taken-up.ts';

/** To have found nothing is no proof that there was nothing. */
const NOTHING_FOUND =
  /\b(?:no (?:evidence|signs?|traces?|indications?|proof)|(?:(?:have|has|had)(?: not|n['’]t)|never) (?:yet )?found (?:any|an?|one|a single))\b/i;
const FLAT_DENIAL = /^[^,;]*\b(?:no|nobody|none|nothing|never|not (?:one|a single|any\p{L}*))\b/iu;
/** The draft only says that nothing was found. */
const LOOKED = /\b(?:see[ns]?|saw|find|found|finds|know[ns]?|knew|aware|heard?|signs?|evidence|traces?|far|yet)\b/i;
/** Those who found nothing have not looked everywhere. */
const STILL =
  /\b(?:so far|yet|still|only (?:just )?(?:begun|started|looked)|not (?:finished|done|complete)|(?:logs?|records?) (?:are |is |were |was )?(?:missing|gone|incomplete|overwritten|wiped)|cannot (?:rule|exclude|say)|no proof|keeps? looking)\b/i;
const PROVEN_NOT =
  /\b(?:prove[nsd]?|confirm(?:s|ed)?|establish(?:es|ed)?|verif(?:y|ies|ied))\b.*\b(?:no|not|never|none|nobody|nothing|without)\b|\b(?:not|no|never|nobody|none|nothing)\b.*\b(?:has|have|had) (?:\p{L}+ly )?(?:established|proven|proved|confirmed|verified)\b/iu;
/** What a cited text may leave open in so many words: who did it, why it is so. [the draft says it, the note leaves it open] */
const QUESTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:(?:was|were|is|are|stood|group|gang|crew|people|state|country) behind|responsible for|carried out by|the work of|attributed to)\b/i,
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
  [
    /\b(?:drove|driven by|motives?|motivated|out of (?:anger|revenge|greed|spite|envy|boredom)|because|due to|the (?:reason|cause) (?:is|was))\b/i,
    /\b(?:one|only one) (?:thing|lead|line|motive|possibility|reason|explanation) (?:that )?(?:we|they|police|investigators) (?:look|are looking|follow|are following|pursue|are pursuing|examine)\b/i,
  ],
];
const CAN = /\b(?:can|able to|allowed to|free to|has the right to)\b/i;
const SAME_THING = 0.42;
const TELLING = new Set('behind against inside same both'.split(' '));

/** At most one difference: the claim states as sure what every passage about the same thing keeps open. */
export function certaintyDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  const quoted = quotedSpans(comparing);
  if (quotedShare(comparing, quoted) > 0.4 || isCareful(comparing)) return [];
  if (words.words.length > 0 && isImperative(words, { from: 0, to: words.words.length - 1 })) return [];
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
        couldOf(words, candidate.alignment.passage, clause) ??
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
    const before = takenUp(comparing, said);
    if (before !== undefined) return [difference(comparing, before.passage, before.hedge, sure)];
    const open = openQuestion(comparing, said);
    return open === undefined ? [] : [difference(comparing, open.candidate.passage, open.hedge, sure)];
  }
  if (plain.some(one => saysSo(one, found))) return [];
  return [difference(comparing, found.candidate.passage, found.hedge, sure)];
}

/** "It could lead to arrests" where the draft has that it will. */
function couldOf(words: KeyedText, passage: KeyedText, { from, to }: Clause): Hedge | undefined {
  const verbs = new Set(
    words.words.flatMap((word, at) => (word.folded === 'will' ? (verbAfter(words, at, words.words.length - 1) ?? []) : [])),
  );
  for (let at = from; at < to && verbs.size > 0; at++) {
    if (passage.words[at]?.folded !== 'could') continue;
    const verb = verbAfter(passage, at, to);
    if (verb !== undefined && verbs.has(verb)) return { text: 'could', scope: { from, to } };
  }
  return undefined;
}

/** The key of what follows an auxiliary at once, but for adverbs and auxiliaries. */
function verbAfter(text: KeyedText, at: number, to: number): string | undefined {
  const word = text.words.slice(at + 1, Math.min(at + 3, to) + 1).find(one => !one.isFunction && !/ly$/.test(one.folded));
  return word?.key;
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

/** "Could not be established", "is unclear". */
const NOT_KNOWN = alternatives(
  /(?:could|can) ?not be (?:\p{L}+ )?(?:established|determined|proven|confirmed|verified|said|told)/u,
  /(?:is|was|remains?) (?:not (?:known|clear|established)|unclear|unknown|open)/,
);
const WHETHER_IT = new RegExp(
  String.raw`\bwhether (?:it|they|he|she|this|that|any)(?: \p{L}+)?? (?:(?:is|was|were|are|has|had|have|been) )*(\p{L}+)\b.*?\b(?:${NOT_KNOWN})\b`,
  'iu',
);

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

function difference(comparing: Comparing, passage: Passage, hedge: string, sure: number): Difference {
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
    passage,
    ...(fix === undefined ? {} : { replacement: fix.text }),
  };
}
