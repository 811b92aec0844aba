// Defanging and refanging, one and all, and terms of the scale: only what is meant is touched, and nothing is lost on the way.
import assert from 'node:assert';
import { applyEdits } from '../../../server/src/core/engine/edits.ts';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { type Action, actionsAt } from '../../../server/src/core/ide/actions.ts';
import { defangAll, refangAll } from '../../../server/src/core/ide/rewrites.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const NOTES = { 'notes/post.md': '---\nurl: https://depot-post.net/report\n---\n\nThe page stood at parcel-noted[.]net.\n' };

async function load(text: string): Promise<Workspace> {
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...NOTES, 'draft.md': text })) });
  await workspace.load();
  return workspace;
}

async function checkedOf(text: string) {
  const checked = (await load(text)).check(uriOf('draft.md'));
  assert.ok(checked?.view);
  return { checked, view: checked.view };
}

/** Actions of one kind at «words», and what each makes of the text. */
async function at(marked: string, kind: Action['kind']): Promise<Record<string, string>> {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const found = actionsAt(await load(text), uriOf('draft.md'), { start, end }).filter(action => action.kind === kind);
  return Object.fromEntries(found.map(action => [action.title, applyEdits(text, action.edits)]));
}

const DRAFT = `The mail pointed to hxxps://parcel-return[.]com/a?b=c#d and to http://parcel-return.com/x.

# Indicators

- <https://parcel-refund.net/login>
- 198.18.20.4
- admin@parcel-refund.net
- hxxp://parcel-half.com
- 2a00:1450:4001:82f::200e
- parcel-noted.net (see [the post](https://depot-post.net/report), https://depot-post.net/report and \`curl http://parcel-return.com\`)

# The shop

The shop is at fennmark-outdoor.de and its code on github.com. See 192.0.2.7 and [a link](http://parcel-return.com).
`;

describe('defang and refang', () => {
  it('one, at the cursor', async () => {
    assert.deepEqual(await at('The shop is at «fennmark-outdoor.de» now.\n', 'rewrite'), {
      'Defang this indicator': 'The shop is at fennmark-outdoor[.]de now.\n',
    });
    assert.deepEqual(await at('It was hxxp://parcel-«r»eturn[.]com/a.b now.\n', 'rewrite'), {
      'Refang this indicator': 'It was http://parcel-return.com/a.b now.\n',
    });
    assert.deepEqual(await at('See <https://parcel«»-refund.net/login>.\n', 'rewrite'), {
      'Defang this indicator': 'See hxxps://parcel-refund[.]net/login.\n',
    });
    assert.deepEqual(await at('«No» address.\n', 'rewrite'), {});
    assert.deepEqual(await at('Type `curl http://parcel«»-return.com` there.\n', 'rewrite'), {});
  });

  it('titles hold no address', async () => {
    for (const title of Object.keys(await at(DRAFT.replace('- 198.18.20.4', '- 198.«»18.20.4'), 'rewrite')))
      assert.ok(!/[a-z0-9]\.[a-z0-9]/i.test(title), title);
  });

  it('all: attackers’ addresses and no others', async () => {
    const { checked } = await checkedOf(DRAFT);
    const after = applyEdits(DRAFT, defangAll(checked));
    assert.equal(
      after,
      DRAFT.replace('http://parcel-return.com/x', 'hxxp://parcel-return[.]com/x')
        .replace('<https://parcel-refund.net/login>', 'hxxps://parcel-refund[.]net/login')
        .replace('198.18.20.4', '198.18.20[.]4')
        .replace('admin@parcel-refund.net', 'admin@parcel-refund[.]net')
        .replace('hxxp://parcel-half.com', 'hxxp://parcel-half[.]com')
        .replace('82f::200e', '82f:[:]200e')
        .replace('- parcel-noted.net', '- parcel-noted[.]net'),
    );
    assert.deepEqual(defangAll((await checkedOf(after)).checked), [], 'twice changes nothing');
  });

  it('there and back loses nothing', async () => {
    const { checked, view } = await checkedOf(DRAFT);
    const values = (of: typeof view): string[] => [...of.all('indicators')].map(({ fact }) => `${fact.kind} ${fact.value}`);
    const defangedText = applyEdits(DRAFT, defangAll(checked));
    const defanged = await checkedOf(defangedText);
    assert.deepEqual(values(defanged.view), values(view));
    const back = await checkedOf(applyEdits(defangedText, refangAll(defanged.checked)));
    assert.deepEqual(values(back.view), values(view));
    assert.ok([...back.view.all('indicators')].every(({ fact }) => fact.written === 'plain'));
  });
});

describe('terms of the scale', () => {
  const ONE: readonly (readonly [string, readonly string[]])[] = [
    // NATO and PHIA both have it, and mean different ranges.
    [
      'We assess that it is «highly likely» that they return.\n',
      ['We assess that it is almost certain that they return.\n', 'We assess that it is very likely that they return.\n'],
    ],
    ['It is «extremely improbable».\n', ['It is highly improbable.\n']],
    ['---\nscale: phia\n---\n\nIt is «Very likely».\n', ['---\nscale: phia\n---\n\nIt is Highly likely.\n']],
    ['It is «very likely» that they return.\n', []],
    ['They «almost certainly» return.\n', []],
    ['There is a «realistic possibility» that they return.\n', []],
    ['"It is «highly likely» that they return," Feld said.\n', []],
  ];
  for (const [marked, expected] of ONE) {
    it(JSON.stringify(marked), async () => assert.deepEqual(Object.values(await at(marked, 'rewrite')), expected));
  }

  it('nothing twice: where a finding has the fix, it stays the finding’s', async () => {
    const marked = '---\nscale: phia\n---\n\nIt is «very likely».\n';
    const expected = '---\nscale: phia\n---\n\nIt is highly likely.\n';
    assert.deepEqual(await at(marked, 'rewrite'), {});
    assert.ok(Object.values(await at(marked, 'quickfix')).includes(expected));
  });
});
