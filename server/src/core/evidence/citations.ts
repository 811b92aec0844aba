// Owns: what a Story makes of the citations of a draft: which Source each means, which sentences each covers.
// Must not know: rules, verdicts, how citations are found in a text.
import type { Citation, Facts } from '../extract/facts.ts';
import type { Block, SegmentTree, Sentence } from '../syntax/types.ts';
import { alternatives } from '../text/alternatives.ts';
import { editDistance } from '../text/distance.ts';
import { lowerBound } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { Placed, ResolvedCitation, SegmentCitation } from './contract.ts';
import { headingSlug, normalKey, stemKey } from './keys.ts';
import type { Source } from './types.ts';
import { isAbsoluteUrl, resolveLink, sameUrlKey } from './urls.ts';

/** Ways to find a Source. Built once for a state of the Story. */
export interface SourceLookup {
  byKey(key: string): Source | undefined;
  byUrl(url: string): Source | undefined;
  /** By path from the Story's folder, with or without its ending, and the key or slug of a heading in it. */
  byPath(path: string, fragment: string): Source | undefined;
  /** Whether notes stand in the folder of a path. */
  hasNotesBeside(path: string): boolean;
  /** The known key that is nearest to one that is not: one edit for short keys, two for long ones, a part more or less. */
  nearest(key: string): { readonly key: string; readonly edits: number } | undefined;
}

interface CitingDocument {
  /** Path from the Story's folder, with "/". */
  readonly path: string;
  readonly segments: readonly Placed[];
}

const CONTINUES = new RegExp(
  String.raw`^(?:${alternatives(
    /it|its|he|his|she|her|they|their|this|that|these|those|both/,
    // "Some of them", "the latter".
    /all of (?:them|these)|none of (?:them|these)|some of (?:them|these)|most of (?:them|it)|one of (?:them|these)/,
    /such|also|there|the same/,
    /the (?:former|latter|first|second|third|other|others|rest)|another/,
    // "In addition", "later", "by then".
    /in (?:addition|all|total)|inside|outside|then|later|after(?:wards)?|before that|by then/,
  )})\b`,
  'i',
);
/** "It" that takes up nothing: "It took …", "It is hard to …". */
const IMPERSONAL =
  /^it (?:took|takes|turn(?:s|ed) out|seem(?:s|ed)|appear(?:s|ed)|remains|follows|matters|helps|makes sense|(?:is|was) (?:hard|easy|clear|unclear|not|no|possible|impossible|likely|unlikely|time|true|only|said|understood|believed|thought|worth|too|the (?:first|second|third|last)))\b/i;
const INTRODUCES_TABLE = /\b(?:tables?|lists?|values?|figures?|indicators?|following|below|these|overview|hashes|addresses)\b/i;
/** A pronoun's reach: sentences after the cited one. */
const MAX_CONTINUED = 12;

