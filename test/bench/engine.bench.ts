// Owns: what checks cost in one process: the first one, and one after a letter was typed, beside a parse of the whole by remark.
// Must not know: how the engine works. Run: npm run bench
import assert from 'node:assert/strict';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { row, timed } from './measure.ts';
import { draft, notes, places } from './story.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();
const uri = uriOf('draft.md');

for (const [name, length, strokes] of [
  ['60 KB', 60_000, 60],
  ['1 MB', 1_000_000, 20],
] as const) {
  let text = draft(length);
  const whole = await timed(3, () => remark.parse(text));
  const beside = { name: 'remark', ms: whole.median };
  row(`${name}: remark-parse and remark-gfm, the whole`, whole);
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...notes(), 'draft.md': text })) });
  row(`${name}: tables and notes`, await timed(1, () => workspace.load()));
  workspace.open(uri, text, 'markdown');
  row(`${name}: first check`, await timed(1, () => workspace.check(uri)), beside);
  const found = workspace.check(uri)?.findings.length ?? 0;
  assert.ok(found > 0);
  console.log(`${name}: ${found} findings, ${((found * 1000) / text.length).toFixed(1)} per KB`);
  const typed = places(text, strokes);
  const cpu = process.cpuUsage();
  const keystroke = await timed(strokes, run => {
    const at = typed[run] ?? 0;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    workspace.change(uri, text);
    workspace.check(uri);
  });
  row(`${name}: keystroke`, keystroke, beside);
  const used = process.cpuUsage(cpu);
  console.log(`${name}: processor time of a keystroke ${((used.user + used.system) / 1000 / strokes).toFixed(1)} ms on average`);
}
