// Owns: the tables of public security knowledge that extractors and rules consult, and their revision.
// Must not know: where the bytes of a table come from.

/** Decoded tables; absent ones have not arrived or could not be read, and nothing is judged by them. */
export interface Knowledge {
  /** Changes whenever a table arrives or is replaced. */
  readonly revision: string;
}

/** No tables at all. */
export const NO_KNOWLEDGE: Knowledge = { revision: 'none' };
