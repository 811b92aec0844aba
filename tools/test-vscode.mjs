// Owns: bundling the suites of test/vscode and running them inside a real VS Code.
// Must not know: what the suites test.
//   node tools/test-vscode.mjs [suite|multiroot|folders|untrusted|packaged]
// BACKDRAFT_GREP names the tests to run by words of their titles.
// BACKDRAFT_VSCODE names the VS Code to use; else one is downloaded, else the served one stands in.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { ROOT, runNode } from './lib/run.mjs';
import { sampleStory } from './lib/samples.mjs';
import { say, warn } from './lib/say.mjs';
import { downloadedVSCode, noDesktop } from './lib/vscode.mjs';
import { packageExtension } from './package-extension.mjs';
import { unsupported } from './vscode-host/paths.mjs';
import { runExtensionTests } from './vscode-host/run-tests.mjs';

const TESTS = path.join(ROOT, 'test/vscode');
const OUT = path.join(ROOT, 'out/vscode');
/**
 * A folder of tests each: `suite` runs with the extension from this folder and ones that offer a language model and notebooks, `multiroot`
 * with two folders of one disk, `folders` with a virtual one beside them; `untrusted` in a folder that is not trusted; `packaged` installs
 * the VSIX.
 */
const RUNS = {
  suite: { development: [ROOT, path.join(TESTS, 'model-extension'), path.join(TESTS, 'notebook-extension')] },
  multiroot: { development: ROOT, open: 'two.code-workspace' },
  folders: { development: ROOT, virtual: true },
  untrusted: { development: ROOT, trusted: false },
  packaged: { development: path.join(TESTS, 'empty-extension'), needsPackage: true },
};

const wanted = process.argv.slice(2);
if (!existsSync(path.join(ROOT, 'dist/extension.node.js')) && (await runNode(['tools/build.mjs'])) !== 0) process.exit(1);
await bundle();
const vscodeExecutablePath = await chooseVSCode();
const scratch = mkdtempSync(path.join(tmpdir(), 'backdraft-vscode-tests-'));
try {
  for (const [name, options] of Object.entries(RUNS)) {
    if (wanted.length === 0 || wanted.includes(name)) await runSuite(name, options);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function runSuite(name, { development, needsPackage, virtual, open = '.', trusted = true }) {
  say(`Suite ${name}`);
  const workspace = path.join(scratch, name);
  cpSync(path.join(TESTS, 'workspace'), workspace, { recursive: true });
  cpSync(sampleStory().folder, path.join(workspace, 'sample'), { recursive: true });
  const vsix = needsPackage ? await packageExtension() : undefined;
  const file = path.join(scratch, `${name}.code-workspace`);
  cpSync(path.join(TESTS, 'other-folder'), path.join(scratch, 'other-folder'), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({
      folders: [
        { path: name },
        { path: 'other-folder' },
        { uri: 'memfs:/story', name: 'virtual' },
        { uri: 'memread:/story', name: 'read-only' },
      ],
    }),
  );
  const env = {
    BACKDRAFT_COUNTS: process.env.BACKDRAFT_COUNTS,
    BACKDRAFT_GREP: process.env.BACKDRAFT_GREP,
    BACKDRAFT_VSIX: vsix,
    BACKDRAFT_TESTS: path.join(OUT, name),
    BACKDRAFT_REPORTER: path.join(ROOT, 'tools/lib/mocha-reporter.cjs'),
  };
  const extensionTestsPath = path.join(OUT, name, 'index.js');
  try {
    if (!trusted) return await runUntrusted({ folder: workspace, extensionDevelopmentPath: development, extensionTestsPath, env });
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: development,
      extensionTestsPath,
      launchArgs: [
        virtual ? file : path.join(workspace, open),
        '--disable-workspace-trust',
        '--disable-updates',
        '--skip-welcome',
        '--skip-release-notes',
      ],
      extensionTestsEnv: env,
    });
  } catch (error) {
    warn(String(error?.message ?? error));
    process.exitCode = 1;
  }
}

/** @vscode/test-electron trusts every folder, so this is for the served VS Code alone. */
async function runUntrusted(options) {
  const not = unsupported();
  if (not) return warn(`A folder that is not trusted was not tested: ${not}.`);
  const code = await runExtensionTests({ ...options, trusted: false });
  if (code !== 0) throw new Error(`Test run failed with code ${code}`);
}

/** Test files become CommonJS beside an index that runs them with mocha; `vscode` and `mocha` come from where they run. */
async function bundle() {
  rmSync(OUT, { recursive: true, force: true });
  for (const name of Object.keys(RUNS)) {
    const folder = path.join(TESTS, name);
    const files = readdirSync(folder).filter(file => file.endsWith('.test.ts'));
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: [...files.map(file => path.join(folder, file)), { in: path.join(TESTS, 'index.ts'), out: 'index' }].map(entry =>
        typeof entry === 'string' ? { in: entry, out: path.basename(entry, '.ts') } : entry,
      ),
      outdir: path.join(OUT, name),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      external: ['vscode', 'mocha'],
      logLevel: 'warning',
    });
  }
  // To tell what loading the extension costs beyond it.
  await esbuild.build({
    absWorkingDir: ROOT,
    stdin: { contents: "export { LanguageClient, TransportKind } from 'vscode-languageclient/node';", resolveDir: ROOT },
    outfile: path.join(OUT, 'client-library.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    logLevel: 'warning',
  });
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path.join(OUT, 'package.json'), '{ "type": "commonjs" }\n');
}

/** Path of the VS Code to test in. */
async function chooseVSCode() {
  if (process.env.BACKDRAFT_VSCODE) return process.env.BACKDRAFT_VSCODE;
  const why = noDesktop();
  if (why) say(`A desktop VS Code cannot run, since ${why}.`);
  const desktop = why ? undefined : await downloadedVSCode();
  if (desktop) return desktop;
  const not = unsupported();
  if (not) {
    console.error(`The suites inside VS Code cannot run on this machine: ${not}. Set BACKDRAFT_VSCODE to a VS Code that is installed.`);
    process.exit(1);
  }
  say('The suites run in the served VS Code instead.');
  return path.join(ROOT, 'tools/vscode-host/code');
}
