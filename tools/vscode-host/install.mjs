// Owns: installing a VS Code that needs no desktop into .vscode-host, from npm alone, without a native build.
// Must not know: tests, browsers already on the machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNpm } from '../lib/run.mjs';
import { say, step } from '../lib/say.mjs';
import { HOST_DIR, isInstalled, NODE, NODE_PACKAGE, PINNED, unsupported, VSCODE_DIR } from './paths.mjs';

/**
 * Installs VS Code (npm's `code-server`, which carries it) and the Node it needs, once.
 * Throws where the platform is not supported or npm fails.
 */
export async function ensureVSCode() {
  const why = unsupported();
  if (why) throw new Error(`VS Code cannot be served here: ${why}.`);
  const stamp = path.join(HOST_DIR, 'installed.json');
  const wanted = JSON.stringify({ 'code-server': PINNED['code-server'], node: PINNED.node });
  if (isInstalled() && readFileSync(stamp, 'utf8') === wanted) return;
  await step(
    `Installing VS Code from npm into ${path.relative(process.cwd(), HOST_DIR) || HOST_DIR} (780 MB, about half a minute, once)`,
    async () => {
      await installPackages([`code-server@${PINNED['code-server']}`, `${NODE_PACKAGE}@${PINNED.node}`]);
      say('… and what VS Code itself needs');
      // Its own dependencies are declared inside the package. `npm ci` refuses its lock file; scripts would build what is not needed.
      await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], VSCODE_DIR);
      execFileSync(NODE, ['--version']);
      writeFileSync(stamp, wanted);
    },
  );
}

/** Adds packages to .vscode-host, without running their scripts. */
export async function installPackages(specs) {
  mkdirSync(HOST_DIR, { recursive: true });
  const manifest = path.join(HOST_DIR, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact', ...specs], HOST_DIR);
}

async function npm(args, cwd) {
  // npm passes its settings on by the environment; those of an outer `npm test` must not steer this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)));
  const code = await runNpm(args, { cwd, env });
  if (code !== 0) throw new Error(`npm ${args.slice(0, 2).join(' ')} failed in ${cwd} (exit code ${code}).`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureVSCode();
