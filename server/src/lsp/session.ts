// Owns: the state of one connection: what the client can do, open documents, the workspace, and checks under way.
// Must not know: single features; how results are written as LSP.
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CheckedDocument, SoFar, Workspace } from '../core/engine/types.ts';
import { normalUri } from '../core/engine/uri.ts';
import { LineIndex, type PositionEncoding } from '../core/text/line-index.ts';
import { ENGLISH, type Language } from '../core/text/phrases.ts';
import { type AnnotationCommands, DEFAULT_SETTINGS, type ServerSettings } from '../protocol.ts';
import { ClientSidecarStore, sidecarsByScheme } from './client-sidecars.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerHost, SidecarStore } from './host.ts';

/** What of the client's abilities the server acts on. */
export interface ClientAbilities {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly versionedEdits: boolean;
  readonly createFiles: boolean;
  readonly renameFiles: boolean;
  readonly progress: boolean;
  readonly watchFiles: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly snippets: boolean;
  readonly prepareRename: boolean;
  readonly willRenameFiles: boolean;
  readonly didRenameFiles: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly linkTooltips: boolean;
  readonly mostFoldingRanges: number;
  readonly refreshCodeLenses: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshSemanticTokens: boolean;
}

interface Check {
  readonly key: string;
  readonly result: Promise<CheckedDocument | undefined>;
  waiting: number;
  abandoned: boolean;
  /** Told what is known so far of a long document, until it is checked. */
  readonly watchers: Set<(known: SoFar) => void>;
  known: SoFar | undefined;
}

/** Milliseconds of work before others get a turn. */
const SLICE = 12;
/** Of a document of so many letters something is told before all of it is checked: after so many milliseconds, and each time twice as many. */
const LONG = 16_000;
const FIRST_WORD = 120;
/** Files that are larger are not read for the sake of a place in them. */
const MOST_BYTES = 32_000_000;

