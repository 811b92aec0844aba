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
  for (const cells of rowsOf(text)) {
    const name = nameOf(cells);
    if (name) names.push(name);
  }
  return names;
}

function nameOf([id = '', letter = '', name = '', aliases, cluster = '']: readonly string[]): KnownName | undefined {
  const kind = letter === 'a' || letter === 'm' || letter === 't' ? KINDS[letter] : undefined;
  return kind && name !== '' ? { id: id || `${cluster}:${name}`, kind, name, aliases: listOf(aliases) } : undefined;
}

/** The entry in the row of a table's text that starts at an offset. */
export function nameAt(text: string, row: number): KnownName | undefined {
  return nameOf(text.slice(row, endOf(text, '\n', row, text.length)).split('\t'));
}

/** Calls `take` with the place of every name and alias in a table's text, and where its row starts: thousands of entries, and none is made. */
export function forEachName(text: string, take: (from: number, to: number, row: number) => void): void {
  for (let row = 0, end = 0; row < text.length; row = end + 1) {
    end = endOf(text, '\n', row, text.length);
    if (text.startsWith('# ', row)) continue;
    const kind = endOf(text, '\t', row, end) + 1;
    const name = endOf(text, '\t', kind, end) + 1;
    if (name >= end) continue;
    const aliases = endOf(text, '\t', name, end) + 1;
    take(name, aliases - 1, row);
    const last = aliases < end ? endOf(text, '\t', aliases, end) : 0;
    for (let from = aliases, to = 0; from < last; from = to + 1) {
      to = endOf(text, '|', from, last);
      take(from, to, row);
    }
  }
}

function endOf(text: string, mark: string, from: number, last: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 || at > last ? last : at;
}
