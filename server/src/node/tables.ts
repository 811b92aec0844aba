// Owns: reading the knowledge tables that stand beside the bundle.
// Must not know: what is in them.
import { readFile } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Text of a table in `<folder>/knowledge`, or undefined where there is none. */
export function tableReader(folder: string): (name: string) => Promise<string | undefined> {
  return async name => {
    try {
      return await promisify(readFile)(path.join(folder, 'knowledge', `${name}.txt`), 'utf8');
    } catch {
      return undefined;
    }
  };
}
