// Owns: what an annotation is: a person's comment or verdict on a passage, its replies, and where it stands now.
// Must not know: files, editors, how the sidecar is written, how anchors are found.
import type { Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';

/** What a person says of a claim. */
export const VERDICTS = ['verified', 'disputed', 'needs-source', 'opinion', 'not-checkable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The passage that an annotation is about, as a W3C TextQuoteSelector with a TextPositionSelector as hint. */
export interface Anchor {
  /** The passage as it was annotated. */
  readonly exact: string;
  /** What stood before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood, in code points from the start of the text without BOM. */
  readonly start?: number;
  readonly end?: number;
  /**
   * What of prefix, exact and suffix stood elsewhere in the text, too, when it was annotated: starts and ends, one after the other, in
   * code points of the three together. What stood nowhere else tells the passage from its lookalikes. Absent: not known.
   */
  readonly shared?: readonly number[];
}

/** Who wrote something and when, as far as the line says. Times are ISO 8601; clocks may lie. */
export interface Authored {
  readonly id: string;
  readonly creator?: string;
  readonly created?: string;
  readonly modified?: string;
  /** What a Sidemark review has of it beyond what stands here: severity, type, extensions. */
  readonly mrsf?: Readonly<Record<string, unknown>>;
  /** Zero-based line of the sidecar. */
  readonly line: number;
}

export interface Reply extends Authored {
  /** Markdown of a person, not to be trusted. */
  readonly body: string;
}

export interface Annotation extends Authored {
  /** Markdown of a person, not to be trusted; may be empty beside a verdict. */
  readonly body: string;
  /** Absent without a `pointer`: it is about the whole document. */
  readonly anchor?: Anchor;
  /** What it says of its place where it names no words to look for: "CssSelector #lead". A position alone may lie. */
  readonly pointer?: string;
  readonly verdict?: Verdict;
  /** Keys of the Sources that a verdict rests on. */
  readonly evidence: readonly string[];
  readonly assignee?: string;
  readonly resolved?: { readonly by?: string; readonly at?: string };
  /** In order of creation. */
  readonly replies: readonly Reply[];
}

/**
 * Where an annotation stands in the text as it is now; spans count from its start.
 * `exact`: the very words (line breaks and spaces apart); `changed`: the passage, with words changed since.
 */
export type Placement =
  | { readonly state: 'placed'; readonly span: Span; readonly how: 'exact' | 'changed' }
  | { readonly state: 'document' }
  /** `gone`: nothing in the text is it beyond doubt; `copies`: several passages that cannot be told apart; `no-target`: it names no words, and `lastText` is its pointer. */
  | { readonly state: 'orphaned'; readonly lastText: string; readonly why: 'gone' | 'copies' | 'no-target' };

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly placement: Placement;
  /** A verdict whose claim has changed since: it no longer counts. Orphaned verdicts count as long as their words stand somewhere. */
  readonly expired: boolean;
}

/** A fault of a sidecar. Nothing of it is ever dropped: the line stays in the file as it is. */
export interface SidecarProblem {
  readonly kind: 'bad-line' | 'unfinished-merge' | 'conflicting' | 'repeated' | 'reply-without-target' | 'unreadable';
  readonly severity: 'error' | 'warning' | 'info';
  /** Zero-based. */
  readonly line: number;
  /** Counts from the start of the sidecar. */
  readonly span: Span;
  readonly message: Phrase;
}

/** What the lines of a sidecar say. */
export interface Sidecar {
  /** One per id, in order of the file. Of conflicting lines the one with the most careful verdict speaks, of equals the newest. */
  readonly annotations: readonly Annotation[];
  readonly problems: readonly SidecarProblem[];
}

/** All annotations of one draft or note, those that have a place in its order, then those that have none. */
export interface DocumentAnnotations {
  readonly uri: string;
  /** Uri of the sidecar, there or not. */
  readonly sidecar: string;
  readonly annotations: readonly PlacedAnnotation[];
  readonly problems: readonly SidecarProblem[];
}
