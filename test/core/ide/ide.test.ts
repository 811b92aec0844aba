// What the editor shows and offers, as plain data: hovers, actions, completions, ways between draft and notes.
import assert from 'node:assert';
import { applyEdits } from '../../../server/src/core/engine/edits.ts';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { actionsAt, configurationEdit, fixAll } from '../../../server/src/core/ide/actions.ts';
import { completionsAt } from '../../../server/src/core/ide/completion.ts';
import { hoverAt } from '../../../server/src/core/ide/hover.ts';
import { plain } from '../../../server/src/core/ide/markdown.ts';
import { definitionsAt, referencesAt } from '../../../server/src/core/ide/navigation.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const DRAFT = `---
date: 2025-11-05
---

# Routers

The office took all 21 routers to its laboratory in Sandvik the same night.[^office]

"We have finished looking," Feld said.[^office]

The group is very likely Cozy Bear, and T1574.002 was used. CVE-2025-53770 is old; its vector was CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H. The mark is TLP:WHITE. See evil[.]com for a zero-day. It was called [the post](https://example.org/post).

[^office]: Briefing.
`;

const NOTES = `# Notes

## Briefing of the office {#office}
- published: 2025-11-03
- grade: B2
- url: https://example.org/briefing

The office took all 12 routers to its laboratory in Sandvik the same night.

> "We have not finished looking." — Jonas Feld

## A post {#post}
- url: https://example.org/post

[click](command:evil) <img src=x onerror=alert(1)> ![x](http://leak.example/x.png)

## Secret {#secret}
- tlp: RED

Nobody may know.
`;

async function load(files: Record<string, string> = {}): Promise<Workspace> {
  const workspace = createWorkspace({
    folders: [ROOT],
    ports: memoryPorts(new MemoryFiles({ 'draft.md': DRAFT, 'notes/n.md': NOTES, ...files })),
  });
  await workspace.load();
  return workspace;
}

const at = (words: string): number => DRAFT.indexOf(words) + 1;

describe('hover', () => {
  const SAYS: readonly (readonly [string, readonly string[]])[] = [
    ['21 routers', ['The notes say otherwise', '“21', '“12', 'Briefing of the office', '2025&#45;11&#45;03', 'grade B2 (usually reliable']],
    ['finished looking', ['The meaning differs', '**not**', 'Jonas Feld']],
    ['[^office]\n\n"We', ['Briefing of the office', 'grade B2']],
    ['very likely', ['80 to 95 %', 'ICD 203']],
    ['Cozy Bear', ['Also reported as', 'APT29']],
    ['T1574.002', ['revoked', 'T1574&#46;001', 'ATT&#38;CK']],
    ['CVE-2025-53770', ["CISA's catalogue of exploited vulnerabilities since 2025&#45;07&#45;20", 'ransomware', 'CISA KEV, ']],
    ['CVSS:3.1', ['9.8 (critical)', 'attack vector&#58; network', 'privileges required&#58; none']],
    ['TLP:WHITE', ['TLP&#58;CLEAR', 'shared without limit']],
    ['evil[.]com', ['evil&#91;&#46;&#93;com']],
    ['zero-day', ['zero', 'confused']],
    ['[the post]', ['A post']],
  ];
  for (const [words, expected] of SAYS) {
    it(words, async () => {
      const markdown = hoverAt(await load(), uriOf('draft.md'), at(words))?.markdown ?? '';
      const readable = markdown;
      for (const part of expected) assert.ok(readable.includes(part), `${part} is not in:\n${markdown}`);
    });
  }

  it('the house’s own terms and acronyms, before those of the lexicon', async () => {
    const configuration =
      'terms:\n  define:\n    zero-day: "a hole [we](command:x) found first"\n    parcel gate: the customs portal\n  acronyms: {IT: information technology}\n';
    const draft = 'A zero-day in the Parcel Gate was found by IT. It was big.\n';
    const workspace = await load({ '.backdraft.yaml': configuration, 'draft.md': draft });
    const hover = (words: string) => hoverAt(workspace, uriOf('draft.md'), draft.indexOf(words) + 1);
    const zero = hover('zero-day')?.markdown ?? '';
    assert.ok(zero.includes('found first') && !zero.includes('confused') && !zero.includes(']('), zero);
    const gate = hover('Parcel Gate');
    assert.ok(gate?.markdown.includes('the customs portal'));
    assert.equal(draft.slice(gate?.span.start, gate?.span.end), 'Parcel Gate');
    assert.ok(hover('IT.')?.markdown.includes('information technology'));
    assert.ok(!(hover('It was')?.markdown ?? '').includes('information technology'));
  });

  it('of a source in the notes: what it is and what rests on it', async () => {
    const workspace = await load({ 'notes/more.md': 'A note.\n\n## More {#more}\n- origin: office\n\nIt says so.\n' });
    const hover = (path: string, text: string, words: string) => hoverAt(workspace, uriOf(path), text.indexOf(words) + 1)?.markdown ?? '';
    for (const words of ['Briefing of', 'office}']) {
      const markdown = hover('notes/n.md', NOTES, words);
      assert.ok(/Briefing of the office/.test(markdown) && /Rests on this&#58; \d claim/.test(markdown), markdown);
    }
    assert.ok(hover('notes/more.md', 'A note.\n\n## More {#more}\n- origin: office\n', 'office').includes('Briefing of the office'));
    assert.equal(hover('notes/n.md', NOTES, 'Nobody may'), '');
  });

  it('of a claim that is supported in part: what is missing', async () => {
    const files = {
      'draft.md': 'The office took all 12 routers to its laboratory in Sandvik the same night, guarded by soldiers from Norway.[^office]\n',
    };
    const workspace = await load(files);
    const [claim] = workspace.check(uriOf('draft.md'))?.claims ?? [];
    const markdown = hoverAt(workspace, uriOf('draft.md'), 5)?.markdown ?? '';
    assert.equal(
      claim?.support.verdict === 'partial' && claim.support.missing.length > 0,
      /Not found in the source: “/.test(markdown),
      markdown,
    );
  });

  it('holds no link, image, html or live address of a note or draft', async () => {
    const workspace = await load();
    for (let offset = 0; offset < DRAFT.length; offset += 3) {
      const markdown = hoverAt(workspace, uriOf('draft.md'), offset)?.markdown ?? '';
      assert.ok(!/\]\(|<[a-z]|https?:\/\/|command:|www\./i.test(markdown), markdown);
    }
  });

  it('escapes everything that Markdown could read', () => {
    const hostile = '[a](command:x) <b> `c` **d** http://e.example www.f.example user@g.example &lt; # 1. - + ~~h~~ | ![i](j) \\';
    assert.ok(!/[[\]()<>`*#~|!\\@:/._]/.test(plain(hostile).replace(/&#\d+;/g, '')), plain(hostile));
  });

  it('says nothing where there is nothing to say', async () =>
    assert.equal(hoverAt(await load(), uriOf('draft.md'), DRAFT.indexOf('# Routers')), undefined));
  it('takes any offset', async () => {
    const workspace = await load();
    for (const offset of [-5, 0, DRAFT.length, DRAFT.length + 100]) hoverAt(workspace, uriOf('draft.md'), offset);
    assert.equal(hoverAt(workspace, uriOf('missing.md'), 0), undefined);
  });
});

