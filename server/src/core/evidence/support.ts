// Owns: the verdict on a claim, by the table "From verdict to finding" of the design.
// Must not know: rules, findings, how the engine caches.
import { isClaim } from '../extract/claims/thresholds.ts';
import type { Span } from '../text/span.ts';
import { forgetAlignments, type KeyedText, keyed } from './alignment.ts';
import { differencesOf } from './support/differences.ts';
import { bearsOnParagraph, isElsewhere, isElsewhereOrNowhere, isHeldByOthers, isRemnant } from './support/elsewhere.ts';
import { agreesInFigure, hasAbsentFigure, isLostInList } from './support/held-figures.ts';
import {
  citedKeys,
  citedSources,
  claimText,
  goesOnAbout,
  hasText,
  hasUnknownSource,
  isNoClaim,
  isPointer,
  queryOf,
  reasonOf,
  type SupportInput,
  sameLanguage,
} from './support/input.ts';
import { isForeignToNotes, isTakenFromNotes, isUnheardOf } from './support/novelty.ts';
import {
  bearsOn,
  heldBy,
  isBacked,
  lacksPart,
  matchesOf,
  missingSpans,
  SUPPORT_THRESHOLDS,
  WORDS_ENOUGH,
  weighOpen,
  weighWithin,
} from './support/weighing.ts';
import { isWorkedOut } from './support/worked-out.ts';
import { type Weighed, weigh, weightsOf } from './support-model.ts';
import type { Source, Support, Verdict } from './types.ts';

export type { CoveringAttribution, CoveringCitation, Strictness, SupportInput } from './support/input.ts';
export { bearsOn, SUPPORT_THRESHOLDS } from './support/weighing.ts';

/** Claim score from which a cited sentence is judged, whatever the strictness. */
const CITED_SCORE = 0.3;

/**
 * What is missing is told when it is asked for: few do, and it takes as long as all the rest. Until then the passages are kept, and
 * weighed again: what comes of weighing takes a hundred times their room.
 */
function withMissing(known: Omit<Support, 'missing'>, span: Span, words: KeyedText, weighed: Weighed | undefined): Support {
  const titles = weighed?.comparison.title.passage.text;
  let asked = { text: words.text, passages: weighed?.passages.map(({ passage }) => passage) ?? [], titles };
  let missing: readonly Span[] | undefined;
  return {
    ...known,
    get missing() {
      if (missing) return missing;
      const again = keyed(asked.text);
      missing = asked.passages.length === 0 ? [] : missingSpans(span, again, weigh(again, asked.passages, asked.titles));
      forgetAlignments(again);
      asked = { text: '', passages: [], titles: undefined };
      return missing;
    },
  };
}

const NONE: Support = { verdict: 'not-a-claim', matches: [], differences: [], cited: [], missing: [] };

/** The verdict on one claim. Total and pure; see `SupportInput` for what it depends on. */
export function judgeClaim(input: SupportInput): Support {
  const { claim } = input;
  if (input.opinion === true || isNoClaim(claim, input.citations.length > 0) || isPointer(input)) return NONE;
  const cited = citedSources(input);
  if (!input.ready) return { ...NONE, verdict: 'unchecked', reason: 'indexing', cited: [...cited.keys()] };

  const text = claimText(input);
  const words = keyed(text);
  try {
    return judged(input, text, words, cited);
  } finally {
    forgetAlignments(words);
  }
}

function judged(input: SupportInput, text: string, words: KeyedText, cited: ReadonlyMap<string, Source>): Support {
  const { claim } = input;
  const keys = [...cited.keys()];
  const query = queryOf(input, text);
  const readable = [...cited.values()].filter(source => hasText(source, input.language));
  const within = weighWithin(input, words, query, new Set(readable.map(source => source.key)));
  const around = weighWithin(input, words, query);
  const closing = input.closing !== undefined && hasText(input.closing, input.language) ? [input.closing] : [];
  const told = cited.size > 0 ? [] : goesOnAbout(input);
  const bound = [readable, closing, told].find(sources => sources.length > 0) ?? [];
  const { differences, conflicts } = differencesOf(input, words, within, around, bound);
  const support = (verdict: Verdict, weighed: Weighed | undefined): Support => {
    const known = {
      verdict,
      matches: matchesOf(words, weighed),
      differences,
      ...(conflicts.length > 0 ? { conflicts } : {}),
      cited: keys,
    };
    return verdict === 'partial' ? withMissing(known, claim.span, words, weighed) : { ...known, missing: [] };
  };
  if (differences.length > 0) return support('contradicted', within ?? around);
  // Who cites a source holds the sentence for a claim.
  const isAsked =
    isClaim(claim, input.strictness, input.register) ||
    (input.citations.length > 0 && claim.not === undefined && claim.score >= CITED_SCORE);
  const follows = keys.length === 0 && isWorkedOut(input);
  if (!follows && isUnheardOf(input, words, around)) return support('unsupported', around);
  if (!isAsked) return isTakenFromNotes(input, words, around) ? support('uncited', around) : NONE;
  if (follows) return support('partial', around);

  const unreadable = [...cited.values()].find(source => !hasText(source, input.language));
  if (readable.length === 0 && unreadable !== undefined) {
    const reason = reasonOf(unreadable, input.language);
    if (reason !== undefined) return { ...support('unchecked', around), reason };
  }
  if (unreadable === undefined && isHeldByOthers(input, words, query, around))
    return { ...support('miscited', around), cited: citedKeys(input) };
  if (within !== undefined) {
    if (within.score >= SUPPORT_THRESHOLDS.full && !lacksPart(words, within))
      return support(isLostInList(input, words, within) ? 'partial' : 'supported', within);
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
    return support(open.score >= SUPPORT_THRESHOLDS.full && !isLostInList(input, words, open) ? 'supported' : 'partial', open);
  const isToldThere = closing.some(source => heldBy(words, weightsOf(words), source) >= WORDS_ENOUGH);
  if (isToldThere && bearsOnParagraph(input, closing)) {
    const told = weighWithin(input, words, query, new Set(closing.map(source => source.key)));
    return support('partial', told ?? around);
  }
  if (open !== undefined && bearsOn(open) && !hasAbsentFigure(input, words, open) && !isForeignToNotes(input, words, open, around))
    return support(!isClosed && within === undefined && isBacked(open) ? 'uncited' : 'partial', open);
  return support('unsupported', around);
}
