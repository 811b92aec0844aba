// Owns: what the rules on quotes share: which quotes are judged, what may be shown of the notes, common repairs.
// Must not know: which rule asks.
import type { Passage, QuoteMatch } from '../../evidence/types.ts';
import type { Quote } from '../../extract/facts.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import type { DocumentView, Edit, Fix, PlacedSegment, Related, StoryView } from '../types.ts';

/** A quote of the draft with what the notes hold of it. */
export interface JudgedQuote {
  readonly quote: Quote;
  readonly segment: PlacedSegment;
  readonly match: QuoteMatch;
  /** Words, names and place of the passage may be shown and taken over. */
  readonly mayShow: boolean;
}

/** Quotes whose match has one of these states. Quotes that are never closed are left out: nobody knows where they end. */
export function* judgedQuotes(document: DocumentView, story: StoryView, states: readonly QuoteMatch['status'][]): Iterable<JudgedQuote> {
  if (!story.hasEvidence) return;
  const { voices } = document;
  for (const { fact: quote, segment } of document.all('quotes')) {
    if (quote.kind === 'title' || quote.kind === 'scare') continue;
    const match = document.quoteMatch(segment, quote);
    if (!states.includes(match.status) || voices.isUnclosed(segment, quote) || !isCopy(segment, quote)) continue;
    yield { quote, segment, match, mayShow: match.passage !== undefined && story.mayOffer(match.passage.source, document) };
  }
}

/** The text of the story itself: not a heading, caption or footnote. */
function isCopy({ facts }: PlacedSegment, quote: Quote): boolean {
  const block = facts.tree.blocks[facts.tree.sentences[quote.sentence]?.block ?? -1];
  return block?.kind !== 'caption' && block?.kind !== 'footnote' && block?.kind !== 'heading';
}

/** Where the notes have it. */
export function relatedTo(passage: Passage | undefined, message: Phrase): readonly Related[] {
  return passage ? [{ uri: passage.source.uri, span: passage.quote?.content ?? passage.span, message }] : [];
}

/** Gives back the words of the notes wherever the quote differs. Undefined where a place has no words to give. */
export function restoreFix({ match, segment, mayShow }: JudgedQuote, document: DocumentView): Fix | undefined {
  const changes = match.changes ?? [];
  if (!mayShow || changes.length === 0) return undefined;
  const text = segment.facts.tree.text;
  const edits = changes.map(({ span, replacement }): Edit => {
    const where = replacement === '' ? withSpace(text, span) : span;
    return { uri: document.uri, span: shift(where, segment.offset), newText: replacement };
  });
  // Two changes that touch would be written over each other.
  for (let i = 1; i < edits.length; i++) if ((edits[i] as Edit).span.start < (edits[i - 1] as Edit).span.end) return undefined;
  const only = changes.length === 1 ? changes[0] : undefined;
  const title =
    only && only.replacement !== '' && only.replacement.length <= 60
      ? phrase`Restore “${only.replacement}”`
      : phrase`Restore the words of the notes`;
  return { title, kind: 'safe', edits };
}

/** A word that goes takes the space before it along. */
function withSpace(text: string, span: Span): Span {
  if (text[span.start - 1] === ' ') return { start: span.start - 1, end: span.end };
  return text[span.end] === ' ' ? { start: span.start, end: span.end + 1 } : span;
}

/** Takes the quotation marks away, so that the words are the writer's own. */
export function paraphraseFix({ quote, segment }: Pick<JudgedQuote, 'quote' | 'segment'>, document: DocumentView): Fix | undefined {
  if (quote.content.start === quote.span.start || quote.open || quote.kind === 'block') return undefined;
  const marks = [
    { start: quote.span.start, end: quote.content.start },
    { start: quote.content.end, end: quote.span.end },
  ];
  return {
    title: phrase`Make it a paraphrase: take the quotation marks away`,
    kind: 'suggestion',
    edits: marks.map(span => ({ uri: document.uri, span: shift(span, segment.offset), newText: '' })),
  };
}

/** Words of the draft at a span of a segment, white space folded, cut to a readable length. */
export function wordsAt(segment: PlacedSegment, span: Span): string {
  const words = slice(segment.facts.tree.prose, span).replace(/\s+/g, ' ').trim();
  return words.length > 80 ? `${words.slice(0, 77).trimEnd()}…` : words;
}

export function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item): item is T => item !== undefined);
}
