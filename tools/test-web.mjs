// Owns: bundling the suites of test/web and running them in the extension host of a real workbench in a real browser.
// Must not know: what the suites test.
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { ROOT, runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { unsupported } from './vscode-host/paths.mjs';
import { runExtensionTests } from './vscode-host/run-tests.mjs';

const OUT = path.join(ROOT, 'out/web');
const not = unsupported();
if (not) {
  console.error(`The suites in the browser cannot run on this machine: ${not}.`);
  process.exit(1);
}
if (!existsSync(path.join(ROOT, 'dist/extension.browser.js')) && (await runNode(['tools/build.mjs'])) !== 0) process.exit(1);
for (const name of ['extension.browser.js', 'server.browser.js']) {
  const file = path.join(ROOT, 'dist', name);
  say(`dist/${name}: ${Math.round(statSync(file).size / 1000)} kB, ${Math.round(gzipSync(readFileSync(file)).length / 1000)} kB packed`);
}
await bundle();
const scratch = mkdtempSync(path.join(tmpdir(), 'backdraft-web-tests-'));
try {
  const workspace = path.join(scratch, 'workspace');
  cpSync(path.join(ROOT, 'test/vscode/workspace'), workspace, { recursive: true });
  const file = path.join(scratch, 'web.code-workspace');
  writeFileSync(
    file,
    JSON.stringify({
      folders: [{ path: 'workspace' }, { uri: 'memfs:/story', name: 'virtual' }, { uri: 'memread:/story', name: 'read-only' }],
    }),
  );
  process.exitCode = await runExtensionTests({
    kind: 'web',
    folder: file,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: path.join(OUT, 'index.js'),
    onLine: line => {
      const [, counts] = /^@counts (.*)$/.exec(line) ?? [];
      if (counts && process.env.BACKDRAFT_COUNTS) appendFileSync(process.env.BACKDRAFT_COUNTS, `${counts}\n`);
      return counts !== undefined;
    },
  });
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** One file for a web worker. Mocha's build for browsers must find no module system, or it takes over the bundle's exports. */
function bundle() {
  const mocha = {
    name: 'mocha',
    setup: build =>
      build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
        loader: 'js',
        contents: `(function (module, exports, define) {${readFileSync(file, 'utf8')}\n}).call(globalThis);`,
      })),
  };
  return esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: { index: 'test/web/index.ts' },
    outdir: OUT,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/web/assert.ts' },
    define: { global: 'globalThis' },
    plugins: [mocha],
    logLevel: 'warning',
  });
}
