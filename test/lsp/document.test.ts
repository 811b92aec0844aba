// Owns: what is shown of a whole document, over LSP: outline, links, lenses, hints, tokens, folds, selections.
// Must not know: what is shown beyond the story.
import assert from 'node:assert/strict';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  type DocumentLink,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  type Position,
  type SelectionRange,
  SelectionRangeRequest,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SymbolInformation,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, type ClientOptions, PLAIN, positionOf, textAt, VSCODE } from './client.ts';
import { DRAFT, FILES, NOTE } from './story.ts';

const WIDE = DRAFT.replace('Lumenet gave', '🛰️ Ünïcødé 漢字: Lumenet gave');
const ALL = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 2 ** 31 - 1 } };

describe('A whole document over LSP', () => {
  let client: Client;
  afterEach(() => client.close());

  async function start(options: ClientOptions = {}, draft = DRAFT): Promise<{ readonly textDocument: { readonly uri: string } }> {
    client = await Client.start({ files: FILES, ...options });
    await client.open('draft.md', draft);
    await client.open('notes/sources.md', NOTE);
    return { textDocument: { uri: client.uri('draft.md') } };
  }

  it('documentSymbol: sections with claims and verdicts; sources of notes', async () => {
    const draft = await start();
    const [section] = (await client.connection.sendRequest(DocumentSymbolRequest.type, draft)) as DocumentSymbol[];
    assert.equal(section?.name, 'Routers for the harbour');
    assert.equal(textAt(DRAFT, section.selectionRange), '# Routers for the harbour');
    const [claim] = section.children ?? [];
    assert.match(`${claim?.name} ${claim?.detail}`, /^Lumenet gave 21 routers .* the notes say otherwise$/);
    const notes = { textDocument: { uri: client.uri('notes/sources.md') } };
    const sources = (await client.connection.sendRequest(DocumentSymbolRequest.type, notes)) as DocumentSymbol[];
    assert.deepEqual(
      sources.map(({ name }) => name),
      ['Pool report from the harbour', 'Invoices of the gift'],
    );
  });

  it('documentSymbol as a flat list for clients without trees', async () => {
    const draft = await start({ capabilities: { ...VSCODE, textDocument: { ...VSCODE.textDocument, documentSymbol: {} } } });
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, draft)) as SymbolInformation[];
    assert.ok(symbols.length > 1);
    for (const { location, name } of symbols) assert.ok(location.uri === client.uri('draft.md') && name);
    assert.equal(symbols[1]?.containerName, 'Routers for the harbour');
  });

  it('workspace/symbol: sources and claims of open and closed files, without protected names', async () => {
    await start({
      files: {
        ...FILES,
        'closed.md': 'Jonas Feld took 12 routers to Sandvik in 2025.\n',
        'notes/p.md': '- confidential: Jonas Feld\n\nNo text.\n',
      },
    });
    const ask = async (query: string): Promise<WorkspaceSymbol[]> =>
      ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []) as WorkspaceSymbol[];
    assert.deepEqual(
      (await ask('invoices')).map(({ name, containerName }) => [name, containerName]),
      [['Invoices of the gift', 'notes/sources.md']],
    );
    assert.deepEqual(
      (await ask('sandvik 2025')).map(({ name, location }) => [name, location.uri]),
      [['████ took 12 routers to Sandvik in 2025.', client.uri('closed.md')]],
    );
    assert.ok((await ask('')).length >= 3);
    assert.deepEqual(await ask('nothing like this'), []);
  });

  it('documentLink: citations lead to the line of the source; addresses of sources as they are', async () => {
    const draft = await start();
    const [link, ...others] = ((await client.connection.sendRequest(DocumentLinkRequest.type, draft)) ?? []) as DocumentLink[];
    assert.ok(link && others.length === 0);
    assert.equal(textAt(DRAFT, link.range), 'pool');
    assert.match(link.tooltip ?? '', /Pool report/);
    assert.equal(link.target, undefined);
    const { target } = await client.connection.sendRequest(DocumentLinkResolveRequest.type, link);
    assert.equal(target, `${client.uri('notes/sources.md')}#L1`);
    const notes = { textDocument: { uri: client.uri('notes/sources.md') } };
    const [url] = ((await client.connection.sendRequest(DocumentLinkRequest.type, notes)) ?? []) as DocumentLink[];
    assert.equal(url?.target, 'https://example.org/pool');
    for (const data of [null, 7, {}, { uri: 'file:///etc/none' }, { uri: 5, span: 5 }])
      assert.equal((await client.connection.sendRequest(DocumentLinkResolveRequest.type, { ...link, data })).target, undefined);
  });

  it('codeLens: paragraphs and sources, said when resolved; the client’s own command shows places', async () => {
    const draft = await start({ initializationOptions: { showReferences: 'my.show' } });
    const lenses = async (name: string): Promise<CodeLens[]> =>
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri(name) } })) ?? [];
    const [paragraph] = await lenses('draft.md');
    assert.ok(paragraph && !paragraph.command);
    assert.deepEqual(paragraph.range.start, positionOf(DRAFT, 'Lumenet gave'));
    assert.equal((await client.connection.sendRequest(CodeLensResolveRequest.type, paragraph)).command?.title, '1 source');
    const [pool] = await lenses('notes/sources.md');
    const resolved = pool && (await client.connection.sendRequest(CodeLensResolveRequest.type, pool));
    assert.equal(resolved?.command?.title, 'Rests on this: 1 claim');
    assert.equal(resolved.command.command, 'my.show');
    const [uri, , places] = resolved.command.arguments ?? [];
    assert.equal(uri, client.uri('notes/sources.md'));
    assert.deepEqual(
      places.map((place: { uri: string }) => place.uri),
      [client.uri('draft.md')],
    );
    // Its paragraph is gone, or its data are no ones of ours.
    await client.change('draft.md', [{ text: '' }]);
    assert.equal((await client.connection.sendRequest(CodeLensResolveRequest.type, paragraph)).command?.title, '');
    for (const data of [undefined, 3, { uri: 'nonsense' }, { uri: draft.textDocument.uri, key: 'none' }])
      assert.ok((await client.connection.sendRequest(CodeLensResolveRequest.type, { ...paragraph, data })).command);
  });

  it('inlayHint within a range, as settings say', async () => {
    const draft = await start({ settings: { inlayHints: { sources: true, numbers: 'yes' } } });
    const ask = async (range: typeof ALL): Promise<string[]> =>
      ((await client.connection.sendRequest(InlayHintRequest.type, { ...draft, range })) ?? []).map(({ label }) => String(label));
    assert.deepEqual(await ask(ALL), ['notes: 12', 'B2 · 2026-02-13']);
    assert.deepEqual(await ask({ start: positionOf(DRAFT, 'The gift'), end: ALL.end }), []);
    client.settings = { inlayHints: { numbers: false }, codeLens: 9 };
    const before = client.heardOf('workspace/inlayHint/refresh');
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.until('refresh', () => client.heardOf('workspace/inlayHint/refresh') > before);
    assert.deepEqual(await ask(ALL), []);
  });

  it('semanticTokens: nothing unless switched on', async () => {
    const draft = await start();
    assert.deepEqual((await client.connection.sendRequest(SemanticTokensRequest.type, draft))?.data, []);
  });

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`semanticTokens in ${encoding}: whole, range and delta agree`, async () => {
      const capabilities = { ...VSCODE, general: { positionEncodings: [encoding] } };
      const draft = await start({ settings: { semanticTokens: { enabled: true } }, capabilities }, WIDE);
      const units = (text: string): number =>
        encoding === 'utf-8' ? Buffer.byteLength(text) : encoding === 'utf-16' ? text.length : [...text].length;
      const legend = client.result.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
      const whole = (await client.connection.sendRequest(SemanticTokensRequest.type, draft)) as SemanticTokens;
      const claim = decoded(whole.data).find(({ type }) => legend[type] === 'claim');
      const line = WIDE.split('\n')[claim?.line ?? 0] ?? '';
      assert.equal(units(line), (claim?.character ?? 0) + (claim?.length ?? 0), 'the claim reaches to the end of its line');
      const part = (await client.connection.sendRequest(SemanticTokensRangeRequest.type, { ...draft, range: ALL })) as SemanticTokens;
      assert.deepEqual(part.data, whole.data);
      await client.change('draft.md', [
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: '\n“Words,” she said.\n' },
      ]);
      const previousResultId = whole.resultId ?? '';
      const delta = (await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
        ...draft,
        previousResultId,
      })) as SemanticTokensDelta;
      const now = (await client.connection.sendRequest(SemanticTokensRequest.type, draft)) as SemanticTokens;
      const patched = [...whole.data];
      for (const { start, deleteCount, data } of delta.edits) patched.splice(start, deleteCount, ...(data ?? []));
      assert.deepEqual(patched, now.data);
      const stale = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, { ...draft, previousResultId: 'gone' });
      assert.ok(stale && 'data' in stale);
    });
  }

  it('foldingRange: as many as the client takes', async () => {
    await start({ capabilities: { ...VSCODE, textDocument: { ...VSCODE.textDocument, foldingRange: { rangeLimit: 2 } } } });
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: client.uri('notes/sources.md') } });
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 7],
        [1, 3],
      ],
    );
  });

  it('selectionRange: one answer for each position, each within the next', async () => {
    const draft = await start();
    const positions: Position[] = [positionOf(DRAFT, 'routers to'), { line: 9999, character: 9999 }];
    const ranges = (await client.connection.sendRequest(SelectionRangeRequest.type, { ...draft, positions })) ?? [];
    assert.equal(ranges.length, 2);
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = ranges[0]; range; range = range.parent) texts.push(textAt(DRAFT, range.range));
    assert.equal(texts[0], 'Lumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]');
    assert.equal(texts.at(-1), DRAFT);
  });

  it('refreshes what depends on notes once for fifty files', async () => {
    await start();
    const heard = (): number[] =>
      ['diagnostic', 'codeLens', 'inlayHint', 'semanticTokens'].map(what => client.heardOf(`workspace/${what}/refresh`));
    const before = heard();
    const names = Array.from({ length: 50 }, (_, i) => `notes/many${i}.md`);
    for (const name of names) client.write(name, `A note of its own, ${name}.\n`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map(name => ({ uri: client.uri(name), type: 1 })),
    });
    await client.until('refresh', () => client.heardOf('workspace/semanticTokens/refresh') > (before[3] ?? 0));
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(
      heard(),
      before.map(count => count + 1),
    );
  });

  it('asks clients that cannot refresh for nothing, and answers them all the same', async () => {
    client = await Client.start({ files: FILES, capabilities: PLAIN });
    await client.open('draft.md', DRAFT);
    await client.until('diagnostics', () => client.heardOf('textDocument/publishDiagnostics') > 0);
    const draft = { textDocument: { uri: client.uri('draft.md') } };
    assert.ok(await client.connection.sendRequest(DocumentSymbolRequest.type, draft));
    assert.ok(await client.connection.sendRequest(CodeLensRequest.type, draft));
    assert.ok(await client.connection.sendRequest(FoldingRangeRequest.type, draft));
    assert.ok(!client.heard.some(({ method }) => method.endsWith('/refresh')));
  });
});

function decoded(data: readonly number[]): { line: number; character: number; length: number; type: number }[] {
  const tokens: { line: number; character: number; length: number; type: number }[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, start = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += lines;
    character = lines === 0 ? character + start : start;
    tokens.push({ line, character, length, type });
  }
  return tokens;
}
