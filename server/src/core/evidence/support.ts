// Owns: the verdict on a claim, by the table "From verdict to finding" of the design.
// Must not know: rules, findings, how the engine caches.
import type { Register } from '../extract/claims/register.ts';
import { isClaim } from '../extract/claims/thresholds.ts';
import { resolveDates } from '../extract/dates/calendar.ts';
import type { Claim, NumberFact, SourceKind, TlpLevel } from '../extract/facts.ts';
import { isAbove } from '../extract/tlp.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { areNearSynonyms } from '../lexicon/near-synonyms.ts';
import type { Span } from '../text/span.ts';
import { type Alignment, align, type KeyedText, type KeyedWord, keyed, keyedPassage, matchWord, sharedSpans } from './alignment.ts';
import { agreeByClock } from './clock-times.ts';
import type { EvidenceIndex, Placed } from './contract.ts';
import { isHeld } from './contradictions/backed-figures.ts';
import { type Candidate, type Comparing, factsAround, isBare, type NearSources, neighboursOf } from './contradictions/comparing.ts';
import { findDifferences } from './contradictions/contradictions.ts';
import { datesAgree } from './contradictions/days.ts';
import { agrees } from './contradictions/quantities.ts';
import { absentFigures, Figures } from './figures.ts';
import { sourcesNamed } from './named-sources.ts';
import { datesOfPassage, factsOfPassage } from './passage-facts.ts';
import { heldInAll, type WeighedPassage } from './support-features.ts';
import { type Weighed, weigh, weightsOf } from './support-model.ts';
import type { Difference, Match, Passage, Source, Support, Verdict } from './types.ts';

/** A citation whose reach includes the claim. */
export interface CoveringCitation {
  /** As written: key or url. */
  readonly target: string;
  /** Absent where nothing in the Story has this key. */
  readonly source?: Source;
}

/** An attribution in prose whose scope includes the claim, carried over and with pronouns resolved where that can be done. */
export interface CoveringAttribution {
  readonly kind: SourceKind;
  /** Words that name the source ("Hanna Brodie", "the bank's statement"); absent in the unnamed passive. */
  readonly name?: string;
}

export type Strictness = 'relaxed' | 'standard' | 'strict';

/**
 * All that the verdict on a claim depends on. A cache entry may be kept as long as all of these stay equal:
 * - `claim` (score, `not`, polarity, certainty, span) and the text and facts of its sentence and of the segment before it,
 * - `citations`, `closing` and `beside` (targets and the Sources they resolve to) and `attributions` (kinds and names),
 * - `date`, `tlp`, `language`, `strictness`, `register`, `thresholds`, `earlierNames`, `ready`,
 * - `index.revision` (in finer steps: the answers of `index.search` for the claim's words, the list of Sources
 *   with their keys, titles, authors, speakers, marks, and the texts of the passages that were found),
 * - the revision of `knowledge`.
 * Nothing else: no clock, no file, no other claim.
 */
export interface SupportInput {
  readonly claim: Claim;
  readonly segment: Placed;
  readonly index: EvidenceIndex;
  readonly citations: readonly CoveringCitation[];
  readonly attributions: readonly CoveringAttribution[];
  /** The Source of the one citation of the paragraph, where it does not reach over the claim. */
  readonly closing?: Source;
  /** The Sources that other sentences of the paragraph cite, where no citation reaches over the claim. */
  readonly beside?: readonly Source[];
  readonly knowledge: Knowledge;
  readonly strictness: Strictness;
  /** Of the whole draft; absent is reporting. */
  readonly register?: Register;
  /** False while the index is being built: the verdict is `unchecked`. */
  readonly ready: boolean;
  /** ISO date of the draft, where known; relative dates need it. */
  readonly date?: string;
  /** The draft's mark; absent counts as CLEAR. Sources above it never make a claim `uncited`. */
  readonly tlp?: TlpLevel;
  /** ISO 639-1 of the draft; absent is English. */
  readonly language?: string;
  /** Names of the sentences before in the paragraph: what "it" and "she" may stand for. Terms for the search, no more. */
  readonly earlierNames?: readonly string[];
  /** A person said that this passage is opinion or analysis (comment or verdict). */
  readonly opinion?: boolean;
}

/**
 * Scores of the support model, set on the training data: from `full` all of a claim counts as backed; below `related`
 * nothing bears on it (between 1 and 2 of 100 backed claims fall there).
 */
export const SUPPORT_THRESHOLDS = { full: 0.57, related: 0.145 } as const;

/** Claim score from which a cited sentence is judged, whatever the strictness. */
const CITED_SCORE = 0.3;

/** How many passages are looked at closely. */
const CLOSE = 12;

