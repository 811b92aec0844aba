// The bundle of the web worker: loads where there is no document, process or require, and works on a client's virtual files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import {
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Message,
  type MessageConnection,
  type ReadableStreamMessageReader,
  RequestType,
} from 'vscode-languageserver-protocol/node';
import type { ReadFileParams, ReadFileResult } from '../../server/src/protocol.ts';
import { ROOT, rules } from './client.ts';
import { DRAFT, FILES, NOTE, NUMBER, UNRESOLVED } from './story.ts';

const BUNDLE = path.join(ROOT, 'dist/server.browser.js');
const FOLDER = 'memfs:/story';
const TABLES = 'https://extension.test/dist/knowledge';

/** What a dedicated worker has, as far as a language server may use it. */
const WORKER_GLOBALS = {
  atob,
  btoa,
  Blob,
  DecompressionStream,
  MessageChannel,
  TextDecoder,
  TextEncoder,
  URL,
  clearInterval,
  clearTimeout,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
  structuredClone,
};

/** The worker's bundle in a context of its own, with a client whose files are in memory. */
class WorkerClient {
  readonly files: Map<string, Uint8Array>;
  readonly connection: MessageConnection;
  readonly asked: string[] = [];
  refreshes = 0;

  constructor(files: Readonly<Record<string, string | Uint8Array>>, offersFiles = true) {
    this.files = new Map(
      Object.entries(files).map(([name, content]) => [`${FOLDER}/${name}`, typeof content === 'string' ? Buffer.from(content) : content]),
    );
    let toClient = (_: Message): void => {};
    const listener: { onmessage?: (event: { readonly data: unknown }) => void } = {};
    const context = vm.createContext({ ...WORKER_GLOBALS, console: { error: () => {}, log: () => {}, warn: () => {}, info: () => {} } });
    const global = vm.runInContext('globalThis', context) as Record<string, unknown>;
    global.self = global;
    global.addEventListener = (): void => {};
    global.postMessage = (message: Message): void => toClient(structuredClone(message));
    Object.defineProperty(global, 'onmessage', {
      set: (handler: (event: { readonly data: unknown }) => void) => {
        listener.onmessage = handler;
      },
    });
    for (const absent of ['document', 'process', 'require', 'module', 'Buffer', 'window', 'global', 'setImmediate'])
      assert.equal(vm.runInContext(`typeof ${absent}`, context), 'undefined', absent);
    vm.runInContext(readFileSync(BUNDLE, 'utf8'), context, { filename: BUNDLE });
    assert.ok(listener.onmessage, 'the worker listens');
    this.connection = createMessageConnection(
      {
        onError: nothing,
        onClose: nothing,
        onPartialMessage: nothing,
        listen: (callback: (message: Message) => void) => {
          toClient = callback;
          return { dispose: () => {} };
        },
        dispose: () => {},
      } as unknown as ReadableStreamMessageReader,
      {
        onError: nothing,
        onClose: nothing,
        write: async (message: Message) => void setTimeout(() => listener.onmessage?.({ data: structuredClone(message) })),
        end: () => {},
        dispose: () => {},
      },
    );
    this.connection.onRequest('workspace/configuration', () => [null]);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.onRequest('client/registerCapability', () => null);
    if (offersFiles) this.#answerFiles();
    this.connection.listen();
  }

  #answerFiles(): void {
    this.connection.onRequest(new RequestType<ReadFileParams, ReadFileResult, void>('backdraft/readFile'), ({ uri }) => {
      this.asked.push(uri);
      const bytes = uri.startsWith(TABLES)
        ? readFileSync(path.join(ROOT, 'dist/knowledge', uri.slice(TABLES.length)))
        : this.files.get(uri);
      return bytes
        ? { kind: 'bytes', base64: Buffer.from(bytes).toString('base64') }
        : { kind: 'problem', problem: 'missing', detail: 'FileNotFound' };
    });
    this.connection.onRequest('backdraft/listFolder', ({ uri }: { uri: string }) => {
      const names = new Map<string, 'file' | 'folder'>();
      for (const file of this.files.keys()) {
        if (!file.startsWith(`${uri}/`)) continue;
        const [name = '', ...rest] = file.slice(uri.length + 1).split('/');
        names.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return [...names].map(([name, type]) => ({ name, type }));
    });
    this.connection.onRequest('backdraft/statFile', ({ uri }: { uri: string }) => {
      const bytes = this.files.get(uri);
      return bytes ? { name: uri, type: 'file', size: bytes.length, mtime: 1 } : null;
    });
  }

