// Owns: the order of the Traffic Light Protocol's levels (TLP 2.0, FIRST).
// Must not know: where marks stand.
import type { TlpLevel } from './facts.ts';

/** From what may be shared freely to what may not be shared. */
export const TLP_LEVELS: readonly TlpLevel[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

/** Whether something marked `level` may not stand where `limit` counts. No mark is no limit. */
export function isAbove(level: TlpLevel | undefined, limit: TlpLevel): boolean {
  return level !== undefined && TLP_LEVELS.indexOf(level) > TLP_LEVELS.indexOf(limit);
}
