// Owns: the tables of public security knowledge that extractors and rules consult, and their revision.
// Must not know: where the bytes of a table come from.

/** Decoded tables; absent ones have not arrived or could not be read, and nothing is judged by them. */
export interface Knowledge {
  /** Changes whenever a table arrives or is replaced. */
  readonly revision: string;
  /** Version or date of every table at hand, by name. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Actors, malware and tools by name, for finding them in prose. The same array as long as the table stays. */
  readonly names?: readonly KnownName[];
}

/** An actor, malware or tool with all names that reports use for it. */
export interface KnownName {
  /** Stable within a table: an ATT&CK id where there is one, else a slug of the name. */
  readonly id: string;
  readonly kind: 'actor' | 'malware' | 'tool';
  readonly name: string;
  /** Other names, "also reported as"; whether two firms mean exactly the same is for them to say. */
  readonly aliases: readonly string[];
}

/** No tables at all. */
export const NO_KNOWLEDGE: Knowledge = { revision: 'none' };
