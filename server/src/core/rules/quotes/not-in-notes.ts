// Owns: the rule quotes/not-in-notes.
// Must not know: how quotes are looked up.
import { shift } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type PlacedSegment } from '../types.ts';
import { judgedQuotes, paraphraseFix, present } from './shared.ts';

export default defineDocumentRule({
  id: 'quotes/not-in-notes',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['quotes', 'attributions', 'citations', 'quote-match', 'story'],
  options: {},
  messages: {
    missing: 'This quote was not found in the notes. Check the recording, add it to the notes, or make it a paraphrase.',
  },
  docs: {
    summary: 'No note has the words of a quote.',
    why: 'A quote that nobody can find again cannot be defended when the person who is quoted complains.',
    bad: [
      {
        draft: '"Contractors are where banks go to forget about risk," Ferrant said.\n',
        notes: { 'notes/regulator.md': 'Luis Ferrant: "We have opened an inquiry."\n' },
      },
    ],
    good: [
      {
        draft: '"We have opened an inquiry," Ferrant said about what an engineer might call a "resource".\n',
        notes: { 'notes/regulator.md': 'Luis Ferrant: "We have opened an inquiry."\n' },
      },
    ],
  },
  check({ document, story, report }) {
    const reported = new Map<PlacedSegment, Set<number>>();
    for (const judged of judgedQuotes(document, story, ['not-found'])) {
      const { quote, segment } = judged;
      if (citesWithoutText(document, segment, quote.sentence)) continue;
      // The parts of a split quote are one quote: one finding.
      const seen = reported.get(segment) ?? new Set<number>();
      reported.set(segment, seen);
      seen.add(segment.facts.quotes.indexOf(quote));
      if (quote.continues !== undefined && seen.has(quote.continues)) continue;
      report({ span: shift(quote.span, segment.offset), message: 'missing', fixes: present([paraphraseFix(judged, document)]) });
    }
  },
});

/** It cites a Source of which there is no text here: then nothing can be said. */
function citesWithoutText(document: DocumentView, segment: PlacedSegment, sentence: number): boolean {
  return document.citationsOver(segment, sentence).some(({ source }) => source?.passages.length === 0);
}
