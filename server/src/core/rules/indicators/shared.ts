// Owns: what the rules on indicators share: where indicators are listed, which spelling a draft prefers.
// Must not know: any one rule's messages.
import { hostOf, identifiersOf } from '../../evidence/identifiers.ts';
import { placeOf } from '../../evidence/passage-facts.ts';
import type { Passage } from '../../evidence/types.ts';
import type { Facts, Indicator } from '../../extract/facts.ts';
import { readsAsSuspect } from '../../extract/indicators.ts';
import { perFacts } from '../../extract/per-facts.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { covers, type Span } from '../../text/span.ts';
import type { DocumentView, PlacedSegment, StoryView } from '../types.ts';

/** Kinds that a reader can follow. */
export const ADDRESSES: ReadonlySet<Indicator['kind']> = new Set(['ipv4', 'ipv6', 'domain', 'url', 'email']);

const LISTS = /\b(?:indicators?(?: of compromise)?|iocs?|observables?|network artefacts|network artifacts|blocklist|block list)\b/i;
const COLUMNS = /\b(?:indicators?|iocs?|domains?|c2|observables?|malicious|hosts?|ip addresses)\b/i;

/** Indicators of a draft with the segment they stand in, and whether they stand in a list or table of indicators. */
export function listedIndicators(document: DocumentView): readonly ListedIndicator[] {
  const known = LISTED.get(document);
  if (known) return known;
  const listed = listIn(document);
  LISTED.set(document, listed);
  return listed;
}

interface ListedIndicator {
  readonly fact: Indicator;
  readonly segment: PlacedSegment;
  readonly listed: boolean;
}

/** Of each version of a document: several rules ask. */
const LISTED = new WeakMap<DocumentView, readonly ListedIndicator[]>();

interface Section {
  readonly depth: number;
  /** Its heading announces indicators. */
  readonly lists: boolean;
}

function listIn(document: DocumentView): ListedIndicator[] {
  const found: ListedIndicator[] = [];
  let section: Section = { depth: 0, lists: false };
  for (const segment of document.segments) {
    const outline = outlineOf(segment.facts);
    if (!outline) continue;
    const { headings, indicators } = outline;
    let next = 0;
    for (const { fact, listed } of indicators) {
      while (next < headings.length && (headings[next]?.start ?? 0) < fact.span.start) section = enter(section, headings[next++]);
      found.push({ fact, segment, listed: section.lists || listed });
    }
    while (next < headings.length) section = enter(section, headings[next++]);
  }
  return found;
}

interface Heading extends Section {
  readonly start: number;
}

/** The headings and indicators of a segment; undefined where it has neither. */
const outlineOf = perFacts(facts => {
  const { tree } = facts;
  const headings = tree.blocks
    .filter(block => block.kind === 'heading')
    .map(
      ({ span, depth }): Heading => ({ start: span.start, depth: depth ?? 1, lists: LISTS.test(tree.prose.slice(span.start, span.end)) }),
    );
  if (headings.length === 0 && facts.indicators.length === 0) return undefined;
  return { headings, indicators: facts.indicators.map(fact => ({ fact, listed: isListed(facts, fact) })) };
});

function enter(section: Section, heading: Heading | undefined): Section {
  if (!heading || (section.lists && heading.depth > section.depth)) return section;
  return heading;
}

function isListed({ tree }: Facts, fact: Indicator): boolean {
  const { blocks, prose } = tree;
  const block = blocks.find(one => one.span.start <= fact.span.start && fact.span.end <= one.span.end);
  if (!block?.table) return false;
  const { table } = block.table;
  const header = blocks.filter(one => one.table?.table === table && one.table.row === 0);
  return header.some(
    one =>
      LISTS.test(prose.slice(one.span.start, one.span.end)) ||
      (one.table?.column === block.table?.column && COLUMNS.test(prose.slice(one.span.start, one.span.end))),
  );
}

/** Which way of writing the dot a style is; undefined for the scheme and for brackets around other marks. */
export function dotStyle(styles: readonly string[]): string | undefined {
  return styles.find(style => /\.|dot|d0t|,/i.test(style) && !/:|@/.test(style));
}

