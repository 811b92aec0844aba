// Owns: running a mocha suite inside the served VS Code's extension host and answering its exit code.
// Must not know: which suite.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { startVSCode, workbenchUrl } from './server.mjs';

/** What the workbench itself writes to the console in every run. */
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|Error: Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog'|getaddrinfo |Timed out waiting for authentication provider|\[DefaultAccount\]|\[chat-stt\]|No search provider registered|Ignoring fetching additional builtin|CodeExpectedError|ENOPRO|Ignoring the error while validating|Failed to (resolve files at|get installed servers)|Request to .* failed with status code 404|Loading development extension|Creation of workbench contribution)/;

/**
 * Runs the tests that `extensionTestsPath` exports (`run(): Promise<void>`) with the extensions of `extensionDevelopmentPath`,
 * in the Node extension host or (`kind: 'web'`) in the web worker host. Answers 0 when they passed.
 * `onLine` sees every line of the host's console, and answers whether to keep it from the terminal.
 */
export async function runExtensionTests({ timeout = 240_000, env, settings, trusted, onLine = () => false, ...where }) {
  const verbose = Boolean(process.env.BACKDRAFT_VSCODE_VERBOSE);
  // The address of a workbench takes one extension under development: the others come with the server.
  const [extensionDevelopmentPath, ...extensions] = [where.extensionDevelopmentPath].flat();
  const server = await startVSCode({ env, settings, extensions, trusted });
  let browser;
  try {
    browser = await openBrowser();
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    let done = () => {};
    const result = new Promise(resolve => {
      done = resolve;
    });
    // In a test run the extension host's console arrives here, among the workbench's own lines.
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      if (onLine(text)) return;
      if (verbose) console.error(`[${type}] ${text}`);
      else if (!NOISE.test(text)) console.log(text);
    });
    await page.exposeFunction('codeAutomationExit', code => done({ code }));
    if (verbose) page.on('console', message => console.error(`[page ${message.type()}]`, message.text()));
    page.on('crash', () => done({ code: 70, why: 'the page crashed' }));
    browser.on('disconnected', () => done({ code: 70, why: 'the browser went away' }));
    const one = { ...where, extensionDevelopmentPath };
    const place = where.kind === 'web' ? await serveWebExtension(page, server, one) : one;
    const late = setTimeout(() => done({ code: 124, why: `no result after ${timeout / 1000} s` }), timeout);
    await page.goto(workbenchUrl(server, place));
    const { code, why } = await result;
    clearTimeout(late);
    if (why) console.error(`The tests in VS Code did not end by themselves: ${why}.\n${readFileSync(server.log, 'utf8').slice(-4000)}`);
    return code;
  } finally {
    await browser?.close().catch(() => {});
    await server.stop();
  }
}

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png' };

/**
 * Serves a web extension from disk under the workbench's own origin, since VS Code starts no Worker from elsewhere,
 * and names it in the page's configuration, the only place where a web development extension is looked for.
 */
export async function serveWebExtension(page, server, { extensionDevelopmentPath, extensionTestsPath, kind: _, ...rest }) {
  const root = path.resolve([extensionDevelopmentPath].flat()[0]);
  const base = `${server.origin}/__extension`;
  await page.context().route(`${base}/**`, route => {
    const file = path.join(root, decodeURIComponent(new URL(route.request().url()).pathname.slice('/__extension/'.length)));
    if (!file.startsWith(root + path.sep) || !existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({
      path: file,
      headers: {
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      },
    });
  });
  const uri = file => {
    const { host, pathname } = new URL(file ? `${base}/${path.relative(root, path.resolve(file))}` : base);
    return { scheme: 'http', authority: host, path: pathname };
  };
  // The document itself is not rewritten: Chromium would then refuse its WebSocket to 127.0.0.1.
  await page.addInitScript(
    options => {
      const original = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = original.call(this, name);
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
        const configuration = JSON.parse(value);
        configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
        return JSON.stringify(configuration);
      };
    },
    { extensions: [uri()], ...(extensionTestsPath ? { extensionTestsPath: uri(extensionTestsPath) } : {}) },
  );
  return rest;
}
