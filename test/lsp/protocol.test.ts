// Owns: the server's manners: encodings, edits, cancellation, progress, watching, hostile and confused clients, its end.
// Must not know: what findings say.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { applyChanges } from '../../server/src/lsp/documents.ts';
import { type DocumentStatus, STATUS_NOTIFICATION } from '../../server/src/protocol.ts';
import { Client, positionOf, ROOT, rules, textAt, VSCODE } from './client.ts';
import { DRAFT, FILES, NOTE, NUMBER, OBSOLETE } from './story.ts';

/** Places that no document has. */
const NOWHERE: readonly Position[] = [
  { line: 0, character: 100_000 },
  { line: 100_000, character: 0 },
  { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
];

describe('Position encodings', () => {
  const wide = DRAFT.replace('This paper was', '🛰️ Ünïcødé 漢字 𝒳 was');
  const line = wide.split('\n').find(one => one.includes('TLP:WHITE')) ?? '';
  const before = line.slice(0, line.indexOf('TLP:WHITE'));
  const lengths = { 'utf-8': Buffer.byteLength(before), 'utf-16': before.length, 'utf-32': [...before].length };

  for (const [encoding, character] of Object.entries(lengths)) {
    it(`${encoding}, the client's first that is known`, async () => {
      const client = await Client.start({
        files: FILES,
        capabilities: { ...VSCODE, general: { positionEncodings: ['ebcdic', encoding, 'utf-16'] } },
      });
      try {
        assert.equal(client.result.capabilities.positionEncoding, encoding);
        await client.open('draft.md', wide);
        const mark = (await client.diagnostics('draft.md')).find(({ code }) => code === OBSOLETE);
        assert.equal(mark?.range.start.character, character);
        // An edit in the same encoding lands where it should.
        const { range } = mark ?? {};
        assert.ok(range);
        await client.change('draft.md', [{ range, text: 'TLP:CLEAR' }]);
        assert.ok(!rules(await client.diagnostics('draft.md')).includes(OBSOLETE));
      } finally {
        await client.close();
      }
    });
  }
});

describe('Edits', () => {
  it('apply one after another, whatever their order', () => {
    const text = 'one\ntwo\r\nthree\rfour';
    const at = (line: number, start: number, end = start) => ({ start: { line, character: start }, end: { line, character: end } });
    const apply = (...changes: Parameters<typeof applyChanges>[1]) => applyChanges(text, changes, 'utf-16');
    assert.equal(apply({ range: at(3, 0, 4), text: '4' }, { range: at(0, 0, 3), text: '1' }), '1\ntwo\r\nthree\r4');
    assert.equal(apply({ range: at(0, 0, 3), text: '1\n1' }, { range: at(2, 0, 3), text: '2' }), '1\n1\n2\r\nthree\rfour');
    assert.equal(apply({ range: at(0, 3), text: 'X' }, { range: at(0, 0), text: 'Y' }), 'YoneX\ntwo\r\nthree\rfour');
    assert.equal(apply({ range: { start: { line: 9, character: 0 }, end: { line: 0, character: 0 } }, text: '' }), '');
    assert.equal(apply({ range: at(0, 0), text: 'Z' }, { text: 'all new' }, { range: at(0, 0, 3), text: 'None' }), 'None new');
  });

  it('equal the plain way for random edits', () => {
    const seed = Date.now() % 1_000_000;
    let state = seed;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
      return state % below;
    };
    for (let round = 0; round < 200; round++) {
      let expected = 'alpha\nbeta\r\n\ngamma 𝒳 delta\n';
      const start = expected;
      const changes = Array.from({ length: 1 + random(5) }, () => {
        const a = random(expected.length + 1);
        const b = Math.min(expected.length, a + random(4));
        const text = ['', 'x', '\n', 'yy\r\nz'][random(4)] ?? '';
        const range = { start: positionIn(expected, a), end: positionIn(expected, b) };
        expected = expected.slice(0, offsetIn(expected, range.start)) + text + expected.slice(offsetIn(expected, range.end));
        return { range, text };
      });
      assert.equal(applyChanges(start, changes, 'utf-16'), expected, `seed ${seed}, round ${round}`);
    }
  });
});

