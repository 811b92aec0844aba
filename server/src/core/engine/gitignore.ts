// Owns: what git ignores below a folder.
// Must not know: roles, Stories; how files are read.
import ignore, { type Ignore } from 'ignore';

interface Layer {
  /** Path of the folder that holds the `.gitignore`, from the root; empty for the root. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The ignore files seen on the way down to a folder. Immutable: `add` answers a new one. */
export class GitIgnore {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[] = []) {
    this.#layers = layers;
  }

  /** With the `.gitignore` of one more folder; `folder` is its path from the root, without a slash at the end. */
  add(folder: string, text: string): GitIgnore {
    return new GitIgnore([...this.#layers, { folder, rules: ignore({ allowRelativePaths: true }).add(text) }]);
  }

  /** Whether a path from the root is ignored; folders end with "/". The deepest file that says something decides. */
  ignores(path: string): boolean {
    for (const layer of [...this.#layers].reverse()) {
      const inner = layer.folder === '' ? path : path.slice(layer.folder.length + 1);
      if (inner === '') continue;
      const answer = layer.rules.test(inner);
      if (answer.ignored) return true;
      if (answer.unignored) return false;
    }
    return false;
  }
}
