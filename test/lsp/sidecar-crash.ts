// A writer for sidecars.test.ts that makes one change and is killed before a call to the file system; writing dies half-way.
//   node sidecar-crash.ts FILE ID CALL       it ends by itself when it makes fewer calls
import { promises as fs } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { changeSidecar } from '../../server/src/core/annotations/write.ts';
import { NodeSidecarStore } from '../../server/src/node/sidecars.ts';

const [file = '', id = '', call = '1'] = process.argv.slice(2);
let left = Number(call);

type Call = (...args: never[]) => Promise<unknown>;

/** Counts the calls of an object's methods. `halfWay` is done first where the process dies within a call. */
function counted(target: object, names: readonly string[], halfWay?: (...args: never[]) => Promise<unknown>): void {
  for (const name of names) {
    const original = (Reflect.get(target, name) as Call).bind(target);
    Reflect.set(target, name, async (...args: never[]) => {
      if (--left === 0) {
        await halfWay?.(...args);
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => undefined);
      }
      const result = await original(...args);
      if (name === 'open') {
        const handle = result as fs.FileHandle;
        const write = handle.writeFile.bind(handle);
        counted(handle, ['sync', 'close']);
        counted(handle, ['writeFile'], (text: string) => write(text.slice(0, text.length / 2), 'utf8'));
      }
      return result;
    });
  }
}

counted(fs, ['realpath', 'writeFile', 'link', 'readdir', 'stat', 'readFile', 'access', 'open', 'rename', 'unlink']);
const result = await new NodeSidecarStore().update(pathToFileURL(file).toString(), text => {
  const changed = changeSidecar(text, { kind: 'add', id, at: '', source: 'draft.md', body: 'x'.repeat(5000) });
  return 'text' in changed ? changed.text : undefined;
});
process.exit(result.ok ? 0 : 1);
