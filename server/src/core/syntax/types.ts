// Owns: the shapes that parsing yields: segments, blocks, inlines, sentences.
// Must not know: claims, evidence, rules; anything that these shapes are used for.
import type { Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';

/** How a file is written. Plain text knows the same citations, suppressions and front matter, and no other syntax. */
export type Markup = 'markdown' | 'plain';

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item' // one paragraph inside a list item
  | 'table-cell'
  | 'quote' // one paragraph inside a block quote
  | 'caption' // the alt text or title of an image
  | 'footnote' // one paragraph of a footnote definition
  | 'code'
  | 'html'
  | 'definition' // a link reference definition
  | 'front-matter';

/** A Markdown block that holds prose, or one that holds none (code, html, front matter). Spans are relative to the segment. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Heading level 1–6. */
  readonly depth?: number;
  /** Label of the footnote that this paragraph belongs to. */
  readonly footnote?: string;
  /** Which list of the segment, which item of it (from 0), how deep (from 1). */
  readonly list?: { readonly list: number; readonly item: number; readonly depth: number; readonly ordered: boolean };
  /** Which table of the segment, row (0 is the header), column. */
  readonly table?: { readonly table: number; readonly row: number; readonly column: number };
  /** How many block quotes enclose it. */
  readonly quoted?: number;
  /** The first and one past the last of its sentences in `SegmentTree.sentences`. */
  readonly sentences: Span;
}

export type InlineKind = 'code' | 'link' | 'image' | 'footnote-reference' | 'comment' | 'html' | 'emphasis' | 'strong' | 'delete';

/** Inline markup. Its marks are blanked in the prose; the words inside stay. */
export interface Inline {
  readonly kind: InlineKind;
  readonly span: Span;
  /** What is left of it in the prose: the words of a link, the code without backticks. Empty for a footnote reference. */
  readonly content: Span;
  /** Target of a link or image, resolved through definitions. */
  readonly url?: string;
  /** Label of a footnote reference. */
  readonly label?: string;
}

/** A sentence, trimmed. `block` is its index in `SegmentTree.blocks`. Code and html have none. */
export interface Sentence {
  readonly span: Span;
  readonly block: number;
}

/**
 * A parsed segment. All spans are relative to its start.
 *
 * `prose` is exactly as long as the segment's text: what a reader sees stands where it stood, and every mark of
 * markup is a space (line ends stay). So an offset into the prose is an offset into the text, always.
 * Inline code stays readable in the prose; code blocks, html, front matter and link targets are blank.
 */
export interface SegmentTree {
  readonly text: string;
  readonly markup: Markup;
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly inlines: readonly Inline[];
  readonly sentences: readonly Sentence[];
  /** Html comments anywhere in the segment, block or inline; `content` excludes the marks. */
  readonly comments: readonly { readonly span: Span; readonly content: Span }[];
  /** Footnote definitions; `content` is what follows the colon. */
  readonly footnotes: readonly { readonly label: string; readonly span: Span; readonly labelSpan: Span; readonly content: Span }[];
}

/** What the definitions elsewhere in a document make of a segment: `[x]: url` and `[^x]:`. Labels are normalised as Markdown does. */
export interface Definitions {
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlySet<string>;
}

/** A run of blocks that can be parsed alone; half-open in the document. Segments tile the document without gaps. */
export interface Segment {
  readonly span: Span;
  readonly kind: 'front-matter' | 'content';
}

/** The YAML between two `---` lines at the top of a document. Spans count from the start of the document. */
export interface FrontMatter {
  /** From the first `---` to the end of the closing line; empty when there is none. */
  readonly span: Span;
  readonly items: readonly FrontMatterItem[];
  /** Problems of its YAML. */
  readonly problems: readonly { readonly span: Span; readonly message: Phrase }[];
}

export interface FrontMatterItem {
  readonly key: string;
  readonly value: unknown;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}
