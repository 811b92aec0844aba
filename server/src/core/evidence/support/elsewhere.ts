// Owns: whether another Source than the one cited or named has a claim.
// Must not know: differences, verdicts.
import type { NumberFact } from '../../extract/facts.ts';
import { align, type KeyedText, keyed, keyedPassage } from '../alignment.ts';
import { isHeld } from '../contradictions/backed-figures.ts';
import { sourcesNamedAmong } from '../named-sources.ts';
import { factsOfPassage } from '../passage-facts.ts';
import { heldInAll } from '../support-comparison.ts';
import { type Weighed, weigh, weightsOf } from '../support-model.ts';
import type { Passage, Source } from '../types.ts';
import { agreesInFigure, isSameFigure, isTellingFigure } from './held-figures.ts';
import { citedKeys, type SupportInput } from './input.ts';
import { CLOSE, heldBy, isBacked, isRareCapital, LONG_SENTENCE, titles, WORDS_ENOUGH, weighWithin } from './weighing.ts';

/** A few words at the end of a sentence that makes more than one claim: "; the bill sets aside six". */
export function isRemnant({ claim, segment }: SupportInput, words: KeyedText): boolean {
  const start = segment.facts.tree.sentences[claim.sentence]?.span.start ?? claim.span.start;
  const telling = words.words.filter(word => !word.isFunction);
  return (claim.span.start > start && telling.length <= 4) || (telling.length <= 3 && !telling.some(word => word.isName || word.isNumber));
}

/** The rest of the paragraph is told in the cited Sources: a sentence of it in quite other words is about the same. */
export function bearsOnParagraph(input: SupportInput, readable: readonly Source[]): boolean {
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

/** A source that is not cited has most of the claim and the cited ones next to nothing, or it alone has the claim's figure. */
export function isElsewhere(
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
export function isHeldByOthers(input: SupportInput, words: KeyedText, query: string, around: Weighed | undefined): boolean {
  const cited = new Set(citedKeys(input));
  if (around === undefined || cited.size === 0 || input.citations.some(({ source }) => source === undefined)) return false;
  const others = around.passages.filter(({ passage }) => !cited.has(passage.source.key)).map(one => one.passage);
  if (others.length === 0) return false;
  const there = weigh(words, others, titles(others.slice(0, 3).map(passage => passage.source)));
  if (!isBacked(there) || there.passages[0] === undefined || !sharesTelling(words, there.passages[0].passage, TELLING_ELSEWHERE))
    return false;
  // "She writes [@her-mail]": whoever is named and cited alike is hardly the wrong one.
  const isNamed = input.attributions.some(({ kind, name }) =>
    name === undefined ? kind === 'pronoun' : sourcesNamedAmong(name, input.index.sources).some(one => cited.has(one.key)),
  );
  if (isNamed && (there.passages[0]?.coverage ?? 0) < WORDS_BESIDE_NAMED) return false;
  const here = weighWithin(input, words, query, cited);
  // "Dwell time 77 days" is terse for "nobody noticed them for eleven weeks".
  if (here !== undefined && agreesInFigure(input, here)) return false;
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

/** A passage has a telling word of the claim beside its figures. */
function sharesTelling(words: KeyedText, passage: Passage, least = 2): boolean {
  const { matches } = align(words, keyedPassage(passage));
  const shared = words.words.filter((word, at) => !word.isFunction && !word.isNumber && (matches[at]?.score ?? 0) >= 0.7);
  return shared.length >= least;
}

/** Another source has what the cited one lacks, or the cited one has next to nothing of a claim that names or counts something. */
export function isElsewhereOrNowhere(
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
  return (
    here < 0.2 &&
    isSpecific &&
    !isLong &&
    !sharesWord(words, readable) &&
    !hasInitials(words, readable) &&
    !bearsOnParagraph(input, readable)
  );
}

/** "The Known Exploited Vulnerabilities" beside a Source called "KEV": what the claim writes out the Source has by its initials. */
function hasInitials({ text }: KeyedText, sources: readonly Source[]): boolean {
  const written = [...text.matchAll(WRITTEN_OUT)].map(([run]) => run.replace(/[^\p{Lu}]/gu, ''));
  const has = (said: string): boolean => said.split(/[^\p{L}\p{N}]+/u).some(word => written.includes(word));
  return (
    written.length > 0 && sources.some(({ title, passages }) => has(title) || passages.slice(0, CLOSE).some(passage => has(passage.text)))
  );
}

const WRITTEN_OUT = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?: (?:and |of |for |the )?\p{Lu}\p{Ll}+){2,7}/gu;

/** Some passage has a telling word or figure of the claim: its subject, what is said of it, or how much. */
function sharesWord(words: KeyedText, sources: readonly Source[]): boolean {
  const telling = words.words.filter(word => !word.isFunction);
  return sources.some(source => source.passages.some(passage => telling.some(word => keyedPassage(passage).places.has(word.key))));
}
