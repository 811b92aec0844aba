// Other editors: the server as npm installs it, in a real Neovim with the configuration of docs/editors.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('Other editors', function () {
  this.timeout(240_000);
  let folder: string;
  let program: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backdraft-editors-'));
    // What npm packs, installed in an empty folder: nothing of this one is at hand there.
    const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] as const, shell: process.platform === 'win32' };
    execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { ...quiet, stdio: [...quiet.stdio] });
    const packed = readdirSync(folder).find(name => name.endsWith('.tgz'));
    assert.ok(packed);
    const installed = path.join(folder, 'installed');
    mkdirSync(installed);
    writeFileSync(path.join(installed, 'package.json'), '{ "private": true }\n');
    execFileSync(npm, ['install', '--offline', '--no-audit', '--no-fund', '--silent', path.join(folder, packed)], {
      ...quiet,
      stdio: [...quiet.stdio],
      cwd: installed,
    });
    program = path.join(installed, 'node_modules/.bin/backdraft-language-server');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const words of [['--stdio'], []]) {
    it(`the installed program answers over its streams: ${words.join(' ') || 'without arguments'}`, async () => {
      const server = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'], shell: process.platform === 'win32' });
      const gone = new Promise<number | null>(resolve => server.once('exit', resolve));
      const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      connection.listen();
      const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
      const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', initialize);
      assert.equal(serverInfo?.name, 'backdraft');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await gone, 0);
      connection.dispose();
    });
  }

  it('Neovim shows findings, hovers and takes a fix', function () {
    const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
    if (version.status !== 0) {
      console.log('      NOT RUN: there is no Neovim on this machine (apt-get install neovim)');
      this.skip();
    }
    const story = path.join(folder, 'story');
    cpSync(path.join(ROOT, 'test/vscode/workspace/story'), story, { recursive: true });
    const result = path.join(folder, 'seen.json');
    const { stderr } = spawnSync(
      'nvim',
      [
        ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '--cmd', 'filetype on'],
        ...['--cmd', `luafile ${path.join(ROOT, 'docs/editors/neovim.lua')}`],
        path.join(story, 'draft.md'),
        ...['-c', `luafile ${path.join(ROOT, 'test/editors/neovim.lua')}`],
      ],
      {
        cwd: story,
        encoding: 'utf8',
        timeout: 180_000,
        env: {
          ...process.env,
          PATH: `${path.dirname(program)}${path.delimiter}${process.env.PATH}`,
          BACKDRAFT_RESULT: result,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
        },
      },
    );
    assert.ok(existsSync(result), stderr);
    const seen = JSON.parse(readFileSync(result, 'utf8'));
    console.log(`      ${version.stdout.split('\n')[0]}`);
    assert.match(String(seen.message), /12/, `${JSON.stringify(seen)} ${stderr}`);
    assert.match(String(seen.hover), /notes say otherwise/i);
    assert.match(String(seen.taken), /12/, JSON.stringify(seen.titles));
    assert.match(seen.text, /Lumenet gave 12 routers/);
    assert.equal(seen.gone, true);
  });
});
