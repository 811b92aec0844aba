// Owns: the table of vulnerabilities known to be exploited.
// Must not know: prose, documents, where the table comes from.
import { headerOf, rowsOf } from './table.ts';

export interface KevEntry {
  /** ISO date on which it entered the catalogue. */
  readonly added: string;
  readonly ransomware: boolean;
  readonly vendor: string;
  readonly product: string;
}

export interface KevTable {
  /** "CISA's catalogue of 2025-08-25". */
  readonly label: string;
  /** By CVE id, upper case. */
  readonly entries: ReadonlyMap<string, KevEntry>;
}

/** The table out of its text. */
export function decodeKev(text: string): KevTable {
  const entries = new Map<string, KevEntry>();
  for (const [cve = '', added = '', flag, vendor = '', product = ''] of rowsOf(text)) {
    if (cve !== '') entries.set(cve, { added, ransomware: flag === 'r', vendor, product });
  }
  return { label: `CISA's catalogue of ${headerOf(text).get('date') ?? 'an unknown date'}`, entries };
}
