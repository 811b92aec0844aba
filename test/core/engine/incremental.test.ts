// Edited step by step a document must get the same findings as from scratch, and an edit must recompute only what it touches.
import assert from 'node:assert';
import fc from 'fast-check';
import { SegmentReader } from '../../../server/src/core/engine/segments.ts';
import type { CheckedDocument, Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

const SEED = Number(process.env.SEED ?? 20251101);

const NOTES = {
  'notes/pool.md':
    '## Pool {#pool}\n- published: 2025-10-16\n- grade: A1\n\nThe office took all 12 routers to Sandvik.\n\n> "We have not finished looking." — Jonas Feld\n',
  'notes/call.md': 'Raman: "A bug is a door that nobody knew was there."\n\nDatacove ran the server, 1,968,412 customers were affected.\n',
  '.backdraft.yaml': '',
};

const PIECES = [
  'The office took all 21 routers to Sandvik.[^pool]',
  '"We have finished looking," Feld said.[^pool]',
  'Raman said: "A bug is a door that nobody knew was there."',
  'About 2 million customers of Datacove were affected on 3 March 2024.',
  'Analysts say the backdoor was encrypted with bcrypt.',
  '# What happened',
  '- one item [@pool]\n- another item with evil.com',
  '> a quoted line\n> "and words"',
  '| a | b |\n| - | - |\n| 1.2.3.4 | TLP:WHITE |',
  '```\ncode TLP:WHITE\n```',
  '<!-- backdraft-disable-next-line handling -- why -->',
  'TLP:WHITE was renamed. CVE-2025-12 is no number.',
  '[^pool]: Pool report.',
  '[link]: https://example.org/x',
  'See [the link][link] and [[call]].',
  'The MFT product failed. MFT means managed file transfer (MFT).',
  '---',
  '    indented',
  '“Curly quotes never closed',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(60),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('\n\n', '\n', '"', '`', '~~~\n', ' ', '>', '- ', '', '\r\n', '[^', ']')),
});

async function fresh(): Promise<Workspace> {
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles({ ...NOTES, 'draft.md': '' })) });
  await workspace.load();
  return workspace;
}

function comparable(checked: CheckedDocument | undefined): unknown {
  return {
    findings: checked?.findings.map(({ rule, severity, span, rendered, fingerprint, fixes }) => ({
      rule,
      severity,
      span,
      rendered,
      fingerprint,
      fixes,
    })),
    claims: checked?.claims.map(({ claim, segment, support }) => [
      segment.offset + claim.span.start,
      claim.score,
      support.verdict,
      support.differences.map(({ kind, span, noted, passage }) => [kind, span, noted, passage.text]),
      support.matches.map(({ passage, score, shared }) => [passage.source.key, passage.text, score, shared]),
      support.missing,
    ]),
    unchecked: checked?.unchecked,
  };
}

