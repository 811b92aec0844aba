// Owns: which VS Code to use: one on the machine, one to download, or the one served without a desktop.
// Must not know: what it is used for.
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { ROOT } from './run.mjs';
import { say, warn } from './say.mjs';

const DOWNLOADS = path.join(ROOT, '.vscode-test');
const NO_ANSWER_AFTER = 10_000;

/** Why no window can open on this machine, or undefined. */
export function noDesktop() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return undefined;
  return 'this machine has no display';
}

/** Path of a desktop VS Code that is installed on this machine, or undefined. */
export function installedVSCode() {
  const { HOME = '', LOCALAPPDATA = '', ProgramFiles = '' } = process.env;
  const applications = ['/Applications', path.join(HOME, 'Applications')];
  const places = {
    darwin: ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].flatMap(name =>
      applications.map(folder => path.join(folder, `${name}.app/Contents/Resources/app/bin/code`)),
    ),
    win32: [path.join(LOCALAPPDATA, 'Programs'), ProgramFiles].flatMap(folder => [
      path.join(folder, 'Microsoft VS Code', 'Code.exe'),
      path.join(folder, 'Microsoft VS Code Insiders', 'Code - Insiders.exe'),
    ]),
    linux: ['/usr/share/code/bin/code', '/usr/bin/code', '/snap/bin/code', '/opt/visual-studio-code/bin/code', '/usr/bin/codium'],
  };
  return onPath() ?? (places[process.platform] ?? []).find(file => existsSync(file));
}

/** `code` on the PATH; on Windows the program behind `code.cmd`. A remote window's `code` is none: it cannot load an extension from a folder. */
function onPath() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  if (process.platform !== 'win32')
    return folders.flatMap(folder => ['code', 'code-insiders', 'codium'].map(name => path.join(folder, name))).find(isProgram);
  return folders
    .filter(folder => existsSync(path.join(folder, 'code.cmd')))
    .map(folder => path.join(folder, '..', 'Code.exe'))
    .find(isProgram);
}

function isProgram(file) {
  return existsSync(file) && !realpathSync(file).startsWith(ROOT);
}

/**
 * Downloads the newest VS Code (or takes one downloaded before) and answers its path; undefined where that cannot be done,
 * with a sentence on the terminal that says why.
 */
export async function downloadedVSCode() {
  const cached = existsSync(DOWNLOADS) && readdirSync(DOWNLOADS).some(name => name.startsWith('vscode-'));
  say(cached ? 'Looking for a newer VS Code …' : 'Downloading VS Code (about 150 MB) …');
  let told = -1;
  const report = ({ stage, bytesSoFar = 0, totalBytes = 0 }) => {
    const tenth = totalBytes ? Math.floor((10 * bytesSoFar) / totalBytes) : -1;
    if (stage !== 'downloading' || tenth <= told) return;
    told = tenth;
    say(`  ${tenth * 10} % of ${Math.round(totalBytes / 1e6)} MB`);
  };
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: DOWNLOADS,
      timeout: NO_ANSWER_AFTER,
      reporter: { report, error: error => warn(String(error)) },
    });
  } catch (error) {
    warn(`VS Code could not be downloaded (${firstLine(error)}).`);
    return undefined;
  }
}

function firstLine(error) {
  return String(error?.message ?? error).split('\n')[0];
}
