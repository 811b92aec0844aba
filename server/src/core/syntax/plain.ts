// Owns: plain text to a tree: paragraphs, headings, list items, footnotes. No other syntax.
// Must not know: Markdown.
import type { Span } from '../text/span.ts';
import { trim } from '../text/white-space.ts';
import { commentsIn } from './comments.ts';
import { PLAIN_FOOTNOTE } from './definitions.ts';
import { afterLineEnd, isBlank, lineEnd } from './lines.ts';
import { headingSentences, splitSentences } from './sentences.ts';
import type { Block, BlockKind, Inline, Markup, SegmentTree, Sentence } from './types.ts';

/** Longest heading, in UTF-16 units. */
const HEADING_LENGTH = 100;
const LIST_MARK = /^[ \t]*(?:[-*+•–][ \t]+|(\d{1,3})[.)][ \t]+)(?=\S)/;
const REFERENCE = /\[\^([^\s[\]]{1,999})\](?!:)/g;

interface Draft {
  kind: BlockKind;
  start: number;
  end: number;
  lines: number;
  item?: number;
  depth?: number;
  ordered?: boolean;
  footnote?: string;
}

/**
 * The tree of a segment of plain text. Comments and footnote marks are blank in the prose, and so are the marks of list
 * items; all else stands. `markup` is what the tree says it is: Markdown that is too costly to parse comes here too.
 */
export function parsePlain(text: string, markup: Markup = 'plain'): SegmentTree {
  const blanks: Span[] = [];
  const inlines: Inline[] = [];
  const comments = commentsIn(text, 0, text.length);
  for (const comment of comments) {
    blanks.push(comment.span);
    inlines.push({ kind: 'comment', span: comment.span, content: comment.content });
  }
  let comment = 0;
  for (const match of text.includes('[^') ? text.matchAll(REFERENCE) : []) {
    const end = match.index + match[0].length;
    while ((comments[comment]?.span.end ?? end) <= match.index) comment++;
    if ((comments[comment]?.span.start ?? end) < match.index) continue;
    blanks.push({ start: match.index, end });
    inlines.push({ kind: 'footnote-reference', span: { start: match.index, end }, content: { start: end, end }, label: match[1] ?? '' });
  }
  const footnotes: SegmentTree['footnotes'][number][] = [];
  const drafts = readLines(text, blanks, footnotes);
  const prose = blankOut(text, blanks);
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  for (const draft of drafts) {
    const span = trim(prose, draft.start, draft.end);
    if (span.start === span.end) continue;
    const kind = draft.kind === 'paragraph' && draft.lines === 1 && isHeading(prose, span) ? 'heading' : draft.kind;
    const first = sentences.length;
    const spans = kind === 'heading' ? headingSentences(prose, span) : splitSentences(prose, span);
    for (const sentence of spans) sentences.push({ span: sentence, block: blocks.length });
    blocks.push({
      kind,
      span,
      sentences: { start: first, end: sentences.length },
      ...(kind === 'heading' && { depth: 1 }),
      ...(draft.footnote !== undefined && { footnote: draft.footnote }),
      ...(draft.item !== undefined && { list: { list: 0, item: draft.item, depth: draft.depth ?? 1, ordered: draft.ordered ?? false } }),
    });
  }
  inlines.sort((a, b) => a.span.start - b.span.start);
  return { text, markup, prose, blocks, inlines, sentences, comments, footnotes: placed(footnotes, text) };
}

function readLines(text: string, blanks: Span[], footnotes: SegmentTree['footnotes'][number][]): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let item = 0;
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const next = afterLineEnd(text, end);
    if (isBlank(text, start, end)) open = undefined;
    else {
      const line = text.slice(start, Math.min(end, start + 1100));
      const footnote = line.startsWith('[^') ? PLAIN_FOOTNOTE.exec(line) : null;
      const mark = footnote ? null : LIST_MARK.exec(line);
      if (footnote) {
        const label = footnote[2] ?? '';
        const content = start + footnote[0].length;
        open = { kind: 'footnote', start: content, end, lines: 1, footnote: label };
        blanks.push({ start, end: content });
        footnotes.push({
          label,
          span: { start, end },
          labelSpan: { start: start + 2, end: start + 2 + label.length },
          content: { start: content, end },
        });
        drafts.push(open);
      } else if (mark && (open === undefined || open.kind === 'list-item' || mark[1] === undefined || mark[1] === '1')) {
        const content = start + mark[0].length;
        open = { kind: 'list-item', start: content, end, lines: 1, item: item++, ordered: mark[1] !== undefined };
        blanks.push({ start, end: content });
        drafts.push(open);
      } else if (open) {
        open.end = end;
        open.lines++;
      } else {
        open = { kind: 'paragraph', start, end, lines: 1 };
        drafts.push(open);
      }
    }
    start = next;
  }
  let at = 0;
  for (const draft of drafts) {
    if (draft.kind !== 'footnote') continue;
    const footnote = footnotes[at];
    if (footnote)
      footnotes[at] = {
        ...footnote,
        span: { start: footnote.span.start, end: draft.end },
        content: { start: footnote.content.start, end: draft.end },
      };
    at++;
  }
  return drafts;
}

function placed(footnotes: readonly SegmentTree['footnotes'][number][], text: string): SegmentTree['footnotes'] {
  return footnotes.map(footnote => ({ ...footnote, content: trim(text, footnote.content.start, footnote.content.end) }));
}

/** A short line of its own that does not end as a sentence does. */
function isHeading(prose: string, span: Span): boolean {
  if (span.end - span.start > HEADING_LENGTH) return false;
  const line = prose.slice(span.start, span.end);
  if (!/\p{L}/u.test(line) || /^["'“‘«—–-]/.test(line)) return false;
  if (/[?？]$/.test(line)) return line.length <= 60 && !/[.!?]\s/.test(line);
  return !/[.!:;,…。！：；،][)\]"'”’»]*$/.test(line);
}

/** `text` with every unit of `blanks` but line ends as a space. */
export function blankOut(text: string, blanks: readonly Span[]): string {
  if (blanks.length === 0) return text;
  const sorted = [...blanks].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const blank of sorted) {
    const start = Math.max(at, blank.start);
    if (blank.end <= start) continue;
    out += text.slice(at, start) + text.slice(start, blank.end).replace(/[^\r\n]/g, ' ');
    at = blank.end;
  }
  return out + text.slice(at);
}
