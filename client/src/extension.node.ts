// Owns: starting the language server in a Node process of its own.
// Must not know: what client and server do.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension, stopExtension, type Views } from './extension.shared.ts';

export function activate(context: ExtensionContext): Promise<Views> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.node.js').fsPath;
  return startExtension(context, {
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  });
}

export function deactivate(): Promise<void> {
  return stopExtension();
}
