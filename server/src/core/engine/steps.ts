// Owns: running work that comes in steps to its end.
// Must not know: what the work is.

/** What the work yields in the end, without a pause. */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What the work yields in the end, with a pause after each step. */
export async function runWithPauses<T>(steps: Generator<unknown, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
