// Owns: the words of the command line: what can be said, what is wrong with what was said, the help text.
// Must not know: how a check is done.
import { parseArgs } from 'node:util';
import type { TlpLevel } from '../core/extract/facts.ts';
import { TLP_LEVELS } from '../core/extract/tlp.ts';
import { BIBLIOGRAPHY_FORMATS } from '../core/ide/exports/bibliography.ts';
import { LEDGER_FORMATS, type LedgerFormat } from '../core/ide/ledger/formats.ts';
import type { Audience } from '../core/ide/ledger/gather.ts';
import type { Severity } from '../core/rules/types.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
import { LANGUAGE_NAMES } from '../languages.ts';
import type { Gates } from './gates.ts';

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
  readonly gates: Gates;
}

export const APPENDIX_FORMATS = ['csv', 'stix'] as const;

export interface IndicatorsArguments {
  readonly command: 'indicators';
  readonly paths: readonly string[];
  readonly format: (typeof APPENDIX_FORMATS)[number];
  /** The mark of the appendix; absent: each indicator keeps that of its draft or section. */
  readonly tlp?: TlpLevel;
}

export interface LedgerArguments {
  readonly command: 'ledger';
  readonly path: string;
  readonly format: LedgerFormat;
  readonly audience: Audience;
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** What can be exported, with its formats; the first is the default. */
export const EXPORTS = {
  clean: ['md'],
  bibliography: BIBLIOGRAPHY_FORMATS,
  claimreview: ['jsonld'],
  annotations: ['w3c', 'mrsf'],
} as const;

type Export = { [K in keyof typeof EXPORTS]: { readonly what: K; readonly format: (typeof EXPORTS)[K][number] } }[keyof typeof EXPORTS];

export type ExportArguments = Export & {
  readonly command: 'export';
  readonly path: string;
  readonly output?: string;
};

type Asked =
  | CheckArguments
  | IndicatorsArguments
  | LedgerArguments
  | ExportArguments
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'usage-error'; readonly message: Phrase };

/** What is asked for, and in which language; absent: as the environment says. */
export type Arguments = Asked & { readonly language?: string };

const FAIL_ON = ['error', 'warning', 'info', 'hint', 'never'] as const;

export const HELP = phrase`backdraft: backs every claim in a security draft

Usage
  backdraft check [paths…]        check drafts and notes; default: this folder
  backdraft indicators [paths…]   write the indicators of drafts as an appendix
  backdraft ledger draft.md       write what every claim of a draft rests on
  backdraft export WHAT draft.md  write a draft for others: clean, bibliography, claimreview, annotations

Options of check
  --format text|json|sarif|github   how findings are written (default: text)
  --fail-on error|warning|info|hint|never
                                    the least severity that makes the exit code 1 (default: error)
  --fix                             apply all safe fixes
  --dry-run                         with --fix: show what would change, change nothing
  --stdin                           check text from standard input …
  --stdin-filepath PATH             … as if it stood in this file
  --require-verified                gate: each claim needs a person's verdict "verified" or "opinion"
  --max-unsupported N               gate: at most N claims that are not found in the notes
  --color auto|always|never         colours in text output (default: auto; NO_COLOR is respected)

Options of indicators
  --format csv|stix                 a table, or a STIX 2.1 bundle (default: csv)
  --tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED
                                    the mark of the appendix, and nothing above it
                                    (default: each indicator keeps the mark of its draft)

Options of ledger
  --format html|md|csv|json         a page, Markdown, a table, or data (default: html)
  --tlp CLEAR|GREEN|AMBER|AMBER+STRICT|RED
                                    the mark of the ledger: nothing above it, nothing without a mark
                                    (default: the draft's mark; what has no mark is shown and counted)
  --include-above                   show what is marked above, on background or under embargo
  --include-unmarked                with --tlp: show what has no mark
  -o, --output FILE                 write this file instead of standard output

What can be exported
  clean         the draft without suppressions, marks of opinion and pointers into the notes
  bibliography  the cited sources; --format csl|bibtex (default: csl)
  claimreview   schema.org ClaimReview for claims that a person verified or disputes
  annotations   comments and verdicts; --format w3c|mrsf (default: w3c, a collection in JSON-LD)
  -o, --output FILE                 write this file instead of standard output

Options of all
  --language en|de                  the language of what is said (default: as LC_ALL, LC_MESSAGES or LANG say)
  --version, --help

Exit code
  0  no finding at or above --fail-on; what was asked for is written
  1  such findings or faults of files, or a gate that is shut
  2  the command line or a configuration is wrong, or a file cannot be read or written
`;

const COMMANDS = ['check', 'indicators', 'ledger', 'export'] as const;
type Command = (typeof COMMANDS)[number];

/** Options that go with some commands alone. */
const ONLY: Readonly<Record<string, readonly Command[]>> = {
  'fail-on': ['check'],
  fix: ['check'],
  'dry-run': ['check'],
  stdin: ['check'],
  'stdin-filepath': ['check'],
  color: ['check'],
  'require-verified': ['check'],
  'max-unsupported': ['check'],
  tlp: ['indicators', 'ledger'],
  'include-above': ['ledger'],
  'include-unmarked': ['ledger'],
  output: ['ledger', 'export'],
};

