// Owns: which annotations are about which claims of a draft, and in which order their verdicts came.
// Must not know: what a ledger shows of them.
import { isThread, type LedgerVerdict } from '../../annotations/ledger.ts';
import type { PlacedAnnotation } from '../../annotations/types.ts';
import { claimWords } from '../../annotations/verdicts.ts';
import type { CheckedClaim } from '../../engine/types.ts';
import type { DocumentView } from '../../rules/types.ts';
import { overlaps, shift, slice } from '../../text/span.ts';

/** What counts as a claim, and what a person has judged as one. */
export function isListed(one: CheckedClaim, annotations: readonly PlacedAnnotation[], view: DocumentView): boolean {
  return (
    one.support.verdict !== 'not-a-claim' ||
    annotations.some(placed => placed.annotation.verdict !== undefined && isAbout(placed, one, view))
  );
}

/** An annotation is about the claims that it stands on; a verdict also about those of the same words, wherever they stand. */
export function isAbout(placed: PlacedAnnotation, one: CheckedClaim, view: DocumentView): boolean {
  if (isOn(placed, one)) return true;
  const { verdict, anchor } = placed.annotation;
  return verdict !== undefined && anchor !== undefined && claimWords(anchor.exact) === wordsIn(view, one);
}

/** The words of a claim as a verdict keeps them. */
export function wordsIn(view: DocumentView, { claim, segment }: CheckedClaim): string {
  return claimWords(slice(view.text, shift(claim.span, segment.offset)));
}

function isOn({ placement }: PlacedAnnotation, { claim, segment }: CheckedClaim): boolean {
  return placement.state === 'placed' && overlaps(placement.span, shift(claim.span, segment.offset));
}

/** Open threads, each with the first claim that it is about; under `undefined` those that are about none. */
export function threadsByClaim(
  annotations: readonly PlacedAnnotation[],
  claims: readonly CheckedClaim[],
): ReadonlyMap<CheckedClaim | undefined, readonly PlacedAnnotation[]> {
  const found = new Map<CheckedClaim | undefined, PlacedAnnotation[]>();
  for (const placed of annotations) {
    if (placed.annotation.resolved || !isThread(placed.annotation)) continue;
    const claim = claims.find(one => isOn(placed, one));
    const list = found.get(claim);
    if (list) list.push(placed);
    else found.set(claim, [placed]);
  }
  return found;
}

/** By time; where clocks say nothing, as they stand. */
export function byTime(a: LedgerVerdict, b: LedgerVerdict): number {
  const difference = Date.parse(a.at ?? '') - Date.parse(b.at ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}