/** The verdict on one claim. Total and pure; see `SupportInput` for what it depends on. */
export function judgeClaim(input: SupportInput): Support {
  const none: Support = { verdict: 'not-a-claim', matches: [], differences: [], cited: [], missing: [] };
  const { claim } = input;
  if (input.opinion === true || isNoClaim(claim) || isPointer(input)) return none;
  const cited = citedSources(input);
  const keys = [...cited.keys()];
  if (!input.ready) return { ...none, verdict: 'unchecked', reason: 'indexing', cited: keys };

  const text = claimText(input);
  const words = keyed(text);
  const query = queryOf(input, text);
  const readable = [...cited.values()].filter(source => hasText(source, input.language));
  const within = weighWithin(input, words, query, new Set(readable.map(source => source.key)));
  const around = weighWithin(input, words, query);
  const closing = input.closing !== undefined && hasText(input.closing, input.language) ? [input.closing] : [];
  const told = cited.size > 0 ? [] : goesOnAbout(input);
  const bound = [readable, closing, told].find(sources => sources.length > 0) ?? [];
  const { differences, conflicts } = differencesOf(input, words, within, around, bound);
  const support = (verdict: Verdict, weighed: Weighed | undefined): Support => ({
    verdict,
    matches: matchesOf(words, weighed),
    differences,
    ...(conflicts.length > 0 ? { conflicts } : {}),
    cited: keys,
    missing: verdict === 'partial' ? missingSpans(input, words, weighed) : [],
  });
  if (differences.length > 0) return support('contradicted', within ?? around);
  // Who cites a source holds the sentence for a claim.
  const isAsked =
    isClaim(claim, input.strictness, input.register) ||
    (input.citations.length > 0 && claim.not === undefined && claim.score >= CITED_SCORE);
  if (!isAsked) return isTakenFromNotes(input, words, around) ? support('uncited', around) : none;

  const unreadable = [...cited.values()].find(source => !hasText(source, input.language));
  if (readable.length === 0 && unreadable !== undefined) {
    const reason = reasonOf(unreadable, input.language);
    if (reason !== undefined) return { ...support('unchecked', around), reason };
  }
  if (unreadable === undefined && isHeldByOthers(input, words, query, around))
    return { ...support('miscited', around), cited: citedKeys(input) };
  if (within !== undefined) {
    if (within.score >= SUPPORT_THRESHOLDS.full && !lacksPart(words, within)) return support('supported', within);
    if (input.citations.length > 0 && unreadable === undefined && isElsewhere(input, words, within, around, keys))
      return support('miscited', around);
    if (bearsOn(within) || agreesInFigure(input, within) || !isElsewhereOrNowhere(input, words, within, around, readable))
      return support('partial', within);
    // A second source that cannot be read may hold what the first lacks.
    if (unreadable !== undefined || hasUnknownSource(input)) return support('attributed', within);
    // What is left of a sentence behind its last comma leans on what stands before.
    if (isRemnant(input, words)) return support('partial', within);
    if (input.citations.length > 0) return support('miscited', around);
  } else if (input.citations.length > 0 || hasUnknownSource(input)) {
    return support('attributed', around);
  }
  if (around === undefined) return support('unsupported', undefined);
  const best = around.passages[0]?.passage.source;
  if (best !== undefined && !sameLanguage(best, input.language) && bearsOn(around)) {
    return { ...support('unchecked', around), reason: 'other-language' };
  }
  const open = weighOpen(input, words, around);
  // What a closed source has and the open ones do not have as well is not theirs.
  const isClosed = open !== undefined && (around.passages[0]?.coverage ?? 0) > (open.passages[0]?.coverage ?? 0) + 0.1;
  if (open !== undefined && bearsOn(open) && closing.length > 0 && open.passages[0]?.passage.source.key === input.closing?.key)
    return support(open.score >= SUPPORT_THRESHOLDS.full ? 'supported' : 'partial', open);
  const isToldThere = closing.some(source => heldBy(words, weightsOf(words), source) >= WORDS_ENOUGH);
  if (isToldThere && bearsOnParagraph(input, closing)) {
    const told = weighWithin(input, words, query, new Set(closing.map(source => source.key)));
    return support('partial', told ?? around);
  }
  if (open !== undefined && bearsOn(open) && !hasAbsentFigure(input, words, open) && !isForeignToNotes(input, words, open, around))
    return support(!isClosed && within === undefined && isBacked(open) ? 'uncited' : 'partial', open);
  return support('unsupported', around);
}

/** Whether passages bear on a claim at all: the model says so, or one of them has much of its words. */
export function bearsOn(weighed: Weighed): boolean {
  return weighed.score >= SUPPORT_THRESHOLDS.related || (weighed.passages[0]?.coverage ?? 0) >= WORDS_ENOUGH;
}

/** Whether passages back a claim so well that one can say that they have it. */
function isBacked(weighed: Weighed): boolean {
  return weighed.score >= BACKED_SCORE || (weighed.passages[0]?.coverage ?? 0) >= BACKED_WORDS;
}

/** Between "bears on it" and these nothing is said: neither that the notes have it nor that they lack it. */
const BACKED_SCORE = 0.34;
const BACKED_WORDS = 0.45;

/** Share of a claim's weight in one passage that speaks against "nothing bears on it", whatever the model says. */
const WORDS_ENOUGH = 0.3;

/**
 * A paragraph of one sentence that names no source, though the notes have all but all of it: whatever it looks like, it is
 * a fact that was taken from them. In manuals such sentences stand everywhere.
 */
