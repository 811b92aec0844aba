// Renaming Sources: where, to what, and what changes with it in drafts, notes and bibliographies.
import assert from 'node:assert';
import { applyEdits } from '../../../server/src/core/engine/edits.ts';
import { editsOf, mayHold, movesOf, type Renaming, renamableAt, renameTo } from '../../../server/src/core/ide/rename.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf, type TestStory } from '../../support/ide.ts';
import { ROOT, uriOf } from '../../support/memory-files.ts';

const FILES: Readonly<Record<string, string>> = {
  'draft.md': `Lumenet gave routers.[@pool] So it is [see @pool, p. 3; -@report] and @pool and [[pool]] and [[pool|the pool]] and @{pool}.

The port[^pool] has [a pool](notes/all.md#pool), [[notes/all#pool]] and [[all#pool|x]]. A report[^report] of [some](notes/report.md)
and [others](./notes/report.md "title") and [more][ref], [[report]], [[notes/report.md]], not pool or report.[^1]

[^pool]: Pool report, [@pool].
[^report]: notes/report.md
[^1]: Something else, [@other].

[ref]: notes/report.md
`,
  'sub/second draft.txt': 'In plain text [^pool] and [@report].\n',
  'notes/all.md': `---
origin: "[[pool]]"
---

## Pool report {#pool}
- grade: B2

Lumenet gave routers, as [@report] had it.

## Other {#other .class}
- origin: "@pool"

Nothing of use, and nothing else.

## More {#more}
- origin: Pool report

Nothing.
`,
  'notes/report.md': '# A report\n\n- origin: pool\n\nThe port has twelve routers from Lumenet.\n',
  'notes/deep/twin.md': 'A note about a twin, the first of two.\n',
  'notes/twin.md': 'A note about a twin, the second of two.\n',
  'twins.md': 'One [@notes/twin], another [@notes/deep/twin].\n',
  'library.bib': '@misc{pool,\n  title = {Pool report},\n}\n@misc{entry, title = {An entry}}\n',
};

/** All files after a renaming. */
function renamed(story: TestStory, renaming: Renaming): Readonly<Record<string, string>> {
  const changed: Record<string, string> = {};
  for (const [path, text] of Object.entries(FILES)) {
    const after = applyEdits(text, editsOf(story.check(path.replaceAll(' ', '%20')), renaming));
    if (after === text) continue;
    assert.ok(mayHold(text, path, renaming), `${path} would have been passed over`);
    changed[path] = after;
  }
  return changed;
}

function renaming(story: TestStory, path: string, needle: string, name: string): Renaming {
  const found = renamableAt(story.check(path), story.at(path, needle, 1));
  assert.ok(found, `${needle} can be renamed`);
  const made = renameTo(story.workspace, ROOT, found.source, name);
  assert.ok(!('problem' in made), JSON.stringify(made));
  return made;
}

