// Owns: what only a whole document tells of its segments: date, mark, which citations and voices reach them.
// Must not know: notes, verdicts, rules. It runs on every version: what it says of a segment is told apart, so that it can be compared.
import { CitationResolver, type SourceLookup } from '../evidence/citations.ts';
import type { CoveringAttribution } from '../evidence/support.ts';
import type { Source } from '../evidence/types.ts';
import { type DocumentVoices, type OutsideVoices, resolveSpeaker, voicesOf } from '../extract/attributions.ts';
import { type Register, registerOf } from '../extract/claims/register.ts';
import type { Attribution, Quote, TlpLevel } from '../extract/facts.ts';
import { perFacts } from '../extract/per-facts.ts';
import type { PlacedFacts } from '../extract/quotes/join.ts';
import { TLP_LEVELS } from '../extract/tlp.ts';
import type { FrontMatter, PlacedSegment, SegmentCitation } from '../rules/types.ts';
import { lowerBound, overlaps, type Span } from '../text/span.ts';

/** What stands over a segment: all that its verdicts depend on beyond its own facts and the document's date and mark. */
export interface Surroundings {
  /** Citations in the segment. */
  readonly citations: readonly SegmentCitation[];
  /** Citations elsewhere that cover sentences of it. */
  readonly reaching: readonly { readonly sentence: number; readonly citation: SegmentCitation }[];
  /** Voices from other segments, whose places count from the start of this one. */
  readonly voices: OutsideVoices | undefined;
}

export interface DocumentPass {
  /** ISO date: front matter, else a full date in the first lines. */
  readonly date?: string;
  /** The document's mark: front matter, else a banner. */
  readonly tlp?: TlpLevel;
  readonly register: Register;
  readonly voices: DocumentVoices;
  /** By segment. */
  readonly surroundings: readonly Surroundings[];
}

/** How many segments from the top may hold the dateline. */
const FIRST_SEGMENTS = 4;

/** Reads versions of one document as a whole. */
export class DocumentReader {
  #lookup: SourceLookup | undefined;
  #resolver: CitationResolver | undefined;

  read(path: string, segments: readonly PlacedSegment[], frontMatter: FrontMatter, lookup: SourceLookup): DocumentPass {
    if (!this.#resolver || this.#lookup !== lookup) {
      this.#resolver = new CitationResolver(path, lookup);
      this.#lookup = lookup;
    }
    const citations = this.#resolver.resolve(segments);
    const reaching = reachingOthers(citations);
    const voices = voicesOf(segments);
    const date = dateOf(frontMatter, segments);
    const tlp = markOf(frontMatter, segments);
    return {
      ...(date ? { date } : {}),
      ...(tlp ? { tlp } : {}),
      register: registerOf(segments),
      voices,
      surroundings: segments.map((segment, index) => {
        const own = citations[index] as readonly SegmentCitation[];
        const outside = voices.outside.get(index);
        const from = reaching.get(index);
        if (!outside && !from) return own.length === 0 ? ALONE : citing(own);
        return { citations: own, reaching: from ?? ALONE.reaching, voices: outside && relativeTo(segment, outside) };
      }),
    };
  }
}

const ALONE: Surroundings = { citations: [], reaching: [], voices: undefined };

const CITING = new WeakMap<readonly SegmentCitation[], Surroundings>();

/** The surroundings of a segment that has citations, and nothing from others. */
function citing(citations: readonly SegmentCitation[]): Surroundings {
  let known = CITING.get(citations);
  if (!known) {
    known = { citations, reaching: ALONE.reaching, voices: undefined };
    CITING.set(citations, known);
  }
  return known;
}

/** Whether the same stands over a segment as before. */
export function isSameAround(a: Surroundings, b: Surroundings): boolean {
  if (a === b) return true;
  return (
    a.citations === b.citations &&
    isSameList(a.reaching, b.reaching, (x, y) => x.sentence === y.sentence && x.citation === y.citation) &&
    isSameVoices(a.voices, b.voices)
  );
}

function isSameVoices(a: OutsideVoices | undefined, b: OutsideVoices | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    isSameList(
      a.carried,
      b.carried,
      (x, y) => x.quote === y.quote && x.attribution === y.attribution && x.from.facts === y.from.facts && x.from.offset === y.from.offset,
    ) &&
    isSameList(a.chained, b.chained, (x, y) => x === y) &&
    isSameList(
      a.introduced,
      b.introduced,
      (x, y) => x.block === y.block && x.attribution === y.attribution && x.from.facts === y.from.facts,
    )
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] as T));
}

/** Citations that cover sentences of segments further on, by the index of these. */
function reachingOthers(bySegment: readonly (readonly SegmentCitation[])[]): ReadonlyMap<number, Surroundings['reaching']> {
  const reaching = new Map<number, { sentence: number; citation: SegmentCitation }[]>();
  for (const [index, citations] of bySegment.entries()) {
    for (const citation of citations) {
      for (const [ahead, sentence] of citation.covers) {
        if (ahead === 0) continue;
        const list = reaching.get(index + ahead);
        if (list) list.push({ sentence, citation });
        else reaching.set(index + ahead, [{ sentence, citation }]);
      }
    }
  }
  return reaching;
}

function relativeTo(segment: PlacedSegment, { carried, chained, introduced }: OutsideVoices): OutsideVoices {
  const relative = <One extends { readonly from: PlacedFacts }>(one: One): One => ({
    ...one,
    from: { facts: one.from.facts, offset: one.from.offset - segment.offset, index: one.from.index - segment.index },
  });
  return { chained, carried: carried.map(relative), introduced: introduced.map(relative) };
}

