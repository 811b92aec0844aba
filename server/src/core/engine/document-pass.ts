// Owns: what only a whole document tells of its segments: date, mark, what covers a sentence, what a person called opinion.
// Must not know: notes, verdicts, rules. It is cheap: it runs on every version.
import type { CoveringAttribution } from '../evidence/support.ts';
import { carryAttributions, resolveSpeaker } from '../extract/attributions.ts';
import type { Quote, TlpLevel } from '../extract/facts.ts';
import { TLP_LEVELS } from '../extract/tlp.ts';
import type { FrontMatter, PlacedSegment, ResolvedCitation } from '../rules/types.ts';
import { overlaps, type Span } from '../text/span.ts';

export interface DocumentPass {
  /** ISO date: front matter, else a full date in the first lines. */
  readonly date?: string;
  /** The document's mark: front matter, else a banner. */
  readonly tlp?: TlpLevel;
  /** Stands for all that a verdict depends on beyond its segment and its citations. */
  readonly key: string;
  citationsOver(segment: PlacedSegment, sentence: number): readonly ResolvedCitation[];
  attributionsOver(segment: PlacedSegment, span: Span, sentence: number): readonly CoveringAttribution[];
  /** Who says a quote by another paragraph; a quote's own attribution is not asked. */
  speakerOf(segment: PlacedSegment, quote: Quote): string | undefined;
  isOpinion(segment: PlacedSegment, sentence: number): boolean;
  /** Names of the earlier sentences of the same block. */
  earlierNames(segment: PlacedSegment, sentence: number): readonly string[];
}

/** How many segments from the top may hold the dateline. */
const FIRST_SEGMENTS = 4;

/** Reads a document as a whole. `citations` are all of its own, resolved; `given` is what else verdicts depend on. */
export function documentPass(
  segments: readonly PlacedSegment[],
  frontMatter: FrontMatter,
  citations: readonly ResolvedCitation[],
  given: readonly (string | number | boolean)[],
): DocumentPass {
  const covering = new Map<number, Map<number, ResolvedCitation[]>>();
  for (const citation of citations) {
    for (const [segment, sentence] of coversOf(citation)) {
      let bySentence = covering.get(segment);
      if (!bySentence) {
        bySentence = new Map();
        covering.set(segment, bySentence);
      }
      const list = bySentence.get(sentence);
      if (list) list.push(citation);
      else bySentence.set(sentence, [citation]);
    }
  }
  const speakers = carriedSpeakers(segments);
  const date = dateOf(frontMatter, segments);
  const tlp = markOf(frontMatter, segments);
  return {
    ...(date ? { date } : {}),
    ...(tlp ? { tlp } : {}),
    key: [...given, date ?? '', tlp ?? ''].join('\n'),
    citationsOver: (segment, sentence) => covering.get(segment.index)?.get(sentence) ?? NONE,
    attributionsOver,
    speakerOf: (segment, quote) =>
      speakers.size === 0 ? undefined : speakers.get(`${segment.index} ${segment.facts.quotes.indexOf(quote)}`),
    isOpinion,
    earlierNames,
  };
}

const NONE: readonly ResolvedCitation[] = [];

/** A link to a page that is not in the notes names a source all the same, for its own sentence. */
function coversOf({ citation, segment, source, covers }: ResolvedCitation): ResolvedCitation['covers'] {
  const leadsOut = !source && citation.form === 'link' && /^https?:/i.test(citation.target);
  return leadsOut && covers.length === 0 ? [[segment.index, citation.sentence]] : covers;
}

/** An ISO date of front matter, or a full date in the first lines (byline, dateline). */
function dateOf(frontMatter: FrontMatter, segments: readonly PlacedSegment[]): string | undefined {
  const value = frontMatter.items.find(item => item.key === 'date')?.value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)) return value.slice(0, 10);
  for (const segment of segments.slice(0, FIRST_SEGMENTS)) {
    const full = segment.facts.dates.find(fact => /^\d{4}-\d{2}-\d{2}/.test(fact.iso ?? ''));
    if (full?.iso) return full.iso.slice(0, 10);
  }
  return undefined;
}

function markOf(frontMatter: FrontMatter, segments: readonly PlacedSegment[]): TlpLevel | undefined {
  const value = frontMatter.items.find(item => item.key === 'tlp')?.value;
  const word = typeof value === 'string' ? value.toUpperCase().replace(/^TLP:/, '') : '';
  const level = TLP_LEVELS.find(known => known === (word === 'WHITE' ? 'CLEAR' : word));
  if (level) return level;
  for (const segment of segments) {
    const banner = segment.facts.marks.find(mark => mark.position === 'banner' && mark.level);
    if (banner?.level) return banner.level;
  }
  return undefined;
}

function attributionsOver(segment: PlacedSegment, span: Span, sentence: number): CoveringAttribution[] {
  const { facts } = segment;
  const over: CoveringAttribution[] = [];
  for (const attribution of facts.attributions) {
    if (attribution.sentence !== sentence && !overlaps(attribution.scope, span)) continue;
    const name = resolveSpeaker(facts, attribution)?.text;
    over.push({ kind: attribution.kind, ...(name ? { name } : {}) });
  }
  return over;
}

/** Speakers that another paragraph names, by segment and quote. */
function carriedSpeakers(segments: readonly PlacedSegment[]): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  for (const carried of carryAttributions(segments)) {
    const facts = segments[carried.segment]?.facts;
    const attribution = facts?.attributions[carried.attribution];
    const name = facts && attribution && resolveSpeaker(facts, attribution)?.text;
    if (name) speakers.set(`${carried.quote.segment} ${carried.quote.quote}`, name);
  }
  return speakers;
}

function isOpinion(segment: PlacedSegment, sentence: number): boolean {
  const { tree, suppressions } = segment.facts;
  if (suppressions.length === 0) return false;
  return suppressions.some(fact => {
    if (fact.kind !== 'opinion') return false;
    // The sentence that ends last before the comment, or that holds it.
    const last = tree.sentences.findLastIndex(candidate => candidate.span.start < fact.span.start);
    return last === sentence;
  });
}

function earlierNames(segment: PlacedSegment, sentence: number): readonly string[] {
  const { tree, names } = segment.facts;
  const block = tree.sentences[sentence]?.block;
  return names.filter(name => name.sentence < sentence && tree.sentences[name.sentence]?.block === block).map(name => name.text);
}
