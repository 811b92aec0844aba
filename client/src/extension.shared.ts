// Owns: the extension's life: client, status item, commands, settings that need a restart.
// Must not know: how the server is started; anything about drafts, notes or rules.
import { type ExtensionContext, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
} from 'vscode-languageclient';
import {
  BESIDE_NOTIFICATION,
  type BesideParams,
  type DocumentStatus,
  type InitializationOptions,
  STATUS_NOTIFICATION,
} from '../../server/src/protocol.ts';
import { ANNOTATION_COMMANDS, registerAnnotationCommands } from './annotations/commands.ts';
import { Annotations } from './annotations/controller.ts';
import { completeMentions } from './annotations/mentions.ts';
import { followRenames } from './annotations/renames.ts';
import { registerAssistant } from './assistant.ts';
import { registerCommands, SHOW_REFERENCES } from './commands.ts';
import { DocumentStates } from './document-states.ts';
import { answerFileRequests } from './files.ts';
import { LedgerPanel } from './ledger/ledger-panel.ts';
import { StatusItem } from './status-item.ts';
import { ClaimsView } from './views/claims-view.ts';
import { EvidenceView } from './views/evidence-view.ts';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
}

/** What the rest of the extension may use. */
export interface Session {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  /** The running client; replaced by `restart`. */
  readonly client: BaseLanguageClient;
  /** What the server said of open documents. */
  readonly states: DocumentStates;
  restart(): Promise<void>;
}

/** What the extension hands to others: its views, to read. */
export interface Views {
  readonly claims: ClaimsView;
  readonly evidence: EvidenceView;
  readonly ledger: LedgerPanel;
  readonly annotations: Annotations;
}

/** What was in the editor when an unsaved document was opened, by their URIs: a server that starts anew is told the same. */
const BEGUN_BESIDE = new Map<string, string>();

const RESTARTING_SETTINGS = ['backdraft.check.when'];

let stop: (() => Promise<void>) | undefined;

/** Starts the server and registers what the user sees. Resolves once the client was told to start: documents need not wait. */
export async function startExtension(context: ExtensionContext, platform: Platform): Promise<Views> {
  const began = performance.now();
  let ofClient = 0;
  const byClient = <T>(run: () => T): T => {
    const since = performance.now();
    const result = run();
    ofClient += performance.now() - since;
    return result;
  };
  const output = window.createOutputChannel('Backdraft', { log: true });
  let served = new Set(schemes());
  const states = new DocumentStates();
  context.subscriptions.push(output, states, new StatusItem(states));

  let client = byClient(() => createClient(platform, context, output));
  const start = async (): Promise<void> => {
    answerFileRequests(client, uri => mayRead(context, uri));
    annotations.attach(client);
    client.onNotification(STATUS_NOTIFICATION, (update: DocumentStatus) => states.update(update));
    try {
      await byClient(() => client.start());
      annotations.refreshAll();
    } catch (error) {
      output.error(`The language server did not start: ${String(error)}`);
      void window.showErrorMessage(l10n.t('Backdraft could not start its language server. The output channel "Backdraft" says why.'));
    }
  };
  stop = async () => {
    if (client.isRunning()) await client.stop();
  };

  const session: Session = {
    context,
    output,
    states,
    get client() {
      return client;
    },
    async restart() {
      states.clear();
      // A server that hangs or never ran cannot be stopped in order; a new one is what was asked for.
      await client.dispose().catch(error => output.warn(`The language server did not stop in order: ${String(error)}`));
      served = new Set(schemes());
      client = createClient(platform, context, output);
      await start();
    },
  };
  const annotations = new Annotations(session);
  const views: Views = {
    claims: new ClaimsView(session),
    evidence: new EvidenceView(session),
    ledger: new LedgerPanel(session),
    annotations,
  };
  registerAnnotationCommands(session, annotations);
  registerCommands(session, views.claims, views.ledger);
  context.subscriptions.push(
    views.claims,
    views.evidence,
    views.ledger,
    annotations,
    completeMentions(annotations, states),
    followRenames(),
    ...registerAssistant(session),
    workspace.onDidChangeConfiguration(change => {
      if (RESTARTING_SETTINGS.some(name => change.affectsConfiguration(name))) void session.restart();
    }),
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      if (added.some(({ uri }) => !served.has(uri.scheme))) void session.restart();
    }),
  );
  const started = start();
  // What the extension host was kept busy for, and the client library's part of it; the server starts on its own time.
  performance.measure('backdraft/activation', { start: began, end: performance.now(), detail: { ofClient } });
  await started;
  return views;
}

/** Ends the server. */
export async function stopExtension(): Promise<void> {
  await stop?.();
  stop = undefined;
}

/** Schemes of the documents that are checked: those of files, of what was never saved, and of the workspace's folders. */
function schemes(): readonly string[] {
  return [...new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

/** The server reads the workspace and what comes with the extension, and nothing else. */
function mayRead({ extensionUri }: ExtensionContext, uri: Uri): boolean {
  const own = extensionUri.toString();
  return workspace.getWorkspaceFolder(uri) !== undefined || uri.toString().startsWith(`${own}/`);
}

/** A client whose server is started again when it dies, five times in three minutes at most, as the library counts. */
function createClient(platform: Platform, context: ExtensionContext, output: LogOutputChannel): BaseLanguageClient {
  // The library gives a server up for good after some writes that failed; they fail whenever a server dies amid requests.
  const errorHandler: ErrorHandler = {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => usual.closed(),
  };
  const middleware: Middleware = {
    async didOpen(document, next) {
      // What was begun in a story is checked against the notes of that story.
      const uri = document.uri.toString();
      const active = window.activeTextEditor?.document.uri;
      const beside = BEGUN_BESIDE.get(uri) ?? (active && active.scheme !== 'untitled' ? active.toString() : undefined);
      if (document.isUntitled && beside) {
        BEGUN_BESIDE.set(uri, beside);
        const params: BesideParams = { uri, beside };
        await client.sendNotification(BESIDE_NOTIFICATION, params);
      }
      await next(document);
    },
    async didClose(document, next) {
      BEGUN_BESIDE.delete(document.uri.toString());
      await next(document);
    },
  };
  const client = platform.createClient('backdraft', 'Backdraft', { ...clientOptions(context, output), errorHandler, middleware });
  const usual = client.createDefaultErrorHandler();
  return client;
}

function clientOptions({ extensionUri }: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const onSave = workspace.getConfiguration('backdraft').get('check.when') === 'onSave';
  const initializationOptions: InitializationOptions = {
    docs: Uri.joinPath(extensionUri, 'docs', 'rules').toString(),
    showReferences: SHOW_REFERENCES,
    files: true,
    annotations: true,
    annotationCommands: ANNOTATION_COMMANDS,
    tables: Uri.joinPath(extensionUri, 'dist', 'knowledge').toString(),
  };
  return {
    documentSelector: schemes().flatMap(scheme => [
      { scheme, language: 'markdown' },
      { scheme, language: 'plaintext' },
      { scheme, pattern: '**/.backdraft.yaml' },
      { scheme, pattern: '**/*.bib' },
    ]),
    outputChannel: output,
    initializationOptions,
    diagnosticPullOptions: { onChange: !onSave, onSave: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
