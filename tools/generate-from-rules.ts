// Owns: the files that follow from the rules: docs pages and the configuration schema.
// Must not know: where they are written.
import { RULES } from '../server/src/core/rules/registry.ts';

/** Path and text of every generated file. */
export function generateFromRules(): readonly (readonly [string, string])[] {
  return RULES.length === 0 ? [] : [];
}
