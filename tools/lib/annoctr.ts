// Reads the AnnoCTR corpus (Lange et al., LREC-COLING 2024): report texts with the spans of groups, malware and tools.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Report {
  readonly name: string;
  readonly text: string;
  /** UTF-16 spans of groups, malware and tools in `text`. */
  readonly gold: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

interface Row {
  readonly token: string;
  readonly tag: string;
}

/** The reports of a split; empty where the data folder lacks them. Rows that do not occur in the text are skipped. */
export function readReports(dataDir: string, split: 'train' | 'dev'): readonly Report[] {
  const base = path.join(dataDir, 'security/annoctr');
  const bio = path.join(base, `ner_bio/${split}.bio`);
  if (!existsSync(bio)) return [];
  const folder = path.join(base, 'text', split);
  const texts = readdirSync(folder)
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/g, '\n') }));
  const reports: Report[] = [];
  const left = new Set(texts);
  for (const rows of documentsOf(readFileSync(bio, 'utf8'))) {
    const best = [...left].find(({ text }) => aligned(rows.slice(0, 60), text));
    if (!best) continue;
    left.delete(best);
    reports.push({ ...best, gold: spansOf(rows, best.text) });
  }
  return reports;
}

function documentsOf(bio: string): Row[][] {
  const documents: Row[][] = [];
  for (const line of bio.split('\n')) {
    const cells = line.split('\t');
    if (cells[0] === '<DOCSTART>') {
      documents.push([]);
      continue;
    }
    const token = cells[0] ?? '';
    if (cells.length < 3 || token.trim() === '') continue;
    const tag = cells.slice(1).find(cell => /-(?:GROUP|MALWARE|TOOL)$/.test(cell)) ?? 'O';
    documents.at(-1)?.push({ token, tag });
  }
  return documents;
}

function aligned(rows: readonly Row[], text: string): boolean {
  let at = 0;
  for (const { token } of rows) {
    const next = text.indexOf(token, at);
    if (next < 0 || next - at > 40) return false;
    at = next + token.length;
  }
  return rows.length > 0;
}

function spansOf(rows: readonly Row[], text: string): Report['gold'] {
  const spans: { start: number; end: number; type: string }[] = [];
  let at = 0;
  for (const { token, tag } of rows) {
    const start = text.indexOf(token, at);
    if (start < 0 || start - at > 2000) continue;
    at = start + token.length;
    const type = tag.slice(2);
    const last = spans.at(-1);
    if (tag.startsWith('I-') && last) last.end = at;
    else if (tag !== 'O') spans.push({ start, end: at, type });
  }
  return spans;
}
