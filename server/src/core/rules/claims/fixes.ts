// Owns: fixes that rules of sourcing share: cite a source, name it in the sentence, mark a sentence as opinion.
// Must not know: any one rule, how sources are found.
import { hasTitle, nameOf } from '../../evidence/source-name.ts';
import type { Source } from '../../evidence/types.ts';
import { DETERMINERS, DOCUMENT_NOUNS } from '../../lexicon/source-nouns.ts';
import { phrase } from '../../text/phrases.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { DocumentView, Edit, Fix, PlacedSegment, StoryView } from '../types.ts';

/**
 * A fix that cites the source `key` at the end of a sentence, in the style of the Story; undefined where the draft may not
 * name it. A footnote gets its definition at the end of the document when it has none.
 * `sentence` is an index into the sentences of the segment.
 */
export function insertCitation(
  document: DocumentView,
  story: StoryView,
  segment: PlacedSegment,
  sentence: number,
  key: string,
): Fix | undefined {
  const source = story.sources.get(key);
  const place = segment.facts.tree.sentences[sentence];
  if (!source || !place || !story.mayOffer(source, document)) return undefined;
  const edits = citationEdits(document, story, segment, place.span, citedOf(source));
  return { title: phrase`Cite “${nameOf(source)}”`, kind: 'suggestion', edits };
}

/** Edits that cite a note which is still to be written. `sentence` is an index into the sentences of the segment. */
export function citeNew(
  document: DocumentView,
  story: StoryView,
  segment: PlacedSegment,
  sentence: number,
  note: { readonly key: string; readonly uri: string; readonly name: string },
): readonly Edit[] {
  const place = segment.facts.tree.sentences[sentence];
  if (!place) return [];
  return citationEdits(document, story, segment, place.span, { ...note, inFile: true });
}

/** A fix that names the source in running prose: "…, according to TITLE." */
export function attributeInProse(
  document: DocumentView,
  story: StoryView,
  segment: PlacedSegment,
  sentence: number,
  source: Source,
): Fix | undefined {
  const place = segment.facts.tree.sentences[sentence];
  const kind = place === undefined ? undefined : segment.facts.tree.blocks[place.block]?.kind;
  if (!place || kind === 'heading' || kind === 'table-cell' || !hasTitle(source) || !story.mayOffer(source, document)) return undefined;
  const { start, mark } = sentenceEnd(segment, place.span);
  if (mark === '' && kind !== 'list-item') return undefined;
  const name = nameInProse(source);
  return {
    title: phrase`Say “according to ${name}”`,
    kind: 'suggestion',
    edits: [insert(document, segment.offset + start, `, according to ${name}`)],
  };
}

const TALKS = /^(?:call|chat|conference|conversation|hearing|meeting|session|talk)$/;
/** In so many passages its first word is looked for in lower case. */
const LOOKED = 40;

/** A title in running prose: what says which sort of document it is takes an article ("the statement of 3 March", "the pool report"). */
function nameInProse(source: Source): string {
  const name = nameOf(source);
  const words = name.split(' ');
  const first = words[0] ?? '';
  const end = words.findIndex((word, at) => at > 0 && /^(?:of|on|with|from|for|by|about|in|at|to|[–—-])$/.test(word));
  const head = (words[(end > 0 ? end : words.length) - 1] ?? '').replace(/[^\p{L}-]+$/u, '').toLowerCase();
  const isDocument = (word: string): boolean => DOCUMENT_NOUNS.has(word) || TALKS.test(word);
  if (DETERMINERS.has(first.toLowerCase()) || !(isDocument(first.toLowerCase()) || (words.length > 1 && isDocument(head)))) return name;
  const lower = first.toLowerCase();
  const isCommon = isDocument(lower) || source.passages.slice(0, LOOKED).some(({ text }) => text.includes(` ${lower} `));
  return `the ${isCommon ? lower + name.slice(first.length) : name}`;
}

/** A fix that marks the sentence as the writer's own opinion or analysis. */
export function markAsOpinion(document: DocumentView, segment: PlacedSegment, sentence: number): Fix | undefined {
  const place = segment.facts.tree.sentences[sentence];
  if (!place) return undefined;
  const kind = segment.facts.tree.blocks[place.block]?.kind;
  if (kind === 'table-cell' || kind === 'heading') return undefined;
  const { after } = sentenceEnd(segment, place.span);
  return {
    title: phrase`Mark as opinion or analysis`,
    kind: 'suggestion',
    edits: [insert(document, segment.offset + after, ' <!-- backdraft-opinion -->')],
  };
}

