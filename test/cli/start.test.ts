// Starting: the code that V8 kept of the bundle may be missing or of no use, and nobody hears of it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI } from './backdraft.ts';

describe('the start of the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backdraft-start-'));
    for (const name of ['cli.js', 'cli.main.js']) copyFileSync(path.join(path.dirname(CLI), name), path.join(folder, name));
    writeFileSync(path.join(folder, 'draft.md'), 'The office gave 21 routers to the school on 4 May 2025.\n');
  });
  after(() => rmSync(folder, { recursive: true }));

  const said = (code?: Uint8Array): string => {
    if (code) writeFileSync(path.join(folder, 'cli.main.code'), code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.js', 'check', '--format', 'json', 'draft.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.ok(status === 0 || status === 1, stderr);
    assert.equal(stderr, '');
    return stdout;
  };

  it('is the same without kept code, and with code that is none', () => {
    const without = said();
    assert.match(without, /"claims"/);
    assert.equal(said(new Uint8Array(0)), without);
    assert.equal(said(new Uint8Array(5000).fill(7)), without);
  });
});
