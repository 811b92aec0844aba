// Owns: `backdraft` as a program: arguments in, exit code out.
// Must not know: what commands do.
import { version } from '../../../package.json';
import { languageFor } from '../languages.ts';
import { documentReader } from '../node/documents.ts';
import { tableReader } from '../node/tables.ts';
import { HELP, readArguments } from './arguments.ts';
import { runCheck, type Terminal } from './check.ts';
import { runExport } from './export.ts';
import { runIndicators } from './indicators.ts';
import { runLedger } from './ledger.ts';

const words = readArguments(process.argv.slice(2));
const language = languageFor(words.language ?? (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG));
const terminal: Terminal = {
  workingDirectory: process.cwd(),
  version,
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb',
  language,
  width: Math.min(process.stdout.columns ?? 100, 120),
  out: value => process.stdout.write(value),
  error: value => process.stderr.write(value),
  readStandardInput: async () => (await import('node:stream/consumers')).text(process.stdin),
  loadTable: tableReader(__dirname),
  readDocument: documentReader(__dirname),
};

async function main(): Promise<number> {
  switch (words.command) {
    case 'help':
      process.stdout.write(language.of(HELP));
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'usage-error':
      process.stderr.write(`backdraft: ${language.say`${words.message} See backdraft --help.`}\n`);
      return 2;
    case 'check':
      return runCheck(words, terminal);
    case 'indicators':
      return runIndicators(words, terminal);
    case 'export':
      return runExport(words, terminal);
    case 'ledger':
      return runLedger(words, terminal);
  }
}

// A reader that has seen enough (`backdraft check | head`) is no error of ours.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`backdraft: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
