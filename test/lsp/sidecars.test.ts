// Owns: tests of writing sidecars on a real disk: two writers that are killed while the disk is full or read-only, programs that know no lock.
// Must not know: annotations beyond their ids. BACKDRAFT_WRITES sets how many writes are acknowledged before it ends.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { readSidecar } from '../../server/src/core/annotations/sidecar.ts';
import { changeSidecar } from '../../server/src/core/annotations/write.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';
import { randomOf } from '../support/human-edits.ts';

const WRITES = Number(process.env.BACKDRAFT_WRITES ?? 60);
const SEED = Number(process.env.BACKDRAFT_SEED ?? 20261128);
/** Longest life of a writer in ms, from its first write: longer where many writes are wanted. */
const LIFE = WRITES > 1000 ? 800 : 300;

/** A script as a bundle: it starts in a tenth of the time. */
function bundled(script: URL, folder: string): string {
  const entry = fileURLToPath(script);
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20' });
  return outfile;
}

/** The text of a sidecar with one more annotation. */
function added(text: string, id: string, body: string): string {
  const changed = changeSidecar(text, { kind: 'add', id, at: '', source: 'draft.md', body });
  return 'text' in changed ? changed.text : text;
}

/** An account that cannot write where it may not: root can, so its writers are of another one. */
const ACCOUNT = { uid: 65534, gid: 65534 };

/** What the writers of one name tried and what they were told is done. */
class Ledger {
  done = 0;
  /** How many were refused, by why. */
  readonly refused: Record<string, number> = {};
  /** Letters of the body as last acknowledged, undefined where it is deleted; and what was tried since and may be there or not. */
  readonly #known = new Map<string, { letters?: number | undefined; tried?: { readonly letters: number | undefined } }>();

  add(output: string): void {
    for (const line of output.split('\n').slice(0, -1)) {
      const [what, kind, id = '', count, why = ''] = line.split(' ');
      const letters = kind === 'delete' ? undefined : Number(count);
      if (what === 'try') this.#known.set(id, { ...this.#known.get(id), tried: { letters } });
      else if (what === 'done') {
        this.#known.set(id, { letters });
        this.done++;
      } else {
        // Refused: it is as it was.
        this.#known.set(id, { letters: this.#known.get(id)?.letters });
        this.refused[why] = (this.refused[why] ?? 0) + 1;
      }
    }
  }

  /** Ids whose state is neither the acknowledged one nor the one tried. When no writer of the name lives; what stands is known then. */
  lost(there: ReadonlyMap<string, number>): readonly string[] {
    return [...this.#known].flatMap(([id, { letters, tried }]) => {
      const found = there.get(id);
      if (found !== letters && !(tried && found === tried.letters)) return [id];
      this.#known.set(id, { letters: found });
      return [];
    });
  }
}

