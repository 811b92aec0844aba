// Owns: the desktop's command line, as far as @vscode/test-electron uses it, on top of the served VS Code.
// Must not know: which tests are run.
import { fileURLToPath } from 'node:url';
import { runExtensionTests } from './run-tests.mjs';

const options = {};
const development = [];
const rest = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name === undefined)
    rest.push(argument); // the folder to open
  else if (name === 'extensionDevelopmentPath') development.push(value);
  else if (['extensionTestsPath', 'extensionDevelopmentKind', 'folder-uri'].includes(name)) options[name] = value;
  // Every other flag is about the desktop.
}

process.exitCode = await runExtensionTests({
  folder: options['folder-uri'] ? fileURLToPath(options['folder-uri']) : rest[0],
  extensionDevelopmentPath: development,
  extensionTestsPath: options.extensionTestsPath,
  kind: options.extensionDevelopmentKind,
});
