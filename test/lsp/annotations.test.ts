// Owns: annotations over LSP: writing, following edits, saving, faults of the disk, import and export.
// Must not know: how passages are found.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CodeAction,
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidSaveTextDocumentNotification,
  type Range,
} from 'vscode-languageserver-protocol/node';
import {
  ANNOTATE_REQUEST,
  ANNOTATIONS_REQUEST,
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsResult,
  EXPORT_ANNOTATIONS_REQUEST,
  type ExportAnnotationsResult,
  IMPORT_ANNOTATIONS_REQUEST,
  type WireVerdict,
} from '../../server/src/protocol.ts';
import { Client, positionOf } from './client.ts';

const CLAIM = 'Kestria has given network equipment to nine other governments since 2020.';
const DRAFT = `# Gifts\n\nThe port has twelve routers.\n\n${CLAIM}\n`;
const FILES = { '.backdraft.yaml': '', 'draft.md': DRAFT, 'notes/pool.md': 'The leaders met in the harbour pavilion on 16 October.\n' };

describe('Annotations over LSP', () => {
  let client: Client;
  afterEach(() => client.close());

  const start = async (files: Readonly<Record<string, string>> = FILES): Promise<void> => {
    client = await Client.start({ files });
    await client.open('draft.md', files['draft.md'] ?? DRAFT);
  };
  const list = (): Promise<AnnotationsResult> =>
    client.connection.sendRequest(ANNOTATIONS_REQUEST, { textDocument: { uri: client.uri('draft.md') } });
  const annotate = (change: AnnotateParams['change'], by = 'Ada'): Promise<AnnotateResult> =>
    client.connection.sendRequest(ANNOTATE_REQUEST, { textDocument: { uri: client.uri('draft.md') }, by, change });
  const done = async (change: AnnotateParams['change']): Promise<string> => {
    const result = await annotate(change);
    assert.ok('id' in result, JSON.stringify(result));
    return result.id;
  };
  const rangeOf = (text: string, words: string) => ({ start: positionOf(text, words), end: positionOf(text, words, words.length) });
  const sidecar = (): string => path.join(client.folder, 'draft.md.annotations.jsonl');
  const rules = async (): Promise<readonly string[]> => (await client.diagnostics('draft.md')).map(({ code }) => String(code));

  it('a thread from beginning to end, one line each', async () => {
    await start();
    const id = await done({ kind: 'add', range: rangeOf(DRAFT, 'twelve routers'), body: 'Who *counted*?' });
    const reply = await done({ kind: 'reply', to: id, body: 'I did.' });
    await done({ kind: 'assign', id, assignee: 'Grace' });
    await done({ kind: 'edit', id, from: 'Who *counted*?', body: 'Who counted them?' });
    await done({ kind: 'resolve', id, resolved: true });
    const [one, ...others] = (await list()).annotations;
    assert.deepEqual(others, []);
    assert.deepEqual(one?.range, rangeOf(DRAFT, 'twelve routers'));
    assert.deepEqual([one?.body, one?.by, one?.assignee, one?.resolved], ['Who counted them?', 'Ada', 'Grace', true]);
    assert.deepEqual(
      one?.replies.map(({ id, body }) => [id, body]),
      [[reply, 'I did.']],
    );
    const lines = readFileSync(sidecar(), 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => Object.keys(JSON.parse(line))),
      [
        ['id', 'type', 'motivation', 'creator', 'created', 'modified', 'assignee', 'resolved', 'body', 'target'],
        ['id', 'type', 'motivation', 'creator', 'created', 'body', 'target'],
      ],
    );
    await done({ kind: 'delete', id });
    assert.deepEqual((await list()).annotations, []);
    assert.equal(readFileSync(sidecar(), 'utf8'), '');
  });

  it('notes take annotations, too, in the name that git would sign with', async () => {
    await start({ ...FILES, '.git/config': '[core]\n\tbare = false\n[user]\n\tname = Ada Git\n\temail = ada@example.org\n' });
    const note = FILES['notes/pool.md'];
    await client.open('notes/pool.md', note);
    const textDocument = { uri: client.uri('notes/pool.md') };
    const change = { kind: 'add', range: rangeOf(note, 'harbour pavilion'), body: 'Which one?' };
    await client.connection.sendRequest(ANNOTATE_REQUEST, { textDocument, change });
    const { annotatable, annotations }: AnnotationsResult = await client.connection.sendRequest(ANNOTATIONS_REQUEST, { textDocument });
    assert.ok(annotatable);
    assert.deepEqual(
      annotations.map(({ by, body, range }) => [by, body, range]),
      [['Ada Git', 'Which one?', rangeOf(note, 'harbour pavilion')]],
    );
    assert.equal(annotations[0]?.own, true, 'whoever asks wrote it, before anything else is written');
    const asked: AnnotationsResult = await client.connection.sendRequest(ANNOTATIONS_REQUEST, { textDocument, by: 'Grace' });
    assert.equal(asked.annotations[0]?.own, undefined);
    assert.ok(existsSync(path.join(client.folder, 'notes/pool.md.annotations.jsonl')));
  });

  it('a verdict settles its claim until the words change, and undo brings it back', async () => {
    await start();
    assert.deepEqual(
      (await rules()).filter(rule => rule === 'claims/unsupported'),
      ['claims/unsupported'],
      String(await rules()),
    );
    const at = positionOf(DRAFT, 'network');
    await done({ kind: 'add', range: { start: at, end: at }, body: '', verdict: 'verified', evidence: ['pool'] });
    const [one] = (await list()).annotations;
    assert.deepEqual(one?.range, rangeOf(DRAFT, CLAIM));
    assert.deepEqual([one?.verdict, one?.evidence, one?.expired], ['verified', ['pool'], false]);
    assert.ok(!(await rules()).includes('claims/unsupported'));
    await client.change('draft.md', [{ range: rangeOf(DRAFT, 'nine'), text: 'ninety' }]);
    assert.deepEqual((await rules()).filter(rule => /unsupported|expired/.test(rule)).sort(), [
      'annotations/expired-verdict',
      'claims/unsupported',
    ]);
    await client.change('draft.md', [{ range: rangeOf(DRAFT.replace('nine', 'ninety'), 'ninety'), text: 'nine' }]);
    assert.deepEqual(
      (await rules()).filter(rule => /unsupported|expired/.test(rule)),
      [],
    );
  });

  it('a new verdict takes the place of the one that the same person gave, and of nobody else’s', async () => {
    await start();
    const given = async (by: string, verdict: WireVerdict, evidence?: readonly string[], body = ''): Promise<void> => {
      const change = { kind: 'add', range: rangeOf(DRAFT, CLAIM), body, verdict, ...(evidence ? { evidence } : {}) } as const;
      assert.ok('id' in (await annotate(change, by)));
    };
    const said = async (): Promise<unknown> =>
      (await list()).annotations.map(({ by, verdict, evidence, body }) => [by, verdict, evidence, body]).sort();
    await given('Ada', 'verified', ['pool'], 'I called them.');
    await given('Grace', 'verified', ['pool']);
    const [first] = (await list()).annotations.filter(({ by }) => by === 'Ada');
    await done({ kind: 'reply', to: first?.id ?? '', body: 'Whom?' });
    await given('Ada', 'disputed', []);
    assert.deepEqual(await said(), [
      ['Ada', 'disputed', [], 'I called them.'],
      ['Grace', 'verified', ['pool'], ''],
    ]);
    assert.ok((await rules()).includes('claims/unsupported'), 'who disputes it keeps it open');
    const now = (await list()).annotations.find(({ id }) => id === first?.id);
    assert.deepEqual([now?.modified, now?.replies.map(({ body }) => body)], [undefined, ['Whom?']]);
    assert.ok((now?.created ?? '') > (first?.created ?? ''), 'a verdict is as old as the judgement');
    await given('Ada', 'verified', ['pool'], 'I called them twice.');
    await given('Ada', 'verified');
    assert.deepEqual(await said(), [
      ['Ada', 'verified', ['pool'], 'I called them twice.'],
      ['Grace', 'verified', ['pool'], ''],
    ]);
    assert.ok(!(await rules()).includes('claims/unsupported'));
    // The words change; the new verdict is about them, and does not leave the old one behind.
    await client.change('draft.md', [{ range: rangeOf(DRAFT, 'nine'), text: 'ninety' }]);
    const changed = CLAIM.replace('nine', 'ninety');
    const range = rangeOf(DRAFT.replace(CLAIM, changed), changed);
    assert.ok('id' in (await annotate({ kind: 'add', range, body: '', verdict: 'verified' }, 'Ada')));
    const all = (await list()).annotations;
    assert.deepEqual(all.map(({ by, expired }) => `${by} ${expired}`).sort(), ['Ada false', 'Grace true']);
  });

  it('a dispute that was talked through stays when its author judges again', async () => {
    await start();
    const range = rangeOf(DRAFT, CLAIM);
    const id = await done({ kind: 'add', range, body: 'Nine?', verdict: 'disputed' });
    await done({ kind: 'resolve', id, resolved: true });
    await done({ kind: 'add', range, body: '', verdict: 'verified' });
    assert.deepEqual((await list()).annotations.map(({ verdict }) => verdict).sort(), ['disputed', 'verified']);
  });

  it('a verdict is offered for the claim at the cursor, and a lens says what was said, in the client’s language', async () => {
    const annotationCommands = { verdict: 'x.verdict', assign: 'x.assign', show: 'x.show' };
    client = await Client.start({ files: FILES, initializationOptions: { annotationCommands }, locale: 'de' });
    await client.open('draft.md', DRAFT);
    const at = positionOf(DRAFT, 'network');
    const actions = async (range: Range): Promise<readonly CodeAction[]> =>
      (await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: client.uri('draft.md') },
        range,
        context: { diagnostics: [] },
      })) as readonly CodeAction[];
    const onClaim = (await actions({ start: at, end: at })).filter(({ command }) => command);
    const place = [client.uri('draft.md'), rangeOf(DRAFT, CLAIM)];
    assert.deepEqual(
      onClaim.map(({ title, command }) => [title, command?.command, command?.arguments]),
      [
        ['Urteil über diese Behauptung abgeben …', 'x.verdict', place],
        ['Diese Behauptung zuweisen …', 'x.assign', place],
      ],
    );
    const heading = positionOf(DRAFT, 'Gifts');
    assert.ok(!(await actions({ start: heading, end: heading })).some(({ command }) => command));
    const id = await done({ kind: 'add', range: rangeOf(DRAFT, CLAIM), body: '', verdict: 'needs-source', assignee: 'Grace' });
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri('draft.md') } })) ?? [];
    const resolved = await Promise.all(lenses.map(lens => client.connection.sendRequest(CodeLensResolveRequest.type, lens)));
    const lens = resolved.find(({ command }) => command?.command === 'x.show');
    assert.match(lens?.command?.title ?? '', /^Braucht eine Quelle von Ada, \d{4}-\d\d-\d\d, für Grace$/);
    assert.deepEqual(lens?.command?.arguments, [client.uri('draft.md'), id]);
    const answer = await annotate({ kind: 'delete', id: 'urn:uuid:9' });
    assert.match('error' in answer ? answer.error : '', /steht nicht mehr in der Datei/);
  });

  it('a client without such commands is offered none', async () => {
    await start();
    const range = rangeOf(DRAFT, 'network');
    const textDocument = { uri: client.uri('draft.md') };
    const actions =
      (await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } })) ?? [];
    assert.ok(actions.length > 0);
    assert.ok(actions.every(action => 'edit' in action));
  });

  it('anchors follow edits, come back with undo, and are kept when the draft is saved', async () => {
    await start();
    await done({ kind: 'add', range: rangeOf(DRAFT, 'The port has twelve routers.'), body: 'x' });
    const cut = { range: rangeOf(DRAFT, 'twelve routers.\n\n'), text: '' };
    await client.change('draft.md', [cut]);
    const shorter = DRAFT.replace('twelve routers.\n\n', '');
    assert.deepEqual((await list()).annotations[0]?.range, rangeOf(shorter, 'The port has '));
    const end = positionOf(shorter, 'Kestria');
    await client.change('draft.md', [{ range: { start: end, end }, text: 'twelve routers.\n\n' }]);
    assert.deepEqual((await list()).annotations[0]?.range, rangeOf(DRAFT, 'The port has twelve routers.'));
    await client.change('draft.md', [{ range: rangeOf(DRAFT, 'The port has twelve routers.'), text: '' }]);
    assert.equal((await list()).annotations[0]?.lastText, 'The port has twelve routers.');
    assert.ok((await rules()).includes('annotations/orphaned'));
    const top = { line: 2, character: 0 };
    await client.change('draft.md', [{ range: { start: top, end: top }, text: 'The port has twelve routers.' }]);
    assert.deepEqual((await list()).annotations[0]?.range, rangeOf(DRAFT, 'The port has twelve routers.'));
    await client.change('draft.md', [{ range: rangeOf(DRAFT, 'twelve'), text: 'about thirty new' }]);
    const now = DRAFT.replace('twelve', 'about thirty new');
    writeFileSync(path.join(client.folder, 'draft.md'), now);
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: client.uri('draft.md') } });
    for (let tries = 0; tries < 100 && !readFileSync(sidecar(), 'utf8').includes('thirty'); tries++)
      await new Promise(go => setTimeout(go, 50));
    const [line] = readFileSync(sidecar(), 'utf8').split('\n');
    assert.equal(JSON.parse(line ?? '').target.selector[0].exact, 'The port has about thirty new routers.');
  });

  describe('undo after saving', () => {
    /** Follows the draft as the editor has it. */
    let text: string;
    let undo: (() => Promise<void>)[];
    const edit = async (goes: string, comes: string): Promise<void> => {
      const before = text;
      const at = text.indexOf(goes);
      await client.change('draft.md', [{ range: rangeOf(text, goes), text: comes }]);
      text = text.slice(0, at) + comes + text.slice(at + goes.length);
      undo.push(async () => {
        await client.change('draft.md', [{ range: { start: placeOf(at), end: placeOf(at + comes.length) }, text: goes }]);
        text = before;
      });
    };
    const placeOf = (offset: number): Range['end'] => {
      const lines = text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    const passage = async (): Promise<string | undefined> => {
      const range = (await list()).annotations[0]?.range;
      if (!range) return undefined;
      const lines = text.split('\n');
      assert.equal(range.start.line, range.end.line);
      return lines[range.start.line]?.slice(range.start.character, range.end.character);
    };
    const kept = (): string => JSON.parse(readFileSync(sidecar(), 'utf8').split('\n')[0] ?? '').target.selector[0].exact;
    /** Saves, and waits until the sidecar holds these words. */
    const save = async (words: string): Promise<void> => {
      writeFileSync(path.join(client.folder, 'draft.md'), text);
      await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: client.uri('draft.md') } });
      for (let tries = 0; tries < 100 && kept() !== words; tries++) await new Promise(go => setTimeout(go, 50));
      assert.equal(kept(), words);
    };

    const cases: readonly { name: string; edits: readonly (readonly [goes: string, comes: string, left: string | undefined])[] }[] = [
      { name: 'a half that was cut', edits: [[' equipment to nine other governments since 2020.', '', 'Kestria has given network']] },
      {
        name: 'two cuts, one after the other',
        edits: [
          [' since 2020.', '', 'Kestria has given network equipment to nine other governments'],
          [' other governments', '', 'Kestria has given network equipment to nine'],
        ],
      },
      {
        name: 'words put in, then a cut through them',
        edits: [
          ['network', 'some new network', 'Kestria has given some new network equipment to nine other governments since 2020.'],
          ['Kestria has given some', 'They gave', 'They gave new network equipment to nine other governments since 2020.'],
        ],
      },
      {
        name: 'a cut, then all of it',
        edits: [
          [' to nine other governments since 2020.', '', 'Kestria has given network equipment'],
          ['Kestria has given network equipment', '', undefined],
        ],
      },
    ];
    for (const { name, edits } of cases) {
      it(`brings back ${name}, on screen at once and in the sidecar with the next save`, async () => {
        await start();
        text = DRAFT;
        undo = [];
        await done({ kind: 'add', range: rangeOf(DRAFT, CLAIM), body: 'x' });
        const stages: { readonly passage: string | undefined; readonly kept: string }[] = [{ passage: CLAIM, kept: CLAIM }];
        for (const [goes, comes, left] of edits) {
          await edit(goes, comes);
          assert.equal((await passage())?.trim(), left?.trim());
          await save((left ?? kept()).trim());
          stages.push({ passage: await passage(), kept: kept() });
        }
        stages.pop();
        for (const back of undo.reverse()) {
          await back();
          const stage = stages.pop();
          assert.equal(await passage(), stage?.passage);
          if (undo.at(-1) === back) await save(CLAIM);
        }
        assert.equal(text, DRAFT);
      });
    }
  });

  it('an edit of a comment that another program has changed meanwhile is kept as an answer, and it is said', async () => {
    await start();
    const id = await done({ kind: 'add', range: rangeOf(DRAFT, 'twelve routers'), body: 'Who counted?' });
    writeFileSync(sidecar(), readFileSync(sidecar(), 'utf8').replace('Who counted?', 'Who counted them, and when?'));
    const result = await annotate({ kind: 'edit', id, from: 'Who counted?', body: 'Counted by whom?' }, 'Grace');
    assert.ok('id' in result && result.id === id);
    assert.match(result.notice ?? '', /changed this comment meanwhile.*as an answer/);
    const [one] = (await list()).annotations;
    assert.equal(one?.body, 'Who counted them, and when?');
    assert.deepEqual(
      one?.replies.map(({ body, by }) => [body, by]),
      [['Counted by whom?', 'Grace']],
    );
    const emptied = await annotate({ kind: 'edit', id, from: 'Who counted?', body: '' });
    assert.match('error' in emptied ? emptied.error : '', /not emptied/);
    const agreed = await annotate({ kind: 'edit', id, from: 'Who counted them, and when?', body: 'Settled.' });
    assert.deepEqual(agreed, { id });
  });

  it('an orphan is attached by hand', async () => {
    await start({ ...FILES, 'draft.md.annotations.jsonl': `${line('urn:uuid:1', 'The mayor resigned in March.')}\n` });
    assert.equal((await list()).annotations[0]?.lastText, 'The mayor resigned in March.');
    await done({ kind: 'attach', id: 'urn:uuid:1', range: rangeOf(DRAFT, 'twelve routers') });
    assert.deepEqual((await list()).annotations[0]?.range, rangeOf(DRAFT, 'twelve routers'));
  });

  it('says what is wrong with a line, leaves it, and uses the others', async () => {
    const bad = '{"id":"urn:uuid:0","type":"Annota';
    await start({ ...FILES, 'draft.md.annotations.jsonl': `${bad}\n${line('urn:uuid:1', 'twelve routers')}\n` });
    assert.equal((await list()).annotations.length, 1);
    await done({ kind: 'resolve', id: 'urn:uuid:1', resolved: true });
    assert.equal(readFileSync(sidecar(), 'utf8').split('\n')[0], bad);
    const answer = await annotate({ kind: 'reply', to: 'urn:uuid:9', body: 'x' });
    assert.match('error' in answer ? answer.error : '', /not in the file any more/);
  });

  it('two lines with one id are not chosen between by a write', async () => {
    await start({ ...FILES, 'draft.md.annotations.jsonl': `${line('urn:uuid:1', 'twelve routers')}\n${line('urn:uuid:1', 'routers')}\n` });
    const before = readFileSync(sidecar(), 'utf8');
    const answer = await annotate({ kind: 'resolve', id: 'urn:uuid:1', resolved: true });
    assert.match('error' in answer ? answer.error : '', /different things/);
    assert.equal(readFileSync(sidecar(), 'utf8'), before);
  });

  it('a place that cannot be written is said, and nothing is changed', async () => {
    await start();
    mkdirSync(sidecar());
    const answer = await annotate({ kind: 'add', range: rangeOf(DRAFT, 'twelve routers'), body: 'x' });
    assert.match('error' in answer ? answer.error : '', /Nothing was changed/);
    rmSync(sidecar(), { recursive: true });
    assert.ok(!existsSync(`${sidecar()}.lock`));
  });

  const exported = (format: 'w3c' | 'mrsf'): Promise<ExportAnnotationsResult> =>
    client.connection.sendRequest(EXPORT_ANNOTATIONS_REQUEST, { textDocument: { uri: client.uri('draft.md') }, format });

  it('what is left out of an export is said', async () => {
    await start({ ...FILES, 'draft.md.annotations.jsonl': `{"id":"urn:uuid:0","type":"Annota\n${line('urn:uuid:1', 'twelve routers')}\n` });
    for (const format of ['w3c', 'mrsf'] as const) {
      const made = await exported(format);
      assert.ok('text' in made && made.text.includes('urn:uuid:1'), format);
      assert.equal(made.remarks.length, 1, format);
    }
  });

  it('a sidecar that cannot be read is no empty export', async () => {
    await start({ ...FILES, 'draft.md.annotations.jsonl/inside.txt': '' });
    for (const format of ['w3c', 'mrsf'] as const) assert.ok('error' in (await exported(format)), format);
  });

  it('goes out as a W3C collection and as a review file, and comes in again', async () => {
    await start();
    const id = await done({ kind: 'add', range: rangeOf(DRAFT, 'twelve routers'), body: 'Who counted?' });
    await done({ kind: 'reply', to: id, body: 'I did.' });
    const verdict = await done({ kind: 'add', range: rangeOf(DRAFT, CLAIM), body: '', verdict: 'verified', evidence: ['pool'] });
    const textDocument = { uri: client.uri('draft.md') };
    for (const format of ['w3c', 'mrsf'] as const) {
      const made = await exported(format);
      assert.ok('text' in made);
      assert.deepEqual(made.remarks, []);
      const { text } = made;
      const before = (await list()).annotations;
      for (const one of [id, verdict]) await done({ kind: 'delete', id: one });
      assert.deepEqual(await client.connection.sendRequest(IMPORT_ANNOTATIONS_REQUEST, { textDocument, text }), { added: 3, skipped: 0 });
      assert.deepEqual(
        (await list()).annotations.map(({ modified: _, ...rest }) => rest),
        before,
        format,
      );
      assert.deepEqual(await client.connection.sendRequest(IMPORT_ANNOTATIONS_REQUEST, { textDocument, text }), { added: 0, skipped: 3 });
    }
    const answer: object = await client.connection.sendRequest(IMPORT_ANNOTATIONS_REQUEST, {
      textDocument,
      text: 'mrsf_version: "2.0"\ncomments: []\n',
    });
    assert.ok('error' in answer);
  });
});

function line(id: string, exact: string): string {
  const body = { type: 'TextualBody', value: 'Hm.', format: 'text/markdown' };
  const selector = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
  return JSON.stringify({ id, type: 'Annotation', motivation: 'commenting', body, target: { source: 'draft.md', selector } });
}
