// Owns: keeping the code that V8 makes of a bundle while it checks the sample, so that the bundle starts without compiling it again.
// Must not know: what bundles do with it (server/src/node/start.ts).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';

const SAMPLE = path.join(ROOT, 'samples/summit-phones');
const LATE = 120_000;
const KEEPER = path.join(ROOT, 'tools/lib/keep-code.cjs');

/** Writes `<bundle>.code` beside the bundle that the script `dist/<name>.js` starts: what the command line compiles for a check. */
export async function keepCodeOfCommandLine(name, bundle) {
  await exited(started(name, bundle, ['check', 'draft.md']));
}

/** The same for the language server: what it compiles until a draft has its findings. */
export async function keepCodeOfServer(name, bundle) {
  const server = started(name, bundle, ['--stdio']);
  const ended = exited(server);
  const send = message => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const rootUri = pathToFileURL(SAMPLE).toString();
  const uri = `${rootUri}/draft.md`;
  const said = heard(server, (message, wait) => {
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    if (message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && message.params.diagnostics.length > 0) wait();
  });
  const text = "The Ministry gave 21 phones to the delegates on 4 May 2025, the report says. It was the world's most secure hack.\n";
  send({
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'sample' }], capabilities: {} },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });
  const late = setTimeout(() => server.kill(), LATE); // then the bundle starts without
  await Promise.race([said, ended]);
  clearTimeout(late);
  send({ id: 2, method: 'shutdown' });
  send({ method: 'exit' });
  await ended;
}

function started(name, bundle, args) {
  const child = spawn(process.execPath, ['-r', KEEPER, path.join(ROOT, 'dist', `${name}.js`), ...args], {
    cwd: SAMPLE,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, BACKDRAFT_KEPT_CODE: path.join(ROOT, 'dist', `${bundle}.code`), BACKDRAFT_BUNDLE: `${bundle}.js` },
  });
  child.stdout.resume();
  return child;
}

async function exited(child) {
  await once(child, 'exit');
}

/** Calls `take` with each message of the server, and resolves when that calls its second argument. */
function heard(server, take) {
  return new Promise(resolve => {
    let rest = Buffer.alloc(0);
    server.stdout.on('data', chunk => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const head = rest.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, head).toString())?.[1]);
        if (rest.length < head + 4 + length) return;
        take(JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()), resolve);
        rest = rest.subarray(head + 4 + length);
      }
    });
  });
}
