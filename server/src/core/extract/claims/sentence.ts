// Owns: reading a sentence that stands alone, as training data and callers with bare text have it.
// Must not know: models, documents.
import { NO_KNOWLEDGE } from '../../knowledge/knowledge.ts';
import type { SegmentTree } from '../../syntax/types.ts';
import { extractDates } from '../dates.ts';
import { noFacts } from '../facts.ts';
import { extractNames } from '../names.ts';
import { extractNumbers } from '../numbers.ts';
import { extractQuotes } from '../quotes.ts';
import { tokensOf } from '../tokens.ts';
import { type Profile, profileOf } from './profile.ts';

/** The profile of `text`, taken as one sentence of plain prose. */
export function profileOfText(text: string): Profile {
  const tree = aloneTree(text);
  const facts = noFacts(tree);
  const input = { tree, role: 'draft', knowledge: NO_KNOWLEDGE, facts } as const;
  facts.dates = extractDates(input);
  facts.numbers = extractNumbers(input);
  facts.names = extractNames(input);
  facts.quotes = extractQuotes(input);
  return profileOf(tokensOf(tree)[0] ?? [], facts, text, { start: 0, end: text.length });
}

function aloneTree(text: string): SegmentTree {
  const span = { start: 0, end: text.length };
  return {
    text,
    markup: 'plain',
    prose: text,
    blocks: [{ kind: 'paragraph', span, sentences: { start: 0, end: 1 } }],
    inlines: [],
    sentences: [{ span, block: 0 }],
    comments: [],
    footnotes: [],
  };
}
