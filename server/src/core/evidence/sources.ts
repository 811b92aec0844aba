// Owns: reading a file of notes into Sources: where each begins and ends, its key, metadata, passages.
// Must not know: bibliographies, other files, the index, drafts.
import type { Block, SegmentTree } from '../syntax/types.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import type { NoteFile, NoteSegment } from './contract.ts';
import { keyFrom, stemKey } from './keys.ts';
import { LateSpeakers } from './late-speakers.ts';
import { makeSource, type SourceProblem, type SourcesRead } from './make-source.ts';
import { defaultsOf, describesOneSource, isKnownKey, type MetadataEntry, namesSource, readMetadata } from './metadata.ts';
import { namesOfFile, type PassageDraft, type People, passagesOfBlock, readLine, speakersOf } from './passages.ts';
import type { Source } from './types.ts';

export type { SourceProblem, SourcesRead };

/** A block with its place in the file. */
interface PlacedBlock {
  readonly block: Block;
  readonly segment: NoteSegment;
  readonly start: number;
  readonly end: number;
}

interface Item {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

interface Section {
  readonly heading: PlacedBlock;
  readonly key: string;
  readonly keySpan: Span;
  readonly depth: number;
  end: number;
  readonly blocks: PlacedBlock[];
}

/** A file with headings of its own needs this many words outside of them to be a Source itself. */
const SUBSTANCE = 12;
/** Lines of a code block that are read as evidence. */
const MAX_CODE_LINES = 2000;

/**
 * Reads all Sources of a file of notes (design, section 2). Never throws.
 * Keys are those written: `{#key}`, `id:`, else the file's stem; the index tells equal stems apart.
 */
export function readSources(file: NoteFile): SourcesRead {
  const problems: SourceProblem[] = [];
  const blocks = placeBlocks(file);
  const frontMatter = frontMatterItems(file);
  const defaults = frontMatter.map(entryOf);
  const sections = sectionsOf(file, blocks, problems);
  const inSections = new Set(sections.flatMap(section => section.blocks));
  const outside = blocks.filter(block => !inSections.has(block));
  const people = peopleOf(file.segments, lateSpeakersOf(file));
  const sources: Source[] = [];
  const own = ownSource(file, outside, frontMatter, sections.length > 0, people, problems);
  if (own) sources.push(own);
  for (const section of sections) sources.push(sectionSource(file, section, defaultsOf(defaults), people, problems));
  return { sources, problems };
}

/** The people of a file; their names are looked for when a line is labelled with one. */
function peopleOf(segments: readonly NoteSegment[], late: LateSpeakers | undefined): People {
  let names: ReadonlyMap<string, string> | undefined;
  return {
    get names() {
      names ??= namesOfFile(segments);
      return names;
    },
    ...(late && { late }),
  };
}

/** Who speaks within sentences is told later where the file can be read again. It must keep nothing of the segments alive. */
function lateSpeakersOf({ text, again }: Pick<NoteFile, 'text' | 'again'>): LateSpeakers | undefined {
  return again && new LateSpeakers(text, quotes => speakersOf(again(), quotes));
}

function entryOf(item: Item & { readonly parsed?: unknown }): MetadataEntry<Span> {
  return { key: item.key, value: item.parsed === undefined ? item.value : item.parsed, where: item.valueSpan };
}

function placeBlocks(file: NoteFile): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  for (const segment of file.segments) {
    for (const block of segment.facts.tree.blocks) {
      if (block.kind === 'front-matter') continue;
      placed.push({ block, segment, start: segment.offset + block.span.start, end: segment.offset + block.span.end });
    }
  }
  return placed;
}

/** Sections that start at headings with `{#key}`; each block belongs to the innermost. */
function sectionsOf(file: NoteFile, blocks: readonly PlacedBlock[], problems: SourceProblem[]): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const placed of blocks) {
    if (placed.block.kind === 'heading') {
      const depth = placed.block.depth ?? 1;
      while (open.length > 0 && (open.at(-1) as Section).depth >= depth) (open.pop() as Section).end = placed.start;
      const identifier = identifierOf(file.text, placed);
      if (identifier) {
        if (identifier.key === '')
          problems.push({ span: identifier.span, message: phrase`A source needs a key here, as in {#pool-report}.` });
        const section: Section = {
          heading: placed,
          key: keyFrom(identifier.key),
          keySpan: identifier.span,
          depth,
          end: file.text.length,
          blocks: [],
        };
        sections.push(section);
        open.push(section);
      }
    }
    open.at(-1)?.blocks.push(placed);
  }
  return sections;
}

