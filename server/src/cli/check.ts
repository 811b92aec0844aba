// Owns: the command `check`: loads what the paths need, checks, fixes, reports, and decides the exit code.
// Must not know: how findings come about, how reports look.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { documentOf, isSidecar, sidecarOf } from '../core/engine/annotations.ts';
import { applyEdits } from '../core/engine/edits.ts';
import type { CheckedDocument, Ports, Problem, Workspace } from '../core/engine/types.ts';
import { normalUri } from '../core/engine/uri.ts';
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
import { byWorkspace, isWithin, type Target, targetOf } from './targets.ts';
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
  /** Drafts whose text could not be taken in. */
  readonly unchecked: readonly string[];
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
  const seen = new Set<string>();
  let broken = false;
  for (const [folder, named] of byWorkspace(targets)) {
    const { workspace, documents, unchecked } = await checkGroup(folder, named, words, terminal, stdin, seen);
    const reporting = new Reporting(
      workspace,
      terminal.workingDirectory,
      uri => documents.find(one => one.uri === uri)?.text ?? workspace.textOf(uri),
    );
    Object.assign(report.tables, workspace.tables());
    for (const document of documents) {
      if (document.role !== 'configuration') report.files.push(reporting.file(document));
      texts.set(reporting.pathOf(document.uri), { text: document.text, workspace });
      gatekeeper.look(workspace, document, uri => reporting.pathOf(uri));
      for (const problem of document.problems) report.problems.push(reporting.problem(problem));
      if (document.role === 'configuration' && document.problems.length > 0) broken = true;
    }
    for (const uri of unchecked) gatekeeper.unchecked(reporting.pathOf(uri));
    for (const problem of workspace.problems) {
      if (concerns(problem, named, documents)) report.problems.push(reporting.problem(problem));
    }
  }
  report.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  report.problems = eachOnce(report.problems);
  const gates = gatekeeper.results(targets.some(({ isFolder }) => isFolder));
  if (gates.length > 0) report.gates = gatesData(gates);
  if (!words.dryRun) terminal.out(render(report, words, terminal, texts));
  // Formats that other programs read have no place for gates; people read them on the error stream.
  if (words.format === 'text') terminal.out(gatesText(gates, terminal.language));
  else if (words.format !== 'json') terminal.error(gatesText(gates, terminal.language));
  if (broken) return 2;
  if (gates.some(({ passed }) => !passed)) return 1;
  if (words.failOn === 'never') return 0;
  const least = RANK[words.failOn];
  const found = [...report.files.flatMap(({ findings }) => findings), ...report.problems];
  return found.some(({ severity }) => RANK[severity] >= least) ? 1 : 0;
}

/** Folders within each other tell of the same files. */
function eachOnce(problems: readonly ReportedProblem[]): ReportedProblem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}

/** Checks what the targets mean but for files that were `seen` already, and adds those to them. */
async function checkGroup(
  folder: string,
  targets: readonly Target[],
  words: CheckArguments,
  terminal: Terminal,
  stdin: string | undefined,
  seen: Set<string>,
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
    return { workspace, documents: checked ? [checked] : [], unchecked: checked?.tooLarge === 'draft' ? [uri] : [] };
  }
  if (words.fix) await fix(workspace, await wanted(workspace, targets, seen), words, terminal);
  const documents: CheckedDocument[] = [];
  const unchecked: string[] = [];
  const uris = await wanted(workspace, targets, seen);
  const drafts = new Set(workspace.files().flatMap(({ uri, role }) => (role === 'draft' ? [uri] : [])));
  for (const uri of uris) {
    seen.add(uri);
    const checked = await workspace.checkFile(uri);
    if (checked) documents.push(checked);
    if (drafts.has(uri) && !checked?.view) unchecked.push(uri);
  }
  return { workspace, documents, unchecked };
}

/** Files that the targets mean: files as named, folders with all that has a role in them. A sidecar means its draft. */
async function wanted(workspace: Workspace, targets: readonly Target[], seen: ReadonlySet<string>): Promise<readonly string[]> {
  const uris = new Set<string>();
  for (const target of targets) {
    if (!target.isFolder) uris.add(normalUri(pathToFileURL(documentNamed(target.path)).toString()));
    else for (const { uri } of workspace.files()) if (isWithin(target.path, fileURLToPath(uri))) uris.add(uri);
  }
  // The configuration that counts is always looked at: its faults change every answer.
  for (const uri of [...uris]) {
    const configuration = workspace.configurationOf(uri);
    if (configuration.text !== undefined) uris.add(configuration.uri);
  }
  return [...uris].filter(uri => !seen.has(uri));
}

/** The file that is checked where one is named. */
function documentNamed(file: string): string {
  return isSidecar(file) ? documentOf(file) : file;
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

function concerns(problem: Problem, targets: readonly Target[], documents: readonly CheckedDocument[]): boolean {
  const file = fileURLToPath(problem.uri);
  // Notes and configurations bear on every draft around them, a sidecar on its own document alone.
  if (isSidecar(problem.uri))
    return documents.some(({ uri }) => sidecarOf(uri) === problem.uri) || targets.some(target => isWithin(target.path, file));
  return targets.some(target => isWithin(target.path, file) || isWithin(file, target.path) || isWithin(target.workspace, file));
}

function render(report: Report, words: CheckArguments, terminal: Terminal, texts: Texts): string {
  switch (words.format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return reportSarif(report, terminal.version, terminal.language);
    case 'github':
      return reportGithub(report);
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
