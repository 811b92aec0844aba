// Owns: faults of sidecars over LSP: at their lines, for clients that pull and that do not, with closed files and without.
// Must not know: how sidecars are read.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  type Diagnostic,
  type PublishDiagnosticsParams,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { ANNOTATE_REQUEST, ANNOTATIONS_REQUEST, type AnnotationsResult } from '../../server/src/protocol.ts';
import { Client, PLAIN, positionOf, VSCODE } from './client.ts';

const DRAFT = 'The port has twelve routers from Lumenet.\n';
const SIDECAR = 'draft.md.annotations.jsonl';

function line(id: string, evidence: readonly string[] = [], selector: object = { type: 'TextQuoteSelector', exact: DRAFT.trim() }): string {
  return JSON.stringify({
    id,
    type: 'Annotation',
    body: [
      { type: 'TextualBody', purpose: 'assessing', value: 'verified' },
      ...evidence.map(value => ({ type: 'TextualBody', purpose: 'linking', value })),
    ],
    target: { source: 'draft.md', selector },
  });
}

const LINES = [line('urn:1', ['pool']), '<<<<<<< ours', line('urn:2', ['gone-source']), '=======', line('urn:2'), '>>>>>>> theirs', 'bad'];
const FILES = { '.backdraft.yaml': '', 'draft.md': DRAFT, 'notes/pool.md': DRAFT, [SIDECAR]: LINES.join('\n') };
/** Line, severity as LSP has it, marked words. `urn:2` is taken from its last line, so its evidence of before does not count. */
const FOUND = [
  [1, 1, '<<<<<<< ours'],
  [4, 2, LINES[4]],
  [6, 1, 'bad'],
];

const shown = (items: readonly Diagnostic[] = [], lines: readonly string[] = LINES): unknown[] =>
  items.map(({ range: { start, end }, severity }) => [start.line, severity, lines[start.line]?.slice(start.character, end.character)]);

