// Owns: the order of lines in a sidecar.
// Must not know: how lines are written.
import { asText, repliesTo } from './sidecar.ts';

interface LineOrder {
  /** Id of the first annotation of a line's thread; its own where it answers nothing. */
  rootOf(value: Readonly<Record<string, unknown>>): string;
  /** Sort key: threads by the id of their first annotation, replies below it by time, then by id. */
  keyOf(value: Readonly<Record<string, unknown>>): string;
}

/** The order of the lines of a sidecar, and of lines to come. */
export function lineOrder(lines: readonly { readonly value?: Readonly<Record<string, unknown>> }[]): LineOrder {
  const targets = new Map<string, string | undefined>();
  for (const { value } of lines) if (value) targets.set(asText(value.id), repliesTo(value));
  const rootOf: LineOrder['rootOf'] = value => {
    let root = repliesTo(value) ?? asText(value.id);
    const seen = new Set<string>();
    for (let next = targets.get(root); next !== undefined && !seen.has(next); next = targets.get(root)) {
      seen.add(next);
      root = next;
    }
    return root;
  };
  return {
    rootOf,
    keyOf: value =>
      repliesTo(value) === undefined
        ? `${asText(value.id)}\u0000`
        : `${rootOf(value)}\u0001${asText(value.created)}\u0001${asText(value.id)}`,
  };
}