/** One client's session. Features take it as their first argument. */
export class Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly sidecars: SidecarStore;
  /** Open documents by the engine's spelling of their uris. */
  readonly documents = new Map<string, OpenDocument>();
  /** What documents that were never saved were begun beside. */
  readonly beside = new Map<string, string>();
  encoding: PositionEncoding = 'utf-16';
  language: Language = ENGLISH;
  settings: ServerSettings = DEFAULT_SETTINGS;
  folders: readonly string[] = [];
  docs: string | undefined;
  /** The client wants to hear when annotations changed. */
  tellsOfAnnotations = false;
  /** The client's command that shows places, where it has one. */
  showReferences: string | undefined;
  /** The client's commands on annotations, where it has them. */
  annotationCommands: AnnotationCommands | undefined;
  abilities: ClientAbilities;
  #workspace: Workspace | undefined;
  readonly #checks = new Map<string, Check>();
  /** Open documents of which the client has had all findings. */
  readonly #checkedOnce = new Set<string>();
  /** Lines of files by uri, of open ones with their version; dropped whenever a file may have changed on disk. */
  readonly #lines = new Map<string, { readonly version: number | undefined; readonly lines: LineIndex }>();
  #linesRevision = -1;

  constructor(connection: Connection, host: ServerHost, abilities: ClientAbilities) {
    this.connection = connection;
    this.host = host;
    this.sidecars = sidecarsByScheme(host.sidecars, new ClientSidecarStore(connection, host.files));
    this.abilities = abilities;
  }

  /** The workspace; there is one from `initialize` on. */
  get workspace(): Workspace {
    if (!this.#workspace) throw new ResponseError(LSPErrorCodes.RequestFailed, 'The server is not initialized.');
    return this.#workspace;
  }

  /** Replaces the workspace, and gives the new one the open documents. */
  useWorkspace(workspace: Workspace): void {
    this.#workspace = workspace;
    this.#lines.clear();
    this.abandon();
    for (const [uri, { text, languageId }] of this.documents) workspace.open(uri, text, languageId, this.beside.get(uri));
  }

  /** Ends checks under way: of one document, or of all. Whoever waits for them is told to ask again. */
  abandon(uri?: string): void {
    if (uri !== undefined && !this.documents.has(uri)) this.#checkedOnce.delete(uri);
    for (const [of, check] of this.#checks) {
      if (uri !== undefined && of !== uri) continue;
      check.abandoned = true;
      this.#checks.delete(of);
    }
  }

  /**
   * The check of an open document, shared by all who ask for the same state of it. Undefined for documents that are not open.
   * Rejects with RequestCancelled when `token` says so, and with ServerCancelled when the text changes meanwhile.
   * `onWord` hears what is known meanwhile, if it is the first check of a long document.
   */
  async check(clientUri: string, token: CancellationToken, onWord?: (known: SoFar) => void): Promise<CheckedDocument | undefined> {
    const uri = normalUri(clientUri);
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const { workspace } = this;
    const key = `${document.version}:${workspace.revision}:${workspace.ready}`;
    let check = this.#checks.get(uri);
    if (check?.key !== key) {
      this.abandon(uri);
      check = this.#startCheck(uri, key);
    }
    check.waiting++;
    const shared = check;
    if (onWord) {
      shared.watchers.add(onWord);
      if (shared.known) onWord(shared.known);
    }
    let onCancel = { dispose: () => {} };
    const cancelled = new Promise<never>((_, reject) => {
      onCancel = token.onCancellationRequested(() => {
        shared.waiting--;
        if (shared.waiting === 0) this.#drop(uri, shared);
        reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.'));
      });
    });
    try {
      return await Promise.race([check.result, cancelled]);
    } finally {
      onCancel.dispose();
      if (onWord) shared.watchers.delete(onWord);
    }
  }

  #startCheck(uri: string, key: string): Check {
    const check: Check = {
      key,
      waiting: 0,
      abandoned: false,
      watchers: new Set(),
      known: undefined,
      result: Promise.resolve().then(() => this.#run(uri, check)),
    };
    check.result.catch(() => this.#drop(uri, check));
    this.#checks.set(uri, check);
    return check;
  }

  #drop(uri: string, check: Check): void {
    check.abandoned = true;
    if (this.#checks.get(uri) === check) this.#checks.delete(uri);
  }

  async #run(uri: string, check: Check): Promise<CheckedDocument | undefined> {
    const steps = this.workspace.checking(uri);
    const isTold = !this.#checkedOnce.has(uri) && (this.documents.get(uri)?.text.length ?? 0) >= LONG;
    let [next, wait] = [Date.now() + FIRST_WORD, FIRST_WORD];
    for (let turn = Date.now(); ; ) {
      if (check.abandoned) {
        steps.return(undefined);
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', { retriggerRequest: true });
      }
      const step = steps.next();
      if (step.done) {
        check.known = undefined;
        if (this.documents.has(uri)) this.#checkedOnce.add(uri);
        return step.value;
      }
      if (Date.now() - turn < SLICE) continue;
      if (isTold && check.watchers.size > 0 && Date.now() >= next) {
        const known = step.value();
        if (known && known.findings.length > 0) {
          check.known = known;
          for (const tell of [...check.watchers]) tell(known);
        }
        wait *= 2;
        next = Date.now() + wait;
      }
      await this.host.pause();
      turn = Date.now();
    }
  }

  /** Lets work run that nobody waits for: what goes wrong in it is logged, and ends nothing. */
  quietly(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (error instanceof ResponseError) return; // cancelled, or overtaken by an edit
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.connection.console.error(this.workspace.redact(said));
    });
  }

  /** Lines of any file, open or on disk, for places outside of the checked document. Undefined where it cannot be read. */
  async linesOf(uri: string): Promise<LineIndex | undefined> {
    if (this.#linesRevision !== this.workspace.revision) {
      this.#lines.clear();
      this.#linesRevision = this.workspace.revision;
    }
    const open = this.documents.get(uri);
    const known = this.#lines.get(uri);
    if (known && (!open || open.version === known.version)) return known.lines;
    const text = open?.text ?? (await this.#textOnDisk(uri));
    if (text === undefined) return undefined;
    const lines = new LineIndex(text);
    this.#lines.set(uri, { version: open?.version, lines });
    return lines;
  }

  async #textOnDisk(uri: string): Promise<string | undefined> {
    const content = await this.host.files.read(uri, { maxBytes: MOST_BYTES });
    return content.kind === 'text' ? content.text : undefined;
  }

  /** A uri as the client spells it, where the file is open. */
  clientUri(uri: string): string {
    return this.documents.get(uri)?.uri ?? uri;
  }

  /** The version that the client's edits must name: that of an open document, else null. */
  versionOf(uri: string): number | null {
    return this.documents.get(uri)?.version ?? null;
  }
}
