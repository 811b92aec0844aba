// Owns: what evidence functions need of a document and what the index offers.
// Must not know: rules, the engine's caches.
import type { Citation, Facts } from '../extract/facts.ts';
import type { Match, Source } from './types.ts';

/** A segment with its place: the same shape as the rules' PlacedSegment. */
export interface Placed {
  readonly offset: number;
  readonly index: number;
  readonly facts: Facts;
}

/** A citation and what the Story makes of it. */
export interface ResolvedCitation {
  readonly citation: Citation;
  readonly segment: Placed;
  /** Absent when nothing has this key. */
  readonly source?: Source;
  /** Nearest known key, one or two edits away. */
  readonly nearest?: string;
  /** It points at no Source and does not mean to: an explanatory footnote, a link to elsewhere, a handle. */
  readonly plain?: boolean;
  /** Sentences that it covers: [segment index, sentence index]. */
  readonly covers: readonly (readonly [number, number])[];
}

/** A citation of a segment, wherever that stands; what it covers is told by [segments further on, sentence index]. */
export type SegmentCitation = Omit<ResolvedCitation, 'segment'>;

/** Facts of one segment of a note file, with its place in the file. */
export type NoteSegment = Placed;

/** A file of evidence, parsed by the engine exactly as drafts are (role `notes`). */
export interface NoteFile {
  readonly uri: string;
  /** Path from the Story's folder, with "/". */
  readonly path: string;
  readonly text: string;
  readonly frontMatter: ReadonlyMap<string, unknown>;
  readonly segments: readonly NoteSegment[];
  /** Reads the same text once more: what of its facts is asked for later need not be kept until then. */
  readonly again?: () => readonly NoteSegment[];
}

/** What of an index an answer rests on. */
export interface Reads {
  /** Terms that were searched for, there or not. */
  readonly terms: Set<string>;
  /** Keys of Sources that were asked for by name. */
  readonly sources: Set<string>;
  /** Titles, names and marks of all Sources were looked at. */
  heads: boolean;
  /** The revision of the index up to which they are known to be the same, and its statistics. */
  revision: number;
  readonly statistics: string;
}

/** All evidence of one Story, updated file by file. */
export interface EvidenceIndex {
  /** Raised by every change. */
  readonly revision: number;
  readonly sources: ReadonlyMap<string, Source>;
  readonly duplicates: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  /** Sources that a file defines, under the keys of the Story, in order; those that another file has first, too. */
  sourcesIn(uri: string): readonly Source[];
  /** Every definition of a key: the Source, the bibliography entry that it is joined with, duplicates. */
  definitionsOf(key: string): readonly Source[];
  /** Replaces all Sources of one file; an empty list removes it. */
  replace(uri: string, sources: readonly Source[]): void;
  /** The same index, noting what it is asked for, so that an answer can be kept while the index changes elsewhere. */
  recording(): { readonly index: EvidenceIndex; readonly reads: Reads };
  /** Whether all that was read would be read again. It may say no where the answer would be the same, never the other way. */
  isSame(reads: Reads): boolean;
  /** Best passages for a text, best first; `within` limits them to Sources with these keys. */
  search(query: string, options?: { readonly limit?: number; readonly within?: ReadonlySet<string> }): readonly Match[];
}
