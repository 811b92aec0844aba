// Owns: finding a Chromium on the machine, else unpacking one from npm; starting it headless.
// Must not know: VS Code.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { step } from '../lib/say.mjs';
import { installPackages } from './install.mjs';
import { HOST_DIR, PINNED } from './paths.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const PLACES = {
  linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'], // not /snap/bin: a confined browser sees neither /tmp nor our profile
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run as root
];

/** Path of a Chromium, Chrome or Edge on this machine, or undefined. `CHROMIUM` names one outright. */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = NAMES.flatMap(name => folders.map(folder => path.join(folder, name + ending)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(file => existsSync(file) && !file.startsWith('/snap/'));
}

/** A browser and the environment it needs: one on the machine, else npm's `@sparticuz/chromium` unpacked into .vscode-host. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return { executablePath: found, env: {}, args: [] };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or name one in the environment variable CHROMIUM.');
  }
  const folder = path.join(HOST_DIR, `chromium-${PINNED['@sparticuz/chromium']}`);
  if (!existsSync(path.join(folder, 'chromium')))
    await step('No browser on this machine: installing one from npm (65 MB, some seconds, once)', () => unpackChromium(folder));
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
    args: ['--no-sandbox', '--no-zygote', '--headless=shell'],
  };
}

async function unpackChromium(folder) {
  await installPackages([`@sparticuz/chromium@${PINNED['@sparticuz/chromium']}`]);
  const from = path.join(HOST_DIR, 'node_modules/@sparticuz/chromium/bin');
  const { extract } = createRequire(path.join(HOST_DIR, 'package.json'))('tar-fs');
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const inflate = (name, target) => pipeline(createReadStream(path.join(from, name)), createBrotliDecompress(), target);
  await inflate('chromium.br', createWriteStream(path.join(partial, 'chromium'), { mode: 0o755 }));
  await inflate('swiftshader.tar.br', extract(partial));
  await inflate('fonts.tar.br', extract(path.join(partial, 'fonts')));
  await inflate('al2023.tar.br', extract(path.join(partial, 'al2023')));
  writeFileSync(path.join(partial, 'fonts.conf'), fontConfiguration(folder));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** Fonts of the machine, and those of the package for a machine without any: Chromium ends at its first letter when there is none. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`;
}

/** A headless browser, driven by Playwright. The caller closes it. */
export async function openBrowser({ viewport = { width: 1280, height: 800 } } = {}) {
  const { executablePath, env, args } = await ensureBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...ARGUMENTS, ...args, `--window-size=${viewport.width},${viewport.height}`],
  });
}