/** Citations over a sentence. A link to a page that is not in the notes names a source all the same. */
export function citationsOver({ citations, reaching }: Surroundings, sentence: number): readonly SegmentCitation[] {
  if (citations.length === 0 && reaching.length === 0) return ALONE.citations;
  const over = reaching.filter(one => one.sentence === sentence).map(one => one.citation);
  for (const one of citations) if (one.covers.some(([ahead, covered]) => ahead === 0 && covered === sentence)) over.push(one);
  return over;
}

/**
 * The Source of the one citation of a paragraph, for the sentences before it: who cites once at the end often means all of
 * it. Undefined where the sentence has a citation over it, or the paragraph has others.
 */
export function closingSource({ facts }: PlacedSegment, around: Surroundings, sentence: number): Source | undefined {
  const { tree } = facts;
  const block = tree.blocks[tree.sentences[sentence]?.block ?? -1];
  if (!block || around.citations.length === 0 || citationsOver(around, sentence).length > 0) return undefined;
  const inBlock = around.citations.filter(
    ({ citation }) => block.sentences.start <= citation.sentence && citation.sentence < block.sentences.end,
  );
  const [only] = inBlock;
  return inBlock.length === 1 && only !== undefined && only.citation.sentence > sentence ? only.source : undefined;
}

/** The Sources that other sentences of a paragraph cite, in order; none where the sentence has a citation over it. */
export function sourcesBeside({ facts }: PlacedSegment, around: Surroundings, sentence: number): readonly Source[] {
  const { tree } = facts;
  const block = tree.blocks[tree.sentences[sentence]?.block ?? -1];
  if (!block || around.citations.length === 0 || citationsOver(around, sentence).length > 0) return [];
  const inBlock = around.citations.filter(
    ({ citation }) => block.sentences.start <= citation.sentence && citation.sentence < block.sentences.end,
  );
  return [...new Set(inBlock.flatMap(({ source }) => source ?? []))];
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
  for (const { facts } of segments) {
    if (facts.marks.length === 0) continue;
    const banner = facts.marks.find(mark => mark.position === 'banner' && mark.level);
    if (banner?.level) return banner.level;
  }
  return undefined;
}

/** By sentence: attributions that stand in it or reach into it, in order. */
const reachingOver = perFacts(({ tree, attributions }) => {
  const over = tree.sentences.map((): Attribution[] => []);
  for (const attribution of attributions) {
    const { scope, sentence } = attribution;
    const after = lowerBound(tree.sentences, scope.start, one => one.span);
    let own = false;
    for (let at = Math.max(0, after - 1); (tree.sentences[at]?.span.start ?? Number.POSITIVE_INFINITY) < scope.end; at++) {
      over[at]?.push(attribution);
      own ||= at === sentence;
    }
    if (!own) over[sentence]?.push(attribution);
  }
  return over;
});

/** Attributions in prose over a claim of a segment, that before a colon which introduces its list included. */
export function attributionsOver(
  { facts }: PlacedSegment,
  span: Span,
  sentence: number,
  { voices }: Pick<Surroundings, 'voices'> = ALONE,
): CoveringAttribution[] {
  const over: CoveringAttribution[] = [];
  for (const attribution of reachingOver(facts)[sentence] ?? []) {
    if (attribution.sentence !== sentence && !overlaps(attribution.scope, span)) continue;
    const name = resolveSpeaker(facts, attribution)?.text;
    over.push({ kind: attribution.kind, ...(name ? { name } : {}) });
  }
  const block = facts.tree.sentences[sentence]?.block;
  for (const { from, attribution } of voices?.introduced.filter(one => one.block === block) ?? []) {
    const name = resolveSpeaker(from.facts, attribution)?.text;
    over.push({ kind: attribution.kind, ...(name ? { name } : {}) });
  }
  return over;
}

/** The speaker of a quote whom another paragraph names. A quote's own attribution is not asked. */
export function outsideSpeaker({ facts }: PlacedSegment, quote: Quote, { voices }: Surroundings): string | undefined {
  if (!voices || voices.carried.length === 0) return undefined;
  const index = facts.quotes.indexOf(quote);
  const carried = voices.carried.find(one => one.quote === index);
  return carried && resolveSpeaker(carried.from.facts, carried.attribution)?.text;
}

/** Whether a person called the sentence opinion: the sentence that ends last before the comment, or that holds it. */
export function isOpinion({ facts }: PlacedSegment, sentence: number): boolean {
  const { tree, suppressions } = facts;
  if (suppressions.length === 0) return false;
  return suppressions.some(fact => {
    if (fact.kind !== 'opinion') return false;
    const last = tree.sentences.findLastIndex(candidate => candidate.span.start < fact.span.start);
    return last === sentence;
  });
}

/** So many names back "it" and "she" may point. */
const NAMES_BACK = 40;

/** Names of the earlier sentences of the same block, the last of them. */
export function earlierNames({ facts }: PlacedSegment, sentence: number): readonly string[] {
  const { tree, names } = facts;
  const own = tree.sentences[sentence];
  if (!own) return [];
  const end = lowerBound(names, own.span.start, name => name.span);
  return names
    .slice(Math.max(0, end - NAMES_BACK), end)
    .filter(name => tree.sentences[name.sentence]?.block === own.block)
    .map(name => name.text);
}
