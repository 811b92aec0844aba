// Owns: the text form of a knowledge table: header lines "# key: value", then rows with tabs.
// Must not know: any table's columns.

/** Header of a table by key. Reads no further than the last header line. */
export function headerOf(text: string): ReadonlyMap<string, string> {
  const header = new Map<string, string>();
  for (let at = 0; text.startsWith('# ', at); ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at + 2, end < 0 ? text.length : end);
    const colon = line.indexOf(': ');
    if (colon > 0) header.set(line.slice(0, colon), line.slice(colon + 2).trim());
    if (end < 0) break;
    at = end + 1;
  }
  return header;
}

/** Rows of a table, each with its cells; missing cells at the end are left out. */
export function* rowsOf(text: string): Generator<readonly string[]> {
  for (const line of text.split('\n')) {
    if (line !== '' && !line.startsWith('# ')) yield line.split('\t');
  }
}

/** A table's text out of header and rows: the form that `headerOf` and `rowsOf` read. */
export function tableText(header: Readonly<Record<string, string>>, rows: readonly (readonly string[])[]): string {
  const clean = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ').trim();
  const head = Object.entries(header).map(([key, value]) => `# ${key}: ${clean(value)}`);
  return `${[...head, ...rows.map(row => row.map(clean).join('\t').replace(/\t+$/, ''))].join('\n')}\n`;
}

/** What stands in a cell that lists things. */
export function listOf(cell: string | undefined): readonly string[] {
  return cell ? cell.split('|').filter(item => item !== '') : [];
}

/** Letters and digits alone, in lower case: how names are compared. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