function isTakenFromNotes(input: SupportInput, words: KeyedText, around: Weighed | undefined): boolean {
  const { claim, segment } = input;
  if (around === undefined || claim.not !== undefined || claim.type === 'quotation' || input.strictness === 'relaxed') return false;
  if (input.register !== undefined && input.register !== 'reporting') return false;
  if (input.citations.length > 0 || input.attributions.length > 0 || !isOnlySentence(segment, claim.sentence)) return false;
  const open = weighOpen(input, words, around);
  const best = open?.passages[0];
  if (open === undefined || best === undefined || !sameLanguage(best.passage.source, input.language)) return false;
  return open.score >= TAKEN_SCORE && best.coverage >= TAKEN_WORDS && !hasAbsentFigure(input, words, open);
}

/** How surely the notes must have a sentence that does not look like a claim. */
const TAKEN_SCORE = 0.58;
const TAKEN_WORDS = 0.55;

/** The sentence is a paragraph by itself, without any citation. */
function isOnlySentence({ facts }: Placed, sentence: number): boolean {
  const { tree, citations } = facts;
  const block = tree.blocks[tree.sentences[sentence]?.block ?? -1];
  if (block?.kind !== 'paragraph' || block.sentences.end - block.sentences.start !== 1) return false;
  return !citations.some(citation => citation.sentence === sentence);
}

/**
 * A claim on the brink of what bears on it, of which no passage of any note has a good part: "Premiums for insuring a
 * satellite operator have doubled since", where the notes know of the satellite and its operator alone.
 */
function isForeignToNotes(input: SupportInput, words: KeyedText, open: Weighed, around: Weighed): boolean {
  if (open.score >= BACKED_SCORE || (open.passages[0]?.coverage ?? 0) >= BACKED_SCORE || agreesInFigure(input, open)) return false;
  // What only a closed source may have is for the rules on handling to say.
  const nearest = around.passages[0]?.passage.source;
  if (nearest !== undefined && !isOpen(nearest, input.tlp)) return false;
  const written = new Figures(open.passages.map(one => one.passage));
  if (words.words.some(word => word.isNumber && word.key.length > 2 && written.has(word))) return false;
  const { title, weights } = open.comparison;
  let absent = 0;
  let all = 0;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    const weight = weights[at] ?? 0;
    all += weight;
    if ((title.matches[at]?.score ?? 0) < LIKE && !isAnywhere(input, word) && !isRetold(word, open)) absent += weight;
  }
  return absent >= FOREIGN * all;
}

/** Score of a word from which a passage has it. */
const LIKE = 0.6;
/** Share of a claim's weight that stands in no note. */
const FOREIGN = 0.35;

/** One of the closest passages has a word that can stand for it. */
function isRetold(word: KeyedWord, { passages }: Weighed): boolean {
  return passages.some(({ passage }) =>
    keyedPassage(passage).words.some(other => !other.isFunction && areNearSynonyms(word.key, other.key)),
  );
}

function isAnywhere({ index }: SupportInput, word: KeyedWord): boolean {
  return index.search(word.text, { limit: 3 }).some(({ passage }) => matchWord(word, keyedPassage(passage)).score >= LIKE);
}

/** A figure or date of the claim agrees with one in a passage: terse notes say little else. */
function agreesInFigure(input: SupportInput, weighed: Weighed): boolean {
  const { span } = input.claim;
  const inside = (fact: { readonly span: Span }): boolean => span.start <= fact.span.start && fact.span.end <= span.end;
  const numbers = input.segment.facts.numbers.filter(inside);
  const values = resolveDates(input.segment.facts.dates, input.date);
  const dates = input.segment.facts.dates.flatMap((fact, at) => {
    const value = values[at];
    return value !== undefined && inside(fact) ? [{ fact, value }] : [];
  });
  const references = input.segment.facts.references.filter(fact => inside(fact) && (fact.kind === 'cvss-vector' || fact.kind === 'cve'));
  return weighed.passages.some(({ passage, coverage }) => {
    const noted = factsOfPassage(passage, input.knowledge);
    if (references.some(fact => noted.references.some(other => other.kind === fact.kind && other.id === fact.id))) return true;
    const { published } = passage.source.metadata;
    if (published?.length === 10 && dates.some(({ fact, value }) => value.iso === published && fact.relative === undefined)) return true;
    if (agreeByClock(input.segment.facts.tree.prose.slice(span.start, span.end), passage.text)) return true;
    const least = (fact: NumberFact): number => (fact.kind === 'share' ? 0.04 : fact.kind === 'count' || fact.digits < 2 ? 0.1 : 0);
    if (
      numbers.some(
        fact =>
          coverage >= least(fact) &&
          noted.numbers.some(
            other => ((fact.kind !== 'count' || fact.noun === other.noun) && agrees(fact, other)) || isShortFor(fact, other),
          ),
      )
    )
      return true;
    if (coverage < 0.1) return false;
    const theirs = datesOfPassage(passage, input.knowledge, input.date);
    return dates.some(({ fact, value }) =>
      noted.dates.some((other, at) => {
        const date = theirs[at];
        return date !== undefined && date.iso.length >= 7 && datesAgree(value, fact, date, other);
      }),
    );
  });
}

