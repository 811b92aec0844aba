// Owns: the ATT&CK table: entries by id and by name, chains of revocations, tactics.
// Must not know: prose, documents, where the table comes from.
import { foldName, headerOf, listOf, rowsOf } from './table.ts';

export interface AttackEntry {
  readonly id: string;
  /** `technique`, `tactic`, `group`, `malware`, `tool`, `campaign`, `mitigation`, `data-source`, `data-component`, `detection-strategy`, `analytic`, `asset`. */
  readonly kind: string;
  readonly name: string;
  readonly status: 'live' | 'deprecated' | 'revoked';
  /** `e` enterprise, `i` ICS, `m` mobile. */
  readonly domains: string;
  readonly revokedBy?: string;
  /** Short names of the tactics of a technique; a tactic's own short name. */
  readonly tactics: readonly string[];
  readonly aliases: readonly string[];
}

export interface AttackTable {
  /** "ATT&CK v18.0, 2025-11". */
  readonly label: string;
  readonly entries: ReadonlyMap<string, AttackEntry>;
  /** The end of the chain of revocations; undefined where it ends at no living entry, or goes round. */
  replacementOf(id: string): AttackEntry | undefined;
  /** Living entries with this name or alias. */
  byName(name: string): readonly AttackEntry[];
  /** Tactics with this name, in all domains. */
  tacticsNamed(name: string): readonly AttackEntry[];
  /** Whether the table covers ids with this prefix: `T`, `TA`, `G` … */
  covers(prefix: string): boolean;
  /** The highest number that the table has for a prefix. */
  highest(prefix: string): number;
}

const PREFIXES: Readonly<Record<string, string>> = {
  technique: 'T',
  tactic: 'TA',
  group: 'G',
  malware: 'S',
  tool: 'S',
  campaign: 'C',
  mitigation: 'M',
  'data-source': 'DS',
  'data-component': 'DC',
  'detection-strategy': 'DET',
  analytic: 'AN',
  asset: 'A',
};

/** The table out of its text. Rows that make no sense are left out. */
export function decodeAttack(text: string): AttackTable {
  const header = headerOf(text);
  const entries = new Map<string, AttackEntry>();
  for (const [id = '', kind = '', name = '', status = '', domains = '', revokedBy = '', tactics, aliases] of rowsOf(text)) {
    if (id === '' || kind === '') continue;
    entries.set(id, {
      id,
      kind,
      name: name || (kind === 'analytic' ? `Analytic ${id.slice(2)}` : id),
      status: status === 'd' ? 'deprecated' : status === 'r' ? 'revoked' : 'live',
      domains,
      ...(revokedBy ? { revokedBy } : {}),
      tactics: listOf(tactics),
      aliases: listOf(aliases),
    });
  }
  const covered = new Set((header.get('covers') ?? '').split(' ').map(kind => PREFIXES[kind] ?? ''));
  let names: Map<string, AttackEntry[]> | undefined;
  const highest = new Map<string, number>();
  for (const { id, status } of entries.values()) {
    const match = /^([A-Z]+)(\d+)/.exec(id);
    if (!match || status === 'revoked') continue;
    const [, prefix = '', number = ''] = match;
    // S9000 and G9000 are set apart by hand; the run of numbers ends before them.
    if (Number(number) < 9000) highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number(number)));
  }
  const byName = (name: string): readonly AttackEntry[] => {
    if (!names) {
      names = new Map();
      for (const entry of entries.values()) {
        if (entry.status === 'revoked') continue;
        for (const one of new Set([entry.name, ...entry.aliases].map(foldName))) {
          const list = names.get(one);
          if (list) list.push(entry);
          else names.set(one, [entry]);
        }
      }
    }
    return names.get(foldName(name)) ?? [];
  };
  return {
    label: ['ATT&CK', header.get('version')].filter(Boolean).join(' ') + (header.get('date') ? `, ${header.get('date')}` : ''),
    entries,
    replacementOf(id) {
      const seen = new Set<string>();
      for (let entry = entries.get(id); entry && !seen.has(entry.id); entry = entry.revokedBy ? entries.get(entry.revokedBy) : undefined) {
        seen.add(entry.id);
        if (entry.id !== id && entry.status === 'live') return entry;
        if (entry.status === 'deprecated') return undefined;
      }
      return undefined;
    },
    byName,
    tacticsNamed: name => byName(name).filter(entry => entry.kind === 'tactic'),
    covers: prefix => covered.has(prefix),
    highest: prefix => highest.get(prefix) ?? 0,
  };
}
