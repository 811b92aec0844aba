// Owns: what verdicts, of the notes and of people, are called where there is room for a word or two.
// Must not know: how verdicts are reached, where the words are shown.
import type { Verdict as PersonsVerdict } from '../annotations/types.ts';
import type { Verdict } from '../evidence/types.ts';
import { type Phrase, phrase } from '../text/phrases.ts';

/** Verdicts in words, for lists. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Phrase>> = {
  supported: phrase`supported`,
  partial: phrase`supported in part`,
  contradicted: phrase`the notes say otherwise`,
  miscited: phrase`not in the cited source`,
  attributed: phrase`attributed`,
  uncited: phrase`not cited`,
  unsupported: phrase`not in the notes`,
  unchecked: phrase`not checked`,
  'not-a-claim': phrase`not a claim`,
};

/** Verdicts of people in words. */
export const PERSONS_VERDICT_WORDS: Readonly<Record<PersonsVerdict, Phrase>> = {
  verified: phrase`Verified`,
  disputed: phrase`Disputed`,
  'needs-source': phrase`Needs a source`,
  opinion: phrase`Opinion or analysis`,
  'not-checkable': phrase`Cannot be checked`,
};
