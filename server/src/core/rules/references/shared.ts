// Owns: what the rules on references share: ids that the notes hold, fixes that put one id for another.
// Must not know: any one rule's messages.
import { identifiersOf, onlyNearest } from '../../evidence/identifiers.ts';
import type { Reference } from '../../extract/facts.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import type { DocumentView, Fix, PlacedSegment, StoryView } from '../types.ts';

/** Ids with this start that Sources hold which may be offered for the draft. */
export function notedIds(document: DocumentView, story: StoryView, start: string): readonly string[] {
  const ids: string[] = [];
  for (const source of story.sources.values()) {
    if (!story.mayOffer(source, document)) continue;
    for (const id of identifiersOf(source).ids) if (id.startsWith(start)) ids.push(id);
  }
  return ids;
}

/** The nearest id of the notes, first among those that the draft does not use yet. */
function nearestNoted(document: DocumentView, story: StoryView, reference: Reference, start: string): string | undefined {
  const used = new Set<string>();
  for (const { fact } of document.all('references')) used.add(fact.id);
  const noted = notedIds(document, story, start);
  return (
    onlyNearest(
      reference.id,
      noted.filter(id => !used.has(id)),
    ) ?? onlyNearest(reference.id, noted)
  );
}

/** Fixes that write the nearest id of the notes in place of a reference. */
export function replaceByNearest(
  document: DocumentView,
  story: StoryView,
  segment: PlacedSegment,
  reference: Reference,
  start: string,
): readonly Fix[] {
  const nearest = nearestNoted(document, story, reference, start);
  return nearest ? [replaceBy(document, segment, reference, nearest, phrase`Write ${nearest}, as the notes do`)] : [];
}

/** A fix that writes `id` in place of a reference; a short form keeps its form. */
export function replaceBy(
  document: DocumentView,
  segment: PlacedSegment,
  reference: Reference,
  id: string,
  title: Phrase,
  kind: Fix['kind'] = 'suggestion',
): Fix {
  const written = slice(segment.facts.tree.text, reference.span);
  const newText = written.startsWith('-') ? id.replace(/^CVE-\d{4}/, '') : id;
  return { title, kind, edits: [{ uri: document.uri, span: shift(reference.span, segment.offset), newText }] };
}
