// Owns: small words within the text: grade and date behind a citation, the notes' value behind a number that drifted.
// Must not know: LSP. Nothing stands there from a Source that may not be offered in this draft.
import type { CheckedDocument } from '../engine/types.ts';
import type { Difference } from '../evidence/types.ts';
import type { NumberFact } from '../extract/facts.ts';
import type { PlacedSegment } from '../rules/types.ts';
import { ENGLISH, type Language } from '../text/phrases.ts';
import { overlaps, type Span, slice } from '../text/span.ts';

export interface Hint {
  /** It stands before this offset. */
  readonly offset: number;
  readonly label: string;
}

export interface WantedHints {
  readonly sources: boolean;
  readonly numbers: boolean;
}

/** Hints of a draft within a span, in order of their place. */
export function hintsOf(checked: CheckedDocument, within: Span, wants: WantedHints, language = ENGLISH): readonly Hint[] {
  if (checked.role !== 'draft' || !checked.story || checked.story.dormant) return [];
  const hints = [...(wants.sources ? sourceHints(checked, within) : []), ...(wants.numbers ? numberHints(checked, within, language) : [])];
  return hints.sort((a, b) => a.offset - b.offset);
}

function* sourceHints({ view }: CheckedDocument, within: Span): Generator<Hint> {
  for (const { citation, segment, source } of view?.citations ?? []) {
    const offset = segment.offset + citation.span.end;
    if (!source || offset < within.start || offset > within.end) continue;
    const { published, grade, tlp } = source.metadata;
    const label = [grade, published, tlp && tlp !== 'CLEAR' && `TLP:${tlp}`].filter(Boolean).join(' · ');
    if (label !== '') yield { offset, label };
  }
}

function* numberHints({ claims, story, view }: CheckedDocument, within: Span, language: Language): Generator<Hint> {
  const seen = new Set<number>();
  for (const { segment, support } of claims) {
    for (const difference of support.differences) {
      const offset = segment.offset + difference.span.end;
      if (difference.kind !== 'number' || offset < within.start || offset > within.end || seen.has(offset)) continue;
      const { source } = difference.passage;
      if (!view || !story?.mayOffer(source, view) || story.findProtected(difference.noted).length > 0) continue;
      seen.add(offset);
      yield { offset, label: [drafted(segment, difference), language.say`notes: ${short(difference.noted)}`].filter(Boolean).join(', ') };
    }
  }
}

/** What the draft's number comes to, where it is not written in plain digits. */
function drafted(segment: PlacedSegment, { span }: Difference): string {
  const fact = segment.facts.numbers.find(number => overlaps(number.span, span) && span.end >= number.figure.end);
  if (!fact || fact.kind === 'version' || fact.kind === 'ordinal') return '';
  const value = normalised(fact);
  const written = slice(segment.facts.tree.prose, fact.figure).replace(/[\s,]/g, '');
  return written.includes(value.replace(/[\s,]/g, '')) ? '' : `= ${value}`;
}

/** A number in base units, digits in groups of three: "1.2bn" is 1,200,000,000. */
function normalised({ value, upTo, kind, unit }: NumberFact): string {
  const digits = upTo === undefined ? grouped(value) : `${grouped(value)}–${grouped(upTo)}`;
  if (kind === 'percent') return `${digits} %`;
  if (kind === 'share') return `${grouped(Math.round(value * 1000) / 10)} %`;
  return kind === 'money' || kind === 'duration' || kind === 'bytes' ? [digits, unit].filter(Boolean).join(' ') : digits;
}

function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1000) / 1000).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function short(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > 40 ? `${folded.slice(0, 39).trimEnd()}…` : folded;
}
