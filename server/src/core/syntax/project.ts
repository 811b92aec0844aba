// Owns: mdast to a segment's tree: blocks, inlines and the prose projection.
// Must not know: how Markdown is parsed, what the tree is used for.
import type { FootnoteDefinition, Image, ImageReference, Nodes, Root, Table } from 'mdast';
import type { Span } from '../text/span.ts';
import { trim } from '../text/white-space.ts';
import { type Comment, commentsIn } from './comments.ts';
import { normalizeLabel } from './definitions.ts';
import { blankOut } from './plain.ts';
import { headingSentences, splitSentences } from './sentences.ts';
import type { Block, BlockKind, Definitions, Inline, SegmentTree, Sentence } from './types.ts';

/** What encloses a block. */
interface Place {
  readonly kind: BlockKind;
  readonly quoted: number;
  readonly list?: Block['list'];
  readonly footnote?: string;
}

interface DraftBlock {
  readonly block: Omit<Block, 'sentences'>;
  /** Places where a line is broken on purpose: a sentence ends there. */
  readonly breaks: readonly number[];
  /** Captions inside it, which are no part of its sentences. */
  readonly captions: readonly Span[];
  readonly prose: boolean;
}

/** The tree of a parsed segment. Recursion is as deep as the tree. */
export function project(text: string, root: Root, definitions: Definitions): SegmentTree {
  const projection = new Projection(text, definitions);
  projection.read(root);
  return projection.tree();
}

