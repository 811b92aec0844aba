// Owns: the few assertions of node:assert/strict that suites share, for an extension host without Node.
// Must not know: single tests.

class AssertionError extends Error {
  override name = 'AssertionError';
}

function fail(message: string | undefined, otherwise: string): never {
  throw new AssertionError(message ?? otherwise);
}

const assert = {
  ok(value: unknown, message?: string): asserts value {
    if (!value) fail(message, `${String(value)} is not true`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, `${String(actual)} is not ${String(expected)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b) fail(message, `${a} is not ${b}`);
  },
  match(actual: string, expected: RegExp, message?: string): void {
    if (!expected.test(actual)) fail(message, `${JSON.stringify(actual)} does not match ${expected}`);
  },
  doesNotMatch(actual: string, unexpected: RegExp, message?: string): void {
    if (unexpected.test(actual)) fail(message, `${JSON.stringify(actual)} matches ${unexpected}`);
  },
};

export default assert;