interface SentenceEnd {
  /** Before the final mark and before citations that stand in front of it. */
  readonly start: number;
  /** Behind the final mark, closing quotes and citations. */
  readonly after: number;
  /** The final mark with what closes behind it; empty where there is none. */
  readonly mark: string;
}

/** Where a sentence ends; offsets relative to the segment. */
function sentenceEnd(segment: PlacedSegment, span: Span): SentenceEnd {
  const { tree, citations } = segment.facts;
  const own = citations.filter(citation => overlaps(citation.span, span));
  let end = span.end;
  // Citations that touch the end of the sentence, footnote references above all, stand behind its mark.
  for (let moved = true; moved; ) {
    moved = false;
    while (end > span.start && /\s/.test(tree.text[end - 1] as string)) end--;
    for (const citation of own) {
      if (citation.span.end !== end || citation.span.start <= span.start) continue;
      end = citation.span.start;
      moved = true;
    }
  }
  const mark = /[.!?…]+["”’'»)\]*_]*$/.exec(tree.text.slice(Math.max(span.start, end - 12), end))?.[0] ?? '';
  return { start: end - mark.length, after: Math.max(span.end, end), mark };
}

/** What a citation says of a Source. */
interface Cited {
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  readonly url?: string;
  /** It stands in its file under a heading with its key. */
  readonly inFile: boolean;
}

function citedOf(source: Source): Cited {
  const { key, uri, origin } = source;
  const { url } = source.metadata;
  return { key, uri, name: nameOf(source), inFile: origin === 'heading', ...(url === undefined ? {} : { url }) };
}

/** `span` is that of the sentence, relative to the segment. */
function citationEdits(document: DocumentView, story: StoryView, segment: PlacedSegment, span: Span, source: Cited): Edit[] {
  const end = sentenceEnd(segment, span);
  return story.citationStyle === 'footnote' ? footnote(document, segment, source, end) : inline(document, story, segment, source, end);
}

function footnote(document: DocumentView, segment: PlacedSegment, source: Cited, end: SentenceEnd): Edit[] {
  const edits = [insert(document, segment.offset + end.after, `[^${source.key}]`)];
  const { labels, closing, gap, eol } = endOf(document);
  if (labels.has(source.key)) return edits;
  edits.push({ uri: document.uri, span: closing, newText: `${gap}[^${source.key}]: ${source.name}${eol}` });
  return edits;
}

/** What a new footnote needs to know of a document. */
interface DocumentEnd {
  /** Footnotes that are defined. */
  readonly labels: ReadonlySet<string>;
  /** White space at the end. */
  readonly closing: Span;
  readonly gap: string;
  readonly eol: string;
}

const ENDS = new WeakMap<DocumentView, DocumentEnd>();

/** Worked out once for each version of a document: many findings ask. */
function endOf(document: DocumentView): DocumentEnd {
  const known = ENDS.get(document);
  if (known) return known;
  const { text } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.trimEnd().length;
  const endsInDefinition = /(?:^|\n)\[\^[^\]\n]{1,200}\]:[^\n]*$/.test(text.slice(Math.max(0, start - 2000), start));
  const labels = new Set(document.segments.flatMap(segment => segment.facts.tree.footnotes.map(definition => definition.label)));
  const made = { labels, closing: { start, end: text.length }, gap: endsInDefinition ? eol : eol + eol, eol };
  ENDS.set(document, made);
  return made;
}

function inline(document: DocumentView, story: StoryView, segment: PlacedSegment, source: Cited, end: SentenceEnd): Edit[] {
  const text =
    story.citationStyle === 'pandoc' ? `[@${source.key}]` : story.citationStyle === 'wiki' ? `[[${source.key}]]` : linkTo(document, source);
  // A sentence that ends in a quote keeps its marks together: the citation follows them.
  const closesQuote = /["”’'»]/.test(end.mark);
  const at = closesQuote || end.mark === '' ? end.after : end.start;
  return [insert(document, segment.offset + at, ` ${text}`)];
}

/** An ordinary link: to the source's url, else to its file, with its heading where it stands among others. */
function linkTo(document: DocumentView, source: Cited): string {
  const title = source.name.replace(/[[\]]/g, '');
  if (source.url !== undefined) return `([${title}](${source.url}))`;
  const path = relativePath(document.uri, source.uri);
  return `([${title}](${path}${source.inFile ? `#${source.key}` : ''}))`;
}

/** Path from one file to another; both are uris of one Story. */
function relativePath(from: string, to: string): string {
  const a = from.split('/').slice(0, -1);
  const b = to.split('/');
  let same = 0;
  while (same < a.length && same < b.length - 1 && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}

function insert(document: DocumentView, at: number, newText: string): Edit {
  return { uri: document.uri, span: { start: at, end: at }, newText };
}
