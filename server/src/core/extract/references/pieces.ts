// Owns: the pieces in which what is said of an identifier stands: sentence, table row, list item.
// Must not know: identifiers.
import type { SegmentTree } from '../../syntax/types.ts';
import type { Span } from '../../text/span.ts';

/** Places of a segment by sentence, cell and unit. A unit is a list item, a table row, else a sentence. */
export interface Pieces {
  /** Index of the sentence that holds an offset, or undefined in none. */
  sentenceAt(offset: number): number | undefined;
  /** Span of the sentence or cell around an offset; the whole text where there is none. */
  around(offset: number): Span;
  /** Name of the unit: equal names stand together. */
  unitAt(offset: number): string;
  /** Cells of the row around an offset, in order. Empty outside of tables. */
  rowAt(offset: number): readonly { readonly span: Span; readonly column: number; readonly header: string }[];
}

/** Pieces of one tree. */
export function piecesOf(tree: SegmentTree): Pieces {
  const { sentences, blocks, prose } = tree;
  const sentenceAt = (offset: number): number | undefined => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((sentences[middle]?.span.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const sentence = sentences[low];
    return sentence && sentence.span.start <= offset && offset < sentence.span.end ? low : undefined;
  };
  const rows = new Map<string, { span: Span; column: number; header: string }[]>();
  const headers = new Map<string, string>();
  for (const block of blocks) {
    if (!block.table) continue;
    const { table, row, column } = block.table;
    const text = prose.slice(block.span.start, block.span.end).trim();
    if (row === 0) headers.set(`${table}:${column}`, text);
    const key = `${table}:${row}`;
    const cell = { span: block.span, column, header: headers.get(`${table}:${column}`) ?? '' };
    const list = rows.get(key);
    if (list) list.push(cell);
    else rows.set(key, [cell]);
  }
  const blockAt = (offset: number) => {
    const sentence = sentenceAt(offset);
    return sentence === undefined ? undefined : blocks[sentences[sentence]?.block ?? -1];
  };
  return {
    sentenceAt,
    around: offset => {
      const sentence = sentenceAt(offset);
      return sentence === undefined ? { start: 0, end: prose.length } : (sentences[sentence]?.span ?? { start: 0, end: prose.length });
    },
    unitAt: offset => {
      const block = blockAt(offset);
      if (block?.table) return `row ${block.table.table} ${block.table.row}`;
      if (block?.list) return `item ${block.list.list} ${block.list.item} ${block.list.depth}`;
      return `sentence ${sentenceAt(offset) ?? -1}`;
    },
    rowAt: offset => {
      const block = blockAt(offset);
      return block?.table ? (rows.get(`${block.table.table}:${block.table.row}`) ?? []) : [];
    },
  };
}