/** Addresses of a draft that can be followed and should not, each with what speaks against it. Sources of the Story and citations are none. */
export function* liveIndicators(
  document: DocumentView,
  story: StoryView,
): Generator<{ readonly fact: Indicator; readonly segment: PlacedSegment; readonly reason: Phrase }> {
  const all = listedIndicators(document);
  if (all.length === 0) return;
  const broken = new Set<string>();
  for (const { fact } of all) if (fact.written === 'defanged') broken.add(hostOf(fact.value));
  const { own, cited, noted } = notedAddresses(story);
  for (const { fact, segment, listed } of all) {
    const host = hostOf(fact.value);
    // What looks like a product is an address where the notes defang it.
    const isHarmless = fact.harmless !== undefined && !((fact.harmless === 'product' || fact.harmless === 'file-name') && noted.has(host));
    if (!ADDRESSES.has(fact.kind) || fact.written !== 'plain' || isHarmless || fact.malformed) continue;
    const { tree } = segment.facts;
    const block = tree.blocks.find(one => one.span.start <= fact.span.start && fact.span.end <= one.span.end);
    if (block?.kind === 'front-matter' || block?.kind === 'definition') continue;
    if (cited.has(fact.value.replace(/\/$/, '')) || (own.has(host) && !broken.has(host))) continue;
    const reason = broken.has(host)
      ? phrase`defanged elsewhere in this text`
      : noted.has(host)
        ? phrase`an indicator in your notes`
        : listed
          ? phrase`listed as an indicator`
          : fact.suspect && block?.kind !== 'footnote'
            ? phrase`named as malicious`
            : block && standsAmongDefanged(segment.facts, fact, block.span)
              ? phrase`named beside one that you defanged`
              : fact.lookalike?.kind === 'homoglyph'
                ? phrase`a lookalike`
                : undefined;
    if (reason) yield { fact, segment, reason };
  }
}

/** "One of the servers, a.example": named as one of several hosts, of which the paragraph has another defanged. */
function standsAmongDefanged({ indicators, tree }: Facts, { span }: Indicator, block: Span): boolean {
  const before = tree.prose.slice(Math.max(block.start, span.start - 40), span.start);
  if (!/\b(?:servers?|hosts?|domains?|addresses)\b[^.!?]{0,12}$/i.test(before)) return false;
  return indicators.some(other => other.written === 'defanged' && ADDRESSES.has(other.kind) && covers(block, other.span));
}

interface NotedAddresses {
  /** Hosts of the Sources themselves, and their urls. */
  readonly own: ReadonlySet<string>;
  readonly cited: ReadonlySet<string>;
  /** Hosts that the Sources call suspect, or defang. */
  readonly noted: ReadonlySet<string>;
}

/** "… with a link to parcel-return.com. That's a fake": the next sentence of the paragraph says it. */
function isJudgedBehind(passage: Passage, { harmless }: Indicator): boolean {
  const next = passage.source.passages[placeOf(passage) + 1];
  if (harmless !== undefined || next === undefined || next.span.start - passage.span.end > 1 || next.text.length > SHORT) return false;
  return readsAsSuspect(next.text) && (/^(?:that|it|this|which)\b/i.test(next.text) || next.text.split(' ').length <= FEW);
}

/** What says of an address that it is bad is soon said. */
const SHORT = 90;
const FEW = 4;

/** Of each state of a Story: drafts ask on every version. */
const NOTED = new WeakMap<StoryView, NotedAddresses>();

function notedAddresses(story: StoryView): NotedAddresses {
  const known = NOTED.get(story);
  if (known) return known;
  const own = new Set<string>();
  const cited = new Set<string>();
  const noted = new Set<string>();
  for (const source of story.sources.values()) {
    if (source.metadata.url) {
      cited.add(source.metadata.url.replace(/\/$/, ''));
      own.add(hostOf(source.metadata.url));
    }
    for (const { indicator, passage } of identifiersOf(source).indicators.values()) {
      if (indicator.written === 'defanged' || indicator.suspect || isJudgedBehind(passage, indicator)) noted.add(hostOf(indicator.value));
    }
  }
  const found = { own, cited, noted };
  NOTED.set(story, found);
  return found;
}
