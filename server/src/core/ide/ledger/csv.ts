// Owns: a ledger as CSV: one row for each claim.
// Must not know: how it is gathered.
import type { Ledger } from '../../annotations/ledger.ts';
import { csvOf } from '../../text/csv.ts';

const COLUMNS = [
  'number',
  'line',
  'section',
  'type',
  'standing',
  'support',
  'claim',
  'cited',
  'sources',
  'origins',
  'published',
  'grades',
  'marks',
  'evidence',
  'verdict',
  'verdict_by',
  'verdict_at',
  'verdict_expired',
  'evidence_gone',
  'open_threads',
  'assignee',
  'passages_left_out',
  'sidecar_problems',
];

/** Claims under a header; each row has all faults of the sidecar, since what it says of people's work may not be all. Several values of a cell are joined by "; ", passages by line ends. */
export function ledgerCsv({ claims, sources, problems }: Ledger): string {
  const named = new Map(sources.map(source => [source.key, source]));
  const faults = problems.map(({ kind, line }) => `line ${line + 1}: ${kind}`).join('; ');
  const rows = claims.map(claim => {
    const evidence = claim.evidence.filter(({ relation }) => relation === 'supports' || relation === 'contradicts');
    const keys = [...new Set(evidence.map(({ source }) => source))];
    const last = claim.signOff ?? claim.verdicts.at(-1);
    return [
      String(claim.number),
      String(claim.place.range.start.line + 1),
      claim.section ?? '',
      claim.type,
      claim.standing,
      claim.support,
      claim.text,
      claim.cited.join('; '),
      keys.join('; '),
      String(claim.origins),
      keys.map(key => named.get(key)?.published ?? '').join('; '),
      keys.map(key => evidence.find(({ source }) => source === key)?.grade ?? '').join('; '),
      keys.map(key => named.get(key)?.tlp ?? '').join('; '),
      evidence.map(({ quote }) => quote).join('\n'),
      last?.verdict ?? '',
      last?.by ?? '',
      last?.at ?? '',
      last ? String(last.expired) : '',
      last?.gone?.join('; ') ?? '',
      String(claim.threads.length),
      claim.assignee ?? '',
      String(claim.leftOut),
      faults,
    ];
  });
  return csvOf([COLUMNS, ...rows]);
}
