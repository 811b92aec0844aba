// Owns: `npm start`: from a fresh clone to the sample story in an editor with Backdraft at work.
// Must not know: anything that is not installed yet; packages are loaded after they were installed.
//   npm start                   checks the sample story, then opens it in VS Code
//   npm start -- --no-editor    stops after the check
//   npm start -- --serve        opens it in a served VS Code, even where there is a desktop
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensurePackages } from './lib/install.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { sampleStory } from './lib/samples.mjs';
import { heading, say, warn } from './lib/say.mjs';

const KNOWN = ['--no-editor', '--serve'];
const flags = process.argv.slice(2);
const unknown = flags.find(flag => !KNOWN.includes(flag));
if (unknown) {
  console.error(`npm start does not know ${unknown}; it knows ${KNOWN.join(' and ')}.`);
  process.exit(2);
}

await ensurePackages();
heading('Building');
if ((await runNode(['tools/build.mjs'])) !== 0) process.exit(1);

const story = sampleStory();
heading(`What Backdraft says of ${path.relative(ROOT, story.folder)}`);
const cli = path.join(ROOT, 'dist/cli.js');
if (existsSync(cli)) {
  const code = await runNode([cli, 'check', path.relative(ROOT, story.folder)]);
  if (code > 1) process.exit(code); // 1: there are findings, as there should be
} else {
  warn('The command line is not part of this build.');
}
if (flags.includes('--no-editor')) process.exit(0);

heading('Opening the story in an editor');
const { downloadedVSCode, installedVSCode, noDesktop } = await import('./lib/vscode.mjs');
const why = flags.includes('--serve') ? 'you asked for a served VS Code' : noDesktop();
const program = why ? undefined : (installedVSCode() ?? (await downloadedVSCode()));
if (program) openDesktop(program);
else await serve(why ?? 'there is no VS Code on this machine and none could be downloaded');

/** Opens a new window with the story and the extension of this folder, and leaves it to the user. */
function openDesktop(program) {
  const root = process.platform === 'linux' && process.getuid() === 0;
  const child = spawn(
    program,
    [
      '--new-window',
      `--extensionDevelopmentPath=${ROOT}`,
      ...(root ? ['--no-sandbox', `--user-data-dir=${mkdtempSync(path.join(tmpdir(), 'backdraft-vscode-'))}`] : []),
      story.folder,
      ...(story.draft ? [story.draft] : []),
    ],
    { stdio: 'ignore', detached: true },
  );
  child.once('error', error => warn(`${program} could not be started: ${error.message}`));
  child.once('spawn', () => say(`${program} opens ${path.relative(ROOT, story.draft ?? story.folder)}.`));
  child.unref();
}

/** Serves VS Code on 127.0.0.1 until Ctrl+C. */
async function serve(reason) {
  say(`A VS Code for the browser is served here, since ${reason}.`);
  const { startVSCode, workbenchUrl } = await import('./vscode-host/server.mjs');
  const { packageExtension } = await import('./package-extension.mjs');
  let server;
  const end = async () => {
    await server?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  const vsix = await packageExtension();
  server = await startVSCode({ vsix: [vsix], builtins: null, testing: false });
  say(`Open this address:\n\n  ${workbenchUrl(server, { folder: story.folder, openFile: story.draft })}\n`);
  say('It is reachable from this machine only. Ctrl+C ends it.');
  process.stdin.resume();
}
