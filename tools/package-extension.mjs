// Owns: building the VSIX: what .vscodeignore allows, nothing of node_modules.
// Must not know: who installs it.
//   node tools/package-extension.mjs [file]
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageJson, ROOT, runNode } from './lib/run.mjs';
import { say, step } from './lib/say.mjs';

/** Builds the VSIX from what is in dist/ and answers its path. */
export async function packageExtension(file = path.join(ROOT, 'out', `backdraft-${packageJson().version}.vsix`)) {
  mkdirSync(path.dirname(file), { recursive: true });
  const vsce = path.join(ROOT, 'node_modules/@vscode/vsce/vsce');
  const code = await step('Packing the extension', () =>
    runNode(
      [
        vsce,
        'package',
        '--no-dependencies',
        '--no-git-tag-version',
        '--no-update-package-json',
        '--allow-missing-repository',
        '--no-rewrite-relative-links', // the pictures of the README are in the package
        '--skip-license',
        '--out',
        file,
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ),
  );
  if (code !== 0) throw new Error(`The extension could not be packed (exit code ${code}).`);
  say(`${path.relative(ROOT, file)} (${Math.round(statSync(file).size / 1024)} KB)`);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if ((await runNode(['tools/build.mjs'])) !== 0) process.exit(1);
  await packageExtension(process.argv[2] && path.resolve(process.argv[2]));
}
