// Owns: an appendix of indicators as CSV (RFC 4180).
// Must not know: how indicators are chosen.
import { csvOf } from '../../core/text/csv.ts';

export interface IndicatorRow {
  readonly kind: string;
  readonly value: string;
  readonly defanged: string;
  /** Path and one-based line: "drafts/a.md:12". */
  readonly firstSeen: string;
  readonly tlp: string;
  readonly sources: readonly string[];
}

const COLUMNS = ['kind', 'value', 'defanged', 'first_seen', 'tlp', 'sources'];

/** One row for each indicator under a header; keys of sources are joined by ";". */
export function indicatorsCsv(rows: readonly IndicatorRow[]): string {
  const lines = rows.map(row => [row.kind, row.value, row.defanged, row.firstSeen, row.tlp, row.sources.join(';')]);
  return csvOf([COLUMNS, ...lines]);
}
