// Owns: the passages that a claim is compared with, and notes that disagree among themselves.
// Must not know: verdicts.
import { perObject } from '../../text/kept.ts';
import { itemsWithin } from '../../text/span.ts';
import { type Alignment, align, type KeyedText, keyed, keyedPassage } from '../alignment.ts';
import {
  type Candidate,
  type ComparedFacts,
  type Comparing,
  factsAround,
  isBare,
  type NearSources,
  neighboursOf,
} from '../contradictions/comparing.ts';
import { findDifferences, findFigureDifferences } from '../contradictions/contradictions.ts';
import { sourcesNamedAmong } from '../named-sources.ts';
import type { WeighedPassage } from '../support-comparison.ts';
import { type Weighed, weightsOf } from '../support-model.ts';
import type { Difference, Passage, Source } from '../types.ts';
import { gradedSources, hasText, type SupportInput, sameLanguage, textBefore, topicsOf } from './input.ts';
import { CLOSE, SHORT_SOURCE } from './weighing.ts';

/**
 * The Sources that a claim is told from: those cited, else those that its paragraph cites or names, else that of the
 * passage closest to it.
 */
function nearSources(
  input: SupportInput,
  { tree, attributions }: ComparedFacts,
  words: KeyedText,
  cited: readonly Source[],
  within: Weighed | undefined,
  around: Weighed | undefined,
): NearSources {
  if (cited.length > 0) return { sources: closest(cited, within), how: 'cited' };
  const block = tree.sentences[input.claim.sentence]?.block;
  const voices = attributions
    .filter(one => tree.sentences[one.sentence]?.block === block)
    .flatMap(({ source }) => (source === undefined ? [] : [tree.prose.slice(source.start, source.end)]));
  const named = [...new Set(voices)].flatMap(name => sourcesNamedAmong(name, input.index.sources));
  const beside = [...new Set([...(input.beside ?? []), ...named])].filter(source => hasText(source, input.language));
  const paragraph = closest(beside, around);
  const best = around?.passages[0]?.passage.source;
  const sources = paragraph.length > 0 ? paragraph : best !== undefined && sameLanguage(best, input.language) ? [best] : [];
  // All of them will be read: the verdict depends on them.
  if (sources.length > 0) input.index.search(words.text, { limit: 0, within: new Set(sources.map(source => source.key)) });
  return { sources, how: paragraph.length > 0 ? 'paragraph' : 'closest' };
}

/** Somebody who speaks in more Sources than this is no sign of any of them. */
const MOST_NEAR = 24;

/** Sources, or of very many those whose passages are closest. */
function closest(sources: readonly Source[], weighed: Weighed | undefined): readonly Source[] {
  if (sources.length <= MOST_NEAR) return sources;
  const near = new Set(weighed?.passages.map(({ passage }) => passage.source));
  return sources.filter(source => near.has(source));
}

/** Title and key of a Source, keyed; kept as long as it lives. */
const headingOf = perObject(({ title, key }: Source): KeyedText => keyed(`${title} ${key.replaceAll('-', ' ')}`));

/** How many of the closest passages bring the bare lines beside them. */
const LEADING = 4;

/** Closest passages first, those of cited Sources before others; each once. */
export function differencesOf(
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
  const facts = factsAround(input.segment.facts, input.claim.sentence);
  const comparing: Comparing = {
    claim: input.claim,
    facts,
    words,
    weights: weightsOf(words),
    candidates,
    cited,
    near: nearSources(input, facts, words, cited, within, around),
    graded: cited.length > 0 ? cited : gradedSources(input, words),
    topics: topicsOf(input),
    knowledge: input.knowledge,
    ...(input.date === undefined ? {} : { date: input.date }),
    ...(before !== '' && /^(?:it|they|this|these|both|he|she)\b/i.test(words.text.trimStart()) ? { before: keyed(before) } : {}),
    title: source => {
      const known = titles.get(source) ?? align(words, headingOf(source));
      titles.set(source, known);
      return known;
    },
    sources: () => [...input.index.sources.values()].filter(source => sameLanguage(source, input.language)),
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
  const { numbers, dates } = segment.facts;
  return itemsWithin(numbers, claim.span).length > 0 || itemsWithin(dates, claim.span).length > 0;
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
  const alone = (candidates: readonly Candidate[]): readonly Difference[] => findFigureDifferences({ ...comparing, candidates });
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
