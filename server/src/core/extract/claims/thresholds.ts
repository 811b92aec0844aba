// Owns: the scores from which a sentence counts as a claim, by strictness.
// Must not know: how scores are made.
import type { Claim } from '../facts.ts';

/** Chosen by reading what each flags in security prose; a higher one flags less. */
export const CLAIM_THRESHOLDS: Readonly<Record<'relaxed' | 'standard' | 'strict', number>> = {
  relaxed: 0.75,
  standard: 0.64,
  strict: 0.45,
};

/** Whether a sentence counts as a claim that needs support. */
export function isClaim(claim: Pick<Claim, 'score' | 'not'>, strictness: 'relaxed' | 'standard' | 'strict'): boolean {
  return claim.not === undefined && claim.score >= CLAIM_THRESHOLDS[strictness];
}
