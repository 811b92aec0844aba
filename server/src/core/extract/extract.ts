// Owns: the order in which extractors run over a segment.
// Must not know: how any of them works.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SegmentTree } from '../syntax/types.ts';
import { extractAcronyms } from './acronyms.ts';
import { extractAttributions } from './attributions.ts';
import { extractCitations } from './citations.ts';
import { extractClaims } from './claims.ts';
import { extractDates } from './dates.ts';
import { extractEstimates } from './estimates.ts';
import { type Facts, noFacts } from './facts.ts';
import { extractGrades } from './grades.ts';
import { extractIndicators } from './indicators.ts';
import { extractMarks } from './marks.ts';
import { extractNames } from './names.ts';
import { extractNumbers } from './numbers.ts';
import { extractQuotes } from './quotes.ts';
import { extractReferences } from './references.ts';
import { extractSuppressions } from './suppressions.ts';
import { extractTerms } from './terms.ts';

/** Raised whenever an extractor answers differently for the same text; part of every cache key. */
export const EXTRACTOR_VERSION = 3;

/** All facts of one segment. Pure: equal trees, roles and knowledge give equal facts. */
export function extractFacts(tree: SegmentTree, role: 'draft' | 'notes', knowledge: Knowledge): Facts {
  const facts = noFacts(tree);
  const input = { tree, role, knowledge, facts };
  facts.suppressions = extractSuppressions(input);
  facts.citations = extractCitations(input);
  facts.references = extractReferences(input);
  facts.indicators = extractIndicators(input);
  facts.marks = extractMarks(input);
  facts.grades = extractGrades(input);
  facts.dates = extractDates(input);
  facts.numbers = extractNumbers(input);
  facts.names = extractNames(input);
  facts.quotes = extractQuotes(input);
  const said = extractAttributions(input);
  facts.attributions = said.attributions;
  facts.quotes = said.quotes;
  facts.acronyms = extractAcronyms(input);
  facts.terms = extractTerms(input);
  facts.estimates = extractEstimates(input);
  facts.claims = extractClaims(input);
  return facts;
}
