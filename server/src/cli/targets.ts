// Owns: which folder to load for the paths of a command line, and which files they mean.
// Must not know: what is done with them.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Target {
  /** Absolute path as named. */
  readonly path: string;
  readonly isFolder: boolean;
  /** The folder whose Stories and configuration count for it. */
  readonly workspace: string;
}

/** What a path means; undefined when nothing is there. `mayBeNew` takes a file that does not exist yet. */
export function targetOf(named: string, workingDirectory: string, mayBeNew = false): Target | undefined {
  const full = path.resolve(workingDirectory, named);
  const exists = existsSync(full);
  if (!exists && !mayBeNew) return undefined;
  const isFolder = exists && statSync(full).isDirectory();
  return { path: full, isFolder, workspace: workspaceOf(isFolder ? full : path.dirname(full), workingDirectory) };
}

/**
 * The folder to load for what stands in `start`: up to the nearest Story's folder and the nearest configuration,
 * not above the working directory. So a check of one draft finds its notes and walks nothing else.
 */
function workspaceOf(start: string, workingDirectory: string): string {
  const top = isWithin(workingDirectory, start) ? path.resolve(workingDirectory) : path.parse(start).root;
  let story: string | undefined;
  let configuration: string | undefined;
  for (let folder = start; ; folder = path.dirname(folder)) {
    const hasConfiguration = existsSync(path.join(folder, '.backdraft.yaml'));
    if (!story && (hasConfiguration || existsSync(path.join(folder, 'notes')))) story = folder;
    if (!configuration && hasConfiguration) configuration = folder;
    if (folder === top || folder === path.dirname(folder)) break;
  }
  return configuration ?? story ?? start;
}

/** Targets by the folder to load for them, outer folders first: they know more of what lies in them than inner ones. */
export function byWorkspace(targets: readonly Target[]): readonly (readonly [string, readonly Target[]])[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) groups.set(target.workspace, [...(groups.get(target.workspace) ?? []), target]);
  return [...groups].sort(([a], [b]) => a.length - b.length);
}

/** Whether `file` is `folder` or lies below it. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}
