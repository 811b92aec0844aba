// Owns: the name that git would sign with, read from git's files. Nothing is run.
// Must not know: what it is for.
import { readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `user.name` of the repository that holds a file, else the user's own. */
export async function gitUser(uri: string): Promise<string | undefined> {
  const home = os.homedir();
  const own = [path.join(home, '.gitconfig'), path.join(process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'git', 'config')];
  for (const file of [...(await repositoryConfiguration(uri)), ...own]) {
    const name = nameIn(await readFile(file, 'utf8').catch(() => ''));
    if (name) return name;
  }
  return undefined;
}

async function repositoryConfiguration(uri: string): Promise<readonly string[]> {
  if (!uri.startsWith('file:')) return [];
  try {
    for (let folder = path.dirname(fileURLToPath(uri)); ; folder = path.dirname(folder)) {
      const git = path.join(folder, '.git');
      const found = await stat(git).catch(() => undefined);
      if (found?.isDirectory()) return [path.join(git, 'config')];
      if (found?.isFile()) return await linkedConfiguration(git);
      if (path.dirname(folder) === folder) return [];
    }
  } catch {
    return [];
  }
}

/** Where a further working tree or a submodule has its configuration: its `.git` is a file that says where git's folder is (gitrepository-layout). */
async function linkedConfiguration(git: string): Promise<readonly string[]> {
  const target = /^gitdir:[ \t]*(\S.*)$/m.exec(await readFile(git, 'utf8'))?.[1]?.trim();
  if (target === undefined) return [];
  const own = path.resolve(path.dirname(git), target);
  const common = (await readFile(path.join(own, 'commondir'), 'utf8').catch(() => '')).trim();
  return [path.join(own, 'config.worktree'), path.join(path.resolve(own, common), 'config')];
}

/** `name` of the section `[user]`; the last one counts. */
export function nameIn(configuration: string): string | undefined {
  let name: string | undefined;
  let inUser = false;
  for (const line of configuration.split(/\r?\n/)) {
    const text = line.trim();
    if (text.startsWith('[')) inUser = /^\[user\]/i.test(text);
    const value = inUser && /^name\s*=/i.test(text) ? text.slice(text.indexOf('=') + 1).trim() : undefined;
    if (value)
      name = value.startsWith('"') ? value.slice(1, value.endsWith('"') && value.length > 1 ? -1 : undefined) : value.split(/\s[#;]/)[0];
  }
  return name || undefined;
}
