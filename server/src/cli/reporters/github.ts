// Owns: findings as workflow commands of GitHub Actions, which become annotations of a pull request.
// Must not know: how a check is done.
import type { Severity } from '../../core/rules/types.ts';
import type { Range } from '../../core/text/line-index.ts';
import type { Report } from '../report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** One command a line; format as GitHub documents it under "workflow commands". */
export function reportGithub(report: Report): string {
  const lines: string[] = [];
  for (const { path, range, severity, message } of report.problems) lines.push(command(path, range, 'backdraft', severity, message));
  for (const { path, findings } of report.files) {
    for (const { range, rule, severity, message } of findings) lines.push(command(path, range, rule, severity, message));
  }
  return lines.map(line => `${line}\n`).join('');
}

function command(file: string, { start, end }: Range, title: string, severity: Severity, message: string): string {
  const place = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    col: start.character + 1,
    endColumn: end.character + 1,
    title,
  };
  return `::${LEVELS[severity]} ${properties(place)}::${escapeData(message)}`;
}

function properties(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
