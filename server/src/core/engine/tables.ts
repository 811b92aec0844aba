// Owns: the knowledge tables at hand: those that are shipped, and those that Stories put in their place.
// Must not know: what tables hold, what is looked up in them.
import { type Knowledge, NO_KNOWLEDGE, TABLES, withTable } from '../knowledge/knowledge.ts';
import type { Resources } from './resources.ts';
import type { Story } from './story.ts';
import type { Ports } from './types.ts';
import { relativePath } from './uri.ts';

/** The knowledge tables of a workspace; nothing is there before `load`. */
export class Tables {
  readonly #ports: Pick<Ports, 'loadTable'>;
  readonly #resources: Resources;
  #shipped: Knowledge = NO_KNOWLEDGE;

  constructor(ports: Pick<Ports, 'loadTable'>, resources: Resources) {
    this.#ports = ports;
    this.#resources = resources;
  }

  /** Reads the shipped tables that are not there yet. */
  async load(): Promise<void> {
    for (const name of TABLES) {
      if (this.#shipped.versions?.[name] !== undefined) continue;
      const text = await this.#ports.loadTable(name);
      if (text === undefined) continue;
      this.#shipped = withTable(this.#shipped, name, text);
    }
  }

  get shipped(): Knowledge {
    return this.#shipped;
  }

  /** The tables that count in a Story. */
  of(story: Story): Knowledge {
    return this.#resources.knowledge(this.#shipped, story.resources);
  }

  /** Name and version of every table; those of single Stories with the Story's folder. */
  versions(stories: Iterable<Story>, folders: readonly string[]): Readonly<Record<string, string>> {
    const shipped = this.#shipped.versions ?? {};
    const versions: Record<string, string> = { ...shipped };
    for (const story of stories) {
      const folder = folders.map(one => relativePath(one, story.root)).find(path => path !== undefined) ?? '.';
      for (const [name, version] of Object.entries(this.of(story).versions ?? {}))
        if (version !== shipped[name]) versions[name] = `${versions[name] ?? ''}; ${version} in ${folder}`.replace(/^; /, '');
    }
    return versions;
  }
}
