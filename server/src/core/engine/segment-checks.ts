// Owns: what is kept of each segment of a document from version to version: its verdicts, and what rules found in it.
// Must not know: how verdicts and findings come about.
import type { QuoteMatch, Support } from '../evidence/types.ts';
import type { FactKind, Facts } from '../extract/facts.ts';
import { type OpenClaims, type Tally, tallyOf } from '../rules/claims/repeats.ts';
import type { PlacedSegment } from '../rules/types.ts';
import { isSameAround, type Surroundings } from './document-pass.ts';
import type { KeptFinding } from './findings.ts';

/** The verdicts on the claims of a segment, and what is counted of them. */
export class Verdicts {
  /** By claim. */
  readonly list: readonly Support[];
  readonly tally: Tally;
  /** Claims at all, those that are supported, and the indexes of those that could not be checked. */
  readonly claims: number;
  readonly supported: number;
  readonly unchecked: readonly number[];

  constructor(facts: Facts, list: readonly Support[]) {
    this.list = list;
    this.tally = tallyOf(facts, list);
    this.claims = list.filter(({ verdict }) => verdict !== 'not-a-claim').length;
    this.supported = list.filter(({ verdict }) => verdict === 'supported').length;
    this.unchecked = [...list.keys()].filter(index => list[index]?.verdict === 'unchecked');
  }
}

/** One segment in one version. Everything in it is relative to the segment, so that it holds wherever that moves. */
export interface SegmentCheck {
  readonly facts: Facts;
  readonly around: Surroundings;
  /** Kinds that were asked for, and those of them of which it has facts, as bits: see `hasKind`. */
  readonly kinds: { asked: number; has: number };
  /** What the verdicts were reached on; the verdicts stay the same object while they are equal. */
  judgedOn?: unknown;
  verdicts?: Verdicts;
  /** Matches of quotes, as far as they were asked for. */
  matches?: { readonly ground: unknown; readonly list: (QuoteMatch | undefined)[] };
  /** What rules found here, in order, and on what. */
  found?: {
    readonly ground: unknown;
    readonly verdicts: Verdicts | undefined;
    readonly open: OpenClaims | undefined;
    readonly findings: readonly KeptFinding[];
  };
}

const KINDS: Readonly<Record<FactKind, number>> = {
  citations: 1,
  suppressions: 1 << 1,
  marks: 1 << 2,
  indicators: 1 << 3,
  references: 1 << 4,
  names: 1 << 5,
  numbers: 1 << 6,
  dates: 1 << 7,
  quotes: 1 << 8,
  attributions: 1 << 9,
  claims: 1 << 10,
  estimates: 1 << 11,
  terms: 1 << 12,
  acronyms: 1 << 13,
  grades: 1 << 14,
};

/** Whether a segment has facts of a kind: far cheaper than to look at them, once it was asked. */
export function hasKind({ facts, kinds }: SegmentCheck, kind: FactKind): boolean {
  const bit = KINDS[kind];
  if ((kinds.asked & bit) === 0) {
    kinds.asked |= bit;
    if (facts[kind].length > 0) kinds.has |= bit;
  }
  return (kinds.has & bit) !== 0;
}

/**
 * The checks of a new version: that of the version before where a segment and all around it are the same, else a new one.
 * Segments that moved are found by their facts.
 */
export function alignChecks(
  before: readonly SegmentCheck[],
  segments: readonly PlacedSegment[],
  surroundings: readonly Surroundings[],
): readonly SegmentCheck[] {
  const least = Math.min(before.length, segments.length);
  let start = 0;
  while (start < least && before[start]?.facts === segments[start]?.facts) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end]?.facts === segments[segments.length - 1 - end]?.facts) end++;
  const moved = new Map<Facts, SegmentCheck>();
  for (let index = start; index < before.length - end; index++)
    moved.set((before[index] as SegmentCheck).facts, before[index] as SegmentCheck);
  return segments.map(({ facts }, index) => {
    const around = surroundings[index] as Surroundings;
    const old =
      index < start ? before[index] : index >= segments.length - end ? before[index - segments.length + before.length] : moved.get(facts);
    if (!old || !isSameAround(old.around, around)) return { facts, around, kinds: old?.kinds ?? { asked: 0, has: 0 } };
    return old;
  });
}
