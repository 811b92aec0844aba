// Owns: the CWE table: weaknesses, categories and views by number and by name.
// Must not know: prose, documents, where the table comes from.
import { foldName, headerOf, listOf, rowsOf } from './table.ts';

export interface CweEntry {
  readonly id: number;
  readonly kind: 'weakness' | 'category' | 'view';
  readonly name: string;
  readonly isDeprecated: boolean;
  readonly otherNames: readonly string[];
}

export interface CweTable {
  /** "CWE 4.15, 2024-07-16". */
  readonly label: string;
  readonly entries: ReadonlyMap<number, CweEntry>;
  readonly highest: number;
  /** Entries with this name or other name, or with it in parentheses: "Cross-site Scripting". */
  byName(name: string): readonly CweEntry[];
}

/** Names of an entry: the whole name, its short form in parentheses or quotation marks, the part before them, other terms. */
export function cweNames(entry: CweEntry): readonly string[] {
  const names = [entry.name, ...entry.otherNames];
  for (const match of entry.name.matchAll(/\('([^']+)'\)|'([^']+)'|\(([^()]+)\)/g)) names.push(match[1] ?? match[2] ?? match[3] ?? '');
  const before = /^([^('"]+?)\s*[('"]/.exec(entry.name)?.[1];
  if (before && before.length > 5) names.push(before);
  return names.filter(name => name !== '');
}

/** The table out of its text. */
export function decodeCwe(text: string): CweTable {
  const header = headerOf(text);
  const entries = new Map<number, CweEntry>();
  let highest = 0;
  for (const [id = '', kind = '', name = '', status, terms] of rowsOf(text)) {
    const number = Number(id);
    if (!Number.isInteger(number) || number <= 0) continue;
    entries.set(number, {
      id: number,
      kind: kind === 'c' ? 'category' : kind === 'v' ? 'view' : 'weakness',
      name,
      isDeprecated: status === 'd',
      otherNames: listOf(terms),
    });
    highest = Math.max(highest, number);
  }
  let names: Map<string, CweEntry[]> | undefined;
  return {
    label: ['CWE', header.get('version')].filter(Boolean).join(' ') + (header.get('date') ? `, ${header.get('date')}` : ''),
    entries,
    highest,
    byName(name) {
      if (!names) {
        names = new Map();
        for (const entry of entries.values()) {
          if (entry.isDeprecated) continue;
          for (const one of new Set(cweNames(entry).map(foldName))) {
            const list = names.get(one);
            if (list) list.push(entry);
            else names.set(one, [entry]);
          }
        }
      }
      return names.get(foldName(name)) ?? [];
    },
  };
}
