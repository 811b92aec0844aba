// Owns: the bundles in dist/: extension, language server and command line, and the knowledge tables beside them.
// Must not know: what is in them.
//   node tools/build.mjs            builds once
//   node tools/build.mjs --watch    builds again whenever a file changes
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { keepCodeOfCommandLine, keepCodeOfServer } from './lib/kept-code.mjs';
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
    // Becomes `require`: a script that is started with kept code (server/src/node/start.ts) has no loader of modules.
    'dynamic-import': false,
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
  { ...node, entryPoints: { 'server.main': 'server/src/node/main.ts' }, plugins: [inAscii('server.main')] },
  { ...node, ...starterOf('server.main'), entryPoints: { 'server.node': 'server/src/node/start.ts' } },
  { ...node, entryPoints: { 'document-worker': 'server/src/documents/worker.ts' } },
  { ...browser, entryPoints: { 'server.browser': 'server/src/browser/main.ts' }, format: 'iife' },
  { ...node, entryPoints: { 'cli.main': 'server/src/cli/main.ts' }, plugins: [inAscii('cli.main')] },
  { ...node, ...starterOf('cli.main'), entryPoints: { cli: 'server/src/node/start.ts' } },
];

/** Rewrites a bundle in ASCII alone, so that V8 reads and keeps it in half the room: strings and expressions have escapes for all else. */
function inAscii(name) {
  const file = path.join(ROOT, 'dist', `${name}.js`);
  const rewrite = () => {
    const text = readFileSync(file, 'utf8');
    if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${file} has a backslash before a character outside of ASCII.`);
    const escaped = text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    writeFileSync(file, escaped);
  };
  return { name: 'ascii', setup: build => build.onEnd(result => result.errors.length === 0 && rewrite()) };
}

/** A small script that starts a bundle with the code kept for it. */
function starterOf(bundle) {
  return { banner: { js: '#!/usr/bin/env node' }, define: { ...node.define, BUNDLE: JSON.stringify(bundle) } };
}

const watch = process.argv.includes('--watch');
const since = Date.now();
mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
copyTables();
// Code that was kept for another build of a bundle fits it no more.
for (const name of readdirSync(path.join(ROOT, 'dist'))) if (name.endsWith('.code')) rmSync(path.join(ROOT, 'dist', name));

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
else {
  writeNotices();
  await Promise.all([keepCodeOfCommandLine('cli', 'cli.main'), keepCodeOfServer('server.node', 'server.main')]);
}
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