describe('A patient server', () => {
  let client: Client;
  afterEach(() => client.close());

  it('ends a check that the client cancels, and goes on', async () => {
    const paragraph = 'The group used 21 routers in March 2026, and the office paid for each of them, a spokesperson said on Monday.\n\n';
    client = await Client.start({ files: FILES });
    await client.open('big.md', Array.from({ length: 4000 }, (_, i) => paragraph.replace('21', String(i))).join(''));
    const source = new CancellationTokenSource();
    const pull = client.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: client.uri('big.md') } },
      source.token,
    );
    setTimeout(() => source.cancel(), 100);
    await assert.rejects(pull, { code: -32800 });
    await client.open('draft.md', DRAFT);
    assert.ok(rules(await client.diagnostics('draft.md')).includes(NUMBER));
  });

  it('tells who asked for a text that changed meanwhile to ask again', async () => {
    const paragraph = 'The group used 21 routers in March 2026, and the office paid for each of them, a spokesperson said on Monday.\n\n';
    client = await Client.start({ files: FILES });
    const text = Array.from({ length: 4000 }, (_, i) => paragraph.replace('21', String(i))).join('');
    await client.open('big.md', text);
    const pull = client.pull('big.md');
    await client.change('big.md', [{ text: 'Short now.\n' }]);
    await assert.rejects(pull, (error: { code: number; data: unknown }) => {
      assert.equal(error.code, -32802);
      assert.deepEqual(error.data, { retriggerRequest: true });
      return true;
    });
    assert.deepEqual(await client.diagnostics('big.md'), []);
  });

  it('shows progress while it reads many notes, and answers meanwhile', async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `notes/n${i}.md`,
        NOTE.replaceAll('{#pool}', `{#p${i}}`).replaceAll('{#invoices}', `{#i${i}}`),
      ]),
    );
    client = await Client.start({ files: { ...FILES, ...notes }, early: true });
    await client.open('draft.md', DRAFT);
    const early = rules(await client.diagnostics('draft.md'));
    assert.ok(early.includes(OBSOLETE), early.join());
    assert.ok(!early.includes(NUMBER), 'evidence rules wait for the evidence');
    await client.until(
      'end of progress',
      () => client.heard.some(({ method, params }) => method === '$/progress' && (params as { kind: string }).kind === 'end'),
      20_000,
    );
    const kinds = client.heard.filter(({ method }) => method === '$/progress').map(({ params }) => (params as { kind: string }).kind);
    assert.equal(kinds[0], 'begin');
    assert.ok(kinds.includes('report'));
    await client.until('evidence', async () => rules(await client.diagnostics('draft.md')).includes(NUMBER));
  });

  for (const watching of [true, false]) {
    it(`reads a story that is made while the notes are being read, ${watching ? 'told by the client' : 'by itself'}`, async () => {
      const weather = (day: number) => `## Weather {#w${day}}\n\nIt rained ${day} millimetres at the quay that day.\n`;
      const notes = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`notes/n${i}.md`, weather(i).repeat(20)]));
      const workspace = { ...VSCODE.workspace, ...(watching ? {} : { didChangeWatchedFiles: { dynamicRegistration: false } }) };
      client = await Client.start({ files: notes, early: true, capabilities: { ...VSCODE, workspace } });
      await client.until('progress, so that the folders were listed', () =>
        client.heard.some(({ method, params }) => method === '$/progress' && (params as { kind: string }).kind === 'report'),
      );
      const asked = client.heard.some(
        ({ method, params }) => method === 'client/registerCapability' && /didChangeWatchedFiles/.test(JSON.stringify(params)),
      );
      const made = { 'late/draft.md': DRAFT, 'late/notes/pool.md': NOTE };
      for (const [name, text] of Object.entries(made)) client.write(name, text);
      // A client tells of files once it was asked to.
      if (asked)
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: Object.keys(made).map(name => ({ uri: client.uri(name), type: 1 })),
        });
      await client.open('late/draft.md', DRAFT);
      await client.until('evidence', async () => rules(await client.diagnostics('late/draft.md')).includes(NUMBER), 20_000);
    });
  }

  it('watches files through the client: new, changed, deleted, fifty at once', async () => {
    client = await Client.start({ files: { 'draft.md': DRAFT } });
    assert.ok(
      client.heard.some(
        ({ method, params }) => method === 'client/registerCapability' && /didChangeWatchedFiles/.test(JSON.stringify(params)),
      ),
    );
    await client.open('draft.md', DRAFT);
    assert.ok(!rules(await client.diagnostics('draft.md')).includes(NUMBER));
    const told = client.heardOf('workspace/diagnostic/refresh');
    const names = Array.from({ length: 50 }, (_, i) => `notes/n${i}.md`);
    for (const [i, name] of names.entries())
      client.write(name, NOTE.replaceAll('{#pool}', i === 7 ? '{#pool}' : `{#p${i}}`).replaceAll('{#invoices}', `{#i${i}}`));
    for (const name of names)
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(name), type: 1 }] });
    await client.until('finding from new notes', async () => rules(await client.diagnostics('draft.md')).includes(NUMBER));
    await new Promise(resolve => setTimeout(resolve, 400));
    assert.ok(
      client.heardOf('workspace/diagnostic/refresh') - told <= 3,
      `${client.heardOf('workspace/diagnostic/refresh') - told} refreshes`,
    );
    for (const name of names) rmSync(path.join(client.folder, name));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map(name => ({ uri: client.uri(name), type: 3 })),
    });
    await client.until('end of it', async () => !rules(await client.diagnostics('draft.md')).includes(NUMBER));
  });

  it('reads what editors and disks really hold', async () => {
    const files = {
      ...FILES,
      'notes/bom.md': new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('# With a mark {#bom}\n\nA sentence of evidence.\n')]),
      'notes/latin.md': new Uint8Array([...Buffer.from('# Caf'), 0xe9, ...Buffer.from('\n')]),
      'notes/binary.md': new Uint8Array([0, 1, 2, 3]),
      'notes/utf16.md': new Uint8Array([0xff, 0xfe, 0x41, 0]),
      'notes/empty.md': '',
      'crlf.md': DRAFT.replaceAll('\n', '\r\n'),
    };
    client = await Client.start({ files, early: true });
    await client.until('refresh', () => client.heardOf('workspace/diagnostic/refresh') > 0);
    const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const said = new Map(
      report.items.map(item => [
        item.uri.slice(client.uri().length + 1),
        item.kind === 'full' ? item.items.map(({ message }) => String(message)) : [],
      ]),
    );
    assert.match(said.get('notes/latin.md')?.join() ?? '', /not UTF-8.*line 1/);
    assert.match(said.get('notes/utf16.md')?.join() ?? '', /UTF-16/);
    const crlf = report.items.find(({ uri }) => uri === client.uri('crlf.md'));
    assert.ok(crlf?.kind === 'full');
    const number = crlf.items.find(({ code }) => code === NUMBER);
    assert.ok(number && /21/.test(textAt(files['crlf.md'], number.range)));
    await client.open('draft.md', DRAFT);
    const keys = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      position: positionOf(DRAFT, '[@pool]', 2),
    });
    assert.ok(Array.isArray(keys) && keys.some(({ label }) => label === 'bom'), JSON.stringify(keys));
  });

  it('does not walk in circles', async () => {
    client = await Client.start({ files: FILES });
    symlinkSync(client.folder, path.join(client.folder, 'notes/loop'));
    symlinkSync('nowhere', path.join(client.folder, 'notes/broken.md'));
    const changes = ['notes/loop', 'notes/broken.md'].map(name => ({ uri: client.uri(name), type: 1 }));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until('refresh', () => client.heardOf('workspace/diagnostic/refresh') > 1);
    await client.open('draft.md', DRAFT);
    assert.ok(rules(await client.diagnostics('draft.md')).includes(NUMBER));
  });
});

