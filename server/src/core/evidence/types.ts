// Owns: the shapes of evidence: Sources, passages, the verdict on a claim, the match of a quote.
// Must not know: files and how they are read, rules, findings, editors.
import type { TlpLevel } from '../extract/facts.ts';
import type { Span } from '../text/span.ts';

/** One thing that notes or a bibliography describe. Spans count from the start of the file that `uri` names. */
export interface Source {
  readonly key: string;
  readonly uri: string;
  /** Path of the file from the Story's folder, with "/". */
  readonly path: string;
  readonly origin: 'heading' | 'file' | 'bibliography';
  /** All of it: heading, metadata, evidence. */
  readonly span: Span;
  /** The key where it is written, else the heading or an empty span at the start of the file. */
  readonly keySpan: Span;
  readonly title: string;
  readonly metadata: SourceMetadata;
  /** Every metadata item as written, unknown keys included. */
  readonly items: readonly { readonly key: string; readonly value: string; readonly keySpan: Span; readonly valueSpan: Span }[];
  readonly passages: readonly Passage[];
  /** Why there is no text to compare with. */
  readonly noText?: 'bibliography-entry' | 'binary' | 'too-large' | 'unreadable';
  /** ISO 639-1 of its text, where it could be told and is not English. */
  readonly language?: string;
  /** Where speakers of its quotes are told later: which words their names can have. To ask for a speaker is slow until it was done once. */
  readonly late?: { mayName(word: string): boolean };
}

export interface SourceMetadata {
  readonly url?: string;
  readonly authors?: readonly string[];
  /** ISO dates, as exact as written. */
  readonly published?: string;
  readonly retrieved?: string;
  /** Admiralty pair: reliability A–F, credibility 1–6. */
  readonly grade?: string;
  /** Key or free text of what it relies on. */
  readonly reliesOn?: string;
  readonly tlp?: TlpLevel;
  readonly confidential: readonly string[];
  readonly terms?: 'on-record' | 'background' | 'deep-background' | 'off-record';
  readonly embargo?: string;
}

/** A sentence or quote of a Source. Spans count from the start of the file. */
export interface Passage {
  readonly source: Source;
  readonly span: Span;
  /** Words as a reader sees them, markup gone, white space folded. */
  readonly text: string;
  /** These are the words of `speaker`, or of the source itself where nobody is named. */
  readonly quote?: { readonly content: Span; readonly text: string; readonly speaker?: string };
  readonly grade?: string;
  /** Of a document with pages, from 1. */
  readonly page?: number;
}

export type Verdict =
  | 'supported'
  | 'partial'
  | 'contradicted'
  | 'miscited'
  | 'attributed'
  | 'uncited'
  | 'unsupported'
  | 'unchecked'
  | 'not-a-claim';

/** A passage that bears on a claim, with how well. */
export interface Match {
  readonly passage: Passage;
  /** 0 to 1. */
  readonly score: number;
  /** Words of the passage that the claim shares; spans into `passage.text`. */
  readonly shared: readonly Span[];
}

/** One thing that evidence states differently. `span` is relative to the claim's segment. */
export interface Difference {
  readonly kind: 'number' | 'date' | 'name' | 'polarity' | 'grade' | 'certainty';
  readonly span: Span;
  readonly drafted: string;
  readonly noted: string;
  readonly passage: Passage;
  /** Of certainty: evidence says it of a part alone, and is sure of that. */
  readonly isExtent?: boolean;
  /** Of numbers: the cited Sources neither state nor yield the draft's; what is noted stands in a passage about the same. */
  readonly isUnheld?: boolean;
  /** Of polarity: words of opposite sense stand against each other; neither side denies. */
  readonly isOpposed?: boolean;
  /** What the draft should say in place of `span`, where there is one right answer. */
  readonly replacement?: string;
  /** Another Source has it as the draft does: the notes disagree. */
  readonly agreeing?: Passage;
}

/** The verdict on a claim, by the table in the design. */
export interface Support {
  readonly verdict: Verdict;
  /** Best passages, best first. */
  readonly matches: readonly Match[];
  readonly differences: readonly Difference[];
  /** What a Source states otherwise although the one that backs the claim has it as the draft does: the notes disagree. */
  readonly conflicts?: readonly Difference[];
  /** Keys of the Sources that the claim cites or names in prose. */
  readonly cited: readonly string[];
  /** Why it could not be checked. */
  readonly reason?: 'indexing' | 'other-language' | 'no-text' | 'too-large' | 'off';
  /** Parts of the claim that the evidence lacks, for `partial`; relative to the segment. */
  readonly missing: readonly Span[];
}

export type QuoteStatus =
  | 'verbatim'
  | 'shortened'
  | 'altered'
  | 'meaning-changed'
  | 'spliced'
  | 'wrong-speaker'
  | 'not-found'
  | 'unchecked'
  | 'not-speech';

/** What the notes hold of a quote. */
export interface QuoteMatch {
  readonly status: QuoteStatus;
  readonly passage?: Passage;
  /** The part of the quote that differs; relative to the quote's segment. */
  readonly span: Span;
  /** The words that the notes have for `span`. */
  readonly replacement?: string;
  /** Every stretch that differs, with the words of the notes; relative to the quote's segment. */
  readonly changes?: readonly { readonly span: Span; readonly replacement: string; readonly meaning: boolean }[];
  /** Word diff from the draft's words to the notes'. */
  readonly diff: readonly { readonly op: 'same' | 'drop' | 'add'; readonly text: string }[];
  /** Who said it, by the notes. */
  readonly speaker?: string;
}
