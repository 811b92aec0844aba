// Owns: tests of writing sidecars on a real disk: two writers that are killed, a read-only file, programs that know no lock.
// Must not know: annotations beyond their ids. BACKDRAFT_WRITES sets how many writes are acknowledged before it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readSidecar } from '../../server/src/core/annotations/sidecar.ts';
import { changeSidecar } from '../../server/src/core/annotations/write.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';

const WRITER = fileURLToPath(new URL('./sidecar-writer.ts', import.meta.url));
const WRITES = Number(process.env.BACKDRAFT_WRITES ?? 20);

describe('sidecars on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(process.env.BACKDRAFT_SIDECARS ?? tmpdir(), 'backdraft-sidecars-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('two writers that are killed at any moment lose nothing that they were told is done', async function () {
    this.timeout(0);
    const file = path.join(folder, 'draft.md.annotations.jsonl');
    const done: string[] = [];
    let kills = 0;
    const live = async (name: string): Promise<void> => {
      while (done.length < WRITES) {
        const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, file, name], { stdio: ['ignore', 'pipe', 'inherit'] });
        let output = '';
        let _timer: ReturnType<typeof setTimeout> | undefined;
        writer.stdout.on('data', chunk => {
          output += chunk;
          // The clock starts with its first write: starting up takes longer than all writing.
          _timer ??= setTimeout(() => writer.kill('SIGKILL'), 5 + Math.random() * 300);
        });
        await new Promise(resolve => writer.on('close', resolve));
        kills++;
        for (const line of output.split('\n').slice(0, -1)) if (line.startsWith('done ')) done.push(line.slice(5));
        const { annotations, problems } = readSidecar(readFileSync(file, 'utf8'));
        assert.deepEqual(problems, []);
        const there = new Set(annotations.map(({ id }) => id));
        assert.deepEqual(
          done.filter(id => !there.has(id)),
          [],
          `lost after ${kills} kills`,
        );
      }
    };
    await Promise.all([live('Ada'), live('Grace')]);
    console.log(`      ${done.length} acknowledged writes, ${kills} kills`);
    const store = new NodeSidecarStore();
    assert.ok((await store.update(pathToFileURL(file).toString(), text => `${text}\n`)).ok);
    assert.deepEqual(readdirSync(folder), ['draft.md.annotations.jsonl'], 'nothing is left lying');
  });

  it('a program without the lock is merged with', async () => {
    const file = path.join(folder, 'draft.md.annotations.jsonl');
    const add = (text: string, id: string): string => {
      const changed = changeSidecar(text, { kind: 'add', id, at: '', source: 'draft.md', body: id });
      return 'text' in changed ? changed.text : text;
    };
    let times = 0;
    const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), text => {
      if (times++ === 0) writeFileSync(file, add('', 'urn:uuid:other'));
      return add(text, 'urn:uuid:ours');
    });
    assert.ok(result.ok);
    assert.deepEqual(
      readSidecar(readFileSync(file, 'utf8'))
        .annotations.map(({ id }) => id)
        .sort(),
      ['urn:uuid:other', 'urn:uuid:ours'],
    );
  });

  it('a file that is no text is left untouched and named', async () => {
    const file = path.join(folder, 'draft.md.annotations.jsonl');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), text => `${text}x`);
    assert.deepEqual(result.ok ? 'ok' : result.problem, 'unreadable');
    assert.deepEqual([...readFileSync(file)], [0xff, 0xfe, 0x41, 0x00]);
  });
});