class Projection {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #own = new Map<string, string>();
  readonly #drafts: DraftBlock[] = [];
  readonly #inlines: Inline[] = [];
  readonly #comments: Comment[] = [];
  readonly #footnotes: SegmentTree['footnotes'][number][] = [];
  #prose = '';
  #lists = 0;
  #tables = 0;
  /** Of the block being read. */
  #breaks: number[] = [];
  #captions: Span[] = [];

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
  }

  read(root: Root): void {
    if (this.#text.includes(']:')) this.#ownDefinitions(root);
    for (const child of root.children) this.#block(child, { kind: 'paragraph', quoted: 0 });
  }

  tree(): SegmentTree {
    this.#hideTo(this.#text.length);
    // Where nothing is hidden, the prose is the text: no copy of it.
    const prose = this.#prose === this.#text ? this.#text : this.#prose;
    const blocks: Block[] = [];
    const sentences: Sentence[] = [];
    for (const draft of this.#drafts) {
      const first = sentences.length;
      if (draft.prose) {
        const own = draft.captions.length > 0 ? blankOut(prose, draft.captions) : prose;
        const { span, kind } = draft.block;
        if (kind === 'paragraph' && trim(own, span.start, span.end).end === span.start) continue;
        let start = span.start;
        for (const end of [...draft.breaks, span.end]) {
          const part = trim(own, start, end);
          const spans = part.end === part.start ? [] : kind === 'heading' ? headingSentences(own, part) : splitSentences(own, part);
          for (const sentence of spans) sentences.push({ span: sentence, block: blocks.length });
          start = end;
        }
      }
      blocks.push({ ...draft.block, sentences: { start: first, end: sentences.length } });
    }
    return {
      text: this.#text,
      markup: 'markdown',
      prose,
      blocks,
      inlines: this.#inlines,
      sentences,
      comments: this.#comments,
      footnotes: this.#footnotes,
    };
  }

  #ownDefinitions(node: Nodes): void {
    if (node.type === 'definition') {
      const label = normalizeLabel(node.identifier);
      if (!this.#own.has(label)) this.#own.set(label, node.url);
    }
    if ('children' in node) for (const child of node.children) this.#ownDefinitions(child);
  }

  #block(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'paragraph':
        this.#words(node, place);
        return;
      case 'heading':
        this.#words(node, { ...place, kind: 'heading' }, { depth: node.depth });
        return;
      case 'blockquote':
        for (const child of node.children) this.#block(child, { ...place, kind: 'quote', quoted: place.quoted + 1 });
        return;
      case 'list': {
        const list = this.#lists++;
        const depth = (place.list?.depth ?? 0) + 1;
        for (const [item, child] of node.children.entries()) {
          const at: Place = { ...place, kind: 'list-item', list: { list, item, depth, ordered: node.ordered === true } };
          for (const inner of child.children) this.#block(inner, at);
        }
        return;
      }
      case 'footnoteDefinition':
        this.#footnote(node, place);
        return;
      case 'table':
        this.#table(node, place);
        return;
      case 'code':
      case 'html':
      case 'definition': {
        const span = spanOf(node);
        if (!span) return;
        if (node.type === 'html') this.#comments.push(...commentsIn(this.#text, span.start, span.end));
        this.#add({ ...place, kind: node.type }, span, {}, false);
        return;
      }
      default:
        return;
    }
  }

  #add(place: Place, span: Span, more: Partial<Block>, prose = true): void {
    this.#drafts.push({
      block: {
        kind: place.kind,
        span,
        ...(place.quoted > 0 && { quoted: place.quoted }),
        ...(place.list && { list: place.list }),
        ...(place.footnote !== undefined && { footnote: place.footnote }),
        ...more,
      },
      breaks: this.#breaks,
      captions: this.#captions,
      prose,
    });
  }

  /** A block that holds inline text. Its captions follow as blocks of their own. */
  #words(node: Nodes, place: Place, more: Partial<Block> = {}): void {
    const span = spanOf(node);
    if (!span || !('children' in node)) return;
    this.#breaks = [];
    this.#captions = [];
    this.#inlineChildren(node.children, span);
    const captions = this.#captions;
    this.#add(place, span, more);
    this.#breaks = [];
    this.#captions = [];
    for (const caption of captions) this.#add({ ...place, kind: 'caption' }, caption, {});
  }

  #footnote(node: FootnoteDefinition, place: Place): void {
    const span = spanOf(node);
    if (!span) return;
    const text = this.#text;
    let end = span.start + 2;
    while (end < span.end && text.charCodeAt(end) !== 93) end += text.charCodeAt(end) === 92 ? 2 : 1;
    const label = text.slice(span.start + 2, end);
    const content = trim(text, Math.min(end + 2, span.end), span.end);
    this.#footnotes.push({ label, span, labelSpan: { start: span.start + 2, end }, content });
    for (const child of node.children) this.#block(child, { ...place, kind: 'footnote', footnote: label });
  }

  #table(node: Table, place: Place): void {
    const table = this.#tables++;
    for (const [row, line] of node.children.entries()) {
      for (const [column, cell] of line.children.entries()) {
        this.#words(cell, { ...place, kind: 'table-cell' }, { table: { table, row, column } });
      }
    }
  }

  #inlineChildren(children: readonly Nodes[], parent: Span): void {
    let at = parent.start;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Nodes;
      const span = spanOf(child);
      if (span) {
        this.#inline(child, span);
        at = span.end;
        continue;
      }
      // Literal autolinks and the words around them have no position: they fill the gap up to the next sibling that has.
      let last = index;
      while (last + 1 < children.length && !spanOf(children[last + 1] as Nodes)) last++;
      const next = children[last + 1];
      const end = (next && spanOf(next)?.start) ?? parent.end;
      at = this.#unplaced(children.slice(index, last + 1), at, end);
      index = last;
    }
  }

  /** Finds nodes without a position, whose words follow one another, in `[start, end)`. Returns where they end. */
  #unplaced(nodes: readonly Nodes[], start: number, end: number): number {
    let at = start;
    let first = true;
    for (const node of nodes) {
      const value = plainValue(node);
      if (value === '') continue;
      if (first) {
        const found = this.#text.indexOf(value.slice(0, 1), at);
        if (found >= 0 && found < end) at = found;
        first = false;
      }
      const from = at;
      at = this.#show(value, at, end);
      if (node.type === 'link') {
        const span = trim(this.#text, from, at);
        this.#inlines.push({ kind: 'link', span, content: span, url: node.url });
      }
    }
    return at;
  }

  #inline(node: Nodes, span: Span): void {
    switch (node.type) {
      case 'text':
        this.#show(node.value, span.start, span.end);
        return;
      case 'inlineCode':
        this.#code(span);
        return;
      case 'break':
        this.#breaks.push(span.start);
        return;
      case 'html': {
        const comments = commentsIn(this.#text, span.start, span.end);
        this.#comments.push(...comments);
        const comment = comments[0];
        this.#inlines.push(
          comment
            ? { kind: 'comment', span, content: comment.content }
            : { kind: 'html', span, content: { start: span.end, end: span.end } },
        );
        return;
      }
      case 'footnoteReference':
        this.#inlines.push({
          kind: 'footnote-reference',
          span,
          content: { start: span.end, end: span.end },
          label: this.#text.slice(span.start + 2, span.end - 1),
        });
        return;
      case 'image':
      case 'imageReference':
        this.#image(node, span);
        return;
      case 'link':
      case 'linkReference': {
        const place = this.#inlines.length;
        const content = contentOf(node.children) ?? { start: span.start + 1, end: span.start + 1 };
        const url = node.type === 'link' ? node.url : this.#target(node.identifier);
        this.#inlineChildren(node.children, { start: span.start + 1, end: span.end });
        this.#inlines.splice(place, 0, { kind: 'link', span, content, ...(url !== undefined && { url }) });
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const width = node.type === 'emphasis' ? 1 : node.type === 'strong' ? 2 : this.#text.startsWith('~~', span.start) ? 2 : 1;
        const content = { start: span.start + width, end: span.end - width };
        this.#inlines.push({ kind: node.type, span, content });
        this.#inlineChildren(node.children, content);
        return;
      }
      default:
        if ('children' in node) this.#inlineChildren(node.children, span);
    }
  }

  #target(identifier: string): string | undefined {
    const label = normalizeLabel(identifier);
    return this.#definitions.links.get(label) ?? this.#own.get(label);
  }

  #code(span: Span): void {
    const text = this.#text;
    let ticks = 0;
    while (text.charCodeAt(span.start + ticks) === 96) ticks++;
    const content = { start: span.start + ticks, end: Math.max(span.start + ticks, span.end - ticks) };
    this.#inlines.push({ kind: 'code', span, content });
    const lines = /[^\r\n]+/g;
    lines.lastIndex = content.start;
    for (let line = lines.exec(text); line && line.index < content.end; line = lines.exec(text)) {
      // From the second line on, marks of an enclosing quote come first.
      const marks = line.index === content.start ? 0 : (/^[ \t>]*/.exec(line[0])?.[0].length ?? 0);
      this.#reveal(line.index + marks, Math.min(line.index + line[0].length, content.end));
    }
  }

  #image(node: Image | ImageReference, span: Span): void {
    const text = this.#text;
    const start = span.start + 2;
    let end = start;
    for (let depth = 1; end < span.end; end++) {
      const code = text.charCodeAt(end);
      if (code === 92) end++;
      else if (code === 91) depth++;
      else if (code === 93 && --depth === 0) break;
    }
    const content = { start, end: Math.min(end, span.end) };
    const url = node.type === 'image' ? node.url : this.#target(node.identifier);
    this.#inlines.push({ kind: 'image', span, content, ...(url !== undefined && { url }) });
    this.#show(node.alt ?? '', content.start, content.end);
    if (content.end > content.start) this.#captions.push(content);
    const title = node.type === 'image' ? node.title : undefined;
    if (!title) return;
    const from = text.lastIndexOf(title, span.end);
    if (from <= content.end) return;
    this.#reveal(from, from + title.length);
    this.#captions.push({ start: from, end: from + title.length });
  }

  #hideTo(end: number): void {
    const at = this.#prose.length;
    if (end > at) this.#prose += this.#text.slice(at, end).replace(/[^\r\n]/g, ' ');
  }

  #reveal(start: number, end: number): void {
    if (end <= start || start < this.#prose.length) return;
    this.#hideTo(start);
    this.#prose += this.#text.slice(start, end);
  }

  /** Puts `value` where the source says it, in `[start, end)`: escapes, references and line prefixes stay hidden. */
  #show(value: string, start: number, end: number): number {
    const text = this.#text;
    if (start + value.length <= end && text.startsWith(value, start)) {
      const next = text.charCodeAt(start + value.length);
      // The usual case, unless what follows shows that the value itself was written with marks.
      if (start + value.length === end || next !== 59) {
        this.#reveal(start, start + value.length);
        return start + value.length;
      }
    }
    let at = start;
    let lineStart = false;
    for (let from = 0; from < value.length && at < end; ) {
      const shown = value.charCodeAt(from);
      const code = text.charCodeAt(at);
      if (lineStart && (code === 32 || code === 9 || (code === 62 && shown !== 62))) {
        at++;
        continue;
      }
      if (code === 92 && isPunctuation(text.charCodeAt(at + 1)) && shown === text.charCodeAt(at + 1)) {
        this.#reveal(at + 1, at + 2);
        at += 2;
        from++;
        lineStart = false;
        continue;
      }
      const reference = code === 38 ? referenceAt(text, at) : 0;
      if (reference > 0 && !value.startsWith(text.slice(at, at + reference), from)) {
        const units = shown >= 0xd800 && shown < 0xdc00 ? 2 : 1;
        this.#hideTo(at);
        if (this.#prose.length === at && shown !== 10 && shown !== 13) this.#prose += value.slice(from, from + units);
        at += reference;
        from += units;
        lineStart = false;
        continue;
      }
      if (code === shown || (code === 0 && shown === 0xfffd)) {
        const run = at;
        do {
          at++;
          from++;
        } while (at < end && from < value.length && isWordCode(text.charCodeAt(at)) && text.charCodeAt(at) === value.charCodeAt(from));
        this.#reveal(run, at);
        const last = text.charCodeAt(at - 1);
        lineStart = last === 10 || last === 13;
        continue;
      }
      // White space before a line end is dropped from the value.
      if (code === 32 || code === 9 || code === 13 || code === 10) {
        at++;
        continue;
      }
      if (shown === 32 || shown === 10 || shown === 13) {
        from++;
        continue;
      }
      at++;
    }
    return at;
  }
}

function spanOf(node: Nodes): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function contentOf(children: readonly Nodes[]): Span | undefined {
  const first = children[0] && spanOf(children[0]);
  const lastChild = children[children.length - 1];
  const last = lastChild && spanOf(lastChild);
  return first && last ? { start: first.start, end: last.end } : undefined;
}

function plainValue(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainValue).join('') : '';
}

const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});/y;

/** Length of the character reference at `at`, 0 when there is none. */
function referenceAt(text: string, at: number): number {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(text)?.[0].length ?? 0;
}

function isPunctuation(code: number): boolean {
  return (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);
}

/** Neither white space nor anything that a mark could start with. */
function isWordCode(code: number): boolean {
  return code !== 32 && code !== 9 && code !== 10 && code !== 13 && code !== 92 && code !== 38 && code !== 62;
}
