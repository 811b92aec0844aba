// Owns: the scores from which a sentence counts as a claim, by strictness and register.
// Must not know: how scores are made.
import type { Claim } from '../facts.ts';
import type { Register } from './register.ts';

/** Chosen by reading what each flags in security prose; a higher one flags less. */
export const CLAIM_THRESHOLDS: Readonly<Record<'relaxed' | 'standard' | 'strict', number>> = {
  relaxed: 0.75,
  standard: 0.64,
  strict: 0.45,
};

/** In reports a figure, date or identifier is seldom a setting or a limit: there it takes less. */
const REPORTED_THRESHOLDS: typeof CLAIM_THRESHOLDS = { relaxed: 0.64, standard: 0.5, strict: 0.35 };

/** In manuals it mostly is one: below these, fewer than half of what is flagged in them reports anything. */
const MANUAL_THRESHOLDS: typeof CLAIM_THRESHOLDS = { relaxed: 0.85, standard: 0.75, strict: 0.45 };

/**
 * Whether a sentence counts as a claim that needs support. A manual says much about what things do and did that no reader
 * would ask a source for: there only what can be looked up counts, unless strictness asks for all.
 */
export function isClaim(
  claim: Pick<Claim, 'score' | 'not' | 'hard'>,
  strictness: 'relaxed' | 'standard' | 'strict',
  register: Register = 'reporting',
): boolean {
  const least = register !== 'reporting' ? MANUAL_THRESHOLDS : claim.hard ? REPORTED_THRESHOLDS : CLAIM_THRESHOLDS;
  if (claim.not !== undefined || claim.score < least[strictness]) return false;
  return claim.hard || register === 'reporting' || strictness === 'strict';
}
