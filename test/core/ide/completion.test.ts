// Completion: what is offered where, what it replaces, and what is never offered.
import assert from 'node:assert';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { type Completion, completionsAt } from '../../../server/src/core/ide/completion.ts';
import { RULES } from '../../../server/src/core/rules/registry.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const FILES = {
  '.backdraft.yaml': `terms:
  prefer:
    cyber attack: cyberattack
    darknet: dark web
  ban: { phreaking: '' }
  define:
    parcel gate: the customs portal of the depot
    Anna Berg list: nobody should see this
  acronyms: { DPO: data protection officer }
`,
  'notes/pool.md': 'The holes CVE-2025-53770 and CVE-2024-11111 were used.\n',
  'notes/partner.md': '---\ntlp: AMBER\n---\n\nThe hole CVE-2024-22222 was used.\n',
  'notes/desk.md': '---\nterms: off-record\n---\n\nThe hole CVE-2024-33333 was used.\n',
  'notes/source.md': '---\nconfidential: Anna Berg\n---\n\nThe hole CVE-2024-44444 was used.\n',
};

/** The cursor is `|`. */
async function complete(
  marked: string,
  files: Record<string, string> = {},
  words = true,
  path = 'draft.md',
): Promise<{ items: readonly Completion[]; text: string }> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const workspace: Workspace = createWorkspace({
    folders: [ROOT],
    ports: memoryPorts(new MemoryFiles({ ...FILES, ...files, [path]: text })),
  });
  await workspace.load();
  return { items: completionsAt(workspace, uriOf(path), offset, words), text };
}

const result = (text: string, { span, newText }: Completion): string => text.slice(0, span.start) + newText + text.slice(span.end);

/** What is typed, and a text that taking one of the completions leads to. */
const OFFERS: readonly (readonly [string, string])[] = [
  ['The mark is TLP:|\n', 'The mark is TLP:AMBER+STRICT\n'],
  ['The mark is tlp:gr|een here\n', 'The mark is TLP:GREEN here\n'],
  ['---\ntlp: A|\n---\n\nText.\n', '---\ntlp: AMBER\n---\n\nText.\n'],
  ['---\nscale: |\n---\n\nText.\n', '---\nscale: phia\n---\n\nText.\n'],
  ['---\nbackdraft-disable: [terms/hype, cl|]\n---\n\nText.\n', '---\nbackdraft-disable: [terms/hype, claims/uncited]\n---\n\nText.\n'],
  ['<!-- backdraft-|\n', '<!-- backdraft-disable-next-line\n'],
  ['<!-- backdraft-dis| -->\n', '<!-- backdraft-disable -->\n'],
  [
    '<!-- backdraft-disable-next-line terms/hy| -- reason -->\n\nText.\n',
    '<!-- backdraft-disable-next-line terms/hype -- reason -->\n\nText.\n',
  ],
  ['<!-- backdraft-disable terms/hype |-->\n', '<!-- backdraft-disable terms/hype claims-->\n'],
  ['It used CVE-2025|\n', 'It used CVE-2025-53770\n'],
  ['It used cve-2024-1|99\n', 'It used CVE-2024-11111\n'],
  ['They used T1566.00|\n', 'They used T1566.001\n'],
  ['They used T1566.00|2 again\n', 'They used T1566.001 again\n'],
  ['The tactic TA000|.\n', 'The tactic TA0001.\n'],
  ['They used T1566.001 (Spear|\n', 'They used T1566.001 (Spearphishing Attachment\n'],
  ['They sent mails, spearphishing att|.\n', 'They sent mails, Spearphishing Attachment (T1566.001).\n'],
  ['The group cozy be|\n', 'The group Cozy Bear\n'],
  ['It is very l| that\n', 'It is very likely that\n'],
  ['Very l|\n', 'Very likely\n'],
  ['It is al| so by ICD 203: almost c|\n'.replace('| so', ' so'), 'It is al so by ICD 203: almost certain\n'],
  ['---\nscale: phia\n---\n\nThere is a realistic p|\n', '---\nscale: phia\n---\n\nThere is a realistic possibility\n'],
  ['A cyber att|\n', 'A cyberattack\n'],
  ['Cyber att|ack\n', 'Cyberattack\n'],
  ['On the darkn|\n', 'On the dark web\n'],
  ['Through the parcel g|\n', 'Through the parcel gate\n'],
  ['We asked the DPO| and a zero d|\n'.replace('O|', 'O'), 'We asked the DPO and a zero-day\n'],
  ['It is credential st|\n', 'It is credential stuffing\n'],
];

