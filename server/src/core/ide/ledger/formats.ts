// Owns: the forms in which a ledger can be written to a file.
// Must not know: how each of them looks.
import type { Ledger } from '../../annotations/ledger.ts';
import type { Language } from '../../text/phrases.ts';
import { ledgerCsv } from './csv.ts';
import { ledgerHtml } from './html.ts';
import { ledgerMarkdown } from './markdown.ts';

export const LEDGER_FORMATS = ['html', 'md', 'csv', 'json'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

const WRITERS: Readonly<Record<LedgerFormat, (ledger: Ledger, language: Language) => string>> = {
  html: ledgerHtml,
  md: ledgerMarkdown,
  csv: ledgerCsv,
  json: ledger => `${JSON.stringify(ledger, null, 2)}\n`,
};

/** A ledger as a file of a format; pages speak the language, data is the same in each. */
export function writeLedger(ledger: Ledger, format: LedgerFormat, language: Language): string {
  return WRITERS[format](ledger, language);
}
