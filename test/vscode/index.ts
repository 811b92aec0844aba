// Owns: running the test files beside its bundle with mocha, inside VS Code.
// Must not know: what they test.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Called by VS Code. Rejects when a test fails. */
export async function run(): Promise<void> {
  const folder = process.env.BACKDRAFT_TESTS ?? __dirname;
  const mocha = new Mocha({
    timeout: 30_000,
    ...(process.env.BACKDRAFT_GREP ? { grep: process.env.BACKDRAFT_GREP } : {}),
    color: process.env.BACKDRAFT_COLOUR === '1',
    reporter: process.env.BACKDRAFT_REPORTER ?? 'spec',
  });
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.test.js')) mocha.addFile(path.join(folder, name));
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} test${failures === 1 ? '' : 's'} failed`);
}
