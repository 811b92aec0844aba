// Owns: renaming over LSP: keys, files that keys are named after, files renamed by hand.
// Must not know: forms of citations beyond the story.
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import {
  type ClientCapabilities,
  DidRenameFilesNotification,
  type FileRename,
  type Position,
  PrepareRenameRequest,
  RenameRequest,
  type TextEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { Client, positionOf, rules, textAt, VSCODE } from './client.ts';
import { DRAFT, FILES, NOTE, UNRESOLVED } from './story.ts';

const REPORT = '# A report\n\nThe port has twelve routers from Lumenet.\n';
const CLOSED = '🛰️ It is so.[@pool] The port has twelve routers from Lumenet.[@report]\n';
const ALL = { ...FILES, 'notes/report.md': REPORT, 'closed.md': CLOSED };

describe('Rename over LSP', () => {
  let client: Client;
  afterEach(() => client.close());

  async function start(capabilities: ClientCapabilities = VSCODE): Promise<void> {
    client = await Client.start({ files: ALL, capabilities });
    await client.open('draft.md', DRAFT);
    await client.open('closed.md', CLOSED);
    await client.closeDocument('closed.md');
  }

  const rename = (position: Position, newName: string, name = 'draft.md'): Promise<WorkspaceEdit | null> =>
    client.connection.sendRequest(RenameRequest.type, { textDocument: { uri: client.uri(name) }, position, newName });

  /** Edits by file, as the words that go and those that come; file operations by their kind. */
  const summary = (edit: WorkspaceEdit | null): readonly string[] =>
    (edit?.documentChanges ?? []).flatMap(change => {
      if (!('edits' in change)) return [`${change.kind} ${JSON.stringify('newUri' in change ? path.basename(change.newUri) : '')}`];
      const name = change.textDocument.uri.slice(client.uri().length + 1) as keyof typeof ALL;
      return (change.edits as TextEdit[]).map(({ range, newText }) => `${name}: ${textAt(ALL[name], range)} → ${newText}`);
    });

  it('a key in the annotations: what verdicts rest on, and mentions', async () => {
    const line = (id: string, body: unknown): string => JSON.stringify({ id, type: 'Annotation', body, target: 'draft.md' });
    const text = (pool: string): string =>
      [
        line('1', [
          { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
          { type: 'TextualBody', purpose: 'linking', value: pool },
          { type: 'TextualBody', purpose: 'linking', value: 'report' },
        ]),
        line('2', { type: 'TextualBody', value: `Not what [[${pool}]] or @${pool}. says; pool, @pooled and [[pool-2]] stay.` }),
        '{"id": broken pool',
        line('3', 'pool'),
        '',
      ].join('\n');
    client = await Client.start({ files: { ...ALL, 'draft.md.annotations.jsonl': text('pool') } });
    await client.open('draft.md', DRAFT);
    const edit = await rename(positionOf(DRAFT, '@pool', 2), 'harbour');
    const change = edit?.documentChanges?.find(one => 'edits' in one && one.textDocument.uri.endsWith('.annotations.jsonl'));
    assert.ok(change && 'edits' in change);
    const lines = text('pool').split('\n');
    for (const { range, newText } of change.edits as TextEdit[]) {
      assert.deepEqual([range.start.character, range.end], [0, { line: range.start.line, character: lines[range.start.line]?.length }]);
      lines[range.start.line] = newText;
    }
    assert.equal(lines.join('\n'), text('harbour'));
  });

  it('a key in all drafts and notes, open ones with their version', async () => {
    await start();
    const position = positionOf(DRAFT, '@pool', 2);
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      position,
    });
    assert.ok(prepared && 'placeholder' in prepared);
    assert.equal(prepared.placeholder, 'pool');
    assert.equal(textAt(DRAFT, prepared.range), 'pool');
    const edit = await rename(position, 'harbour');
    assert.deepEqual(summary(edit), ['closed.md: pool → harbour', 'draft.md: pool → harbour', 'notes/sources.md: pool → harbour']);
    const versions = edit?.documentChanges?.map(change => ('edits' in change ? change.textDocument.version : 0));
    assert.deepEqual(versions, [null, 1, null]);
  });

  it('nothing where no key stands, and plain words where a key cannot be had', async () => {
    await start();
    const prepare = (position: Position, name = 'draft.md') =>
      client.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri: client.uri(name) }, position });
    assert.equal(await prepare(positionOf(DRAFT, 'Routers')), null);
    assert.equal(await prepare({ line: 9999, character: 2 ** 31 - 1 }), null);
    assert.equal(await prepare({ line: 0, character: 0 }, 'unknown.md'), null);
    assert.equal(await rename(positionOf(DRAFT, 'Routers'), 'x'), null);
    await assert.rejects(rename(positionOf(DRAFT, '@pool', 2), 'two words'), /letters, digits.*“two-words” would do/);
    await assert.rejects(rename(positionOf(DRAFT, '@pool', 2), 'invoices'), /already a source “invoices”/);
  });

  it('a key that is a file’s name renames the file, after all edits', async () => {
    await start();
    await client.open('closed.md', CLOSED);
    const edit = await rename(positionOf(CLOSED, '@report', 2), 'quay', 'closed.md');
    assert.deepEqual(summary(edit), ['closed.md: report → quay', 'rename "quay.md"']);
  });

  it('says so where the client cannot rename files', async () => {
    await start({
      ...VSCODE,
      workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    });
    await client.open('closed.md', CLOSED);
    await assert.rejects(rename(positionOf(CLOSED, '@report', 2), 'quay', 'closed.md'), /name of the file notes\/report\.md/);
  });

  it('a file that is renamed takes its citations along', async () => {
    await start();
    const move: FileRename = { oldUri: client.uri('notes/report.md'), newUri: client.uri('notes/quay.md') };
    const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, { files: [move] });
    assert.deepEqual(summary(edit), ['closed.md: report → quay']);
    const folder = { oldUri: client.uri('notes'), newUri: client.uri('evidence') };
    assert.equal(await client.connection.sendRequest(WillRenameFilesRequest.type, { files: [folder] }), null);
    const elsewhere = { oldUri: 'file:///nowhere/x.md', newUri: 'file:///nowhere/y.md' };
    assert.equal(await client.connection.sendRequest(WillRenameFilesRequest.type, { files: [elsewhere] }), null);
  });

  it('a file that was renamed is known by its new name, without waiting for the disk', async () => {
    await start();
    await client.open('closed.md', CLOSED);
    assert.ok(!rules(await client.diagnostics('closed.md')).includes(UNRESOLVED));
    renameSync(path.join(client.folder, 'notes/report.md'), path.join(client.folder, 'notes/quay.md'));
    const files = [{ oldUri: client.uri('notes/report.md'), newUri: client.uri('notes/quay.md') }];
    await client.connection.sendNotification(DidRenameFilesNotification.type, { files });
    await client.until('unresolved key', async () => rules(await client.diagnostics('closed.md')).includes(UNRESOLVED));
    await client.change('closed.md', [{ text: CLOSED.replace('@report', '@quay') }]);
    assert.ok(!rules(await client.diagnostics('closed.md')).includes(UNRESOLVED));
  });

  it('is offered as the client can take it', async () => {
    await start();
    assert.deepEqual(client.result.capabilities.renameProvider, { prepareProvider: true });
    assert.ok(client.result.capabilities.workspace?.fileOperations?.willRename);
    assert.ok(client.result.capabilities.workspace?.workspaceFolders);
    await client.close();
    const plain = {
      ...VSCODE,
      textDocument: { ...VSCODE.textDocument, rename: {} },
      workspace: { ...VSCODE.workspace, fileOperations: {} },
    };
    client = await Client.start({ files: { 'notes/sources.md': NOTE }, capabilities: plain });
    assert.equal(client.result.capabilities.renameProvider, true);
    assert.deepEqual(client.result.capabilities.workspace?.fileOperations, {});
  });
});