const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string', default: 'error' },
  fix: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-filepath': { type: 'string' },
  color: { type: 'string', default: 'auto' },
  tlp: { type: 'string' },
  'require-verified': { type: 'boolean', default: false },
  'max-unsupported': { type: 'string' },
  'include-above': { type: 'boolean', default: false },
  'include-unmarked': { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

function parsed(words: readonly string[]) {
  return parseArgs({ args: [...words], tokens: true, allowPositionals: true, strict: true, options: OPTIONS });
}

/** Reads the arguments after the program's name. Never throws. */
export function readArguments(words: readonly string[]): Arguments {
  try {
    const read = parsed(words);
    const { language } = read.values;
    if (language !== undefined && !LANGUAGE_NAMES.includes(language))
      return wrong(phrase`--language should be one of ${LANGUAGE_NAMES.join(', ')}.`);
    return { ...asked(read), ...(language === undefined ? {} : { language }) };
  } catch (error) {
    return wrong(misread(error));
  }
}

/** What is wrong with words that could not be read at all. */
function misread(error: unknown): Phrase {
  const said = error instanceof Error ? error.message : String(error);
  const option = /'(-[^', ]*)/.exec(said)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return phrase`There is no option "${option}".`;
  return /does not take/.test(said) ? phrase`${option} takes no value.` : phrase`${option} needs a value.`;
}

function asked({ values, positionals, tokens }: ReturnType<typeof parsed>): Asked {
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [word, ...paths] = positionals;
  if (word === undefined) return { command: 'help' };
  const command = COMMANDS.find(known => known === word);
  if (!command) return wrong(phrase`There is no command "${word}". Try "backdraft check".`);
  const stray = tokens.find(token => token.kind === 'option' && ONLY[token.name]?.includes(command) === false);
  if (stray?.kind === 'option') return wrong(phrase`${stray.rawName} does not go with "${command}".`);
  const tlp = levelOf(values.tlp);
  if (values.tlp !== undefined && !tlp) return wrong(phrase`--tlp should be one of ${TLP_LEVELS.join(', ')}.`);
  if (command === 'indicators') return indicators(paths, values.format ?? 'csv', tlp);
  if (command === 'ledger') {
    const format = LEDGER_FORMATS.find(known => known === (values.format ?? 'html'));
    if (!format) return wrong(phrase`--format should be one of ${LEDGER_FORMATS.join(', ')}.`);
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0) return wrong(phrase`"ledger" takes one draft.`);
    if (values['include-unmarked'] && !tlp) return wrong(phrase`--include-unmarked goes with --tlp.`);
    return {
      command,
      path,
      format,
      audience: { ...(tlp ? { tlp } : {}), includeAbove: values['include-above'], includeUnmarked: values['include-unmarked'] },
      ...(values.output === undefined ? {} : { output: values.output }),
    };
  }
  if (command === 'export') return exported(paths, values.format, values.output);
  const format = FORMATS.find(known => known === (values.format ?? 'text'));
  if (!format) return wrong(phrase`--format should be one of ${FORMATS.join(', ')}.`);
  const failOn = FAIL_ON.find(known => known === values['fail-on']);
  if (!failOn) return wrong(phrase`--fail-on should be one of ${FAIL_ON.join(', ')}.`);
  const color = (['auto', 'always', 'never'] as const).find(known => known === values.color);
  if (!color) return wrong(phrase`--color should be one of auto, always, never.`);
  if (values['dry-run'] && !values.fix) return wrong(phrase`--dry-run goes with --fix.`);
  const filepath = values['stdin-filepath'];
  if (values.stdin && filepath === undefined) return wrong(phrase`--stdin needs --stdin-filepath, which says where the text would stand.`);
  if (!values.stdin && filepath !== undefined) return wrong(phrase`--stdin-filepath goes with --stdin.`);
  if (values.stdin && (paths.length > 0 || values.fix)) return wrong(phrase`--stdin takes no paths and no --fix.`);
  const most = values['max-unsupported'];
  if (most !== undefined && !/^\d{1,9}$/.test(most)) return wrong(phrase`--max-unsupported should be a whole number from 0 on.`);
  return {
    command: 'check',
    gates: { requireVerified: values['require-verified'], ...(most === undefined ? {} : { maxUnsupported: Number(most) }) },
    paths: paths.length > 0 ? paths : ['.'],
    format,
    failOn,
    fix: values.fix,
    dryRun: values['dry-run'],
    stdin: values.stdin,
    color,
    ...(filepath === undefined ? {} : { stdinFilepath: filepath }),
  };
}

function indicators(paths: readonly string[], format: string, tlp: TlpLevel | undefined): Asked {
  const known = APPENDIX_FORMATS.find(one => one === format);
  if (!known) return wrong(phrase`--format should be one of ${APPENDIX_FORMATS.join(', ')}.`);
  return { command: 'indicators', paths: paths.length > 0 ? paths : ['.'], format: known, ...(tlp ? { tlp } : {}) };
}

function exported([word, path, ...more]: readonly string[], format: string | undefined, output: string | undefined): Asked {
  const kinds = Object.keys(EXPORTS) as (keyof typeof EXPORTS)[];
  const what = kinds.find(known => known === word);
  if (!what || path === undefined || more.length > 0) return wrong(phrase`"export" takes one of ${kinds.join(', ')} and one draft.`);
  const formats: readonly string[] = EXPORTS[what];
  if (format !== undefined && formats.length === 1) return wrong(phrase`--format does not go with "export ${what}".`);
  const known = formats.find(one => one === (format ?? formats[0]));
  if (!known) return wrong(phrase`--format should be one of ${formats.join(', ')}.`);
  return { command: 'export', ...({ what, format: known } as Export), path, ...(output === undefined ? {} : { output }) };
}

function levelOf(word: string | undefined): TlpLevel | undefined {
  return TLP_LEVELS.find(level => level === word?.toUpperCase().replace(/^TLP:/, ''));
}

function wrong(message: Phrase): Asked {
  return { command: 'usage-error', message };
}