/** A few words at the end of a sentence that makes more than one claim: "; the bill sets aside six". */
function isRemnant({ claim, segment }: SupportInput, words: KeyedText): boolean {
  const start = segment.facts.tree.sentences[claim.sentence]?.span.start ?? claim.span.start;
  const telling = words.words.filter(word => !word.isFunction);
  return (claim.span.start > start && telling.length <= 4) || (telling.length <= 3 && !telling.some(word => word.isName || word.isNumber));
}

/** The rest of the paragraph is told in the cited Sources: a sentence of it in quite other words is about the same. */
function bearsOnParagraph(input: SupportInput, readable: readonly Source[]): boolean {
  const { tree } = input.segment.facts;
  const own = tree.sentences[input.claim.sentence];
  if (own === undefined) return false;
  const at = input.claim.sentence;
  const others = tree.sentences.slice(Math.max(0, at - 2), at + 3).filter(one => one.block === own.block && one !== own);
  return others.some(one => {
    const words = keyed(tree.prose.slice(one.span.start, one.span.end));
    const weights = weightsOf(words);
    return readable.some(source => heldBy(words, weights, source) >= WORDS_ENOUGH_BESIDE);
  });
}

const WORDS_ENOUGH_BESIDE = 0.45;

/** Share of the weight of a sentence's words that a short Source has anywhere. */
function heldBy(words: KeyedText, weights: readonly number[], source: Source): number {
  if (source.passages.length > SHORT_SOURCE) return 0;
  const alignments = source.passages.map(passage => align(words, keyedPassage(passage)));
  let have = 0;
  let all = 0;
  for (const at of words.words.keys()) {
    const weight = weights[at] ?? 0;
    all += weight;
    have += weight * Math.max(0, ...alignments.map(one => one.matches[at]?.score ?? 0));
  }
  return all === 0 ? 0 : have / all;
}

/** "Six" behind a sentence on millions of crowns. */
function isShortFor(fact: NumberFact, other: NumberFact): boolean {
  return fact.kind === 'count' && fact.noun === undefined && other.kind === 'money' && [1e3, 1e6, 1e9].includes(other.value / fact.value);
}

/** A source that is not cited has most of the claim and the cited ones next to nothing, or it alone has the claim's figure. */
function isElsewhere(
  input: SupportInput,
  words: KeyedText,
  within: Weighed,
  around: Weighed | undefined,
  cited: readonly string[],
): boolean {
  const best = around?.passages[0];
  if (around === undefined || best === undefined) return false;
  const here = within.passages[0]?.coverage ?? 0;
  if (here < NEXT_TO_NOTHING && best.coverage >= WORDS_ELSEWHERE && !cited.includes(best.passage.source.key)) return true;
  if (here >= WORDS_ENOUGH) return false;
  const { span } = input.claim;
  const own = input.segment.facts.numbers.filter(
    fact => span.start <= fact.span.start && fact.span.end <= span.end && isTellingFigure(fact),
  );
  const held = (fact: NumberFact, passages: readonly Passage[]): boolean =>
    passages.some(passage => isHeld(fact, factsOfPassage(passage, input.knowledge).numbers));
  return own.some(fact => {
    const figure = words.text.slice(fact.span.start - span.start, fact.span.end - span.start);
    const near = input.index.search(figure, { limit: CLOSE, within: new Set(cited) }).map(match => match.passage);
    if (held(fact, [...within.passages.map(one => one.passage), ...near])) return false;
    const found = [...around.passages.map(one => one.passage), ...input.index.search(figure, { limit: CLOSE }).map(match => match.passage)];
    return found.some(
      passage =>
        !cited.includes(passage.source.key) &&
        factsOfPassage(passage, input.knowledge).numbers.some(other => isSameFigure(fact, other)) &&
        (fact.kind !== 'count' || sharesTelling(words, passage)),
    );
  });
}

/**
 * The cited Sources hold next to nothing of a claim that another Source, named in the sentence or not, clearly has; or they
 * share its subject and the other one has all but all of it.
 */
function isHeldByOthers(input: SupportInput, words: KeyedText, query: string, around: Weighed | undefined): boolean {
  const cited = new Set(citedKeys(input));
  if (around === undefined || cited.size === 0 || input.citations.some(({ source }) => source === undefined)) return false;
  const others = around.passages.filter(({ passage }) => !cited.has(passage.source.key)).map(one => one.passage);
  if (others.length === 0) return false;
  const there = weigh(words, others, titles(others.slice(0, 3).map(passage => passage.source)));
  if (!isBacked(there) || there.passages[0] === undefined || !sharesTelling(words, there.passages[0].passage, TELLING_ELSEWHERE))
    return false;
  // "She writes [@her-mail]": whoever is named and cited alike is hardly the wrong one.
  const isNamed = input.attributions.some(({ kind, name }) =>
    name === undefined ? kind === 'pronoun' : sourcesNamed(name, input.index.sources.values()).some(one => cited.has(one.key)),
  );
  if (isNamed && (there.passages[0]?.coverage ?? 0) < WORDS_BESIDE_NAMED) return false;
  const here = weighWithin(input, words, query, cited);
  const held = here === undefined ? 0 : heldInAll(here.comparison);
  if (held <= NEXT_TO_NOTHING) return true;
  return there.score - (here?.score ?? 0) >= SURER && (there.passages[0]?.coverage ?? 0) - held >= MORE_WORDS;
}