const QUOTES = {
  'notes/said.md':
    '## Call {#call}\n\n> "We have not checked every single router." — Ana Feld\n\n> "Nobody told us, he said." — Jo Hale\n\n## Secret {#secret}\n- tlp: RED\n\n> "We have seen the list." — Mo Reed\n\n## Desk {#desk}\n- terms: background\n\n> "We have no idea." — Bo Lund\n',
  'notes/other.md': '- confidential: Eve Ray\n\n> "We have asked Eve Ray." — Al Moss\n',
};

/** The same for notes and configurations, and for quotes; the path of the file first. */
const OFFERS_IN: readonly (readonly [string, string, string])[] = [
  ['draft.md', 'She said: "We ha|\n', 'She said: "We have not checked every single router."\n'],
  ['draft.md', 'She said: “every sin|” then\n', 'She said: “We have not checked every single router.” then\n'],
  ['draft.md', 'Jo Hale said: "|\n', 'Jo Hale said: "Nobody told us, he said."\n'],
  ['draft.md', '> We|\n', '> We have not checked every single router.\n'],
  ['draft.md', '---\nau|\n---\n\nText.\n', '---\naudience: \n---\n\nText.\n'],
  ['notes/n.md', '## A {#a}\n- gr|\n', '## A {#a}\n- grade: \n'],
  ['notes/n.md', '## A {#a}\n- url: x\n- pub|: 2026\n', '## A {#a}\n- url: x\n- published: 2026\n'],
  ['notes/n.md', '## A {#a}\n- grade: B|\n', '## A {#a}\n- grade: B2\n'],
  ['notes/n.md', '## A {#a}\n\n- tlp: |\n', '## A {#a}\n\n- tlp: AMBER+STRICT\n'],
  ['notes/n.md', '## A {#a}\n- terms: on|\n', '## A {#a}\n- terms: on-record\n'],
  ['notes/n.md', '## A {#a}\n- origin: ca|\n', '## A {#a}\n- origin: call\n'],
  ['notes/n.md', '---\ngra|\n---\n\nText.\n', '---\ngrade: \n---\n\nText.\n'],
  ['notes/n.md', '---\nterms: |\n---\n\nText.\n', '---\nterms: off-record\n---\n\nText.\n'],
  ['notes/n.md', '---\nbackdraft: |\n---\n\nText.\n', '---\nbackdraft: notes\n---\n\nText.\n'],
  ['notes/n.md', '<!-- backdraft-disable cit| -->\n', '<!-- backdraft-disable citations/unused-source -->\n'],
  ['notes/n.md', 'sou|', '---\nurl: https://\npublished: YYYY-MM-DD\ngrade: B2\n---\n\n\n'],
  [
    'notes/n.md',
    'Text.\n\n## |\n',
    'Text.\n\n## Title of the source {#key}\n- url: https://\n- published: YYYY-MM-DD\n- grade: B2\n\n\n\n',
  ],
  ['.backdraft.yaml', 'aud|\n', 'audience: \n'],
  ['.backdraft.yaml', 'audience: |\n', 'audience: security\n'],
  ['.backdraft.yaml', 'audience: general\n|', 'audience: general\nrules:'],
  ['.backdraft.yaml', 'citations:\n  st|\n', 'citations:\n  style: \n'],
  ['.backdraft.yaml', 'citations:\n  style: p|\naudience: general\n', 'citations:\n  style: pandoc\naudience: general\n'],
  ['.backdraft.yaml', 'rules:\n  terms/hype: off\n  terms/mis|\n', 'rules:\n  terms/hype: off\n  terms/misused: \n'],
  ['.backdraft.yaml', 'rules:\n  cla|\n', 'rules:\n  claims: \n'],
  ['.backdraft.yaml', 'rules:\n  claims/unsupported: |\n', 'rules:\n  claims/unsupported: hint\n'],
  ['.backdraft.yaml', 'rules:\n  claims/stale-source:\n    |\n', 'rules:\n  claims/stale-source:\n    days: \n'],
  ['.backdraft.yaml', 'rules:\n  claims/stale-source:\n    severity: |\n', 'rules:\n  claims/stale-source:\n    severity: off\n'],
  ['.backdraft.yaml', 'handling:\n  # ours\n\n  default: "AM|"\n', 'handling:\n  # ours\n\n  default: "AMBER"\n'],
  ['.backdraft.yaml', 'terms:\n  prefer:\n    a: b\n  |\n', 'terms:\n  prefer:\n    a: b\n  ban:\n'],
];

