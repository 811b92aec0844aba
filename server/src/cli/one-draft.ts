// Owns: what commands about a single draft share: loading and checking it, and writing what came of it.
// Must not know: single commands.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CheckedDocument, Problem, Workspace } from '../core/engine/types.ts';
import { createWorkspace } from '../core/engine/workspace.ts';
import type { LineIndex } from '../core/text/line-index.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
import { NodeFileStore } from '../node/files.ts';
import type { Terminal } from './check.ts';
import { targetOf } from './targets.ts';
import { writeAtomically } from './write.ts';

export interface OneDraft {
  readonly workspace: Workspace;
  readonly checked: CheckedDocument;
  /** The configuration that counts for it has faults. They are told already. */
  readonly broken: boolean;
}

/** Loads and checks a draft; undefined where that cannot be done, which is told on the error stream. */
export async function checkOneDraft(named: string, terminal: Terminal): Promise<OneDraft | undefined> {
  const target = targetOf(named, terminal.workingDirectory);
  if (!target || target.isFolder) {
    const why = target ? phrase`"${named}" is a folder; name a draft.` : phrase`there is no file "${named}" here.`;
    terminal.error(`backdraft: ${terminal.language.of(why)}\n`);
    return undefined;
  }
  const workspace = createWorkspace({
    folders: [pathToFileURL(target.workspace).toString()],
    language: terminal.language,
    ports: {
      files: new NodeFileStore(terminal.readDocument),
      loadTable: terminal.loadTable,
      pause: () => Promise.resolve(),
      log: () => {},
    },
  });
  await workspace.load();
  const checked = await workspace.checkFile(pathToFileURL(target.path).toString());
  if (!checked?.view || checked.role !== 'draft') {
    for (const problem of checked?.problems ?? [])
      terminal.error(`backdraft: ${workspace.redact(placed(named, checked?.lines, problem))}\n`);
    terminal.error(`backdraft: ${terminal.language.say`${workspace.redact(named)} is no draft that can be checked.`}\n`);
    return undefined;
  }
  const configuration = workspace.configurationOf(checked.uri);
  const configured = workspace.check(configuration.uri);
  const faults = configured?.problems.filter(problem => problem.severity === 'error') ?? [];
  const name = path.relative(terminal.workingDirectory, fileURLToPath(configuration.uri)).split(path.sep).join('/');
  for (const fault of faults) terminal.error(`backdraft: ${workspace.redact(placed(name, configured?.lines, fault))}\n`);
  return { workspace, checked, broken: faults.length > 0 };
}

/** A problem of a file with its line, as other tools write it. */
function placed(name: string, lines: LineIndex | undefined, { span, message }: Problem): string {
  return span && lines ? `${name}:${lines.position(span.start).line + 1}: ${message}` : `${name}: ${message}`;
}

/** Writes a text to a file, or to standard output. Answers the exit code: 0, or 2 where the file cannot be written, which is told. */
export function deliver(text: string, output: string | undefined, terminal: Terminal): number {
  if (output === undefined) {
    terminal.out(text);
    return 0;
  }
  try {
    writeAtomically(path.resolve(terminal.workingDirectory, output), text, false);
    return 0;
  } catch (error) {
    terminal.error(`backdraft: ${terminal.language.say`${output} cannot be written (${whyNot(output, error)}).`}\n`);
    return 2;
  }
}

/** Why a file cannot be written, without a word of the one that is written aside first. */
function whyNot(file: string, error: unknown): Phrase | string {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return phrase`the folder ${path.dirname(file)} does not exist`;
  if (code === 'ENOTDIR') return phrase`${path.dirname(file)} is no folder`;
  return syscall === undefined ? message : (message.split(`, ${syscall}`)[0] ?? message);
}