/** The pandoc identifier that ends a heading: `{#key}`, other attributes allowed beside it. */
function identifierOf(text: string, heading: PlacedBlock): { readonly key: string; readonly span: Span } | undefined {
  const raw = text.slice(heading.start, heading.end);
  const open = raw.lastIndexOf('{');
  if (open < 0) return undefined;
  const match = /^\{[^{}#]*#([^\s{}]*)[^{}]*\}[\s#=-]*$/.exec(raw.slice(open));
  if (!match) return undefined;
  const at = heading.start + open + raw.slice(open).indexOf('#') + 1;
  return { key: match[1] as string, span: { start: at, end: at + (match[1] as string).length } };
}

/** A heading's words without its identifier. */
function headingTitle(heading: PlacedBlock): string {
  const prose = heading.segment.facts.tree.prose.slice(heading.block.span.start, heading.block.span.end);
  const title = prose.replace(/\s+/g, ' ').replace(/ ?\{[^{}]*\} ?$/, '');
  return title.trim().replace(/^#{1,6} | #{1,6}$/g, '');
}

function sectionSource(
  file: NoteFile,
  section: Section,
  defaults: readonly MetadataEntry<Span>[],
  people: People,
  problems: SourceProblem[],
): Source {
  const { items, used } = metadataList(file.text, section.blocks.slice(1), false);
  const read = readMetadata([...defaults, ...items.map(entryOf)]);
  // What is wrong with the defaults is said once, for the file.
  problems.push(...read.problems.filter(problem => problem.where.start >= section.heading.start).map(problemOf));
  const title = read.title ?? headingTitle(section.heading);
  return makeSource(file, {
    key: section.key,
    origin: 'heading',
    span: { start: section.heading.start, end: section.end },
    keySpan: section.keySpan,
    title: title === '' ? section.key : title,
    read,
    items: items.map(asWritten),
    drafts: passageDrafts(section.blocks, used, people),
    ...(people.late && { late: people.late }),
  });
}

function ownSource(
  file: NoteFile,
  blocks: readonly PlacedBlock[],
  frontMatter: readonly (Item & { readonly parsed?: unknown })[],
  hasSections: boolean,
  people: People,
  problems: SourceProblem[],
): Source | undefined {
  const first = blocks[0]?.block.kind === 'heading' ? blocks[0] : undefined;
  const list = hasSections ? { items: [], used: new Set<PlacedBlock>() } : metadataList(file.text, first ? blocks.slice(1) : blocks, true);
  const items = [...frontMatter, ...list.items];
  const read = readMetadata(items.map(entryOf));
  problems.push(...read.problems.map(problemOf));
  if (hasSections && !frontMatter.some(item => describesOneSource(item.key)) && wordCount(blocks) < SUBSTANCE) return undefined;
  const id = items.findLast(item => namesSource(item.key));
  const key = read.id === undefined ? stemKey(file.path) : keyFrom(read.id);
  // In plain text a short line may only look like a heading: there it names the file where it comes first.
  const heading = /\.txt$/i.test(file.path) ? first : blocks.find(block => block.block.kind === 'heading');
  const title = read.title ?? (heading ? headingTitle(heading) : '');
  return makeSource(file, {
    key,
    origin: 'file',
    span: { start: 0, end: file.text.length },
    keySpan: read.id !== undefined && id ? id.valueSpan : { start: 0, end: 0 },
    title: title === '' ? firstWords(blocks, key) : title,
    read,
    items: items.map(asWritten),
    drafts: passageDrafts(blocks, list.used, people),
    ...(people.late && { late: people.late }),
  });
}

function asWritten({ key, value, keySpan, valueSpan }: Item): Item {
  return { key, value, keySpan, valueSpan };
}

function problemOf(problem: { readonly where: Span; readonly message: Phrase }): SourceProblem {
  return { span: problem.where, message: problem.message };
}

function wordCount(blocks: readonly PlacedBlock[]): number {
  let count = 0;
  for (const { block, segment } of blocks) {
    if (block.kind === 'heading' || block.kind === 'html' || block.kind === 'definition') continue;
    for (const word of segment.facts.tree.prose.slice(block.span.start, block.span.end).split(/\s+/)) if (word !== '') count++;
    if (count >= SUBSTANCE) return count;
  }
  return count;
}

function firstWords(blocks: readonly PlacedBlock[], key: string): string {
  for (const { block, segment } of blocks) {
    const text = segment.facts.tree.prose.slice(block.span.start, Math.min(block.span.end, block.span.start + 400)).trim();
    const line = text.split(/[\r\n]/, 1)[0] as string;
    if (line !== '') return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
  }
  return key;
}

/**
 * The leading run of `key: value` items of a list that stands first in `blocks`.
 * `knownOnly` asks for a known key in the first item (below a heading without `{#key}`).
 */
function metadataList(
  text: string,
  blocks: readonly PlacedBlock[],
  knownOnly: boolean,
): { readonly items: readonly (Item & { readonly parsed?: unknown })[]; readonly used: ReadonlySet<PlacedBlock> } {
  const items: (Item & { parsed?: unknown })[] = [];
  const used = new Set<PlacedBlock>();
  const first = blocks[0];
  if (first?.block.kind !== 'list-item' || !first.block.list || first.block.list.item !== 0) return { items, used };
  const listIndex = first.block.list.list;
  let open: { key: string; parsed?: unknown } | undefined;
  for (const placed of blocks) {
    const list = placed.block.list;
    if (placed.block.kind !== 'list-item' || !list || placed.segment !== first.segment) break;
    if (list.depth > 1) {
      // "- confidential:" with a list of names below it.
      if (!open || !isKnownKey(open.key)) break;
      const value = uncomment(text.slice(placed.start, placed.end)).trim();
      open.parsed = [...(Array.isArray(open.parsed) ? open.parsed : []), value];
      used.add(placed);
      continue;
    }
    if (list.list !== listIndex) break;
    const item = itemOf(text, placed);
    if (!item || (knownOnly && items.length === 0 && !isKnownKey(item.key))) break;
    items.push(item);
    if (isKnownKey(item.key)) used.add(placed);
    open = item.value === '' ? item : undefined;
  }
  return { items, used };
}

function itemOf(text: string, placed: PlacedBlock): (Item & { parsed?: unknown }) | undefined {
  const raw = text.slice(placed.start, placed.end);
  const match = /^(?:\*\*|__)?(\p{L}[\p{L}\p{N} _-]{0,40}?)(?:\*\*|__)?:(?:\*\*|__)?(?=\s|$)/u.exec(raw);
  if (!match) return undefined;
  const key = match[1] as string;
  const keyStart = placed.start + raw.indexOf(key);
  const rest = uncomment(raw.slice(match[0].length));
  const value = rest.trim();
  const valueStart = placed.start + match[0].length + (value === '' ? 0 : rest.indexOf(value));
  return {
    key: key.trim(),
    value: unquote(value.replace(/\s+/g, ' ')),
    keySpan: { start: keyStart, end: keyStart + key.length },
    valueSpan: { start: valueStart, end: valueStart + value.length },
  };
}

/** A value without the comment that ` #` starts; within opening quotation marks and in urls `#` is itself. */
function uncomment(value: string): string {
  const lead = value.length - value.trimStart().length;
  const first = value.charAt(lead);
  const closing = first === '"' || first === "'" ? value.indexOf(first, lead + 1) : -1;
  for (let at = value.indexOf('#', Math.max(closing, 1)); at > 0; at = value.indexOf('#', at + 1)) {
    if (value.charAt(at - 1) === ' ' || value.charAt(at - 1) === '\t') return value.slice(0, at);
  }
  return value;
}

function unquote(value: string): string {
  const first = value.charAt(0);
  return value.length > 1 && (first === '"' || first === "'") && value.endsWith(first) && value.indexOf(first, 1) === value.length - 1
    ? value.slice(1, -1)
    : value;
}

/** Items of the front matter with their places, found by line; values as the YAML parser gave them. */
function frontMatterItems(file: NoteFile): (Item & { readonly parsed?: unknown })[] {
  if (file.frontMatter.size === 0 || !/^---[ \t]*\r?\n/.test(file.text)) return [];
  const places = new Map<string, { keySpan: Span; valueSpan: Span; value: string }>();
  let at = file.text.indexOf('\n') + 1;
  while (at > 0 && at < file.text.length) {
    const next = file.text.indexOf('\n', at);
    const end = next < 0 ? file.text.length : next;
    const line = file.text.slice(at, end);
    if (/^(?:---|\.\.\.)\s*$/.test(line)) break;
    const match = /^(["']?)([^\s:"'#][^:"']{0,60}?)\1:(?=\s|$)/.exec(line);
    if (match) {
      const rest = uncomment(line.slice(match[0].length));
      const value = rest.trim();
      const keyStart = at + (match[1] as string).length;
      const valueStart = at + match[0].length + (value === '' ? 0 : rest.indexOf(value));
      places.set(match[2] as string, {
        keySpan: { start: keyStart, end: keyStart + (match[2] as string).length },
        valueSpan: { start: valueStart, end: valueStart + value.length },
        value: unquote(value),
      });
    }
    at = next < 0 ? -1 : next + 1;
  }
  const items: (Item & { parsed?: unknown })[] = [];
  for (const [key, parsed] of file.frontMatter) {
    const place = places.get(key) ?? { keySpan: { start: 0, end: 0 }, valueSpan: { start: 0, end: 0 }, value: '' };
    items.push({ key, parsed, ...place });
  }
  return items;
}

function passageDrafts(blocks: readonly PlacedBlock[], used: ReadonlySet<PlacedBlock>, people: People): PassageDraft[] {
  const drafts: PassageDraft[] = [];
  let row: PlacedBlock[] = [];
  let quoted: PlacedBlock[] = [];
  const flush = (): void => {
    if (row.length > 0) addRow(drafts, row);
    if (quoted.length > 0) addBlockQuote(drafts, quoted, people);
    row = [];
    quoted = [];
  };
  for (const placed of blocks) {
    if (used.has(placed)) continue;
    const { block, segment } = placed;
    if (block.table) {
      const last = row.at(-1);
      if (last && (last.segment !== segment || last.block.table?.table !== block.table.table || last.block.table.row !== block.table.row))
        flush();
      row.push(placed);
      continue;
    }
    if (block.kind === 'quote') {
      const last = quoted.at(-1);
      if (last && (last.segment !== segment || !isQuoteGap(segment.facts.tree, last.block.span.end, block.span.start))) flush();
      if (row.length > 0) flush();
      quoted.push(placed);
      continue;
    }
    flush();
    if (block.kind === 'html' || block.kind === 'definition') continue;
    if (block.kind === 'code') addCode(drafts, placed);
    else if (block.kind === 'heading') addHeading(drafts, placed);
    else drafts.push(...passagesOfBlock(segment, block, people));
  }
  flush();
  return drafts;
}

/** Whether two paragraphs of block quotes belong to one quote: nothing but `>` and white space between them. */
function isQuoteGap(tree: SegmentTree, start: number, end: number): boolean {
  const gap = tree.text.slice(start, end);
  if (!/^[>\s]*$/.test(gap)) return false;
  // A line without `>` ends a block quote.
  const lines = gap.split(/\r\n|\r|\n/);
  return lines.slice(1).every(line => line.includes('>'));
}

function addHeading(drafts: PassageDraft[], placed: PlacedBlock): void {
  const text = headingTitle(placed);
  if (text !== '') drafts.push({ span: { start: placed.start, end: placed.end }, text });
}

function addRow(drafts: PassageDraft[], row: readonly PlacedBlock[]): void {
  const cells = row.map(({ block, segment }) =>
    segment.facts.tree.prose.slice(block.span.start, block.span.end).replace(/\s+/g, ' ').trim(),
  );
  const text = cells.filter(cell => cell !== '').join(' | ');
  const first = row[0];
  const last = row.at(-1);
  if (text !== '' && first && last) drafts.push({ span: { start: first.start, end: last.end }, text });
}

function addBlockQuote(drafts: PassageDraft[], blocks: readonly PlacedBlock[], people: People): void {
  const made = blocks.map(placed => readLine(placed.segment, placed.block.span, people, true));
  // A last paragraph that only names the speaker speaks for those before it.
  const last = made.at(-1);
  const trailing = last?.text === '' ? last.quote?.speaker : undefined;
  for (const draft of made) {
    if (draft.text === '') continue;
    const quote =
      draft.quote && draft.quote.speaker === undefined && trailing !== undefined ? { ...draft.quote, speaker: trailing } : draft.quote;
    drafts.push(quote ? { ...draft, quote } : draft);
  }
}

function addCode(drafts: PassageDraft[], placed: PlacedBlock): void {
  const raw = placed.segment.facts.tree.text.slice(placed.block.span.start, placed.block.span.end);
  let at = 0;
  let count = 0;
  for (const line of raw.split(/(?<=\n)/)) {
    const text = line.replace(/\s+/g, ' ').trim();
    const start = placed.start + at + (line.length - line.trimStart().length);
    at += line.length;
    if (text === '' || /^(?:```|~~~)/.test(text)) continue;
    if (++count > MAX_CODE_LINES) return;
    drafts.push({ span: { start, end: start + line.trim().length }, text });
  }
}
