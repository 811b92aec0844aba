// Owns: what every request of the server does with what no client should send, or sends too late.
// Must not know: what features answer when all is well.
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  InlayHintRequest,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { CHECK_WORKSPACE_REQUEST, RESTS_ON_REQUEST } from '../../server/src/protocol.ts';
import { Client, rules, VSCODE } from './client.ts';
import { DRAFT, FILES, NUMBER, OBSOLETE } from './story.ts';

const HERE: Position = { line: 6, character: 15 };

/** Every request about a document, with what it needs beside the document. */
const REQUESTS: readonly (readonly [string, (position: Position) => object])[] = [
  ['textDocument/diagnostic', () => ({})],
  ['textDocument/hover', position => ({ position })],
  ['textDocument/completion', position => ({ position })],
  ['textDocument/definition', position => ({ position })],
  ['textDocument/references', position => ({ position, context: { includeDeclaration: true } })],
  ['textDocument/prepareRename', position => ({ position })],
  ['textDocument/rename', position => ({ position, newName: 'pool-2' })],
  ['textDocument/codeAction', position => ({ range: { start: position, end: HERE }, context: { diagnostics: [] } })],
  ['textDocument/documentSymbol', () => ({})],
  ['textDocument/documentLink', () => ({})],
  ['textDocument/codeLens', () => ({})],
  ['textDocument/inlayHint', position => ({ range: { start: position, end: HERE } })],
  ['textDocument/foldingRange', () => ({})],
  ['textDocument/selectionRange', position => ({ positions: [position, HERE, position] })],
  ['textDocument/semanticTokens/full', () => ({})],
  ['textDocument/semanticTokens/full/delta', () => ({ previousResultId: 'none' })],
  ['textDocument/semanticTokens/range', position => ({ range: { start: HERE, end: position } })],
  [RESTS_ON_REQUEST, position => ({ position })],
];

