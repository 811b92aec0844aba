// Owns: what verdicts are called where there is room for a word or two.
// Must not know: how verdicts are reached, where the words are shown.
import type { Verdict } from '../evidence/types.ts';

/** Verdicts in words, for lists. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  partial: 'supported in part',
  contradicted: 'the notes say otherwise',
  miscited: 'not in the cited source',
  attributed: 'attributed',
  uncited: 'not cited',
  unsupported: 'not in the notes',
  unchecked: 'not checked',
  'not-a-claim': 'not a claim',
};