/** So many telling words the other Source must have: of "she would order them again" any note has two. */
const TELLING_ELSEWHERE = 3;

/** Share of the words that another Source must have than the one that is named and cited. */
const WORDS_BESIDE_NAMED = 0.55;

/** By so much another Source must be surer, and hold more of the words, where the cited one has its subject. */
const SURER = 0.45;
const MORE_WORDS = 0.35;

const NEXT_TO_NOTHING = 0.25;
const WORDS_ELSEWHERE = 0.5;

/** A figure that is not of many things: a count with its noun, or an amount of two digits or more. */
function isTellingFigure(fact: NumberFact): boolean {
  if (fact.kind === 'count') return fact.noun !== undefined && fact.value > 2;
  return fact.digits >= 2 && (fact.kind === 'duration' || fact.kind === 'money' || fact.kind === 'percent' || fact.kind === 'bytes');
}

function isSameFigure(fact: NumberFact, other: NumberFact): boolean {
  if (fact.kind !== other.kind || fact.value !== other.value || fact.unit !== other.unit) return false;
  return fact.kind !== 'count' || fact.noun === other.noun;
}

/** A passage has a telling word of the claim beside its figures. */
function sharesTelling(words: KeyedText, passage: Passage, least = 2): boolean {
  const { matches } = align(words, keyedPassage(passage));
  const shared = words.words.filter((word, at) => !word.isFunction && !word.isNumber && (matches[at]?.score ?? 0) >= 0.7);
  return shared.length >= least;
}

/** Another source has what the cited one lacks, or the cited one has next to nothing of a claim that names or counts something. */
function isElsewhereOrNowhere(
  input: SupportInput,
  words: KeyedText,
  within: Weighed,
  around: Weighed | undefined,
  readable: readonly Source[],
): boolean {
  const here = within.passages[0]?.coverage ?? 0;
  const there = around?.passages[0]?.coverage ?? 0;
  // The title of the cited source says what it is about, and small counts say little.
  const isSpecific = words.words.some(
    (word, at) =>
      (within.comparison.title.matches[at]?.score ?? 0) < 0.7 &&
      (word.isName || (word.isNumber && Number(word.key) > 2) || (at === 0 && isRareCapital(word, within, at))),
  );
  // Who cites one source for a long sentence cites it for a part.
  const isLong = words.words.length > LONG_SENTENCE;
  if (there >= Math.max(0.5, here + 0.25)) return true;
  return here < 0.2 && isSpecific && !isLong && !bearsOnParagraph(input, readable);
}

const LONG_SENTENCE = 24;

/** The first word of a sentence is rare, and may be a name. */
function isRareCapital(word: KeyedWord, weighed: Weighed, at: number): boolean {
  return !word.isFunction && !/ever$/.test(word.folded) && (weighed.comparison.weights[at] ?? 0) >= 0.95;
}

/** Two content words in a row that nothing backs, or a figure. */
function lacksPart(words: KeyedText, weighed: Weighed): boolean {
  let run = 0;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    run = (weighed.missing[at] ?? 0) >= 0.5 ? run + 1 : 0;
    if (run >= 2) return true;
  }
  return false;
}

/** A figure of the claim that none of the passages near it holds or yields, nor anything else in the evidence that the index knows by it. */
function hasAbsentFigure(input: SupportInput, words: KeyedText, weighed: Weighed): boolean {
  const near = weighed.passages.map(one => one.passage);
  const { span } = input.claim;
  const facts = input.segment.facts.numbers.filter(fact => span.start <= fact.span.start && fact.span.end <= span.end);
  const held = (fact: NumberFact, passages: readonly Passage[]): boolean =>
    passages.some(passage => isHeld(fact, factsOfPassage(passage, input.knowledge).numbers));
  const search = (text: string): Passage[] => input.index.search(text, { limit: CLOSE }).map(match => match.passage);
  const yielded = facts.filter(fact => held(fact, near));
  const counted = facts.filter(fact => fact.kind === 'count' && fact.noun !== undefined && fact.value > 2 && !yielded.includes(fact));
  const [share, ...others] = facts.filter(fact => fact.kind !== 'duration');
  if (share?.kind === 'share' && others.length === 0 && share.bound === 'exact' && !yielded.includes(share)) return true;
  // "Fifty euros" is no figure of speech.
  const sums = facts.filter(fact => (fact.kind === 'money' || fact.kind === 'percent') && !yielded.includes(fact));
  const isWritten = (fact: NumberFact): boolean =>
    held(fact, search(words.text.slice(fact.figure.start - span.start, fact.figure.end - span.start)));
  if (sums.some(fact => fact.bound === 'exact' && !isWritten(fact))) return true;
  if (counted.some(fact => !held(fact, search(words.text.slice(fact.figure.start - span.start, fact.figure.end - span.start)))))
    return true;
  return absentFigures(words, new Figures(near)).some(at => {
    const word = words.words[at] as KeyedWord;
    // Number words stand in shares and figures of speech.
    if (!/\d/.test(word.text)) return false;
    const start = word.start + span.start;
    if (yielded.some(fact => fact.span.start <= start && start < fact.span.end)) return false;
    return absentFigures(words, new Figures(search(word.text))).includes(at);
  });
}

