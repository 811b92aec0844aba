// Owns: comparing a segmented parse with a parse of the whole, and the invariants of a tree.
// Must not know: where the documents come from.
import assert from 'node:assert';
import type { Nodes, Root } from 'mdast';
import { isCostly } from '../../../server/src/core/syntax/cost.ts';
import { toMdast } from '../../../server/src/core/syntax/markdown.ts';
import { definitionsOf, mentions, parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { Definitions, SegmentTree } from '../../../server/src/core/syntax/types.ts';

const NONE: Definitions = { links: new Map(), footnotes: new Set() };

/**
 * A node as one line: what it is, where it stands, what it says. Lines and columns follow from offsets.
 * A fence or html that is never closed inside a list or note takes one blank line more or less with it when the text
 * ends there. So an end among the blank lines behind a segment (`tails`: where its words end, by its end) counts as the end of the words.
 */
function flatten(root: Root, offset: number, tails: readonly { readonly words: number; readonly end: number }[], lines: string[]): void {
  let tail = 0;
  const visit = (node: Nodes, depth: number): void => {
    const { children: _children, position, ...rest } = node as Nodes & { children?: Nodes[]; data?: unknown };
    const start = position?.start.offset;
    let end = position?.end.offset;
    if (start !== undefined && end !== undefined) {
      while ((tails[tail]?.end ?? Number.POSITIVE_INFINITY) <= start + offset) tail++;
      const words = (tails[tail]?.words ?? Number.POSITIVE_INFINITY) - offset;
      if (end >= words) {
        end = words;
        if ('value' in rest) rest.value = rest.value.replace(/[ \t\r\n]+$/, '');
      }
    }
    const place = start === undefined || end === undefined ? '?' : `${start + offset}-${end + offset}`;
    lines.push(`${'  '.repeat(Math.min(depth, 20))}${place} ${JSON.stringify(rest)}`);
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  for (const child of root.children) visit(child, 0);
}

/** Asserts that parsing `text` in segments equals parsing it whole, node for node. Answers how many segments there were. */
export function assertSegmentedEqualsWhole(text: string): number {
  const segments = segmentText(text, 'markdown');
  assertTiles(text, segments);
  const links = new Map<string, string>();
  const footnotes = new Set<string>();
  const contents = segments.filter(segment => segment.kind === 'content');
  for (const { span } of contents) {
    const defines = definitionsOf(text.slice(span.start, span.end), 'markdown');
    for (const [label, url] of defines.links) if (!links.has(label)) links.set(label, url);
    for (const label of defines.footnotes) footnotes.add(label);
  }
  const tails = contents.map(({ span }) => ({
    words: span.start + text.slice(span.start, span.end).replace(/[ \t\r\n]+$/, '').length,
    end: span.end,
  }));
  const parts: string[] = [];
  for (const { span } of contents) {
    const own = text.slice(span.start, span.end);
    const named = mentions(own);
    const outside = {
      links: new Map([...links].filter(([label]) => named.has(label))),
      footnotes: new Set([...footnotes].filter(label => named.has(label))),
    };
    const root = toMdast(own, outside);
    assert.ok(root, 'the parser gave up');
    flatten(root, span.start, tails, parts);
    assertTree(parseSegment(own, 'markdown', outside), own);
  }
  const body = contents[0]?.span.start ?? text.length;
  const whole: string[] = [];
  const root = toMdast(text.slice(body), NONE);
  assert.ok(root, 'the parser gave up');
  flatten(root, body, tails, whole);
  for (let at = 0; at < Math.max(parts.length, whole.length); at++) {
    if (parts[at] !== whole[at]) {
      assert.fail(
        `node ${at}\n in segments: ${parts[at]}\n in the whole: ${whole[at]}\n segments: ${JSON.stringify(contents.map(({ span }) => text.slice(span.start, span.end)))}`,
      );
    }
  }
  return contents.length;
}

/** Asserts that segments tile the text. */
export function assertTiles(text: string, segments: readonly { readonly span: { readonly start: number; readonly end: number } }[]): void {
  let at = 0;
  for (const { span } of segments) {
    assert.strictEqual(span.start, at);
    assert.ok(span.end > span.start);
    at = span.end;
  }
  assert.strictEqual(at, text.length);
}

/** Asserts what every tree promises of its prose and spans. */
export function assertTree(tree: SegmentTree, text: string): void {
  assert.strictEqual(tree.prose.length, text.length, 'prose is as long as the text');
  for (let at = 0; at < text.length; at++) {
    const shown = tree.prose.charCodeAt(at);
    const raw = text.charCodeAt(at);
    if (raw === 10 || raw === 13) assert.strictEqual(shown, raw, `line end at ${at} stays`);
    // A character reference shows what it stands for where it starts.
    else if (shown !== 32 && shown !== raw) {
      const reference = raw === 38 || isReference(text, at);
      assert.ok(reference, `prose shows ${JSON.stringify(tree.prose.charAt(at))} for ${JSON.stringify(text.charAt(at))} at ${at}`);
    }
  }
  const inside = (span: { start: number; end: number }, what: string): void =>
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${what} ${JSON.stringify(span)} lies in the segment`);
  for (const block of tree.blocks) {
    inside(block.span, block.kind);
    assert.ok(block.sentences.start <= block.sentences.end && block.sentences.end <= tree.sentences.length);
    let last = block.span.start;
    for (let at = block.sentences.start; at < block.sentences.end; at++) {
      const span = tree.sentences[at]?.span;
      assert.ok(
        span && span.start >= last && span.end > span.start && span.end <= block.span.end,
        `sentence ${at} of ${block.kind} in order`,
      );
      assert.ok(!/^[ \t\r\n]|[ \t\r\n]$/.test(tree.prose.slice(span.start, span.end)), 'trimmed');
      last = span.end;
    }
  }
  let last = 0;
  for (const inline of tree.inlines) {
    inside(inline.span, inline.kind);
    inside(inline.content, `${inline.kind} content`);
    assert.ok(inline.span.start >= last || isCostly(text), `${inline.kind} in order`);
    last = inline.span.start;
  }
  for (const comment of tree.comments) inside(comment.content, 'comment');
  for (const footnote of tree.footnotes) {
    inside(footnote.content, 'footnote');
    assert.strictEqual(text.slice(footnote.labelSpan.start, footnote.labelSpan.end), footnote.label);
  }
}

/** Whether `at` is the second half of a pair that a character reference yields. */
function isReference(text: string, at: number): boolean {
  return text.lastIndexOf('&', at) >= 0 && at - text.lastIndexOf('&', at) < 3;
}
