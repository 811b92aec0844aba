// Owns: the check-worthiness of a sentence, 0 to 1.
// Must not know: evidence, thresholds, documents.
import type { Profile } from './profile.ts';
import { isAbsolute } from './type.ts';

/** How much a sentence states something that readers will want backed. */
export function scoreOf(profile: Profile): number {
  let sum = -1.2;
  const counted = profile.numbers.filter(number => number.kind !== 'ordinal' && number.kind !== 'version');
  sum += Math.min(2, counted.length) * 1.1 + Math.min(2, profile.dates.length) * 0.7 + Math.min(3, profile.names.length) * 0.5;
  sum += Math.min(2, profile.past) * 0.6 - profile.firstPerson * 0.6 - (profile.modal === undefined ? 0 : 0.5);
  if (isAbsolute(profile)) sum += 0.4;
  if (profile.words.length < 6) sum -= 0.5;
  return 1 / (1 + Math.exp(-sum));
}
