// Owns: where the host keeps what it installs, and which platforms it knows.
// Must not know: what is done with it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/run.mjs';

/** What is installed, pinned: VS Code in code-server's build, the Node it needs, and a browser for machines without one. */
export const PINNED = {
  'code-server': '4.139.1',
  node: '24',
  '@sparticuz/chromium': '147.0.0',
};

/** The folder of everything that the host installs; git ignores it. */
export const HOST_DIR = process.env.BACKDRAFT_VSCODE_HOST ?? path.join(ROOT, '.vscode-host');

/** The served VS Code: `out/server-main.js` starts it. */
export const VSCODE_DIR = path.join(HOST_DIR, 'node_modules/code-server/lib/vscode');

/** npm package that carries Node for this platform. */
export const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

/** The Node that runs the served VS Code. */
export const NODE = path.join(HOST_DIR, 'node_modules', NODE_PACKAGE, 'bin/node');

/** Why the host cannot work on this machine, or undefined. */
export function unsupported() {
  if (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)) return undefined;
  return `the served VS Code is for Linux on x64 and arm64; this is ${process.platform} on ${process.arch}`;
}

/** Whether VS Code and its Node are there, in the pinned versions. */
export function isInstalled() {
  return existsSync(path.join(HOST_DIR, 'installed.json')) && existsSync(NODE) && existsSync(path.join(VSCODE_DIR, 'node_modules'));
}
