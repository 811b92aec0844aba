// Owns: writing down, when a process ends, the code that V8 made of one script. Loaded before the script (node -r).
// Must not know: which script, why.
const { writeFileSync } = require('node:fs');
const vm = require('node:vm');

const { BACKDRAFT_KEPT_CODE: file, BACKDRAFT_BUNDLE: bundle } = process.env;

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    if (options?.filename?.endsWith(bundle)) process.on('exit', () => writeFileSync(file, this.createCachedData()));
  }
};
