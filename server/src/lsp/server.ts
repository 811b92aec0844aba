// Owns: the language server's life: what it can do, opening and closing, settings, and which feature answers what.
// Must not know: the place it runs in; how features work.
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  RequestType0,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { TextEdit } from '../core/annotations/track.ts';
import { normalUri } from '../core/engine/uri.ts';
import { createWorkspace } from '../core/engine/workspace.ts';
import type { PositionEncoding } from '../core/text/line-index.ts';
import { languageFor } from '../languages.ts';
import {
  ANNOTATIONS_CHANGED_NOTIFICATION,
  type AnnotationCommands,
  BESIDE_NOTIFICATION,
  type BesideParams,
  CHECK_WORKSPACE_REQUEST,
  type CheckWorkspaceResult,
  type InitializationOptions,
} from '../protocol.ts';
import { annotations, refreshAnchors } from './annotations.ts';
import { assistant } from './assistant.ts';
import { checkWorkspace } from './check-workspace.ts';
import { citing } from './citing.ts';
import { claimList } from './claim-list.ts';
import { ClientFileStore } from './client-files.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { Diagnostics } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { applyChanges } from './documents.ts';
import { evidenceList } from './evidence-list.ts';
import { exports } from './exports.ts';
import type { Feature } from './feature.ts';
import { folding } from './folding.ts';
import type { ClientHost, ServerHost } from './host.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { ledger } from './ledger.ts';
import { load } from './load.ts';
import { marking } from './marking.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { restsOn } from './rests-on.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { type ClientAbilities, Session } from './session.ts';
import { settingsFrom } from './settings.ts';
import { strictness } from './strictness.ts';
import { documentSymbols, workspaceSymbols } from './symbols.ts';
import { Watching } from './watching.ts';

const FEATURES: readonly Feature[] = [
  hover,
  completion,
  definition,
  references,
  rename,
  codeActions,
  documentSymbols,
  workspaceSymbols,
  documentLinks,
  codeLens,
  inlayHints,
  semanticTokens,
  folding,
  selectionRanges,
  restsOn,
  ledger,
  exports,
  claimList,
  evidenceList,
  citing,
  marking,
  annotations,
  strictness,
  assistant,
];
const ENCODINGS: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** Serves one client on a connection, which starts to listen here. `hostFor` makes the surroundings, once it is known what the client brings. */
export function startServer(connection: Connection, hostFor: (client: ClientHost) => ServerHost): void {
  let session: Session | undefined;
  let diagnostics: Diagnostics | undefined;
  let watching: Watching | undefined;
  let forget = (): void => {};

  /** Makes the workspace anew, since its folders or limits have changed, and reads it. */
  const openWorkspace = (of: Session): void => {
    forget();
    const { host } = of;
    const { draftLength, noteLength, files } = of.settings.limits;
    const workspace = createWorkspace({
      folders: of.folders,
      language: of.language,
      limits: { maxDraftLength: draftLength, maxNoteLength: noteLength, maxFiles: files },
      ports: {
        files: host.files,
        loadTable: name => host.loadTable(name),
        pause: () => host.pause(),
        log: (level, message) =>
          level === 'error'
            ? connection.console.error(message)
            : level === 'warning'
              ? connection.console.warn(message)
              : connection.console.info(message),
      },
    });
    of.useWorkspace(workspace);
    let seen = workspace.revision;
    forget = workspace.onDidChange(() => {
      // Annotations alone have changed: checks that are kept do not see that by themselves.
      if (workspace.revision === seen) of.abandon();
      seen = workspace.revision;
      diagnostics?.everythingChanged();
      if (of.tellsOfAnnotations) void connection.sendNotification(ANNOTATIONS_CHANGED_NOTIFICATION);
    });
  };

  connection.onInitialize((params): InitializeResult => {
    const abilities = abilitiesOf(params);
    const options = optionsOf(params.initializationOptions);
    const host = hostFor({
      ...(options.files ? { files: new ClientFileStore(connection) } : {}),
      ...(options.tables === undefined ? {} : { tables: options.tables }),
    });
    session = new Session(connection, host, abilities);
    session.encoding =
      params.capabilities.general?.positionEncodings
        ?.map(name => ENCODINGS.find(known => known === name))
        .find(known => known !== undefined) ?? 'utf-16';
    session.language = languageFor(typeof params.locale === 'string' ? params.locale : undefined);
    session.docs = options.docs ?? host.docs;
    session.showReferences = options.showReferences;
    session.annotationCommands = options.annotationCommands;
    session.tellsOfAnnotations = options.annotations === true;
    session.folders = foldersOf(params);
    openWorkspace(session);
    diagnostics = new Diagnostics(session);
    watching = new Watching(session, diagnostics);
    for (const feature of FEATURES) feature.register(session);
    const features: ServerCapabilities = Object.assign(
      {},
      ...FEATURES.map(({ capabilities }) => (typeof capabilities === 'function' ? capabilities(abilities) : capabilities)),
    );
    return {
      serverInfo: { name: 'backdraft' },
      capabilities: {
        positionEncoding: session.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...features,
        workspace: { ...features.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
        ...(abilities.pullDiagnostics
          ? { diagnosticProvider: { identifier: 'backdraft', interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
      },
    };
  });

  connection.onInitialized(async () => {
    if (!session) return;
    const current = session;
    if (await readSettings(current)) openWorkspace(current);
    if (current.abilities.registerConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'backdraft' });
    if (current.abilities.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        if (added.length + removed.length === 0) return;
        const gone = new Set(removed.map(({ uri }) => uri));
        current.folders = [...current.folders.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        openWorkspace(current);
        await load(current);
      });
    }
    await watching?.start(() => load(current));
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (!session) return;
    const sent = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'backdraft') : undefined;
    if (await readSettings(session, sent)) {
      openWorkspace(session);
      await load(session);
    }
    diagnostics?.everythingChanged();
  });

  connection.onNotification(BESIDE_NOTIFICATION, ({ uri, beside }: BesideParams) => {
    session?.beside.set(normalUri(uri), beside);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (!session) return;
    const key = normalUri(uri);
    session.documents.set(key, { uri, languageId, version, text });
    session.abandon(key);
    session.workspace.open(key, text, languageId, session.beside.get(key));
    diagnostics?.documentChanged(uri, 'opened');
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = normalUri(uri);
    const document = session?.documents.get(key);
    // An older version is one that a confused client sends late: its edits do not fit.
    if (!session || !document || version < document.version) return;
    const edits: TextEdit[] = [];
    const text = applyChanges(document.text, contentChanges, session.encoding, edit => edits.push(edit));
    session.documents.set(key, { ...document, version, text });
    session.abandon(key);
    session.workspace.change(key, text, edits.length === contentChanges.length ? edits : undefined);
    diagnostics?.documentChanged(uri, 'edited');
  });

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (session) void session.quietly(refreshAnchors(session, uri));
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    const key = normalUri(uri);
    session?.beside.delete(key);
    if (!session?.documents.delete(key)) return;
    session.abandon(key);
    await session.workspace.close(key);
    diagnostics?.documentChanged(uri, 'closed');
  });

  connection.onRequest(new RequestType0<CheckWorkspaceResult | undefined, void>(CHECK_WORKSPACE_REQUEST), token =>
    session ? checkWorkspace(session, token) : undefined,
  );

  connection.onShutdown(() => {
    forget();
    watching?.dispose();
    diagnostics?.dispose();
  });

  connection.listen();
}

