// Owns: the words between the two parts of a quote in the notes: "“The pumps,” said Brandvold, “were never meant …”".
// Must not know: drafts, verdicts.
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import type { Span } from '../../text/span.ts';
import type { NoteWord } from '../quote-index.ts';
import type { Passage } from '../types.ts';

/** Whether a word of the notes interrupts somebody's words to say whose they are. */
export function isAside({ passage, start }: NoteWord): boolean {
  let spans = ASIDES.get(passage);
  if (spans === undefined) {
    spans = asidesIn(passage.text);
    ASIDES.set(passage, spans);
  }
  return spans.some(span => span.start <= start && start < span.end);
}

const ASIDES = new WeakMap<Passage, readonly Span[]>();
const BETWEEN = /(?<=[,.?!…—–]["”»“] )[^"“”„«»]{3,120}?[,.:](?= ["“„«])/gu;

function asidesIn(text: string): readonly Span[] {
  return [...text.matchAll(BETWEEN)]
    .filter(([words]) => (words.match(/\p{L}+/gu) ?? []).some(word => reportingVerb(word.toLowerCase()) !== undefined))
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
