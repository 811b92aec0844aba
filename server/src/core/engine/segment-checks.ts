// Owns: what is kept of each segment of a document from version to version: its verdicts, and what rules found in it.
// Must not know: how verdicts and findings come about.
import type { Support } from '../evidence/types.ts';
import type { Facts } from '../extract/facts.ts';
import type { OpenClaim, OpenVerdict, PlacedSegment } from '../rules/types.ts';
import { isSameAround, type Surroundings } from './document-pass.ts';
import type { KeptFinding } from './findings.ts';

/** Claims of one segment that need a finding; the places of `again` count from the start of the segment. */
export type OpenClaims = Readonly<Record<OpenVerdict, readonly OpenClaim[]>>;

/** One segment in one version. Everything in it is relative to the segment, so that it holds wherever that moves. */
export interface SegmentCheck {
  readonly facts: Facts;
  readonly around: Surroundings;
  /** Verdicts by claim, where they are known, and what they were reached on. */
  supports?: { readonly grounds: unknown; readonly list: readonly Support[] };
  /** What rules found here, in order, and on what. */
  found?: { readonly grounds: unknown; readonly supports: unknown; readonly open: OpenClaims; readonly findings: readonly KeptFinding[] };
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
    if (!old || !isSameAround(old.around, around)) return { facts, around };
    return old;
  });
}
