// Owns: how large files may be, and what is said of one that is larger.
// Must not know: who reads files, what they hold.
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Configuration } from './configuration.ts';
import type { Limits } from './types.ts';

/** Limits where the host sets none. */
export const DEFAULT_LIMITS: Limits = { maxDraftLength: 3_000_000, maxNoteLength: 5_000_000, maxFiles: 50_000 };

/** Bytes that may hold `maxDraftLength` or `maxNoteLength` units. */
export const MAX_BYTES = 24_000_000;

type Sort = 'draft' | 'note';

/** Characters that a file may have: what the configuration says comes before the host's limits. */
export function longest(sort: Sort, configuration: Configuration, limits: Limits): number {
  return configuration.limits[sort] ?? (sort === 'draft' ? limits.maxDraftLength : limits.maxNoteLength);
}

/** What is said of a file of `length` characters, which are more than `limit`. */
export function tooLong(length: number, limit: number, sort: Sort): Phrase {
  return phrase`This file has ${length} characters, more than the limit of ${limit}. Raise limits.${sort} to check it.`;
}
