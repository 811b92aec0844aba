// Owns: what the rules of this group share: the sentence with its neighbours, passages that are not the writer's words, articles.
// Must not know: any single rule.
import type { Facts } from '../../extract/facts.ts';
import type { Wording } from '../../lexicon/confusions/types.ts';
import { articleFor } from '../../lexicon/inflect.ts';
import { overlaps, type Span, slice } from '../../text/span.ts';

/** A sentence of a segment with the sentences around it in its block. */
export function wordingOf(facts: Facts, sentence: number): Wording {
  const { tree } = facts;
  const here = tree.sentences[sentence];
  const textOf = (index: number): string => {
    const other = tree.sentences[index];
    return other && here && other.block === here.block && other.span.end - other.span.start < 2000 ? slice(tree.prose, other.span) : '';
  };
  return {
    text: here ? slice(tree.prose, here.span) : '',
    before: `${textOf(sentence - 2)} ${textOf(sentence - 1)}`.trim(),
    after: textOf(sentence + 1),
  };
}

const notOwn = new WeakMap<Facts, readonly Span[]>();

/** Passages whose words are not the writer's to change: quotations of any kind, and code. Relative to the segment, sorted. */
export function foreignWords(facts: Facts): readonly Span[] {
  let spans = notOwn.get(facts);
  if (!spans) {
    spans = [
      ...facts.quotes.map(quote => quote.span),
      ...facts.tree.inlines.filter(inline => inline.kind === 'code').map(inline => inline.span),
      ...facts.tree.blocks.filter(block => block.kind === 'code' || (block.quoted ?? 0) > 0).map(block => block.span),
      ...facts.citations.map(citation => citation.span),
    ].sort((a, b) => a.start - b.start);
    notOwn.set(facts, spans);
  }
  return spans;
}

/** Whether a place lies in words that are not the writer's. */
export function isForeign(facts: Facts, place: Span): boolean {
  return foreignWords(facts).some(span => overlaps(span, place));
}

/**
 * The edit that makes the article before `start` fit a new word ("an exploit" → "a vulnerability");
 * undefined where none stands there or it fits already. Spans count like `start`, from the start of `text`.
 */
export function articleEdit(text: string, start: number, newWord: string): { readonly span: Span; readonly newText: string } | undefined {
  const match = /(?<![\p{L}\p{N}])(an?)(\s{1,4}["“‘(]?)$/iu.exec(text.slice(Math.max(0, start - 10), start));
  if (!match || newWord === '') return undefined;
  const [, article = '', gap = ''] = match;
  const wanted = articleFor(newWord);
  if (article.toLowerCase() === wanted) return undefined;
  const from = start - gap.length - article.length;
  return {
    span: { start: from, end: from + article.length },
    newText: article.charAt(0) === 'A' ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted,
  };
}

/** The edit that takes a word out together with the space that it leaves behind. */
export function removal(text: string, span: Span): { readonly span: Span; readonly newText: string } {
  if (/\s/.test(text.charAt(span.end))) return { span: { start: span.start, end: span.end + 1 }, newText: '' };
  if (/\s/.test(text.charAt(span.start - 1))) return { span: { start: span.start - 1, end: span.end }, newText: '' };
  return { span, newText: '' };
}
