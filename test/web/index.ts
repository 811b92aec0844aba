// Owns: running the suites of the browser: its own, and those that are the same in Node's extension host.
// Must not know: what they test.
import { mocha } from './setup.ts';
import './browser.test.ts';
import '../vscode/suite/diagnostics.test.ts';
import '../vscode/suite/editing.test.ts';
import '../vscode/suite/exports.test.ts';

/** Called by VS Code. Rejects when a test fails. The counts go out on the console: there is no disk here. */
export async function run(): Promise<void> {
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(count => {
      console.log(
        `@counts ${JSON.stringify({ passes: runner.stats.passes, failures: runner.stats.failures, pending: runner.stats.pending })}`,
      );
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`${failures} test${failures === 1 ? '' : 's'} failed`);
}