describe('A calm server', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
  });
  afterEach(() => client.close());

  it('answers positions and ranges past the end', async () => {
    const textDocument = { uri: client.uri('draft.md') };
    for (const position of NOWHERE) {
      await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
      await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
      await client.connection.sendRequest(DefinitionRequest.type, { textDocument, position });
      await client.connection.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } });
      const range = { start: position, end: { line: 0, character: 0 } };
      await client.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } });
    }
    await client.change('draft.md', [
      { range: { start: { line: 99_999, character: 5 }, end: { line: 2 ** 31 - 1, character: 0 } }, text: '\nTLP:WHITE again.\n' },
    ]);
    assert.equal(rules(await client.diagnostics('draft.md')).filter(rule => rule === OBSOLETE).length, 2);
  });

  it('answers for closed and unknown files', async () => {
    for (const uri of [client.uri('notes/sources.md'), client.uri('missing.md'), 'untitled:Untitled-1', 'nonsense:///a%zz', '']) {
      const textDocument = { uri };
      const position = { line: 0, character: 0 };
      assert.deepEqual(
        await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
        { kind: 'full', items: [] },
        uri,
      );
      assert.equal(await client.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
      assert.equal(
        await client.connection.sendRequest(CodeActionRequest.type, {
          textDocument,
          range: { start: position, end: position },
          context: { diagnostics: [] },
        }),
        null,
      );
    }
  });

  it('does not apply edits with an old version, nor to files that are not open', async () => {
    await client.change('draft.md', [{ text: 'TLP:WHITE is new.\n' }], 7);
    await client.change('draft.md', [{ text: 'Nothing.\n' }], 3);
    await client.change('other.md', [{ text: 'Nothing.\n' }], 9);
    await client.closeDocument('never-opened.md');
    assert.deepEqual(rules(await client.diagnostics('draft.md')), [OBSOLETE]);
  });

  it('checks untitled and plain-text documents', async () => {
    const uri = 'untitled:Untitled-1';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: 'It says TLP:WHITE here.\n' },
    });
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full' && rules(report.items).includes(OBSOLETE), JSON.stringify(report));
  });

  it('checks an untitled draft against the only notes that there are, and says whose', async () => {
    const uri = 'untitled:Untitled-2';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'markdown',
        version: 1,
        text: 'Lumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]\n',
      },
    });
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full' && rules(report.items).includes(NUMBER), JSON.stringify(report));
    await client.until('status', () => client.lastOf<DocumentStatus>(STATUS_NOTIFICATION)?.uri === uri);
    assert.equal(client.lastOf<DocumentStatus>(STATUS_NOTIFICATION)?.notesOf, client.uri('').split('/').filter(Boolean).at(-1));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  });

  it('opens and closes many times without double findings', async () => {
    const first = await client.diagnostics('draft.md');
    for (let i = 0; i < 20; i++) {
      await client.closeDocument('draft.md');
      await client.open('draft.md', DRAFT);
    }
    assert.deepEqual(rules(await client.diagnostics('draft.md')), rules(first));
  });

  it('finds the same with a differently spelled uri', async () => {
    const uri = client.uri('draft.md').replace('draft', '%64raft');
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full' && rules(report.items).includes(NUMBER));
  });
});

describe('The end of the server', () => {
  it('comes with exit, and with the end of the client', async () => {
    const client = await Client.start({ files: FILES });
    assert.equal(await client.close(), 0);
  });

  it('speaks on the standard streams when it is told nothing, and ends with them', async () => {
    const answer = await new Promise<string>(resolve => {
      const server = execFile(process.execPath, [path.join(ROOT, 'dist/server.node.js')], (_, stdout) => resolve(stdout));
      const body = JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      });
      server.stdout?.once('data', () => server.stdin?.end());
      server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    });
    assert.match(answer, /"serverInfo":\{"name":"backdraft"/);
  });
});

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetIn(text: string, { line, character }: Position): number {
  const starts = [0];
  const ends: number[] = [];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  const start = starts[line] ?? text.length;
  return Math.min(start + character, ends[line] ?? text.length);
}