describe('actions', () => {
  it('fixes first, then suppression, then the Story', async () => {
    const workspace = await load();
    const offset = at('TLP:WHITE');
    const titles = actionsAt(workspace, uriOf('draft.md'), { start: offset, end: offset }).filter(
      action => action.finding?.rule === 'handling/obsolete-tlp',
    );
    assert.ok(titles.length >= 3, JSON.stringify(titles));
    assert.equal(titles[0]?.preferred, true);
    assert.ok(titles.some(action => action.title.includes('Ignore')));
  });

  it('every action that suppresses hides the finding, everywhere in the sample', async () => {
    const workspace = await load();
    const checked = workspace.check(uriOf('draft.md'));
    for (const finding of checked?.findings ?? []) {
      const actions = actionsAt(workspace, uriOf('draft.md'), finding.span).filter(
        action => action.kind === 'suppress' && action.finding?.fingerprint === finding.fingerprint,
      );
      assert.ok(actions.length > 0, finding.rule);
      for (const action of actions.filter(one => one.edits.every(edit => edit.uri === uriOf('draft.md')))) {
        const other = await load();
        other.open(uriOf('draft.md'), applyEdits(DRAFT, action.edits), 'markdown');
        const left = other.check(uriOf('draft.md'))?.findings.filter(one => one.rule === finding.rule && one.text === finding.text) ?? [];
        assert.deepEqual(
          left.map(one => one.rule),
          [],
          action.title,
        );
      }
    }
  });

  it('fix-all restores quote and mark, leaves what the writer must decide, and is then done', async () => {
    const workspace = await load();
    const fixed = applyEdits(DRAFT, fixAll(workspace, uriOf('draft.md')));
    for (const words of ['We have not finished looking', '21 routers', 'TLP:CLEAR']) assert.ok(fixed.includes(words), `${words}\n${fixed}`);
    workspace.open(uriOf('draft.md'), fixed, 'markdown');
    assert.deepEqual(fixAll(workspace, uriOf('draft.md')), []);
  });

  it('edits of the configuration keep what stands there, and create it where it is missing', async () => {
    const existing = await load({ '.backdraft.yaml': '# ours\naudience: security # yes\n' });
    const edit = configurationEdit(existing, uriOf('draft.md'), ['rules', 'terms/hype'], 'off');
    assert.equal(
      applyEdits('# ours\naudience: security # yes\n', edit?.edits ?? []),
      '# ours\naudience: security # yes\nrules:\n  terms/hype: off\n',
    );
    const created = configurationEdit(await load(), uriOf('draft.md'), ['terms', 'acronyms', 'MFT'], '');
    assert.equal(created?.creates, uriOf('.backdraft.yaml'));
    assert.equal(configurationEdit(await load({ '.backdraft.yaml': 'rules: [\n' }), uriOf('draft.md'), ['rules', 'x'], 'off'), undefined);
  });
});

