// Owns: the extension's life: client, status item, commands, settings that need a restart.
// Must not know: how the server is started; anything about drafts, notes or rules.
import { type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type DocumentStatus, STATUS_NOTIFICATION } from '../../server/src/protocol.ts';
import { registerCommands } from './commands.ts';
import { StatusItem } from './status-item.ts';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  /** Uri schemes of the documents that the server can handle. */
  readonly schemes: readonly string[];
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
}

/** What the rest of the extension may use. */
export interface Session {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  /** The running client; replaced by `restart`. */
  readonly client: BaseLanguageClient;
  restart(): Promise<void>;
}

const RESTARTING_SETTINGS = ['backdraft.check.when'];

let stop: (() => Promise<void>) | undefined;

/** Starts the server and registers what the user sees. Resolves once the client was told to start: documents need not wait. */
export async function startExtension(context: ExtensionContext, platform: Platform): Promise<void> {
  const output = window.createOutputChannel('Backdraft', { log: true });
  const status = new StatusItem();
  context.subscriptions.push(output, status);

  let client = platform.createClient('backdraft', 'Backdraft', clientOptions(context, platform, output));
  const start = async (): Promise<void> => {
    client.onNotification(STATUS_NOTIFICATION, (update: DocumentStatus) => status.update(update));
    try {
      await client.start();
    } catch (error) {
      output.error(`The language server did not start: ${String(error)}`);
      void window.showErrorMessage('Backdraft could not start its language server. The output channel "Backdraft" says why.');
    }
  };
  stop = async () => {
    if (client.isRunning()) await client.stop();
  };

  const session: Session = {
    context,
    output,
    get client() {
      return client;
    },
    async restart() {
      status.clear();
      await client.dispose();
      client = platform.createClient('backdraft', 'Backdraft', clientOptions(context, platform, output));
      await start();
    },
  };
  registerCommands(session);
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(change => {
      if (RESTARTING_SETTINGS.some(name => change.affectsConfiguration(name))) void session.restart();
    }),
  );
  await start();
}

/** Ends the server. */
export async function stopExtension(): Promise<void> {
  await stop?.();
  stop = undefined;
}

function clientOptions(context: ExtensionContext, { schemes }: Platform, output: LogOutputChannel): LanguageClientOptions {
  const onSave = workspace.getConfiguration('backdraft').get('check.when') === 'onSave';
  return {
    documentSelector: schemes.flatMap(scheme => [
      { scheme, language: 'markdown' },
      { scheme, language: 'plaintext' },
      { scheme, pattern: '**/.backdraft.yaml' },
      { scheme, pattern: '**/*.bib' },
    ]),
    outputChannel: output,
    initializationOptions: { docs: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString() },
    diagnosticPullOptions: { onChange: !onSave, onSave: true },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
