// Owns: what of a document could not be checked, and why, in plain words.
// Must not know: how claims are judged.
import type { Support } from '../evidence/types.ts';
import type { Claim } from '../extract/facts.ts';
import type { PlacedSegment } from '../rules/types.ts';
import { type Language, type Phrase, phrase } from '../text/phrases.ts';
import { type Span, shift } from '../text/span.ts';
import type { CheckRequest } from './check.ts';
import type { SegmentCheck } from './segment-checks.ts';
import type { CheckedDocument } from './types.ts';

const OTHER_LANGUAGE = phrase`This note is in another language, so drafts in English are not compared with it.`;

const UNCHECKED: Readonly<Record<NonNullable<Support['reason']>, Phrase>> = {
  indexing: phrase`The notes are still being read.`,
  'other-language': phrase`The best source is in another language, and no note gives a translation.`,
  'no-text': phrase`The source has no text here to compare with.`,
  'too-large': phrase`The source is too large to be read.`,
  off: phrase`Checking is switched off here.`,
};

/** Claims that could not be checked, and why. */
export function uncheckedClaims(
  segments: readonly PlacedSegment[],
  checks: readonly SegmentCheck[],
  language: Language,
): CheckedDocument['unchecked'] {
  const unchecked: { reason: string; span: Span }[] = [];
  for (const segment of segments) {
    const { verdicts } = checks[segment.index] as SegmentCheck;
    for (const index of verdicts?.unchecked ?? []) {
      const reason = language.of(UNCHECKED[verdicts?.list[index]?.reason ?? 'off']);
      unchecked.push({ reason, span: shift((segment.facts.claims[index] as Claim).span, segment.offset) });
    }
  }
  return unchecked;
}

/** Sources of a note that drafts are not compared with, since they speak another language. */
export function otherLanguages({
  uri,
  role,
  story,
  language,
}: Pick<CheckRequest, 'uri' | 'role' | 'story' | 'language'>): CheckedDocument['unchecked'] {
  if (role === 'draft') return [];
  const apart = [...story.index.sources.values()].filter(source => source.uri === uri && source.language !== undefined);
  return apart.map(({ keySpan }) => ({ reason: language.of(OTHER_LANGUAGE), span: keySpan }));
}