describe('faults of sidecars over LSP', () => {
  let client: Client;
  afterEach(() => client.close());

  const ofWorkspace = async (): Promise<readonly Diagnostic[] | undefined> => {
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const own = items.find(({ uri }) => uri === client.uri(SIDECAR));
    return own?.kind === 'full' ? own.items : undefined;
  };
  const pushed = (name: string): PublishDiagnosticsParams | undefined =>
    client.heard
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as PublishDiagnosticsParams)
      .findLast(({ uri }) => uri === client.uri(name));
  const rewrite = async (text: string): Promise<void> => {
    client.write(SIDECAR, text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(SIDECAR), type: 2 }] });
  };

  const remove = async (): Promise<void> => {
    rmSync(fileURLToPath(client.uri(SIDECAR)));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(SIDECAR), type: 3 }] });
  };

  it('stand at their lines in the workspace report, and move with them', async () => {
    client = await Client.start({ files: FILES });
    assert.deepEqual(shown(await ofWorkspace()), FOUND);
    await rewrite(`\n${LINES.join('\n')}`);
    await client.until('moved faults', async () => (await ofWorkspace())?.[0]?.range.start.line === 2);
    assert.deepEqual(
      shown(await ofWorkspace(), ['', ...LINES]),
      FOUND.map(([at, ...rest]) => [Number(at) + 1, ...rest]),
    );
  });

  it('a verdict that rests on a source that is gone is marked, until the source is back', async () => {
    const only = line('urn:2', ['gone-source']);
    client = await Client.start({ files: { ...FILES, [SIDECAR]: only } });
    assert.deepEqual(shown(await ofWorkspace(), [only]), [[0, 2, 'gone-source']]);
    client.write('notes/gone-source.md', 'It rained.\n');
    const changes = [{ uri: client.uri('notes/gone-source.md'), type: 1 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until('no fault', async () => (await ofWorkspace()) === undefined);
  });

  it('are there without closed files as long as the draft is open', async () => {
    client = await Client.start({ files: FILES, settings: { check: { closedFiles: false } } });
    assert.equal(await ofWorkspace(), undefined);
    await client.open('draft.md', DRAFT);
    assert.deepEqual(shown(await ofWorkspace()), FOUND);
  });

  it('of an open sidecar are those of its text as it is typed', async () => {
    client = await Client.start({ files: FILES });
    await client.open(SIDECAR, LINES.join('\n'), 'json');
    assert.deepEqual(shown(await client.diagnostics(SIDECAR)), FOUND);
    const at = positionOf(LINES.join('\n'), '<<<<<<<');
    await client.change(SIDECAR, [{ range: { start: at, end: { line: at.line + 1, character: 0 } }, text: '' }]);
    assert.deepEqual(
      (await client.diagnostics(SIDECAR)).map(({ range }) => range.start.line),
      [2, 3, 4, 5],
      'the marks that are left over are told',
    );
    assert.equal(await ofWorkspace(), undefined, 'told once');
  });

  it('come with the draft to a client that asks for single documents', async () => {
    const diagnostic = { ...VSCODE.textDocument?.diagnostic, relatedDocumentSupport: true };
    const capabilities: ClientCapabilities = { ...VSCODE, textDocument: { ...VSCODE.textDocument, diagnostic } };
    client = await Client.start({ files: FILES, capabilities });
    await client.open('draft.md', DRAFT);
    const related = async (previous?: string): Promise<readonly Diagnostic[] | undefined> => {
      const report = (await client.pull('draft.md', previous)).relatedDocuments?.[client.uri(SIDECAR)];
      return report?.kind === 'full' ? report.items : undefined;
    };
    assert.deepEqual(shown(await related()), FOUND);
    assert.deepEqual(shown(await related((await client.pull('draft.md')).resultId)), FOUND);
    await rewrite(`${LINES[0]}\n`);
    await client.until('no fault', async () => (await related())?.length === 0);
    await rewrite('bad\n');
    await client.until('a fault', async () => (await related())?.length === 1);
    await remove();
    await client.until('no fault of a file that is gone', async () => (await related())?.length === 0);
  });

  it('of a file that is gone are taken back from a client that asks for the workspace', async () => {
    client = await Client.start({ files: FILES });
    const report = async (previousResultIds: { uri: string; value: string }[]) =>
      (await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })).items.find(
        ({ uri }) => uri === client.uri(SIDECAR),
      );
    const before = await report([]);
    assert.ok(before?.resultId);
    await remove();
    const held = [{ uri: client.uri(SIDECAR), value: before.resultId }];
    await client.until('no fault of a file that is gone', async () => {
      const now = await report(held);
      return now?.kind === 'full' && now.items.length === 0;
    });
  });

  it('are pushed to a client that does not pull, with its draft or when it is open itself', async () => {
    client = await Client.start({ files: FILES, capabilities: PLAIN });
    await client.open('draft.md', DRAFT);
    await client.until('pushed faults', () => (pushed(SIDECAR)?.diagnostics.length ?? 0) > 0);
    assert.deepEqual(shown(pushed(SIDECAR)?.diagnostics), FOUND);
    await client.open(SIDECAR, 'bad\n', 'json');
    await client.until('those of the open text', () => pushed(SIDECAR)?.diagnostics.length === 1 && pushed(SIDECAR)?.version !== undefined);
    await client.closeDocument(SIDECAR);
    await client.until('those on disk', () => pushed(SIDECAR)?.diagnostics.length === FOUND.length);
    client.write(SIDECAR, `${LINES[0]}\n`);
    await client.until('none once it is mended', () => pushed(SIDECAR)?.diagnostics.length === 0);
    client.write(SIDECAR, 'bad\n');
    await client.until('a new one', () => pushed(SIDECAR)?.diagnostics.length === 1);
    await remove();
    await client.until('none of a file that is gone', () => pushed(SIDECAR)?.diagnostics.length === 0);
    client.write(SIDECAR, 'bad\n');
    await client.until('one again', () => pushed(SIDECAR)?.diagnostics.length === 1);
    await client.closeDocument('draft.md');
    await client.until('none without the draft', () => pushed(SIDECAR)?.diagnostics.length === 0);
  });

  for (const [what, selector, pointer] of [
    ['a position alone', { type: 'TextPositionSelector', start: 4, end: 8 }, 'TextPositionSelector 4–8'],
    ['another selector', [{ type: 'CssSelector', value: '#lead > p' }], 'CssSelector #lead > p'],
  ] as const)
    it(`${what}: listed as orphaned, its line kept, attached by hand`, async () => {
      const text = `${line('urn:1', [], selector)}\n`;
      client = await Client.start({ files: { ...FILES, [SIDECAR]: text } });
      await client.open('draft.md', DRAFT);
      const textDocument = { uri: client.uri('draft.md') };
      const list = async () =>
        ((await client.connection.sendRequest(ANNOTATIONS_REQUEST, { textDocument })) as AnnotationsResult).annotations;
      assert.deepEqual(
        (await list()).map(({ lastText, pointer: place, range }) => [lastText, place, range]),
        [[pointer, pointer, undefined]],
      );
      assert.ok(
        (await client.diagnostics('draft.md')).some(
          ({ code, message }) => code === 'annotations/orphaned' && String(message).includes(pointer),
        ),
      );
      const range = { start: positionOf(DRAFT, 'twelve'), end: positionOf(DRAFT, 'twelve', 6) };
      await client.connection.sendRequest(ANNOTATE_REQUEST, { textDocument, change: { kind: 'attach', id: 'urn:1', range } });
      assert.deepEqual(
        (await list()).map(({ lastText, pointer: place, range: at }) => [lastText, place, at]),
        [[undefined, undefined, range]],
      );
    });
});
