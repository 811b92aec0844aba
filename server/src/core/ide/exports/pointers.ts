// Owns: pointers of a draft into the notes, and what stands in their place where nobody has the notes: a name, or nothing.
// Must not know: what else a clean copy leaves out.

import { BLACK } from '../../evidence/redaction.ts';
import { hasTitle, nameOf } from '../../evidence/source-name.ts';
import type { Source } from '../../evidence/types.ts';
import { isAbsoluteUrl, resolveLink } from '../../evidence/urls.ts';
import type { DocumentView, PlacedSegment, StoryView } from '../../rules/types.ts';
import { covers, overlaps, type Span, shift, slice } from '../../text/span.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A pointer that is no word of its sentence: a wiki link, a path. Spans count from the start of the document. */
interface Pointer {
  readonly span: Span;
  readonly source: Source | undefined;
  readonly refused: boolean;
  readonly segment: PlacedSegment;
}

/** What a pointer stands in, and what becomes of that when it has nothing else to say. */
interface Unit {
  readonly span: Span;
  readonly kind: 'footnote' | 'bracket' | 'sentence';
  /** Of a sentence: it is all of its block. */
  readonly isBlock: boolean;
  readonly label?: string;
}

export interface PointerEdits {
  readonly edits: readonly Edit[];
  /** Pointers to Sources that may not be named. */
  readonly refused: number;
  /** Pictures from the folders of notes. */
  readonly pictures: number;
}

