// Owns: `npm start`: the check, and the served VS Code with its clean end.
// Must not know: what the check says.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../tools/lib/run.mjs';

/** Starts the tool; answers what it has said so far and how it ended. */
function start(...args) {
  const child = spawn(process.execPath, [path.join(ROOT, 'tools/start.mjs'), ...args], { cwd: ROOT });
  const run = { child, said: '', ended: new Promise(resolve => child.once('exit', code => resolve(code))) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      run.said += chunk;
    });
  }
  return run;
}

describe('npm start', function () {
  this.timeout(240_000);

  it('-- --no-editor prints the check of the sample story and ends', async () => {
    const run = start('--no-editor');
    assert.equal(await run.ended, 0, run.said);
    assert.match(run.said, /samples/);
    assert.doesNotMatch(run.said, /http:/);
  });

  it('-- --serve prints an address that answers, and Ctrl+C ends it all', async () => {
    const run = start('--serve');
    while (!/http:\S+/.test(run.said)) {
      assert.equal(run.child.exitCode, null, run.said);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    const [address] = /http:\/\/127\.0\.0\.1:\S+/.exec(run.said) ?? [];
    assert.ok(address, run.said);
    assert.equal((await fetch(address)).status, 200);
    run.child.kill('SIGINT');
    assert.equal(await run.ended, 0, run.said);
    await assert.rejects(fetch(address));
  });

  it('says so when it does not know a flag', async () => {
    const run = start('--no-such-flag');
    assert.equal(await run.ended, 2);
    assert.match(run.said, /--no-such-flag/);
  });
});