describe('incremental', () => {
  it(`equals from scratch after random edits (seed ${SEED})`, async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (pieces, edits) => {
          const edited = await fresh();
          let text = `${pieces.join('\n\n')}\n`;
          edited.open(uriOf('draft.md'), text, 'markdown');
          edited.check(uriOf('draft.md'));
          for (const { at, remove, insert } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            edited.change(uriOf('draft.md'), text);
            edited.check(uriOf('draft.md'));
          }
          const scratch = await fresh();
          scratch.open(uriOf('draft.md'), text, 'markdown');
          assert.deepEqual(comparable(edited.check(uriOf('draft.md'))), comparable(scratch.check(uriOf('draft.md'))), JSON.stringify(text));
        },
      ),
      { seed: SEED, numRuns: Number(process.env.RUNS ?? 120), endOnFailure: true },
    );
  });

  it(`verdicts that are kept equal new ones after random edits of many notes (seed ${SEED})`, async function () {
    this.timeout(240_000);
    const draft = `${PIECES.join('\n\n')}\n`;
    const path = (at: number): string => `notes/more-${at}.md`;
    const kept = { all: 0, same: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...PIECES, 'The ministry paid 12 routers.'), { maxLength: 4 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.record({ note: fc.nat(11), edit }), { minLength: 1, maxLength: 5 }),
        async (texts, edits) => {
          const notes = texts.map(pieces => pieces.join('\n\n'));
          const files = (): Record<string, string> => ({
            ...NOTES,
            ...Object.fromEntries(notes.map((text, at) => [path(at), text])),
            'draft.md': draft,
          });
          const store = new MemoryFiles(files());
          const edited = createWorkspace({ folders: [ROOT], ports: memoryPorts(store) });
          await edited.load();
          let before = edited.check(uriOf('draft.md'));
          for (const {
            note,
            edit: { at, remove, insert },
          } of edits) {
            const text = notes[note] as string;
            const start = Math.floor(at * text.length);
            notes[note] = text.slice(0, start) + insert + text.slice(start + remove);
            store.files.set(path(note), notes[note] as string);
            await edited.refresh([{ uri: uriOf(path(note)), kind: 'changed' }]);
            const after = edited.check(uriOf('draft.md'));
            const old = new Set(before?.claims.map(one => one.support));
            kept.all += after?.claims.length ?? 0;
            kept.same += after?.claims.filter(one => old.has(one.support)).length ?? 0;
            before = after;
          }
          const scratch = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files())) });
          await scratch.load();
          assert.deepEqual(comparable(before), comparable(scratch.check(uriOf('draft.md'))), JSON.stringify([texts, edits]));
        },
      ),
      { seed: SEED, numRuns: Number(process.env.RUNS ?? 40), endOnFailure: true },
    );
    assert.ok(kept.same > 0, 'some verdicts are kept');
  });

  it(`drafts equal from scratch after random edits of notes (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const draft = `${PIECES.join('\n\n')}\n`;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
        const edited = await fresh();
        edited.open(uriOf('draft.md'), draft, 'markdown');
        edited.check(uriOf('draft.md'));
        let note = NOTES['notes/pool.md'];
        edited.open(uriOf('notes/pool.md'), note, 'markdown');
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * note.length);
          note = note.slice(0, start) + insert + note.slice(start + remove);
          edited.change(uriOf('notes/pool.md'), note);
          edited.check(uriOf('draft.md'));
        }
        const scratch = createWorkspace({
          folders: [ROOT],
          ports: memoryPorts(new MemoryFiles({ ...NOTES, 'notes/pool.md': note, 'draft.md': draft })),
        });
        await scratch.load();
        assert.deepEqual(comparable(edited.check(uriOf('draft.md'))), comparable(scratch.check(uriOf('draft.md'))), JSON.stringify(note));
      }),
      { seed: SEED, numRuns: Number(process.env.RUNS ?? 40), endOnFailure: true },
    );
  });
});

describe('reuse', () => {
  const paragraphs = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} says that router number ${i} was tested in Sandvik.[^pool]`);
  const text = [...paragraphs, '[^pool]: Pool report.'].join('\n\n');
  const options = { markup: 'markdown', role: 'draft', knowledge: NO_KNOWLEDGE } as const;

  const parsedBy = (before: string, after: string): number => {
    const reader = new SegmentReader();
    reader.read(before, options);
    const parsed = reader.counts.parsed;
    reader.read(after, options);
    return reader.counts.parsed - parsed;
  };

  it('an edit of one paragraph parses one segment', () =>
    assert.equal(parsedBy(text, text.replace('number 7 was', 'number 7 was not')), 1));
  it('no edit parses none', () => assert.equal(parsedBy(text, `${text}`), 0));
  it('a paragraph moved parses none', () => {
    const moved = [...paragraphs.slice(1), paragraphs[0], '[^pool]: Pool report.'].join('\n\n');
    assert.equal(parsedBy(text, moved), 0);
  });
  it('a paragraph inserted at the top parses one', () => assert.equal(parsedBy(text, `New.\n\n${text}`), 1));
  it('a definition that comes or goes parses what mentions it', () =>
    assert.equal(parsedBy(text, text.replace('[^pool]: Pool report.', 'Gone.')), 41));
  it('a definition of no use parses itself alone', () => assert.equal(parsedBy(`${text}\n\n`, `${text}\n\n[^other]: Other.`), 1));

  it('verdicts of other paragraphs are kept', async () => {
    const workspace = await fresh();
    workspace.open(uriOf('draft.md'), text, 'markdown');
    const before = workspace.check(uriOf('draft.md'));
    workspace.change(uriOf('draft.md'), text.replace('number 7 was', 'number 7 was not'));
    const after = workspace.check(uriOf('draft.md'));
    const kept = new Set(before?.claims.map(one => one.support));
    const fresher = after?.claims.filter(one => !kept.has(one.support)) ?? [];
    assert.equal(fresher.length, 1);
  });
});