/** Places that no document has, some that are none. */
const NOWHERE: readonly Position[] = [
  { line: 0, character: 100_000 },
  { line: 100_000, character: 0 },
  { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
  { line: -1, character: -1 },
  { line: 0.5, character: 0.5 },
  { line: null, character: 'x' } as unknown as Position,
];

describe('Bad input', () => {
  let client: Client;
  // One server takes it all.
  before(async () => {
    client = await Client.start({ files: FILES, settings: { semanticTokens: { enabled: true }, inlayHints: { sources: true } } });
  });
  beforeEach(() => client.open('draft.md', DRAFT));
  afterEach(() => client.closeDocument('draft.md'));
  after(() => client.close());

  const ask = (method: string, params: unknown): Promise<unknown> => client.connection.sendRequest(method, params);
  const stillRight = (): Promise<void> =>
    client.until('right finding', async () => rules(await client.diagnostics('draft.md')).includes(NUMBER));

  for (const [method, more] of REQUESTS) {
    it(`${method}: places past the end, files that are closed or unknown`, async () => {
      for (const position of NOWHERE) await ask(method, { textDocument: { uri: client.uri('draft.md') }, ...more(position) });
      for (const uri of [client.uri('notes/sources.md'), client.uri('missing.md'), 'untitled:Untitled-9', 'nonsense:///a%zz', 'x', ''])
        await ask(method, { textDocument: { uri }, ...more(HERE) });
      await stillRight();
    });

    it(`${method}: parameters of wrong types are refused, and nothing else happens`, async () => {
      for (const params of [
        {},
        { textDocument: null },
        { textDocument: { uri: 7 } },
        { textDocument: { uri: client.uri('draft.md') }, position: 3, range: 'x', positions: 5 },
      ])
        await ask(method, params).catch((error: { code: unknown }) => assert.equal(typeof error.code, 'number'));
      await stillRight();
    });

    it(`${method}: cancelled at once, and for a text that goes away meanwhile`, async () => {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(method, { textDocument: { uri: client.uri('draft.md') }, ...more(HERE) }, source.token);
      source.cancel();
      await answer.catch((error: { code: unknown }) => assert.equal(error.code, -32800));
      const overtaken = ask(method, { textDocument: { uri: client.uri('draft.md') }, ...more(HERE) });
      await client.change('draft.md', [{ text: DRAFT }]);
      await client.closeDocument('draft.md');
      await overtaken.catch((error: { code: unknown }) => assert.equal(error.code, -32802));
      await client.open('draft.md', DRAFT);
      await stillRight();
    });
  }

  it('settings of wrong types keep their defaults, and right ones beside them count', async () => {
    const hints = async (): Promise<number> =>
      (
        await client.connection.sendRequest(InlayHintRequest.type, {
          textDocument: { uri: client.uri('draft.md') },
          range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
        })
      )?.length ?? 0;
    const lenses = async (): Promise<number> =>
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri('draft.md') } }))?.length ?? 0;
    assert.equal(await hints(), 2);
    for (const settings of [
      null,
      7,
      'all',
      [],
      {
        check: 'never',
        limits: { draftLength: 'long', noteLength: -5, files: null },
        inlayHints: [],
        codeLens: true,
        semanticTokens: 'on',
      },
      { inlayHints: { numbers: 1, sources: 'yes' }, codeLens: { paragraphs: 0, sources: {} }, limits: { files: Number.MAX_VALUE } },
    ]) {
      client.settings = settings;
      const before = client.heardOf('workspace/diagnostic/refresh');
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await client.until('refresh', () => client.heardOf('workspace/diagnostic/refresh') > before);
      assert.equal(await hints(), 1, JSON.stringify(settings));
      assert.ok((await lenses()) > 0, JSON.stringify(settings));
      await stillRight();
    }
    client.settings = { inlayHints: { numbers: false, sources: 'x' }, codeLens: { paragraphs: false } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: 5 });
    await client.until('settings', async () => (await hints()) === 0);
    assert.equal(await lenses(), 0);
  });

  it('notifications of wrong shapes change nothing', async () => {
    const uri = client.uri('draft.md');
    for (const [method, params] of [
      ['textDocument/didChange', { textDocument: { uri, version: 'new' }, contentChanges: 'x' }],
      ['textDocument/didChange', { textDocument: { uri }, contentChanges: [{ range: null, text: 5 }] }],
      ['textDocument/didChange', {}],
      ['textDocument/didOpen', { textDocument: null }],
      ['textDocument/didClose', {}],
      [
        'workspace/didChangeWatchedFiles',
        {
          changes: [
            { uri: '%%%', type: 99 },
            { uri: client.uri('no/such/folder'), type: 3 },
          ],
        },
      ],
      ['workspace/didRenameFiles', { files: [{ oldUri: client.uri('a.md'), newUri: client.uri('b.md') }] }],
      ['workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } }],
      ['$/unknown', { x: 1 }],
    ] as const)
      await client.connection.sendNotification(method, params as object);
    await client.open('draft.md', DRAFT);
    await stillRight();
  });

  it('edits with versions that are old, missing or the same', async () => {
    await client.change('draft.md', [{ text: 'TLP:WHITE is new.\n' }], 9001);
    await client.change('draft.md', [{ text: 'Nothing.\n' }], 9000);
    assert.deepEqual(rules(await client.diagnostics('draft.md')), [OBSOLETE]);
    await client.change('draft.md', [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, text: 'TLP' }], 9001);
    assert.deepEqual(rules(await client.diagnostics('draft.md')), [OBSOLETE]);
  });

  it('a request of a kind that it does not know is refused', async () => {
    await assert.rejects(ask('textDocument/implementation', { textDocument: { uri: client.uri('draft.md') }, position: HERE }), {
      code: -32601,
    });
    await stillRight();
  });

  it('fifty files changed at once by git while someone types: one refresh, and right findings', async () => {
    const heard = (): number => client.heardOf('workspace/diagnostic/refresh');
    await new Promise(resolve => setTimeout(resolve, 300));
    const before = heard();
    const names = Array.from({ length: 50 }, (_, i) => `notes/git${i}.md`);
    for (const [i, name] of names.entries())
      client.write(name, i === 0 ? 'Lumenet gave 30 routers to the port.\n' : `Nothing of use in ${name}.\n`);
    const type = client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [...names.map(name => ({ uri: client.uri(name), type: 1 })), { uri: client.uri('.git/index'), type: 2 }],
    });
    for (let i = 0; i < 20; i++) {
      await client.change('draft.md', [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' }]);
      await client.pull('draft.md').catch(() => undefined);
    }
    await type;
    await client.until('refresh', () => heard() > before);
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(heard(), before + 1);
    await stillRight();
  });

  it('many requests at once, the last of them right', async () => {
    const textDocument = { uri: client.uri('draft.md') };
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 200; i++) {
      const [method, more] = REQUESTS[i % REQUESTS.length] ?? assert.fail();
      answers.push(ask(method, { textDocument, ...more(HERE) }).catch(() => undefined));
      if (i % 20 === 0) await client.change('draft.md', [{ text: `${DRAFT}\n${i}\n` }]);
    }
    await Promise.all(answers);
    await stillRight();
    await client.connection.sendRequest(CHECK_WORKSPACE_REQUEST);
  });
});

describe('Before and after its time', () => {
  it('the server answers requests that come before the notes are read', async () => {
    const client = await Client.start({ files: FILES, early: true });
    try {
      await client.open('draft.md', DRAFT);
      for (const [method, more] of REQUESTS)
        await client.connection.sendRequest(method, { textDocument: { uri: client.uri('draft.md') }, ...more(HERE) });
    } finally {
      await client.close();
    }
  });

  it('initialization options of wrong types count as none', async () => {
    const client = await Client.start({
      files: FILES,
      initializationOptions: { docs: 5, showReferences: ['x'], files: 'yes' },
      capabilities: VSCODE,
    });
    try {
      await client.open('draft.md', DRAFT);
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: client.uri('draft.md') } });
      assert.ok(report.kind === 'full' && rules(report.items).includes(NUMBER));
    } finally {
      await client.close();
    }
  });
});
