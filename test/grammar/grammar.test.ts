// Owns: the scopes that the TextMate grammars give, checked by vscode-tmgrammar-test against VS Code's Markdown grammar.
// Must not know: themes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const tester = require.resolve('vscode-tmgrammar-test/dist/unit.js');
/** VS Code's own Markdown grammar and what it rests on. */
const grammars = ['markdown', 'html-derivative', 'html', 'yaml'].flatMap(name => [
  '--grammar',
  path.join(root, `node_modules/tm-grammars/grammars/${name}.json`),
]);
const run = promisify(execFile);

const cases = readdirSync(here).filter(name => name.endsWith('.md'));

describe('TextMate injections', () => {
  for (const name of cases) {
    it(name, async () => {
      const result = await run(process.execPath, [tester, '--compact', '--config', 'package.json', ...grammars, path.join(here, name)], {
        cwd: root,
      }).catch((error: { stdout: string; stderr: string }) => error);
      const said = `${result.stdout}${result.stderr}`.replace(/^grammar not found for .*\n/gm, '');
      assert.ok(!('code' in result), said);
    });
  }
});