/** Keys of the Sources that the claim cites, those that it names in prose left out. */
function citedKeys(input: SupportInput): string[] {
  return [...new Set(input.citations.flatMap(({ source }) => (source === undefined ? [] : [source.key])))];
}

/** "Episode 112, 9 April 2024." in a footnote says where something stands, and no more. */
function isPointer({ claim, segment }: SupportInput): boolean {
  const { tree } = segment.facts;
  const block = tree.blocks[tree.sentences[claim.sentence]?.block ?? -1];
  return block?.kind === 'footnote' && claim.not === 'fragment';
}

function isNoClaim(claim: Claim): boolean {
  // Headings, fragments, forecasts and instructions need no source; their figures and names can still be wrong.
  return (
    claim.not !== undefined &&
    claim.not !== 'instruction' &&
    claim.not !== 'heading' &&
    claim.not !== 'fragment' &&
    claim.not !== 'prediction'
  );
}

/** Sources that the claim cites or names, by key. */
function citedSources(input: SupportInput): Map<string, Source> {
  const cited = new Map<string, Source>();
  for (const { source } of input.citations) if (source !== undefined) cited.set(source.key, source);
  for (const attribution of input.attributions) {
    if (attribution.name === undefined) continue;
    for (const source of sourcesNamed(attribution.name, input.index.sources.values())) cited.set(source.key, source);
  }
  return cited;
}

/**
 * The Sources that a claim is told from: those cited, else those that its paragraph cites or names, else that of the
 * passage closest to it.
 */
function nearSources(input: SupportInput, words: KeyedText, cited: readonly Source[], around: Weighed | undefined): NearSources {
  if (cited.length > 0) return { sources: cited, how: 'cited' };
  const { tree, attributions } = input.segment.facts;
  const block = tree.sentences[input.claim.sentence]?.block;
  const voices = attributions
    .filter(one => tree.sentences[one.sentence]?.block === block)
    .flatMap(({ source }) => (source === undefined ? [] : [tree.prose.slice(source.start, source.end)]));
  const named = voices.flatMap(name => sourcesNamed(name, input.index.sources.values()));
  const paragraph = [...new Set([...(input.beside ?? []), ...named])].filter(source => hasText(source, input.language));
  const best = around?.passages[0]?.passage.source;
  const sources = paragraph.length > 0 ? paragraph : best !== undefined && sameLanguage(best, input.language) ? [best] : [];
  // All of them will be read: the verdict depends on them.
  if (sources.length > 0) input.index.search(words.text, { limit: 1, within: new Set(sources.map(source => source.key)) });
  return { sources, how: paragraph.length > 0 ? 'paragraph' : 'closest' };
}

/** The Sources that the last name before the claim means, for claims such as "we grade her analysis B1". */
function namedBefore(input: SupportInput): readonly Source[] {
  for (const name of [...(input.earlierNames ?? [])].reverse()) {
    const named = sourcesNamed(name, input.index.sources.values());
    if (named.length === 1) return named;
  }
  return [];
}

/** "It said", "the company announced": the Source of the last name before, where nothing else is cited or named. */
function goesOnAbout(input: SupportInput): readonly Source[] {
  const isTakenUp = input.attributions.some(
    ({ kind, name }) => kind !== 'group' && kind !== 'passive' && (name === undefined || !/\p{Lu}\p{Ll}/u.test(name.replace(/^The /, ''))),
  );
  return isTakenUp && input.citations.length === 0 ? namedBefore(input).filter(source => hasText(source, input.language)) : [];
}

/** "We grade the review A2": the one Source of that title, else the last name before, else what was cited last before. */
function gradedSources(input: SupportInput, words: KeyedText): readonly Source[] {
  const described = /\bgrade[sd]?(?: (?:the|this|that|its|her|his|their))? ([\p{L} ]+?) (?:as )?[A-F][1-6]\b/iu.exec(words.text)?.[1];
  const titled = described === undefined ? [] : sourcesNamed(described, input.index.sources.values());
  if (titled.length === 1) return titled;
  const named = namedBefore(input);
  if (named.length > 0) return named;
  const before = input.segment.facts.citations.filter(citation => citation.span.end <= input.claim.span.start).pop();
  const last = before === undefined ? undefined : input.index.sources.get(before.target);
  return last === undefined ? [] : [last];
}

