// Owns: how sure a sentence sounds, on the scale of 1 (speculation) to 6 (certain), by a small trained model.
// Must not know: evidence, who says it.

import { CERTAINTY_WEIGHTS } from './certainty-weights.generated.ts';
import { denseFeatures } from './features.ts';
import type { Profile } from './profile.ts';
import { gramsOf, type LinearModel, linearScore, unpackModel } from './sparse.ts';

/** The middle of the scale: what the model's score counts from. */
export const CERTAINTY_MIDDLE = 4.5;

/** Groups of words that make a sentence less or more sure; each is one feature, and so is the sum of the first rows. */
const HEDGES: readonly RegExp[] = [
  /\b(?:may|might)\b/g,
  /\b(?:could|can)\b/g,
  /\b(?:suggest\w*|impl(?:y|ies|ied)|hint\w*)\b/g,
  /\b(?:appear\w*|seem\w*|apparent\w*|look(?:s|ed) like)\b/g,
  /\b(?:likely|probab\w+|unlikely|presumabl\w+)\b/g,
  /\b(?:possib\w+|potential\w*|perhaps|maybe|plausib\w+|conceivabl\w+)\b/g,
  /\b(?:tend\w*|generally|often|typically|usually|sometimes|in (?:some|most|many) cases)\b/g,
  /\b(?:estimat\w+|approximately|about|around|roughly|nearly|almost|up to)\b/g,
  /\b(?:believ\w+|think\w*|thought|expect\w*|speculat\w+|hypothes\w+|suspect\w*|assum\w+|propos\w+)\b/g,
  /\b(?:would|should|ought)\b/g,
  /\b(?:unclear|unknown|uncertain\w*|unsure|questionable|doubt\w*|not (?:clear|known|certain))\b/g,
  /\b(?:further (?:research|stud\w+|work)|more research|future|needed|warrant\w*)\b/g,
];
const BOOSTERS: readonly RegExp[] = [
  /\b(?:significant\w*|strong\w*|substantial\w*|considerabl\w+)\b/g,
  /\b(?:clear\w*|definit\w+|certain\w*|undoubtedly|conclusive\w*|unequivocal\w*|always|never|indeed|truly)\b/g,
  /\b(?:demonstrat\w+|prove[sdn]?|confirm\w*|establish\w*|show(?:s|ed|n)?)\b/g,
  /\b(?:found|find(?:s|ings)?|observ\w+|report\w*|reveal\w*|identif\w+)\b/g,
  /\b(?:is|are|was|were|has|have)\b/g,
  /\b(?:must|will|every|all|none)\b/g,
];

/** Dense features of the certainty model: those of check-worthiness, then words that hedge and boost. */
export function certaintyFeatures(profile: Profile): Float64Array {
  const base = denseFeatures(profile);
  const text = profile.words.join(' ').slice(0, 2000);
  const hedges = HEDGES.map(group => Math.min(2, text.match(group)?.length ?? 0));
  const boosters = BOOSTERS.map(group => Math.min(2, text.match(group)?.length ?? 0));
  const sum = hedges.slice(0, 6).reduce((total, value) => total + value, 0);
  const out = new Float64Array(base.length + hedges.length + boosters.length + 3);
  out.set(base);
  out.set([...hedges, ...boosters, Math.min(3, sum), sum > 0 ? 1 : 0, sum > 1 ? 1 : 0], base.length);
  return out;
}

let model: LinearModel | undefined;

/** Certainty of a sentence, 1 to 6. */
export function certaintyOf(profile: Profile): number {
  model ??= unpackModel(CERTAINTY_WEIGHTS);
  const score = linearScore(model, gramsOf(profile), certaintyFeatures(profile));
  return Math.min(6, Math.max(1, Math.round((CERTAINTY_MIDDLE + score) * 100) / 100));
}
