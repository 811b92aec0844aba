// Owns: facts about quotes alone, for tests that need no other extractor.
// Must not know: the engine.
import { extractAttributions } from '../../server/src/core/extract/attributions.ts';
import { extractCitations } from '../../server/src/core/extract/citations.ts';
import { type Facts, noFacts } from '../../server/src/core/extract/facts.ts';
import { extractNames } from '../../server/src/core/extract/names.ts';
import { extractQuotes, type PlacedFacts } from '../../server/src/core/extract/quotes.ts';
import { NO_KNOWLEDGE } from '../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../server/src/core/syntax/segmenter.ts';
import type { Markup } from '../../server/src/core/syntax/types.ts';

/** Names, citations, quotes and attributions of a segment. */
export function quoteFacts(tree: Facts['tree'], role: 'draft' | 'notes' = 'draft'): Facts {
  const facts = noFacts(tree);
  const input = { tree, role, knowledge: NO_KNOWLEDGE, facts };
  facts.citations = extractCitations(input);
  facts.names = extractNames(input);
  facts.quotes = extractQuotes(input);
  const said = extractAttributions(input);
  facts.attributions = said.attributions;
  facts.quotes = said.quotes;
  return facts;
}

/** The segments of a text with those facts. */
export function placedQuoteFacts(text: string, markup: Markup, role: 'draft' | 'notes' = 'draft'): PlacedFacts[] {
  return segmentText(text, markup).map(({ span }, index) => ({
    offset: span.start,
    index,
    facts: quoteFacts(parseSegment(text.slice(span.start, span.end), markup), role),
  }));
}
