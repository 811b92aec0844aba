// Owns: taking what nobody may read out of every text of a ledger.
// Must not know: what must not be read.
import type { Ledger } from './ledger.ts';

/** The same ledger with every text of a person or note passed through `redact`: keys, names, words, paths; never the words of the format. */
export function redacted(ledger: Ledger, redact: (text: string) => string): Ledger {
  return redactedValue(ledger, '', redact, new Map()) as Ledger;
}

/** Fields that hold words of the format. */
const FORMAT_FIELDS: ReadonlySet<string> = new Set([
  'tlp',
  'type',
  'support',
  'reason',
  'relation',
  'verdict',
  'standing',
  'status',
  'kind',
]);

/** `made` keeps what stands in two places one thing: a verdict that counts is one of all verdicts. */
function redactedValue(value: unknown, field: string, redact: (text: string) => string, made: Map<object, unknown>): unknown {
  if (typeof value === 'string') return FORMAT_FIELDS.has(field) ? value : redact(value);
  if (Array.isArray(value)) return value.map(one => redactedValue(one, field, redact, made));
  if (typeof value !== 'object' || value === null) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redactedValue(one, key, redact, made)]));
  made.set(value, copy);
  return copy;
}
