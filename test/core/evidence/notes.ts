// Owns: note files for tests, parsed as the engine parses them.
// Must not know: what the tests assert.
import type { NoteFile, Placed } from '../../../server/src/core/evidence/contract.ts';
import { readSources, type SourcesRead } from '../../../server/src/core/evidence/sources.ts';
import { extractAttributions } from '../../../server/src/core/extract/attributions.ts';
import { extractCitations } from '../../../server/src/core/extract/citations.ts';
import type { Facts } from '../../../server/src/core/extract/facts.ts';
import { extractQuotes } from '../../../server/src/core/extract/quotes.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { definitionsOf, parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { SegmentTree } from '../../../server/src/core/syntax/types.ts';

/** The facts that Sources and citations rest on: quotes, attributions, citations. */
export function factsOf(tree: SegmentTree, role: 'draft' | 'notes'): Facts {
  const none: readonly never[] = [];
  const facts: { -readonly [K in keyof Facts]: Facts[K] } = {
    tree,
    numbers: none,
    dates: none,
    names: none,
    quotes: none,
    attributions: none,
    citations: none,
    claims: none,
    acronyms: none,
    terms: none,
    indicators: none,
    references: none,
    estimates: none,
    marks: none,
    grades: none,
    suppressions: none,
  };
  const input = { tree, role, knowledge: NO_KNOWLEDGE, facts };
  facts.citations = extractCitations(input);
  facts.quotes = extractQuotes(input);
  const said = extractAttributions(input);
  facts.attributions = said.attributions;
  facts.quotes = said.quotes;
  return facts;
}

/** The content segments of a text with their facts. */
export function segmentsOf(path: string, text: string, role: 'draft' | 'notes'): Placed[] {
  const markup = path.endsWith('.md') ? 'markdown' : 'plain';
  const definitions = definitionsOf(text, markup);
  const placed: Placed[] = [];
  for (const segment of segmentText(text, markup)) {
    if (segment.kind !== 'content') continue;
    const tree = parseSegment(text.slice(segment.span.start, segment.span.end), markup, definitions);
    placed.push({ offset: segment.span.start, index: placed.length, facts: factsOf(tree, role) });
  }
  return placed;
}

export function noteFile(path: string, text: string): NoteFile {
  const frontMatter = new Map(parseFrontMatter(text).items.map(item => [item.key, item.value]));
  return { uri: `file:///story/${path}`, path, text, frontMatter, segments: segmentsOf(path, text, 'notes') };
}

/** Sources of a note file. */
export function read(path: string, text: string): SourcesRead {
  return readSources(noteFile(path, text));
}