describe('sidecars on disk', () => {
  let folder: string;
  let scripts: string;
  before(() => {
    scripts = mkdtempSync(path.join(tmpdir(), 'backdraft-writers-'));
  });
  after(() => rmSync(scripts, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(path.join(process.env.BACKDRAFT_SIDECARS ?? tmpdir(), 'backdraft-sidecars-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('two writers that are killed at any moment, on a disk that gets full or read-only, lose nothing that they were told is done', async function () {
    this.timeout(0);
    const file = path.join(folder, 'draft.md.annotations.jsonl');
    const writer = bundled(new URL('./sidecar-writer.ts', import.meta.url), scripts);
    chmodSync(scripts, 0o755);
    const hasShell = spawnSync('sh', ['-c', 'ulimit -f 100']).status === 0;
    const isRoot = process.getuid?.() === 0;
    const isOther = isRoot && spawnSync(process.execPath, ['-e', ''], ACCOUNT).status === 0;
    if (isOther) chownSync(folder, ACCOUNT.uid, ACCOUNT.gid);
    const random = randomOf(SEED);
    const ledgers = { Ada: new Ledger(), Grace: new Ledger() };
    const done = (): number => ledgers.Ada.done + ledgers.Grace.done;
    let kills = 0;
    const read = (): ReturnType<typeof readSidecar> => {
      const sidecar = readSidecar(existsSync(file) ? readFileSync(file, 'utf8') : '');
      assert.deepEqual(sidecar.problems, [], `a torn file after ${kills} kills, seed ${SEED}`);
      return sidecar;
    };
    const check = (name: keyof typeof ledgers): void => {
      const lost = ledgers[name].lost(new Map(read().annotations.map(({ id, body }) => [id, body.length])));
      assert.deepEqual(lost, [], `lost by ${name} after ${kills} kills, seed ${SEED}`);
    };
    /** A writer; for every second one the disk is full where its files reach a size. */
    const start = (name: string): ReturnType<typeof spawn> => {
      const seed = String(Math.floor(random() * 1e9));
      const command = [process.execPath, writer, file, name, seed];
      const blocks = Math.floor(10 + random() * 90);
      const limited = hasShell && random() < 0.5 ? ['sh', '-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', ...command] : command;
      return spawn(limited[0] as string, limited.slice(1), { stdio: ['ignore', 'pipe', 'inherit'], ...(isOther ? ACCOUNT : {}) });
    };
    const live = async (name: keyof typeof ledgers): Promise<void> => {
      while (done() < WRITES) {
        const life = start(name);
        let output = '';
        life.stdout?.on('data', chunk => {
          output += chunk;
        });
        // The clock starts with its first write: starting up takes longer than all writing.
        life.stdout?.once('data', () => setTimeout(() => life.kill('SIGKILL'), 5 + random() * LIFE));
        await new Promise(resolve => life.on('close', resolve));
        kills++;
        ledgers[name].add(output);
        check(name);
      }
    };
    /** The folder, or the file in it, is read-only again and again for a moment. */
    const upset = async (): Promise<void> => {
      while (done() < WRITES) {
        await wait(random() * 300);
        const [what, closed, open] = random() < 0.7 || !existsSync(file) ? [folder, 0o500, 0o700] : [file, 0o400, 0o600];
        chmodSync(what, closed);
        await wait(random() * 60);
        chmodSync(what, open);
        read();
      }
    };
    await Promise.all([live('Ada'), live('Grace'), upset()]);
    check('Ada');
    check('Grace');
    const refused = [ledgers.Ada, ledgers.Grace].flatMap(one => Object.entries(one.refused));
    const countOf = (why: string): number => refused.reduce((sum, [one, count]) => sum + (one === why ? count : 0), 0);
    const reasons = [...new Set(refused.map(([why]) => why))].map(why => `${countOf(why)} ${why}`).join(', ');
    console.log(`      ${done()} acknowledged operations, refused: ${reasons || 'none'}; ${kills} kills, seed ${SEED}`);
    if (!hasShell) console.log('      no full disk: there is no shell that limits the size of files');
    if (isRoot && !isOther) console.log('      nothing read-only: root can write everywhere');
    if (WRITES >= 1000) {
      if (hasShell) assert.ok(countOf('full') > 0, 'the disk never got full');
      if (isOther || !isRoot) assert.ok(countOf('read-only') > 0, 'it was never read-only');
    }
    // Who died before it had said who it is leaves a file that goes by its age.
    for (const left of readdirSync(folder)) if (left.endsWith('.claim')) utimesSync(path.join(folder, left), 1, 1);
    const store = new NodeSidecarStore();
    assert.ok((await store.update(pathToFileURL(file).toString(), text => `${text}\n`)).ok);
    assert.deepEqual(readdirSync(folder), ['draft.md.annotations.jsonl'], 'nothing is left lying');
  });

  for (const [where, lock] of [
    ['', undefined],
    [', also while it takes over a lock that was left', '7 elsewhere'],
  ] as const) {
    it(`a writer that is killed before any call to the file system leaves the old file or the new one, and the next goes on${where}`, async function () {
      this.timeout(0);
      const writer = bundled(new URL('./sidecar-crash.ts', import.meta.url), scripts);
      const before = added('', 'urn:uuid:1', 'there already');
      const after = added(before, 'urn:uuid:2', 'x'.repeat(5000));
      const ends: string[] = [];
      for (let call = 1, ended = false; !ended; call++) {
        assert.ok(call < 100, 'it never ended by itself');
        const file = path.join(folder, `${call}.md.annotations.jsonl`);
        writeFileSync(file, before);
        if (lock) {
          writeFileSync(`${file}.lock`, lock);
          utimesSync(`${file}.lock`, 1, 1);
        }
        ended = spawnSync(process.execPath, [writer, file, 'urn:uuid:2', String(call)]).status === 0;
        const text = readFileSync(file, 'utf8');
        assert.ok(text === before || text === after, `a torn file, killed before call ${call}`);
        ends.push(text === after ? 'new' : 'old');
        const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), now => added(now, 'urn:uuid:3', 'next'));
        assert.ok(result.ok, `the next writer was refused, after call ${call}`);
        assert.deepEqual(readFileSync(file, 'utf8'), added(text, 'urn:uuid:3', 'next'));
        assert.deepEqual(readdirSync(folder), [path.basename(file)], `something is left lying, after call ${call}`);
        rmSync(file);
      }
      assert.ok(ends.length > 10 && ends.includes('old') && ends.includes('new'), ends.join(' '));
      console.log(`      killed before each of ${ends.length - 1} calls`);
    });
  }

  it('a disk that is full keeps the file whole, and says so', async function () {
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) {
      console.log('      no small disk can be mounted here');
      this.skip();
    }
    try {
      const file = path.join(disk, 'draft.md.annotations.jsonl');
      const store = new NodeSidecarStore();
      let written = '';
      for (let i = 0; ; i++) {
        assert.ok(i < 100, 'the disk never got full');
        const result = await store.update(pathToFileURL(file).toString(), text => added(text, `urn:uuid:${i}`, 'x'.repeat(10_000)));
        if (!result.ok) {
          assert.equal(result.problem, 'full');
          break;
        }
        written = result.text;
      }
      assert.ok(written.length > 50_000);
      assert.equal(readFileSync(file, 'utf8'), written);
      assert.deepEqual(readdirSync(disk), ['draft.md.annotations.jsonl']);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('a folder that is read-only keeps the file as it is, and says so', async function () {
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    const isRoot = process.getuid?.() === 0;
    const file = path.join(disk, 'draft.md.annotations.jsonl');
    if (isRoot && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]).status !== 0) {
      console.log('      nothing can be mounted here, and nothing is read-only for root');
      this.skip();
    }
    try {
      writeFileSync(file, added('', 'urn:uuid:1', 'kept'));
      if (isRoot) assert.equal(spawnSync('mount', ['-o', 'remount,ro', disk]).status, 0);
      else chmodSync(disk, 0o500);
      const before = readFileSync(file, 'utf8');
      const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), text => added(text, 'urn:uuid:2', 'new'));
      assert.equal(result.ok ? 'ok' : result.problem, 'read-only');
      assert.equal(readFileSync(file, 'utf8'), before);
      assert.deepEqual(readdirSync(disk), ['draft.md.annotations.jsonl']);
    } finally {
      if (isRoot) spawnSync('umount', [disk]);
      else chmodSync(disk, 0o700);
    }
  });

  for (const [name, ours, theirs, isClean] of [
    ['in different places: git merges them', ['0005', '0045'], ['0025', '0065'], true],
    ['in the same place: git asks, and all of them are shown', ['0031', '0033'], ['0032', '0034'], false],
  ] as const) {
    it(`annotations of two people ${name}`, () => {
      const git = (...args: readonly string[]): number | null =>
        spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: folder }).status;
      const file = path.join(folder, 'draft.md.annotations.jsonl');
      const both = ['0000', '0010', '0020', '0030', '0040', '0050', '0060', '0070'];
      const write = (some: readonly string[]): void => {
        const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
        writeFileSync(
          file,
          some.reduce((text, id) => added(text, `urn:uuid:${id}`, `about ${id}`), before),
        );
      };
      assert.equal(git('init', '-q', '-b', 'main'), 0);
      write(both);
      assert.equal(git('add', '.'), 0);
      assert.equal(git('commit', '-q', '-m', 'both'), 0);
      assert.equal(git('checkout', '-q', '-b', 'grace'), 0);
      write(theirs);
      assert.equal(git('commit', '-q', '-a', '-m', 'Grace'), 0);
      assert.equal(git('checkout', '-q', 'main'), 0);
      write(ours);
      assert.equal(git('commit', '-q', '-a', '-m', 'Ada'), 0);
      assert.equal(git('merge', '-q', 'grace', '-m', 'merged'), isClean ? 0 : 1);
      const { annotations, problems } = readSidecar(readFileSync(file, 'utf8'));
      assert.deepEqual(
        problems.map(({ kind }) => kind),
        isClean ? [] : ['unfinished-merge'],
      );
      assert.deepEqual(annotations.map(({ id }) => id.slice(-4)).sort(), [...both, ...ours, ...theirs].sort());
    });
  }

  it('a program without the lock is merged with', async () => {
    const file = path.join(folder, 'draft.md.annotations.jsonl');
    const add = (text: string, id: string): string => added(text, id, id);
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
