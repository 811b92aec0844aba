// Owns: the bundles in dist/: extension, language server and command line, and the knowledge tables beside them.
// Must not know: what is in them.
//   node tools/build.mjs            builds once
//   node tools/build.mjs --watch    builds again whenever a file changes
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { ROOT } from './lib/run.mjs';
import { say, seconds } from './lib/say.mjs';

const TABLES = path.join(ROOT, 'server/src/core/knowledge/tables');

/** Options that every bundle shares. Bundles stand alone: nothing but Node's own modules and `vscode` is loaded at run time. */
const common = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  keepNames: false,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none', // the licences of what is bundled go into one file
  metafile: true,
  logLevel: 'warning',
  outdir: 'dist',
  loader: { '.json': 'json' },
};

const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'], // UMD builds of the LSP libraries hide their requires from the bundler
  define: { 'import.meta.url': 'undefined' },
  supported: {
    // Else every use of such an expression becomes a `new RegExp`: esbuild compares with the newest Unicode, not with what is used.
    'regexp-unicode-property-escapes': true,
    'regexp-set-notation': true,
  },
};

/** For web workers: no Node, no `document`. */
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker', 'browser'], // else a parser's build for pages is taken, which needs a document
};

/** Bundles by name. An entry that does not exist yet is left out with a word. */
const BUNDLES = [
  { ...node, entryPoints: { 'extension.node': 'client/src/extension.node.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' }, format: 'cjs', external: ['vscode'] },
  { ...common, platform: 'browser', target: 'es2022', entryPoints: { 'ledger-view': 'client/src/ledger/view.ts' }, format: 'iife' },
  { ...node, entryPoints: { 'server.node': 'server/src/node/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: { 'document-worker': 'server/src/documents/worker.ts' } },
  { ...browser, entryPoints: { 'server.browser': 'server/src/browser/main.ts' }, format: 'iife' },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

const watch = process.argv.includes('--watch');
const since = Date.now();
mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
copyTables();

const packages = new Set();
for (const bundle of BUNDLES) {
  const [name, entry] = Object.entries(bundle.entryPoints)[0];
  if (!existsSync(path.join(ROOT, entry))) {
    say(`dist/${name}.js is left out: there is no ${entry}`);
    continue;
  }
  if (!watch) {
    const { metafile } = await esbuild.build(bundle).catch(() => process.exit(1)); // esbuild has said why
    for (const input of Object.keys(metafile.inputs))
      packages.add(/^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
    continue;
  }
  const context = await esbuild.context({ ...bundle, plugins: [...(bundle.plugins ?? []), report(name)] });
  await context.watch();
}
if (watch) say('Watching for changes; Ctrl+C ends it.');
else writeNotices();
if (!watch) say(`Built ${built().join(', ')} in ${seconds(since)}`);

/** Knowledge tables are read beside the bundle when they are first needed, so that starting stays cheap. */
function copyTables() {
  if (!existsSync(TABLES)) return;
  cpSync(TABLES, path.join(ROOT, 'dist/knowledge'), { recursive: true, filter: from => !/\.(md|ts)$/.test(from) });
}

/** One file with the licences of all packages that went into a bundle. */
function writeNotices() {
  const parts = [...packages]
    .filter(folder => folder !== undefined)
    .sort()
    .map(folder => {
      const own = path.join(ROOT, folder);
      const { name, version, license } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8'));
      const file = readdirSync(own).find(entry => /^licen[cs]e(\.|$)/i.test(entry));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(path.join(own, file), 'utf8').trim() : ''}`;
    });
  writeFileSync(
    path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'),
    `Backdraft carries these packages.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
  );
}

function report(name) {
  return {
    name: 'report',
    setup: build => build.onEnd(result => say(`dist/${name}.js ${result.errors.length === 0 ? 'built' : 'NOT built'}`)),
  };
}

function built() {
  return readdirSync(path.join(ROOT, 'dist'))
    .filter(name => name.endsWith('.js'))
    .map(name => `dist/${name} (${Math.round(statSync(path.join(ROOT, 'dist', name)).size / 1024)} KB)`);
}
