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
      support.differences.length,
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
