// Owns: which files and Stories there are, what of them is open, and the text of each as it counts now.
// Must not know: how files are found and indexed, what configurations say, checks.
import { CONFIGURATION_FILE } from './configuration.ts';
import { type FoundFile, isWorthKnowing } from './discovery.ts';
import { MAX_BYTES } from './limits.ts';
import { isEvidence, type Role } from './roles.ts';
import type { Story } from './story.ts';
import type { FileContent, FileStore } from './types.ts';
import { baseName, isUntitled, isWithin, parentUri, relativePath, targetOfUntitled } from './uri.ts';

/** A file that a walk has found, and what it is in its Story. */
export interface Known {
  readonly file: FoundFile;
  readonly role: Role;
  readonly story: Story;
  /** Text on disk, kept for drafts of Stories that are not dormant. */
  readonly text?: string;
}

interface OpenFile {
  text: string;
  readonly languageId: string | undefined;
  /** Of what was never saved: the file that it was begun beside. */
  readonly beside: string | undefined;
}

/** Files and Stories by uri. All of them are replaced at once; single files come and go. */
export class Catalogue {
  readonly folders: readonly string[];
  readonly open = new Map<string, OpenFile>();
  readonly #files: FileStore;
  readonly #loneStory: (root: string) => Story;
  #stories: ReadonlyMap<string, Story> = new Map();
  #known = new Map<string, Known>();
  #ready = false;
  #revision = 0;

  /** `loneStory` makes the Story of a file that belongs to none. */
  constructor(folders: readonly string[], files: FileStore, loneStory: (root: string) => Story) {
    this.folders = folders;
    this.#files = files;
    this.#loneStory = loneStory;
  }

  /** Whether all folders were walked once. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Raised by whatever may change findings in other files. */
  get revision(): number {
    return this.#revision;
  }

  /** By uri of their folder. */
  get stories(): ReadonlyMap<string, Story> {
    return this.#stories;
  }

  get known(): ReadonlyMap<string, Known> {
    return this.#known;
  }

  /** Takes these Stories and files for all of before. */
  replace(stories: ReadonlyMap<string, Story>, known: Map<string, Known>): void {
    this.#stories = stories;
    this.#known = known;
    this.#ready = true;
  }

  /** Takes in one file, or what has become of it. */
  set(entry: Known): void {
    this.#known.set(entry.file.uri, entry);
  }

  delete(uri: string): void {
    this.#known.delete(uri);
  }

  /** Something that other files rest on has changed. */
  invalidate(): void {
    this.#revision++;
    for (const story of this.#stories.values()) story.invalidate();
  }

  /** What a file holds: as it is open, else as it is on disk. */
  async read(uri: string): Promise<FileContent> {
    const open = this.open.get(uri);
    if (open) return { kind: 'text', text: open.text, bom: false };
    return this.#files.read(uri, { maxBytes: MAX_BYTES });
  }

  /** Text of a draft, note or bibliography as it counts now. */
  textOf(uri: string): string | undefined {
    const known = this.#known.get(uri);
    return this.open.get(uri)?.text ?? known?.text ?? known?.story.textOf(uri);
  }

  /** Every text at hand, with its uri. */
  texts(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const uri of this.#known.keys()) {
      const text = this.textOf(uri);
      if (text !== undefined) texts.set(uri, text);
    }
    for (const [uri, open] of this.open) texts.set(uri, open.text);
    return texts;
  }

  /** Uris of the drafts of the Story with this folder. */
  drafts(root: string): readonly string[] {
    return [...this.#known.values()].filter(known => known.story.root === root && known.role === 'draft').map(known => known.file.uri);
  }

  /** Whether a file lies in a folder of the workspace. */
  isOurs(uri: string): boolean {
    return this.folders.some(folder => isWithin(folder, uri));
  }

  /** The Story of a file; one of its own where no walk has found it and no Story is around it. */
  storyOf(uri: string): Story {
    const known = this.#known.get(uri)?.story;
    return known ?? (isUntitled(uri) ? this.#storyOfUntitled(uri) : this.#storyAround(uri)) ?? this.#loneStory(parentUri(uri));
  }

  #storyAround(uri: string): Story | undefined {
    let best: Story | undefined;
    for (const story of this.#stories.values()) {
      if (isWithin(story.root, uri) && story.root.length > (best?.root.length ?? -1)) best = story;
    }
    return best;
  }

  /** What was never saved belongs where it is to be saved, else to the Story that it was begun in, else to the only one with evidence. */
  #storyOfUntitled(uri: string): Story | undefined {
    const { beside = '' } = this.open.get(uri) ?? {};
    const [only, ...others] = [...this.#stories.values()].filter(story => !story.dormant);
    return this.#storyAround(targetOfUntitled(uri)) ?? this.#storyAround(beside) ?? (others.length === 0 ? only : undefined);
  }

  /** Whether a change on disk may move files between Stories and roles: then everything is to be looked at again. */
  isStructural(uri: string, kind: 'created' | 'changed' | 'deleted'): boolean {
    const known = this.#known.get(uri);
    if (known?.role === 'configuration' || baseName(uri) === CONFIGURATION_FILE || baseName(uri) === '.gitignore') return this.isOurs(uri);
    if (known && kind !== 'deleted') return false;
    if (known) {
      // Without its last evidence a Story may fall dormant.
      return known.role !== 'draft' && known.role !== 'off' && this.#evidenceOf(known.story).length <= 1;
    }
    if (!isWorthKnowing(baseName(uri))) {
      // A folder, perhaps.
      return kind === 'deleted'
        ? [...this.#known.keys()].some(file => isWithin(uri, file))
        : !baseName(uri).includes('.') && this.isOurs(uri);
    }
    if (kind === 'deleted' || !this.isOurs(uri)) return false;
    const story = this.storyOf(uri);
    const folders = (relativePath(story.root, uri) ?? '').split('/').slice(0, -1);
    return (
      !this.#stories.has(story.root) ||
      story.dormant ||
      folders.lastIndexOf('notes') > 0 ||
      (folders[0] === 'notes' && !story.hasNotesFolder)
    );
  }

  #evidenceOf(story: Story): readonly Known[] {
    return [...this.#known.values()].filter(known => known.story === story && isEvidence(known.role));
  }
}