/** Reads the settings; answers whether the workspace must be made anew. */
async function readSettings(session: Session, sent?: unknown): Promise<boolean> {
  const value: unknown = session.abilities.configuration
    ? await session.connection.workspace.getConfiguration('backdraft').catch(() => sent)
    : sent;
  const before = JSON.stringify(session.settings.limits);
  session.settings = settingsFrom(value);
  return JSON.stringify(session.settings.limits) !== before;
}

function abilitiesOf({ capabilities: { textDocument, workspace, window } }: InitializeParams): ClientAbilities {
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    relatedInformation: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    codeDescription: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.codeDescriptionSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renameFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    progress: window?.workDoneProgress === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    willRenameFiles: workspace?.fileOperations?.willRename === true,
    didRenameFiles: workspace?.fileOperations?.didRename === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    mostFoldingRanges: textDocument?.foldingRange?.rangeLimit ?? 5000,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
  };
}

function foldersOf({ workspaceFolders, ...older }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return older.rootUri ? [older.rootUri] : [];
}

function areCommands(sent: unknown): sent is AnnotationCommands {
  const { verdict, assign, show } = (sent ?? {}) as Partial<Record<keyof AnnotationCommands, unknown>>;
  return [verdict, assign, show].every(command => typeof command === 'string' && command !== '');
}

/** What a client sent, without what is of a wrong type. */
function optionsOf(sent: unknown): InitializationOptions {
  const {
    docs,
    files,
    tables,
    showReferences,
    annotationCommands,
    annotations: tells,
  } = (sent ?? {}) as Record<keyof InitializationOptions, unknown>;
  return {
    files: files === true,
    annotations: tells === true,
    ...(typeof docs === 'string' ? { docs } : {}),
    ...(typeof showReferences === 'string' ? { showReferences } : {}),
    ...(areCommands(annotationCommands) ? { annotationCommands } : {}),
    ...(typeof tables === 'string' ? { tables } : {}),
  };
}
