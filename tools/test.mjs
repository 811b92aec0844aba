// Owns: `npm test`: every suite one after another, on a fresh clone too, and one summary.
// Must not know: anything that is not installed yet; packages are loaded after they were installed.
//   npm test                    all suites
//   npm test -- rules lsp       only these
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePackages } from './lib/install.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { heading, say, seconds, warn } from './lib/say.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'backdraft-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Suites in the order in which they run: quick ones first. `folders` hold mocha files; `run` answers counts by itself. */
const SUITES = [
  { name: 'core', title: 'Core: text, syntax, extraction, evidence, engine', folders: ['test/core'] },
  { name: 'rules', title: 'Rules: fixtures, examples of the docs', folders: ['test/rules'] },
  { name: 'quality', title: 'Quality: figures that must not fall', folders: ['test/quality'] },
  { name: 'tools', title: 'Tools and generated files', folders: ['test/tools'] },
  { name: 'grammar', title: 'Grammar: TextMate scopes', folders: ['test/grammar'] },
  { name: 'cli', title: 'Command line: the bundled dist/cli.js', folders: ['test/cli'] },
  { name: 'lsp', title: 'Language server: the bundled server over stdio', folders: ['test/lsp'] },
  { name: 'editors', title: 'Other editors: the installed package, a real Neovim', folders: ['test/editors'] },
  { name: 'vscode', title: 'VS Code: the extension in a real one', run: () => runTool('vscode') },
  { name: 'web', title: 'Web: the extension in a real browser, its server in a web worker', run: () => runTool('web') },
  { name: 'e2e', title: 'By hand: typing, hovering and fixing in the served VS Code; npm start', folders: ['test/e2e'] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.find(name => !SUITES.some(suite => suite.name === name));
if (unknown) {
  console.error(`There is no suite ${unknown}; there are ${SUITES.map(suite => suite.name).join(', ')}.`);
  process.exit(2);
}

await ensurePackages();
heading('Building');
if ((await runNode(['tools/build.mjs'])) !== 0) process.exit(1);

const results = [];
for (const suite of SUITES) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  heading(suite.title);
  const since = Date.now();
  const counts = await (suite.run ? suite.run() : runMocha(suite.folders));
  results.push({ ...suite, ...counts, time: seconds(since) });
}
report();

/** Runs the *.test.ts and *.test.mjs below some folders in one mocha. A run that ends without counts is a failure. */
async function runMocha(folders) {
  const files = folders.flatMap(folder => testFiles(path.join(ROOT, folder)));
  if (files.length === 0) {
    warn(`There are no tests in ${folders.join(', ')}.`);
    return { passes: 0, failures: 0, pending: 0, empty: true };
  }
  const counts = path.join(scratch, `${path.basename(folders[0])}.json`);
  const mocha = path.join(ROOT, 'node_modules/mocha/bin/mocha.js');
  const reporter = path.join(ROOT, 'tools/lib/mocha-reporter.cjs');
  const code = await runNode([mocha, '--reporter', reporter, ...files], {
    env: { ...process.env, BACKDRAFT_COUNTS: counts },
  });
  return readCounts(counts, code);
}

/** Runs the suites that a tool of their own starts: inside a VS Code, in a browser. */
async function runTool(name) {
  const counts = path.join(scratch, `${name}.json`);
  const code = await runNode([`tools/test-${name}.mjs`], { env: { ...process.env, BACKDRAFT_COUNTS: counts } });
  return readCounts(counts, code);
}

/** Sums the lines that runs left. A run that failed without a failing test (a crash) counts as one failure. */
function readCounts(file, code) {
  const sum = { passes: 0, failures: 0, pending: 0 };
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const runs = lines.map(line => JSON.parse(line));
  for (const counts of runs) for (const key of Object.keys(sum)) sum[key] += counts[key];
  const failed = runs.flatMap(counts => counts.failed ?? []);
  if (code !== 0 && sum.failures === 0) return { ...sum, failed, failures: 1, crashed: code };
  if (code === 0 && lines.length === 0) return { ...sum, failed, failures: 1, crashed: 'no result' };
  return { ...sum, failed };
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(name => /\.test\.(ts|mjs)$/.test(name))
    .map(name => path.join(folder, name))
    .sort();
}

/** A line per suite, the tests that failed by name, then the one line that sums up. */
function report() {
  heading('Summary');
  for (const { name, passes, failures, failed = [], pending, crashed, empty, time } of results) {
    const notes = [
      ...(pending > 0 ? [`${pending} NOT RUN, see above`] : []),
      ...(crashed !== undefined ? [`ended without a result (${crashed})`] : []),
      ...(empty ? ['no tests yet'] : []),
    ];
    console.log(
      `${failures > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${passes} passed, ${failures} failed, ${time}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`,
    );
    for (const test of failed) console.log(`    ${test.replaceAll('\n', '\n      ')}`);
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  say(`All in ${seconds()}.`);
  console.log(`${sum('passes')} passed, ${sum('failures')} failed`);
  process.exitCode = sum('failures') > 0 ? 1 : 0;
}
