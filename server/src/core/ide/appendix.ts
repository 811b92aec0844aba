// Owns: the indicators that drafts name, as an appendix that may be shared: which ones, under which mark, what is left out.
// Must not know: the form in which it is written.
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import { hostOf, identifiersOf } from '../evidence/identifiers.ts';
import type { Source } from '../evidence/types.ts';
import type { Indicator, IndicatorKind, TlpLevel } from '../extract/facts.ts';
import { defang } from '../extract/indicators.ts';
import { isAbove, TLP_LEVELS } from '../extract/tlp.ts';
import { withLevels } from '../rules/handling/shared.ts';
import { ADDRESSES, listedIndicators, liveIndicators } from '../rules/indicators/shared.ts';
import type { DocumentView, StoryView } from '../rules/types.ts';

export interface AppendixEntry {
  readonly kind: IndicatorKind;
  /** Canonical and plain: live. */
  readonly value: string;
  readonly defanged: string;
  /** Where the drafts name it first: the document and its zero-based line. */
  readonly uri: string;
  readonly line: number;
  /** ISO date of that draft, where it is known. */
  readonly date?: string;
  /** The mark that it may be shared under. */
  readonly tlp: TlpLevel;
  /** The text lists it as an indicator or calls it malicious. */
  readonly malicious: boolean;
  /** Keys of the Story's Sources that hold it and may be named. */
  readonly sources: readonly string[];
}

export interface Appendix {
  readonly entries: readonly AppendixEntry[];
  /** How many indicators are left out, by reason. */
  readonly leftOut: {
    /** They stand in drafts or sections marked above the appendix. */
    readonly above: number;
    /** Only Sources marked above it, off the record or under embargo hold them. */
    readonly restricted: number;
    /** A protected name is part of them. */
    readonly protected: number;
  };
}

const HASHES: ReadonlySet<IndicatorKind> = new Set(['md5', 'sha1', 'sha256', 'sha512', 'ssdeep', 'imphash', 'wallet']);

/**
 * The indicators of drafts, each once, in order of documents and places. Each carries the mark of its section or draft,
 * the lowest one that names it; with `tlp` all carry that mark, and what stands above it is left out.
 */
export function appendixOf(workspace: Workspace, drafts: readonly CheckedDocument[], tlp?: TlpLevel): Appendix {
  const sources = [...new Set(workspace.files().map(file => file.storyRoot))].flatMap(root => workspace.sourcesOf(root));
  const entries = new Map<string, AppendixEntry>();
  const leftOut = { above: new Set<string>(), restricted: new Set<string>(), protected: new Set<string>() };
  const holders = new Map<string, Holders>();
  for (const { view, story, lines, uri } of drafts) {
    if (view?.role !== 'draft' || !story) continue;
    const levels = new Map([...withLevels(view, story)].map(({ segment, level }) => [segment.index, level]));
    for (const { fact, offset, segment, malicious } of indicatorsOf(view, story)) {
      const own = levels.get(segment) ?? view.tlp ?? story.defaultTlp;
      const level = tlp ?? own;
      const key = `${fact.kind} ${fact.value}`;
      const before = entries.get(key);
      if (before && !isAbove(before.tlp, level)) continue;
      const holder = `${level} ${view.date ?? ''}`;
      let held = holders.get(holder);
      if (!held) {
        held = holdersOf(sources, level, view.date);
        holders.set(holder, held);
      }
      const reason = isAbove(own, level)
        ? 'above'
        : isRestricted(fact, held)
          ? 'restricted'
          : workspace.findProtected(`${fact.value} ${defang(fact.value)}`).length > 0
            ? 'protected'
            : undefined;
      if (reason) {
        leftOut[reason].add(key);
        continue;
      }
      const limit: DocumentView = { ...view, tlp: TLP_LEVELS.find(one => one === own || one === level) ?? level };
      entries.set(key, {
        kind: fact.kind,
        value: fact.value,
        defanged: ADDRESSES.has(fact.kind) ? defang(fact.value) : fact.value,
        uri,
        line: lines.lineAt(offset + fact.span.start),
        ...(view.date ? { date: view.date } : {}),
        tlp: level,
        malicious,
        sources: [...story.sources.values()]
          // Notes without a mark never leave the machine, not even by their key.
          .filter(source => source.metadata.tlp !== undefined && story.mayOffer(source, limit) && holds(source, fact))
          .map(source => source.key),
      });
    }
  }
  const count = (keys: ReadonlySet<string>): number => [...keys].filter(key => !entries.has(key)).length;
  return {
    entries: [...entries.values()],
    leftOut: { above: count(leftOut.above), restricted: count(leftOut.restricted), protected: count(leftOut.protected) },
  };
}

interface Found {
  readonly fact: Indicator;
  readonly offset: number;
  readonly segment: number;
  readonly malicious: boolean;
}

/** What the author means as an indicator: defanged, listed, called malicious, known from the notes as one; and every hash and wallet. */
function* indicatorsOf(view: DocumentView, story: StoryView): Generator<Found> {
  const live = new Set([...liveIndicators(view, story)].map(({ fact }) => fact));
  for (const { fact, segment, listed } of listedIndicators(view)) {
    if (fact.malformed) continue;
    const named = listed || fact.suspect === true;
    const isMeant = ADDRESSES.has(fact.kind)
      ? live.has(fact) || (fact.written !== 'plain' && isOpen(fact, ['code', 'reserved'])) || (listed && isOpen(fact, ['code', 'reserved']))
      : isOpen(fact, ['code']) && (named || HASHES.has(fact.kind));
    if (isMeant) yield { fact, offset: segment.offset, segment: segment.index, malicious: named };
  }
}

function isOpen(fact: Indicator, harmless: readonly Indicator['harmless'][]): boolean {
  return fact.harmless === undefined || harmless.includes(fact.harmless);
}

interface Holders {
  readonly open: ReadonlySet<string>;
  readonly restricted: ReadonlySet<string>;
}

/** Values and hosts that open and restricted Sources hold, seen from a mark and a date. */
function holdersOf(sources: readonly Source[], level: TlpLevel, date: string | undefined): Holders {
  const open = new Set<string>();
  const restricted = new Set<string>();
  for (const source of sources) {
    const { tlp, terms, embargo } = source.metadata;
    const isHeld = embargo !== undefined && (date === undefined || date.slice(0, embargo.length) < embargo.slice(0, 10));
    const into = isAbove(tlp, level) || terms === 'off-record' || isHeld ? restricted : open;
    for (const [value, { indicator }] of identifiersOf(source).indicators) {
      into.add(value);
      if (ADDRESSES.has(indicator.kind)) into.add(hostOf(value));
    }
  }
  return { open, restricted };
}

function isRestricted(fact: Indicator, { open, restricted }: Holders): boolean {
  const names = ADDRESSES.has(fact.kind) ? [fact.value, hostOf(fact.value)] : [fact.value];
  return names.some(name => restricted.has(name)) && !names.some(name => open.has(name));
}

function holds(source: Source, fact: Indicator): boolean {
  const { indicators } = identifiersOf(source);
  return (
    indicators.has(fact.value) || (ADDRESSES.has(fact.kind) && [...indicators.keys()].some(value => hostOf(value) === hostOf(fact.value)))
  );
}