describe('completion', () => {
  for (const [typed, close] of [
    ['[@', ']'],
    ['[^', ']'],
    ['[[', ']]'],
    ['see @', ''],
  ] as const) {
    it(`keys after ${typed}`, async () => {
      const workspace = await load();
      const text = `${DRAFT}\n${typed}of`;
      workspace.open(uriOf('draft.md'), text, 'markdown');
      const found = completionsAt(workspace, uriOf('draft.md'), text.length);
      const office = found.find(one => one.label === 'office');
      assert.equal(office?.newText, `office${close}`);
      assert.equal(text.slice(office?.span.start, office?.span.end), 'of');
      assert.ok(!found.some(one => one.label === 'secret'), 'a source above the mark of the draft is offered');
    });
  }
  it('nothing elsewhere', async () => assert.deepEqual(completionsAt(await load(), uriOf('draft.md'), at('Routers')), []));
});

describe('navigation', () => {
  it('from a citation to its source, from a quote and a claim to their passages', async () => {
    const workspace = await load();
    const target = (words: string): string => {
      const [first] = definitionsAt(workspace, uriOf('draft.md'), at(words));
      return first ? NOTES.slice(first.span.start, first.span.end) : '';
    };
    assert.ok(target('[^office]\n\n"We').includes('office'));
    assert.ok(target('finished looking').includes('not finished looking'));
    assert.ok(target('21 routers').includes('12 routers'));
  });

  it('from a source to all that rests on it', async () => {
    const workspace = await load();
    const found = referencesAt(workspace, uriOf('notes/n.md'), NOTES.indexOf('{#office}') + 3, true);
    const words = found.map(({ uri, span }) => (uri === uriOf('draft.md') ? DRAFT : NOTES).slice(span.start, span.end));
    assert.equal(words.filter(text => text === '[^office]').length, 2);
    assert.ok(words.some(text => text.includes('21 routers')));
    assert.ok(found.some(({ uri }) => uri === uriOf('notes/n.md')));
  });
});
