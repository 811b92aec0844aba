// Owns: mocha's usual report, and its counts and failures as JSON in the file that BACKDRAFT_COUNTS names.
// Must not know: which suite runs.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()}: ${String(error?.message ?? error).slice(0, 600)}`));
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const counts = JSON.stringify({ passes, failures, pending, failed });
      if (process.env.BACKDRAFT_COUNTS) appendFileSync(process.env.BACKDRAFT_COUNTS, `${counts}\n`);
    });
  }
};
