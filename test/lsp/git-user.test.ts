// Whose name git would sign with: in a plain repository, a further working tree, a submodule.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gitUser } from '../../server/src/node/git-user.ts';

describe('The name that git would sign with', () => {
  let folder = '';
  const put = (name: string, text: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const user = (name: string): string => `[core]\n\tbare = false\n[user]\n\tname = ${name}\n`;
  const at = (name: string): Promise<string | undefined> => gitUser(pathToFileURL(path.join(folder, name)).href);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backdraft-git-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of the repository around a file', async () => {
    put('desk/.git/config', user('Ada Vole'));
    put('desk/stories/draft.md', 'x');
    assert.equal(await at('desk/stories/draft.md'), 'Ada Vole');
  });

  it('of a further working tree: its own, else that of the repository', async () => {
    put('desk/.git/config', user('Ada Vole'));
    put('desk/.git/worktrees/second/commondir', '../..\n');
    put('second/.git', `gitdir: ${path.join(folder, 'desk/.git/worktrees/second')}\n`);
    assert.equal(await at('second/draft.md'), 'Ada Vole');
    put('desk/.git/worktrees/second/config.worktree', user('Ben Teal'));
    assert.equal(await at('second/draft.md'), 'Ben Teal');
  });

  it('of a submodule', async () => {
    put('desk/.git/config', user('Ada Vole'));
    put('desk/.git/modules/notes/config', user('Cy Wren'));
    put('desk/notes/.git', 'gitdir: ../.git/modules/notes\r\n');
    assert.equal(await at('desk/notes/a.md'), 'Cy Wren');
  });

  it('does not stumble over a .git that is something else', async () => {
    put('desk/.git', 'not what git writes');
    const elsewhere = await at('other/draft.md');
    assert.equal(await at('desk/draft.md'), elsewhere);
  });
});