/** Identifiers of vulnerabilities that the claim is about: its own, else the last ones before it in its segment's block. */
function topicsOf(input: SupportInput): ReadonlySet<string> {
  const { tree, references } = input.segment.facts;
  const block = tree.blocks[tree.sentences[input.claim.sentence]?.block ?? -1];
  const ids = references.filter(fact => fact.kind === 'cve');
  const own = ids.filter(fact => input.claim.span.start <= fact.span.start && fact.span.end <= input.claim.span.end);
  if (own.length > 0) return new Set(own.map(fact => fact.id));
  const before = ids.filter(fact => block !== undefined && block.span.start <= fact.span.start && fact.span.end <= input.claim.span.start);
  const last = before[before.length - 1];
  return new Set(last === undefined ? [] : [last.id]);
}

/** Somebody is named whose text is not here. Vague groups and the passive name nobody. */
function hasUnknownSource(input: SupportInput): boolean {
  return input.attributions.some(attribution => {
    if (attribution.kind === 'group' || attribution.kind === 'passive' || attribution.name === undefined) return false;
    return sourcesNamed(attribution.name, input.index.sources.values()).length === 0;
  });
}

function hasText(source: Source, language: string | undefined): boolean {
  return source.noText === undefined && source.passages.length > 0 && sameLanguage(source, language);
}

function sameLanguage(source: Source, language: string | undefined): boolean {
  return (source.language ?? 'en') === (language ?? 'en');
}

/** Why a cited source cannot be compared with; undefined for an entry of a bibliography, whose text nobody expects here. */
function reasonOf(source: Source, language: string | undefined): Support['reason'] | undefined {
  if (source.noText === 'too-large') return 'too-large';
  if (source.noText === 'bibliography-entry') return undefined;
  if (source.noText !== undefined) return 'no-text';
  if (!sameLanguage(source, language)) return 'other-language';
  return 'no-text';
}

function claimText(input: SupportInput): string {
  const { tree } = input.segment.facts;
  let text = tree.prose.slice(input.claim.span.start, input.claim.span.end);
  // What only points to a source is no part of what is claimed.
  for (const { span } of input.segment.facts.citations) {
    const start = span.start - input.claim.span.start;
    const end = span.end - input.claim.span.start;
    if (start >= 0 && end <= text.length) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

/** The part of its sentence before a claim, else the sentence before in the same block: what a short claim goes on about. */
function textBefore(input: SupportInput): string {
  const { tree } = input.segment.facts;
  const own = tree.sentences[input.claim.sentence];
  const part = own === undefined ? '' : tree.prose.slice(own.span.start, Math.max(own.span.start, input.claim.span.start));
  if (/\p{L}{3}/u.test(part)) return part;
  const before = tree.sentences[input.claim.sentence - 1];
  if (own === undefined || before === undefined || own.block !== before.block) return '';
  return tree.prose.slice(before.span.start, before.span.end);
}

function queryOf(input: SupportInput, text: string): string {
  return input.earlierNames === undefined || input.earlierNames.length === 0 ? text : `${text} ${input.earlierNames.join(' ')}`;
}

function weighWithin(input: SupportInput, words: KeyedText, query: string, within?: ReadonlySet<string>): Weighed | undefined {
  if (within !== undefined && within.size === 0) return undefined;
  const found = input.index.search(query, within === undefined ? { limit: CLOSE } : { limit: CLOSE, within });
  if (found.length === 0) return within === undefined ? undefined : weigh(words, []);
  return weigh(
    words,
    found.map(match => match.passage),
    titlesOf(found),
  );
}

/** The same without Sources that the draft may not name: marked above it, off the record. */
function weighOpen(input: SupportInput, words: KeyedText, around: Weighed): Weighed | undefined {
  const open = around.passages.map(one => one.passage).filter(passage => isOpen(passage.source, input.tlp));
  return open.length === 0 ? undefined : weigh(words, open, titles(open.map(passage => passage.source)));
}

function isOpen(source: Source, tlp: TlpLevel | undefined): boolean {
  const level = source.metadata.tlp;
  if (source.metadata.terms === 'off-record' || source.metadata.terms === 'deep-background') return false;
  return !isAbove(level, tlp ?? 'CLEAR');
}

function titlesOf(found: readonly Match[]): string {
  return titles(found.slice(0, 3).map(match => match.passage.source));
}

function titles(sources: readonly Source[]): string {
  return [...new Set(sources.map(source => `${source.title}. ${(source.metadata.authors ?? []).join(', ')}`))].join('. ');
}

function matchesOf(words: KeyedText, weighed: Weighed | undefined): Match[] {
  if (weighed === undefined) return [];
  return weighed.passages
    .filter(one => one.coverage > 0.15)
    .slice(0, 3)
    .map(one => ({ passage: one.passage, score: one.coverage, shared: sharedSpans(words, one.alignment) }));
}

function missingSpans(input: SupportInput, words: KeyedText, weighed: Weighed | undefined): Span[] {
  if (weighed === undefined) return [];
  const spans: { start: number; end: number }[] = [];
  let last = -2;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction || (weighed.missing[at] ?? 0) < 0.5) continue;
    const span = { start: word.start + input.claim.span.start, end: word.end + input.claim.span.start };
    const before = spans[spans.length - 1];
    if (before !== undefined && at - last <= 2) before.end = span.end;
    else spans.push(span);
    last = at;
  }
  return spans;
}

