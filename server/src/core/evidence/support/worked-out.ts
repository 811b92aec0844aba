// Owns: whether a sentence says that it reckons, and its figure follows from others of its paragraph: "for 3,400 flats this adds up to 85,000".
// Must not know: notes, verdicts.
import type { NumberFact } from '../../extract/facts.ts';
import { covers } from '../../text/span.ts';
import type { SupportInput } from './input.ts';

/** Words by which a sentence says that it reckons. */
const RECKONS =
  /\b(?:(?:adds?|added|sums?) up to|(?:comes?|came|works? out|worked out) (?:to|at)|amount(?:s|ed)? to|(?:that|which) (?:is|makes|made|leaves|left)|in (?:all|total|sum)|(?:al)?together|on average|per head|a head|multiplied|divided|minus|plus|equals?|a total of)\b/i;

/** How far a result may be rounded, as a share of it. */
const ROUNDED = 0.01;
/** So many figures before it are looked at: among many, some two would make any result. */
const MOST_FIGURES = 4;

/**
 * Whether the claim says that it reckons, and its last figure is the sum, difference, product or quotient of two others that it or its
 * paragraph has before it. A result needs no source beside those of its parts.
 */
export function isWorkedOut({ claim, segment }: SupportInput): boolean {
  const { tree, numbers } = segment.facts;
  if (!RECKONS.test(tree.prose.slice(claim.span.start, claim.span.end))) return false;
  const block = tree.sentences[claim.sentence]?.block;
  const known = numbers.filter(
    fact => fact.span.end <= claim.span.end && tree.sentences[fact.sentence]?.block === block && isReckonedWith(fact),
  );
  const result = known.at(-1);
  if (result === undefined || !covers(claim.span, result.span)) return false;
  return follows(result, known.slice(-MOST_FIGURES - 1, -1));
}

function isReckonedWith({ kind, value }: NumberFact): boolean {
  return kind !== 'version' && kind !== 'ordinal' && kind !== 'score' && value > 0;
}

function follows(result: NumberFact, parts: readonly NumberFact[]): boolean {
  const factor = result.kind === 'percent' ? 100 : 1;
  const isResult = (value: number): boolean => Math.abs(value * factor - result.value) <= ROUNDED * result.value;
  return parts.some((a, at) =>
    parts
      .slice(0, at)
      .some(b => [a.value + b.value, Math.abs(a.value - b.value), a.value * b.value, a.value / b.value, b.value / a.value].some(isResult)),
  );
}