  async start(initializationOptions: object): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: FOLDER,
      workspaceFolders: [{ uri: FOLDER, name: 'story' }],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: {
          diagnostics: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          configuration: true,
        },
      },
      initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(name: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${FOLDER}/${name}`, languageId: 'markdown', version: 1, text },
    });
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: `${FOLDER}/${name}` },
    });
    return report.kind === 'full' ? report.items : [];
  }

  /** Diagnostics of a file, once there is one of this rule. */
  async finding(name: string, rule: string): Promise<readonly Diagnostic[]> {
    const end = Date.now() + 20_000;
    for (;;) {
      const found = await this.diagnostics(name);
      if (rules(found).includes(rule)) return found;
      assert.ok(Date.now() < end, `no ${rule}; there is ${rules(found).join(', ') || 'nothing'}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

const nothing = (): { dispose(): void } => ({ dispose: () => {} });
const OFFER = { files: true, tables: TABLES };

describe('The server in a web worker', () => {
  it('checks a draft against notes of a virtual folder', async () => {
    const client = new WorkerClient(FILES);
    const { capabilities } = await client.start(OFFER);
    assert.ok(capabilities.hoverProvider);
    await client.open('draft.md', DRAFT);
    const found = await client.finding('draft.md', NUMBER);
    assert.ok(rules(found).includes(UNRESOLVED), rules(found).join(', '));
    assert.ok(client.asked.includes(`${FOLDER}/notes/sources.md`));
    await client.close();
  });

  it('reads its tables through the client', async () => {
    const client = new WorkerClient({ ...FILES, 'other.md': '' });
    await client.start(OFFER);
    await client.open('other.md', 'It comes back through T1053.003 Scheduled Task.\n');
    await client.finding('other.md', 'references/attack-name-mismatch');
    assert.ok(client.asked.includes(`${TABLES}/attack.txt`));
    await client.close();
  });

  it('unpacks a table of the writer, and says when it is damaged', async () => {
    const catalogue = gzipSync(
      JSON.stringify({
        title: 'CISA Catalog of Known Exploited Vulnerabilities',
        catalogVersion: '2026.01.01',
        dateReleased: '2026-01-01T00:00:00.000Z',
        vulnerabilities: [
          { cveID: 'CVE-2025-1234', vendorProject: 'Harrow', product: 'Gate', vulnerabilityName: 'Harrow Gate', dateAdded: '2025-01-02' },
        ],
      }),
    );
    const draft = 'Harrow Gate has the flaw CVE-2025-1234.\n';
    const configuration = 'kev: {file: kev.json.gz}\n';
    const client = new WorkerClient({ '.backdraft.yaml': configuration, 'kev.json.gz': catalogue, 'draft.md': draft });
    await client.start(OFFER);
    await client.open('draft.md', draft);
    await client.open('.backdraft.yaml', configuration);
    await client.finding('draft.md', 'references/known-exploited');
    client.files.set(`${FOLDER}/kev.json.gz`, catalogue.subarray(0, catalogue.length - 20));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/kev.json.gz`, type: 2 }],
    });
    const end = Date.now() + 20_000;
    for (;;) {
      const said = (await client.diagnostics('.backdraft.yaml')).map(({ message }) => message).join('\n');
      if (/damaged|breaks off/.test(said)) break;
      assert.ok(Date.now() < end, said);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await client.close();
  });

  it('follows notes that the client says have changed', async () => {
    const client = new WorkerClient(FILES);
    await client.start(OFFER);
    await client.open('draft.md', DRAFT);
    await client.finding('draft.md', NUMBER);
    client.files.set(`${FOLDER}/notes/sources.md`, Buffer.from(NOTE.replace('12 routers', '21 routers')));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/notes/sources.md`, type: 2 }],
    });
    const end = Date.now() + 20_000;
    while (rules(await client.diagnostics('draft.md')).includes(NUMBER)) {
      assert.ok(Date.now() < end, 'the finding goes');
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    await client.close();
  });

  it('checks open text where the client offers no files', async () => {
    const client = new WorkerClient({}, false);
    await client.start({});
    await client.open('page.md', 'TLP:WHITE\n\nIt was reached by CVE-2024-12.\n');
    await client.finding('page.md', 'references/malformed-cve');
    await client.close();
  });
});
