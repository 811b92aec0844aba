// Owns: `npm run bench`: every benchmark, one after the other, over fresh bundles.
// Must not know: what they measure.
//   npm run bench             all
//   npm run bench -- engine   only these
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runNode } from './lib/run.mjs';
import { heading } from './lib/say.mjs';

const wanted = process.argv.slice(2);
const all = readdirSync(path.join(ROOT, 'test/bench')).filter(file => /\.bench\.m?[jt]s$/.test(file));
if ((await runNode(['tools/build.mjs'])) !== 0) process.exit(1);
for (const file of all) {
  const name = file.slice(0, file.indexOf('.bench.'));
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  heading(name);
  const code = await runNode(['--expose-gc', '--import', 'tsx', `test/bench/${file}`]);
  if (code !== 0) process.exitCode = code;
}
