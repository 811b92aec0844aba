// Owns: the trained check-worthiness model, decoded once when it is first asked.
// Must not know: thresholds, documents, why a sentence is no claim.
import { denseFeatures } from './features.ts';
import type { Profile } from './profile.ts';
import { gramsOf, type LinearModel, linearScore, unpackModel } from './sparse.ts';
import { CLAIM_WEIGHTS } from './weights.generated.ts';

let model: LinearModel | undefined;

/** Log-odds that people would call a sentence a check-worthy statement of fact, by the ClaimBuster sentences. */
export function checkWorthiness(profile: Profile): number {
  model ??= unpackModel(CLAIM_WEIGHTS);
  return linearScore(model, gramsOf(profile), denseFeatures(profile));
}
