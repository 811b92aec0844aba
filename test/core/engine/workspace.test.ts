// The engine over a workspace: Stories, roles, dormant folders, changes in notes and configuration, what is not checked.
import assert from 'node:assert';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

async function load(files: Record<string, string>): Promise<{ workspace: Workspace; store: MemoryFiles }> {
  const store = new MemoryFiles(files);
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(store) });
  await workspace.load();
  return { workspace, store };
}

const rules = (workspace: Workspace, path: string): string[] => (workspace.check(uriOf(path))?.findings ?? []).map(finding => finding.rule);
const roles = (workspace: Workspace): Record<string, string> =>
  Object.fromEntries(workspace.files().map(file => [file.uri.slice(ROOT.length + 1), file.role]));

describe('roles and Stories', () => {
  it('follow path, front matter and configuration', async () => {
    const { workspace } = await load({
      'a/draft.md': 'x',
      'a/README.md': 'x',
      'a/notes/n.md': 'x',
      'a/notes/photo.jpg': 'x',
      'a/references.bib': '',
      'a/said.notes.md': 'x',
      'a/.hidden/x.md': 'x',
      'b/evidence/e.md': 'x',
      'b/story.txt': 'x',
      'b/.backdraft.yaml': 'notes: evidence/**\n',
      'b/off.md': '---\nbackdraft: off\n---\nx',
      'b/n.md': '---\nbackdraft: notes\n---\nx',
      'node_modules/p/x.md': 'x',
    });
    assert.deepEqual(roles(workspace), {
      'a/draft.md': 'draft',
      'a/notes/n.md': 'notes',
      'a/references.bib': 'bibliography',
      'a/said.notes.md': 'notes',
      'b/.backdraft.yaml': 'configuration',
      'b/evidence/e.md': 'notes',
      'b/n.md': 'notes',
      'b/story.txt': 'draft',
    });
    assert.equal(workspace.storyOf(uriOf('a/notes/n.md'))?.root, `${ROOT}/a`);
    assert.equal(workspace.storyOf(uriOf('b/story.txt'))?.root, `${ROOT}/b`);
  });

  it('what was never saved counts where it is to be saved, else beside what it was begun, else for the only Story with notes', async () => {
    const files = { 'a/draft.md': 'x', 'a/notes/n.md': 'x', 'b/draft.md': 'x', 'b/notes/n.md': 'x', 'c/plain.md': 'x' };
    const { workspace } = await load(files);
    const rootOf = (uri: string, beside?: string): string | undefined => {
      workspace.open(uri, 'x', 'markdown', beside);
      return workspace.check(uri)?.storyRoot?.replace(`${ROOT}/`, '');
    };
    assert.equal(rootOf('untitled:Untitled-1', uriOf('b/draft.md')), 'b');
    assert.equal(rootOf('untitled:Untitled-2', uriOf('a/notes/n.md')), 'a');
    assert.equal(rootOf(uriOf('a/new.md').replace('file://', 'untitled:'), uriOf('b/draft.md')), 'a');
    assert.ok(!['a', 'b'].includes(rootOf('untitled:Untitled-3') ?? ''), 'nobody can tell which');
    const { 'b/notes/n.md': _, ...one } = files;
    const alone = (await load(one)).workspace;
    alone.open('untitled:Untitled-1', 'They took 31 ships in May.\n', 'markdown');
    assert.equal(alone.check('untitled:Untitled-1')?.storyRoot, `${ROOT}/a`);
    assert.equal(alone.check('untitled:Untitled-1')?.role, 'draft');
  });

  it('what git ignores is no draft, but may be a note', async () => {
    const { workspace } = await load({
      '.gitignore': 'notes/\nbuild\n*.tmp.md\n',
      'draft.md': 'x',
      'x.tmp.md': 'x',
      'build/y.md': 'x',
      'notes/n.md': 'x',
    });
    assert.deepEqual(roles(workspace), { 'draft.md': 'draft', 'notes/n.md': 'notes' });
  });

  it('a Story without notes, bibliography and configuration is dormant: hints only, nothing about evidence', async () => {
    const draft = 'Intruders stole 2.3 million records from Fennmark on 3 March 2024, and TLP:WHITE is its mark.\n';
    const { workspace } = await load({ 'draft.md': draft });
    const checked = workspace.check(uriOf('draft.md')) ?? (await workspace.checkFile(uriOf('draft.md')));
    assert.ok(checked?.story?.dormant);
    assert.ok(
      checked.findings.every(finding => finding.severity === 'hint'),
      JSON.stringify(checked.findings),
    );
    assert.ok(checked.findings.every(finding => !/^(claims|quotes|citations|attribution)\//.test(finding.rule)));
  });
});

describe('changes', () => {
  const files = {
    'draft.md': 'The office took all 21 routers to its laboratory in Sandvik the same night.[^office]\n\n[^office]: Briefing.\n',
    'notes/office.md': 'The office took all 12 routers to its laboratory in Sandvik the same night.\n',
  };

  it('a note that is edited in the editor counts at once, and its file again when it is closed', async () => {
    const { workspace } = await load(files);
    const before = rules(workspace, 'draft.md');
    workspace.open(uriOf('notes/office.md'), files['notes/office.md'].replace('12', '21'), 'markdown');
    const revision = workspace.revision;
    assert.notDeepEqual(rules(workspace, 'draft.md'), before);
    await workspace.close(uriOf('notes/office.md'));
    assert.ok(workspace.revision > revision);
    assert.deepEqual(rules(workspace, 'draft.md'), before);
  });

  it('a note that is deleted or created on disk', async () => {
    const { workspace, store } = await load(files);
    const before = rules(workspace, 'draft.md');
    const text = store.files.get('notes/office.md') as string;
    store.files.delete('notes/office.md');
    await workspace.refresh([{ uri: uriOf('notes/office.md'), kind: 'deleted' }]);
    assert.notDeepEqual(rules(workspace, 'draft.md'), before);
    store.files.set('notes/office.md', text);
    await workspace.refresh([{ uri: uriOf('notes/office.md'), kind: 'created' }]);
    assert.deepEqual(rules(workspace, 'draft.md'), before);
  });

  it('a new file is taken in without reading the others again, and equals a fresh start', async () => {
    const { workspace, store } = await load({ ...files, 'notes/other.md': 'Nothing of it.\n', '.gitignore': 'build/\n*.tmp.md\n' });
    const reads = store.reads;
    for (const [path, text] of Object.entries({
      'notes/more.md': '21 routers.\n',
      'second.md': 'TLP:WHITE\n',
      'x.tmp.md': 'x',
      'build/y.md': 'y',
      'package.json': '{}',
    })) {
      store.files.set(path, text);
      await workspace.refresh([{ uri: uriOf(path), kind: 'created' }]);
    }
    assert.ok(store.reads - reads < 20, `${store.reads - reads} reads`);
    const fresh = (await load(Object.fromEntries(store.files))).workspace;
    const known = (of: Workspace): unknown => of.files().map(file => [file, rules(of, file.uri.slice(ROOT.length + 1))]);
    assert.deepEqual(known(workspace), known(fresh));
    for (const path of ['notes/more.md', 'second.md', 'notes/office.md']) {
      store.files.delete(path);
      await workspace.refresh([{ uri: uriOf(path), kind: 'deleted' }]);
    }
    assert.deepEqual(known(workspace), known((await load(Object.fromEntries(store.files))).workspace));
  });

  it('a configuration in the editor counts at once', async () => {
    const { workspace } = await load({ ...files, 'terms.md': 'TLP:WHITE was renamed.\n', '.backdraft.yaml': '' });
    assert.deepEqual(rules(workspace, 'terms.md'), ['handling/obsolete-tlp']);
    workspace.open(uriOf('.backdraft.yaml'), 'rules:\n  handling/obsolete-tlp: off\n', 'yaml');
    assert.deepEqual(rules(workspace, 'terms.md'), []);
  });

  it('what is typed, opened or closed while the workspace is read counts, whenever that is', async () => {
    const all = { ...files, 'terms.md': 'TLP:WHITE was renamed.\n', '.backdraft.yaml': 'strictness: standard\n' };
    const typed = {
      '.backdraft.yaml': 'rules:\n  handling/obsolete-tlp: off\n',
      'notes/office.md': files['notes/office.md'].replace('12', '21'),
      'terms.md': '---\nbackdraft: notes\n---\nTLP:WHITE was renamed.\n',
    };
    const seen = (of: Workspace): unknown => [roles(of), rules(of, 'draft.md'), rules(of, 'terms.md')];
    const wanted = async (open: readonly string[]): Promise<unknown> => {
      const { workspace } = await load(all);
      for (const path of open) workspace.open(uriOf(path), typed[path as keyof typeof typed], '');
      return seen(workspace);
    };
    for (const again of [false, true]) {
      for (let step = 1; ; step++) {
        const store = new MemoryFiles(all);
        let calls = 0;
        let act = (): void => {};
        const count = <T>(answer: T): T => {
          if (++calls === step) act();
          return answer;
        };
        const ports = memoryPorts(store);
        const workspace = createWorkspace({
          folders: [ROOT],
          ports: {
            ...ports,
            pause: async () => count(undefined),
            files: {
              read: async uri => count(await store.read(uri)),
              list: async uri => count(await store.list(uri)),
              stat: uri => store.stat(uri),
            },
          },
        });
        if (again) await workspace.load();
        const open = again ? ['.backdraft.yaml', 'notes/office.md', 'terms.md'] : [];
        for (const path of open) workspace.open(uriOf(path), all[path as keyof typeof typed], '');
        act = () => {
          for (const [path, text] of Object.entries(typed)) {
            if (again) workspace.change(uriOf(path), text);
            else workspace.open(uriOf(path), text, '');
          }
        };
        calls = 0;
        await workspace.load();
        const done = calls < step;
        if (done) break;
        await workspace.refresh([]);
        assert.deepEqual(seen(workspace), await wanted(Object.keys(typed)), `${again ? 'typed' : 'opened'} at step ${step}`);
      }
    }
  });

  it('what is closed unsaved while the workspace is read counts as it is on disk, whenever that is', async () => {
    const path = 'notes/office.md';
    const unsaved = files[path].replace('12', '21');
    const wanted = rules((await load(files)).workspace, 'draft.md');
    for (let step = 1; ; step++) {
      const store = new MemoryFiles(files);
      const ports = memoryPorts(store);
      let calls = 0;
      let closed: Promise<void> | undefined;
      const count = <T>(answer: T): T => {
        if (++calls === step) closed = workspace.close(uriOf(path));
        return answer;
      };
      const counting = {
        read: async (uri: string) => count(await store.read(uri)),
        list: async (uri: string) => count(await store.list(uri)),
        stat: (uri: string) => store.stat(uri),
      };
      const workspace = createWorkspace({ folders: [ROOT], ports: { ...ports, pause: async () => count(undefined), files: counting } });
      workspace.open(uriOf(path), unsaved, 'markdown');
      await workspace.load(() => count(undefined));
      if (closed === undefined) break;
      await closed;
      assert.equal(workspace.textOf(uriOf(path)), files[path], `closed at step ${step}`);
      assert.deepEqual(rules(workspace, 'draft.md'), wanted, `closed at step ${step}`);
    }
  });

  it('until the notes are read, claims are unchecked and rules that need evidence are silent', () => {
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
    workspace.open(uriOf('draft.md'), files['draft.md'], 'markdown');
    const checked = workspace.check(uriOf('draft.md'));
    assert.ok(checked);
    assert.ok(
      checked.findings.every(finding => !/^(claims|quotes|citations)\//.test(finding.rule)),
      JSON.stringify(checked.findings),
    );
  });

  it('equal questions get the same answer object', async () => {
    const { workspace } = await load(files);
    assert.equal(workspace.check(uriOf('draft.md')), workspace.check(uriOf('draft.md')));
  });
});

describe('configuration files', () => {
  it('extends another, relative to the file; circles end', async () => {
    const { workspace } = await load({
      'a/.backdraft.yaml': 'extends: ../base.yaml\n',
      'base.yaml': 'extends: a/.backdraft.yaml\nrules:\n  handling/obsolete-tlp: off\n',
      'a/draft.md': 'TLP:WHITE was renamed.\n',
    });
    assert.deepEqual(rules(workspace, 'a/draft.md'), []);
  });

  it('every problem is reported with its place', async () => {
    const { workspace } = await load({ '.backdraft.yaml': 'audience: readers\n', 'draft.md': 'x' });
    const checked = workspace.check(uriOf('.backdraft.yaml'));
    assert.deepEqual(
      checked?.problems.map(problem => problem.span),
      [{ start: 10, end: 17 }],
    );
  });
});

describe('bad input', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['only line ends', '\r\n\r\r\n\n'],
    ['NUL and control characters', 'a\u0000b\u0001\u0007 "quote\u0000" [@key'],
    ['lone surrogates', '\ud800 "said\udc00" TLP:\ud83d [^\ud800]\n'],
    ['right to left', '"אמר" הוא אמר [@key]\u202e TLP:WHITE\n'],
    ['CJK', '「安全」と彼は言った。2025年11月1日に二台の電話を渡した。\n'],
    ['unclosed fence', '```\ncode\n\n"quote" TLP:WHITE\n'],
    ['unclosed comment', '<!-- backdraft-disable-next-line \n\nText.\n'],
    ['unclosed front matter', '---\ntitle: x\n\nTLP:WHITE\n'],
    ['front matter bomb', `---\na: &a [x,x]\n${'b: [*a,*a]\n'.repeat(50)}---\nText.\n`],
    ['nested quotes', `${'> '.repeat(3000)}deep\n`],
    ['nested brackets', `${'['.repeat(5000)}x${']'.repeat(5000)}\n`],
    ['quotes never closed', `${'"and he said '.repeat(2000)}\n`],
    ['ten thousand words', `${'word '.repeat(10_000)}\n`],
    ['one long token', `${'a'.repeat(300_000)}\n`],
    ['dots', `${'1.'.repeat(50_000)}\n`],
    ['capitals', `${'THE OFFICE SAID IT TOOK 21 ROUTERS. '.repeat(300)}\n`],
  ];
  for (const [name, text] of HOSTILE) {
    it(`${name}: checked, without throwing`, async () => {
      const { workspace } = await load({
        'draft.md': text,
        'notes/n.md': text,
        'notes/t.txt': text,
        'draft2.txt': text,
        '.backdraft.yaml': text,
      });
      for (const file of workspace.files()) await workspace.checkFile(file.uri);
    });
  }

  it('what cannot be read as meant in notes and bibliographies is told at its place, and the rest counts', async () => {
    const note = '## Pool {#pool}\n- published: yesterday\n- grade: Z9\n\nThe town has 12 wells.\n';
    const bib = '@misc{a, title = {A}}\n@misc{b, title = {No end\n@misc{c, title = {C}}\n';
    const { workspace } = await load({ 'notes/n.md': note, 'references.bib': bib });
    const told = (path: string, text: string): string[] =>
      (workspace.check(uriOf(path))?.problems ?? []).map(({ span }) => text.slice(span?.start, span?.end));
    assert.deepEqual(told('notes/n.md', note), ['yesterday', 'Z9']);
    assert.equal(told('references.bib', bib).length, 1);
    assert.deepEqual([...workspace.sourcesOf(ROOT)].map(({ key }) => key).sort(), ['a', 'b', 'c', 'pool']);
    const before = workspace.check(uriOf('notes/n.md'))?.resultId;
    workspace.open(uriOf('notes/n.md'), note.replace('Z9', 'B2'));
    assert.notEqual(workspace.check(uriOf('notes/n.md'))?.resultId, before);
  });

  it('a note in another language says that it is not compared', async () => {
    const { workspace } = await load({ 'notes/ru.md': 'Президент получил два телефона первого ноября, сообщило министерство.\n' });
    assert.match(workspace.check(uriOf('notes/ru.md'))?.unchecked[0]?.reason ?? '', /another language/);
  });

  it('the key that a reference manager wrote into a note is its key', async () => {
    const { workspace } = await load({ 'notes/Smith report.md': '---\ncitekey: "@smith2025"\n---\nThe town has 12 wells.\n' });
    assert.deepEqual(
      workspace.sourcesOf(ROOT).map(({ key }) => key),
      ['smith2025'],
    );
  });

  it('a draft above the limit is said to be unchecked', async () => {
    const { workspace } = await load({ 'draft.md': 'TLP:WHITE '.repeat(100), '.backdraft.yaml': 'limits:\n  draft: 500\n' });
    const checked = workspace.check(uriOf('draft.md'));
    assert.deepEqual(checked?.findings, []);
    assert.ok(checked?.unchecked[0]?.reason.includes('limits.draft'));
    assert.equal(checked?.problems.length, 1);
  });

  it('a note above the limit is said to be unread, once, and not to be unused', async () => {
    const { workspace, store } = await load({
      'draft.md': 'It rained.\n',
      'notes/long.md': 'It rained. '.repeat(100),
      '.backdraft.yaml': 'limits:\n  note: 500\n',
    });
    assert.deepEqual(workspace.check(uriOf('notes/long.md'))?.findings, []);
    const said = workspace.problems.filter(({ uri }) => uri === uriOf('notes/long.md'));
    assert.equal(said.length, 1);
    assert.match(said[0]?.message ?? '', /limits\.note/);
    const told = (): number => workspace.problems.filter(({ uri }) => uri === uriOf('notes/long.md')).length;
    await workspace.refresh([{ uri: uriOf('notes/long.md'), kind: 'changed' }]);
    assert.equal(told(), 1);
    store.files.set('notes/long.md', 'It rained.\n');
    await workspace.refresh([{ uri: uriOf('notes/long.md'), kind: 'changed' }]);
    assert.equal(told(), 0);
  });

  it('a note above the limit is no evidence while it is open, either, until it is short enough', async () => {
    const long = `Lumenet gave 12 routers to the office.\n\n${'It rained. '.repeat(100)}\n`;
    const { workspace } = await load({
      'draft.md': 'Lumenet gave 12 routers to the office [@long].\n',
      'notes/long.md': long,
      '.backdraft.yaml': 'limits:\n  note: 500\n',
    });
    const uri = uriOf('notes/long.md');
    const told = (): number => workspace.problems.filter(problem => problem.uri === uri).length;
    const verdicts = async (): Promise<string[]> =>
      ((await workspace.checkFile(uriOf('draft.md')))?.claims ?? []).map(({ support }) => support.verdict);
    const unread = await verdicts();
    workspace.open(uri, long, 'markdown');
    assert.deepEqual([await verdicts(), told()], [unread, 1]);
    workspace.change(uri, `${long}It rained.\n`);
    assert.deepEqual([await verdicts(), told()], [unread, 1]);
    workspace.change(uri, long.slice(0, 400));
    assert.deepEqual([await verdicts(), told()], [['supported'], 0]);
    await workspace.close(uri);
    assert.deepEqual([await verdicts(), told()], [unread, 1]);
  });
});
