// Owns: walking folders: which files there are, which Story each belongs to, what git ignores.
// Must not know: what files say; that is asked of whoever reads them.
import { isSidecar } from './annotations.ts';
import { CONFIGURATION_FILE } from './configuration.ts';
import { GitIgnore } from './gitignore.ts';
import type { FileStore } from './types.ts';
import { joinUri, relativePath } from './uri.ts';

export interface FoundFile {
  readonly uri: string;
  /** Uri of the Story's folder: the nearest ancestor with a configuration or a `notes` folder, else the workspace folder. */
  readonly storyRoot: string;
  /** Path from the Story's folder, with "/". */
  readonly path: string;
  /** Git ignores it: then it is no draft, but it may be a note. */
  readonly ignored: boolean;
  readonly mtime?: number;
}

export interface Found {
  readonly files: readonly FoundFile[];
  /** Stories that have a configuration or a `notes` folder, with the nearest configuration above each. */
  readonly stories: ReadonlyMap<string, { readonly configuration?: string; readonly hasNotesFolder: boolean }>;
  /** Uris of the sidecars that hold annotations. */
  readonly sidecars: readonly string[];
  /** More files than `maxFiles`: the rest was not looked at. */
  readonly truncated: boolean;
}

const MAX_DEPTH = 40;
const WORTH_KNOWING = /\.(?:md|markdown|txt|bib|bibtex|json|html?|eml|vtt|srt|pdf|docx)$/i;

/** Whether a file of this name could be a draft, notes or a bibliography. */
export function isWorthKnowing(name: string): boolean {
  return WORTH_KNOWING.test(name);
}

interface Folder {
  readonly uri: string;
  readonly storyRoot: string;
  /** Path of this folder from the Story's root, with "/" at the end, or empty. */
  readonly path: string;
  /** Path from the workspace folder, the same way. */
  readonly fromTop: string;
  readonly configuration?: string;
  readonly git: GitIgnore;
  readonly ignored: boolean;
  readonly depth: number;
}

/** Walks one workspace folder. Never throws; folders that cannot be read are empty. */
export async function discover(
  top: string,
  files: FileStore,
  options: { readonly maxFiles: number; readonly pause: () => Promise<void>; readonly signal?: { readonly aborted: boolean } },
): Promise<Found> {
  const found: FoundFile[] = [];
  const stories = new Map<string, { configuration?: string; hasNotesFolder: boolean }>();
  const sidecars: string[] = [];
  const queue: Folder[] = [{ uri: top, storyRoot: top, path: '', fromTop: '', git: new GitIgnore(), ignored: false, depth: 0 }];
  let truncated = false;
  let visited = 0;
  for (let folder = queue.shift(); folder; folder = queue.shift()) {
    if (options.signal?.aborted) break;
    if (++visited % 50 === 0) await options.pause();
    const entries = await files.list(folder.uri);
    const hasConfiguration = entries.some(entry => entry.name === CONFIGURATION_FILE && entry.type === 'file');
    const hasNotesFolder = entries.some(entry => entry.name === 'notes' && entry.type === 'folder');
    const isStory = hasConfiguration || hasNotesFolder || folder.depth === 0;
    const storyRoot = isStory ? folder.uri : folder.storyRoot;
    const path = isStory ? '' : folder.path;
    const configuration = hasConfiguration ? joinUri(folder.uri, CONFIGURATION_FILE) : folder.configuration;
    if (isStory) stories.set(storyRoot, { hasNotesFolder, ...(configuration ? { configuration } : {}) });
    let git = folder.git;
    if (entries.some(entry => entry.name === '.gitignore' && entry.type === 'file')) {
      const content = await files.read(joinUri(folder.uri, '.gitignore'), { maxBytes: 1 << 20 });
      if (content.kind === 'text') git = git.add(folder.fromTop.slice(0, -1), content.text);
    }
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const uri = joinUri(folder.uri, entry.name);
      if (entry.type === 'folder') {
        if (entry.name.startsWith('.') || entry.name === 'node_modules' || folder.depth >= MAX_DEPTH) continue;
        const ignored = folder.ignored || git.ignores(`${folder.fromTop}${entry.name}/`);
        // What git ignores may still be evidence: many keep notes out of the repository.
        if (ignored && entry.name !== 'notes' && !folder.ignored) continue;
        queue.push({
          uri,
          storyRoot,
          path: `${path}${entry.name}/`,
          fromTop: `${folder.fromTop}${entry.name}/`,
          git,
          ignored,
          depth: folder.depth + 1,
          ...(configuration ? { configuration } : {}),
        });
      } else if (entry.type === 'file' && isSidecar(entry.name)) {
        sidecars.push(uri);
      } else if (
        entry.type === 'file' &&
        (entry.name === CONFIGURATION_FILE || (!entry.name.startsWith('.') && isWorthKnowing(entry.name)))
      ) {
        if (found.length >= options.maxFiles) {
          truncated = true;
          continue;
        }
        found.push({
          uri,
          storyRoot,
          path: `${path}${entry.name}`,
          ignored: folder.ignored || git.ignores(`${folder.fromTop}${entry.name}`),
          ...(entry.mtime === undefined ? {} : { mtime: entry.mtime }),
        });
      }
    }
  }
  return { files: found, stories, sidecars, truncated };
}

/** Whether git ignores a file, by the ignore files from the workspace folder `top` down. */
export async function isIgnored(top: string, uri: string, files: FileStore): Promise<boolean> {
  const parts = (relativePath(top, uri) ?? '').split('/');
  let git = new GitIgnore();
  for (let depth = 0; depth < parts.length; depth++) {
    const content = await files.read(joinUri(top, ...parts.slice(0, depth), '.gitignore'), { maxBytes: 1 << 20 });
    if (content.kind === 'text') git = git.add(parts.slice(0, depth).join('/'), content.text);
    const isLast = depth === parts.length - 1;
    if (git.ignores(`${parts.slice(0, depth + 1).join('/')}${isLast ? '' : '/'}`)) return true;
  }
  return false;
}
