// Owns: starting and ending the served VS Code, in a throw-away profile, on loopback; addresses of its workbench.
// Must not know: tests, browsers.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureVSCode } from './install.mjs';
import { NODE, VSCODE_DIR } from './paths.mjs';

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'window.restoreWindows': 'none',
  'files.autoSave': 'off',
};

const UNTRUSTING = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** Built-in extensions that the tests need. With all ninety, provider requests are cancelled now and then while others register. */
const BUILTINS = ['theme-defaults', 'theme-seti', 'markdown-basics', 'yaml', 'json'];

/**
 * Starts VS Code's server. Options: `env` for its extension host, `settings` of the user, `vsix` files to install,
 * `extensions` folders to bring along, `builtins` (null: all), `testing` (take extensions and tests from the address), `trusted` (false: folders are not, and nobody is asked), `port`, `quiet` (false: settings as shipped).
 * Answers its origin and `stop`, which ends it with all its children and removes its profile.
 */
export async function startVSCode({
  env = {},
  settings = {},
  vsix = [],
  extensions = [],
  builtins = BUILTINS,
  testing = true,
  trusted = true,
  port,
} = {}) {
  await ensureVSCode();
  const folder = mkdtempSync(path.join(tmpdir(), 'backdraft-vscode-'));
  mkdirSync(path.join(folder, 'data/User'), { recursive: true });
  writeFileSync(path.join(folder, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...(trusted ? {} : UNTRUSTING), ...settings }));
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{}', ...env };
  for (const name of ['CODE_SERVER_PARENT_PID', 'VSCODE_IPC_HOOK_CLI']) delete environment[name];
  const main = path.join(VSCODE_DIR, 'out/server-main.js');
  const profile = ['--server-data-dir', folder, '--extensions-dir', path.join(folder, 'extensions'), '--accept-server-license-terms'];
  // What installing says on the way is noise; when it fails, the error carries it.
  const installing = { env: environment, stdio: 'pipe' };
  for (const file of vsix) execFileSync(NODE, [main, '--install-extension', path.resolve(file), ...profile], installing);

  const listenOn = port ?? (await freePort());
  const log = path.join(folder, 'server.log');
  const output = openSync(log, 'w');
  const child = spawn(
    NODE,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(listenOn), '--without-connection-token'],
      ...profile,
      ...['--user-data-dir', path.join(folder, 'data')],
      // Without it a built VS Code ignores the extensions and tests that the address names.
      ...(testing ? ['--enable-smoke-test-driver'] : []),
      ...(builtins ? ['--builtin-extensions-dir', copyBuiltins(folder, builtins, extensions)] : []),
      ...['--disable-telemetry', '--disable-experiments', '--disable-update-check', ...(trusted ? ['--disable-workspace-trust'] : [])],
    ],
    { env: environment, stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);

  const end = signal => {
    try {
      process.kill(-child.pid, signal); // the whole group: extension hosts and language servers too
    } catch {
      // Gone already.
    }
  };
  const clear = () => {
    end('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      end('SIGTERM');
      const late = setTimeout(() => end('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
    }
    process.off('exit', clear);
    clear();
  };

  const origin = `http://127.0.0.1:${listenOn}`;
  const deadline = Date.now() + 60_000;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const said = readFileSync(log, 'utf8').slice(-4000);
      await stop();
      throw new Error(`VS Code's server ${child.exitCode !== null ? 'ended' : 'did not answer within a minute'}:\n${said}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { origin, authority: `127.0.0.1:${listenOn}`, folder, log, stop };
}

/** Address of the workbench with a folder or workspace file open, extensions under development, and tests to run. Paths are of this machine. */
export function workbenchUrl(server, { folder, extensionDevelopmentPath = [], extensionTestsPath, kind, openFile } = {}) {
  const uri = file => (/^[a-z-]+:\/\//.test(file) ? file : `vscode-remote://${server.authority}${path.resolve(file)}`);
  const payload = [
    ...[extensionDevelopmentPath].flat().map(file => ['extensionDevelopmentPath', uri(file)]),
    ...(kind ? [['extensionDevelopmentKind', kind]] : []),
    ...(extensionTestsPath ? [['extensionTestsPath', uri(extensionTestsPath)]] : []),
    ...(openFile ? [['openFile', uri(openFile)]] : []),
  ];
  const query = new URLSearchParams({
    ...(folder ? { [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: path.resolve(folder) } : { ew: 'true' }),
    ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
  });
  // A query may hold these as they are, and people read the address.
  return `${server.origin}/?${String(query).replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',')}`;
}

/** A port of 127.0.0.1 that nothing listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(origin) {
  try {
    return (await fetch(origin)).ok;
  } catch {
    return false;
  }
}

function copyBuiltins(folder, names, others) {
  const target = path.join(folder, 'builtins');
  mkdirSync(target);
  for (const name of names) cpSync(path.join(VSCODE_DIR, 'extensions', name), path.join(target, name), { recursive: true });
  for (const other of others) cpSync(other, path.join(target, path.basename(other)), { recursive: true });
  return target;
}
