// Owns: keeping what is worked out from a segment's facts as long as these live.
// Must not know: what is worked out.
import { perObject } from '../text/kept.ts';
import type { Facts } from './facts.ts';

/** A function of a segment's facts that is worked out once for each of them. It must depend on nothing else. */
export function perFacts<T>(compute: (facts: Facts) => T): (facts: Facts) => T {
  return perObject(compute);
}
