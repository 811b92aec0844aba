// Owns: diagnostics over LSP: pulled by document and workspace, unchanged, pushed, refreshed after changes elsewhere.
// Must not know: which words findings use.
import assert from 'node:assert/strict';
import { type Diagnostic, type PublishDiagnosticsParams, WorkspaceDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { type DocumentStatus, STATUS_NOTIFICATION } from '../../server/src/protocol.ts';
import { draft, notes } from '../bench/story.ts';
import { Client, PLAIN, positionOf, rules, textAt } from './client.ts';
import { DRAFT, FILES, NOTE, NUMBER, OBSOLETE, UNRESOLVED } from './story.ts';

describe('Diagnostics over LSP', () => {
  let client: Client;
  afterEach(() => client.close());

  it('name rule, place, page and evidence', async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    const found = await client.diagnostics('draft.md');
    const number = found.find(({ code }) => code === NUMBER);
    assert.ok(number, rules(found).join());
    assert.match(textAt(DRAFT, number.range), /21/);
    assert.equal(number.severity, 1);
    assert.equal(number.source, 'backdraft');
    assert.match(number.codeDescription?.href ?? '', /docs\/rules\/claims\/contradicted-number\.md$/);
    assert.equal(number.data.rule, NUMBER);
    assert.equal(number.data.uri, client.uri('draft.md'));
    assert.equal(number.relatedInformation?.[0]?.location.uri, client.uri('notes/sources.md'));
    const key = found.find(({ code }) => code === UNRESOLVED);
    assert.ok(key, rules(found).join());
    assert.match(textAt(DRAFT, key.range), /invoises/);
  });

  it('are unchanged until something changes', async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    const first = await client.pull('draft.md');
    assert.equal(first.kind, 'full');
    const second = await client.pull('draft.md', first.resultId);
    assert.deepEqual([second.kind, second.resultId], ['unchanged', first.resultId]);
    const at = positionOf(DRAFT, '21');
    await client.change('draft.md', [{ range: { start: at, end: { line: at.line, character: at.character + 2 } }, text: '12' }]);
    const third = await client.pull('draft.md', first.resultId);
    assert.equal(third.kind, 'full');
    assert.ok(!rules(third.kind === 'full' ? third.items : []).includes(NUMBER));
  });

  it('keep their fingerprints when lines move', async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    const before = await client.diagnostics('draft.md');
    const top = positionOf(DRAFT, '# Routers');
    await client.change('draft.md', [{ range: { start: top, end: top }, text: '\n\n\n' }]);
    const after = await client.diagnostics('draft.md');
    assert.deepEqual(
      after.map(({ data }) => data.fingerprint),
      before.map(({ data }) => data.fingerprint),
    );
    assert.ok(before.length > 0);
    assert.notDeepEqual(after[0]?.range, before[0]?.range);
  });

  it('of a draft change with an unsaved note, and the client is told once', async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    await client.open('notes/sources.md', NOTE);
    assert.ok(rules(await client.diagnostics('draft.md')).includes(NUMBER));
    const told = client.heardOf('workspace/diagnostic/refresh');
    const at = positionOf(NOTE, '12 routers');
    const digits = ['2', '21'];
    for (const [i, text] of digits.entries()) {
      const end = { line: at.line, character: at.character + (i === 0 ? 2 : 1) };
      await client.change('notes/sources.md', [{ range: { start: at, end }, text }]);
    }
    await client.until('refresh', () => client.heardOf('workspace/diagnostic/refresh') > told);
    assert.ok(!rules(await client.diagnostics('draft.md')).includes(NUMBER));
    await new Promise(resolve => setTimeout(resolve, 250));
    assert.equal(client.heardOf('workspace/diagnostic/refresh'), told + 1);
    // What was not saved is gone when the note is closed.
    await client.closeDocument('notes/sources.md');
    await client.until('the old finding', async () => rules(await client.diagnostics('draft.md')).includes(NUMBER));
  });

  it('of closed files come with the workspace report, and only what is new comes again', async () => {
    client = await Client.start({ files: { ...FILES, 'second.md': 'This is TLP:WHITE.\n' } });
    const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const full = first.items.filter(({ kind, uri }) => kind === 'full' && !uri.includes('/notes/'));
    assert.deepEqual(full.map(({ uri }) => uri).sort(), [client.uri('draft.md'), client.uri('second.md')]);
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const second = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    client.write('second.md', 'This is TLP:CLEAR.\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('second.md'), type: 2 }] });
    const { items } = await second;
    const drafts = items.filter(({ uri }) => !uri.includes('/notes/'));
    assert.deepEqual(drafts.map(item => [item.uri, item.kind, item.kind === 'full' ? item.items.length : 0]).sort(), [
      [client.uri('draft.md'), 'unchanged', 0],
      [client.uri('second.md'), 'full', 0],
    ]);
  });

  it('of closed files stay away where the setting says so', async () => {
    client = await Client.start({ files: FILES, settings: { check: { closedFiles: false } } });
    const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    assert.deepEqual(report.items, []);
  });

  it('go away with a deleted file', async () => {
    client = await Client.start({ files: { ...FILES, 'second.md': 'This is TLP:WHITE.\n' } });
    const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const { rmSync } = await import('node:fs');
    rmSync(`${client.folder}/second.md`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('second.md'), type: 3 }] });
    await client.until('refresh', () => client.heardOf('workspace/diagnostic/refresh') > 1);
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
    });
    const gone = items.find(({ uri }) => uri === client.uri('second.md'));
    assert.ok(gone?.kind === 'full' && gone.items.length === 0, JSON.stringify(gone));
  });

  it('of the configuration stand in that file', async () => {
    client = await Client.start({ files: { ...FILES, '.backdraft.yaml': 'citations:\n  style: pandok\nrulez: {}\n' } });
    const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const own = report.items.find(({ uri }) => uri === client.uri('.backdraft.yaml'));
    assert.ok(own?.kind === 'full');
    assert.deepEqual(
      own.items.map(({ range }) => range.start.line),
      [1, 2],
    );
  });

  it('are pushed to a client that does not pull', async () => {
    client = await Client.start({ files: FILES, capabilities: PLAIN });
    assert.equal(client.result.capabilities.diagnosticProvider, undefined);
    await client.open('draft.md', DRAFT);
    const pushed = (): PublishDiagnosticsParams | undefined => client.lastOf('textDocument/publishDiagnostics');
    await client.until('pushed finding', () => rules(pushed()?.diagnostics ?? []).includes(NUMBER));
    assert.equal(pushed()?.version, 1);
    await client.change('draft.md', [{ text: DRAFT.replace('21', '12') }]);
    await client.until('pushed end of it', () => pushed()?.version === 2 && !rules(pushed()?.diagnostics ?? []).includes(NUMBER));
    // A note changes on disk, and nobody tells: modification times do.
    const lost = (): boolean =>
      pushed()?.diagnostics.some(({ code, message }) => code === UNRESOLVED && /pool/.test(String(message))) ?? false;
    assert.ok(!lost());
    client.write('notes/sources.md', NOTE.replace('{#pool}', '{#harbour}'));
    await client.until('pushed finding after the note', lost);
    await client.closeDocument('draft.md');
    await client.until('empty push', () => pushed()?.diagnostics.length === 0);
  });

  it('come with a status for the open draft', async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
    const found = await client.diagnostics('draft.md');
    const status = client.lastOf<DocumentStatus>('backdraft/status');
    assert.equal(status?.uri, client.uri('draft.md'));
    assert.equal(status?.role, 'draft');
    assert.equal(status?.indexing, false);
    assert.equal(status?.findings.error, found.filter(({ severity }) => severity === 1).length);
    assert.ok((status?.claims.total ?? 0) > 0);
  });

  it('follow changes of the settings, whatever their shape', async () => {
    client = await Client.start({ files: FILES, settings: { limits: { draftLength: 'many' }, check: 7 } });
    await client.open('draft.md', DRAFT);
    assert.ok(rules(await client.diagnostics('draft.md')).includes(OBSOLETE));
    client.settings = { limits: { draftLength: 20 } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('one word about the limit', async () => {
      const found = await client.diagnostics('draft.md');
      return found.length === 1 && /20/.test(String(found[0]?.message));
    });
  });

  it('of a long draft are told before all of it is checked, and all of them in the end', async () => {
    client = await Client.start({ files: { ...notes(), 'draft.md': '' } });
    const text = draft(60_000);
    await client.open('draft.md', text);
    const first = await client.pull('draft.md');
    assert.match(first.resultId ?? '', /^first \d+ segments$/);
    assert.equal(client.lastOf<DocumentStatus>(STATUS_NOTIFICATION)?.checking, true);
    const early = first.kind === 'full' ? first.items : [];
    const all = await client.allDiagnostics('draft.md');
    assert.ok(early.length > 0 && all.length > 2 * early.length, `${early.length} of ${all.length}`);
    assert.ok(client.heardOf('workspace/diagnostic/refresh') > 0);
    const keyOf = ({ code, range, message }: Diagnostic): string => JSON.stringify([code, range, message]);
    const keys = new Set(all.map(keyOf));
    assert.deepEqual(
      early.map(keyOf).filter(key => !keys.has(key)),
      [],
    );
    assert.equal(client.lastOf<DocumentStatus>(STATUS_NOTIFICATION)?.checking, undefined);
    // Once all are told, an edit is answered by the whole.
    await client.change('draft.md', [{ range: { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } }, text: 'x' }]);
    assert.doesNotMatch((await client.pull('draft.md')).resultId ?? '', /^first/);
  }).timeout(120_000);

  it('of a long draft are pushed before all of it is checked', async () => {
    client = await Client.start({ files: { ...notes(), 'draft.md': '' }, capabilities: PLAIN });
    await client.open('draft.md', draft(60_000));
    // The last is pushed after the status that says that no more is being checked.
    await client.until(
      'all of it',
      () => {
        const told = client.heard.findLastIndex(one => one.method === STATUS_NOTIFICATION);
        const isWhole = (client.heard[told]?.params as DocumentStatus | undefined)?.checking === undefined && told >= 0;
        return isWhole && client.heard.slice(told).some(({ method }) => method === 'textDocument/publishDiagnostics');
      },
      100_000,
    );
    const pushed = client.heard.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    const counts = pushed.map(({ params }) => (params as PublishDiagnosticsParams).diagnostics.length);
    assert.ok(counts.length > 1, counts.join());
    assert.ok((counts[0] as number) < (counts.at(-1) as number), counts.join());
  }).timeout(120_000);
});
