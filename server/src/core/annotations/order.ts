// Owns: the order of lines in a sidecar.
// Must not know: how lines are written.
import { repliesTo, type SidecarLine } from './sidecar.ts';

/** Sort keys of lines: threads by the id of their first annotation, replies below it by time, then by id. */
export function lineOrder(lines: readonly SidecarLine[]): { keyOf(value: Readonly<Record<string, unknown>>): string } {
  const targets = new Map<string, string | undefined>();
  for (const { value } of lines) if (value) targets.set(value.id, repliesTo(value));
  return {
    keyOf(value) {
      const target = repliesTo(value);
      if (target === undefined) return `${String(value.id)}\u0000`;
      let root = target;
      const seen = new Set<string>();
      for (let next = targets.get(root); next !== undefined && !seen.has(next); next = targets.get(root)) {
        seen.add(next);
        root = next;
      }
      return `${root}\u0001${String(value.created ?? '')}\u0001${String(value.id)}`;
    },
  };
}
