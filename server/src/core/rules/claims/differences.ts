// Owns: what the rules on contradicted claims have in common: going over differences, naming sources, fixes.
// Must not know: how differences are found.
import { nameOf } from '../../evidence/source-name.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { compareSpans, type Span, shift } from '../../text/span.ts';
import type { Difference, DocumentView, Fix, PlacedSegment, Related, StoryView } from '../types.ts';

/** A difference in its place. */
export interface PlacedDifference {
  readonly difference: Difference;
  /** Counts from the start of the document. */
  readonly span: Span;
  /** Place and passage of the evidence; empty where the draft must not show it. */
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** `other` is the Source that has it as the draft does, where the notes disagree. */
  readonly args: {
    readonly drafted: string;
    readonly noted: string | Phrase;
    readonly source: string | Phrase;
    readonly other?: string;
  };
}

/** What the message says in place of words that this draft must not show. */
const HIDDEN = phrase`something else`;
const HIDDEN_SOURCE = phrase`a source that this draft must not name`;

/** The differences of one kind in a draft, each place once, in order. */
export function differencesIn(document: DocumentView, story: StoryView, kind: Difference['kind']): PlacedDifference[] {
  const seen = new Set<string>();
  const found: PlacedDifference[] = [];
  for (const { differences, segment } of differing(document)) {
    for (const difference of differences) {
      if (difference.kind !== kind) continue;
      const span = shift(difference.span, segment.offset);
      const place = `${span.start} ${span.end}`;
      if (seen.has(place)) continue;
      seen.add(place);
      found.push(placed(document, story, difference, span));
    }
  }
  return found.sort((a, b) => compareSpans(a.span, b.span));
}

interface Differing {
  readonly differences: readonly Difference[];
  readonly segment: PlacedSegment;
}

const DIFFERING = new WeakMap<DocumentView, readonly Differing[]>();

/** Claims that differ from evidence, gone through once for all the rules that ask. */
function differing(document: DocumentView): readonly Differing[] {
  const known = DIFFERING.get(document);
  if (known) return known;
  const found: Differing[] = [];
  for (const { fact: claim, segment } of document.all('claims')) {
    const { differences } = document.support(segment, claim);
    if (differences.length > 0) found.push({ differences, segment });
  }
  DIFFERING.set(document, found);
  return found;
}

function placed(document: DocumentView, story: StoryView, difference: Difference, span: Span): PlacedDifference {
  const { passage, replacement } = difference;
  const open = story.mayOffer(passage.source, document);
  const drafted = shorten(difference.drafted);
  const other = difference.agreeing !== undefined && story.mayOffer(difference.agreeing.source, document) ? difference.agreeing : undefined;
  if (!open) return { difference, span, related: [], fixes: [], args: { drafted, noted: HIDDEN, source: HIDDEN_SOURCE } };
  const fixes: Fix[] =
    replacement === undefined
      ? []
      : [
          {
            title: phrase`Change to “${shorten(replacement)}”`,
            kind: 'suggestion',
            edits: [{ uri: document.uri, span, newText: replacement }],
          },
        ];
  return {
    difference,
    span,
    related: [
      { uri: passage.source.uri, span: passage.span, message: nameOf(passage.source) },
      ...(other === undefined ? [] : [{ uri: other.source.uri, span: other.span, message: nameOf(other.source) }]),
    ],
    fixes,
    args: {
      drafted,
      noted: shorten(difference.noted),
      source: nameOf(passage.source),
      ...(other === undefined ? {} : { other: nameOf(other.source) }),
    },
  };
}

function shorten(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length <= 80 ? folded : `${folded.slice(0, 77).trimEnd()}…`;
}
