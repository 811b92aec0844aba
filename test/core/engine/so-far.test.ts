// What a check knows between two steps is true of the whole: findings told early stay, and grow in number.
// Must not know: when hosts ask.
import assert from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { draft, notes } from '../../bench/story.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const STORIES = path.resolve('test/quality/learning-stories');
const TEXTS: Record<string, string> = {
  'a draft that is made': draft(8000),
  'findings hidden further up': `<!-- backdraft-disable handling -->\n\nTLP:WHITE one.\n\n<!-- backdraft-enable handling -->\n\nTLP:WHITE two.\n\n${draft(1000).replace(/^---[\s\S]*?---\n/, '')}`,
  'findings hidden by the front matter': `---\nbackdraft-disable: [handling]\n---\n\nTLP:WHITE one.\n\nThe unhackable vault.\n\nSee evil.com.\n`,
};
for (const name of readdirSync(STORIES)) {
  const file = path.join(STORIES, name, 'draft.md');
  if (Object.keys(TEXTS).length < 9 && existsSync(file)) TEXTS[name] = readFileSync(file, 'utf8');
}

describe('What a check knows so far', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`is part of what it finds in the end: ${name}`, async () => {
      const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...notes(), 'draft.md': text })) });
      await workspace.load();
      workspace.open(uriOf('draft.md'), text, 'markdown');
      const known: string[][] = [];
      const steps = workspace.checking(uriOf('draft.md'));
      let step = steps.next();
      for (; !step.done; step = steps.next()) known.push((step.value()?.findings ?? []).map(keyOf));
      const all = new Set(step.value?.findings.map(keyOf));
      for (const [at, found] of known.entries()) {
        assert.deepEqual(
          found.filter(one => !all.has(one)),
          [],
          `step ${at}`,
        );
        const before = known[at - 1] ?? [];
        assert.deepEqual(
          before.filter(one => !found.includes(one)),
          [],
          `told at step ${at - 1}, gone at ${at}`,
        );
      }
      assert.ok(known.length > 2);
      assert.ok(all.size > 0);
    });
  }

  it('is something long before the end', async () => {
    const text = draft(8000);
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...notes(), 'draft.md': text })) });
    await workspace.load();
    workspace.open(uriOf('draft.md'), text, 'markdown');
    const known: number[] = [];
    for (const step of workspace.checking(uriOf('draft.md'))) known.push(step()?.findings.length ?? 0);
    assert.ok(known.findIndex(count => count > 0) < known.length / 10, known.join());
  });
});

function keyOf({
  rule,
  span,
  rendered,
  severity,
}: {
  rule: string;
  span: { start: number; end: number };
  rendered: string;
  severity: string;
}): string {
  return `${span.start}-${span.end} ${severity} ${rule}: ${rendered}`;
}
