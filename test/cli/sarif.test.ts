// SARIF against the official schema, by Microsoft's SARIF Multitool, which carries it. The tool is installed on first use.
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const VERSION = '5.7.0';
const CACHE = fileURLToPath(new URL('../../.vscode-host/sarif', import.meta.url));
const PACKAGE = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform as string];

function multitool(): string {
  const folder = path.join(CACHE, `node_modules/@microsoft/sarif-multitool-${PACKAGE}`);
  const program = path.join(folder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  if (!existsSync(program)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(path.join(CACHE, 'package.json'), '{ "private": true }\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@microsoft/sarif-multitool-${PACKAGE}@${VERSION}`];
    const run = spawnSync(npm, words, { cwd: CACHE, encoding: 'utf8', shell: process.platform === 'win32' });
    assert.equal(run.status, 0, `the SARIF validator could not be installed: ${run.stderr}`);
  }
  if (process.platform !== 'win32') chmodSync(program, 0o755);
  return program;
}

/** Errors that the validator reports; empty when the log is valid. */
function faults(folder: string, log: string): string {
  const file = path.join(folder, 'log.sarif');
  writeFileSync(file, log);
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const run = spawnSync(multitool(), ['validate', file], { encoding: 'utf8', env });
  assert.ok(run.stdout.includes('Analysis completed successfully'), run.stdout + run.stderr);
  return run.stdout
    .split('\n')
    .filter(line => /: error /.test(line))
    .join('\n');
}

describe('sarif', function () {
  this.timeout(180_000);
  after(removeFolders);

  it('the validator does find faults', () => {
    assert.match(faults(folderWith({}), '{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}'), /name/);
  });

  it('findings, fixes, related places and problems make a valid log', () => {
    const sample = fileURLToPath(new URL('../../samples/summit-phones', import.meta.url));
    const folder = folderWith({ 'bad/.backdraft.yaml': 'audience: readers\n', 'bad/a b%.md': 'The mark is TLP:WHITE.\n' });
    const { out } = backdraft(path.dirname(sample), ['check', '--format', 'sarif', path.basename(sample)]);
    assert.ok(JSON.parse(out).runs[0].results.length > 0);
    assert.equal(faults(folder, out), '');
    const bad = backdraft(folder, ['check', '--format', 'sarif', 'bad']);
    assert.equal(faults(folder, bad.out), '');
    assert.equal(readFileSync(path.join(folder, 'bad/a b%.md'), 'utf8'), 'The mark is TLP:WHITE.\n');
  });
});
