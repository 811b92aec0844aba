// Owns: starting other programs and waiting for them, alike on Linux, macOS and Windows.
// Must not know: which programs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program with this terminal as its own and answers its exit code (128 and more when a signal ended it).
 * Rejects when it cannot be started.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** As `run` for a script of Node's. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/** Runs npm, with the very npm that started this tool where there is one. */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return runNode([own, ...args], options);
  const beside = path.join(path.dirname(process.execPath), '..', 'lib/node_modules/npm/bin/npm-cli.js');
  if (existsSync(beside)) return runNode([beside, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32', ...options });
}

/** The project's own package.json. */
export function packageJson() {
  return JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
}
