// Owns: what a writer waits for: first findings and keystrokes through the bundled server over stdio, the command line as a process.
// Must not know: how findings come about. Run: npm run bench
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { Client, ROOT } from '../lsp/client.ts';
import { row, timed } from './measure.ts';
import { draft, notes, places } from './story.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

const empty = await timed(9, () => spawnSync(process.execPath, ['-e', '0']));
const node = { name: 'node -e 0', ms: empty.median, times: 3 };
row('node -e 0', empty);
const folder = mkdtempSync(path.join(tmpdir(), 'backdraft-bench-'));
writeFileSync(path.join(folder, 'draft.md'), draft(1000).slice(0, 1000));
const cli = path.join(ROOT, 'dist/cli.js');
row(
  'backdraft check, 1 KB, the whole process',
  await timed(9, () => spawnSync(process.execPath, [cli, 'check', 'draft.md'], { cwd: folder })),
  node,
);
rmSync(folder, { recursive: true });

for (const [name, length, strokes, firstBar, strokeBar] of [
  ['60 KB', 60_000, 60, 400, 10],
  ['1 MB', 1_000_000, 20, 1200, 40],
] as const) {
  let text = draft(length);
  const whole = await timed(3, () => remark.parse(text));
  const beside = { name: 'remark', ms: whole.median };
  row(`${name}: remark-parse and remark-gfm, the whole`, whole);
  const files = { ...notes(), 'draft.md': text };
  const clients: Client[] = [];
  const first = await timed(1, async () => {
    const client = await Client.start({ files });
    clients.push(client);
    await client.open('draft.md', text);
    await client.diagnostics('draft.md');
  });
  row(`${name}: first findings of a new process`, first, { ...beside, bar: firstBar });
  const client = clients[0];
  if (!client) continue;
  row(`${name}: all findings, after these`, await timed(1, () => client.allDiagnostics('draft.md')), beside);
  const typed = places(text, strokes);
  const keystroke = await timed(strokes, async run => {
    const at = typed[run] ?? 0;
    const position = positionAt(text, at);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    await client.change('draft.md', [{ range: { start: position, end: position }, text: 'x' }]);
    await client.diagnostics('draft.md');
  });
  row(`${name}: keystroke to findings`, keystroke, { ...beside, bar: strokeBar });
  await client.close();
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - start };
}
