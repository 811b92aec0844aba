// Owns: what becomes of a verdict that a person gave before when the same person judges again.
// Must not know: how verdicts are asked for and kept.
import type { WireAnnotation } from '../../../server/src/protocol.ts';

/** Whether a new verdict of whoever sits here takes its place. What was disputed and is resolved stays as it is. */
export function isChangeable({ own, verdict, resolved }: WireAnnotation): boolean {
  return own === true && verdict !== undefined && !(resolved && (verdict === 'disputed' || verdict === 'needs-source'));
}

/**
 * What a verdict rests on after sources were picked: these, and what the earlier one rests on that was not there to pick. Undefined
 * leaves it as it is: where nothing was picked and no earlier verdict was shown, nobody has taken anything away.
 */
export function evidenceOf(
  picked: readonly string[],
  offered: readonly string[],
  earlier: WireAnnotation | undefined,
): readonly string[] | undefined {
  if (!earlier) return picked.length > 0 ? picked : undefined;
  return [...earlier.evidence.filter(key => !offered.includes(key)), ...picked];
}
