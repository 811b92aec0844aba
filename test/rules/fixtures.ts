// Owns: the format of fixtures for rules: stories in Markdown with marker lines under the text.
// Must not know: how findings come about.

export interface Marker {
  readonly path: string;
  readonly rule: string;
  /** Part of the message, where the marker names one. */
  readonly message?: string;
  /** UTF-16 offsets in the file without its marker lines. */
  readonly start: number;
  readonly end: number;
}

export interface Case {
  readonly name: string;
  readonly line: number;
  /** Files of the Story by path, marker lines taken out. */
  readonly files: Readonly<Record<string, string>>;
  readonly markers: readonly Marker[];
  /** Files as they should be once fixed: `fixed` by the first fix of each finding, `fixed 2` by the second. */
  readonly fixed: readonly { readonly path: string; readonly fix: number; readonly text: string }[];
}

const FENCE = /^~~~~ (\S+)( fixed(?: (\d))?)?\s*$/;
const MARKER = /^ *(\^+) +([a-z]+\/[a-z-]+)(?: \| (.*))?$/;

/** Reads a fixture file. A marker that stands under no text is an error of the fixture. */
export function readFixture(markdown: string): readonly Case[] {
  const cases: { name: string; line: number; files: Record<string, string>; markers: Marker[]; fixed: Case['fixed'][number][] }[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('## ')) {
      cases.push({ name: line.slice(3), line: i + 1, files: {}, markers: [], fixed: [] });
      continue;
    }
    const fence = FENCE.exec(line);
    if (!fence) continue;
    const body: string[] = [];
    for (i++; i < lines.length && lines[i] !== '~~~~'; i++) body.push(lines[i] ?? '');
    const current = cases.at(-1);
    const path = fence[1] as string;
    if (!current) throw new Error(`line ${i}: a fence before the first "## case"`);
    if (fence[2]) current.fixed.push({ path, fix: Number(fence[3] ?? 1), text: `${body.join('\n')}\n` });
    else current.files[path] = stripMarkers(path, body, current.markers);
  }
  return cases;
}

function stripMarkers(path: string, body: readonly string[], markers: Marker[]): string {
  let text = '';
  let lineStart = 0;
  for (const line of body) {
    const marker = MARKER.exec(line);
    if (!marker) {
      lineStart = text.length;
      text += `${line}\n`;
      continue;
    }
    const column = line.indexOf('^');
    markers.push({
      path,
      rule: marker[2] as string,
      start: lineStart + column,
      end: lineStart + column + (marker[1] as string).length,
      ...(marker[3] ? { message: marker[3] } : {}),
    });
  }
  return text;
}

/** The text with marker lines for what was found, to compare and to show. */
export function withMarkers(text: string, markers: readonly Omit<Marker, 'path'>[]): string {
  let lineStart = 0;
  let out = '';
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    out += line;
    const lineEnd = lineStart + line.length;
    const here = markers
      .filter(marker => marker.start >= lineStart && (marker.start < lineEnd + 1 || i === lines.length - 1))
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
    for (const marker of here) {
      const carets = '^'.repeat(Math.max(1, Math.min(marker.end, lineEnd) - marker.start));
      out += `\n${' '.repeat(marker.start - lineStart)}${carets} ${marker.rule}${marker.message ? ` | ${marker.message}` : ''}`;
    }
    if (i < lines.length - 1) out += '\n';
    lineStart = lineEnd + 1;
  }
  return out;
}
