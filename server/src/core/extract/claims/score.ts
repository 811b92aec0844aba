// Owns: the check-worthiness of a sentence, 0 to 1, for security prose and news.
// Must not know: evidence, thresholds, documents.
import { checkWorthiness } from './model.ts';
import type { Profile } from './profile.ts';
import { isAbsolute } from './type.ts';

/** What the trained model, which knows debates, counts for beside what security prose shows. Chosen by reading, see `CLAIM_THRESHOLDS`. */
const MODEL = 0.45;
const LIMIT = 4;

/** How much a sentence states something that readers will want backed. `cited`: its writer took it for a claim already. */
export function scoreOf(profile: Profile, cited: boolean): number {
  const counted = profile.numbers.filter(
    number => number.kind !== 'ordinal' && number.kind !== 'version' && !(number.kind === 'count' && number.value <= 1),
  );
  const named = profile.names.filter(name => name.kind !== 'product');
  let sum = MODEL * Math.max(-LIMIT, Math.min(LIMIT, checkWorthiness(profile))) - 0.9;
  sum += Math.min(2, counted.length) * 0.7 + Math.min(2, profile.dates.length) * 0.5;
  sum += Math.min(2, named.length) * 0.45 + Math.min(1, profile.opaque) * 0.3;
  sum += Math.min(2, profile.past) * 0.45;
  if (profile.past === 0 && counted.length === 0 && profile.dates.length === 0) sum -= 0.5;
  if (profile.firstPerson > 0) sum -= 0.7;
  if (profile.modal !== undefined) sum -= 0.4;
  if (isAbsolute(profile)) sum += 0.4;
  if (profile.words.length < 6) sum -= 0.3;
  if (cited) sum += 1.2;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}
