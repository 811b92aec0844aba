// Owns: rows as CSV (RFC 4180) that a spreadsheet takes for text.
// Must not know: what the rows are about.

/** Rows, each ended by CRLF. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a cell that begins like a formula for one, so such a cell begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