/** Passages of a Source that is gone through whole where it is cited. */
const SHORT_SOURCE = 20;

/** How many of the closest passages bring the bare lines beside them. */
const LEADING = 4;

/** Closest passages first, those of cited Sources before others; each once. */
function differencesOf(
  input: SupportInput,
  words: KeyedText,
  within: Weighed | undefined,
  around: Weighed | undefined,
  cited: readonly Source[],
): Compared {
  const keys = new Set(cited.map(source => source.key));
  const seen = new Set<Passage>();
  const candidates: Candidate[] = [];
  const before = textBefore(input);
  const more = before === '' ? [] : input.index.search(`${before} ${words.text}`, { limit: CLOSE });
  const further = more.map(({ passage }) => ({ passage, alignment: align(words, keyedPassage(passage)) }));
  // Of a short cited Source every line counts, whatever its words.
  const short = cited.flatMap(source => (source.passages.length <= SHORT_SOURCE ? source.passages : []));
  const rest = short.map(passage => ({ passage, alignment: align(words, keyedPassage(passage)) }));
  for (const { passage, alignment } of [...(within?.passages ?? []), ...(around?.passages ?? []), ...further, ...rest]) {
    if (seen.has(passage) || !sameLanguage(passage.source, input.language)) continue;
    seen.add(passage);
    candidates.push({ passage, alignment, cited: keys.has(passage.source.key) });
  }
  // "She was 23." goes with the lines around it.
  for (const { passage } of [...candidates].slice(0, LEADING)) {
    for (const beside of neighboursOf(passage)) {
      if (seen.has(beside) || !isBare(beside)) continue;
      seen.add(beside);
      candidates.push({ passage: beside, alignment: align(words, keyedPassage(beside)), cited: keys.has(beside.source.key) });
    }
  }
  const titles = new Map<Source, Alignment>();
  const comparing: Comparing = {
    claim: input.claim,
    facts: factsAround(input.segment.facts, input.claim.sentence),
    words,
    weights: weightsOf(words),
    candidates,
    cited,
    near: nearSources(input, words, cited, around),
    graded: cited.length > 0 ? cited : gradedSources(input, words),
    topics: topicsOf(input),
    knowledge: input.knowledge,
    ...(input.date === undefined ? {} : { date: input.date }),
    ...(before !== '' && /^(?:it|they|this|these|both|he|she)\b/i.test(words.text.trimStart()) ? { before: keyed(before) } : {}),
    title: source => {
      const known = titles.get(source) ?? align(words, keyed(`${source.title} ${source.key.replaceAll('-', ' ')}`));
      titles.set(source, known);
      return known;
    },
    find: query => input.index.search(query, { limit: CLOSE }).map(match => match.passage),
  };
  const differences = findDifferences(comparing);
  if (differences.length > 0 || !hasFigureOrDate(input)) return { differences, conflicts: [] };
  return disagreements(comparing, [...(within?.passages ?? []), ...(around?.passages ?? [])]);
}

interface Compared {
  readonly differences: readonly Difference[];
  /** See `Support.conflicts`. */
  readonly conflicts: readonly Difference[];
}

function hasFigureOrDate({ claim, segment }: SupportInput): boolean {
  const inside = (fact: { readonly span: Span }): boolean => claim.span.start <= fact.span.start && fact.span.end <= claim.span.end;
  return segment.facts.numbers.some(inside) || segment.facts.dates.some(inside);
}

/** How much of a claim's weight each of two passages must hold for their figures to speak of one thing. */
const BOTH_ON_IT = 0.5;

/**
 * Notes that disagree: no passage at all differs while another has what the draft has, so each side is looked at alone.
 * Where it is the cited text that has it otherwise, the claim is contradicted.
 */
function disagreements(comparing: Comparing, weighed: readonly WeighedPassage[]): Compared {
  const coverage = new Map(weighed.map(one => [one.passage, one.coverage]));
  const near = comparing.candidates.filter(one => (coverage.get(one.passage) ?? 0) >= BOTH_ON_IT);
  const alone = (candidates: readonly Candidate[]): readonly Difference[] =>
    findDifferences({ ...comparing, candidates }).filter(one => one.kind === 'number' || one.kind === 'date');
  const sources = [...new Set(near.map(one => one.passage.source))];
  if (sources.length < 2) return { differences: [], conflicts: [] };
  const sides = sources.map(source => {
    const own = near.filter(one => one.passage.source === source);
    return { own, isCited: own.some(one => one.cited), otherwise: alone(own) };
  });
  const agreeing = sides.find(side => side.otherwise.length === 0)?.own[0]?.passage;
  const otherwise = sides.flatMap(side => (agreeing === undefined ? [] : side.otherwise.map(one => ({ ...one, agreeing }))));
  const isCitedOtherwise = sides.some(side => side.isCited) && sides.every(side => side.isCited === side.otherwise.length > 0);
  return isCitedOtherwise ? { differences: otherwise, conflicts: [] } : { differences: [], conflicts: otherwise };
}