describe('rename', () => {
  const HERE: readonly (readonly [string, string, string])[] = [
    ['draft.md', 'pool]', 'pool'],
    ['draft.md', 'pool, p. 3', 'pool'],
    ['draft.md', 'pool|the', 'pool'],
    ['draft.md', 'pool]:', 'pool'],
    ['draft.md', 'report] of', 'report'],
    ['notes/all.md', 'pool}', 'pool'],
    ['notes/all.md', 'pool]]"', 'pool'],
    ['notes/all.md', 'pool"\n\nNothing', 'pool'],
    ['notes/report.md', 'pool', 'pool'],
    ['notes/report.md', 'A report', 'report'],
    ['library.bib', 'pool', 'pool'],
    ['library.bib', 'entry', 'entry'],
  ];
  for (const [path, needle, key] of HERE) {
    it(`finds ${key} at ${JSON.stringify(needle)} in ${path}`, async () => {
      const story = await storyOf(FILES);
      assert.equal(renamableAt(story.check(path), story.at(path, needle, 1))?.source.key, key);
    });
  }

  it('finds nothing elsewhere', async () => {
    const story = await storyOf(FILES);
    for (const [path, needle] of [
      ['draft.md', 'So it'],
      ['draft.md', '1]\n'],
      ['draft.md', '(notes/all.md'],
      ['notes/all.md', 'grade'],
      ['notes/all.md', 'Pool report\n'],
      ['notes/report.md', 'twelve'],
    ] as const)
      assert.equal(renamableAt(story.check(path), story.at(path, needle, 2)), undefined, needle);
    for (const offset of [-1, 1e9]) assert.equal(renamableAt(story.check('draft.md'), offset), undefined);
  });

  it('a heading’s key: all forms of citation, footnotes, origins, the bibliography entry', async () => {
    const story = await storyOf(FILES);
    const after = renamed(story, renaming(story, 'draft.md', 'pool]', 'pool-2026'));
    assert.equal(
      after['draft.md'],
      `Lumenet gave routers.[@pool-2026] So it is [see @pool-2026, p. 3; -@report] and @pool-2026 and [[pool-2026]] and [[pool-2026|the pool]] and @{pool-2026}.

The port[^pool-2026] has [a pool](notes/all.md#pool-2026), [[notes/all#pool-2026]] and [[all#pool-2026|x]]. A report[^report] of [some](notes/report.md)
and [others](./notes/report.md "title") and [more][ref], [[report]], [[notes/report.md]], not pool or report.[^1]

[^pool-2026]: Pool report, [@pool-2026].
[^report]: notes/report.md
[^1]: Something else, [@other].

[ref]: notes/report.md
`,
    );
    assert.equal(after['sub/second draft.txt'], 'In plain text [^pool-2026] and [@report].\n');
    assert.match(
      after['notes/all.md'] ?? '',
      /origin: "\[\[pool-2026\]\]"[\s\S]*\{#pool-2026\}[\s\S]*- origin: "@pool-2026"[\s\S]*- origin: Pool report/,
    );
    assert.match(after['notes/report.md'] ?? '', /- origin: pool-2026\n/);
    assert.match(after['library.bib'] ?? '', /^@misc\{pool-2026,\n/);
    assert.equal(Object.keys(after).length, 5);
  });

  it('a key that is a file’s name: the file, and links to it', async () => {
    const story = await storyOf(FILES);
    const made = renaming(story, 'draft.md', 'report] of', 'quay');
    assert.deepEqual([...made.paths], [['notes/report.md', 'notes/quay.md']]);
    const after = renamed(story, made);
    for (const part of [
      '-@quay]',
      'report[^quay] of [some](notes/quay.md)',
      '[others](./notes/quay.md "title")',
      '[[quay]], [[notes/quay.md]], not pool or report.',
      '[^quay]: notes/quay.md',
      '[ref]: notes/quay.md',
    ])
      assert.ok(after['draft.md']?.includes(part), `${part} is not in\n${after['draft.md']}`);
    assert.match(after['notes/all.md'] ?? '', /as \[@quay\] had it/);
    assert.equal(after['sub/second draft.txt'], 'In plain text [^pool] and [@quay].\n');
    assert.equal(Object.keys(after).length, 3);
  });

  it('moving files: links get new paths, equal names take or lose theirs', async () => {
    const story = await storyOf(FILES);
    const { view } = story.workspace.storyOf(uriOf('draft.md')) ?? assert.fail();
    const moved = renamed(story, movesOf(view, new Map([['notes/report.md', 'notes/deep/my report.md']])));
    assert.ok(moved['draft.md']?.includes('[some](notes/deep/my%20report.md)'), moved['draft.md']);
    assert.ok(moved['draft.md']?.includes('[^my-report]: notes/deep/my%20report.md'), moved['draft.md']);
    assert.ok(moved['draft.md']?.includes('-@my-report]'));
    const parted = movesOf(view, new Map([['notes/deep/twin.md', 'notes/deep/single.md']]));
    assert.deepEqual([...parted.keys].sort(), [
      ['notes/deep/twin', 'single'],
      ['notes/twin', 'twin'],
    ]);
    assert.equal(renamed(story, parted)['twins.md'], 'One [@twin], another [@single].\n');
    const folder = movesOf(view, new Map([['notes/all.md', 'notes/2026/everything.md']]));
    assert.ok(
      renamed(story, folder)['draft.md']?.includes(
        '(notes/2026/everything.md#pool), [[notes/2026/everything#pool]] and [[everything#pool|x]]',
      ),
    );
  });

  it('a draft that moves keeps its links', async () => {
    const story = await storyOf(FILES);
    const { view } = story.workspace.storyOf(uriOf('draft.md')) ?? assert.fail();
    const after = renamed(story, movesOf(view, new Map([['draft.md', 'drafts/old/draft.md']])));
    assert.ok(after['draft.md']?.includes('[some](../../notes/report.md)'), after['draft.md']);
  });

  it('says why a key cannot be had', async () => {
    const story = await storyOf(FILES);
    const problem = (path: string, needle: string, name: string): string => {
      const found = renamableAt(story.check(path), story.at(path, needle, 1)) ?? assert.fail();
      const made = renameTo(story.workspace, ROOT, found.source, name);
      return 'problem' in made ? ENGLISH.of(made.problem) : 'none';
    };
    assert.match(problem('draft.md', 'pool]', 'my key'), /letters, digits.*“my-key” would do/);
    for (const bad of ['', '  ', '[x]', 'a|b', '-x', 'x.']) assert.match(problem('draft.md', 'pool]', bad), /letters, digits/, bad);
    assert.match(problem('draft.md', 'pool]', 'other'), /already a source “other”/);
    assert.match(problem('draft.md', 'report] of', 'more'), /already a source “more”/);
    assert.match(problem('draft.md', 'report] of', 'all'), /already a file notes\/all\.md/);
    assert.match(problem('draft.md', 'report] of', 'a/b'), /name of a file/);
    assert.equal(problem('draft.md', 'pool]', 'pool'), 'none');
  });
});
