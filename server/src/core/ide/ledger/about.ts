// Owns: which annotations are about which claims of a draft, and in which order their verdicts came.
// Must not know: what a ledger shows of them.
import { isThread, type LedgerVerdict } from '../../annotations/ledger.ts';
import type { Annotation, PlacedAnnotation, Placement } from '../../annotations/types.ts';
import { claimWords } from '../../annotations/verdicts.ts';
import type { CheckedClaim } from '../../engine/types.ts';
import type { DocumentView } from '../../rules/types.ts';
import { overlaps, type Span, shift, slice } from '../../text/span.ts';

/** The annotations of a draft by the claims that they are about. */
export class AnnotationsByClaim {
  readonly #view: DocumentView;
  readonly #all: readonly PlacedAnnotation[];
  /** Words that verdicts were given for, and which verdicts those are, by their numbers in `#all`. */
  readonly #verdicts = new Map<string, number[]>();
  readonly #words = new Map<string, string>();

  constructor(annotations: readonly PlacedAnnotation[], view: DocumentView) {
    this.#view = view;
    this.#all = annotations;
    annotations.forEach(({ annotation: { verdict, anchor } }, at) => {
      if (verdict === undefined || anchor === undefined) return;
      const words = this.#wordsOf(anchor.exact);
      const known = this.#verdicts.get(words);
      if (known) known.push(at);
      else this.#verdicts.set(words, [at]);
    });
  }

  /** An annotation is about the claims that it stands on; a verdict also about those of the same words, wherever they stand. */
  of(one: CheckedClaim): readonly PlacedAnnotation[] {
    const span = spanOf(one);
    const found = new Set(this.#verdicts.get(this.#wordsOf(slice(this.#view.text, span))));
    return this.#all.filter(({ placement }, at) => found.has(at) || isOn(placement, span));
  }

  /** What counts as a claim, and what a person has judged as one. */
  isListed(one: CheckedClaim): boolean {
    return one.support.verdict !== 'not-a-claim' || this.of(one).some(({ annotation }) => annotation.verdict !== undefined);
  }

  /** Whether a verdict was given for words that a claim does not have, or has no more. */
  isExpired({ anchor }: Annotation, one: CheckedClaim): boolean {
    return this.#wordsOf(anchor?.exact ?? '') !== this.#wordsOf(slice(this.#view.text, spanOf(one)));
  }

  /** The words of a passage as a verdict keeps them. */
  #wordsOf(passage: string): string {
    const known = this.#words.get(passage);
    if (known !== undefined) return known;
    const words = claimWords(passage);
    this.#words.set(passage, words);
    return words;
  }
}

function spanOf({ claim, segment }: CheckedClaim): Span {
  return shift(claim.span, segment.offset);
}

function isOn(placement: Placement, span: Span): boolean {
  return placement.state === 'placed' && overlaps(placement.span, span);
}

/** Open threads, each with the first claim that it is about; under `undefined` those that are about none. */
export function threadsByClaim(
  annotations: readonly PlacedAnnotation[],
  claims: readonly CheckedClaim[],
): ReadonlyMap<CheckedClaim | undefined, readonly PlacedAnnotation[]> {
  const found = new Map<CheckedClaim | undefined, PlacedAnnotation[]>();
  for (const placed of annotations) {
    if (placed.annotation.resolved || !isThread(placed.annotation)) continue;
    const claim = claims.find(one => isOn(placed.placement, spanOf(one)));
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
