// Owns: the command `check`: loads what the paths need, checks, fixes, reports, and decides the exit code.
// Must not know: how findings come about, how reports look.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { applyEdits } from '../core/engine/edits.ts';
import type { CheckedDocument, Ports, Problem, Workspace } from '../core/engine/types.ts';
import { createWorkspace } from '../core/engine/workspace.ts';
import { safeEdits } from '../core/ide/actions.ts';
import type { Language } from '../core/text/phrases.ts';
import type { DocumentReader } from '../node/documents.ts';
import { NodeFileStore } from '../node/files.ts';
import type { CheckArguments } from './arguments.ts';
import { type GateData, Gatekeeper, gatesData, gatesText } from './gates.ts';
import { type Report, type ReportedProblem, Reporting } from './report.ts';
import { reportGithub } from './reporters/github.ts';
import { reportSarif } from './reporters/sarif.ts';
import { reportText } from './reporters/text.ts';
import { isWithin, type Target, targetOf } from './targets.ts';
import { unifiedDiff, writeAtomically } from './write.ts';

/** Texts of the report's files, each with the workspace whose protected names count. */
type Texts = Map<string, { readonly text: string; readonly workspace: Workspace }>;

/** What the command needs of its process. */
export interface Terminal {
  readonly workingDirectory: string;
  readonly version: string;
  readonly color: boolean;
  readonly width: number;
  readonly language: Language;
  out(text: string): void;
  error(text: string): void;
  readStandardInput(): Promise<string>;
  loadTable(name: string): Promise<string | undefined>;
  readonly readDocument: DocumentReader;
}

const RANK = { error: 3, warning: 2, info: 1, hint: 0 } as const;
/** Fixes can make room for further fixes; after this many rounds the rest is left for the next call. */
const ROUNDS = 4;

interface Checked {
  readonly workspace: Workspace;
  readonly documents: readonly CheckedDocument[];
}

/** Runs a check and answers the exit code: 0 clean, 1 findings at or above `failOn`, 2 usage or configuration error. */
export async function runCheck(words: CheckArguments, terminal: Terminal): Promise<number> {
  const targets: Target[] = [];
  for (const named of words.stdin ? [words.stdinFilepath ?? ''] : words.paths) {
    const target = targetOf(named, terminal.workingDirectory, words.stdin);
    if (!target) {
      terminal.error(`backdraft: ${terminal.language.say`there is no file or folder "${named}" here.`}\n`);
      return 2;
    }
    targets.push(target);
  }
  const groups = new Map<string, Target[]>();
  for (const target of targets) groups.set(target.workspace, [...(groups.get(target.workspace) ?? []), target]);
  const gatekeeper = new Gatekeeper(words.gates);
  const report: {
    version: 1;
    tables: Record<string, string>;
    files: Report['files'][number][];
    problems: ReportedProblem[];
    gates?: readonly GateData[];
  } = {
    version: 1,
    tables: {},
    files: [],
    problems: [],
  };
  const texts: Texts = new Map();
  const stdin = words.stdin ? (await terminal.readStandardInput()).replace(/^\ufeff/, '') : undefined;
  let broken = false;
  for (const [folder, named] of groups) {
    const { workspace, documents } = await checkGroup(folder, named, words, terminal, stdin);
    const reporting = new Reporting(
      workspace,
      terminal.workingDirectory,
      uri => documents.find(one => one.uri === uri)?.text ?? workspace.textOf(uri),
    );
    Object.assign(report.tables, workspace.tables());
    for (const document of documents) {
      if (document.role !== 'configuration') report.files.push(reporting.file(document));
      texts.set(reporting.pathOf(document.uri), { text: document.text, workspace });
      gatekeeper.look(workspace, document, reporting.pathOf(document.uri));
      for (const problem of document.problems) report.problems.push(reporting.problem(problem));
      if (document.role === 'configuration' && document.problems.length > 0) broken = true;
    }
    for (const problem of workspace.problems) {
      if (concerns(problem, named)) report.problems.push(reporting.problem(problem));
    }
  }
  report.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const gates = gatekeeper.results();
  if (gates.length > 0) report.gates = gatesData(gates);
  if (!words.dryRun) terminal.out(render(report, words, terminal, texts));
  // Formats that other programs read have no place for gates; people read them on the error stream.
  if (words.format === 'text') terminal.out(gatesText(gates, terminal.language));
  else if (words.format !== 'json') terminal.error(gatesText(gates, terminal.language));
  if (broken) return 2;
  if (gates.some(({ passed }) => !passed)) return 1;
  if (words.failOn === 'never') return 0;
  const least = RANK[words.failOn];
  return report.files.some(file => file.findings.some(finding => RANK[finding.severity] >= least)) ? 1 : 0;
}

