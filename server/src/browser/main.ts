// Owns: the language server in a web worker, which has no disk: files and tables come from the client.
// Must not know: what it serves.
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { joinUri } from '../core/engine/uri.ts';
import { NO_FILES } from '../lsp/client-files.ts';
import { startServer } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, ({ files = NO_FILES, tables }) => ({
  files,
  async loadTable(name) {
    const content = tables === undefined ? undefined : await files.read(joinUri(tables, `${name}.txt`), { maxBytes: 10_000_000 });
    return content?.kind === 'text' ? content.text : undefined;
  },
  pause: () => new Promise(resolve => afterMessages(resolve)),
}));

/** A task behind those that wait. A message is quicker than a timer, which browsers slow down to 4 ms. */
function afterMessages(task: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(undefined);
}
