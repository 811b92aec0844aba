// Owns: the language server as a program of Node: `--stdio`, `--node-ipc` and the other transports that clients ask for.
// Must not know: what it serves.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { filesByScheme } from '../lsp/client-files.ts';
import { startServer } from '../lsp/server.ts';
import { documentReader } from './documents.ts';
import { NodeFileStore } from './files.ts';
import { gitUser } from './git-user.ts';
import { NodeSidecarStore } from './sidecars.ts';
import { tableReader } from './tables.ts';

// Started by hand or by an editor that names no way to talk: the standard streams.
if (!process.argv.some(word => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(word))) process.argv.push('--stdio');

startServer(createConnection(ProposedFeatures.all), client => ({
  files: filesByScheme(new NodeFileStore(documentReader(__dirname)), client.files),
  sidecars: new NodeSidecarStore(),
  author: gitUser,
  loadTable: tableReader(__dirname),
  pause: () => new Promise(resolve => setImmediate(resolve)),
  docs: pathToFileURL(path.join(__dirname, '../docs/rules')).toString(),
}));
