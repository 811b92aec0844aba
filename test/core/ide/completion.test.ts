// Completion: what is offered where, what it replaces, and what is never offered.
import assert from 'node:assert';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { type Completion, completionsAt } from '../../../server/src/core/ide/completion.ts';
import { RULES } from '../../../server/src/core/rules/registry.ts';
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
): Promise<{ items: readonly Completion[]; text: string }> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const workspace: Workspace = createWorkspace({
    folders: [ROOT],
    ports: memoryPorts(new MemoryFiles({ ...FILES, ...files, 'draft.md': text })),
  });
  await workspace.load();
  return { items: completionsAt(workspace, uriOf('draft.md'), offset, words), text };
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
    assert.ok(items[0]?.markdown.includes('2025&#45;07&#45;20'), items[0]?.markdown);
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
    assert.ok(items.some(item => item.newText === 'highly likely' && item.detail.includes('NATO')));
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

  it('takes any offset, and lines without end, quickly', async () => {
    const text = `${'<!-- backdraft-disable a '.repeat(4000)}${'very-'.repeat(20_000)}`;
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...FILES, 'draft.md': text })) });
    await workspace.load();
    workspace.check(uriOf('draft.md'));
    completionsAt(workspace, uriOf('draft.md'), 10);
    const start = performance.now();
    for (const offset of [-1, 0, 100, 99_999, text.length, text.length + 9]) completionsAt(workspace, uriOf('draft.md'), offset);
    assert.ok(performance.now() - start < 500);
    assert.deepEqual(completionsAt(workspace, uriOf('none.md'), 3), []);
  });
});
