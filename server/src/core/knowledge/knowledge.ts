// Owns: the tables of public security knowledge that extractors and rules consult, and their revision.
// Must not know: where the bytes of a table come from.
import { type AttackTable, decodeAttack } from './attack.ts';
import { type CweTable, decodeCwe } from './cwe.ts';
import { decodeKev, type KevTable } from './kev.ts';
import { decodeNames, type KnownName } from './names.ts';
import { headerOf } from './table.ts';

export type { AttackEntry, AttackTable } from './attack.ts';
export type { CweEntry, CweTable } from './cwe.ts';
export type { KevEntry, KevTable } from './kev.ts';
export type { KnownName } from './names.ts';

/** Names of the tables that ship; the host has each as a text of that name. */
export const TABLES = ['attack', 'kev', 'cwe', 'names'] as const;

/** Decoded tables; absent ones have not arrived or could not be read, and nothing is judged by them. */
export interface Knowledge {
  /** Changes whenever a table arrives or is replaced. */
  readonly revision: string;
  /** Version or date of every table at hand, by name. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly attack?: AttackTable;
  readonly kev?: KevTable;
  readonly cwe?: CweTable;
  /** Actors, malware and tools by name, for finding them in prose. The same array as long as the table stays. */
  readonly names?: readonly KnownName[];
  /** The text of that table: a few names are looked up in it without making all of them. */
  readonly namesText?: string;
}

/** No tables at all. */
export const NO_KNOWLEDGE: Knowledge = { revision: 'none' };

const DECODERS = { attack: decodeAttack, kev: decodeKev, cwe: decodeCwe, names: decodeNames } as const;
type Decoders = typeof DECODERS;

/** A table out of its text; undefined for a name that is none and for a text that is no table. Total. */
export function decodeTable<N extends keyof Decoders>(name: N, text: string): ReturnType<Decoders[N]> | undefined {
  if (headerOf(text).get('table') !== name) return undefined;
  return DECODERS[name](text) as ReturnType<Decoders[N]>;
}

/** Decoded when it is first asked for, and kept for the next workspace as long as the text is the same. */
const decoded = new Map<string, { readonly text: string; readonly table: unknown }>();

function tableOf<N extends keyof Decoders>(name: N, text: string): ReturnType<Decoders[N]> | undefined {
  const known = decoded.get(name);
  if (known?.text === text) return known.table as ReturnType<Decoders[N]>;
  const table = decodeTable(name, text);
  decoded.set(name, { text, table });
  return table;
}

/** Texts of tables are told apart by numbers: hashing a text takes longer than all else that is done with it at the start. */
const numbers = new Map<string, number>();
const MOST_NUMBERS = 64;
let lastNumber = 0;

function numberOf(text: string): number {
  let number = numbers.get(text);
  if (number === undefined) {
    // A text that was forgotten gets another number, and what depends on it is done again.
    if (numbers.size >= MOST_NUMBERS) numbers.clear();
    lastNumber++;
    number = lastNumber;
    numbers.set(text, number);
  }
  return number;
}

/** Knowledge with one more table, or with one replaced. What cannot be read leaves it as it was. */
export function withTable(knowledge: Knowledge, name: string, text: string): Knowledge {
  if (!(TABLES as readonly string[]).includes(name)) return knowledge;
  const table = name as (typeof TABLES)[number];
  const header = headerOf(text);
  if (header.get('table') !== table) return knowledge;
  const version = [header.get('version'), header.get('date')].filter(part => part !== undefined && part !== '').join(' ');
  const next = {
    revision: `${knowledge.revision} ${name}-${numberOf(text)}`,
    ...(table === 'names' ? { namesText: text } : knowledge.namesText !== undefined && { namesText: knowledge.namesText }),
    versions: { ...knowledge.versions, [table]: version },
  };
  const getters: PropertyDescriptorMap = {};
  // Kept here too: Stories with tables of their own must not take turns in the one place above.
  let own: { readonly table: unknown } | undefined;
  for (const one of TABLES) {
    if (one === table)
      getters[one] = {
        enumerable: true,
        get: () => {
          own ??= { table: tableOf(table, text) };
          return own.table;
        },
      };
    else {
      const existing = Object.getOwnPropertyDescriptor(knowledge, one);
      if (existing) getters[one] = existing;
    }
  }
  return Object.defineProperties(next, getters) as Knowledge;
}
