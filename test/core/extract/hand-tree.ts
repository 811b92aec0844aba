// Owns: a segment tree of one paragraph, built by hand, and the facts of a sentence of it.
// Must not know: the parser.
import { extractDates } from '../../../server/src/core/extract/dates.ts';
import { type GrowingFacts, noFacts } from '../../../server/src/core/extract/facts.ts';
import type { ExtractInput } from '../../../server/src/core/extract/input.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import type { BlockKind, SegmentTree } from '../../../server/src/core/syntax/types.ts';

/** A tree whose one block holds `text` as its sentences, cut at the given ends or whole. */
export function treeOf(text: string, kind: BlockKind = 'paragraph', sentences: readonly string[] = [text]): SegmentTree {
  let from = 0;
  const spans = sentences.map(sentence => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { span: { start, end: from }, block: 0 };
  });
  return {
    text,
    markup: 'markdown',
    prose: text,
    blocks: [{ kind, span: { start: 0, end: text.length }, sentences: { start: 0, end: spans.length } }],
    inlines: [],
    sentences: spans,
    comments: [],
    footnotes: [],
  };
}

/** What an extractor is given for `text`, with its dates already found. */
export function inputOf(
  text: string,
  kind: BlockKind = 'paragraph',
  sentences?: readonly string[],
): ExtractInput & { facts: GrowingFacts } {
  const tree = treeOf(text, kind, sentences);
  const facts = noFacts(tree);
  const input = { tree, role: 'draft', knowledge: NO_KNOWLEDGE, facts } as const;
  facts.dates = extractDates(input);
  return input;
}
