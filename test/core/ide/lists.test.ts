// What views and commands show: claims, evidence, what may be cited, new notes; as plain data.
import assert from 'node:assert';
import { applyEdits } from '../../../server/src/core/engine/edits.ts';
import type { CheckedDocument, Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { actionsAt } from '../../../server/src/core/ide/actions.ts';
import { citableAt, citeAt } from '../../../server/src/core/ide/citable.ts';
import { claimsOf, uncheckedOf } from '../../../server/src/core/ide/claim-list.ts';
import { withAddresses } from '../../../server/src/core/ide/copy-indicators.ts';
import { evidenceOf } from '../../../server/src/core/ide/evidence-list.ts';
import { noteForClaim, sourcesFromPasted } from '../../../server/src/core/ide/new-source.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const DRAFT = `---
date: 2026-03-02
---

# Routers for the harbour

Lumenet gave 21 routers to the harbour office on 12 February 2026.[^pool]

## What the office says

Inspectors found 40 invoices of the gift in a locked room on 20 February 2026.

Kestria has given network equipment to nine other governments since 2020.

[^pool]: Pool report.
`;

const NOTES = `## Pool report from the harbour {#pool}
- url: https://example.org/pool
- published: 2026-02-13
- grade: B2

Lumenet gave 12 routers to the harbour office on 12 February 2026.

## Visit to the office {#visit}
- published: 2026-02-20
- origin: pool

Inspectors found 40 invoices of the gift in a locked room on 20 February 2026.

## A desk officer {#desk}
- tlp: RED
- confidential: Kim Jaspers

Inspectors went to the locked room twice, says Kim Jaspers.

## A page nobody needed {#spare}

The weather was fine on the day of the visit to the lighthouse.
`;

async function load(files: Record<string, string> = {}): Promise<Workspace> {
  const workspace = createWorkspace({
    folders: [ROOT],
    ports: memoryPorts(new MemoryFiles({ 'draft.md': DRAFT, 'notes/n.md': NOTES, ...files })),
  });
  await workspace.load();
  return workspace;
}

function checkedDraft(workspace: Workspace): CheckedDocument {
  const checked = workspace.check(uriOf('draft.md'));
  assert.ok(checked);
  return checked;
}

const cursor = (words: string): { start: number; end: number } => {
  const at = DRAFT.indexOf(words);
  assert.notEqual(at, -1, words);
  return { start: at, end: at };
};

describe('Lists for the editor', () => {
  it('claims come with verdict, section and sources', async () => {
    const claims = claimsOf(checkedDraft(await load()));
    const said = claims.map(({ text, verdict, open, section, sources }) => [
      text.slice(0, 12),
      verdict,
      open,
      section?.title,
      sources.map(({ key }) => key),
    ]);
    assert.deepEqual(said, [
      ['Lumenet gave', 'contradicted', true, 'Routers for the harbour', ['pool']],
      ['Inspectors f', 'uncited', false, 'What the office says', ['visit']],
      ['Kestria has ', 'unsupported', true, 'What the office says', []],
    ]);
  });

  it('a claim that a comment excuses is not open', async () => {
    const workspace = await load();
    workspace.open(
      uriOf('draft.md'),
      DRAFT.replace('Kestria', '<!-- backdraft-disable-next-line claims/unsupported -- known to all -->\nKestria'),
      'markdown',
    );
    const claims = claimsOf(checkedDraft(workspace));
    assert.deepEqual(
      claims.filter(({ open }) => open).map(({ verdict }) => verdict),
      ['contradicted'],
    );
  });

  it('notes have no claims, and nothing in this draft is unchecked', async () => {
    const workspace = await load();
    const note = workspace.check(uriOf('notes/n.md'));
    assert.ok(note);
    assert.deepEqual(claimsOf(note), []);
    assert.deepEqual(uncheckedOf(checkedDraft(workspace), ENGLISH), []);
  });

  it('evidence comes with what rests on it, what shares its origin, what may be cited', async () => {
    const workspace = await load();
    const listed = evidenceOf(workspace, uriOf('draft.md'), checkedDraft(workspace));
    const by = new Map(listed.map(source => [source.key, source]));
    assert.deepEqual([...by.keys()], ['desk', 'pool', 'spare', 'visit']);
    assert.deepEqual(
      by.get('pool')?.uses.map(({ text, kind, verdict }) => [text.slice(0, 12), kind, verdict]),
      [['Lumenet gave', 'claim', 'contradicted']],
    );
    assert.equal(by.get('pool')?.grade, 'B2');
    assert.deepEqual(by.get('pool')?.sharesOriginWith, ['visit']);
    assert.deepEqual([by.get('spare')?.used, by.get('spare')?.uses], [false, []]);
    assert.deepEqual([by.get('desk')?.tlp, by.get('desk')?.mayCite, by.get('visit')?.mayCite], ['RED', false, true]);
  });

  it('evidence can be asked for from a note, without a draft', async () => {
    const listed = evidenceOf(await load(), uriOf('notes/n.md'), undefined);
    assert.equal(listed.length, 4);
    assert.ok(listed.every(({ mayCite }) => !mayCite));
  });

  it('what bears on the sentence comes first; what the draft may not name is left out', async () => {
    const citable = citableAt(await load(), uriOf('draft.md'), cursor('locked room'));
    assert.ok(citable);
    assert.equal(
      DRAFT.slice(citable.sentence.start, citable.sentence.end),
      'Inspectors found 40 invoices of the gift in a locked room on 20 February 2026.',
    );
    assert.deepEqual(citable.sources.map(({ key }) => key).sort(), ['pool', 'spare', 'visit']);
    assert.equal(citable.sources[0]?.key, 'visit');
    assert.match(citable.sources[0]?.passage?.text ?? '', /locked room/);
    const text = applyEdits(DRAFT, citable.sources[0]?.edits ?? []);
    assert.match(text, /20 February 2026\.\[\^visit\]\n/);
    assert.match(text, /\n\[\^visit\]: Visit to the office\n$/);
  });

  it('a sentence that cites a source says so', async () => {
    const citable = citableAt(await load(), uriOf('draft.md'), cursor('21 routers'));
    assert.deepEqual(
      citable?.sources.filter(({ cited }) => cited).map(({ key }) => key),
      ['pool'],
    );
  });

  it('a citation comes in the style of the Story', async () => {
    for (const [style, is] of [
      ['pandoc', /20 February 2026 \[@visit\]\./],
      ['wiki', /20 February 2026 \[\[visit\]\]\./],
      ['link', /20 February 2026 \(\[Visit to the office\]\(notes\/n\.md#visit\)\)\./],
    ] as const) {
      const workspace = await load({ '.backdraft.yaml': `citations:\n  style: ${style}\n` });
      const edits = citeAt(workspace, uriOf('draft.md'), cursor('locked room'), 'visit');
      assert.match(applyEdits(DRAFT, edits ?? []), is);
    }
  });

  it('a source above the mark is not cited, and a blank line takes no citation', async () => {
    const workspace = await load();
    assert.equal(citeAt(workspace, uriOf('draft.md'), cursor('locked room'), 'desk'), undefined);
    assert.equal(citeAt(workspace, uriOf('draft.md'), { start: 2, end: 2 }, 'pool'), undefined);
    assert.equal(citeAt(workspace, uriOf('notes/n.md'), { start: 200, end: 200 }, 'pool'), undefined);
  });

  it('a pasted link becomes a note among the notes, with a free key', async () => {
    const workspace = await load({ 'notes/phone-gift.md': 'A note of that name.\n' });
    const found = sourcesFromPasted(workspace, uriOf('draft.md'), '[Phone gift](https://example.org/2025/11/02/x)', '2026-03-02');
    const [note] = found?.notes ?? [];
    assert.ok(note);
    assert.equal(note.uri, uriOf('notes/phone-gift-2.md'));
    assert.equal(
      note.text,
      '## Phone gift {#phone-gift-2}\n- url: https://example.org/2025/11/02/x\n- published: 2025-11-02\n- retrieved: 2026-03-02\n\n',
    );
    assert.equal(note.cursor, note.text.length);
  });

  it('an address that the notes know is found again', async () => {
    const found = sourcesFromPasted(await load(), uriOf('draft.md'), 'http://www.example.org/pool/?utm_source=x', '2026-03-02');
    assert.deepEqual([found?.notes, found?.known.map(({ key }) => key)], [[], ['pool']]);
    assert.equal(sourcesFromPasted(await load(), uriOf('draft.md'), 'nothing', '2026-03-02'), undefined);
  });

  it('a source that is there without its address is known by its title, and one that is pasted twice is one', async () => {
    const workspace = await load({ 'notes/bare.md': '# Inquiry into the harbour office\n\nThe inquiry lasted nine weeks.\n' });
    const known = (pasted: string): unknown[] => {
      const found = sourcesFromPasted(workspace, uriOf('draft.md'), pasted, '2026-03-02');
      return [found?.notes.map(({ key }) => key), found?.known.map(({ key }) => key)];
    };
    assert.deepEqual(known('[Inquiry into the Harbour Office](https://example.org/inquiry)'), [[], ['bare']]);
    assert.deepEqual(
      known('@misc{one, title={A new find}, url={https://example.org/x}}\n@misc{two, title={The find}, url={https://example.org/x/}}'),
      [['one'], []],
    );
  });

  it('what is attributed to somebody without notes, and a draft without any, is named as not checked', async () => {
    const workspace = await load();
    workspace.open(uriOf('draft.md'), 'Kestria closed 14 offices in 2025, the Ministry of Trade said in a statement.\n', 'markdown');
    const [only, ...others] = uncheckedOf(checkedDraft(workspace), ENGLISH);
    assert.match(`${only?.text}: ${only?.reason}`, /^Kestria closed .*statement\.: The source that the text names/);
    assert.deepEqual(others, []);
    const alone = createWorkspace({
      folders: [ROOT],
      ports: memoryPorts(new MemoryFiles({ 'draft.md': 'Kestria closed 14 offices in 2025.\n' })),
    });
    await alone.load();
    alone.open(uriOf('draft.md'), 'Kestria closed 14 offices in 2025.\n', 'markdown');
    assert.match(uncheckedOf(checkedDraft(alone), ENGLISH)[0]?.reason ?? '', /no notes beside this draft/);
  });

  it('a note for a claim is cited, holds the claim as a comment, and is no evidence for it', async () => {
    const files = { 'draft.md': DRAFT, 'notes/n.md': NOTES };
    const made = noteForClaim(await load(), uriOf('draft.md'), cursor('nine other'), '2026-03-02');
    assert.ok(made);
    assert.equal(made.note.uri, uriOf('notes/kestria-given-network.md'));
    assert.match(made.note.text, /<!-- For: Kestria has given network equipment/);
    const text = applyEdits(DRAFT, made.edits);
    assert.match(text, /since 2020\.\[\^kestria-given-network\]/);
    const workspace = await load({ ...files, 'draft.md': text, 'notes/kestria-given-network.md': made.note.text });
    const claim = claimsOf(checkedDraft(workspace)).find(({ text: words }) => words.startsWith('Kestria'));
    assert.ok(claim);
    assert.notEqual(claim.verdict, 'supported');
    const filled = `${made.note.text}Kestria has given network equipment to nine other governments since 2020.\n`;
    const later = await load({ ...files, 'draft.md': text, 'notes/kestria-given-network.md': filled });
    assert.equal(claimsOf(checkedDraft(later)).find(({ text: words }) => words.startsWith('Kestria'))?.verdict, 'supported');
  });

  it('a claim that nothing supports offers to start its note', async () => {
    const workspace = await load();
    const { start, end } = cursor('nine other');
    const action = actionsAt(workspace, uriOf('draft.md'), { start, end }).find(({ title }) => title === 'Start a note for this claim');
    assert.ok(action);
    assert.equal(action.creates, uriOf('notes/kestria-given-network.md'));
    assert.match(action.edits.find(({ uri }) => uri === action.creates)?.newText ?? '', /<!-- For: Kestria has given/);
    assert.ok(action.edits.some(({ uri, newText }) => uri === uriOf('draft.md') && newText === '[^kestria-given-network]'));
  });

  it('addresses are copied defanged or plain, and nothing else changes', () => {
    const text = 'It called hxxp://evil[.]example/a, 198.51.100[.]7 and mail.bad.example; see report.pdf.';
    const plain = 'It called http://evil.example/a, 198.51.100.7 and mail.bad.example; see report.pdf.';
    assert.equal(withAddresses(text, 'refanged'), plain);
    assert.equal(
      withAddresses(plain, 'defanged'),
      'It called hxxp://evil[.]example/a, 198.51.100[.]7 and mail.bad[.]example; see report.pdf.',
    );
  });
});