/** Behind these words a name is missed: "see …", "according to …". */
const WANTS_NAME =
  /(?:^|[\s([])(?:see|cf\.?|compare|in|from|by|per|of|to|at|on|with|and|or|than|via|as|the|our|its|like|between|against|siehe|vgl\.?|laut|nach|aus|von|und|oder|bei|mit|auf|im|zu|gemäß|der|die|das|dem|den)\s+$/i;
/** All that may stand beside pointers in what only points. */
const POINTING =
  /(?<![\p{L}\p{N}])(?:see|cf|compare|also|and|or|source|sources|note|notes|siehe|vgl|vergleiche|auch|und|oder|quelle|quellen|notiz|notizen)(?![\p{L}\p{N}])/giu;
/** "p. 3" behind a pointer. */
const LOCATOR = /^\s*,?\s*(?:(?:pp?|paras?|ch|sec|fol|lines?|S|Seite|Seiten|Abs|Zeile|Kap)\b\.?|§{1,2})\s*\d+(?:\s*[-–—]\s*\d+)?/u;
const JOINER = /^\s*(?:,|;|and|or|und|oder|&)?\s*$/;
/** What a path as it stands in prose is a part of, with what stands around it. */
const RUN = /[^\s<>()[\]"'`|:]+/g;
const STARTS_PATH = /[\p{L}\p{N}_-]/u;
const ENDS_PATH = /[\p{L}\p{N}_]/u;

/** Edits after which nothing in a draft points into the notes, and no sentence or footnote is left that only did. */
export function pointerEdits(view: DocumentView, story: StoryView): PointerEdits {
  const isNote = notesIn(view, story);
  const pointers = [...pointersIn(view, story, isNote)].sort((a, b) => a.span.start - b.span.start);
  const links = [...linkEdits(view, story, isNote)];
  const pictures = [...pictureEdits(view, isNote)];
  const edits: Edit[] = [...definitionEdits(view, isNote), ...pictures, ...links.map(({ edit }) => edit)];
  const gone = new Set<string>();
  let last: { readonly pointer: Pointer; readonly isKept: boolean } | undefined;
  for (const pointer of pointers) {
    const unit = unitOf(pointer, view);
    const inUnit = pointers.filter(other => covers(unit.span, other.span));
    const { text } = view;
    let isKept: boolean;
    if (onlyPoints(unit, inUnit, text)) {
      isKept = saysEnough(unit, inUnit, text);
      if (!isKept) {
        edits.push(removalOf(unit, text));
        if (unit.label !== undefined) gone.add(unit.label);
        continue;
      }
    } else {
      const chain = last && JOINER.test(text.slice(last.pointer.span.end, pointer.span.start)) ? last : undefined;
      isKept = chain ? chain.isKept : isMissed(pointer, text);
      if (!isKept) {
        const start = chain ? chain.pointer.span.end : spacesBefore(text, pointer.span.start);
        const locator = LOCATOR.exec(text.slice(pointer.span.end, pointer.span.end + 40))?.[0].length ?? 0;
        edits.push({ span: { start, end: pointer.span.end + locator }, newText: '' });
      }
    }
    if (isKept) edits.push({ span: pointer.span, newText: calledIn(pointer) });
    last = { pointer, isKept };
  }
  edits.push(...footnoteEdits(gone, view));
  return {
    edits,
    refused: pointers.filter(({ refused }) => refused).length + links.filter(({ refused }) => refused).length,
    pictures: pictures.length,
  };
}

/** Whether a link target of the draft lies among the notes. */
function notesIn(view: DocumentView, story: StoryView): (target: string) => Source | boolean {
  const own = view.path.slice(0, view.path.lastIndexOf('/') + 1);
  const byPath = new Map<string, Source>();
  const folders = new Set<string>();
  for (const source of story.sources.values()) {
    if (source.origin === 'bibliography') continue;
    if (!byPath.has(source.path)) byPath.set(source.path, source);
    folders.add(source.path.slice(0, source.path.lastIndexOf('/') + 1));
  }
  folders.delete('');
  folders.delete(own);
  return target => {
    const path = isAbsoluteUrl(target) ? undefined : resolveLink(view.path, target)?.path;
    if (path === undefined) return false;
    return byPath.get(path) ?? [...folders].some(folder => path.startsWith(folder));
  };
}

function* pointersIn(view: DocumentView, story: StoryView, isNote: (target: string) => Source | boolean): Generator<Pointer> {
  for (const { citation, segment, source } of view.citations) {
    const span = shift(citation.span, segment.offset);
    const refused = source !== undefined && !story.mayOffer(source, view);
    if (!source || citation.form !== 'wiki') continue;
    if (refused || wikiLabel(slice(view.text, span)) === undefined) yield { span, source, refused, segment };
  }
  for (const segment of view.segments) {
    const { prose, inlines, blocks } = segment.facts.tree;
    const taken = [
      ...inlines.filter(({ kind }) => kind === 'link' || kind === 'image' || kind === 'code' || kind === 'html'),
      ...blocks.filter(({ kind }) => kind === 'definition'),
      ...segment.facts.citations.filter(({ form }) => form !== 'bare'),
    ];
    for (const { path, span: local } of pathsIn(prose)) {
      const found = isNote(path);
      if (!found || taken.some(({ span }) => overlaps(span, local))) continue;
      const source = found === true ? undefined : found;
      yield { span: shift(local, segment.offset), source, refused: source !== undefined && !story.mayOffer(source, view), segment };
    }
  }
}

/** Paths as they stand in prose; angle brackets around one are in its span. */
export function* pathsIn(prose: string): Generator<{ readonly path: string; readonly span: Span }> {
  for (const { 0: run, index } of prose.matchAll(RUN)) {
    if (!run.includes('/')) continue;
    const from = pathStart(run);
    const path = run.slice(from, pathEnd(run));
    if (!/.\//.test(path.replace(/^(?:\.{1,2}\/)+/, ''))) continue;
    const start = index + from;
    const end = start + path.length;
    const opens = from === 0 && prose[start - 1] === '<';
    yield { path, span: { start: opens ? start - 1 : start, end: prose[end] === '>' ? end + 1 : end } };
  }
}

/** Where a path starts in a run: at its first letter, or at the `./` and `../` before that. */
function pathStart(run: string): number {
  let letter = 0;
  for (const char of run) {
    if (STARTS_PATH.test(char)) break;
    letter += char.length;
  }
  let start = letter;
  while (start >= 2 && run.startsWith('./', start - 2)) start -= start >= 3 && run.startsWith('../', start - 3) ? 3 : 2;
  return start;
}

/** Past the last letter of a run. */
function pathEnd(run: string): number {
  let end = run.length;
  while (end > 0) {
    const char = run.charCodeAt(end - 1) >> 10 === 0x37 ? run.slice(end - 2, end) : run.charAt(end - 1);
    if (ENDS_PATH.test(char)) return end;
    end -= char.length;
  }
  return end;
}

/** `[[key|label]]` */
export function wikiLabel(wiki: string): string | undefined {
  return /\|([^\]]*)\]\]$/.exec(wiki)?.[1]?.trim() || undefined;
}

/** Links become their words, or a name where their words are the address itself. */
function* linkEdits(
  view: DocumentView,
  story: StoryView,
  isNote: (target: string) => Source | boolean,
): Generator<{ readonly edit: Edit; readonly refused: boolean }> {
  const sources = new Map(view.citations.map(({ citation, segment, source }) => [citation.span.start + segment.offset, source]));
  for (const { facts, offset } of view.segments) {
    for (const { kind, span: local, content, url = '' } of facts.tree.inlines) {
      if (kind !== 'link') continue;
      const span = shift(local, offset);
      const source = sources.get(span.start);
      const refused = source !== undefined && !story.mayOffer(source, view);
      if (!refused && !isNote(url) && (source === undefined || isAbsoluteUrl(url))) continue;
      const words = slice(facts.tree.text, content);
      const isAddress = words === url || words === '' || isNote(words) !== false;
      yield { edit: { span, newText: isAddress ? (refused || !source ? BLACK : called(source)) : words }, refused };
    }
  }
  for (const { facts, offset } of view.segments) {
    for (const { span, form } of facts.citations) {
      if (form !== 'link' || facts.tree.inlines.some(inline => inline.kind === 'link' && inline.span.start === span.start)) continue;
      const source = sources.get(span.start + offset);
      if (source && !story.mayOffer(source, view)) yield { edit: { span: shift(span, offset), newText: BLACK }, refused: true };
    }
  }
}

/** Pictures from the folders of notes become what describes them. */
function* pictureEdits({ segments }: DocumentView, isNote: (target: string) => Source | boolean): Generator<Edit> {
  for (const { facts, offset } of segments) {
    const { text, inlines, blocks } = facts.tree;
    for (const { kind, span, content, url = '' } of inlines)
      if (kind === 'image' && isNote(url)) yield { span: shift(span, offset), newText: slice(text, content) };
    for (const { span } of [...inlines, ...blocks].filter(({ kind }) => kind === 'html')) {
      for (const tag of slice(text, span).matchAll(/<img\b[^>]{0,2000}>/gi)) {
        if (!isNote(attribute(tag[0], 'src'))) continue;
        const start = offset + span.start + tag.index;
        yield { span: { start, end: start + tag[0].length }, newText: attribute(tag[0], 'alt') };
      }
    }
  }
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** `[x]: notes/pool.md` */
function* definitionEdits({ segments, text }: DocumentView, isNote: (target: string) => Source | boolean): Generator<Edit> {
  for (const { facts, offset } of segments) {
    for (const { kind, span } of facts.tree.blocks) {
      const target = kind === 'definition' ? /^\[[^\]]*\]:\s*<?([^\s>]+)/.exec(slice(facts.tree.text, span))?.[1] : undefined;
      if (target !== undefined && isNote(target)) yield { span: lineOf(text, shift(span, offset)), newText: '' };
    }
  }
}

/** The footnote, bracket or sentence that a pointer stands in. */
function unitOf({ span, segment: { facts, offset } }: Pointer, { text }: DocumentView): Unit {
  const { footnotes, sentences, blocks } = facts.tree;
  const local = shift(span, -offset);
  const footnote = footnotes.find(({ content }) => covers(content, local));
  const sentence = sentences.find(one => covers(one.span, local));
  const block = blocks[sentence?.block ?? -1] ?? blocks.find(one => covers(one.span, local));
  const around = shift(footnote?.content ?? sentence?.span ?? block?.span ?? local, offset);
  const open = text.lastIndexOf('(', span.start);
  const close = text.indexOf(')', span.end);
  const isBracket = open >= around.start && close >= 0 && close < around.end && !/[()]/.test(text.slice(open + 1, span.start));
  if (isBracket && !text.slice(span.end, close).includes('('))
    return { span: { start: open, end: close + 1 }, kind: 'bracket', isBlock: false };
  if (footnote) return { span: shift(footnote.span, offset), kind: 'footnote', isBlock: true, label: footnote.label };
  const isBlock =
    block !== undefined &&
    text.slice(block.span.start + offset, around.start).trim() === '' &&
    text.slice(around.end, block.span.end + offset).trim() === '';
  return { span: around, kind: 'sentence', isBlock };
}

/** Whether a unit has nothing to say but where to look. */
function onlyPoints(unit: Unit, pointers: readonly Pointer[], text: string): boolean {
  return (
    restOf(unit, pointers, text)
      .replace(POINTING, '')
      .replace(/[^\p{L}\p{N}]+/gu, '') === ''
  );
}

/** The words of a unit beside its pointers and their pages. */
function restOf({ span, label }: Unit, pointers: readonly Pointer[], text: string): string {
  let rest = '';
  let from = span.start + (label === undefined ? 0 : text.slice(span.start, span.end).indexOf(']:') + 2);
  for (const { span: pointer } of pointers) {
    rest += `${text.slice(from, pointer.start)} `;
    from = pointer.end + (LOCATOR.exec(text.slice(pointer.end, Math.min(span.end, pointer.end + 40)))?.[0].length ?? 0);
  }
  return rest + text.slice(from, span.end);
}

/** Whether what only points still tells a reader something: the title of a Source, where it is more than a mark behind a sentence. */
function saysEnough(unit: Unit, pointers: readonly Pointer[], text: string): boolean {
  const isTitled = pointers.some(({ source, refused }) => source !== undefined && !refused && hasTitle(source));
  const isMark = !unit.isBlock && restOf(unit, pointers, text).replace(/[^\p{L}\p{N}]+/gu, '') === '';
  return isTitled && !isMark;
}

/** Whether a sentence misses a word where a pointer is taken out. */
function isMissed({ span, segment }: Pointer, text: string): boolean {
  const before = text.slice(Math.max(segment.offset, span.start - 60), span.start);
  if (WANTS_NAME.test(before)) return true;
  return /(?:^|\n\s*|[.!?]["”’)]?\s+)[-*+>#\s]*$/.test(before) && /^\s+\p{Ll}/u.test(text.slice(span.end, span.end + 20));
}

function calledIn({ source, refused }: Pointer): string {
  return refused || !source ? BLACK : called(source);
}

/** A Source by its title, else by the words of its key. */
function called(source: Source): string {
  return hasTitle(source) ? nameOf(source) : source.key.replace(/[-_]+/g, ' ');
}

/** A unit with the space before it, or with its lines where it stands there alone. */
function removalOf({ span, isBlock }: Unit, text: string): Edit {
  const line = lineOf(text, span);
  const isAlone =
    isBlock && /^[\s>#*+-]*(?:\d+[.)]\s*)?$/.test(text.slice(line.start, span.start)) && text.slice(span.end, line.end).trim() === '';
  return { span: isAlone ? line : { start: spacesBefore(text, span.start), end: span.end }, newText: '' };
}

/** Marks and definitions of footnotes. */
export function* footnoteEdits(labels: ReadonlySet<string>, { segments, text }: DocumentView): Generator<Edit> {
  const wanted = new Set([...labels].map(label => label.toLowerCase()));
  if (wanted.size === 0) return;
  for (const { facts, offset } of segments) {
    for (const { label, span } of facts.tree.footnotes)
      if (wanted.has(label.toLowerCase())) yield { span: lineOf(text, shift(span, offset)), newText: '' };
    const marks = facts.citations.filter(({ form, target }) => form === 'footnote' && wanted.has(target.toLowerCase()));
    for (const { span } of marks) yield { span: { start: spacesBefore(text, span.start + offset), end: span.end + offset }, newText: '' };
  }
}

/** The lines of a span, with the break that ends them. */
export function lineOf(text: string, { start, end }: Span): Span {
  return { start: lineStart(text, start), end: lineEnd(text, end) };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Past the line break that ends the line of an offset. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}

export function spacesBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start;
}
