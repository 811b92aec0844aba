// Owns: what the rules on handling share: marks of a draft and its sections, which Sources may stand in it.
// Must not know: any one rule's messages.

import type { EvidenceIndex } from '../../evidence/contract.ts';
import { type Leak, leaksOf } from '../../evidence/handling.ts';
import type { Source } from '../../evidence/types.ts';
import type { Facts, TlpLevel } from '../../extract/facts.ts';
import { tlpLevel } from '../../extract/marks.ts';
import { isAbove } from '../../extract/tlp.ts';
import type { Span } from '../../text/span.ts';
import type { DocumentView, PlacedSegment, StoryView } from '../types.ts';

/** The `tlp` of the front matter as written, with its place. */
export function frontMatterMark(
  document: DocumentView,
): { readonly word: string; readonly level?: TlpLevel; readonly span: Span } | undefined {
  const item = document.frontMatter.items.find(one => one.key.toLowerCase() === 'tlp');
  if (!item || (typeof item.value !== 'string' && typeof item.value !== 'number')) return undefined;
  const word = String(item.value);
  const level = tlpLevel(word);
  return { word, span: item.valueSpan, ...(level ? { level } : {}) };
}

/** The mark that holds in a segment: a portion mark of its own, else that of its section, else the draft's. */
export function withLevels(document: DocumentView, story: StoryView): readonly Levelled[] {
  const known = LEVELLED.get(document);
  if (known) return known;
  const levelled = [...levels(document, story)];
  LEVELLED.set(document, levelled);
  return levelled;
}

interface Levelled {
  readonly segment: PlacedSegment;
  readonly level: TlpLevel;
}

/** Of each version of a document: several rules ask. A version belongs to one Story. */
const LEVELLED = new WeakMap<DocumentView, readonly Levelled[]>();

function* levels(document: DocumentView, story: StoryView): Generator<Levelled> {
  const own = document.tlp ?? story.defaultTlp;
  let section: { readonly depth: number; readonly level: TlpLevel } | undefined;
  for (const segment of document.segments) {
    const { blocks } = segment.facts.tree;
    const { marks } = segment.facts;
    const heading = section || marks.length > 0 ? blocks.find(block => block.kind === 'heading') : undefined;
    const portion = marks.length > 0 ? marks.find(mark => mark.position === 'portion' && mark.level) : undefined;
    if (heading && section && (heading.depth ?? 1) <= section.depth) section = undefined;
    const inHeading = heading && portion && portion.span.start >= heading.span.start && portion.span.end <= heading.span.end;
    if (inHeading && portion.level) section = { depth: heading.depth ?? 1, level: portion.level };
    yield { segment, level: portion?.level ?? section?.level ?? own };
  }
}

/** Sources split by whether their content must stay out of a place. */
export function split(sources: ReadonlyMap<string, Source>, isRestricted: (source: Source) => boolean) {
  const restricted = new Map<string, Source>();
  const open = new Map<string, Source>();
  for (const [key, source] of sources) (isRestricted(source) ? restricted : open).set(key, source);
  return { restricted, open, key: [...restricted.keys()].join(' ') };
}

/** Sources that anything restricts: a mark, terms, an embargo. Most Stories have none. */
function guarded(story: StoryView): readonly Source[] {
  let known = GUARDED.get(story);
  if (!known) {
    known = [...story.sources.values()].filter(
      ({ metadata }) => (metadata.tlp ?? 'CLEAR') !== 'CLEAR' || metadata.terms !== undefined || metadata.embargo !== undefined,
    );
    GUARDED.set(story, known);
  }
  return known;
}

const GUARDED = new WeakMap<StoryView, readonly Source[]>();

/** Verdicts under which no source that the text names holds the sentence. */
const UNBACKED: ReadonlySet<string> = new Set(['unsupported', 'uncited', 'not-a-claim', 'miscited']);

/** Leaks of a whole draft from the Sources that `isRestricted` names, in order. */
export function* leaks(
  document: DocumentView,
  story: StoryView,
  isRestricted: (source: Source, level: TlpLevel) => boolean,
): Generator<{ readonly leak: Leak; readonly segment: PlacedSegment }> {
  if (guarded(story).length === 0) return;
  const parts = new Map<TlpLevel, ReturnType<typeof split>>();
  for (const { segment, level } of withLevels(document, story)) {
    let part = parts.get(level);
    if (!part) {
      part = split(story.sources, source => isRestricted(source, level));
      parts.set(level, part);
    }
    if (part.restricted.size === 0) continue;
    for (const leak of leaksIn(document, story, segment, part)) yield { leak, segment };
  }
}

/** Leaks by facts, kept as long as the evidence, its split and the verdicts on the segment's claims are equal. */
const kept = new WeakMap<EvidenceIndex, WeakMap<Facts, Map<string, readonly Leak[]>>>();
/** A segment is asked for leaks of a few kinds; more entries than this are of evidence that has changed. */
const MOST_KEPT = 6;

function leaksIn(document: DocumentView, story: StoryView, segment: PlacedSegment, part: ReturnType<typeof split>): readonly Leak[] {
  const { facts } = segment;
  const unbacked = new Set<number>();
  for (const claim of facts.claims) {
    const { verdict, cited, matches } = document.support(segment, claim);
    const best = matches[0]?.passage.source.key;
    // What a restricted Source backs best is not backed by an open one.
    if (UNBACKED.has(verdict) || (verdict === 'partial' && cited.length === 0) || (best !== undefined && part.restricted.has(best)))
      unbacked.add(claim.sentence);
  }
  const key = `${story.evidence.revision} ${part.key}\n${[...unbacked].join(' ')}`;
  const ofIndex = kept.get(story.evidence) ?? new WeakMap<Facts, Map<string, readonly Leak[]>>();
  kept.set(story.evidence, ofIndex);
  const before = ofIndex.get(facts);
  const known = before && before.size <= MOST_KEPT ? before : new Map<string, readonly Leak[]>();
  ofIndex.set(facts, known);
  let found = known.get(key);
  if (!found) {
    found = leaksOf({
      facts,
      index: story.evidence,
      isUnsupported: sentence => unbacked.has(sentence),
      restricted: part.restricted,
      open: part.open,
    });
    known.set(key, found);
  }
  return found;
}

/** Whether a Source is marked above a level. */
export function isMarkedAbove(source: Source, level: TlpLevel): boolean {
  return isAbove(source.metadata.tlp, level);
}

/** What a draft may say of a Source that must not be quoted: its file, never its title or words. */
export function fileOf(source: Source): string {
  return source.uri.slice(source.uri.lastIndexOf('/') + 1);
}
