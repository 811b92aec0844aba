// Owns: mocha's usual report, and its counts as JSON in the file that BACKDRAFT_COUNTS names.
// Must not know: which suite runs.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (process.env.BACKDRAFT_COUNTS) appendFileSync(process.env.BACKDRAFT_COUNTS, `${JSON.stringify({ passes, failures, pending })}\n`);
    });
  }
};