/** Indexes Sources for resolving; `sources` in the Story's order, the first of equals wins. */
export function createSourceLookup(sources: ReadonlyMap<string, Source>): SourceLookup {
  const urls = new Map<string, Source>();
  const paths = new Map<string, Source[]>();
  for (const source of sources.values()) {
    if (source.metadata.url !== undefined) {
      const key = sameUrlKey(source.metadata.url);
      if (key !== '' && !urls.has(key)) urls.set(key, source);
    }
    if (source.origin === 'bibliography') continue;
    const known = paths.get(source.path);
    if (known) known.push(source);
    else paths.set(source.path, [source]);
  }
  const nearestCache = new Map<string, { key: string; edits: number } | undefined>();
  const stems = new Map<string, string>();
  const folders = new Set<string>();
  for (const path of paths.keys()) {
    folders.add(folderOf(path));
    const dot = path.lastIndexOf('.');
    if (dot > path.lastIndexOf('/')) stems.set(path.slice(0, dot), path);
  }
  return {
    byKey: key => sources.get(normalKey(key)),
    byUrl: url => urls.get(sameUrlKey(url)),
    byPath(path, fragment) {
      const inFile = paths.get(path) ?? paths.get(stems.get(path) ?? '');
      if (!inFile) return undefined;
      if (fragment === '') return inFile.find(source => source.origin === 'file') ?? (inFile.length === 1 ? inFile[0] : undefined);
      const key = normalKey(fragment.replace(/^\^/, ''));
      const slug = headingSlug(fragment);
      return (
        inFile.find(source => source.key === key) ??
        inFile.find(source => source.origin === 'heading' && headingSlug(source.title) === slug) ??
        inFile.find(source => source.origin === 'file')
      );
    },
    hasNotesBeside: path => folders.has(folderOf(path)),
    nearest(key) {
      if (!nearestCache.has(key)) nearestCache.set(key, nearestKey(normalKey(key), sources.keys()));
      return nearestCache.get(key);
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Every citation of a document with its Source and the sentences that it covers, in order. */
export function resolveCitations(document: CitingDocument, lookup: SourceLookup): readonly ResolvedCitation[] {
  return placeCitations(document.segments, new CitationResolver(document.path, lookup).resolve(document.segments));
}

/** Citations of each segment, with what they cover told by the numbers of segments in the document. */
export function placeCitations(
  segments: readonly Placed[],
  bySegment: readonly (readonly SegmentCitation[])[],
): readonly ResolvedCitation[] {
  const placed: ResolvedCitation[] = [];
  for (const [index, segment] of segments.entries()) {
    for (const one of bySegment[index] as readonly SegmentCitation[]) {
      placed.push({ ...one, segment, covers: one.covers.map(([ahead, sentence]) => [segment.index + ahead, sentence] as const) });
    }
  }
  return placed;
}

/**
 * Resolves the citations of one document, version by version, for one state of the Story. What a segment's citations mean
 * and cover depends on the segment, on the one with words behind it, and on the footnotes of the document: as long as
 * these are the same, so is the list.
 */
export class CitationResolver {
  readonly #path: string;
  readonly #lookup: SourceLookup;
  #defining: readonly Facts[] = [];
  #definitions: ReadonlyMap<string, Source | null> = new Map();
  #known = new WeakMap<
    Facts,
    { readonly home: Facts | undefined; readonly ahead: number; readonly citations: readonly SegmentCitation[] }
  >();

  constructor(path: string, lookup: SourceLookup) {
    this.#path = path;
    this.#lookup = lookup;
  }

  /** The citations of each segment, in order. */
  resolve(segments: readonly Placed[]): readonly (readonly SegmentCitation[])[] {
    this.#readDefinitions(segments);
    const lists: (readonly SegmentCitation[])[] = new Array(segments.length);
    // The next segment with words, for what a sentence introduces.
    let home: Facts | undefined;
    let homeAt = 0;
    for (let index = segments.length - 1; index >= 0; index--) {
      const { facts } = segments[index] as Placed;
      lists[index] = facts.citations.length === 0 ? NO_CITATIONS : this.#resolveSegment(facts, home, homeAt - index);
      if (facts.tree.blocks.length > 0) {
        home = facts;
        homeAt = index;
      }
    }
    return lists;
  }

  #readDefinitions(segments: readonly Placed[]): void {
    const defining: Facts[] = [];
    for (const { facts } of segments) if (facts.tree.footnotes.length > 0) defining.push(facts);
    if (defining.length === this.#defining.length && defining.every((facts, index) => facts === this.#defining[index])) return;
    this.#defining = defining;
    const definitions = footnoteDefinitions(this.#path, defining, this.#lookup);
    const isSame =
      definitions.size === this.#definitions.size && [...definitions].every(([label, source]) => this.#definitions.get(label) === source);
    if (isSame) return;
    this.#definitions = definitions;
    this.#known = new WeakMap();
  }

  #resolveSegment(facts: Facts, home: Facts | undefined, ahead: number): readonly SegmentCitation[] {
    const known = this.#known.get(facts);
    if (known && known.home === home && known.ahead === ahead) return known.citations;
    const citations = facts.citations.map((citation): SegmentCitation => {
      const found = resolveOne(this.#path, citation, this.#definitions, this.#lookup);
      const counts = found.source !== undefined || found.plain !== true;
      return {
        citation,
        ...found,
        covers: counts ? reach(facts, citation, home, ahead) : leadsOut(citation) ? reachOut(facts, citation) : [],
      };
    });
    this.#known.set(facts, { home, ahead, citations });
    return citations;
  }
}

const NO_CITATIONS: readonly SegmentCitation[] = [];

interface Resolution {
  readonly source?: Source;
  readonly nearest?: string;
  readonly plain?: boolean;
}

function resolveOne(path: string, citation: Citation, definitions: ReadonlyMap<string, Source | null>, lookup: SourceLookup): Resolution {
  if (citation.form === 'link') {
    const source = resolveTarget(path, citation.target, lookup);
    return source ? { source } : isMissingNote(path, citation.target, lookup) ? {} : { plain: true };
  }
  if (citation.form === 'footnote') {
    const byKey = lookup.byKey(citation.target);
    if (byKey) return { source: byKey };
    const defined = definitions.get(footnoteLabel(citation.target));
    if (defined) return { source: defined };
    if (defined === null) return { plain: true };
    return near(citation.target, lookup);
  }
  const source = citation.form === 'wiki' ? resolveWiki(path, citation.target, lookup) : lookup.byKey(citation.target);
  if (source) return { source };
  const nearest = lookup.nearest(citation.target);
  if (citation.form === 'pandoc') return nearest ? { nearest: nearest.key } : {};
  // A bare `@x` or `[[x]]` is a handle or a link of the vault, unless it is all but a key.
  return nearest && nearest.edits <= 1 ? { nearest: nearest.key } : { plain: true };
}

/** A link to a text file in a folder of notes where there is none: it means a note. */
function isMissingNote(path: string, target: string, lookup: SourceLookup): boolean {
  const link = isAbsoluteUrl(target) ? undefined : resolveLink(path, target);
  return (
    link !== undefined &&
    /\.(?:md|markdown|txt)$/i.test(link.path) &&
    folderOf(link.path) !== folderOf(path) &&
    lookup.hasNotesBeside(link.path)
  );
}

function near(key: string, lookup: SourceLookup): Resolution {
  const nearest = lookup.nearest(key);
  return nearest ? { nearest: nearest.key } : {};
}

function resolveTarget(path: string, target: string, lookup: SourceLookup): Source | undefined {
  if (isAbsoluteUrl(target)) return lookup.byUrl(target);
  const link = resolveLink(path, target);
  return link ? lookup.byPath(link.path, link.fragment) : undefined;
}

function resolveWiki(path: string, target: string, lookup: SourceLookup): Source | undefined {
  const whole = lookup.byKey(target);
  if (whole) return whole;
  const hash = target.indexOf('#');
  const file = hash < 0 ? target : target.slice(0, hash);
  const fragment = hash < 0 ? '' : target.slice(hash + 1);
  const byFragment = fragment === '' ? undefined : lookup.byKey(fragment);
  return (
    byFragment ??
    (file === ''
      ? undefined
      : (lookup.byPath(file, fragment) ??
        resolveTarget(path, target, lookup) ??
        lookup.byKey(stemKey(`${file}.md`)) ??
        lookup.byKey(stemKey(file))))
  );
}

/** What each footnote's definition points at; null for one that explains and points at nothing. */
function footnoteDefinitions(path: string, defining: readonly Facts[], lookup: SourceLookup): ReadonlyMap<string, Source | null> {
  const definitions = new Map<string, Source | null>();
  for (const facts of defining) {
    for (const footnote of facts.tree.footnotes) {
      const label = footnoteLabel(footnote.label);
      if (definitions.has(label)) continue;
      let source: Source | null = null;
      for (let index = lowerBound(facts.citations, footnote.content.start, one => one.span); index < facts.citations.length; index++) {
        const citation = facts.citations[index];
        if (!citation || citation.span.start >= footnote.content.end) break;
        if (citation.span.end > footnote.content.end || citation.form === 'footnote') continue;
        source = resolveOne(path, citation, NO_DEFINITIONS, lookup).source ?? null;
        if (source) break;
      }
      definitions.set(
        label,
        source ?? resolveTarget(path, facts.tree.text.slice(footnote.content.start, footnote.content.end).trim(), lookup) ?? null,
      );
    }
  }
  return definitions;
}

const NO_DEFINITIONS: ReadonlyMap<string, Source | null> = new Map();

/** Labels of footnotes compare as Markdown's do: case and runs of white space apart. */
function footnoteLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Of the keys one or two edits away the nearest; else one that differs by a part or by its ending. */
function nearestKey(key: string, known: Iterable<string>): { key: string; edits: number } | undefined {
  const limit = key.length < 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let related: string | undefined;
  let relation = 0;
  const lower = key.toLowerCase();
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // Whoever mistypes a key gets one of its ends right.
    if (!other.startsWith(lower.slice(0, 2)) && !other.endsWith(lower.slice(-2))) continue;
    const distance = bestDistance === 0 ? 1 : editDistance(lower, other, bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
    const closeness = relationOf(lower, other);
    if (closeness > relation) {
      related = candidate;
      relation = closeness;
    }
  }
  if (best !== undefined && (bestDistance <= 1 || related === undefined)) return { key: best, edits: Math.max(1, bestDistance) };
  return related === undefined ? undefined : { key: related, edits: relation >= 2 ? 1 : 3 };
}

/** 3 to 2 where one key is the other with one more part at its end or start (`hale`, `hale-call`), below 1 where they begin alike for the most part. */
function relationOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || long.length === short.length) return 0;
  const more = long.length - short.length;
  if (more <= 12 && long.startsWith(short) && /^[-_.:/][\p{L}\p{N}]+$/u.test(long.slice(short.length))) return 2 + 1 / more;
  if (more <= 12 && long.endsWith(short) && /^[\p{L}\p{N}]+[-_.:/]$/u.test(long.slice(0, more))) return 2 + 1 / more;
  let same = 0;
  while (same < short.length && short.charAt(same) === long.charAt(same)) same++;
  return same >= 6 && same / long.length >= 0.6 ? same / long.length : 0;
}

/** Sentences with a citation of their own, the earlier sentences of a cited quote among them. */
function takenIn(facts: Facts): ReadonlySet<number> {
  let taken = TAKEN.get(facts);
  if (!taken) {
    const made = new Set<number>();
    for (const citation of facts.citations)
      for (let sentence = firstOfQuote(facts, citation); sentence <= citation.sentence; sentence++) made.add(sentence);
    taken = made;
    TAKEN.set(facts, taken);
  }
  return taken;
}

const TAKEN = new WeakMap<Facts, ReadonlySet<number>>();

/**
 * Which sentences a citation covers, by the design's "A citation covers its sentence, and also …". `home` is the next
 * segment with words, `ahead` segments further on.
 */
function reach(facts: Facts, citation: Citation, home: Facts | undefined, ahead: number): SegmentCitation['covers'] {
  const { tree } = facts;
  const sentence = tree.sentences[citation.sentence];
  if (!sentence) return [];
  const taken = takenIn(facts);
  const covered: (readonly [number, number])[] = [];
  for (let at = firstOfQuote(facts, citation); at <= citation.sentence; at++) covered.push([0, at]);
  const block = tree.blocks[sentence.block];
  if (!block) return covered;
  let last = citation.sentence;
  for (let next = last + 1; next < block.sentences.end && next - citation.sentence <= MAX_CONTINUED; next++) {
    if (taken.has(next) || takesOver(facts, next, last) || !goesOn(tree, next)) break;
    covered.push([0, next]);
    last = next;
  }
  const closes = last === block.sentences.end - 1;
  if (!closes && !INTRODUCES_TABLE.test(wordsAround(tree, sentence))) return covered;
  const isLast = sentence.block + 1 >= tree.blocks.length;
  const where = isLast ? home : facts;
  if (!where) return covered;
  for (const introducedOne of introduced(tree, sentence, block, where.tree, isLast ? 0 : sentence.block + 1, closes))
    if (!takenIn(where).has(introducedOne)) covered.push([isLast ? ahead : 0, introducedOne]);
  return covered;
}

/** A link to a page or file beyond the notes, not to a place of the document itself. */
function leadsOut({ form, target }: Citation): boolean {
  return form === 'link' && (/^https?:/i.test(target) || !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(target));
}

/**
 * Which sentences a link covers that leads beyond the notes: its own and those that go on about it; where its own says no
 * more than where to read ("See their advisory.", a bare url), all of its paragraph.
 */
function reachOut(facts: Facts, citation: Citation): SegmentCitation['covers'] {
  const { tree, claims } = facts;
  const block = tree.blocks[tree.sentences[citation.sentence]?.block ?? -1];
  if (!block) return [];
  const points = claims.every(({ sentence, not }) => sentence !== citation.sentence || POINTING.has(not ?? ''));
  if (points && block.sentences.end - block.sentences.start <= MAX_CONTINUED)
    return Array.from({ length: block.sentences.end - block.sentences.start }, (_, at) => [0, block.sentences.start + at] as const);
  const covered: (readonly [number, number])[] = [[0, citation.sentence]];
  const taken = takenIn(facts);
  for (let next = citation.sentence + 1; next < block.sentences.end && next - citation.sentence <= MAX_CONTINUED; next++) {
    if (taken.has(next) || takesOver(facts, next, next - 1) || !goesOn(tree, next)) break;
    covered.push([0, next]);
  }
  return covered;
}

const POINTING: ReadonlySet<string> = new Set(['fragment', 'signpost', 'instruction']);

/** A citation behind a quote is for all of it: the sentence in which that quote, or the one that it continues, begins. */
function firstOfQuote({ quotes, tree }: Facts, citation: Citation): number {
  const sentence = tree.sentences[citation.sentence];
  if (!sentence) return citation.sentence;
  let first = citation.sentence;
  for (
    let index = lowerBound(quotes, sentence.span.start, quote => quote.span) - 1, steps = 0;
    index < quotes.length && steps < 16;
    index++, steps++
  ) {
    let quote = quotes[index];
    if (!quote) continue;
    if (quote.span.start >= sentence.span.end) break;
    if (quote.span.end <= sentence.span.start || quote.kind !== 'speech') continue;
    for (let back = 0; back < 8 && quote?.continues !== undefined; back++) quote = quotes[quote.continues] ?? quote;
    const start = quote.sentence;
    if (start < first && tree.sentences[start]?.block === sentence.block) first = start;
  }
  return first;
}

/** A sentence names a source of its own that the one before it did not. */
function takesOver({ attributions, tree }: Facts, next: number, last: number): boolean {
  const { prose } = tree;
  const before = tree.sentences[last];
  const said = before ? prose.slice(before.span.start, before.span.end).toLowerCase() : '';
  return attributions.some(attribution => {
    if (attribution.sentence !== next) return false;
    if (attribution.kind === 'passive') return true;
    if (!attribution.source || attribution.kind === 'pronoun') return false;
    const words = prose.slice(attribution.source.start, attribution.source.end).toLowerCase().split(/\s+/);
    return !words.some(word => word.length > 3 && said.includes(word));
  });
}

const GOES_ON = new WeakMap<SegmentTree, Map<number, boolean>>();

/** Whether a sentence continues the one before it, kept as long as the tree lives. */
function goesOn(tree: SegmentTree, sentence: number): boolean {
  let known = GOES_ON.get(tree);
  if (!known) {
    known = new Map();
    GOES_ON.set(tree, known);
  }
  let answer = known.get(sentence);
  if (answer === undefined) {
    answer = continues(tree, sentence - 1, sentence);
    known.set(sentence, answer);
  }
  return answer;
}

/** Whether a sentence goes on about the subject of the one before: it takes it up by a pronoun or repeats its name or noun. */
function continues(tree: SegmentTree, last: number, next: number): boolean {
  const before = tree.sentences[last];
  const sentence = tree.sentences[next];
  if (!before || !sentence) return false;
  const text = tree.prose.slice(sentence.span.start, sentence.span.end);
  if (/[?]\s*$/.test(text.slice(-4))) return false;
  if (IMPERSONAL.test(text)) return false;
  if (CONTINUES.test(text)) return true;
  const opening = wordsOf(text.slice(0, 80)).slice(0, 5);
  const known = new Set(
    wordsOf(tree.prose.slice(before.span.start, Math.min(before.span.end, before.span.start + 600))).map(word => word.stem),
  );
  return opening.some(
    (word, index) =>
      known.has(word.stem) &&
      word.stem.length > 3 &&
      (/^\p{Lu}/u.test(word.text)
        ? index > 0 || word.stem.length > 4
        : index > 0 && /^(?:the|this|these|its|their|his|her)$/i.test(opening[index - 1]?.text ?? '')),
  );
}

function wordsAround(tree: SegmentTree, sentence: Sentence): string {
  return tree.prose.slice(sentence.span.start, Math.min(sentence.span.end, sentence.span.start + 400));
}

/**
 * Sentences of the list, table or block quote that follows the paragraph, where the cited sentence introduces it: that of
 * block `first` of the tree `home`.
 */
function introduced(tree: SegmentTree, sentence: Sentence, block: Block, home: SegmentTree, first: number, closes: boolean): number[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  const blockEnd = tree.prose.slice(sentence.span.start, block.span.end).trimEnd();
  const colon =
    closes &&
    blockEnd
      .replace(/\[[^\]]{0,200}\]$/, '')
      .trimEnd()
      .endsWith(':');
  const next = home.blocks[first];
  if (!next) return [];
  const isList = next.kind === 'list-item';
  const isTable = next.table !== undefined;
  const isQuote = next.kind === 'quote';
  if (!isList && !isTable && !isQuote) return [];
  if (isList && block.list && next.list && next.list.depth <= block.list.depth) return [];
  if (!colon && !(INTRODUCES_TABLE.test(wordsAround(tree, sentence)) && (isTable || isList))) return [];
  const sentences: number[] = [];
  for (let index = first; index < home.blocks.length; index++) {
    const member = home.blocks[index] as Block;
    const belongs = isTable
      ? member.table?.table === next.table?.table && member.table !== undefined
      : isList
        ? member.list?.list === next.list?.list || (member.list?.depth ?? 0) > (next.list?.depth ?? 0)
        : member.kind === 'quote';
    if (!belongs) break;
    for (let number = member.sentences.start; number < member.sentences.end; number++) sentences.push(number);
  }
  return sentences;
}
