// Owns: the table of names of actors, malware and tools.
// Must not know: how they are found in prose, which of them are ordinary words.
import { listOf, rowsOf } from './table.ts';

/** An actor, malware or tool with all names that reports use for it. */
export interface KnownName {
  /** Stable within a table: an ATT&CK id where there is one, else cluster and name. */
  readonly id: string;
  readonly kind: 'actor' | 'malware' | 'tool';
  readonly name: string;
  /** Other names, "also reported as"; whether two firms mean exactly the same is for them to say. */
  readonly aliases: readonly string[];
}

const KINDS = { a: 'actor', m: 'malware', t: 'tool' } as const;

/** The table out of its text. */
export function decodeNames(text: string): readonly KnownName[] {
  const names: KnownName[] = [];
  for (const [id = '', letter = '', name = '', aliases, cluster = ''] of rowsOf(text)) {
    const kind = letter === 'a' || letter === 'm' || letter === 't' ? KINDS[letter] : undefined;
    if (kind && name !== '') names.push({ id: id || `${cluster}:${name}`, kind, name, aliases: listOf(aliases) });
  }
  return names;
}
