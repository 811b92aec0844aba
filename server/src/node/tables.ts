// Owns: reading the knowledge tables that stand beside the bundle.
// Must not know: what is in them.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Text of a table in `<folder>/knowledge`, or undefined where there is none. */
export function tableReader(folder: string): (name: string) => Promise<string | undefined> {
  return async name => {
    try {
      return await readFile(path.join(folder, 'knowledge', `${name}.txt`), 'utf8');
    } catch {
      return undefined;
    }
  };
}
