// Owns: starting the language server in a web worker.
// Must not know: what client and server do.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension, stopExtension, type Views } from './extension.shared.ts';

export function activate(context: ExtensionContext): Promise<Views> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  return startExtension(context, {
    createClient: (id, name, options) => new LanguageClient(id, name, new Worker(script), options),
  });
}

export function deactivate(): Promise<void> {
  return stopExtension();
}
