// Owns: a small language client: the bundled server over real stdio, on a temporary folder.
// Must not know: single tests.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  WorkDoneProgress,
} from 'vscode-languageserver-protocol/node';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = path.join(ROOT, 'dist/server.node.js');

/** What VS Code can do, as far as the server asks. */
export const VSCODE: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    diagnostics: { refreshSupport: true },
    fileOperations: { willRename: true, didRename: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

/** A client without any of that: push diagnostics, no watching. */
export const PLAIN: ClientCapabilities = {};

export interface ClientOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Do not wait for the notes. */
  readonly early?: boolean;
}

/** One server with one client on a folder of its own; `close` ends both. */
export class Client {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  result: InitializeResult = { capabilities: {} };
  settings: unknown;
  /** Methods of notifications and requests from the server, in order, with what they said. */
  readonly heard: { readonly method: string; readonly params: unknown }[] = [];
  #listeners = new Set<() => void>();
  #version = 1;
  #stderr = '';

  private constructor(options: ClientOptions) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'backdraft-lsp-'));
    for (const [name, content] of Object.entries(options.files ?? {})) this.write(name, content);
    this.settings = options.settings ?? null;
    assert.ok(existsSync(SERVER), 'dist/server.node.js is built');
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr } = this.process;
    assert.ok(stdin && stdout && stderr);
    stderr.on('data', chunk => {
      this.#stderr += chunk;
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest('workspace/configuration', params => {
      this.#hear('workspace/configuration', params);
      return [this.settings];
    });
    for (const method of [
      'client/registerCapability',
      'client/unregisterCapability',
      'workspace/diagnostic/refresh',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
      'window/workDoneProgress/create',
    ]) {
      this.connection.onRequest(method, params => {
        this.#hear(method, params);
        if (method === 'window/workDoneProgress/create') {
          this.connection.onProgress(WorkDoneProgress.type, params.token, value => this.#hear('$/progress', value));
        }
        return null;
      });
    }
    this.connection.onUnhandledNotification(({ method, params }) => this.#hear(method, params));
    this.connection.listen();
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    try {
      await client.#initialize(options);
    } catch (error) {
      client.process.kill('SIGKILL');
      throw error;
    }
    return client;
  }

  async #initialize(options: ClientOptions): Promise<void> {
    this.result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: this.uri(),
      workspaceFolders: [{ uri: this.uri(), name: 'test' }],
      capabilities: options.capabilities ?? VSCODE,
      initializationOptions: options.initializationOptions,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    if (!options.early && options.capabilities !== PLAIN)
      await this.until('refresh after loading', () => this.heardOf('workspace/diagnostic/refresh') > 0);
  }

  uri(...names: readonly string[]): string {
    return pathToFileURL(path.join(this.folder, ...names)).toString();
  }

  write(name: string, content: string | Uint8Array): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  open(name: string, text: string, languageId = 'markdown'): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), languageId, version: this.#version, text },
    });
  }

  /** Sends edits, with the next version or the one given. */
  change(name: string, contentChanges: TextDocumentContentChangeEvent[], version?: number): Promise<void> {
    this.#version = version ?? this.#version + 1;
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), version: this.#version },
      contentChanges,
    });
  }

  closeDocument(name: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Diagnostics of an open document, pulled afresh. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(name);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  /** Asks for diagnostics until those of the whole document are there, as a client does that is told to ask again. */
  async allDiagnostics(name: string): Promise<readonly Diagnostic[]> {
    for (let held: string | undefined, items: readonly Diagnostic[] = []; ; ) {
      const report = await this.pull(name, held);
      if (report.kind === 'full') items = report.items;
      held = report.resultId;
      if (!held?.startsWith('first ')) return items;
    }
  }

  /** How often the server said something. */
  heardOf(method: string): number {
    return this.heard.filter(one => one.method === method).length;
  }

  /** What the server said last with a method. */
  lastOf<T>(method: string): T | undefined {
    return this.heard.findLast(one => one.method === method)?.params as T | undefined;
  }

  /** Waits until something that the server says makes `ask` true. */
  async until(what: string, ask: () => boolean | Promise<boolean>, timeout = 30_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await ask())) {
      assert.ok(
        Date.now() < end,
        `no ${what} within ${timeout} ms; heard ${[...new Set(this.heard.map(({ method }) => method))].join(', ')}; ${this.#stderr}`,
      );
      await new Promise<void>(resolve => {
        const timer = setTimeout(done, 100);
        const listeners = this.#listeners;
        listeners.add(done);
        function done(): void {
          clearTimeout(timer);
          listeners.delete(done);
          resolve();
        }
      });
    }
  }

  /** Ends the server as a client does; answers its exit code. */
  async close(): Promise<number | null> {
    const gone = new Promise<number | null>(resolve => this.process.once('exit', resolve));
    const late = setTimeout(() => this.process.kill('SIGKILL'), 5000);
    try {
      await this.connection.sendRequest(ShutdownRequest.type);
      await this.connection.sendNotification(ExitNotification.type);
    } catch (error) {
      this.process.kill('SIGKILL');
      throw error;
    }
    const code = await gone;
    clearTimeout(late);
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  #hear(method: string, params: unknown): void {
    this.heard.push({ method, params });
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The rules of diagnostics, in order. */
export function rules(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code));
}

/** Position of the first (or given) occurrence of `needle`, in UTF-16. */
export function positionOf(text: string, needle: string, plus = 0): Position {
  const at = text.indexOf(needle);
  assert.notEqual(at, -1, `${needle} is in the text`);
  const before = text.slice(0, at + plus).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The piece of a text that a UTF-16 range names. */
export function textAt(text: string, { start, end }: Diagnostic['range']): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return text.slice(offset(start), offset(end));
}

/** What a hover shows, and in which format. */
export function hoverText(hover: Hover | null): { readonly kind: string; readonly value: string } {
  const contents = hover?.contents;
  assert.ok(contents && typeof contents === 'object' && 'kind' in contents, 'there is a hover');
  return contents;
}
