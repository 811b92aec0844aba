// Owns: the words of the command line: what can be said, what is wrong with what was said, the help text.
// Must not know: how a check is done.
import { parseArgs } from 'node:util';
import type { Severity } from '../core/rules/types.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckArguments {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: Severity | 'never';
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly stdin: boolean;
  readonly stdinFilepath?: string;
  readonly color: 'auto' | 'always' | 'never';
}

export type Arguments =
  | CheckArguments
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'usage-error'; readonly message: string };

const FAIL_ON = ['error', 'warning', 'info', 'hint', 'never'] as const;

export const HELP = `backdraft: backs every claim in a security draft

Usage
  backdraft check [paths…]     check drafts and notes; default: this folder

Options
  --format text|json|sarif|github   how findings are written (default: text)
  --fail-on error|warning|info|hint|never
                                    the least severity that makes the exit code 1 (default: error)
  --fix                             apply all safe fixes
  --dry-run                         with --fix: show what would change, change nothing
  --stdin                           check text from standard input …
  --stdin-filepath PATH             … as if it stood in this file
  --color auto|always|never         colours in text output (default: auto; NO_COLOR is respected)
  --version, --help

Exit code
  0  no finding at or above --fail-on
  1  such findings
  2  the command line or a configuration is wrong
`;

/** Reads the arguments after the program's name. Never throws. */
export function readArguments(words: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: 'string', default: 'text' },
        'fail-on': { type: 'string', default: 'error' },
        fix: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        stdin: { type: 'boolean', default: false },
        'stdin-filepath': { type: 'string' },
        color: { type: 'string', default: 'auto' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    if (values.help) return { command: 'help' };
    if (values.version) return { command: 'version' };
    const [command, ...paths] = positionals;
    if (command === undefined) return { command: 'help' };
    if (command !== 'check') return wrong(`There is no command "${command}". Try "backdraft check".`);
    const format = FORMATS.find(known => known === values.format);
    if (!format) return wrong(`--format should be one of ${FORMATS.join(', ')}.`);
    const failOn = FAIL_ON.find(known => known === values['fail-on']);
    if (!failOn) return wrong(`--fail-on should be one of ${FAIL_ON.join(', ')}.`);
    const color = (['auto', 'always', 'never'] as const).find(known => known === values.color);
    if (!color) return wrong('--color should be one of auto, always, never.');
    if (values['dry-run'] && !values.fix) return wrong('--dry-run goes with --fix.');
    const filepath = values['stdin-filepath'];
    if (values.stdin && filepath === undefined) return wrong('--stdin needs --stdin-filepath, which says where the text would stand.');
    if (!values.stdin && filepath !== undefined) return wrong('--stdin-filepath goes with --stdin.');
    if (values.stdin && (paths.length > 0 || values.fix)) return wrong('--stdin takes no paths and no --fix.');
    return {
      command: 'check',
      paths: paths.length > 0 ? paths : ['.'],
      format,
      failOn,
      fix: values.fix,
      dryRun: values['dry-run'],
      stdin: values.stdin,
      color,
      ...(filepath === undefined ? {} : { stdinFilepath: filepath }),
    };
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

function wrong(message: string): Arguments {
  return { command: 'usage-error', message };
}