async function checkGroup(
  folder: string,
  targets: readonly Target[],
  words: CheckArguments,
  terminal: Terminal,
  stdin: string | undefined,
): Promise<Checked> {
  const ports: Ports = {
    files: new NodeFileStore(terminal.readDocument),
    loadTable: terminal.loadTable,
    pause: () => Promise.resolve(),
    log: () => {}, // problems are part of the report
  };
  const workspace = createWorkspace({ folders: [pathToFileURL(folder).toString()], language: terminal.language, ports });
  await workspace.load();
  if (stdin !== undefined) {
    const uri = pathToFileURL((targets[0] as Target).path).toString();
    workspace.open(uri, stdin);
    const checked = workspace.check(uri);
    return { workspace, documents: checked ? [checked] : [] };
  }
  if (words.fix) await fix(workspace, await wanted(workspace, targets), words, terminal);
  const documents: CheckedDocument[] = [];
  for (const uri of await wanted(workspace, targets)) {
    const checked = await workspace.checkFile(uri);
    if (checked) documents.push(checked);
  }
  return { workspace, documents };
}

/** Files that the targets mean: files as named, folders with all that has a role in them. */
async function wanted(workspace: Workspace, targets: readonly Target[]): Promise<readonly string[]> {
  const uris = new Set<string>();
  for (const target of targets) {
    if (!target.isFolder) uris.add(pathToFileURL(target.path).toString());
    else for (const { uri } of workspace.files()) if (isWithin(target.path, fileURLToPath(uri))) uris.add(uri);
  }
  // The configuration that counts is always looked at: its faults change every answer.
  for (const uri of [...uris]) {
    const configuration = workspace.configurationOf(uri);
    if (configuration.text !== undefined) uris.add(configuration.uri);
  }
  return [...uris];
}

/** Applies safe fixes round by round; with --dry-run it only shows them. */
async function fix(workspace: Workspace, uris: readonly string[], words: CheckArguments, terminal: Terminal): Promise<void> {
  for (const uri of uris) {
    const before = await workspace.checkFile(uri);
    if (!before) continue;
    let text = before.text;
    workspace.open(uri, text);
    for (let round = 0; round < ROUNDS; round++) {
      const checked = workspace.check(uri);
      const edits = checked ? safeEdits(checked) : [];
      if (edits.length === 0) break;
      text = applyEdits(text, edits);
      workspace.change(uri, text);
    }
    if (text !== before.text) {
      const file = fileURLToPath(uri);
      if (words.dryRun)
        terminal.out(
          workspace.redact(unifiedDiff(path.relative(terminal.workingDirectory, file).split(path.sep).join('/'), before.text, text)),
        );
      else {
        const content = await new NodeFileStore().read(uri, { maxBytes: Number.MAX_SAFE_INTEGER });
        writeAtomically(file, text, content.kind === 'text' && content.bom);
      }
    }
    await workspace.close(uri);
    if (text !== before.text && !words.dryRun) await workspace.refresh([{ uri, kind: 'changed' }]);
  }
}

function concerns(problem: Problem, targets: readonly Target[]): boolean {
  const file = fileURLToPath(problem.uri);
  return targets.some(target => isWithin(target.path, file) || isWithin(file, target.path) || isWithin(target.workspace, file));
}

function render(report: Report, words: CheckArguments, terminal: Terminal, texts: Texts): string {
  switch (words.format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return reportSarif(report, terminal.version);
    case 'github':
      return reportGithub(report, terminal.language);
    case 'text': {
      const color = words.color === 'always' || (words.color === 'auto' && terminal.color);
      return reportText(report, {
        color,
        width: terminal.width,
        language: terminal.language,
        textOf: file => texts.get(file)?.text,
        findProtected: (file, value) => texts.get(file)?.workspace.findProtected(value) ?? [],
      });
    }
  }
}