describe('completion in notes and configurations, and of quotes', () => {
  for (const [path, marked, expected] of OFFERS_IN) {
    it(`${path}: ${JSON.stringify(marked)}`, async () => {
      const { items, text } = await complete(marked, QUOTES, true, path);
      const results = items.map(item => result(text, item));
      assert.ok(
        results.includes(expected),
        `${JSON.stringify(expected)} is not among\n${results.map(one => JSON.stringify(one)).join('\n')}`,
      );
      const item = items[results.indexOf(expected)];
      const before = text.slice(item?.span.start, marked.indexOf('|')).toLowerCase();
      assert.ok(item?.filterText.toLowerCase().startsWith(before), `${item?.filterText} would be filtered out by ${before}`);
    });
  }

  it('quotes only of sources that may be offered, without protected names, the speaker’s first', async () => {
    const quotes = async (marked: string): Promise<string[]> => (await complete(marked, QUOTES)).items.map(item => item.newText);
    assert.deepEqual(await quotes('She said: "We ha|\n'), ['We have not checked every single router."']);
    assert.deepEqual(await quotes('---\ntlp: RED\n---\n\nShe said: "We ha|\n'), [
      'We have not checked every single router."',
      'We have seen the list."',
    ]);
    assert.equal((await quotes('Hale told us more. "|\n'))[0], 'Nobody told us, he said."');
    assert.deepEqual(await quotes('He called it "big" and said "nothing" |\n'), []);
    assert.deepEqual(await quotes('He called it "big"|\n'), []);
  });

  for (const [path, nothing] of [
    ['notes/n.md', 'Text of a no|\n'],
    ['notes/n.md', 'Text.\n- gr|\n'],
    ['notes/n.md', '```\n- gr|\n```\n'],
    ['notes/n.md', '## A {#a}\n- url: htt|\n'],
    ['.backdraft.yaml', '# aud|\n'],
    ['.backdraft.yaml', 'terms:\n  prefer:\n    cy|\n'],
    ['.backdraft.yaml', 'nonsense:\n  a|\n'],
    ['.backdraft.yaml', 'rules: [|]\n'],
    ['.backdraft.yaml', 'attack:\n  bundle: t|\n'],
  ] as const) {
    it(`nothing in ${path}: ${JSON.stringify(nothing)}`, async () =>
      assert.deepEqual(
        (await complete(nothing, QUOTES, true, path)).items.map(item => item.newText),
        [],
      ));
  }

  it('keys that are there are not offered again', async () => {
    const keys = async (path: string, marked: string): Promise<string[]> =>
      (await complete(marked, {}, true, path)).items.map(item => item.label);
    assert.ok(!(await keys('.backdraft.yaml', 'audience: general\n|\nstrictness: strict\n')).some(key => /audience|strictness/.test(key)));
    assert.ok(!(await keys('notes/n.md', '## A {#a}\n- url: x\n- |\n')).includes('url'));
    assert.ok(!(await keys('draft.md', '---\ndate: 2026-01-01\n|\n---\n\nText.\n')).includes('date'));
  });

  it('snippets hold places to fill in, and no text of others', async () => {
    const { items } = await complete('## |\n', {}, true, 'notes/n.md');
    assert.match(items[0]?.snippet ?? '', /\{#\$\{2:key\}\}/);
    assert.ok(!items[0]?.newText.includes('$'));
  });
});

describe('completion', () => {
  for (const [marked, expected] of OFFERS) {
    it(JSON.stringify(marked), async () => {
      const { items, text } = await complete(marked);
      const results = items.map(item => result(text, item));
      assert.ok(
        results.includes(expected),
        `${JSON.stringify(expected)} is not among\n${results
          .slice(0, 20)
          .map(one => JSON.stringify(one))
          .join('\n')}`,
      );
      const item = items[results.indexOf(expected)];
      const before = text.slice(item?.span.start, marked.indexOf('|')).toLowerCase();
      assert.ok(item?.filterText.toLowerCase().startsWith(before), `${item?.filterText} would be filtered out by ${before}`);
    });
  }

  it('CVE ids come from Sources that may be offered here, and from no others', async () => {
    const ids = async (front: string): Promise<string[]> => (await complete(`${front}It used CVE-|\n`)).items.map(item => item.newText);
    const open = ['CVE-2024-11111', 'CVE-2024-44444', 'CVE-2025-53770'];
    assert.deepEqual(await ids(''), open);
    assert.deepEqual(await ids('---\ntlp: RED\n---\n\n'), ['CVE-2024-11111', 'CVE-2024-22222', 'CVE-2024-44444', 'CVE-2025-53770']);
    const { items } = await complete('It used CVE-2025|\n');
    assert.match(ENGLISH.of(items[0]?.markdown ?? ''), /2025&#45;07&#45;20/);
    assert.equal(items[0]?.detail, 'pool');
  });

  it('what the house avoids is not offered, nor a protected name', async () => {
    const labels = async (marked: string): Promise<string[]> => (await complete(marked)).items.map(item => item.label);
    assert.deepEqual(await labels('Through phreak|\n'), []);
    assert.deepEqual(await labels('On the Anna Be|\n'), []);
    assert.ok(!(await labels('On the darkn|\n')).includes('darknet'));
  });

  it('of the scale in force only', async () => {
    const { items } = await complete('---\nscale: nato\n---\n\nIt is highly |\n'.replace(' |', ' l|'));
    assert.ok(items.some(item => item.newText === 'highly likely' && ENGLISH.of(item.detail).includes('NATO')));
    const other = await complete('It is highly l|\n');
    assert.ok(!other.items.some(item => item.newText === 'highly likely'));
  });

  it('rule ids: those of findings here first, all of them once, none twice', async () => {
    const { items } = await complete('<!-- backdraft-disable-next-line x| -->\nThe mark is TLP:WHITE.\n');
    const ids = items.map(item => item.newText);
    assert.equal(ids[0], 'handling/obsolete-tlp');
    assert.equal(new Set(ids).size, ids.length);
    for (const rule of RULES) assert.ok(ids.includes(rule.id), rule.id);
    const { items: more } = await complete('<!-- backdraft-disable terms/hype | -->\n');
    assert.ok(!more.some(item => item.newText === 'terms/hype'));
  });

  for (const nothing of [
    'Text `very l|` here.\n',
    '```\nvery l|\n```\n',
    '<!-- backdraft-disable-next-line terms/hype -- very l| -->\n',
    '---\ntitle: very l|\n---\n\nText.\n',
    'xTLP:|\n',
    'A T10|00.\n'.replace('T10', 'xT10'),
    'It is ve|\n',
    '|\n',
  ]) {
    it(`nothing in ${JSON.stringify(nothing)}`, async () =>
      assert.deepEqual(
        (await complete(nothing)).items.map(item => item.newText),
        [],
      ));
  }

  it('a colon or hyphen alone brings no words', async () => {
    assert.deepEqual((await complete('A zero-|\n', {}, false)).items, []);
    assert.ok((await complete('The mark is TLP:|\n', {}, false)).items.length === 5);
  });

  it('takes any offset, and lines without end', async () => {
    const text = `${'<!-- backdraft-disable a '.repeat(4000)}${'very-'.repeat(20_000)}`;
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...FILES, 'draft.md': text })) });
    await workspace.load();
    workspace.check(uriOf('draft.md'));
    completionsAt(workspace, uriOf('draft.md'), 10);
    for (const offset of [-1, 0, 100, 99_999, text.length, text.length + 9]) completionsAt(workspace, uriOf('draft.md'), offset);
    assert.deepEqual(completionsAt(workspace, uriOf('none.md'), 3), []);
  });
});
