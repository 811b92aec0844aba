// Owns: the command `indicators`: loads what the paths need and writes the appendix of their drafts.
// Must not know: which indicators belong into an appendix, how its formats look.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CheckedDocument, Workspace } from '../core/engine/types.ts';
import { normalUri } from '../core/engine/uri.ts';
import { createWorkspace } from '../core/engine/workspace.ts';
import { type AppendixEntry, appendixOf } from '../core/ide/appendix.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
import { NodeFileStore } from '../node/files.ts';
import type { IndicatorsArguments } from './arguments.ts';
import type { Terminal } from './check.ts';
import { indicatorsCsv } from './reporters/indicators-csv.ts';
import { indicatorsStix } from './reporters/indicators-stix.ts';
import { byWorkspace, isWithin, type Target, targetOf } from './targets.ts';

interface Line {
  readonly entry: AppendixEntry;
  readonly workspace: Workspace;
}

/** Writes the appendix and answers the exit code: 0, or 2 for a usage or configuration error. What is left out is told on the error stream. */
export async function runIndicators(words: IndicatorsArguments, terminal: Terminal): Promise<number> {
  const named: Target[] = [];
  for (const word of words.paths) {
    const target = targetOf(word, terminal.workingDirectory);
    if (!target) {
      terminal.error(`backdraft: ${terminal.language.say`there is no file or folder "${word}" here.`}\n`);
      return 2;
    }
    named.push(target);
  }
  const found = new Map<string, Line>();
  const leftOut = { above: 0, restricted: 0, protected: 0 };
  const seen = new Set<string>();
  let broken = false;
  for (const [folder, targets] of byWorkspace(named)) {
    const workspace = createWorkspace({
      folders: [pathToFileURL(folder).toString()],
      language: terminal.language,
      ports: {
        files: new NodeFileStore(terminal.readDocument),
        loadTable: terminal.loadTable,
        pause: () => Promise.resolve(),
        log: () => {},
      },
    });
    await workspace.load();
    const uris = new Set<string>();
    for (const target of targets) {
      if (!target.isFolder) uris.add(normalUri(pathToFileURL(target.path).toString()));
      else for (const { uri, role } of workspace.files()) if (role === 'draft' && isWithin(target.path, fileURLToPath(uri))) uris.add(uri);
    }
    const drafts: CheckedDocument[] = [];
    for (const uri of [...uris].filter(one => !seen.has(one)).sort()) {
      seen.add(uri);
      const checked = await workspace.checkFile(uri);
      if (checked?.role === 'draft') drafts.push(checked);
      else {
        terminal.error(`backdraft: ${terminal.language.say`${workspace.redact(pathOf(uri, terminal))} is no draft.`}\n`);
        return 2;
      }
    }
    for (const uri of new Set([...uris].map(one => workspace.configurationOf(one).uri))) {
      const faults = workspace.check(uri)?.problems.filter(problem => problem.severity === 'error') ?? [];
      for (const fault of faults) terminal.error(`backdraft: ${workspace.redact(`${pathOf(uri, terminal)}: ${fault.message}`)}\n`);
      broken ||= faults.length > 0;
    }
    const appendix = appendixOf(workspace, drafts, words.tlp);
    for (const entry of appendix.entries) {
      const key = `${entry.kind} ${entry.value} ${entry.tlp}`;
      if (!found.has(key)) found.set(key, { entry, workspace });
    }
    for (const reason of ['above', 'restricted', 'protected'] as const) leftOut[reason] += appendix.leftOut[reason];
  }
  const lines = [...found.values()];
  tell(leftOut.above, phrase`marked above the appendix`, terminal);
  tell(leftOut.restricted, phrase`known only from sources marked above the appendix, off the record or under embargo`, terminal);
  tell(leftOut.protected, phrase`with a protected name in it`, terminal);
  terminal.out(words.format === 'csv' ? csv(lines, terminal) : stix(lines, terminal));
  return broken ? 2 : 0;
}

function csv(lines: readonly Line[], terminal: Terminal): string {
  return indicatorsCsv(
    lines.map(({ entry, workspace }) => ({
      kind: entry.kind,
      value: entry.value,
      defanged: entry.defanged,
      firstSeen: workspace.redact(`${pathOf(entry.uri, terminal)}:${entry.line + 1}`),
      tlp: entry.tlp,
      sources: entry.sources.map(key => workspace.redact(key)),
    })),
  );
}

function stix(lines: readonly Line[], terminal: Terminal): string {
  const today = new Date().toISOString().slice(0, 10);
  const undated = new Set<string>();
  const { json, skipped } = indicatorsStix(
    lines.map(({ entry, workspace }) => {
      const isDated = entry.date !== undefined && /^\d{4}-\d\d-\d\d$/.test(entry.date) && !Number.isNaN(Date.parse(entry.date));
      if (!isDated) undated.add(workspace.redact(pathOf(entry.uri, terminal)));
      return { ...entry, from: isDated ? (entry.date ?? today) : today };
    }),
  );
  for (const file of undated)
    terminal.error(
      `backdraft: ${terminal.language.say`${file} has no date, so its indicators count from today. Set "date" in its front matter.`}\n`,
    );
  tell(
    skipped.length,
    phrase`STIX has no pattern for this kind (${[...new Set(skipped.map(({ kind }) => kind))].join(', ')}), the CSV has it`,
    terminal,
  );
  return json;
}

function tell(count: number, why: Phrase, { error, language }: Terminal): void {
  if (count === 0) return;
  error(`backdraft: ${language.of(count === 1 ? phrase`1 indicator left out: ${why}.` : phrase`${count} indicators left out: ${why}.`)}\n`);
}

function pathOf(uri: string, terminal: Terminal): string {
  return path.relative(terminal.workingDirectory, fileURLToPath(uri)).split(path.sep).join('/');
}
