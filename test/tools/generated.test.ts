// What is generated from the rules must be fresh, and the scaffold of a new rule must be a rule that works.
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function tsx(...words: string[]): { readonly status: number | null; readonly text: string } {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), ...words], { cwd: ROOT, encoding: 'utf8' });
  return { status: run.status, text: run.stdout + run.stderr };
}

describe('generated files', function () {
  this.timeout(120_000);

  it('registry, rule pages and schema are fresh', () => {
    const { status, text } = tsx('tools/generate.ts', '--check');
    assert.equal(status, 0, text);
  });

  it('a new rule needs a proper id, and one that is not taken', () => {
    assert.equal(tsx('tools/new-rule.ts', 'NoGroup').status, 2);
    assert.equal(tsx('tools/new-rule.ts', 'terms/hype').status, 2);
  });
});
